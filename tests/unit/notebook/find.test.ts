import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuote } from '@/lib/notebook/find';
import { CONTEXT, quoteOf, sentenceAround } from '@/lib/notebook/quote';

/** Words of many scripts, with emoji, combining marks and lone surrogates: no two stretches of them are alike by chance. */
const word = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[a-z]{2,9}$/) },
  { weight: 3, arbitrary: fc.stringMatching(/^[абвгдеўізйклмнопрстуфхцчшыьэюя]{2,9}$/u) },
  fc.stringMatching(/^[一-龠]{1,6}$/u),
  fc.stringMatching(/^[א-ת]{2,8}$/u),
  fc.stringMatching(/^[ا-ي]{2,8}$/u),
  fc.constantFrom('👩🏽‍🚀', '🇧🇾', 'é', 'й', 'ก็', '𝔄𝔟𝔠', '\ud83d', '\udc00', '—', '“x”'),
);
const words = (min: number, max: number) => fc.array(word, { minLength: min, maxLength: max }).map((w) => w.join(' '));
const target = (text: string, start: number, end: number) => ({ quote: quoteOf(text, start, end), position: { start, end } });
const found = (text: string, of: ReturnType<typeof target>) => {
  const at = findQuote(text, of);
  return at && text.slice(at.start, at.end);
};

const isHigh = (c: number) => c >= 0xd800 && c <= 0xdbff;
const isLow = (c: number) => c >= 0xdc00 && c <= 0xdfff;
/** Half a pair that was whole in the text is at an end of this slice. */
const splitsPair = (text: string, slice: string, at: number) =>
  (at > 0 && isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at))) ||
  (at + slice.length < text.length && isHigh(text.charCodeAt(at + slice.length - 1)) && isLow(text.charCodeAt(at + slice.length)));

describe('a quote', () => {
  it('has context that never cuts a code point in two', () =>
    fc.assert(
      fc.property(words(5, 80), fc.nat(), fc.nat(), (text, a, b) => {
        const start = a % text.length;
        const end = Math.min(text.length, start + 1 + (b % 40));
        const { exact, prefix, suffix } = quoteOf(text, start, end);
        expect(text.slice(start - prefix.length, end + suffix.length)).toBe(prefix + exact + suffix);
        expect(prefix.length >= Math.min(CONTEXT, start) && suffix.length >= Math.min(CONTEXT, text.length - end)).toBe(true);
        const whole = prefix + exact + suffix;
        expect(splitsPair(text, whole, start - prefix.length)).toBe(false);
      }),
    ));
});

describe('a passage is found again', () => {
  it('at once on a page that did not change, whatever is in it', () =>
    fc.assert(
      fc.property(words(1, 60), words(1, 20), words(1, 60), (before, passage, after) => {
        const text = `${before} ${passage} ${after}`;
        const start = before.length + 1;
        expect(findQuote(text, target(text, start, start + passage.length))).toEqual({ start, end: start + passage.length, how: 'exact' });
      }),
      { numRuns: 300 },
    ));

  it('in its place after any edits elsewhere', () =>
    fc.assert(
      fc.property(words(20, 60), words(4, 20), words(20, 60), fc.array(words(0, 30), { minLength: 4, maxLength: 4 }), (before, passage, after, edits) => {
        const text = `${before} ${passage} ${after}`;
        const start = before.length + 1;
        const mine = target(text, start, start + passage.length);
        // Whatever stood further off is replaced: what is kept is the passage and its context.
        const { prefix, suffix } = mine.quote;
        const changed = `${edits[0]} ${edits[1]} ${prefix}${passage}${suffix} ${edits[2]} ${edits[3]}`;
        const place = findQuote(changed, mine);
        const at = changed.indexOf(prefix + passage + suffix) + prefix.length;
        expect(place).toEqual({ start: at, end: at + passage.length, how: 'exact' });
      }),
      { numRuns: 300 },
    ));

  it('also with other surroundings when it is long enough to tell itself', () =>
    fc.assert(
      fc.property(
        words(10, 40),
        words(12, 30).filter((w) => w.length > 60),
        words(10, 40),
        words(5, 40),
        words(5, 40),
        (before, passage, after, other, another) => {
          const text = `${before} ${passage} ${after}`;
          expect(found(`${other}\n${passage}\n${another}`, target(text, before.length + 1, before.length + 1 + passage.length))).toBe(passage);
        },
      ),
    ));

  const PASSAGE = 'The ministers agreed to resume the consultations on border transit in the second half of November';
  const BEFORE = 'After three hours behind closed doors the press service published a short statement. ';
  const AFTER = '. Neither side named the participants of the next round, which is to be held in Vienna.';
  const TEXT = `Front page\n${BEFORE}${PASSAGE}${AFTER}\nRelated articles`;
  const mine = target(TEXT, TEXT.indexOf(PASSAGE), TEXT.indexOf(PASSAGE) + PASSAGE.length);

  it('after a correction inside it', () => {
    const corrected = PASSAGE.replace('border transit', 'cross-border transit').replace('second half', 'first half');
    expect(found(`News\n${BEFORE}${corrected}${AFTER}`, mine)).toBe(corrected);
    expect(findQuote(`News\n${BEFORE}${corrected}${AFTER}`, mine)?.how).toBe('context');
  });
  it('after a correction inside it and of what stands around it', () => {
    const corrected = PASSAGE.replace('agreed', 'have agreed').replace('second half', 'first half');
    const at = findQuote(`News\nUpdated. ${corrected}, sources say.`, mine);
    expect(at?.how).toBe('approximate');
    expect(`News\nUpdated. ${corrected}, sources say.`.slice(at?.start, at?.end)).toBe(corrected);
  });
  it('at the right one of many of the same words', () => {
    const text = Array.from({ length: 30 }, (_, i) => `Paragraph ${i} of the report says: he declined to comment. Then line ${i} ends.`).join('\n');
    const starts = [...text.matchAll(/he declined to comment/g)].map((m) => m.index);
    for (const start of [starts[3], starts[17], starts[29]] as number[]) {
      const one = target(text, start, start + 22);
      const inserted = `A new first paragraph.\n${text}`;
      expect(findQuote(inserted, one)?.start).toBe(start + 'A new first paragraph.\n'.length);
    }
  });
});

describe('a passage is an orphan', () => {
  const text = 'The minister of Poland said that talks would go on. Minsk did not answer the letter for a week, officials said.';
  const short = target(text, text.indexOf('Minsk'), text.indexOf('Minsk') + 5);
  it('when its page says something else', () =>
    expect(findQuote('Nothing of the kind stands here any more, and never did, one may say.', short)).toBeUndefined());
  it('when only its word stands elsewhere, among other words', () =>
    expect(findQuote('Trains from Warsaw to Minsk run again on Sundays, the railway announced.', short)).toBeUndefined());
  it('when something of another meaning took its place', () => {
    const long = target(text, 0, 51);
    expect(findQuote(`Subscribe to our newsletter for daily updates, free. ${text.slice(52)}`, long)).toBeUndefined();
  });
  it('or found where it says nearly the same: never anywhere else', () =>
    fc.assert(
      fc.property(words(10, 30), words(8, 20), words(10, 30), words(30, 80), (before, passage, after, other) => {
        const page = `${before} ${passage} ${after}`;
        const at = findQuote(other, target(page, before.length + 1, before.length + 1 + passage.length));
        if (at) expect(other.slice(at.start, at.end)).toBe(passage);
      }),
      { numRuns: 300 },
    ));
});

describe('the search is bounded', () => {
  it('on a page of two million characters with a passage of ten thousand that is not there', () => {
    const filler = 'lorem ipsum dolor sit amet consectetur '.repeat(52_000);
    const passage = 'abcdefghij klmnopqrst '.repeat(450);
    const started = performance.now();
    expect(
      findQuote(filler, { quote: { exact: passage, prefix: 'x'.repeat(48), suffix: 'y'.repeat(48) }, position: { start: 1000, end: 1000 + passage.length } }),
    ).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(1500);
  });
});

describe('the sentence around a mention', () => {
  const text = 'Title\nTalks began. Mr. Makei met Lavrov in Minsk, and left. They will go on.\nNext';
  it('is whole, and does not cross a line', () => {
    const at = text.indexOf('Lavrov');
    const { start, end } = sentenceAround(text, at, at + 6, 'en');
    expect(text.slice(start, end)).toMatch(/Makei met Lavrov in Minsk, and left\.$/);
  });
  it('holds the mention in any text', () =>
    fc.assert(
      fc.property(words(5, 60), fc.nat(), fc.nat(), (any, a, b) => {
        const start = a % any.length;
        const end = Math.min(any.length, start + 1 + (b % 10));
        const at = sentenceAround(any, start, end);
        expect(at.start <= start && at.end >= Math.min(end, any.trimEnd().length)).toBe(true);
      }),
    ));
});
