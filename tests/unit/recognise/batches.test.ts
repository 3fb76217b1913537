import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recognise } from '@/lib/recognise/recognise';
import { type Block, type DocumentContext, EMPTY_CONTEXT, type Mention } from '@/lib/recognise/types';
import { dayOf, pack } from './claims';

const read = (blocks: readonly Block[], context: DocumentContext, day = '2018-11-06') =>
  // As it travels.
  recognise(blocks, pack, { today: dayOf('2026-01-01'), date: { day: dayOf(day), source: 'given' }, context: JSON.parse(JSON.stringify(context)) });

/** Batches in the order in which they come, and then once more in the order of the text, as a page reads them. */
function inBatches(arriving: readonly (readonly Block[])[], day?: string): { readonly first: Mention[]; readonly revised: Mention[] } {
  const first: Mention[] = [];
  let context = EMPTY_CONTEXT;
  for (const batch of arriving) {
    const answer = read(batch, context, day);
    first.push(...answer.mentions);
    context = answer.context;
  }
  const revised: Mention[] = [];
  context = { ...context, introduced: {} };
  for (const batch of [...arriving].sort((a, b) => (a[0]?.id ?? 0) - (b[0]?.id ?? 0))) {
    const answer = read(batch, context, day);
    revised.push(...answer.mentions);
    context = answer.context;
  }
  return { first, revised };
}

const blocksOf = (...texts: string[]): Block[] => texts.map((text, id) => ({ id, text }));
const said = (mentions: readonly Mention[]) =>
  mentions.filter((m) => m.kind !== 'place').map((m) => `${m.surface} → ${m.entity.replace(/^(person|organisation)\//, '')}`);
/** The texts as batches of their own, in the order given; what is said of each in the end. */
const later = (day: string, ...texts: string[]) =>
  said(
    inBatches(
      blocksOf(...texts).map((b) => [b]),
      day,
    ).revised,
  );
const atOnce = (day: string, ...texts: string[]) => said(read(blocksOf(...texts), EMPTY_CONTEXT, day).mentions);

describe('a document in batches', () => {
  it('knows a bare name by a full name in an earlier batch', () =>
    expect(said(inBatches([[{ id: 0, text: 'Wess Mitchell came.' }], [{ id: 1, text: 'Mitchell left.' }]]).first)).toEqual([
      'Wess Mitchell → a-wess-mitchell',
      'Mitchell → a-wess-mitchell',
    ]));
  it('knows it by the country of an earlier batch', () =>
    expect(said(inBatches([[{ id: 0, text: 'The talks were in Belarus.' }], [{ id: 1, text: 'Makei left.' }]]).first)).toEqual(['Makei → vladimir-makei']));
  it('explains a bare name by a full name that comes late', () =>
    expect(later('2018-11-06', 'Mitchell left.', 'Wess Mitchell came.')).toEqual(['Mitchell → a-wess-mitchell', 'Wess Mitchell → a-wess-mitchell']));
  it('takes a bare name back when a stranger comes late', () => {
    const texts = ['Makei met the foreign minister of Belarus.', 'Viktor Makei keeps the goal.'] as const;
    const { first, revised } = inBatches(blocksOf(...texts).map((b) => [b]));
    expect(said(first)).toContain('Makei → vladimir-makei');
    expect(said(revised)).not.toContain('Makei → vladimir-makei');
  });
  it('hears the last one named, also from the batch before', () =>
    expect(later('2018-11-06', 'Wess Mitchell came. Joni Mitchell sang.', 'Mitchell smiled.')).toEqual(['Wess Mitchell → a-wess-mitchell']));
  it('knows a stranger in another script', () => {
    expect(later('2018-11-06', 'Viktor Makei keeps the goal of Belarus.', 'Макей выступил.')).toEqual([]);
    expect(later('2018-11-06', 'Makei met the foreign minister of Belarus.', 'Сергей Макей стоит в воротах.')).toEqual([
      'the foreign minister of Belarus → vladimir-makei',
    ]);
  });
  it('knows one who is introduced in another script', () =>
    expect(later('2018-11-06', 'Wess Mitchell came to Minsk.', 'Митчелл отметил успехи.')).toContain('Митчелл → a-wess-mitchell'));
  it('says nothing of a bare name after two of one family, one of them a stranger', () =>
    expect(atOnce('2021-06-01', 'Liz Cheney and Dick Cheney came to Washington. Cheney spoke.')).toEqual(['Dick Cheney → dick-cheney']));
  it('keeps the name of who rules a country through their family', () =>
    expect(atOnce('2019-06-01', 'Melania Trump and Donald Trump came. Trump spoke.')).toEqual(['Donald Trump → donald-trump', 'Trump → donald-trump']));
});

const SENTENCES = [
  'Wess Mitchell came to Minsk.',
  'Joni Mitchell sang.',
  'Mitchell left.',
  'Makei spoke.',
  'Viktor Makei kept the goal.',
  'Макей выступил.',
  'The foreign minister of Belarus was there.',
  'The US and Poland agreed.',
  'The president said so.',
  'Alexander Lukashenko came.',
  'Lukashenko and Viktor Lukashenko spoke.',
  'Лукашенко заявил это.',
  'Mr Lavrov met Mr Pompeo.',
  'Lavrov said no.',
  'The artificial pancreas (AP) helps.',
  'The AP wrote.',
  'The national security adviser came.',
  'Congress met in Washington.',
  'Clinton spoke.',
  'Hillary Clinton and Bill Clinton came.',
];

describe('any document', () => {
  it('ends with the mentions that it has when read at once, whatever its batches and their order', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 12 }),
        fc.array(fc.nat(11), { maxLength: 5 }),
        fc.infiniteStream(fc.nat(1000)),
        (sentences, cuts, shuffle) => {
          const blocks = blocksOf(...sentences);
          const edges = [...new Set([0, ...cuts.filter((c) => c < blocks.length), blocks.length])].sort((a, b) => a - b);
          const batches = edges.slice(0, -1).map((from, i) => blocks.slice(from, edges[i + 1]));
          const arriving = batches
            .map((batch) => ({ batch, place: shuffle.next().value as number }))
            .sort((a, b) => a.place - b.place)
            .map(({ batch }) => batch);
          // Groups are numbered within a batch.
          const plain = (mentions: readonly Mention[]) => mentions.map(({ group: _, ...m }) => m);
          expect(plain(inBatches(arriving).revised)).toEqual(plain(read(blocks, EMPTY_CONTEXT).mentions));
        },
      ),
      { numRuns: 150 },
    ));
});
