/**
 * The screen: can this text hold a name at all? A Bloom filter over the folded first words of every name, small enough
 * to lie in extension storage, so that a page without names wakes nobody. It may say yes for nothing, never no for something.
 */
import { type FirstWords, fieldOf } from './first-words';
import { holdsFirstWord } from './tokens';

export const SCREEN_VERSION = 2;

export interface ScreenData {
  readonly version: typeof SCREEN_VERSION;
  /** Which pack it was made for. */
  readonly pack: string;
  /** Bit fields of all first words, and of those that may stand small, in base64: storage holds no typed arrays in Chrome. */
  readonly all: string;
  readonly small: string;
}

export type Screen = FirstWords;

/** Under which key extension storage keeps it. */
export const SCREEN_KEY = 'screen';

const PROBES = 10;
/** Bits a word: with ten probes about one false yes in fifty thousand words. */
const BITS_A_WORD = 24;

/** The words by the lower half of their fingerprint. */
export const makeScreen = ({ all, small }: { readonly all: ArrayLike<number>; readonly small: ArrayLike<number> }, pack: string): ScreenData => ({
  version: SCREEN_VERSION,
  pack,
  all: toBase64(fieldOf(all, PROBES, BITS_A_WORD)),
  small: toBase64(fieldOf(small, PROBES, BITS_A_WORD)),
});

/** Throws when `data` is not what `makeScreen` gives. */
export function openScreen(data: unknown): Screen {
  const { version, all, small } = (typeof data === 'object' && data !== null ? data : {}) as Partial<Record<keyof ScreenData, unknown>>;
  if (version !== SCREEN_VERSION || typeof all !== 'string' || typeof small !== 'string')
    throw new Error('the stored screen is damaged or of another version; it is made again when the extension starts');
  const screen = { all: fromBase64(all), small: fromBase64(small), probes: PROBES };
  for (const field of [screen.all, screen.small])
    if (field.length < 32 || (field.length & (field.length - 1)) !== 0)
      throw new Error('the stored screen is damaged; it is made again when the extension starts');
  return screen;
}

/** May `text` hold a name? */
export const mayHold = (screen: Screen, text: string): boolean => holdsFirstWord(text, screen);

function toBase64(field: Uint32Array): string {
  const bytes = new Uint8Array(field.buffer, field.byteOffset, field.byteLength);
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(text);
}

const fromBase64 = (text: string): Uint32Array => {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length & ~3);
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
  return new Uint32Array(bytes.buffer);
};
