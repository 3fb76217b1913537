import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairPrint } from '@/lib/text/first-words';
import { fold, words } from '@/lib/text/fold';
import { makeScreen, mayHold, openScreen, SCREEN_VERSION } from '@/lib/text/screen';
import { fingerprint, highOf, tokenise } from '@/lib/text/tokens';

const noisy = fc
  .array(fc.constantFrom(...'AbzЛяіўЁёłŁšçß', "'", '’', 'ʼ', '-', '.', ',', ' ', '\n', '«', '»', '\u00ad', '\u0301', '\u200b', '習', '9', '’s', 'd’'), {
    maxLength: 60,
  })
  .map((parts) => parts.join(''));

describe('folding', () => {
  it.each([
    ['Łukašenka', 'lukasenka'],
    ['Lukashenka’s', 'lukashenka'],
    ['Лукашэнкi', 'лукашэнкі'], // with a Latin i
    ['Алексе\u0301й Ёлкин', 'алексеи елкин'],
    ['Weiß', 'weiss'],
    ['so\u00adft', 'soft'],
    ['Лук’янов', 'лукянов'],
    ['d’Abdyldaev', 'd abdyldaev'],
    ['习近平', '习 近 平'],
  ])('folds %s to %s', (text, folded) => expect(fold(text)).toBe(folded));

  it('changes nothing when done twice', () => fc.assert(fc.property(noisy, (text) => fold(fold(text)) === fold(text))));
});

describe('tokens', () => {
  it('are the words of folding, with their fingerprints and places', () =>
    fc.assert(
      fc.property(fc.oneof(noisy, fc.string({ unit: 'binary' })), (text) => {
        const tokens = tokenise(text);
        const expected = words(text);
        expect(tokens.count).toBe(expected.length);
        for (const [i, word] of expected.entries()) {
          expect([tokens.start[i], tokens.end[i], tokens.full[i]]).toEqual([word.start, word.end, word.endWithPossessive]);
          expect({ low: tokens.low[i], high: highOf(tokens, i) }).toEqual(fingerprint(word.folded));
        }
      }),
    ));
});

const lows = (words: readonly string[] = []) => words.map((word) => fingerprint(word).low);
type Words = Partial<Record<'alone' | 'aloneSmall' | 'opens' | 'opensSmall' | 'adjectives', readonly string[]>> & {
  pairs?: readonly (readonly [string, string])[];
};
const screenFor = (w: Words) =>
  makeScreen(
    {
      alone: lows(w.alone),
      aloneSmall: lows(w.aloneSmall),
      opens: lows(w.opens),
      opensSmall: lows(w.opensSmall),
      pairs: (w.pairs ?? []).map(([a, b]) => pairPrint(...(lows([a, b]) as [number, number]))),
      adjectives: lows(w.adjectives),
    },
    'p',
    20_000,
  );

describe('the screen', () => {
  const screen = openScreen(
    JSON.parse(
      JSON.stringify(
        screenFor({ alone: ['merkel', 'лукашэнка', 'president'], aloneSmall: ['president'], opens: ['the'], opensSmall: ['the'], pairs: [['the', 'quint']] }),
      ),
    ),
  );
  it('says yes to every name that it was made of', () => {
    expect(mayHold(screen, 'and then Merkel’s train')).toBe(true);
    expect(mayHold(screen, 'Лукашэнка')).toBe(true);
    expect(mayHold(screen, 'the president spoke')).toBe(true);
  });
  it('looks at the word after one that only begins names', () => {
    expect(mayHold(screen, 'it was the Quint')).toBe(true);
    expect(mayHold(screen, 'the flour')).toBe(false);
    expect(mayHold(screen, 'a Quint')).toBe(false);
    expect(mayHold(screen, 'of the')).toBe(false);
  });
  it('says no to small letters where a name needs a capital, and to other text', () => {
    expect(mayHold(screen, 'a merkel')).toBe(false);
    expect(mayHold(screen, 'Mix the flour with water and salt.')).toBe(false);
  });
  it('never says no to a word that it holds', () =>
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zа-я]{2,12}$/u), { minLength: 1, maxLength: 50 }), (all) => {
        const made = openScreen(screenFor({ aloneSmall: all.map(fold) }));
        return all.every((word) => mayHold(made, `x ${word} y`));
      }),
    ));
  it('refuses what is no screen, and says so', () => {
    expect(() => openScreen({ version: 1 })).toThrow(/damaged or of another version/);
    expect(() => openScreen({ version: SCREEN_VERSION, alone: 'AAAA' })).toThrow(/damaged/);
  });
  it('refuses one that is damaged inside: a name that it hides would be missed without a word', () => {
    const made = screenFor({ alone: ['merkel'], pairs: [['the', 'quint']] });
    expect(openScreen(made).day).toBe(20_000);
    const fields = ['alone', 'aloneSmall', 'opens', 'opensSmall', 'pairs', 'adjectives'] as const;
    for (const field of fields) {
      const other = made[field].startsWith('A') ? `B${made[field].slice(1)}` : `A${made[field].slice(1)}`;
      expect(() => openScreen({ ...made, [field]: other }), field).toThrow(/damaged inside/);
      // As long as a field may be, and empty.
      expect(() => openScreen({ ...made, [field]: btoa('\0'.repeat(256)) }), field).toThrow(/damaged inside/);
    }
    for (const change of [{ day: 19_999 }, { day: 'x' }, { sum: 0 }, { sum: undefined }])
      expect(() => openScreen({ ...made, ...change })).toThrow(/damaged inside/);
  });
});
