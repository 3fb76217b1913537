import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLIP_KINDS, EVERYTHING, SORTS, type Wanted } from '@/lib/notebook/filter';
import { hashOf, type Route, routeOf } from '@/lib/notebook/route';
import { COLOURS } from '@/lib/notebook/types';

const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((s) => s.isWellFormed());
const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }).map((d) => d.toISOString().slice(0, 10));
const anyWanted: fc.Arbitrary<Wanted> = fc
  .record(
    {
      text: fc.oneof(fc.constant(''), word),
      tags: fc.uniqueArray(word, { maxLength: 3 }),
      entity: fc.constantFrom('person/vladimir-makei', 'office/by/foreign-minister'),
      site: word,
      from: day,
      to: day,
      by: fc.constantFrom('clipped', 'article'),
      colours: fc.subarray([...COLOURS]),
      kinds: fc.subarray([...CLIP_KINDS]),
      sort: fc.constantFrom(...SORTS),
    },
    { requiredKeys: ['text', 'tags', 'by', 'colours', 'kinds', 'sort'] },
  )
  .map((wanted) => ({ ...wanted }) as Wanted);

describe('addresses of the notebook', () => {
  it('come back as the place they were made of', () =>
    fc.assert(
      fc.property(
        fc.oneof(
          anyWanted.map((wanted): Route => ({ at: 'list', wanted })),
          word.map((id): Route => ({ at: 'clip', id })),
          fc.constant<Route>({ at: 'entity', id: 'person/vladimir-makei' }),
          fc.constantFrom<Route>({ at: 'trash' }, { at: 'damaged' }, { at: 'corpus' }, { at: 'corpus', project: 'a/b c' }),
        ),
        (route) => {
          expect(routeOf(hashOf(route))).toEqual(route);
        },
      ),
    ));
  it.each(['', '#', '#/', '#/nowhere', '#/clip/', '#/?sort=upwards&colour=beige&from=yesterday&from=2026-99-99'])('%s leads to the list', (hash) =>
    expect(routeOf(hash)).toEqual({ at: 'list', wanted: EVERYTHING }),
  );
  it('stands what cannot be decoded', () => expect(routeOf('#/clip/%E0%A4%A')).toEqual({ at: 'clip', id: '%E0%A4%A' }));
});
