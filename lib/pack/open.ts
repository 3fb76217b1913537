/** Opens a pack: checks that it is whole and of this version, makes views on it, and sums up where its lists begin. No record is parsed. */
import type { EntityId, Kind } from '../dataset/schema';
import { highOf, type Tokens } from '../text/tokens';
import { faultOf } from './check';
import { ALIAS, checksum, FORMAT_VERSION, HEADER_BYTES, highPart, KIND_CODES, MAGIC, SECTIONS, type Sections } from './layout';
import type { AgreementRecord, EventRecord, OfficeRecord, OrganisationRecord, PersonRecord, PlaceRecord, RoleRecord } from './records';
import { seek } from './seek';
import { type Tables, tablesOf } from './tables';

/** Thrown when bytes are no pack that can be trusted. The message says what is wrong and what to do. */
export class PackError extends Error {
  constructor(
    readonly reason: 'not-a-pack' | 'older' | 'newer' | 'truncated' | 'damaged',
    message: string,
  ) {
    super(message);
    this.name = 'PackError';
  }
}

export interface PackMeta {
  /** Version of the dataset: changes with its content. */
  readonly dataset: string;
  readonly entities: number;
}

export interface RecordOf {
  person: PersonRecord;
  office: OfficeRecord;
  organisation: OrganisationRecord;
  place: PlaceRecord;
  event: EventRecord;
  agreement: AgreementRecord;
}

/** One meaning of a name: its sort (ALIAS), its flags, and the entity or role meant. */
export interface NodeAlias {
  readonly type: number;
  readonly flags: number;
  readonly target: number;
}

/** An open pack. Entities go by their index inside the pack; `idOf` and `indexOf` lead to and from ids. */
export interface Pack extends Tables {
  readonly meta_: PackMeta;
  readonly size: number;
  /** The word that a token is, or 0. */
  wordOf(tokens: Tokens, token: number): number;
  /**
   * May a name begin with these two words? By the lower halves of their fingerprints; of the second, 0: it is not known, -1: there is none.
   * May say yes for nothing, never no for something.
   */
  mayBegin(first: number, second: number): boolean;
  /** The `n`-th word that word `w` is a form of, as number × 8 + language group; 0 when there are no more. */
  lemmaOf(w: number, n: number): number;
  /** All of them. */
  lemmasOf(w: number): readonly number[];
  /** In which languages word `w` is an ordinary word too: bits of ORDINARY_LANGUAGES. */
  ordinaryIn(w: number): number;
  /** The node below `node` by `word`, or 0. */
  step(node: number, word: number): number;
  /** Has the node a node below it? */
  goesOn(node: number): boolean;
  /** What the names that end at a node name. */
  aliasesAt(node: number): readonly NodeAlias[];
  kindOf(entity: number): Kind;
  idOf(entity: number): EntityId;
  /** Undefined for an id that the pack does not hold. */
  indexOf(id: EntityId): number | undefined;
  /** The facts of an entity. The caller has to know its kind. */
  record<K extends Kind>(entity: number, kind: K): RecordOf[K];
  role(role: number): RoleRecord;
}

const decoder = new TextDecoder();

/** Throws `PackError` for anything but a whole pack of this version. */
export function openPack(buffer: ArrayBuffer): Pack {
  if (buffer.byteLength < HEADER_BYTES + SECTIONS.length * 8) {
    throw new PackError(
      buffer.byteLength < 4 || new DataView(buffer).getUint32(0, true) !== MAGIC ? 'not-a-pack' : 'truncated',
      `expected a pack, found ${buffer.byteLength} bytes; build it again with \`npm run build\``,
    );
  }
  const header = new Uint32Array(buffer, 0, HEADER_BYTES / 4);
  if (header[0] !== MAGIC) throw new PackError('not-a-pack', 'these bytes are not a pack of Attaché (they do not start with ATCH)');
  const version = header[1] as number;
  if (version !== FORMAT_VERSION) {
    throw version < FORMAT_VERSION
      ? new PackError('older', `the pack has the older format ${version}, this version reads ${FORMAT_VERSION}; build or import it again`)
      : new PackError('newer', `the pack has the newer format ${version}, this version reads ${FORMAT_VERSION}; update the extension`);
  }
  if (header[2] !== buffer.byteLength)
    throw new PackError('truncated', `the pack should have ${header[2]} bytes and has ${buffer.byteLength}; fetch or build it again`);
  if (header[4] !== SECTIONS.length) throw new PackError('damaged', `the pack should have ${SECTIONS.length} sections and says ${header[4]}; build it again`);
  if (checksum(new Uint8Array(buffer, HEADER_BYTES)) !== header[3])
    throw new PackError('damaged', 'the checksum of the pack is wrong: it is damaged; fetch or build it again');
  const table = new Uint32Array(buffer, HEADER_BYTES, SECTIONS.length * 2);
  const sections = Object.fromEntries(
    SECTIONS.map(([name, View], i) => {
      const offset = table[i * 2] as number;
      const length = table[i * 2 + 1] as number;
      if (offset % 8 !== 0 || offset + length * View.BYTES_PER_ELEMENT > buffer.byteLength)
        throw new PackError('damaged', `section ${name} of the pack lies outside it; build it again`);
      return [name, new View(buffer, offset, length)];
    }),
  ) as unknown as Sections;
  const tables = tablesOf(sections);
  const fault = typeof tables === 'string' ? tables : faultOf(tables);
  if (typeof tables === 'string' || fault !== undefined)
    throw new PackError('damaged', `the tables of the pack do not fit together (${fault}); build it again`);
  return packOf(tables, metaOf(tables));
}

function metaOf({ meta, entityKind }: Sections): PackMeta {
  let read: Partial<PackMeta> | null;
  try {
    read = JSON.parse(decoder.decode(meta));
  } catch {
    read = null;
  }
  if (typeof read?.dataset !== 'string' || read.entities !== entityKind.length)
    throw new PackError('damaged', 'what the pack says of itself is not what it holds; build it again');
  return { dataset: read.dataset, entities: read.entities };
}

/** Where the words begin that share the first bits of their fingerprint: a few words to each. Word 0 is none. */
function startsOf(wordTop: Uint16Array): { readonly start: Uint32Array; readonly shift: number } {
  const bits = Math.min(16, Math.max(1, Math.ceil(Math.log2(wordTop.length))));
  const shift = 16 - bits;
  const start = new Uint32Array(2 ** bits + 1);
  let bucket = 0;
  for (let w = 1; w < wordTop.length; w++) {
    const own = (wordTop[w] as number) >>> shift;
    while (bucket <= own) start[bucket++] = w;
  }
  start.fill(wordTop.length, bucket);
  return { start, shift };
}

/** Where in the sorted words of the root’s edges those begin that share their first bits: a word or two to each. */
function rootStartsOf({ edgeFirst, edgeWord, wordTop }: Tables): { readonly start: Uint32Array; readonly shift: number } {
  const count = edgeFirst[1] as number;
  const shift = Math.max(0, Math.ceil(Math.log2(wordTop.length / Math.max(1, count))));
  const start = new Uint32Array((wordTop.length >>> shift) + 2);
  let bucket = 0;
  for (let e = 0; e < count; e++) {
    const own = (edgeWord[e] as number) >>> shift;
    while (bucket <= own) start[bucket++] = e;
  }
  start.fill(count, bucket);
  return { start, shift };
}

/** A power of two. */
const SEATS = 16384;

/** Bits: the word opens longer names, is a name by itself, is a country’s adjective. */
const OPENS = 1;
const ALONE = 2;
const ADJECTIVE = 4;

function packOf(s: Tables, meta: PackMeta): Pack {
  const { start, shift } = startsOf(s.wordTop);
  const root = rootStartsOf(s);
  const { wordTop, wordMiddle, wordTail, lemma, baseWord, moreLemmas, edgeFirst, edgeWord, aliasFirst } = s;
  // The last words that were asked for, by the lower half of their fingerprint: “the” and “of” make up a third of all questions.
  const seatOf = new Uint32Array(SEATS);
  const seatWord = new Uint32Array(SEATS);
  /** Made when first asked for: a text names the same over and over. */
  const aliases: (readonly NodeAlias[] | undefined)[] = new Array(aliasFirst.length).fill(undefined);
  const size = s.entityKind.length;
  const textAt = (bytes: Uint8Array, from: number, to: number): string => decoder.decode(bytes.subarray(from, to));
  const ids: (EntityId | undefined)[] = new Array(size);
  const idOf = (entity: number): EntityId => {
    const known = ids[entity];
    if (known !== undefined) return known;
    const id = textAt(s.ids, s.idAt[entity] as number, s.idAt[entity + 1] as number);
    ids[entity] = id;
    return id;
  };
  const recordText = (n: number): string => textAt(s.blob, s.recordAt[n] as number, s.recordAt[n + 1] as number);
  /** Word × 8 + group of what is stored as base × 8 + group. A list of a pack that was written wrong may lead past the end. */
  const wordLemma = (coded: number): number => (baseWord[coded >>> 3] ?? 0) * 8 + (coded & 7);
  const firstList = baseWord.length * 8;
  const lemmaOf = (w: number, n: number): number => {
    const coded = lemma[w] as number;
    if (coded < firstList) return n === 0 && coded !== 0 ? wordLemma(coded) : 0;
    const at = coded - firstList;
    return n < (moreLemmas[at] ?? 0) ? wordLemma(moreLemmas[at + 1 + n] ?? 0) : 0;
  };
  /** All words with this lower half: one, and in a few cases more. */
  const wordsOf = (low: number): number[] => {
    const top = low >>> 16;
    const middle = low & 0xffff;
    const found: number[] = [];
    const last = start[(top >>> shift) + 1] as number;
    for (let w = start[top >>> shift] as number; w < last; w++) if (wordMiddle[w] === middle && wordTop[w] === top) found.push(w);
    return found;
  };
  const withBases = (w: number): number[] => {
    const all = [w];
    for (let n = 0, coded = lemmaOf(w, 0); coded !== 0; coded = lemmaOf(w, ++n)) all.push(coded >>> 3);
    return all;
  };
  const stepFrom = (node: number, word: number): number => {
    let low: number;
    let high: number;
    if (node === 0) {
      low = root.start[word >>> root.shift] as number;
      high = (root.start[(word >>> root.shift) + 1] as number) - 1;
    } else {
      low = edgeFirst[node] as number;
      high = (edgeFirst[node + 1] as number) - 1;
    }
    return seek(edgeWord, low, high, word) + 1;
  };
  const rootNodes = (low: number): number[] =>
    wordsOf(low)
      .flatMap(withBases)
      .map((w) => stepFrom(0, w))
      .filter((node) => node !== 0);
  const sorts = new Uint32Array(SEATS);
  const sortOf = new Uint8Array(SEATS);
  const beginningOf = (low: number): number => {
    const seat = (low ^ (low >>> 16)) & (SEATS - 1);
    if (sorts[seat] === low && low !== 0) return sortOf[seat] as number;
    let sort = 0;
    for (const node of rootNodes(low)) {
      const last = aliasFirst[node + 1] as number;
      for (let a = aliasFirst[node] as number; a < last; a++) sort |= s.aliasType[a] === ALIAS.ADJECTIVE ? ALONE | ADJECTIVE : ALONE;
      if ((edgeFirst[node] as number) < (edgeFirst[node + 1] as number)) sort |= OPENS;
    }
    sorts[seat] = low;
    sortOf[seat] = sort;
    return sort;
  };
  const firsts = new Uint32Array(SEATS);
  const seconds = new Uint32Array(SEATS);
  const pairs = new Uint8Array(SEATS);
  return {
    ...s,
    meta_: meta,
    size,
    wordOf(tokens, token) {
      const low = tokens.low[token] as number;
      const seat = (low ^ (low >>> 16)) & (SEATS - 1);
      if (seatOf[seat] === low && low !== 0) return seatWord[seat] as number;
      seatOf[seat] = low;
      seatWord[seat] = 0;
      const top = low >>> 16;
      const middle = low & 0xffff;
      const last = start[(top >>> shift) + 1] as number;
      let tail = -1;
      for (let w = start[top >>> shift] as number; w < last; w++) {
        if (wordMiddle[w] !== middle || wordTop[w] !== top) continue;
        if (tail < 0) tail = highPart(highOf(tokens, token));
        if (wordTail[w] === tail) {
          seatWord[seat] = w;
          return w;
        }
      }
      return 0;
    },
    lemmaOf,
    lemmasOf(w) {
      const all: number[] = [];
      for (let n = 0, coded = lemmaOf(w, 0); coded !== 0; coded = lemmaOf(w, ++n)) all.push(coded);
      return all;
    },
    mayBegin(first, second) {
      const sort = beginningOf(first);
      if (sort !== OPENS || second === 0) return sort !== 0;
      if (second < 0) return false;
      // An adjective of a country may stand in between.
      if (beginningOf(second) & ADJECTIVE) return true;
      const seat = (first ^ Math.imul(second, 0x9e3779b1) ^ (second >>> 15)) & (SEATS - 1);
      if (firsts[seat] === first && seconds[seat] === second && first !== 0) return pairs[seat] === 1;
      const next = wordsOf(second).flatMap(withBases);
      const does = next.length > 0 && rootNodes(first).some((node) => next.some((w) => stepFrom(node, w) !== 0));
      firsts[seat] = first;
      seconds[seat] = second;
      pairs[seat] = does ? 1 : 0;
      return does;
    },
    ordinaryIn(w) {
      const at = seek(s.ordinaryWord, 0, s.ordinaryWord.length - 1, w);
      return at < 0 ? 0 : (s.ordinaryLanguages[at] as number);
    },
    step: stepFrom,
    goesOn: (node) => (edgeFirst[node] as number) < (edgeFirst[node + 1] as number),
    aliasesAt(node) {
      const known = aliases[node];
      if (known) return known;
      const made: NodeAlias[] = [];
      for (let a = aliasFirst[node] as number; a < (aliasFirst[node + 1] as number); a++)
        made.push({ type: s.aliasType[a] as number, flags: s.aliasFlags[a] as number, target: s.aliasTarget[a] as number });
      aliases[node] = made;
      return made;
    },
    kindOf: (entity) => KIND_CODES[s.entityKind[entity] as number] as Kind,
    idOf,
    indexOf(id) {
      let low = 0;
      let high = size - 1;
      while (low <= high) {
        const middle = (low + high) >> 1;
        const found = idOf(middle);
        if (found === id) return middle;
        if (found < id) low = middle + 1;
        else high = middle - 1;
      }
      return undefined;
    },
    // The record was written by the compiler from validated data and is covered by the checksum.
    record: (entity) => JSON.parse(recordText(entity)),
    role: (role) => JSON.parse(recordText(size + role)) as RoleRecord,
  };
}
