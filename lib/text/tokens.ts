/**
 * The words of a text as parallel typed arrays, for the recogniser’s inner loops: where each stands, what its letters
 * fold to (as a fingerprint, so that no string is made for it), and how it is joined to the word before it.
 * The rules of folding are those of `fold.ts`; a property test holds the two together.
 *
 * What a letter costs is what everything costs, so the loop over letters has no branch that a processor could guess
 * wrong: every turn writes the word’s columns anew, and only the turn at which a word ends moves on to the next row.
 * What needs a closer look (apostrophes, soft hyphens, ß, Chinese) leaves the loop for `closer`.
 */
import { type FirstWords, holdsRest, shiftOf } from './first-words';
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
  /** The lower half of the fingerprint of the folded word; `highOf` gives the upper one. */
  readonly low: Uint32Array;
}

const HIGH_SEED = 0x9747b28c;
/** A unit’s own 32 bits. Turned by five bits a letter and put together by exclusive or, they are the lower half: three steps a letter. */
function bitsOf(unit: number): number {
  let x = Math.imul(unit ^ 0x3243f6a8, 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}
const lowStep = (h: number, bits: number): number => ((h << 5) | (h >>> 27)) ^ bits;
const highStep = (h: number, unit: number): number => {
  const x = Math.imul(h ^ unit, 0x5bd1e995);
  return x ^ (x >>> 15);
};

/** The fingerprint of a folded word. */
export function fingerprint(folded: string): { readonly low: number; readonly high: number } {
  let low = 0;
  let high = HIGH_SEED;
  for (let i = 0; i < folded.length; i++) {
    const unit = folded.charCodeAt(i);
    low = lowStep(low, bitsOf(unit));
    high = highStep(high, unit);
  }
  return { low: low >>> 0, high: high >>> 0 };
}

/** What a code unit is, and, joined, what a word is made of. 0: not met yet, or one that needs a closer look. */
const LETTER = 1;
const BETWEEN = 2;
const LOWER = 4;
const UPPER = 8;
const LATIN = 16;
const CYRILLIC = 32;
const CASE = LOWER | UPPER;
const MIXED = LATIN | CYRILLIC;
/** Of words only: something inside vanished; a possessive ’s follows. */
const HOLLOW = 64;
const POSSESSIVE = 128;

/** Filled as characters are met. Zero at first, so that the system gives memory only for the scripts that come. */
const KIND = new Uint8Array(65536);
const BITS = new Int32Array(65536);

function kindOf(code: number, unit: number): number {
  const char = String.fromCharCode(code);
  return (
    LETTER |
    (char.toUpperCase() !== char ? LOWER : 0) |
    (char.toLowerCase() !== char ? UPPER : 0) |
    (unit >= 0x61 && unit <= 0x7a ? LATIN : unit >= 0x400 && unit < 0x500 ? CYRILLIC : 0)
  );
}

/** The rows that `read` fills, used again for every text. */
function columns(room: number) {
  return { start: new Int32Array(room), end: new Int32Array(room), full: new Int32Array(room), low: new Uint32Array(room), seen: new Uint8Array(room) };
}
const SMALL_ROOM = 4096;
let rows = columns(SMALL_ROOM);
function makeRoom(count: number): void {
  if (count <= rows.low.length) return;
  const old = rows;
  rows = columns(Math.max(count, old.low.length * 2));
  for (const name of ['start', 'end', 'full', 'low', 'seen'] as const) rows[name].set(old[name]);
}

/** Where `read` stopped: after a word’s end. */
let resume = 0;

/**
 * Reads the words that begin at `from` and before `until` into the rows from row `count` on, and gives back the number of the next
 * free row. At most one row a code unit and one more are written. `from` must not lie inside a word.
 */
function read(text: string, from: number, until: number, count: number): number {
  const { start, end, full, low, seen } = rows;
  const length = text.length;
  let at = from;
  let hash = 0;
  let made = 0;
  /** All bits set inside a word, else none. */
  let inside = 0;
  start[count] = from;
  for (;;) {
    for (; at < until; at++) {
      const code = text.charCodeAt(at);
      const kind = KIND[code] as number;
      if (kind === 0) {
        // Not met yet, or one that needs a closer look.
        const unit = foldOf(code);
        if (unit === BREAK) KIND[code] = BETWEEN;
        if (unit === BREAK || isSimple(code, unit)) {
          if (unit !== BREAK) {
            KIND[code] = kindOf(code, unit);
            BITS[code] = bitsOf(unit);
          }
          at--;
          continue;
        }
        if (unit === SKIP) {
          if (inside === 0) {
            start[count] = at + 1;
            continue;
          }
          const sort = isApostrophe(code) ? apostropheAt(text, start[count] as number, at) : SKIP;
          made |= HOLLOW;
          if (sort === SKIP) continue;
          // After “d” of “d’Artagnan” or before the possessive s: the word ends.
          end[count] = at;
          low[count] = hash;
          seen[count] = made;
          if (sort === POSSESSIVE) {
            seen[count] = made | POSSESSIVE;
            full[count] = at + 2;
            at++;
          }
          count++;
          start[count] = at + 1;
          inside = hash = made = 0;
          continue;
        }
        if (isCjk(code)) {
          if (inside !== 0) {
            end[count] = at;
            low[count] = hash;
            seen[count] = made;
            count++;
          }
          start[count] = at;
          end[count] = at + 1;
          low[count] = bitsOf(unit);
          seen[count] = LETTER;
          count++;
          start[count] = at + 1;
          inside = hash = made = 0;
          continue;
        }
        const pair = pairOf(unit);
        hash = lowStep(lowStep(hash, bitsOf(pair.charCodeAt(0))), bitsOf(pair.charCodeAt(1)));
        made |= kindOf(code, pair.charCodeAt(0));
        inside = -1;
        continue;
      }
      const letter = -(kind & LETTER);
      end[count] = at;
      low[count] = hash;
      seen[count] = made;
      count += inside & ~letter & 1;
      // Between words this is where the next may begin; inside one it is written over before it is read.
      start[count - letter] = at + 1;
      hash = lowStep(hash, BITS[code] as number) & letter;
      made = (made | kind) & letter;
      inside = letter;
    }
    if (inside === 0 || at >= length) break;
    until = at + 1;
  }
  if (inside !== 0) {
    end[count] = length;
    low[count] = hash;
    seen[count] = made;
    count++;
  }
  resume = at;
  return count;
}

const isSimple = (code: number, unit: number): boolean => unit !== SKIP && !isCjk(code) && !(unit >= 0xe000 && isPair(unit));

/** What an apostrophe at `at` is to the word that began at `from`: its end (BREAK), a possessive’s, or nothing (SKIP). */
function apostropheAt(text: string, from: number, at: number): number {
  const letters = lettersOf(text, from, at);
  if (letters === 1 || (letters === 2 && /^qu/i.test(text.slice(from, from + 2)))) return BREAK;
  if ((text.charCodeAt(at + 1) | 32) !== 0x73) return SKIP;
  const after = at + 2 < text.length ? foldOf(text.charCodeAt(at + 2)) : BREAK;
  return after === BREAK || after === SKIP ? POSSESSIVE : SKIP;
}

function lettersOf(text: string, from: number, to: number): number {
  let letters = 0;
  for (let i = from; i < to; i++) if (foldOf(text.charCodeAt(i)) !== SKIP) letters++;
  return letters;
}

/** The folded word that stands from `from` to `to`, look-alike letters read as what they stand for. */
function foldedOf(text: string, from: number, to: number): string {
  let folded = '';
  for (let i = from; i < to; i++) {
    const unit = foldOf(text.charCodeAt(i));
    if (unit !== SKIP) folded += isPair(unit) ? pairOf(unit) : String.fromCharCode(unit);
  }
  return mendMixedScript(folded);
}

/** The upper half of the fingerprint of a token. Few are asked for it: those whose lower half a pack knows. */
export function highOf({ text, start, end }: Tokens, token: number): number {
  const from = start[token] as number;
  const to = end[token] as number;
  let high = HIGH_SEED;
  let made = 0;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    const unit = foldOf(code);
    if (unit === SKIP) continue;
    if (unit >= 0xe000 && isPair(unit)) {
      const pair = pairOf(unit);
      high = highStep(highStep(high, pair.charCodeAt(0)), pair.charCodeAt(1));
    } else high = highStep(high, unit);
    made |= KIND[code] as number;
  }
  return (made & MIXED) === MIXED ? fingerprint(foldedOf(text, from, to)).high : high >>> 0;
}

/** Can the word of a row begin a name? */
function canBegin(text: string, row: number, first: FirstWords, allShift: number, smallShift: number): boolean {
  const made = rows.seen[row] as number;
  if ((made & MIXED) === MIXED) rows.low[row] = fingerprint(foldedOf(text, rows.start[row] as number, rows.end[row] as number)).low;
  const low = rows.low[row] as number;
  const isSmall = (made & CASE) === LOWER;
  const field = isSmall ? first.small : first.all;
  const shift = isSmall ? smallShift : allShift;
  const bit = low >>> shift;
  return (((field[bit >>> 5] as number) >>> (bit & 31)) & 1) === 1 && (first.probes === 1 || holdsRest(field, low, first.probes, shift));
}

/** Does any word of `text` begin a name, as far as `first` can tell? */
export function holdsFirstWord(text: string, first: FirstWords): boolean {
  const allShift = shiftOf(first.all);
  const smallShift = shiftOf(first.small);
  for (let at = 0; at < text.length; at = resume) {
    const count = read(text, at, Math.min(text.length, at + SMALL_ROOM - 2), 0);
    for (let row = 0; row < count; row++) if (canBegin(text, row, first, allShift, smallShift)) return true;
  }
  return false;
}

/** The numbers of the tokens that may begin a name, and all tokens; undefined when there is none. */
export function tokeniseAround(text: string, first: FirstWords): { readonly tokens: Tokens; readonly beginnings: Int32Array } | undefined {
  const count = readAll(text);
  const allShift = shiftOf(first.all);
  const smallShift = shiftOf(first.small);
  let found = 0;
  for (let row = 0; row < count; row++) if (canBegin(text, row, first, allShift, smallShift)) begins[found++] = row;
  if (found === 0) return undefined;
  const beginnings = begins.slice(0, found);
  return { tokens: tokensOf(text, count), beginnings };
}

let begins = new Int32Array(SMALL_ROOM);

function readAll(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at = resume) {
    const until = Math.min(text.length, at + 4 * SMALL_ROOM);
    makeRoom(count + until - at + 2);
    count = read(text, at, until, count);
  }
  if (begins.length < count) begins = new Int32Array(rows.low.length);
  return count;
}

/** The words of `text` in order. Cost: one pass over its code units. */
export const tokenise = (text: string): Tokens => tokensOf(text, readAll(text));

/** The first `count` rows as tokens, with what the letters between them say. */
function tokensOf(text: string, count: number): Tokens {
  const start = rows.start.slice(0, count);
  const end = rows.end.slice(0, count);
  const low = rows.low.slice(0, count);
  const flags = new Uint8Array(count);
  const { seen } = rows;
  for (let i = 0; i < count; i++) {
    const made = seen[i] as number;
    if (made & HOLLOW) while (foldOf(text.charCodeAt((end[i] as number) - 1)) === SKIP) end[i] = (end[i] as number) - 1;
    if ((made & MIXED) === MIXED) low[i] = fingerprint(foldedOf(text, start[i] as number, end[i] as number)).low;
  }
  const full = end.slice();
  let before = 0;
  let lettersBefore = 99;
  let capitalBefore = false;
  for (let i = 0; i < count; i++) {
    const made = seen[i] as number;
    const from = start[i] as number;
    const to = end[i] as number;
    const code = text.charCodeAt(from);
    const kind = KIND[code] || kindOf(code, 0);
    const letters = made & HOLLOW ? lettersOf(text, from, to) : KIND[code] === 0 && isCjk(code) ? 2 : to - from;
    const upper = (kind & UPPER) !== 0;
    let flag = kind & LOWER ? 0 : CAPITAL;
    if (letters > 1 && (made & CASE) === UPPER) flag |= ALL_CAPS;
    if (letters === 1 && upper && text.charCodeAt(to) === 0x2e) flag |= INITIAL;
    if (i === 0) flag |= SENTENCE_START;
    else flag |= from - before === 1 && text.charCodeAt(before) === 0x20 ? TIGHT | LOOSE : joinOf(text, before, from, lettersBefore, capitalBefore);
    if (made & POSSESSIVE) full[i] = rows.full[i] as number;
    flags[i] = flag;
    before = full[i] as number;
    capitalBefore = upper;
    lettersBefore = kind & CASE ? letters : 99;
  }
  return { text, count, start, end, full, flags, low };
}

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
