/** Whatever comes in from outside, at random: an error that says so or a right answer, never a crash of another kind and never a wrong place. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundledPack } from '@/lib/commands/pack';
import { ToBackground } from '@/lib/messages';
import { ToNotebook } from '@/lib/notebook/messages';
import { openPack } from '@/lib/pack/open';
import { recognise } from '@/lib/recognise/recognise';
import { readCorrections } from '@/lib/settings/corrections';
import { DEFAULTS, readSettings } from '@/lib/settings/settings';
import { openScreen, SCREEN_VERSION } from '@/lib/text/screen';

const pack = openPack(bundledPack());
const NAMES = [
  'Angela Merkel',
  'Vladimir Makei',
  'Лукашенко',
  'Александр Лукашенко',
  'the Polish foreign minister',
  'OSCE',
  'Wess Mitchell',
  'глава МИД Польши',
];
/** What pages put between and into names: marks on letters, turned directions, halves of characters, white space of all sorts. */
const NOISE = ['\u202e', '\u0301', '\u0335', '\ud83d', '\ude00', '\u00ad', '\u200b', '\u00a0', '\ufeff', '\0', '-', '’', '. ', ' ', '\n', ',', 'İ', 'ﬁ', 'ß'];
const text = fc
  .array(fc.oneof(fc.constantFrom(...NAMES), fc.constantFrom(...NOISE), fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 40 })
  .map((parts) => parts.join(''));

describe('recognising what is no language', () => {
  it('gives mentions whose places hold their surface', () => {
    let found = 0;
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (texts) => {
        const blocks = texts.map((text, id) => ({ id, text }));
        for (const { block, start, end, surface } of recognise(blocks, pack, { today: 20_000 }).mentions) {
          found++;
          expect(start).toBeLessThan(end);
          expect(texts[block]?.slice(start, end)).toBe(surface);
        }
      }),
      { numRuns: 400 },
    );
    expect(found, 'names that were found').toBeGreaterThan(100);
  });
});

describe('messages that anybody made up', () => {
  const KINDS = ['recognise', 'card', 'find', 'correct', 'uncorrect', 'words', 'count', 'clip-add', 'clips-here', 'clip-edit', 'clip-trash', 'corpus-visit'];
  const message = fc.oneof(
    fc.anything(),
    fc
      .tuple(
        fc.constantFrom(...KINDS),
        fc.dictionary(fc.constantFrom('blocks', 'entities', 'date', 'ids', 'text', 'day', 'people', 'clip', 'url', 'id'), fc.anything()),
      )
      .map(([kind, rest]) => ({ ...rest, kind })),
  );
  it('are refused or parsed, and what was parsed parses again to the same', () =>
    fc.assert(
      fc.property(message, (raw) => {
        for (const schema of [ToBackground, ToNotebook]) {
          const parsed = schema.safeParse(raw);
          if (parsed.success) expect(schema.parse(parsed.data)).toEqual(parsed.data);
        }
      }),
      { numRuns: 1000 },
    ));
});

describe('storage that is damaged', () => {
  it('gives settings that are valid, whatever lies there', () =>
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.dictionary(fc.constantFrom('version', ...Object.keys(DEFAULTS)), fc.anything())), (stored) => {
        const { settings } = readSettings(stored);
        expect(Object.keys(settings).sort()).toEqual(Object.keys(DEFAULTS).sort());
        expect(readSettings({ version: 1, ...settings }).faults).toEqual([]);
      }),
      { numRuns: 1000 },
    ));
  it('gives corrections that are some, whatever lies there', () =>
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.record({ list: fc.anything() })), (stored) => {
        const list = readCorrections(stored);
        expect(readCorrections({ list })).toEqual(list);
      }),
    ));
  it('gives a screen or says that it is damaged', () =>
    fc.assert(
      fc.property(
        fc.oneof(fc.anything(), fc.record({ version: fc.constant(SCREEN_VERSION), alone: fc.base64String(), opens: fc.anything(), pairs: fc.string() })),
        (stored) => {
          expect(() => openScreen(stored)).toThrow(Error);
        },
      ),
    ));
});
