import { describe, expect, it } from 'vitest';
import { answer } from '@/lib/answer';
import { bundledPack } from '@/lib/commands/pack';
import { earliestToday, lastChecked } from '@/lib/pack/checked';
import { openPack } from '@/lib/pack/open';
import type { Recognition } from '@/lib/recognise/types';

const pack = openPack(bundledPack());
const DAY = 86_400_000;

describe('a page that says no date, when the clock is behind what the dataset knows', () => {
  it('is read as of the dataset’s last days, not with the office-holders of long ago', () => {
    const blocks = [{ id: 0, text: 'The OSCE Secretary General spoke.' }];
    const read = (now: number) => answer({ kind: 'recognise', blocks }, pack, now) as Recognition;
    const behind = read(Date.parse('2016-06-01T00:00:00Z'));
    expect(behind.date).toEqual({ day: earliestToday(pack), source: 'today' });
    expect(behind.mentions.map((m) => m.entity)).toEqual(read(earliestToday(pack) * DAY).mentions.map((m) => m.entity));
    expect(behind.mentions.map((m) => m.entity)).not.toContain('person/lamberto-zannier');
    // A clock that may be right is believed.
    const ahead = earliestToday(pack) + 5000;
    expect(read(ahead * DAY).date.day).toBe(ahead);
  });
  it('knows how late it is by the latest list that was checked', () => {
    expect(lastChecked(pack)).toBeGreaterThan(earliestToday(pack));
    expect(earliestToday(pack)).toBeGreaterThan(Date.parse('2026-01-01T00:00:00Z') / DAY);
  });
});
