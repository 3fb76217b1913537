/**
 * The words of a text as parallel typed arrays, for the recogniser’s inner loops: where each stands, what its letters
 * fold to (as a fingerprint, so that no string is made for it), and how it is joined to the word before it.
 * The rules of folding are those of `fold.ts`; a property test holds the two together.
 *
 * What a letter costs is what everything costs. The loop over letters is two: over what stands between words, and over the letters of one. A
 * processor guesses wrong about once a word, which is cheaper than to write a row’s columns at every letter. What needs a closer look
 * (apostrophes, soft hyphens, ß, Chinese) leaves the loop for `readOdd`.
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
  /** For whoever looks the words up: what was found for each. Zero at first. */
  readonly word: Uint32Array;
}

/**
 * Memory for tokens, given out from large pieces: an array of its own for each column of each block costs more than to fill it. A piece
 * stays as long as anybody has tokens in it.
 */
const PIECE = 1 << 18;
let piece = new ArrayBuffer(0);
let taken = 0;
function room(bytes: number): { readonly buffer: ArrayBuffer; readonly at: number } {
  if (taken + bytes > piece.byteLength) {
    piece = new ArrayBuffer(Math.max(PIECE, bytes));
    taken = 0;
  }
  const at = taken;
  taken += (bytes + 7) & ~7;
  return { buffer: piece, at };
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
const PLAIN = LETTER | LOWER | LATIN;
/** Of words only: something inside vanished; a possessive ’s follows. */
const HOLLOW = 64;
const POSSESSIVE = 128;

/** For each code unit its kind, and its bits. Filled as characters are met. */
const KINDS = new Uint8Array(0x3000);
const BITS = new Int32Array(0x3000);
/** Beyond stand Chinese, Korean, surrogates: each needs a closer look. */
const kindAt = (code: number): number => (code < 0x3000 ? (KINDS[code] as number) : 0);

function kindOf(code: number, unit: number): number {
  const char = String.fromCharCode(code);
  return (
    LETTER |
    (char.toUpperCase() !== char ? LOWER : 0) |
    (char.toLowerCase() !== char ? UPPER : 0) |
    (unit >= 0x61 && unit <= 0x7a ? LATIN : unit >= 0x400 && unit < 0x500 ? CYRILLIC : 0)
  );
}

/**
 * The rows that `read` fills, four numbers to each and used again for every stretch of text: where the word starts and ends, the lower
 * half of its fingerprint, what it is made of.
 */
const ROOM = 4096;
const ROWS = new Int32Array(4 * ROOM);
const END = 1;
const LOW = 2;
const SEEN = 3;
/** Code units that surely fit, whatever they are. */
const STRETCH = ROOM - 2;

/**
 * The word being read: where the reader is, the next free row, and what it has of the word. `inside` is not zero inside a word.
 */
let at = 0;
let row = 0;
let hash = 0;
let made = 0;
let inside = 0;

/**
 * Reads the words that begin at `from` and in the stretch after it into the rows, and gives back how many there are; `at` is then where
 * to go on. `from` must not lie inside a word.
 */
function read(text: string, from: number): number {
  at = from;
  row = hash = made = inside = 0;
  ROWS[0] = from;
  const { length } = text;
  // A word that goes on at the stretch’s end is read to its own.
  for (let to = Math.min(length, from + STRETCH); ; to = at + 1) {
    do if (at < to && !readPlain(text, to)) readOdd(text);
    while (at < to);
    if (inside === 0 || at >= length) break;
  }
  if (inside !== 0) endWord(length, length);
  return row;
}

/** The loops over letters. False: they met one that needs a closer look, at `at`. */
function readPlain(text: string, until: number): boolean {
  const kinds = KINDS;
  const bits = BITS;
  const rows = ROWS;
  // `| 0` tells the compiler what these are: else it makes an object for the hash of every letter.
  const to = until | 0;
  let i = at | 0;
  let n = (row * 4) | 0;
  let h = hash | 0;
  let m = made | 0;
  let letters = inside !== 0;
  let kind = LETTER;
  while (i < to) {
    let code = text.charCodeAt(i);
    kind = code < 0x3000 ? (kinds[code] as number) : 0;
    if (kind === 0) break;
    if ((kind & LETTER) === 0) {
      if (letters) {
        rows[n + 1] = i;
        rows[n + 2] = h;
        rows[n + 3] = m;
        n = (n + 4) | 0;
        letters = false;
        h = 0;
        m = 0;
      }
      i = (i + 1) | 0;
      continue;
    }
    if (!letters) {
      rows[n] = i;
      letters = true;
    }
    do {
      h = ((h << 5) | (h >>> 27)) ^ (bits[code] as number); // lowStep
      m |= kind;
      i = (i + 1) | 0;
      if (i >= to) break;
      code = text.charCodeAt(i);
      kind = code < 0x3000 ? (kinds[code] as number) : 0;
    } while ((kind & LETTER) !== 0);
  }
  // Between words this is where the next may begin.
  if (!letters) rows[n] = i;
  at = i;
  row = n >> 2;
  hash = h;
  made = m;
  inside = letters ? -1 : 0;
  return kind !== 0;
}

/** Ends the word at `end` when there is one; the next begins at `next` or later. */
function endWord(end: number, next: number): void {
  if (inside !== 0) {
    ROWS[4 * row + END] = end;
    ROWS[4 * row + LOW] = hash;
    ROWS[4 * row + SEEN] = made;
    row++;
  }
  ROWS[4 * row] = next;
  inside = hash = made = 0;
}

/** Reads the one at `at`: not met yet, or neither a plain letter nor a plain break. */
function readOdd(text: string): void {
  const here = at;
  const code = text.charCodeAt(here);
  const unit = foldOf(code);
  const isPlain = unit !== SKIP && !isCjk(code) && !(unit >= 0xe000 && isPair(unit));
  if (isPlain && code < 0x3000) {
    // Met for the first time: the loop goes on here, and knows it now.
    KINDS[code] = unit === BREAK ? BETWEEN : kindOf(code, unit);
    BITS[code] = bitsOf(unit);
    return;
  }
  at++;
  if (unit === BREAK) endWord(here, at);
  else if (unit === SKIP) {
    if (inside === 0) {
      ROWS[4 * row] = at;
      return;
    }
    made |= HOLLOW;
    const sort = isApostrophe(code) ? apostropheAt(text, ROWS[4 * row] as number, here) : SKIP;
    if (sort === SKIP) return;
    if (sort === POSSESSIVE) {
      made |= POSSESSIVE;
      at++;
    }
    endWord(here, at);
  } else if (isCjk(code)) {
    endWord(here, here);
    hash = bitsOf(unit);
    made = LETTER;
    inside = -1;
    endWord(at, at);
  } else {
    if (isPlain) hash = lowStep(hash, bitsOf(unit));
    else for (const part of pairOf(unit)) hash = lowStep(hash, bitsOf(part.charCodeAt(0)));
    made |= kindOf(code, isPlain ? unit : pairOf(unit).charCodeAt(0));
    inside = -1;
  }
}

/** What an apostrophe at `here` is to the word that began at `from`: its end (BREAK), a possessive’s, or nothing (SKIP). */
function apostropheAt(text: string, from: number, here: number): number {
  const letters = lettersOf(text, from, here);
  if (letters === 1 || (letters === 2 && /^qu/i.test(text.slice(from, from + 2)))) return BREAK;
  if ((text.charCodeAt(here + 1) | 32) !== 0x73) return SKIP;
  const after = here + 2 < text.length ? foldOf(text.charCodeAt(here + 2)) : BREAK;
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
    made |= kindAt(code);
  }
  return (made & MIXED) === MIXED ? fingerprint(foldedOf(text, from, to)).high : high >>> 0;
}

/** Can the word of row `i` begin a name? */
function canBegin(text: string, i: number, first: FirstWords, allShift: number, smallShift: number): boolean {
  const seen = ROWS[4 * i + SEEN] as number;
  if ((seen & MIXED) === MIXED) ROWS[4 * i + LOW] = fingerprint(foldedOf(text, ROWS[4 * i] as number, ROWS[4 * i + END] as number)).low;
  const low = ROWS[4 * i + LOW] as number;
  const isSmall = (seen & CASE) === LOWER;
  const field = isSmall ? first.small : first.all;
  const shift = isSmall ? smallShift : allShift;
  const bit = low >>> shift;
  return (((field[bit >>> 5] as number) >>> (bit & 31)) & 1) === 1 && (first.probes === 1 || holdsRest(field, low, first.probes, shift));
}

/** Is any word of `text` a name by itself, or does one open a name that goes on with the word after it, as far as can be told? By fingerprints’ lower halves. */
export function holdsName(text: string, alone: FirstWords, opens: FirstWords, goOn: (first: number, second: number) => boolean): boolean {
  const allShift = shiftOf(alone.all);
  const smallShift = shiftOf(alone.small);
  const opensShift = shiftOf(opens.all);
  const opensSmallShift = shiftOf(opens.small);
  for (let from = 0; from < text.length; from = at) {
    const count = read(text, from);
    for (let i = 0; i < count; i++) {
      if (canBegin(text, i, alone, allShift, smallShift)) return true;
      if (canBegin(text, i, opens, opensShift, opensSmallShift) && (i + 1 < count ? canGoOn(i, goOn) : at < text.length)) return true;
    }
  }
  return false;
}

const canGoOn = (i: number, goOn: (first: number, second: number) => boolean): boolean =>
  ((ROWS[4 * i + 4 + SEEN] as number) & MIXED) === MIXED || goOn((ROWS[4 * i + LOW] as number) >>> 0, (ROWS[4 * i + 4 + LOW] as number) >>> 0);

/**
 * All tokens, and the numbers of those that may begin a name; undefined when there is none. `goesOn` is asked of a word that may begin one and of the
 * word after it (0: not known; -1: none), both by the lower half of their fingerprints, whether any name begins so; it may say yes for nothing.
 */
export function tokeniseAround(
  text: string,
  first: FirstWords,
  goesOn: (first: number, second: number) => boolean,
): { readonly tokens: Tokens; readonly beginnings: readonly number[] } | undefined {
  const allShift = shiftOf(first.all);
  const smallShift = shiftOf(first.small);
  const beginnings: number[] = [];
  let rows: Int32Array | undefined;
  let before = 0;
  for (let from = 0; from < text.length; from = at) {
    const count = read(text, from);
    for (let i = 0; i < count; i++) {
      if (!canBegin(text, i, first, allShift, smallShift)) continue;
      const isLast = i + 1 === count && at >= text.length;
      // A word of two scripts is not yet what it will be read as; the one after the stretch’s end is not read.
      const isKnown = i + 1 < count && ((ROWS[4 * i + 4 + SEEN] as number) & MIXED) !== MIXED;
      if (goesOn((ROWS[4 * i + LOW] as number) >>> 0, isKnown ? (ROWS[4 * i + 4 + LOW] as number) >>> 0 : isLast ? -1 : 0)) beginnings.push(before + i);
    }
    rows = withRead(rows, before, count, at < text.length);
    before += count;
  }
  return beginnings.length === 0 || !rows ? undefined : { tokens: tokensOf(text, rows, before), beginnings };
}

/** The words of `text` in order. Cost: one pass over its code units. */
export function tokenise(text: string): Tokens {
  let rows: Int32Array | undefined;
  let before = 0;
  for (let from = 0; from < text.length; from = at) {
    const count = read(text, from);
    rows = withRead(rows, before, count, at < text.length);
    before += count;
  }
  return tokensOf(text, rows ?? ROWS, before);
}

/** The rows of all stretches so far, the last one’s included. A text of one stretch, as most are, needs no copy. */
function withRead(rows: Int32Array | undefined, before: number, count: number, more: boolean): Int32Array {
  if (!rows && !more) return ROWS;
  const needed = 4 * (before + count);
  let all = rows ?? new Int32Array(needed * 2);
  if (all.length < needed) {
    all = new Int32Array(needed * 2);
    if (rows) all.set(rows);
  }
  all.set(ROWS.subarray(0, 4 * count), 4 * before);
  return all;
}

/** Rows as tokens, with what the letters between them say. */
function tokensOf(text: string, rows: Int32Array, count: number): Tokens {
  const from = room(count * 21);
  const start = new Int32Array(from.buffer, from.at, count);
  const end = new Int32Array(from.buffer, from.at + count * 4, count);
  const full = new Int32Array(from.buffer, from.at + count * 8, count);
  const low = new Uint32Array(from.buffer, from.at + count * 12, count);
  const word = new Uint32Array(from.buffer, from.at + count * 16, count);
  const flags = new Uint8Array(from.buffer, from.at + count * 20, count);
  let before = 0;
  let lettersBefore = 99;
  let capitalBefore = false;
  for (let i = 0; i < count; i++) {
    const begin = rows[4 * i] as number;
    const stop = rows[4 * i + END] as number;
    let print = rows[4 * i + LOW] as number;
    const made = rows[4 * i + SEEN] as number;
    let to = stop;
    let letters = to - begin;
    let flag = 0;
    let capital = false;
    let cased = true;
    // Most words are small letters and nothing else.
    if (made !== PLAIN) {
      if (made & HOLLOW) {
        while (foldOf(text.charCodeAt(to - 1)) === SKIP) to--;
        letters = lettersOf(text, begin, to);
      }
      if ((made & MIXED) === MIXED) print = fingerprint(foldedOf(text, begin, to)).low;
      const code = text.charCodeAt(begin);
      const kind = kindAt(code) || kindOf(code, 0);
      if (isCjk(code)) letters = 2;
      capital = (kind & UPPER) !== 0;
      cased = (kind & CASE) !== 0;
      if ((kind & LOWER) === 0) flag = CAPITAL;
      if (letters > 1 && (made & CASE) === UPPER) flag |= ALL_CAPS;
      if (letters === 1 && capital && text.charCodeAt(to) === 0x2e) flag |= INITIAL;
    }
    if (i === 0) flag |= SENTENCE_START;
    else flag |= begin - before === 1 && text.charCodeAt(before) === 0x20 ? TIGHT | LOOSE : joinOf(text, before, begin, lettersBefore, capitalBefore);
    before = made & POSSESSIVE ? stop + 2 : to;
    start[i] = begin;
    end[i] = to;
    full[i] = before;
    low[i] = print;
    flags[i] = flag;
    capitalBefore = capital;
    lettersBefore = cased ? letters : 99;
  }
  return { text, count, start, end, full, flags, low, word };
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
