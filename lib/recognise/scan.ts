/**
 * Scan: every place where a name, an office phrase or a country’s adjective of the pack stands in a block’s text.
 * No decision is taken here; the longest hits of each sort are found and the rules choose among them.
 */
import { ALIAS, groupOf } from '../pack/layout';
import type { Pack } from '../pack/open';
import { ALL_CAPS, CAPITAL, HYPHENATED, LOOSE, SENTENCE_START, TIGHT, type Tokens, tokenise } from '../text/tokens';
import type { Block } from './types';

/** A run of tokens that is a name of the pack. Token numbers; `to` is exclusive. */
export interface Hit {
  readonly from: number;
  readonly to: number;
  /** Node of the trie: its aliases say what is named. */
  readonly node: number;
  /** Every word stood as the dataset has it, not in another case form. */
  readonly exact: boolean;
  /** A country’s adjective inside the phrase (“ministre russe des Affaires étrangères”): the place entities. */
  readonly inner?: readonly number[];
}

/** A block, scanned. */
export interface Scanned {
  readonly block: Block;
  readonly tokens: Tokens;
  /** Hits by the token they start at, longest first. */
  readonly starting: readonly (readonly Hit[])[];
  /** Hits by their last token, longest first. */
  readonly ending: readonly (readonly Hit[])[];
  /** Word number of each token, 0 for a word that the pack does not know. */
  readonly word: Uint32Array;
  /** Group of the block’s language: which endings may be taken off (see LANGUAGE_GROUPS). */
  readonly group: number;
  /** Language of the block, as far as it is known. */
  readonly language: string | undefined;
  /** Headline style: nearly every word a capital, so a capital says nothing. */
  readonly capitals: boolean;
}

const NONE: readonly Hit[] = [];

/** Words that may stand between two words of a name: none; the name’s words follow each other with at most a comma or a quotation mark. */
const joins = (flags: number): boolean => (flags & (TIGHT | LOOSE)) !== 0 && (flags & SENTENCE_START) === 0;

export function scan(block: Block, pack: Pack, language: string | undefined): Scanned {
  const tokens = tokenise(block.text);
  const { count } = tokens;
  const word = new Uint32Array(count);
  for (let i = 0; i < count; i++) word[i] = pack.wordOf(tokens.low[i] as number, tokens.high[i] as number);
  const lang = block.lang ?? language;
  const group = lang === undefined ? -1 : groupOf(lang);
  const starting: (readonly Hit[])[] = new Array(count).fill(NONE);
  const ending: Hit[][] = new Array(count);
  // From the end, so that the adjectives inside an office phrase are known when its first word is met.
  for (let i = count - 1; i >= 0; i--) {
    if (word[i] === 0) continue;
    const found: Hit[] = [];
    walk(pack, tokens, word, group, starting, i, i, 0, true, undefined, found);
    if (found.length === 0) continue;
    found.sort((a, b) => b.to - a.to || Number(b.exact) - Number(a.exact));
    starting[i] = found;
    for (const hit of found) {
      const list = ending[hit.to - 1];
      if (list) list.unshift(hit);
      else ending[hit.to - 1] = [hit];
    }
  }
  for (const list of ending) list?.sort((a, b) => a.from - b.from);
  return {
    block,
    tokens,
    starting,
    ending: Array.from({ length: count }, (_, i) => ending[i] ?? NONE),
    word,
    group,
    language: lang,
    capitals: isHeadline(tokens),
  };
}

function walk(
  pack: Pack,
  tokens: Tokens,
  word: Uint32Array,
  group: number,
  starting: readonly (readonly Hit[])[],
  from: number,
  at: number,
  node: number,
  exact: boolean,
  inner: readonly number[] | undefined,
  found: Hit[],
): void {
  const w = word[at] as number;
  const visit = (symbol: number, same: boolean) => {
    const next = pack.step(node, symbol);
    if (next === 0) return;
    if ((pack.aliasFirst[next] as number) < (pack.aliasFirst[next + 1] as number)) {
      const hit: Hit = { from, to: at + 1, node: next, exact: exact && same, ...(inner ? { inner } : {}) };
      if (!found.some((h) => h.node === next && h.to === hit.to)) found.push(hit);
    }
    const after = at + 1;
    if (after >= tokens.count || !joins(tokens.flags[after] as number)) return;
    walkOn(after, next, exact && same, inner);
    if (at === from && inner === undefined) {
      // One adjective of a country may stand after the first word of a phrase.
      for (const hit of starting[after] ?? NONE) {
        const places = targetsOf(pack, hit.node, ALIAS.ADJECTIVE);
        if (places.length > 0 && hit.to < tokens.count && joins(tokens.flags[hit.to] as number)) walkOn(hit.to, next, exact && same, places);
      }
    }
  };
  const walkOn = (after: number, next: number, same: boolean, places: readonly number[] | undefined) => {
    if (word[after] !== 0) walk(pack, tokens, word, group, starting, from, after, next, same, places, found);
  };
  visit(w, true);
  for (const coded of pack.lemmasOf(w)) {
    const needs = coded & 7;
    if (needs === 0 || needs === group || group < 0) visit(coded >>> 3, false);
  }
}

/** The targets of a node’s aliases of one type. */
export function targetsOf(pack: Pack, node: number, type: number): number[] {
  const out: number[] = [];
  for (let a = pack.aliasFirst[node] as number; a < (pack.aliasFirst[node + 1] as number); a++)
    if (pack.aliasType[a] === type) out.push(pack.aliasTarget[a] as number);
  return out;
}

export interface NodeAlias {
  readonly type: number;
  readonly flags: number;
  readonly target: number;
}

export function aliasesOf(pack: Pack, node: number): NodeAlias[] {
  const out: NodeAlias[] = [];
  for (let a = pack.aliasFirst[node] as number; a < (pack.aliasFirst[node + 1] as number); a++)
    out.push({ type: pack.aliasType[a] as number, flags: pack.aliasFlags[a] as number, target: pack.aliasTarget[a] as number });
  return out;
}

/** Is `w`, or a word that it is a form of, among the sorted words `from..to` of `list`? */
export function isAmong(pack: Pack, scanned: Scanned, token: number, list: Uint32Array, from: number, to: number): boolean {
  const w = scanned.word[token] as number;
  if (w === 0) return false;
  if (holds(list, from, to, w)) return true;
  for (const coded of pack.lemmasOf(w)) {
    const needs = coded & 7;
    if ((needs === 0 || needs === scanned.group || scanned.group < 0) && holds(list, from, to, coded >>> 3)) return true;
  }
  return false;
}

function holds(list: Uint32Array, from: number, to: number, w: number): boolean {
  let low = from;
  let high = to - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = list[middle] as number;
    if (found === w) return true;
    if (found < w) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}

/** Flags of the word of a token, and of the words that it is a form of. */
export function wordFlagsAt(pack: Pack, scanned: Scanned, token: number): number {
  const w = scanned.word[token] as number;
  let flags = pack.wordFlags[w] as number;
  for (const coded of pack.lemmasOf(w)) flags |= pack.wordFlags[coded >>> 3] as number;
  return w === 0 ? 0 : flags;
}

/** The token as it stands, without a possessive. */
export const surfaceOf = (tokens: Tokens, token: number): string => tokens.text.slice(tokens.start[token], tokens.end[token]);

/** Joined by nothing but white space (a line break included) or an apostrophe to the token before. */
export function isJoined(tokens: Tokens, token: number): boolean {
  const flags = tokens.flags[token] as number;
  if (flags & SENTENCE_START) return false;
  if (flags & TIGHT) return true;
  return (flags & LOOSE) !== 0 && (flags & HYPHENATED) === 0 && tokens.text.slice(tokens.full[token - 1], tokens.start[token]).trim() === '';
}

function isHeadline(tokens: Tokens): boolean {
  let long = 0;
  let capitals = 0;
  let all = 0;
  for (let i = 0; i < tokens.count; i++) {
    if ((tokens.end[i] as number) - (tokens.start[i] as number) < 4) continue;
    long++;
    if ((tokens.flags[i] as number) & CAPITAL) capitals++;
    if ((tokens.flags[i] as number) & ALL_CAPS) all++;
  }
  return long >= 4 && tokens.count <= 40 && (capitals / long > 0.9 || all / long > 0.6);
}
