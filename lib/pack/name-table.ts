/** Collects words, case forms and the trie of names while a pack is compiled. Words and nodes are numbered from 1; 0 is “none” and the root. */
import { fold } from '../text/fold';
import { fingerprint } from '../text/tokens';
import { ALIAS, edgeSlot, highPart, SEVERAL_LEMMAS } from './layout';

export interface Alias {
  readonly type: number;
  readonly flags: number;
  readonly target: number;
}

export interface NameTable {
  /** The number of a folded word, made when new. */
  word(folded: string): number;
  mark(folded: string, flag: number): void;
  /** Says that `form` is a form of `base` in texts of the language group. Both are single words; they are folded here. */
  link(form: string, base: string, group: number): void;
  /** Adds a name of one or more words. Text without letters is passed over. */
  add(name: string, alias: Alias): void;
  tables(): Tables;
}

export interface Tables {
  readonly wordTop: Uint16Array;
  readonly wordMiddle: Uint16Array;
  readonly wordTail: Uint16Array;
  readonly wordFlags: Uint8Array;
  readonly lemma: Uint32Array;
  readonly moreLemmas: Uint32Array;
  readonly edgeNode: Uint32Array;
  readonly edgeWord: Uint32Array;
  readonly edgeTo: Uint32Array;
  readonly aliasFirst: Uint32Array;
  readonly aliasType: Uint8Array;
  readonly aliasFlags: Uint8Array;
  readonly aliasTarget: Uint32Array;
  /** What became of the numbers that `word` gave: the words are put in order at the end. */
  readonly finalWord: Uint32Array;
  /** Folded words that can start a name; those of them that may stand in lower case. */
  readonly firstWords: { readonly names: readonly string[]; readonly anyCase: readonly string[] };
}

/** Room for hash tables: a power of two, at most two thirds full. */
const capacityFor = (count: number): number => 2 ** Math.ceil(Math.log2(Math.max(16, count * 1.5)));

/** `anyCase` tells whether an alias may start in lower case, for the screen. */
export function nameTable(anyCase: (alias: Alias) => boolean): NameTable {
  const words = new Map<string, number>();
  const texts: string[] = [''];
  const flags: number[] = [0];
  const lemmas: Map<number, Set<number>> = new Map();
  const children: Map<number, number>[] = [new Map()];
  const aliases: Alias[][] = [[]];

  const word = (folded: string): number => {
    const known = words.get(folded);
    if (known !== undefined) return known;
    texts.push(folded);
    flags.push(0);
    words.set(folded, texts.length - 1);
    return texts.length - 1;
  };

  return {
    word,
    mark(folded, flag) {
      const w = word(folded);
      flags[w] = (flags[w] as number) | flag;
    },
    link(form, base, group) {
      const from = fold(form);
      const to = fold(base);
      if (from === to || from === '' || from.includes(' ') || to.includes(' ')) return;
      const w = word(from);
      const set = lemmas.get(w) ?? new Set();
      set.add(word(to) * 8 + group);
      lemmas.set(w, set);
    },
    add(name, alias) {
      const folded = fold(name);
      if (folded === '') return;
      let node = 0;
      for (const part of folded.split(' ')) {
        const edges = children[node] as Map<number, number>;
        const w = word(part);
        let next = edges.get(w);
        if (next === undefined) {
          next = children.length;
          children.push(new Map());
          aliases.push([]);
          edges.set(w, next);
        }
        node = next;
      }
      const there = aliases[node] as Alias[];
      const same = there.findIndex((a) => a.type === alias.type && a.target === alias.target);
      if (same < 0) there.push(alias);
      // The same name twice: what one of the two allows is allowed.
      else there[same] = { ...alias, flags: ((there[same] as Alias).flags & alias.flags) | (((there[same] as Alias).flags | alias.flags) & ~1) };
    },
    tables: () => build(texts, flags, lemmas, children, aliases, anyCase),
  };
}

function build(
  texts: string[],
  flags: number[],
  lemmas: Map<number, Set<number>>,
  children: Map<number, number>[],
  aliases: Alias[][],
  anyCase: (a: Alias) => boolean,
): Tables {
  const prints = texts.map((text) => fingerprint(text));
  const order = [...texts.keys()].slice(1).sort((a, b) => byFingerprint(prints[a] as Fingerprint, prints[b] as Fingerprint));
  const finalWord = new Uint32Array(texts.length);
  for (const [i, w] of order.entries()) finalWord[w] = i + 1;
  const final = (w: number): number => finalWord[w] as number;
  const wordTop = new Uint16Array(texts.length);
  const wordMiddle = new Uint16Array(texts.length);
  const wordTail = new Uint16Array(texts.length);
  const wordFlags = new Uint8Array(texts.length);
  const lemma = new Uint32Array(texts.length);
  const moreLemmas: number[] = [];
  for (let w = 1; w < texts.length; w++) {
    const at = final(w);
    const { low, high } = prints[w] as Fingerprint;
    wordTop[at] = low >>> 16;
    wordMiddle[at] = low & 0xffff;
    wordTail[at] = highPart(high);
    wordFlags[at] = flags[w] as number;
    const bases = [...(lemmas.get(w) ?? [])].map((coded) => final(coded >> 3) * 8 + (coded & 7));
    if (bases.length === 1) lemma[at] = bases[0] as number;
    else if (bases.length > 1) {
      lemma[at] = (SEVERAL_LEMMAS | moreLemmas.length) >>> 0;
      moreLemmas.push(bases.length, ...bases);
    }
  }

  const edgeCount = children.reduce((sum, edges) => sum + edges.size, 0);
  const edgeCapacity = capacityFor(edgeCount);
  const edgeNode = new Uint32Array(edgeCapacity);
  const edgeWord = new Uint32Array(edgeCapacity);
  const edgeTo = new Uint32Array(edgeCapacity);
  children.forEach((edges, node) => {
    for (const [made, to] of edges) {
      const w = final(made);
      let slot = edgeSlot(node, w, edgeCapacity - 1);
      while (edgeTo[slot] !== 0) slot = (slot + 1) & (edgeCapacity - 1);
      edgeNode[slot] = node;
      edgeWord[slot] = w;
      edgeTo[slot] = to;
    }
  });

  const aliasFirst = new Uint32Array(aliases.length + 1);
  const flat: Alias[] = [];
  aliases.forEach((list, node) => {
    aliasFirst[node] = flat.length;
    flat.push(...list);
  });
  aliasFirst[aliases.length] = flat.length;

  return {
    wordTop,
    wordMiddle,
    wordTail,
    wordFlags,
    lemma,
    moreLemmas: Uint32Array.from(moreLemmas),
    edgeNode,
    edgeWord,
    edgeTo,
    aliasFirst,
    aliasType: Uint8Array.from(flat, (a) => a.type),
    aliasFlags: Uint8Array.from(flat, (a) => a.flags),
    aliasTarget: Uint32Array.from(flat, (a) => a.target),
    finalWord,
    firstWords: firstWordsOf(texts, lemmas, children, aliases, anyCase),
  };
}

type Fingerprint = ReturnType<typeof fingerprint>;
const byFingerprint = (a: Fingerprint, b: Fingerprint): number => a.low - b.low || highPart(a.high) - highPart(b.high);

function firstWordsOf(
  texts: string[],
  lemmas: Map<number, Set<number>>,
  children: Map<number, number>[],
  aliases: Alias[][],
  anyCase: (a: Alias) => boolean,
): Tables['firstWords'] {
  const free = new Set<number>();
  const capital = new Set<number>();
  const isSeen = (node: number): boolean =>
    (aliases[node] as Alias[]).some((a) => a.type < ALIAS.PLACE) || [...(children[node] as Map<number, number>).values()].some(isSeen);
  const freeBelow = (node: number): boolean =>
    (aliases[node] as Alias[]).some(anyCase) || [...(children[node] as Map<number, number>).values()].some(freeBelow);
  // A country or its adjective alone is not marked on a page, so it wakes nobody.
  for (const [w, node] of children[0] as Map<number, number>) if (isSeen(node)) (freeBelow(node) ? free : capital).add(w);
  for (const [form, bases] of lemmas) {
    for (const coded of bases) {
      const base = coded >> 3;
      if (free.has(base)) free.add(form);
      else if (capital.has(base)) capital.add(form);
    }
  }
  return { names: [...capital].map((w) => texts[w] as string), anyCase: [...free].map((w) => texts[w] as string) };
}
