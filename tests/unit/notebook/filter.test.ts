import { describe, expect, it } from 'vitest';
import { choicesOf, EVERYTHING, filterCount, isNarrowed, select, siteOf, type Wanted } from '@/lib/notebook/filter';
import type { Clip } from '@/lib/notebook/types';
import { aClip } from './clips';

const page = aClip().page;
const makei = { start: 0, end: 0, surface: 'Makei', kind: 'person', entity: 'person/vladimir-makei', name: 'Vladimir Makei', confidence: 1 } as const;
const role = { office: 'office/by/foreign-minister', title: 'Minister of Foreign Affairs of Belarus' };
const third = aClip({
  made: '2026-03-03T12:00:00.000Z',
  changed: '2026-03-03T12:00:00.000Z',
  tags: ['border'],
  colour: 'blue',
  page: { ...page, title: 'Zagreb', published: '2018-10' },
});
const second = aClip({
  made: '2026-03-02T12:00:00.000Z',
  changed: '2026-03-09T12:00:00.000Z',
  tags: ['border', 'transit'],
  mentions: [{ ...makei, role }],
  page: { ...page, title: 'Article 10', site: 'Reuters', published: '2018-10-30' },
});
const first = aClip({
  made: '2026-03-01T12:00:00.000Z',
  changed: '2026-03-01T12:00:00.000Z',
  kind: 'page',
  mentions: [makei, makei],
  page: { ...page, url: 'https://www.sme.sk/a', title: 'Article 9', published: '2017' },
});
const all = [third, second, first];
const ids = (wanted: Partial<Wanted>, ranked?: readonly string[]) => select(all, { ...EVERYTHING, ...wanted }, ranked).map((c: Clip) => all.indexOf(c));

describe('filters', () => {
  it('leave everything when none is set', () => {
    expect(select(all, EVERYTHING)).toBe(all);
    expect(isNarrowed(EVERYTHING)).toBe(false);
  });
  it('by tag: all of those wanted', () => {
    expect(ids({ tags: ['border'] })).toEqual([0, 1]);
    expect(ids({ tags: ['border', 'transit'] })).toEqual([1]);
  });
  it('by who is named, and by the office that they held', () => {
    expect(ids({ entity: 'person/vladimir-makei' })).toEqual([1, 2]);
    expect(ids({ entity: 'office/by/foreign-minister' })).toEqual([1]);
  });
  it('by site: its name, else its host', () => {
    expect(siteOf(first)).toBe('sme.sk');
    expect(ids({ site: 'sme.sk' })).toEqual([2]);
    expect(ids({ site: 'Reuters' })).toEqual([1]);
  });
  it('by colour and kind', () => {
    expect(ids({ colours: ['blue'] })).toEqual([0]);
    expect(ids({ kinds: ['page', 'mention'] })).toEqual([2]);
  });
  it('by the day of clipping, ends included', () => {
    expect(ids({ from: '2026-03-02', to: '2026-03-02' })).toEqual([1]);
    expect(ids({ from: '2026-03-02' })).toEqual([0, 1]);
    expect(ids({ to: '2026-03-02' })).toEqual([1, 2]);
  });
  it('by the article’s date: one known to the month is in a span that has a part of that month', () => {
    expect(ids({ by: 'article', from: '2018-10-30', to: '2018-10-30' })).toEqual([0, 1]);
    expect(ids({ by: 'article', to: '2018-10-29' })).toEqual([0, 2]);
    expect(ids({ by: 'article', from: '2018-11-01' })).toEqual([]);
  });
  it('are counted, a span of dates as one', () => {
    expect(filterCount({ ...EVERYTHING, tags: ['a', 'b'], from: '2026-01-01', to: '2026-02-01', colours: ['pink', 'blue'] })).toBe(4);
    expect(isNarrowed({ ...EVERYTHING, text: 'x' })).toBe(true);
  });
});

describe('orders', () => {
  it.each([
    ['oldest', [2, 1, 0]],
    ['changed', [1, 0, 2]],
    ['published', [1, 0, 2]],
    // 9 before 10.
    ['title', [2, 1, 0]],
  ] as const)('%s', (sort, expected) => expect(ids({ sort })).toEqual(expected));
  it('best: as the search ranked them; what it did not find is left out', () => {
    expect(ids({ sort: 'best' }, [first.id, third.id])).toEqual([2, 0]);
    expect(ids({}, [first.id, third.id])).toEqual([0, 2]);
    expect(ids({ sort: 'best' })).toEqual([0, 1, 2]);
  });
});

describe('choices', () => {
  it('are what clips have, the most frequent first; a name twice in one clip counts once', () => {
    const { tags, sites, entities } = choicesOf(all);
    expect(tags).toEqual([
      { value: 'border', clips: 2 },
      { value: 'transit', clips: 1 },
    ]);
    expect(sites.map((s) => s.value)).toEqual(['Reuters', 'example.org', 'sme.sk']);
    expect(entities).toEqual([{ value: 'person/vladimir-makei', name: 'Vladimir Makei', kind: 'person', clips: 2 }]);
  });
});
