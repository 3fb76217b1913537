/**
 * The screen: can this text hold a name at all? A Bloom filter over the folded first words of every name, small enough
 * to lie in extension storage, so that a page without names wakes nobody. It may say yes for nothing, never no for something.
 */
import { CAPITAL, fingerprint, tokenise } from './tokens';

export interface ScreenData {
  readonly version: 1;
  /** Which pack it was made for. */
  readonly pack: string;
  /** Words that must start with a capital; words that may stand small. Bit fields in base64: storage holds no typed arrays in Chrome. */
  readonly names: string;
  readonly anyCase: string;
}

export interface Screen {
  readonly names: Uint8Array;
  readonly anyCase: Uint8Array;
}

/** Under which key extension storage keeps it. */
export const SCREEN_KEY = 'screen';

const HASHES = 10;
/** Bits a word: with ten hashes about one false yes in a hundred thousand words. */
const BITS_A_WORD = 24;

export function makeScreen(words: { readonly names: Iterable<string>; readonly anyCase: Iterable<string> }, pack: string): ScreenData {
  return { version: 1, pack, names: toBase64(fieldOf(words.names)), anyCase: toBase64(fieldOf(words.anyCase)) };
}

function fieldOf(words: Iterable<string>): Uint8Array {
  const all = [...words];
  const bits = 2 ** Math.max(10, Math.ceil(Math.log2(Math.max(1, all.length) * BITS_A_WORD * 0.75)));
  const field = new Uint8Array(bits / 8);
  for (const word of all) {
    const { low, high } = fingerprint(word);
    for (let k = 0; k < HASHES; k++) {
      const bit = bitOf(low, high, k, bits - 1);
      field[bit >> 3] = (field[bit >> 3] as number) | (1 << (bit & 7));
    }
  }
  return field;
}

const bitOf = (low: number, high: number, k: number, mask: number): number => ((low + Math.imul(k, high | 1)) >>> 0) & mask;

function holds(field: Uint8Array, low: number, high: number): boolean {
  const mask = field.length * 8 - 1;
  for (let k = 0; k < HASHES; k++) {
    const bit = bitOf(low, high, k, mask);
    if (!((field[bit >> 3] as number) & (1 << (bit & 7)))) return false;
  }
  return true;
}

/** Throws when `data` is not what `makeScreen` gives. */
export function openScreen(data: unknown): Screen {
  const { version, names, anyCase } = (typeof data === 'object' && data !== null ? data : {}) as Partial<Record<keyof ScreenData, unknown>>;
  if (version !== 1 || typeof names !== 'string' || typeof anyCase !== 'string')
    throw new Error('the stored screen is damaged or of another version; it is made again when the extension starts');
  const screen = { names: fromBase64(names), anyCase: fromBase64(anyCase) };
  for (const field of [screen.names, screen.anyCase])
    if (field.length === 0 || (field.length & (field.length - 1)) !== 0)
      throw new Error('the stored screen is damaged; it is made again when the extension starts');
  return screen;
}

/** May `text` hold a name? */
export function mayHold(screen: Screen, text: string): boolean {
  const tokens = tokenise(text);
  for (let i = 0; i < tokens.count; i++) {
    const low = tokens.low[i] as number;
    const high = tokens.high[i] as number;
    if ((tokens.flags[i] as number) & CAPITAL && holds(screen.names, low, high)) return true;
    if (holds(screen.anyCase, low, high)) return true;
  }
  return false;
}

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(text);
}

const fromBase64 = (text: string): Uint8Array => {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
};
