/** Opens a pack: checks that it is whole and of this version, and makes views on it. Nothing is copied or parsed. */
import type { EntityId, Kind } from '../dataset/schema';
import type { ScreenData } from '../text/screen';
import { checksum, edgeSlot, FORMAT_VERSION, HEADER_BYTES, highPart, KIND_CODES, MAGIC, SECTIONS, SEVERAL_LEMMAS, type Sections } from './layout';
import type { AgreementRecord, EventRecord, OfficeRecord, OrganisationRecord, PersonRecord, PlaceRecord, RoleRecord } from './records';

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
  /** For extension storage: page scripts screen with it. */
  readonly screen: ScreenData;
}

export interface RecordOf {
  person: PersonRecord;
  office: OfficeRecord;
  organisation: OrganisationRecord;
  place: PlaceRecord;
  event: EventRecord;
  agreement: AgreementRecord;
}

/** An open pack. Entities go by their index inside the pack; `idOf` and `indexOf` lead to and from ids. */
export interface Pack extends Sections {
  readonly meta_: PackMeta;
  readonly size: number;
  /** The word of a fingerprint, or 0. */
  wordOf(low: number, high: number): number;
  /** The words that word `w` is a form of, each as number × 8 + language group. */
  lemmasOf(w: number): Uint32Array;
  /** The node below `node` by `word`, or 0. */
  step(node: number, word: number): number;
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
  return packOf(sections);
}

const NONE = new Uint32Array(0);

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

function packOf(s: Sections): Pack {
  const { start, shift } = startsOf(s.wordTop);
  const edgeMask = s.edgeTo.length - 1;
  const size = s.entityKind.length;
  const textAt = (bytes: Uint8Array, from: number, to: number): string => decoder.decode(bytes.subarray(from, to));
  const idOf = (entity: number): EntityId => textAt(s.ids, s.idAt[entity] as number, s.idAt[entity + 1] as number);
  const recordText = (n: number): string => textAt(s.blob, s.recordAt[n] as number, s.recordAt[n + 1] as number);
  return {
    ...s,
    meta_: JSON.parse(decoder.decode(s.meta)) as PackMeta,
    size,
    wordOf(low, high) {
      const top = low >>> 16;
      const middle = low & 0xffff;
      const last = start[(top >>> shift) + 1] as number;
      for (let w = start[top >>> shift] as number; w < last; w++)
        if (s.wordMiddle[w] === middle && s.wordTop[w] === top && s.wordTail[w] === highPart(high)) return w;
      return 0;
    },
    lemmasOf(w) {
      const coded = s.lemma[w] as number;
      if (coded === 0) return NONE;
      if (coded < SEVERAL_LEMMAS) return s.lemma.subarray(w, w + 1);
      const at = coded - SEVERAL_LEMMAS;
      return s.moreLemmas.subarray(at + 1, at + 1 + (s.moreLemmas[at] as number));
    },
    step(node, word) {
      for (let slot = edgeSlot(node, word, edgeMask); s.edgeTo[slot] !== 0; slot = (slot + 1) & edgeMask) {
        if (s.edgeNode[slot] === node && s.edgeWord[slot] === word) return s.edgeTo[slot] as number;
      }
      return 0;
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
