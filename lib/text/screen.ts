/**
 * The screen: can this text hold a name at all? A Bloom filter over the folded first words of every name, small enough
 * to lie in extension storage, so that a page without names wakes nobody. It may say yes for nothing, never no for something.
 */
import { type FirstWords, fieldOf, holds, pairPrint } from './first-words';
import { holdsName } from './tokens';

export const SCREEN_VERSION = 3;

/** The bit fields, each of words (or pairs of words) by the lower half of their fingerprint. */
const FIELDS = ['alone', 'aloneSmall', 'opens', 'opensSmall', 'pairs', 'adjectives'] as const;
type Field = (typeof FIELDS)[number];

export interface ScreenData extends Readonly<Record<Field, string>> {
  readonly version: typeof SCREEN_VERSION;
  /** Which pack it was made for. */
  readonly pack: string;
}

export interface Screen {
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
export function makeScreen(words: Readonly<Record<Field, ArrayLike<number>>>, pack: string): ScreenData {
  const fields = Object.fromEntries(
    FIELDS.map((name) => [name, toBase64(name === 'pairs' ? fieldOf(words[name], PAIR_PROBES, PAIR_BITS) : fieldOf(words[name], PROBES, BITS_A_WORD))]),
  ) as Record<Field, string>;
  return { version: SCREEN_VERSION, pack, ...fields };
}

/** Throws when `data` is not what `makeScreen` gives. */
export function openScreen(data: unknown): Screen {
  const given = (typeof data === 'object' && data !== null ? data : {}) as Partial<Record<Field | 'version', unknown>>;
  if (given.version !== SCREEN_VERSION) throw new Error('the stored screen is damaged or of another version; it is made again when the extension starts');
  const field = (name: Field): Uint32Array => {
    const text = given[name];
    const words = typeof text === 'string' ? fromBase64(text) : new Uint32Array(0);
    if (words.length < 32 || (words.length & (words.length - 1)) !== 0)
      throw new Error(`the stored screen is damaged at ${name}; it is made again when the extension starts`);
    return words;
  };
  return {
    alone: { all: field('alone'), small: field('aloneSmall'), probes: PROBES },
    opens: { all: field('opens'), small: field('opensSmall'), probes: PROBES },
    pairs: field('pairs'),
    adjectives: field('adjectives'),
  };
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
