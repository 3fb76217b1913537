/** Collects words, case forms and the trie of names while a pack is compiled. Words and nodes are numbered from 1; 0 is “none” and the root. */
import { fold } from '../text/fold';
import { PARTICLES } from '../text/particles';
import { fingerprint } from '../text/tokens';
import { ALIAS, ANY_CASE, FOLLOWS, highPart, STARTS, STARTS_SMALL, WAKES, WAKES_SMALL } from './layout';
import { stepsOf, toBytes, toPlanes } from './numbers';

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
  /** `ordinary`: folded words with the languages that have them as ordinary ones. */
  tables(ordinary?: ReadonlyMap<string, number>): Tables;
}

export interface Tables {
  readonly wordTop: Uint16Array;
  readonly wordMiddle: Uint16Array;
  readonly wordTail: Uint8Array;
  readonly wordFlags: Uint8Array;
  readonly lemmaPlanes: Uint8Array;
  readonly baseStep: Uint8Array;
  readonly moreLemmasPlanes: Uint8Array;
  readonly ordinaryWordPlanes: Uint8Array;
  readonly ordinaryLanguages: Uint32Array;
  readonly edgeCount: Uint8Array;
  readonly edgeWordPlanes: Uint8Array;
  readonly aliasCount: Uint8Array;
  readonly aliasType: Uint8Array;
  readonly aliasFlags: Uint8Array;
  readonly aliasTargetPlanes: Uint8Array;
  /** What became of the numbers that `word` gave: the words are put in order at the end. */
  readonly finalWord: Uint32Array;
}

export function nameTable(): NameTable {
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
    tables(ordinary = new Map()) {
      markFirstWords(flags, texts, lemmas, children, aliases);
      return build(texts, flags, lemmas, children, aliases, ordinary);
    },
  };
}

function build(
  texts: string[],
  flags: number[],
  lemmas: Map<number, Set<number>>,
  children: Map<number, number>[],
  aliases: Alias[][],
  ordinary: ReadonlyMap<string, number>,
): Tables {
  const prints = texts.map((text) => fingerprint(text));
  const order = [...texts.keys()].slice(1).sort((a, b) => byFingerprint(prints[a] as Fingerprint, prints[b] as Fingerprint));
  const finalWord = new Uint32Array(texts.length);
  for (const [i, w] of order.entries()) finalWord[w] = i + 1;
  const final = (w: number): number => finalWord[w] as number;
  const wordTop = new Uint16Array(texts.length);
  const wordMiddle = new Uint16Array(texts.length);
  const wordTail = new Uint8Array(texts.length);
  const wordFlags = new Uint8Array(texts.length);
  for (let w = 1; w < texts.length; w++) {
    const at = final(w);
    const { low, high } = prints[w] as Fingerprint;
    wordTop[at] = low >>> 16;
    wordMiddle[at] = low & 0xffff;
    wordTail[at] = highPart(high);
    wordFlags[at] = flags[w] as number;
  }

  const words = order.flatMap((w) => {
    const languages = ordinary.get(texts[w] as string);
    return languages === undefined ? [] : { w: final(w), languages };
  });

  // Breadth first, the children of a node in the order of their words.
  const nodes = [0];
  const edgeCount: number[] = [];
  const edgeWord: number[] = [];
  for (let n = 0; n < nodes.length; n++) {
    const edges = [...(children[nodes[n] as number] as Map<number, number>)].map(([made, to]) => ({ word: final(made), to }));
    edgeCount.push(edges.length);
    for (const { word, to } of edges.sort((a, b) => a.word - b.word)) {
      edgeWord.push(word);
      nodes.push(to);
    }
  }
  const inOrder = nodes.map((made) => aliases[made] as Alias[]);
  const flat = inOrder.flat();

  return {
    wordTop,
    wordMiddle,
    wordTail,
    wordFlags,
    ...lemmaTables(lemmas, final, texts.length),
    ordinaryWordPlanes: toPlanes(words.map(({ w }) => w)),
    ordinaryLanguages: Uint32Array.from(words, ({ languages }) => languages),
    edgeCount: toBytes(edgeCount),
    edgeWordPlanes: toPlanes(edgeWord),
    aliasCount: toBytes(inOrder.map((there) => there.length)),
    aliasType: Uint8Array.from(flat, (a) => a.type),
    aliasFlags: Uint8Array.from(flat, (a) => a.flags),
    aliasTargetPlanes: toPlanes(flat.map((a) => a.target)),
    finalWord,
  };
}

/** Which words are forms of which. Lists that are the same, as those of a name’s and a noun’s cases often are, are kept once. */
function lemmaTables(
  lemmas: ReadonlyMap<number, ReadonlySet<number>>,
  final: (word: number) => number,
  size: number,
): Pick<Tables, 'lemmaPlanes' | 'baseStep' | 'moreLemmasPlanes'> {
  const baseWords = [...new Set([...lemmas.values()].flatMap((bases) => [...bases].map((coded) => final(coded >> 3))))].sort((a, b) => a - b);
  const baseOf = new Map(baseWords.map((word, i) => [word, i + 1]));
  const firstList = (baseWords.length + 1) * 8;
  const lists = new Map<string, number>();
  const moreLemmas: number[] = [];
  const coded = new Uint32Array(size);
  for (const [form, bases] of lemmas) {
    const own = [...bases].map((base) => (baseOf.get(final(base >> 3)) as number) * 8 + (base & 7)).sort((a, b) => a - b);
    const key = own.join();
    if (own.length > 1 && !lists.has(key)) {
      lists.set(key, firstList + moreLemmas.length);
      moreLemmas.push(own.length, ...own);
    }
    coded[final(form)] = lists.get(key) ?? (own[0] as number);
  }
  return {
    lemmaPlanes: toPlanes(coded),
    baseStep: toBytes(stepsOf(baseWords)),
    moreLemmasPlanes: toPlanes(moreLemmas),
  };
}

type Fingerprint = ReturnType<typeof fingerprint>;
const byFingerprint = (a: Fingerprint, b: Fingerprint): number => a.low - b.low || highPart(a.high) - highPart(b.high);

/** A role and its like may begin small wherever they stand; a body only as a phrase (“eвропейский Союз”). */
const mayBeginSmall = ({ type, flags }: Alias, depth: number): boolean =>
  type === ALIAS.ROLE || type === ALIAS.ADJECTIVE || ((flags & ANY_CASE) !== 0 && (type !== ALIAS.ORGANISATION || depth > 1));
/** What wakes the background by itself: not a country or its adjective, which are not marked. */
const wakes = ({ type }: Alias): boolean => type < ALIAS.PLACE;
const wakesSmall = (alias: Alias, depth: number): boolean => wakes(alias) && mayBeginSmall(alias, depth);

/** Marks the words that names begin with, and their forms: those letters are all that is read of most words. */
function markFirstWords(
  flags: number[],
  texts: readonly string[],
  lemmas: Map<number, Set<number>>,
  children: Map<number, number>[],
  aliases: Alias[][],
): void {
  const some = (node: number, depth: number, is: (alias: Alias, depth: number) => boolean): boolean =>
    (aliases[node] as Alias[]).some((a) => is(a, depth)) || [...(children[node] as Map<number, number>).values()].some((n) => some(n, depth + 1, is));
  const marks = new Map<number, number>();
  for (const [w, node] of children[0] as Map<number, number>) {
    let mark = STARTS;
    if (PARTICLES.has(texts[w] as string) || some(node, 1, mayBeginSmall)) mark |= STARTS_SMALL;
    if (some(node, 1, wakes)) mark |= WAKES | (some(node, 1, wakesSmall) ? WAKES_SMALL : 0);
    marks.set(w, mark);
  }
  for (const edges of children.slice(1)) for (const w of edges.keys()) marks.set(w, (marks.get(w) ?? 0) | FOLLOWS);
  for (const [w, mark] of marks) flags[w] = (flags[w] as number) | mark;
  for (const [form, bases] of lemmas) for (const coded of bases) flags[form] = (flags[form] as number) | (marks.get(coded >> 3) ?? 0);
}
