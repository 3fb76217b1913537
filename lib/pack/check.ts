/**
 * Do the tables of a pack lead anywhere but into each other? The checksum finds bytes that were lost on the way; this finds a pack that was written wrong, whose
 * reader would walk off a table or never come back. Words, links and records
 * are not gone through: reading them is safe whatever they hold, and a worker that was woken waits for this.
 */
import { ALIAS, KIND_CODES } from './layout';
import type { Tables } from './tables';

/** The most words that one word can be a form of: more would make every look a long one. */
const MOST_LEMMAS = 255;

/** Tables of the same length as the first of each. */
const ALIKE: readonly (readonly (keyof Tables)[])[] = [
  ['wordTop', 'wordMiddle', 'wordTail', 'wordFlags', 'lemma'],
  ['ordinaryWord', 'ordinaryLanguages'],
  ['aliasType', 'aliasFlags', 'aliasTarget'],
  ['entityKind', 'entityCountry', 'entityFrom', 'entityTo', 'entityWeight', 'officeRole', 'officeTo', 'officeFlags', 'officeChecked'],
  ['tenurePerson', 'tenureFromFirst', 'tenureToFirst', 'tenureFlags', 'personTenure'],
];

/** Says what is wrong, or gives undefined. */
export function faultOf(s: Tables): string | undefined {
  const size = s.entityKind.length;
  const roles = s.roleRank.length;
  const words = s.wordTop.length;
  for (const [first, ...others] of ALIKE)
    for (const other of others) if (s[other].length !== s[first as keyof Tables].length) return `${other} is not as long as ${first}`;

  const { edgeFirst, entityKind, aliasTarget, aliasType, moreLemmas } = s;
  // A node stands before those below it: no way down comes round again.
  for (let n = 0; n < edgeFirst.length; n++) if ((edgeFirst[n] as number) < n - 1) return 'edgeCount leads back';

  const within = {
    edgeWord: words,
    entityCountry: size,
    officeRole: roles,
    officeTo: size,
    officeOf: size,
    tenurePerson: size,
    personTenure: s.tenurePerson.length,
    series: size,
  };
  for (const [name, limit] of Object.entries(within)) if (!isBelow(s[name as keyof typeof within], limit)) return `${name} leads to what is not there`;
  for (let e = 0; e < size; e++) if ((entityKind[e] as number) >= KIND_CODES.length) return 'entityKind leads to what is not there';
  for (let a = 0; a < aliasTarget.length; a++)
    if ((aliasTarget[a] as number) >= (aliasType[a] === ALIAS.ROLE ? roles : size)) return 'aliasTarget leads to what is not there';

  let at = 0;
  while (at < moreLemmas.length) {
    const several = moreLemmas[at] as number;
    if (several > MOST_LEMMAS) break;
    at += several + 1;
  }
  return at === moreLemmas.length ? undefined : 'moreLemmas is not made of short lists';
}

/** Below `limit`, or -1 for “none” where a table has signs. Read as one kind of table: the engine makes one loop for it, not one for each kind. */
function isBelow(numbers: Uint32Array | Int32Array, limit: number): boolean {
  const table = new Uint32Array(numbers.buffer, numbers.byteOffset, numbers.length);
  const none = numbers instanceof Int32Array ? 1 : 0;
  for (let i = 0; i < table.length; i++) if (((table[i] as number) + none) >>> 0 >= limit + none) return false;
  return true;
}
