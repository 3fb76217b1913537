import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundledPack } from '@/lib/commands/pack';
import { dayRange } from '@/lib/dataset/dates';
import { chartOf } from '@/lib/explore/chart';
import { entityPage } from '@/lib/explore/entity';
import { extentOf } from '@/lib/explore/extent';
import { KINDS } from '@/lib/explore/kinds';
import { libraryOf } from '@/lib/explore/library';
import { hashOf, type Route, routeOf } from '@/lib/explore/route';
import { openPack } from '@/lib/pack/open';

const pack = openPack(bundledPack());
const library = libraryOf(pack, 'en');
while (!library.prepare());
const ids = (text: string, more: { kinds?: readonly (typeof KINDS)[number][]; country?: string } = {}) =>
  library.find({ text, kinds: more.kinds ?? [], ...(more.country ? { country: more.country } : {}) }, 20).hits.map((h) => h.id);

describe('searching the dataset', () => {
  it.each(['Лукашэ', 'lukash', 'ŁUKASZEN', 'лукашенко', 'Loukach', 'Alexander Luka'])('finds Lukashenko as “%s” is typed', (text) =>
    expect(ids(text)).toContain('person/alexander-lukashenko'),
  );
  it('finds by an acronym in any script, the bearer first', () => {
    expect(ids('OSCE')[0]).toBe('organisation/osce');
    expect(ids('ОБСЕ')[0]).toBe('organisation/osce');
  });
  it('finds who is recorded in Latin letters only when asked in Cyrillic', () => expect(ids('Блинкен')).toContain('person/antony-blinken'));
  it('finds in another case form', () => expect(ids('Аляксандра Лукашэнкі')[0]).toBe('person/alexander-lukashenko'));
  it('forgives a slip only when nothing else is found', () => {
    expect(ids('Lukashemko')).toContain('person/alexander-lukashenko');
    expect(ids('Makei')).not.toContain('person/mike-pompeo');
  });
  it('wants every word', () => {
    expect(ids('foreign minister belarus')[0]).toBe('office/by/foreign-minister');
    expect(ids('foreign minister xyzzyq')).toEqual([]);
  });
  it('keeps to the kinds and the country asked for', () => {
    expect(ids('minister', { kinds: ['office'], country: 'pl' }).every((id) => id.startsWith('office/pl/'))).toBe(true);
    const all = ids('', { kinds: ['person'], country: 'by' });
    expect(all[0]).toBe('person/alexander-lukashenko');
    expect(all.every((id) => id.startsWith('person/'))).toBe(true);
  });
  it('counts all and gives the limit', () => {
    const { hits, total } = library.find({ text: 'minister', kinds: [] }, 5);
    expect(hits).toHaveLength(5);
    expect(total).toBeGreaterThan(100);
  });
  it('never throws, whatever is typed', () =>
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (text) => library.find({ text, kinds: [] }, 3).hits.length <= 3),
      { numRuns: 60 },
    ));
});

describe('the page of an entity', () => {
  it('of a person has the tenures in order, with what is certain of them', () => {
    const makei = entityPage(pack, 'person/vladimir-makei', 'en');
    expect(makei?.native?.text).toBe('Уладзімір Макей');
    expect(makei?.bars.at(-1)).toMatchObject({ link: { id: 'office/by/foreign-minister' }, from: '2012-08-20', to: '2022-11-26' });
    expect(makei?.events.map((e) => e.link.id)).toContain('event/2018-mitchell-minsk');
  });
  it('of an office has its holders and of which country it is; an open tenure says when that was checked', () => {
    const office = entityPage(pack, 'office/pl/foreign-minister', 'en');
    expect(office?.of).toMatchObject([{ id: 'place/pl' }]);
    expect(office?.bars.map((b) => b.link?.id)).toContain('person/jacek-czaputowicz');
    const open = office?.bars.filter((b) => b.to === 'now') ?? [];
    expect(open.length).toBeGreaterThan(0);
    expect(open.every((b) => b.checked !== undefined)).toBe(true);
  });
  it('of an agreement has signatories and each status until the next', () =>
    expect(entityPage(pack, 'agreement/abm-treaty', 'en')).toMatchObject({
      bars: [
        { status: 'signed', from: '1972-05-26', to: '1972-10-03' },
        { status: 'in-force', from: '1972-10-03', to: '2002-06-13' },
        { status: 'withdrawn', from: '2002-06-13', to: '2002-06-13' },
      ],
      people: [{ name: 'United States' }, { name: 'Russia' }],
    }));
  it('tells names in the reader’s language, and keeps the English one among the others', () => {
    const page = entityPage(pack, 'person/vladimir-makei', 'be');
    expect(page?.name).toBe('Уладзімір Макей');
    expect(page?.native).toBeUndefined();
    expect(page?.names).toContainEqual({ language: 'en', text: 'Vladimir Makei' });
    expect(page?.countries[0]?.name).toBe('Беларусь');
  });
  it('is there for every entity, with at least one source, and links only to entities that are there', () => {
    for (let e = 0; e < pack.size; e++) {
      const page = entityPage(pack, pack.idOf(e), 'en');
      if (!page) throw new Error(`${pack.idOf(e)} has no page`);
      const links = [...page.countries, ...page.places, ...page.of, ...page.people, ...page.relatives, ...page.organisations, ...page.agreements];
      expect(links.filter((l) => pack.indexOf(l.id) === undefined)).toEqual([]);
      expect(page.sources.length, page.id).toBeGreaterThan(0);
    }
  });
  it('is none for what the pack does not hold', () => expect(entityPage(pack, 'person/nobody', 'en')).toBeUndefined());
});

describe('bars over years', () => {
  const today = dayRange('2026-01-01')?.first ?? 0;
  const one = (from: string, to: string, checked?: string) => chartOf([{ from, to, ...(checked ? { checked } : {}) }], today).stretches[0];
  it('are certain from the first to the last day when both are known', () => {
    const bar = one('2012-08-20', '2022-11-26');
    expect(bar?.sure).toEqual({ start: bar?.start, end: bar?.end });
  });
  it('are only possible where a date is known by its year', () => {
    const bar = one('2012', '2022-11-26');
    expect(bar?.start).toBe(0);
    expect(bar?.sure?.start).toBeGreaterThan(0.08);
  });
  it('have no certain part within one year of which only the number is known', () => expect(one('2012', '2012')?.sure).toBeUndefined());
  it('of an open tenure are certain up to the last check, and possible until today', () => {
    const bar = one('2020-01-01', 'now', '2025-01-01');
    expect(bar?.sure?.end).toBeLessThan((bar?.end ?? 0) - 0.1);
  });
  it('are none when no end is known', () => expect(one('?', '?')).toBeUndefined());
  it('stay on the scale, certain within possible, whatever the dates', () => {
    const date = fc.oneof(
      fc.integer({ min: 1950, max: 2025 }).map(String),
      fc.constant('?'),
      fc.date({ min: new Date('1950-01-01'), max: new Date('2025-12-31'), noInvalidDate: true }).map((d) => d.toISOString().slice(0, 10)),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(date, fc.oneof(date, fc.constant('now'))), { minLength: 1, maxLength: 6 }), (spans) => {
        const { stretches, ticks } = chartOf(
          spans.filter(([from, to]) => !(from > to)).map(([from, to]) => ({ from, to })),
          today,
        );
        expect(ticks.length).toBeLessThanOrEqual(8);
        for (const s of stretches) {
          if (!s) continue;
          expect(s.start).toBeGreaterThanOrEqual(0);
          expect(s.end).toBeLessThanOrEqual(1);
          expect(s.start).toBeLessThan(s.end);
          if (s.sure) expect(s.start <= s.sure.start && s.sure.start < s.sure.end && s.sure.end <= s.end).toBe(true);
        }
      }),
    );
  });
});

describe('addresses of the explorer', () => {
  it('lead back to where they were made', () =>
    fc.assert(
      fc.property(
        fc.record({ text: fc.string(), kinds: fc.subarray([...KINDS]), country: fc.option(fc.constantFrom('by', 'pl')) }),
        ({ text, kinds, country }) => {
          const route: Route = { at: 'search', text, kinds, ...(country ? { country } : {}) };
          expect(routeOf(hashOf(route))).toEqual(route);
        },
      ),
    ));
  it('of entities are their ids', () => {
    expect(hashOf({ at: 'entity', id: 'office/by/president' })).toBe('#/office/by/president');
    expect(routeOf('#/office/by/president')).toEqual({ at: 'entity', id: 'office/by/president' });
  });
  it.each(['', '#', '#/<script>', '#/person/', '#/person/../x', '#/?kind=god&country=Belarus'])('that lead nowhere (%s) lead to the start', (hash) =>
    expect(routeOf(hash)).toEqual({ at: 'search', text: '', kinds: [] }),
  );
});

describe('what the dataset covers', () => {
  it('is counted', () => {
    const extent = extentOf(pack, 'en');
    expect(extent.counts.reduce((sum, c) => sum + c.count, 0)).toBe(pack.size);
    expect(extent.countries).toBeGreaterThan(100);
    expect(extent.checked).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(extent.latest.every((e, i, all) => i === 0 || e.from <= (all[i - 1]?.from ?? ''))).toBe(true);
  });
});
