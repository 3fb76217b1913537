/** What is made of a pack’s sections when it is opened: tables put together, where lists begin, days that end, words that have forms. */
import { type Derived, LISTS, PLANES, type Sections } from './layout';
import { fromBytes, fromPlanes, startsOf } from './numbers';

/** Sections with what is derived from them. */
export type Tables = Sections & Derived;

/** Says what is wrong when the lengths of lists do not lead through their items, or are not as many as they should be. */
export function tablesOf(sections: Sections): Tables | string {
  const derived: Partial<Record<keyof Derived, Uint32Array | Int32Array>> = {};
  for (const [name, planes] of PLANES) {
    const numbers = fromPlanes(sections[planes]);
    if (numbers === undefined) return `${planes} is cut`;
    derived[name] = numbers;
  }
  const tables = { ...sections, ...(derived as Derived) };
  const size = sections.entityKind.length;
  const nodes = tables.edgeWord.length + 1;
  for (const [first, count, items] of LISTS) {
    const many = first === 'edgeFirst' || first === 'aliasFirst' ? nodes : first === 'recordAt' ? size + sections.roleRank.length : size;
    const starts = summed(sections[count], many);
    if (starts?.[many] !== tables[items].length) return `${count} does not lead through ${items}`;
    derived[first] = starts;
  }
  for (const [last, more, first] of DAYS) {
    const days = fromBytes(sections[more], sections[first].length);
    if (days === undefined) return `${more} is not as long as ${first}`;
    const from = sections[first];
    const ends = new Int32Array(days.length);
    for (let i = 0; i < days.length; i++) ends[i] = (days[i] as number) + (from[i] as number);
    derived[last] = ends;
  }
  const { baseStep } = sections;
  const baseWord = summed(baseStep, numbersIn(baseStep));
  if (baseWord === undefined || (baseWord.at(-1) as number) >= sections.wordTop.length) return 'baseStep leads to what is not there';
  return { ...sections, ...(derived as Derived), baseWord };
}

const DAYS = [
  ['tenureFromLast', 'tenureFromMore', 'tenureFromFirst'],
  ['tenureToLast', 'tenureToMore', 'tenureToFirst'],
] as const;

function summed(bytes: Uint8Array, count: number): Uint32Array | undefined {
  const lengths = fromBytes(bytes, count);
  return lengths && startsOf(lengths);
}

/** Each ends with a byte whose top bit is not set. */
function numbersIn(bytes: Uint8Array): number {
  let count = 0;
  for (let i = 0; i < bytes.length; i++) if ((bytes[i] as number) < 128) count++;
  return count;
}
