/** Clips to test with: one as it should be, and any that may be. */
import fc from 'fast-check';
import { type Clip, COLOURS } from '@/lib/notebook/types';

let count = 0;
/** A whole clip with an id of its own. */
export function aClip(with_: Partial<Clip> = {}): Clip {
  const id = `00000000-0000-4000-8000-${String(++count).padStart(12, '0')}`;
  return {
    id,
    kind: 'passage',
    made: '2026-11-24T08:30:00.000Z',
    changed: '2026-11-24T08:30:00.000Z',
    revision: 0,
    page: { url: 'https://example.org/news/1', title: 'Talks in Minsk', authors: ['A. Reporter'], read: '2026-11-24T08:29:00.000Z', language: 'en' },
    target: { quote: { exact: 'a passage', prefix: 'before ', suffix: ' after' }, position: { start: 7, end: 16 } },
    mentions: [],
    note: '',
    tags: [],
    colour: 'yellow',
    ...with_,
  };
}

/** Text as hostile as it comes: all scripts, emoji, line ends, lone surrogates. */
export const anyText = (maxLength = 60) => fc.string({ unit: 'binary', maxLength });

export const anyClip: fc.Arbitrary<Clip> = fc
  .record({
    id: fc.uuid(),
    note: anyText(300),
    tags: fc.array(
      anyText(20).filter((tag) => tag !== ''),
      { maxLength: 4 },
    ),
    colour: fc.constantFrom(...COLOURS),
    title: anyText(),
    exact: anyText().filter((text) => text !== ''),
    made: fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
  })
  .map(({ id, note, tags, colour, title, exact, made }) => {
    const base = aClip();
    const moment = made.toISOString();
    return {
      ...base,
      id,
      note,
      tags,
      colour,
      made: moment,
      changed: moment,
      page: { ...base.page, title },
      target: { quote: { exact, prefix: '', suffix: '' }, position: { start: 0, end: exact.length } },
    };
  });
