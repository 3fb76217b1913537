/**
 * Scan: every place where a name, an office phrase or a country’s adjective of the pack stands in a block’s text.
 * No decision is taken here; the longest hits of each sort are found and the rules choose among them.
 */
import { firstWordsOf } from '../pack/first-words';
import { ALIAS, COMMON_FAMILY, GIVEN_NAME, groupOf, ORDINARY } from '../pack/layout';
import type { NodeAlias, Pack } from '../pack/open';
import { seek } from '../pack/seek';
import { mayHave } from '../text/first-words';
import { isSmallWordOf, languageOf } from '../text/language';
import { AFTER_COMMA, ALL_CAPS, CAPITAL, HYPHENATED, LOOSE, SENTENCE_START, TIGHT, type Tokens, tokenise, tokeniseAround } from '../text/tokens';
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
  /** None for a block without hits. */
  readonly tokens: Tokens;
  /** The tokens at which hits start, ascending. */
  readonly hitsAt: readonly number[];
  /** Hits by the token they start at, longest first. Nothing where none starts. */
  readonly starting: readonly (readonly Hit[] | undefined)[];
  /** Hits by their last token, longest first. */
  readonly ending: readonly (readonly Hit[] | undefined)[];
  /** Word number of each token, plus one, as far as it was asked for: see `wordAt`. */
  readonly word: Uint32Array;
  /** Group of the block’s language: which endings may be taken off (see LANGUAGE_GROUPS). */
  readonly group: number;
  /** Language of the block, as far as it is known. */
  readonly language: string | undefined;
  /** Headline style: nearly every word a capital, so a capital says nothing. */
  readonly capitals: boolean;
}

const NONE: readonly Hit[] = [];
const NO_TOKENS = tokenise('');
const NO_WORDS = new Uint32Array(0);

/** Words that may stand between two words of a name: none; the name’s words follow each other with at most a comma or a quotation mark. */
const joins = (flags: number): boolean => (flags & (TIGHT | LOOSE)) !== 0 && (flags & SENTENCE_START) === 0;

/** The number in the pack of the word of a token, 0 for a word that the pack does not know. */
export function wordAt(pack: Pack, { tokens, word }: Pick<Scanned, 'tokens' | 'word'>, token: number): number {
  const known = word[token] as number;
  if (known !== 0) return known - 1;
  const found = pack.wordOf(tokens, token);
  word[token] = found + 1;
  return found;
}

export function scan(block: Block, pack: Pack, language: string | undefined): Scanned {
  const names = firstWordsOf(pack);
  const around = tokeniseAround(block.text, names, pack.mayBegin);
  const none = (): Scanned => ({
    block,
    tokens: { ...NO_TOKENS, text: block.text },
    hitsAt: [],
    starting: [],
    ending: [],
    word: NO_WORDS,
    group: -1,
    language: block.lang ?? language,
    capitals: false,
  });
  if (!around) return none();
  const lang = block.lang ?? languageOf(block.text, language);
  const group = lang === undefined ? -1 : groupOf(lang);
  const { tokens, beginnings } = around;
  const { count } = tokens;
  const { word } = tokens;
  const starting: (readonly Hit[] | undefined)[] = new Array(count);
  const ending: (readonly Hit[] | undefined)[] = new Array(count);
  const hitsAt: number[] = [];
  const walk: Walk = { pack, following: names.following, tokens, word, group, starting, from: 0, inner: undefined, found: [] };
  // From the end, so that the adjectives inside an office phrase are known when its first word is met.
  for (let b = beginnings.length - 1; b >= 0; b--) {
    const i = beginnings[b] as number;
    if (wordAt(pack, walk, i) === 0) continue;
    walk.from = i;
    step(walk, i, 0, true);
    const { found } = walk;
    if (found.length === 0) continue;
    walk.found = [];
    if (found.length > 1) found.sort((a, b) => b.to - a.to || Number(b.exact) - Number(a.exact));
    starting[i] = found;
    hitsAt.push(i);
    for (const hit of found) {
      const list = ending[hit.to - 1];
      ending[hit.to - 1] = list ? [hit, ...list].sort((a, b) => a.from - b.from) : [hit];
    }
  }
  if (hitsAt.length === 0) return none();
  return { block, tokens, hitsAt: hitsAt.reverse(), starting, ending, word, group, language: lang, capitals: isHeadline(tokens) };
}

/** What one walk down the trie goes by. */
interface Walk {
  readonly pack: Pack;
  readonly following: Uint32Array;
  readonly tokens: Tokens;
  readonly word: Uint32Array;
  readonly group: number;
  readonly starting: readonly (readonly Hit[] | undefined)[];
  from: number;
  inner: readonly number[] | undefined;
  found: Hit[];
}

/** Goes on from `node` by the word at `at` and by every word that it is a form of. */
function step(walk: Walk, at: number, node: number, exact: boolean): void {
  const { pack, group } = walk;
  const w = wordAt(pack, walk, at);
  if (w === 0) return;
  visit(walk, at, pack.step(node, w), exact);
  for (let n = 0, coded = pack.lemmaOf(w, 0); coded !== 0; coded = pack.lemmaOf(w, ++n)) {
    const needs = coded & 7;
    if (needs === 0 || needs === group || group < 0) visit(walk, at, pack.step(node, coded >>> 3), false);
  }
}

function visit(walk: Walk, at: number, next: number, exact: boolean): void {
  if (next === 0) return;
  const { pack, tokens, from, inner, found } = walk;
  const after = at + 1;
  if ((pack.aliasFirst[next] as number) < (pack.aliasFirst[next + 1] as number) && !found.some((h) => h.node === next && h.to === after))
    found.push(inner ? { from, to: after, node: next, exact, inner } : { from, to: after, node: next, exact });
  if (!pack.goesOn(next) || after >= tokens.count || !joins(tokens.flags[after] as number)) return;
  if (mayHave(walk.following, tokens.low[after] as number)) step(walk, after, next, exact);
  if (at !== from || inner !== undefined) return;
  // One adjective of a country may stand after the first word of a phrase.
  for (const hit of walk.starting[after] ?? NONE) {
    const places = targetsOf(pack, hit.node, ALIAS.ADJECTIVE);
    if (places.length === 0 || hit.to >= tokens.count || !joins(tokens.flags[hit.to] as number)) continue;
    walk.inner = places;
    step(walk, hit.to, next, exact);
    walk.inner = undefined;
  }
}

/** The targets of a node’s aliases of one type. */
export function targetsOf(pack: Pack, node: number, type: number): number[] {
  const out: number[] = [];
  for (let a = pack.aliasFirst[node] as number; a < (pack.aliasFirst[node + 1] as number); a++)
    if (pack.aliasType[a] === type) out.push(pack.aliasTarget[a] as number);
  return out;
}

export type { NodeAlias };

export const aliasesOf = (pack: Pack, node: number): readonly NodeAlias[] => pack.aliasesAt(node);

/** Is `w`, or a word that it is a form of, among the sorted words `from..to` of `list`? */
export function isAmong(pack: Pack, scanned: Scanned, token: number, list: Uint32Array, from: number, to: number): boolean {
  const w = wordAt(pack, scanned, token);
  if (w === 0) return false;
  if (seek(list, from, to - 1, w) >= 0) return true;
  for (let n = 0, coded = pack.lemmaOf(w, 0); coded !== 0; coded = pack.lemmaOf(w, ++n)) {
    const needs = coded & 7;
    if ((needs === 0 || needs === scanned.group || scanned.group < 0) && seek(list, from, to - 1, coded >>> 3) >= 0) return true;
  }
  return false;
}

/** Flags of the word of a token, and of the words that it is a form of; `but` are flags that only the word itself may bring. */
export function wordFlagsAt(pack: Pack, scanned: Scanned, token: number, but = 0): number {
  const w = wordAt(pack, scanned, token);
  let flags = pack.wordFlags[w] as number;
  for (let n = 0, coded = pack.lemmaOf(w, 0); coded !== 0; coded = pack.lemmaOf(w, ++n)) flags |= (pack.wordFlags[coded >>> 3] as number) & ~but;
  return w === 0 ? 0 : flags;
}

/** “NATO”, and “Nato” as some papers write it: a word of four letters or more that is no ordinary one (“Pace”). */
export function isAcronymWritten(pack: Pack, scanned: Scanned, token: number): boolean {
  const flags = scanned.tokens.flags[token] as number;
  if (flags & ALL_CAPS) return !isSmallWordOf(surfaceOf(scanned.tokens, token).toLowerCase(), scanned.language);
  const letters = (scanned.tokens.end[token] as number) - (scanned.tokens.start[token] as number);
  return (flags & CAPITAL) !== 0 && letters >= 4 && (wordFlagsAt(pack, scanned, token) & (ORDINARY | GIVEN_NAME | COMMON_FAMILY)) === 0;
}

/** The token as it stands, without a possessive. */
export const surfaceOf = (tokens: Tokens, token: number): string => tokens.text.slice(tokens.start[token], tokens.end[token]);

/** The text from one token to another, `to` exclusive; without a possessive. */
export const textOf = ({ text, start, end }: Tokens, from: number, to: number): string => text.slice(start[from], end[to - 1]);

/** Is the first letter a capital? */
export const isCapital = ({ tokens }: Scanned, token: number): boolean => ((tokens.flags[token] as number) & CAPITAL) !== 0;

/** Does a token follow the one before at once, or after a comma? So stand a title and its bearer. */
export const touches = (scanned: Scanned, token: number): boolean =>
  token < scanned.tokens.count && (isJoined(scanned.tokens, token) || ((scanned.tokens.flags[token] as number) & AFTER_COMMA) !== 0);

/** Joined by nothing but white space (a line break included) or an apostrophe to the token before. */
export function isJoined(tokens: Tokens, token: number): boolean {
  const flags = tokens.flags[token] as number;
  if (flags & SENTENCE_START) return false;
  if (flags & TIGHT) return true;
  return (flags & LOOSE) !== 0 && (flags & HYPHENATED) === 0 && tokens.text.slice(tokens.full[token - 1], tokens.start[token]).trim() === '';
}

function isHeadline(tokens: Tokens): boolean {
  if (tokens.count > 40) return false;
  let long = 0;
  let capitals = 0;
  let all = 0;
  for (let i = 0; i < tokens.count; i++) {
    if ((tokens.end[i] as number) - (tokens.start[i] as number) < 4) continue;
    long++;
    if ((tokens.flags[i] as number) & CAPITAL) capitals++;
    if ((tokens.flags[i] as number) & ALL_CAPS) all++;
  }
  return long >= 4 && (capitals / long > 0.9 || all / long > 0.6);
}

const CLOSING: Readonly<Record<string, string>> = { '"': '"', '«': '»', '“': '”', '„': '“' };

/** Where tokens stand in the text; a quotation mark that opens inside is closed inside (НАК «Нафтогаз»). */
export const spanOf = (scanned: Scanned, from: number, to: number) => {
  const { tokens } = scanned;
  const start = tokens.start[from] as number;
  let end = tokens.end[to - 1] as number;
  const after = tokens.text[end];
  if (after === '"' || after === '»' || after === '”' || after === '“') {
    const opened = /["«“„](?=[^"»”]*$)/u.exec(tokens.text.slice(start, end))?.[0];
    if (opened && after === CLOSING[opened]) end++;
  }
  // The last full stop of “U.N.” belongs to it.
  else if (after === '.' && /^\p{Lu}(\.\p{Lu})+$/u.test(tokens.text.slice(start, end))) end++;
  return { block: scanned.block.id, start, end, surface: tokens.text.slice(start, end) };
};
