/**
 * Do the tables of a pack lead anywhere but into each other? The checksum finds bytes that were lost on the way; this finds a pack that was written wrong, whose
 * reader would walk off a table or never come back. Words, links and records
 * are not gone through: reading them is safe whatever they hold, and a worker that was woken waits for this.
 */
import { ALIAS, KIND_CODES, type SectionName, type Sections } from './layout';

/** The most words that one word can be a form of: more would make every look a long one. */
const MOST_LEMMAS = 255;

/** Tables of the same length as the first of each. */
const ALIKE: readonly (readonly SectionName[])[] = [
  ['wordTop', 'wordMiddle', 'wordTail', 'wordFlags', 'lemma'],
  ['ordinaryWord', 'ordinaryLanguages'],
  ['edgeFirst', 'aliasFirst'],
  ['aliasType', 'aliasFlags', 'aliasTarget'],
  ['entityKind', 'entityCountry', 'entityFrom', 'entityTo', 'entityWeight', 'officeRole', 'officeFlags', 'officeChecked'],
  ['tenurePerson', 'tenureFromFirst', 'tenureFromLast', 'tenureToFirst', 'tenureToLast', 'tenureFlags', 'personTenure'],
];

/** Says what is wrong, or gives undefined. */
export function faultOf(s: Sections): string | undefined {
  const size = s.entityKind.length;
  const roles = s.roleRank.length;
  const words = s.wordTop.length;
  for (const [first, ...others] of ALIKE)
    for (const other of others) if (s[other].length !== s[first as SectionName].length) return `${other} is not as long as ${first}`;

  /** Where the lists of one table begin in another: as many as there are, ascending, to its end. */
  const lists: readonly (readonly [first: SectionName, items: SectionName, count: number])[] = [
    ['edgeFirst', 'edgeWord', s.edgeWord.length + 1],
    ['aliasFirst', 'aliasType', s.edgeWord.length + 1],
    ['givenFirst', 'given', size],
    ['initialFirst', 'initial', size],
    ['officeOfFirst', 'officeOf', size],
    ['officeTenure', 'tenurePerson', size],
    ['personTenureFirst', 'personTenure', size],
    ['linkFirst', 'link', size],
    ['seriesFirst', 'series', size],
    ['idAt', 'ids', size],
    ['recordAt', 'blob', size + roles],
  ];
  for (const [first, items, count] of lists) {
    if (s[first].length !== count + 1) return `${first} has ${s[first].length} numbers instead of ${count + 1}`;
    if (!isAscending(s[first], s[items].length)) return `${first} does not lead through ${items} in order`;
  }
  // A node stands before those below it: no way down comes round again.
  for (let n = 0; n < s.edgeFirst.length; n++) if ((s.edgeFirst[n] as number) < n - 1) return 'edgeFirst leads back';

  const within: readonly (readonly [name: SectionName, limit: number])[] = [
    ['edgeWord', words],
    ['entityKind', KIND_CODES.length],
    ['entityCountry', size],
    ['officeRole', roles],
    ['officeOf', size],
    ['tenurePerson', size],
    ['personTenure', s.tenurePerson.length],
    ['series', size],
  ];
  for (const [name, limit] of within) if (!isBelow(s[name], limit)) return `${name} leads to what is not there`;
  for (let a = 0; a < s.aliasTarget.length; a++)
    if ((s.aliasTarget[a] as number) >= (s.aliasType[a] === ALIAS.ROLE ? roles : size)) return 'aliasTarget leads to what is not there';

  let at = 0;
  while (at < s.moreLemmas.length) {
    const several = s.moreLemmas[at] as number;
    if (several > MOST_LEMMAS) break;
    at += several + 1;
  }
  return at === s.moreLemmas.length ? undefined : 'moreLemmas is not made of short lists';
}

function isAscending(first: Sections[SectionName], end: number): boolean {
  let before = 0;
  for (let i = 0; i < first.length; i++) {
    const next = first[i] as number;
    if (next < before) return false;
    before = next;
  }
  return first[0] === 0 && before === end;
}

/** From -1, which is “none”, to below `limit`. */
function isBelow(table: Sections[SectionName], limit: number): boolean {
  for (let i = 0; i < table.length; i++) if ((table[i] as number) >= limit || (table[i] as number) < -1) return false;
  return true;
}
