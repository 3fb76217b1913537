import { describe, expect, it } from 'vitest';
import { drawFrom } from '@/lib/dataset/draw';
import type { Dataset } from '@/lib/dataset/load';
import type { Holder } from '@/lib/dataset/schema';

/** Two hundred offices of ten holders, and three hundred events. */
const offices = Array.from({ length: 200 }, (_, n) => ({
  id: `office/xx/minister-${n}`,
  name: `Minister ${n}`,
  of: 'place/xx',
  holders: Array.from({ length: 10 }, (_, k): Holder => ({ person: `person/p-${n}-${k}`, from: `${2000 + k}`, to: `${2001 + k}` })),
  sources: [],
}));
const events = Array.from({ length: 300 }, (_, n) => ({
  id: `event/2015-${n}`,
  name: `Event ${n}`,
  type: 'summit' as const,
  from: '2015',
  about: '',
  sources: [],
}));
const dataset = (changes: Partial<Dataset> = {}): Dataset => ({
  people: [],
  offices,
  organisations: [],
  places: [],
  events,
  agreements: [],
  roles: [],
  publishers: [],
  fileOf: new Map(),
  ...changes,
});
const keys = (d: Dataset, seed: number, share: number): string[] => {
  const { tenures, events: drawn } = drawFrom(d, seed, share);
  return [...tenures.map((t) => `${t.office.id} ${t.holder.person}`), ...drawn.map((e) => e.id)];
};

describe('a draw of facts', () => {
  it('takes the share asked for, of tenures and of events, each once', () => {
    const { tenures, events: drawn } = drawFrom(dataset(), 7, 0.05);
    expect([tenures.length, drawn.length]).toEqual([100, 15]);
    expect(new Set(keys(dataset(), 7, 0.05)).size).toBe(115);
    expect(keys(dataset(), 7, 1)).toHaveLength(2300);
  });

  it('is the same for the same seed, and another for another', () => {
    expect(keys(dataset(), 7, 0.05)).toEqual(keys(dataset(), 7, 0.05));
    const both = new Set([...keys(dataset(), 7, 0.05), ...keys(dataset(), 8, 0.05)]);
    expect(both.size).toBeGreaterThan(200);
  });

  it('favours no part of the dataset', () => {
    const { tenures } = drawFrom(dataset(), 20, 0.25);
    const firstHalf = tenures.filter((t) => Number(t.office.id.split('-')[1]) < 100).length;
    // 500 drawn: 250 each, with a standard deviation of under 10.
    expect(Math.abs(firstHalf - 250)).toBeLessThan(50);
  });

  it('does not hang on the order of files nor on the dates, and hardly on what is added', () => {
    const before = new Set(keys(dataset(), 7, 0.05));
    const mended = offices.map((o) => ({ ...o, holders: o.holders.map((h) => ({ ...h, from: '1999-01-01' })) }));
    expect(new Set(keys(dataset({ offices: mended.toReversed() }), 7, 0.05))).toEqual(before);
    const longer = [...offices, ...offices.slice(0, 2).map((o) => ({ ...o, id: `${o.id}-deputy` }))];
    expect(keys(dataset({ offices: longer }), 7, 0.05).filter((k) => before.has(k)).length).toBeGreaterThan(110);
  });

  it('tells two tenures of one person in one office apart', () => {
    const twice = { ...offices[0], id: 'office/xx/twice', name: 'Twice', of: 'place/xx', sources: [], holders: [] as Holder[] };
    for (let n = 0; n < 40; n++) twice.holders.push({ person: 'person/again', from: `${1980 + n}`, to: `${1980 + n}` });
    const { tenures } = drawFrom(dataset({ offices: [twice] }), 3, 0.5);
    expect(new Set(tenures.map((t) => t.holder.from)).size).toBe(20);
  });
});
