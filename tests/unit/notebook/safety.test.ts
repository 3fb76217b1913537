import { describe, expect, it } from 'vitest';
import { backupDue } from '@/lib/notebook/safety';

const now = Date.parse('2026-03-01T00:00:00Z');
const changed = (day: string) => ({ changedSince: 1, oldestChange: `2026-${day}T00:00:00.000Z` });

describe('a backup is due', () => {
  it('when a change is older than the reader wants to risk', () => expect(backupDue(changed('01-01'), 30, now)).toBe(true));
  it('not while all changes are young', () => expect(backupDue(changed('02-20'), 30, now)).toBe(false));
  it('not when nothing changed since the last one', () => expect(backupDue({ changedSince: 0, lastExport: '2020-01-01T00:00:00.000Z' }, 30, now)).toBe(false));
  it('never when the reader wants no reminder', () => expect(backupDue(changed('01-01'), 0, now)).toBe(false));
});
