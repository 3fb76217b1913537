import { describe, expect, it } from 'vitest';
import { weeksOf } from '@/lib/notebook/weeks';

const now = Date.parse('2026-11-25T12:00:00Z');
const made = (at: string) => ({ made: `${at}T10:00:00.000Z` });

describe('clips by week', () => {
  it('begin on Monday, and weeks without clips are weeks too', () =>
    expect(weeksOf([made('2026-11-23'), made('2026-11-22'), made('2026-11-08')], now)).toEqual([
      { start: '2026-11-02', clips: 1 },
      { start: '2026-11-09', clips: 0 },
      { start: '2026-11-16', clips: 1 },
      { start: '2026-11-23', clips: 1 },
    ]));
  it('go on to this week', () => expect(weeksOf([made('2026-11-10')], now).at(-1)).toEqual({ start: '2026-11-23', clips: 0 }));
  it('are the last ones where there are too many', () => {
    const weeks = weeksOf([made('2001-01-01'), made('2026-11-24')], now, 10);
    expect(weeks).toHaveLength(10);
    expect(weeks.reduce((sum, w) => sum + w.clips, 0)).toBe(1);
  });
  it('of nothing are none', () => expect(weeksOf([], now)).toEqual([]));
  it('before 1970 and after today have their places', () =>
    expect(weeksOf([made('1969-12-31'), made('2027-01-04')], Date.parse('1970-01-01'), 9999)[0]).toEqual({ start: '1969-12-29', clips: 1 }));
});
