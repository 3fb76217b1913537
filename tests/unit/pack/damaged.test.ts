import { describe, expect, it } from 'vitest';
import { DAMAGES, damaged, outcomeOf, randomFrom, readAll, smallPack } from '@/lib/commands/damage';
import { checksum, HEADER_BYTES, SECTIONS, type SectionName } from '@/lib/pack/layout';

const whole = smallPack();
const right = readAll(whole);

/** The pack with one number of one table changed, and its checksum right. */
function withNumber(name: SectionName, at: number, value: number): ArrayBuffer {
  const copy = whole.slice(0);
  const n = SECTIONS.findIndex(([section]) => section === name);
  const table = new Uint32Array(copy, HEADER_BYTES, SECTIONS.length * 2);
  const [, View] = SECTIONS[n] as (typeof SECTIONS)[number];
  new View(copy, table[n * 2], table[n * 2 + 1]).fill(value, at, at + 1);
  new Uint32Array(copy, 0, 5)[3] = checksum(new Uint8Array(copy, HEADER_BYTES));
  return copy;
}

describe('a damaged pack', () => {
  it('is a small one that names people, an office and events when it is whole', () => {
    for (const id of ['person/anna-berg', 'person/boris-lind', 'office/xa/foreign-minister', 'event/arland-summit']) expect(right).toContain(`"${id}"`);
  });
  for (const how of DAMAGES)
    it(`(${how}) is refused, or read to the end`, () => {
      const outcomes = Array.from({ length: 120 }, (_, seed) => outcomeOf(damaged(whole, how, randomFrom(seed)), right));
      expect(outcomes).toContain('refused');
      if (!how.startsWith('sealed')) expect(new Set(outcomes)).toEqual(new Set(['refused']));
    });
  it('whose tables lead outside is refused though its checksum is right', () => {
    for (const [name, at, value] of [
      ['edgeCount', 0, 0],
      ['edgeCount', 1, 0x80],
      ['baseStep', 0, 0x7f],
      ['edgeWordPlanes', 2, 0xff],
      ['aliasCount', 1, 9],
      ['aliasTargetPlanes', 0, 0xff],
      ['entityKind', 0, 9],
      ['entityCountry', 0, -2],
      ['tenureCount', 1, 77],
      ['tenureFromMore', 0, 0xff],
      ['tenurePersonPlanes', 0, 0xff],
      ['recordLength', 1, 0],
      ['meta', 0, 0x20],
    ] as const)
      expect(outcomeOf(withNumber(name, at, value), right), `${name}[${at}] = ${value}`).toBe('refused');
  });
});
