/**
 * A pack: the whole dataset in one ArrayBuffer. Opening it is making views on it, not parsing; facts of a card are
 * decoded only for the entity that is asked for.
 *
 *   byte 0      magic "ATCH"
 *        4      format version                          (this code reads exactly one)
 *        8      length of the whole pack in bytes
 *        12     checksum of everything from byte 20 on
 *        16     number of sections
 *        20     for each section: offset in bytes, length in elements   (in the order of SECTIONS)
 *        …      the sections, each aligned to 8 bytes
 *
 *   words      folded words in order of their fingerprint (`lib/text/tokens.ts`), numbered from 1: wordTop and
 *              wordMiddle hold 16 bits each, wordTail 8 (apart, because the sorted first ones compress to nothing). Where a search
 *              starts is computed on opening, from the first bits.
 *   lemmas     word w ─► lemma[w]: 0 none; base × 8 + language group; or from (bases + 1) × 8 on where in moreLemmas their number and
 *              then they stand. Bases are the words that
 *              others are forms of, numbered from 1; baseStep leads from each to the next
 *   ordinary   words of names that are ordinary words too, ascending; ordinaryLanguages has a bit for each of ORDINARY_LANGUAGES
 *   names      a trie of words, breadth first: edge e leads to node e + 1 (node 0 is the root); the edges of node n are
 *              edgeFirst[n] .. edgeFirst[n+1), in order of edgeWord; node n ─► aliases aliasFirst[n] .. aliasFirst[n+1).
 *              Of this and every other table of lists (LISTS) the lengths are stored; where each begins is summed up on opening
 *   aliases    aliasType, aliasFlags, aliasTarget   (an entity, or for ROLE a role)
 *   entities   in order of id; entityKind; record = UTF-8 JSON in blob[recordAt[e] .. recordAt[e+1])
 *   tenures    in order of office; officeTenure[o] .. officeTenure[o+1]; personTenure lists them by person; of the days that a partial
 *              date can mean the first is stored, and how many more there are
 *
 * Tables of 32 bits that compress badly (PLANES) travel as their lowest bytes, then the second, third and highest.
 *
 * Days are days since 1970-01-01. Multi-byte values have the byte order of the machine that reads and built them
 * (little-endian everywhere that browsers run); the magic number shows a pack from elsewhere.
 */
import type { Kind } from '../dataset/schema';

export const MAGIC = 0x48435441;
export const FORMAT_VERSION = 9;
export const HEADER_BYTES = 20;

export const SECTIONS = [
  ['wordTop', Uint16Array],
  ['wordMiddle', Uint16Array],
  ['wordTail', Uint8Array],
  ['wordFlags', Uint8Array],
  ['lemmaPlanes', Uint8Array],
  ['baseStep', Uint8Array],
  ['moreLemmasPlanes', Uint8Array],
  ['ordinaryWordPlanes', Uint8Array],
  ['ordinaryLanguages', Uint32Array],
  ['edgeCount', Uint8Array],
  ['edgeWordPlanes', Uint8Array],
  ['aliasCount', Uint8Array],
  ['aliasType', Uint8Array],
  ['aliasFlags', Uint8Array],
  ['aliasTargetPlanes', Uint8Array],
  ['entityKind', Uint8Array],
  ['entityCountry', Int32Array],
  ['entityFrom', Int32Array],
  ['entityTo', Int32Array],
  ['entityWeight', Uint8Array],
  ['givenCount', Uint8Array],
  ['given', Uint32Array],
  ['initialCount', Uint8Array],
  ['initial', Uint32Array],
  ['officeRole', Int32Array],
  ['officeTo', Int32Array],
  ['officeFlags', Uint8Array],
  ['officeChecked', Int32Array],
  ['officeOfCount', Uint8Array],
  ['officeOf', Uint32Array],
  ['tenureCount', Uint8Array],
  ['tenurePersonPlanes', Uint8Array],
  ['tenureFromFirst', Int32Array],
  ['tenureFromMore', Uint8Array],
  ['tenureToFirst', Int32Array],
  ['tenureToMore', Uint8Array],
  ['tenureFlags', Uint8Array],
  ['personTenureCount', Uint8Array],
  ['personTenurePlanes', Uint8Array],
  ['linkCount', Uint8Array],
  ['linkPlanes', Uint8Array],
  ['seriesCount', Uint8Array],
  ['series', Uint32Array],
  ['roleRank', Uint8Array],
  ['recordLength', Uint8Array],
  ['idLength', Uint8Array],
  ['ids', Uint8Array],
  ['blob', Uint8Array],
  ['meta', Uint8Array],
] as const;

export type SectionName = (typeof SECTIONS)[number][0];
export type Sections = { readonly [K in (typeof SECTIONS)[number] as K[0]]: InstanceType<K[1]> };

/** Tables of numbers that travel as four planes of bytes (`numbers.ts`). */
export const PLANES = [
  ['lemma', 'lemmaPlanes'],
  ['moreLemmas', 'moreLemmasPlanes'],
  ['ordinaryWord', 'ordinaryWordPlanes'],
  ['edgeWord', 'edgeWordPlanes'],
  ['aliasTarget', 'aliasTargetPlanes'],
  ['tenurePerson', 'tenurePersonPlanes'],
  ['personTenure', 'personTenurePlanes'],
  ['link', 'linkPlanes'],
] as const satisfies readonly (readonly [string, SectionName])[];

/** Tables of lists: where each list begins, the section with their lengths, and the one with their items. */
export const LISTS = [
  ['edgeFirst', 'edgeCount', 'edgeWord'],
  ['aliasFirst', 'aliasCount', 'aliasType'],
  ['givenFirst', 'givenCount', 'given'],
  ['initialFirst', 'initialCount', 'initial'],
  ['officeOfFirst', 'officeOfCount', 'officeOf'],
  ['officeTenure', 'tenureCount', 'tenurePerson'],
  ['personTenureFirst', 'personTenureCount', 'personTenure'],
  ['linkFirst', 'linkCount', 'link'],
  ['seriesFirst', 'seriesCount', 'series'],
  ['idAt', 'idLength', 'ids'],
  ['recordAt', 'recordLength', 'blob'],
] as const satisfies readonly (readonly [string, SectionName, SectionName | (typeof PLANES)[number][0]])[];

/** What is made of the sections when a pack is opened. */
export type Derived = Readonly<
  Record<(typeof PLANES)[number][0] | (typeof LISTS)[number][0] | 'baseWord', Uint32Array> & Record<'tenureFromLast' | 'tenureToLast', Int32Array>
>;

export const KIND_CODES: readonly Kind[] = ['person', 'office', 'organisation', 'place', 'event', 'agreement'];

/** What an alias is a name of. */
export const ALIAS = {
  FAMILY: 0,
  FULL: 1,
  ORGANISATION: 2,
  EVENT: 3,
  AGREEMENT: 4,
  OFFICE: 5,
  TITLE: 6,
  ROLE: 7,
  PLACE: 8,
  ADJECTIVE: 9,
  DEMONYM: 10,
} as const;

/** Bits of `aliasFlags`. */
export const AMBIGUOUS = 1;
/** In capitals only: the text must write it so. */
export const ACRONYM = 2;
export const PLURAL = 4;
/** The given name follows the family name (“Xi Jinping”, “Orbán Viktor”). */
export const FAMILY_FIRST = 8;
/** A role’s phrase that means it only with a country or a body (“top diplomat”). */
export const METONYM = 16;
/** The alias is the name of an organisation or office in lower case too (words of a title). */
export const ANY_CASE = 32;
/** A short or nick name. */
export const SHORT = 64;
/** The building that a body sits in, by which texts call it (“the Kremlin”). */
export const SEAT = 128;

/** Bits of `wordFlags`. */
export const GIVEN_NAME = 1;
/** A family name that many people bear: alone it needs more support. */
export const COMMON_FAMILY = 2;
/** Also an ordinary word of some language. */
export const ORDINARY = 4;
/** A name begins with this word or with the word that it is a form of; with a small letter, too. */
export const STARTS = 8;
export const STARTS_SMALL = 16;
/** Of these, what a page script wakes the background for. */
export const WAKES = 32;
export const WAKES_SMALL = 64;
/** This word, or the one that it is a form of, stands in a name after another word. */
export const FOLLOWS = 128;

/** Groups of languages whose endings a form has; a form of group 0 may stand in any text. */
export const LANGUAGE_GROUPS = ['', 'pl', 'cs', 'lt', 'de', 'lv'] as const;
export const groupOf = (language: string): number => {
  const lang = language === 'sk' ? 'cs' : (language.split('-')[0] as string);
  const at = LANGUAGE_GROUPS.indexOf(lang as never);
  return at < 0 ? 0 : at;
};

/** Languages whose ordinary words are known, a bit each in `ordinaryLanguages`. */
export const ORDINARY_LANGUAGES = [
  'en',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'pl',
  'cs',
  'sk',
  'sl',
  'ru',
  'uk',
  'bg',
  'mk',
  'sr',
  'nl',
  'sv',
  'no',
  'da',
  'fi',
  'et',
  'lv',
  'lt',
  'hu',
  'ro',
  'sq',
  'el',
  'tr',
] as const;

/** Bits of `officeFlags`. */
export const SEVERAL_SEATS = 1;
/** A head of state who does not rule, or not alone. */
export const CEREMONIAL = 2;
export const SHARED_POWER = 4;
/** Bits of `tenureFlags`. */
export const ACTING = 1;
export const DISPUTED = 2;
/** In office when the list was last checked. */
export const OPEN_END = 4;

/** FNV-1a over 32-bit words, four in turn so that none waits for the one before; the tail byte by byte. */
export function checksum(bytes: Uint8Array): number {
  const whole = (bytes.byteLength >> 4) << 2;
  const units = new Uint32Array(bytes.buffer, bytes.byteOffset, whole);
  let a = 0x811c9dc5;
  let b = a + 1;
  let c = a + 2;
  let d = a + 3;
  for (let i = 0; i < whole; i += 4) {
    a = Math.imul(a ^ (units[i] as number), PRIME);
    b = Math.imul(b ^ (units[i + 1] as number), PRIME);
    c = Math.imul(c ^ (units[i + 2] as number), PRIME);
    d = Math.imul(d ^ (units[i + 3] as number), PRIME);
  }
  let h = a;
  for (const lane of [b, c, d]) h = Math.imul(h ^ lane, PRIME);
  for (let i = whole << 2; i < bytes.byteLength; i++) h = Math.imul(h ^ (bytes[i] as number), PRIME);
  return h >>> 0;
}
const PRIME = 0x01000193;

/** The part of a fingerprint’s upper half that is kept: with 40 bits in all, a word that is none is mistaken for one once in five million. */
export const highPart = (high: number): number => high >>> 24;
