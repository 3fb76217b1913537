/**
 * The words of a text as parallel typed arrays, for the recogniser’s inner loops: where each stands, what its letters
 * fold to (as a 64-bit fingerprint, so that no string is made for it), and how it is joined to the word before it.
 * The rules of folding are those of `fold.ts`; a property test holds the two together.
 */
import { BREAK, foldOf, isApostrophe, isCjk, isPair, mendMixedScript, pairOf, SKIP } from './fold';

/** Bits of `Tokens.flags`. */
export const CAPITAL = 1;
/** No small letter and at least one capital, two characters or more: “NATO”, “G7”. */
export const ALL_CAPS = 2;
/** Nothing before it in the text, or the end of a sentence, a line, a colon, an opening quote after one. */
export const SENTENCE_START = 4;
/** Only spaces, hyphens or apostrophes between it and the word before. */
export const TIGHT = 8;
/** As TIGHT, or also commas, slashes, quotation marks, a full stop after an abbreviation. */
export const LOOSE = 16;
/** A comma stands between the word before and this one. */
export const AFTER_COMMA = 32;
/** One letter, or two joined, with a full stop after: “A.” of “A. Lukashenka”. */
export const INITIAL = 64;
/** A hyphen or dash without spaces joins it to the word before. */
export const HYPHENATED = 128;

export interface Tokens {
  readonly text: string;
  readonly count: number;
  /** UTF-16 code units; `end` is exclusive and leaves out a possessive ’s, `full` includes it. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly full: Int32Array;
  readonly flags: Uint8Array;
  /** The two halves of the fingerprint of the folded word. */
  readonly low: Uint32Array;
  readonly high: Uint32Array;
}

const LOW_SEED = 0x811c9dc5;
const HIGH_SEED = 0x9747b28c;
const lowStep = (h: number, unit: number): number => Math.imul(h ^ unit, 0x01000193);
const highStep = (h: number, unit: number): number => {
  const x = Math.imul(h ^ unit, 0x5bd1e995);
  return x ^ (x >>> 15);
};

/** The fingerprint of a folded word: the same two numbers that `tokenise` gives for it. */
export function fingerprint(folded: string): { readonly low: number; readonly high: number } {
  let low = LOW_SEED;
  let high = HIGH_SEED;
  for (let i = 0; i < folded.length; i++) {
    const unit = folded.charCodeAt(i);
    low = lowStep(low, unit);
    high = highStep(high, unit);
  }
  return { low: low >>> 0, high: high >>> 0 };
}

const isUpper = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  if (code < 128) return code >= 65 && code <= 90;
  const char = text[at] as string;
  return char.toLowerCase() !== char;
};
const isLower = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  if (code < 128) return code >= 97 && code <= 122;
  const char = text[at] as string;
  return char.toUpperCase() !== char;
};

/** The words of `text` in order. Cost: one pass over its code units. */
export function tokenise(text: string): Tokens {
  const length = text.length;
  let room = (length >> 2) + 8;
  let start = new Int32Array(room);
  let end = new Int32Array(room);
  let full = new Int32Array(room);
  let flags = new Uint8Array(room);
  let low = new Uint32Array(room);
  let high = new Uint32Array(room);
  let count = 0;
  let at = 0;
  let previousFull = 0;
  let previousLetters = 99;
  let previousCapital = false;
  while (at < length) {
    const first = foldOf(text.charCodeAt(at));
    if (first === BREAK || first === SKIP) {
      at++;
      continue;
    }
    const from = at;
    let to = at;
    let possessive = -1;
    let letters = 0;
    let a = LOW_SEED;
    let b = HIGH_SEED;
    let cyrillic = false;
    let latin = false;
    let upper = 0;
    let lower = 0;
    if (isCjk(text.charCodeAt(at))) {
      a = lowStep(a, first);
      b = highStep(b, first);
      letters = 2;
      to = ++at;
    } else {
      for (; at < length; at++) {
        const code = text.charCodeAt(at);
        const unit = foldOf(code);
        if (unit === BREAK || isCjk(code)) break;
        if (unit === SKIP) {
          if (at > from && isApostrophe(code)) {
            if (letters === 1 || (letters === 2 && isQu(text, from))) break;
            const s = text.charCodeAt(at + 1) | 32;
            if (s === 0x73) {
              const after = at + 2 < length ? foldOf(text.charCodeAt(at + 2)) : BREAK;
              if (after === BREAK || after === SKIP) {
                possessive = at + 2;
                break;
              }
            }
          }
          continue;
        }
        if (unit >= 0xe000 && isPair(unit)) {
          const pair = pairOf(unit);
          a = lowStep(lowStep(a, pair.charCodeAt(0)), pair.charCodeAt(1));
          b = highStep(highStep(b, pair.charCodeAt(0)), pair.charCodeAt(1));
        } else {
          if (unit >= 0x400 && unit < 0x500) cyrillic = true;
          else if (unit < 128) latin = true;
          a = lowStep(a, unit);
          b = highStep(b, unit);
        }
        if (lower === 0 && isLower(text, at)) lower++;
        else if (upper === 0 && isUpper(text, at)) upper++;
        letters++;
        to = at + 1;
      }
      if (possessive > 0) at = possessive;
      if (cyrillic && latin) {
        let folded = '';
        for (let i = from; i < to; i++) {
          const unit = foldOf(text.charCodeAt(i));
          if (unit !== SKIP) folded += isPair(unit) ? pairOf(unit) : String.fromCharCode(unit);
        }
        const mended = fingerprint(mendMixedScript(folded));
        a = mended.low;
        b = mended.high;
      }
    }
    if (count === room) {
      room *= 2;
      start = grown(start, new Int32Array(room));
      end = grown(end, new Int32Array(room));
      full = grown(full, new Int32Array(room));
      flags = grown(flags, new Uint8Array(room));
      low = grown(low, new Uint32Array(room));
      high = grown(high, new Uint32Array(room));
    }
    const capital = !isLower(text, from);
    let flag = capital ? CAPITAL : 0;
    if (letters > 1 && upper > 0 && lower === 0) flag |= ALL_CAPS;
    const stop = text.charCodeAt(to) === 0x2e;
    if (stop && letters === 1 && isUpper(text, from)) flag |= INITIAL;
    flag |= count === 0 ? SENTENCE_START : joinOf(text, previousFull, from, previousLetters, previousCapital);
    start[count] = from;
    end[count] = to;
    full[count] = possessive > 0 ? possessive : to;
    flags[count] = flag;
    low[count] = a >>> 0;
    high[count] = b >>> 0;
    count++;
    previousFull = possessive > 0 ? possessive : to;
    previousCapital = isUpper(text, from);
    previousLetters = isUpper(text, from) || isLower(text, from) ? letters : 99;
  }
  return { text, count, start, end, full, flags, low, high };
}

function grown<T extends Int32Array | Uint8Array | Uint32Array>(from: T, into: T): T {
  into.set(from);
  return into;
}

const isQu = (text: string, from: number): boolean => /^qu/i.test(text.slice(from, from + 2));

/** How a word that starts at `to` is joined to the one whose text ended at `from`. */
function joinOf(text: string, from: number, to: number, lettersBefore: number, capitalBefore: boolean): number {
  let flag = TIGHT | LOOSE;
  let stop = false;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    switch (code) {
      case 0x20:
      case 0xa0:
      case 0x202f:
      case 0x2009:
        break;
      case 0x0a: // a single line break may stand inside a name; two may not
        flag &= ~TIGHT;
        if (text.charCodeAt(at + 1) === 0x0a) return SENTENCE_START;
        break;
      case 0x2d:
      case 0x2010:
      case 0x2011:
        if (to - from === 1) flag |= HYPHENATED;
        else if (at > from && text.charCodeAt(at - 1) === 0x20) flag &= ~(TIGHT | LOOSE);
        break;
      case 0x2c:
      case 0x60c:
        flag = (flag & ~TIGHT) | AFTER_COMMA;
        break;
      case 0x2013:
      case 0x2014:
        if (to - from === 1) flag = (flag & ~TIGHT) | HYPHENATED;
        else flag &= ~(TIGHT | LOOSE);
        break;
      case 0x2f:
      case 0x26:
      case 0x22:
      case 0xab:
      case 0xbb:
      case 0x201c:
      case 0x201d:
      case 0x201e:
      case 0x9:
      case 0xd:
        flag &= ~TIGHT;
        break;
      case 0x2e:
        stop = true;
        break;
      case 0x21:
      case 0x3f:
      case 0x3a:
      case 0x2026:
      case 0x3002:
      case 0x2022:
        return SENTENCE_START;
      default:
        if (foldOf(code) !== SKIP) flag &= ~(TIGHT | LOOSE);
    }
  }
  if (!stop) return flag;
  // After an initial or a short capitalised word (“U.S.”, “Mr.”, “St.”, “им.”) a full stop ends no sentence.
  if (lettersBefore === 1 || (capitalBefore && lettersBefore <= 3)) return flag;
  return SENTENCE_START;
}
