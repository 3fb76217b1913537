/** The words of a pack that names begin with: for the scan, and for the screen that page scripts read. */
import { type FirstWords, fieldOf } from '../text/first-words';
import { makeScreen, type ScreenData } from '../text/screen';
import { ALIAS, ANY_CASE, FOLLOWS, STARTS, STARTS_SMALL, WAKES, WAKES_SMALL } from './layout';
import type { NodeAlias, Pack } from './open';

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

/** What wakes the background by itself: not a country or its adjective, which are not marked. A body does not in small letters. */
const wakes = ({ type }: NodeAlias): boolean => type < ALIAS.PLACE;
const wakesSmall = ({ type, flags }: NodeAlias): boolean => type === ALIAS.ROLE || ((flags & ANY_CASE) !== 0 && type !== ALIAS.ORGANISATION);

/**
 * For extension storage: page scripts screen with it. Words that are a name by themselves, words that only begin one, and those that
 * come after these: “the” begins a hundred names, and without looking at the next word no page would be without one.
 */
export function screenOf(pack: Pack): ScreenData {
  const lists = { alone: [] as number[], aloneSmall: [] as number[], opens: [] as number[], opensSmall: [] as number[], following: [] as number[] };
  const nodesOf = (w: number) => [w, ...pack.lemmasOf(w).map((coded) => coded >>> 3)].flatMap((base) => pack.step(0, base) || []);
  for (let w = 1; w < pack.wordFlags.length; w++) {
    const flags = pack.wordFlags[w] as number;
    const low = ((pack.wordTop[w] as number) << 16) | (pack.wordMiddle[w] as number);
    const nodes = flags & STARTS ? nodesOf(w) : [];
    // An adjective may stand after a phrase’s first word (“ministre russe des Affaires étrangères”).
    if (flags & FOLLOWS || nodes.some((n) => pack.aliasesAt(n).some(({ type }) => type === ALIAS.ADJECTIVE))) lists.following.push(low);
    if (flags & WAKES) (nodes.some((n) => pack.aliasesAt(n).some(wakes)) ? lists.alone : lists.opens).push(low);
    if (flags & WAKES_SMALL) (nodes.some((n) => pack.aliasesAt(n).some(wakesSmall)) ? lists.aloneSmall : lists.opensSmall).push(low);
  }
  return makeScreen(lists, pack.meta_.dataset);
}
