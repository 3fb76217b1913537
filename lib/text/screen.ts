/**
 * The screen: can this text hold a name at all? A Bloom filter over the folded first words of every name, small enough
 * to lie in extension storage, so that a page without names wakes nobody. It may say yes for nothing, never no for something.
 */
import { type FirstWords, fieldOf, holds, pairPrint } from './first-words';
import { holdsName } from './tokens';

export const SCREEN_VERSION = 4;

/** The bit fields, each of words (or pairs of words) by the lower half of their fingerprint. */
const FIELDS = ['alone', 'aloneSmall', 'opens', 'opensSmall', 'pairs', 'adjectives'] as const;
type Field = (typeof FIELDS)[number];

export interface ScreenData extends Readonly<Record<Field, string>> {
  readonly version: typeof SCREEN_VERSION;
  /** Which pack it was made for. */
  readonly pack: string;
  /** Days since 1970-01-01: no clock that says an earlier day is right, for the dataset knows later ones. */
  readonly day: number;
  /** Of the day and all fields: a field damaged inside would only hide names, and nobody would see that. */
  readonly sum: number;
}

export interface Screen {
  /** As in the data. */
  readonly day: number;
  /** Words that are a name by themselves. */
  readonly alone: FirstWords;
  /** Words that only begin one: with the next word they are one of `pairs`, or that is one of `adjectives`. */
  readonly opens: FirstWords;
  readonly pairs: Uint32Array;
  readonly adjectives: Uint32Array;
}

/** Under which key extension storage keeps it. */
export const SCREEN_KEY = 'screen';

const PROBES = 10;
/** Bits a word: with ten probes about one false yes in fifty thousand words. */
const BITS_A_WORD = 24;
/** Of pairs there are more, and they are only asked after a word that opens: a false yes in fifty will do. */
const PAIR_PROBES = 3;
const PAIR_BITS = 8;

/** In base64: storage holds no typed arrays in Chrome. */
export function makeScreen(words: Readonly<Record<Field, ArrayLike<number>>>, pack: string, day: number): ScreenData {
  const made = FIELDS.map((name) => (name === 'pairs' ? fieldOf(words[name], PAIR_PROBES, PAIR_BITS) : fieldOf(words[name], PROBES, BITS_A_WORD)));
  const fields = Object.fromEntries(FIELDS.map((name, i) => [name, toBase64(made[i] as Uint32Array)])) as Record<Field, string>;
  return { version: SCREEN_VERSION, pack, day, sum: sumOf(day, made), ...fields };
}

/** Throws when `data` is not what `makeScreen` gives. */
export function openScreen(data: unknown): Screen {
  const given = (typeof data === 'object' && data !== null ? data : {}) as Partial<Record<Field | 'version' | 'day' | 'sum', unknown>>;
  const { version, day, sum } = given;
  if (version !== SCREEN_VERSION) throw new Error('the stored screen is damaged or of another version; it has to be made again');
  const field = (name: Field): Uint32Array => {
    const text = given[name];
    const words = typeof text === 'string' ? fromBase64(text) : new Uint32Array(0);
    if (words.length < 32 || (words.length & (words.length - 1)) !== 0) throw new Error(`the stored screen is damaged at ${name}; it has to be made again`);
    return words;
  };
  const [alone, aloneSmall, opens, opensSmall, pairs, adjectives] = FIELDS.map(field) as [
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ];
  if (typeof day !== 'number' || sum !== sumOf(day, [alone, aloneSmall, opens, opensSmall, pairs, adjectives]))
    throw new Error('the stored screen is damaged inside; it has to be made again');
  return {
    day,
    alone: { all: alone, small: aloneSmall, probes: PROBES },
    opens: { all: opens, small: opensSmall, probes: PROBES },
    pairs,
    adjectives,
  };
}

/** 32 bits (FNV-1a, a word at a time) of the day and every field with its length: a quarter of a million words in less than a millisecond. */
function sumOf(day: number, fields: readonly Uint32Array[]): number {
  let sum = Math.imul(0x811c9dc5 ^ day, 0x01000193);
  for (const field of fields) {
    sum = Math.imul(sum ^ field.length, 0x01000193);
    for (let i = 0; i < field.length; i++) sum = Math.imul(sum ^ (field[i] as number), 0x01000193);
  }
  return sum >>> 0;
}

/** May `text` hold a name? */
export const mayHold = ({ alone, opens, pairs, adjectives }: Screen, text: string): boolean =>
  holdsName(text, alone, opens, (first, second) => holds(pairs, pairPrint(first, second), PAIR_PROBES) || holds(adjectives, second, PROBES));

function toBase64(field: Uint32Array): string {
  const bytes = new Uint8Array(field.buffer, field.byteOffset, field.byteLength);
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(text);
}

function fromBase64(text: string): Uint32Array {
  const { fromBase64: native } = Uint8Array as { fromBase64?: (text: string) => Uint8Array };
  // The browser’s own, where there is one: eight milliseconds of the first slice of every page less.
  const bytes = native ? native.call(Uint8Array, text) : Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  return new Uint32Array(bytes.buffer, 0, bytes.length >> 2);
}
