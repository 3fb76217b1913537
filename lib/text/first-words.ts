/**
 * The words that names begin with, as two bit fields: of all of them, and of those that may stand in small letters
 * (“president”, not “may”). A small word is looked for in the second only: it stays small however many people there are.
 */

/** Bit fields of a power of two of bits, by the fingerprint’s lower half. They may say yes for nothing, never no for something. */
export interface FirstWords {
  readonly all: Uint32Array;
  readonly small: Uint32Array;
  /** Bits set for each word. */
  readonly probes: number;
}

/** A field for these lower halves of fingerprints, with about `bitsAWord` bits for each. */
export function fieldOf(words: ArrayLike<number>, probes: number, bitsAWord: number): Uint32Array {
  const bits = 2 ** Math.min(32, Math.max(10, Math.ceil(Math.log2(Math.max(1, words.length) * bitsAWord * 0.75))));
  const field = new Uint32Array(bits / 32);
  for (let i = 0; i < words.length; i++) {
    for (let k = 0; k < probes; k++) {
      const bit = bitOf(words[i] as number, k, shiftOf(field));
      field[bit >>> 5] = (field[bit >>> 5] as number) | (1 << (bit & 31));
    }
  }
  return field;
}

/** May the field hold a word? By its first probe alone. */
export function mayHave(field: Uint32Array, low: number): boolean {
  const bit = low >>> shiftOf(field);
  return (((field[bit >>> 5] as number) >>> (bit & 31)) & 1) === 1;
}

/** By how much a number of 32 bits is shifted to be the number of a bit of the field. */
export const shiftOf = (field: Uint32Array): number => Math.clz32(field.length) - 4;

/** The first probe is the fingerprint’s top bits as they are, so that the usual no costs a shift and a load. */
const bitOf = (low: number, k: number, shift: number): number =>
  (k === 0 ? low : Math.imul(low ^ (low >>> 15) ^ (k * 0x9e3779b1), 0x85ebca6b | (k << 1))) >>> shift;

/** Does the field hold a word, by all its probes? */
export const holds = (field: Uint32Array, low: number, probes: number): boolean => mayHave(field, low) && holdsRest(field, low, probes, shiftOf(field));

/** All probes but the first, which the caller has made. */
export function holdsRest(field: Uint32Array, low: number, probes: number, shift: number): boolean {
  for (let k = 1; k < probes; k++) {
    const bit = bitOf(low, k, shift);
    if ((((field[bit >>> 5] as number) >>> (bit & 31)) & 1) === 0) return false;
  }
  return true;
}

/** Two words in a row as one, by the lower halves of their fingerprints. */
export const pairPrint = (first: number, second: number): number => (((first << 11) | (first >>> 21)) ^ second) >>> 0;
