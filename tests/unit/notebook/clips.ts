/** Clips to test with: one as it should be, and any that may be. */
import fc from 'fast-check';
import { type Clip, type ClipMention, COLOURS } from '@/lib/notebook/types';

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

/** What breaks files: formulas, ends of quotations and commands, markup, paths, templates, keywords of YAML and BibTeX, lone surrogates. */
const POISON = [
  '=1+1',
  "'=SUM(A1)",
  '-1',
  '+375',
  '@here',
  '\t=x',
  '"',
  '""',
  "'",
  ',',
  ';',
  '\\',
  '\\;',
  '\r\n',
  '\r',
  '\n\n',
  '\ufeff',
  '\u2028',
  '\0',
  '\x1b[0m',
  '\x85',
  '\ud83d',
  '\udc00',
  '\ufffe',
  '🇧🇾👩‍👩‍👧',
  'é',
  'e\u0301',
  '\u202eفارسی',
  '<script>alert(1)</script>',
  '</style>',
  '<!--',
  ']]>',
  '&amp;',
  '&#0;',
  '# x',
  '- a',
  '---',
  '***',
  '```',
  '~~~',
  '[[x|y]]',
  '![](x)',
  '%%',
  '==',
  '$x$',
  '{{title}}',
  '{{#note}}',
  'yes',
  'null',
  '2018-10-30',
  '1e3',
  ': ',
  ' #',
  '{',
  '}',
  '%',
  ' and ',
  '\\end{x}',
  'TY  - X',
  'ER  - ',
  'a/b\\c:d*e?f"g<h>i|j',
  'CON',
  '..',
  'Лукашенко',
  '中文',
  '  ',
];

export const hostileText = (maxLength = 30): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.array(fc.constantFrom(...POISON), { maxLength: 4 }).map((parts) => parts.join('')) },
    { weight: 2, arbitrary: fc.array(fc.oneof(fc.constantFrom(...POISON), fc.string({ maxLength: 6 })), { maxLength: 4 }).map((parts) => parts.join('')) },
    { weight: 1, arbitrary: anyText(maxLength) },
  );
const filled = (arbitrary: fc.Arbitrary<string>) => arbitrary.map((text) => text || 'x');

const partialDate = fc
  .tuple(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 3 }))
  .map(([y, m, d, parts]) => [String(y), String(m).padStart(2, '0'), String(d).padStart(2, '0')].slice(0, parts).join('-'));
const moment = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }).map((date) => date.toISOString());

const address = fc.oneof(
  fc.nat(30).map((n) => `https://example.org/news/${n}`),
  hostileText(10).map((text) => `https://example.org/?q=${encodeURIComponent(text.toWellFormed())}&a={b}|c#d e'f`),
  fc.constant('file:///home/reader/page.html'),
);

const hostileMention: fc.Arbitrary<ClipMention> = fc.record(
  {
    start: fc.nat(5),
    end: fc.nat(12),
    surface: hostileText(),
    kind: fc.constantFrom('person', 'office', 'organisation', 'place', 'event', 'agreement'),
    entity: fc.oneof(
      fc.nat(8).map((n) => `person/p${n}`),
      filled(hostileText()),
    ),
    name: hostileText(),
    wikidata: fc.nat(99).map((n) => `Q${n}`),
    role: fc.record({ office: hostileText(), title: hostileText(), from: fc.constant('2012-08-20') }, { requiredKeys: ['office', 'title'] }),
    confidence: fc.constantFrom(0, 0.5, 1),
    count: fc.integer({ min: 1, max: 9 }),
  },
  { requiredKeys: ['start', 'end', 'surface', 'kind', 'entity', 'name', 'confidence'] },
);

/** A note of the length that nobody writes and somebody pastes. */
const longNote = hostileText().map((text) => `${text} word`.repeat(Math.ceil(100_000 / (text.length + 5))).slice(0, 100_000));

const page: fc.Arbitrary<Clip['page']> = fc.record(
  {
    url: address,
    canonical: address,
    title: hostileText(),
    site: hostileText(),
    authors: fc.array(fc.oneof(hostileText(), fc.constantFrom('Anna Reporter', 'Reporter, Anna', 'Reuters', 'Пётр Іваноў')), { maxLength: 3 }),
    published: partialDate,
    modified: partialDate,
    read: moment,
    language: fc.constantFrom('en', 'be', 'zh-Hans', '"><b>'),
  },
  { requiredKeys: ['url', 'title', 'authors', 'read'] },
);

/** Any clip that the notebook would keep, with every field and the worst in each. */
export const hostileClip: fc.Arbitrary<Clip> = fc
  .record(
    {
      id: fc.oneof({ weight: 5, arbitrary: fc.uuid() }, { weight: 1, arbitrary: filled(hostileText()).map((text) => `x${text.trim()}`) }),
      kind: fc.constantFrom<Clip['kind']>('passage', 'mention', 'page'),
      made: moment,
      changed: moment,
      revision: fc.nat(9),
      deleted: moment,
      page,
      exact: filled(hostileText(60)),
      around: hostileText(),
      range: fc.constant({ startContainer: '/html[1]/body[1]/p[1]/text()[1]', startOffset: 3, endContainer: '/html[1]/body[1]/p[2]/text()[1]', endOffset: 0 }),
      mentions: fc.array(hostileMention, { maxLength: 3 }),
      asOf: fc.constant({ date: '2018-10-30', source: 'meta' as const }),
      note: fc.oneof({ weight: 300, arbitrary: hostileText(60) }, { weight: 1, arbitrary: longNote }),
      tags: fc.uniqueArray(filled(hostileText(15)), { maxLength: 3 }),
      colour: fc.constantFrom(...COLOURS),
    },
    { requiredKeys: ['id', 'kind', 'made', 'changed', 'revision', 'page', 'exact', 'around', 'mentions', 'note', 'tags', 'colour'] },
  )
  .map(({ exact, around, range, ...clip }) => ({
    ...clip,
    ...(clip.kind === 'page'
      ? {}
      : {
          target: {
            quote: { exact, prefix: around, suffix: around },
            position: { start: 7, end: 7 + exact.length },
            ...(range ? { range } : {}),
          },
        }),
  }));

export const hostileNotebook: fc.Arbitrary<Clip[]> = fc.uniqueArray(hostileClip, { maxLength: 2, selector: (clip) => clip.id });
