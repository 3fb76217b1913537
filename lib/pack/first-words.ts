/** The words of a pack that names begin with: for the scan, and for the screen that page scripts read. */
import { type FirstWords, fieldOf, pairPrint } from '../text/first-words';
import { makeScreen, type ScreenData } from '../text/screen';
import { earliestToday } from './checked';
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
 * For extension storage: page scripts screen with it. Words that are a name by themselves, words that only begin one, and such a word
 * with the one after it: “the” begins a hundred names, and without looking at the next word no page would be without one.
 */
export function screenOf(pack: Pack): ScreenData {
  const lists = {
    alone: [] as number[],
    aloneSmall: [] as number[],
    opens: [] as number[],
    opensSmall: [] as number[],
    pairs: [] as number[],
    adjectives: [] as number[],
  };
  const forms = new Map<number, number[]>();
  const lowOf = (w: number) => (((pack.wordTop[w] as number) << 16) | (pack.wordMiddle[w] as number)) >>> 0;
  for (let w = 1; w < pack.wordFlags.length; w++) {
    const flags = pack.wordFlags[w] as number;
    const bases = pack.lemmasOf(w).map((coded) => coded >>> 3);
    for (const base of bases) {
      const list = forms.get(base);
      if (list) list.push(lowOf(w));
      else forms.set(base, [lowOf(w)]);
    }
    const nodes = flags & STARTS ? [w, ...bases].flatMap((base) => pack.step(0, base) || []) : [];
    // An adjective may stand after a phrase’s first word (“ministre russe des Affaires étrangères”).
    if (nodes.some((n) => pack.aliasesAt(n).some(({ type }) => type === ALIAS.ADJECTIVE))) lists.adjectives.push(lowOf(w));
    if (flags & WAKES) (nodes.some((n) => pack.aliasesAt(n).some(wakes)) ? lists.alone : lists.opens).push(lowOf(w));
    if (flags & WAKES_SMALL) (nodes.some((n) => pack.aliasesAt(n).some(wakesSmall)) ? lists.aloneSmall : lists.opensSmall).push(lowOf(w));
  }
  const allForms = (w: number) => [lowOf(w), ...(forms.get(w) ?? [])];
  const below = (node: number) => Array.from(pack.edgeWord.subarray(pack.edgeFirst[node], pack.edgeFirst[node + 1]));
  for (const [e, w] of below(0).entries())
    for (const second of below(e + 1).flatMap(allForms)) for (const first of allForms(w)) lists.pairs.push(pairPrint(first, second));
  return makeScreen(lists, pack.meta_.dataset, earliestToday(pack));
}
