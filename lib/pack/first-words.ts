/** The words of a pack that names begin with: for the scan, and for the screen that page scripts read. */
import { type FirstWords, fieldOf } from '../text/first-words';
import { makeScreen, type ScreenData } from '../text/screen';
import { FOLLOWS, STARTS, STARTS_SMALL, WAKES, WAKES_SMALL } from './layout';
import type { Pack } from './open';

/** The lower halves of the fingerprints of all words that have this flag. */
function wordsWith(pack: Pack, flag: number): Uint32Array {
  const { wordFlags, wordTop, wordMiddle } = pack;
  const out = new Uint32Array(wordFlags.length);
  let count = 0;
  for (let w = 1; w < wordFlags.length; w++) if ((wordFlags[w] as number) & flag) out[count++] = ((wordTop[w] as number) << 16) | (wordMiddle[w] as number);
  return out.subarray(0, count);
}

/** The words that names begin with, and a field of those that follow another word in one. */
export interface WordsOfNames extends FirstWords {
  readonly following: Uint32Array;
}

const fields = new WeakMap<Pack, WordsOfNames>();

/** Made when first asked for: opening a pack must not wait for it. */
export function firstWordsOf(pack: Pack): WordsOfNames {
  const known = fields.get(pack);
  if (known) return known;
  const made = {
    all: fieldOf(wordsWith(pack, STARTS), 1, 12),
    small: fieldOf(wordsWith(pack, STARTS_SMALL), 1, 24),
    probes: 1,
    following: fieldOf(wordsWith(pack, FOLLOWS), 1, 16),
  };
  fields.set(pack, made);
  return made;
}

/** For extension storage: page scripts screen with it. */
export const screenOf = (pack: Pack): ScreenData => makeScreen({ all: wordsWith(pack, WAKES), small: wordsWith(pack, WAKES_SMALL) }, pack.meta_.dataset);
