/**
 * `npm run fuzz -- [--packs 100000] [--seed 1]`: reads so many damaged packs and says what came of them. A case has the number `seed + n`, so that one alone can
 * be run again. Exits with 1 when a pack without its right checksum was not refused, or when a case took long.
 */
import { asked, countOf } from './asked';
import { DAMAGES, damaged, type Outcome, outcomeOf, randomFrom, readAll, smallPack } from './damage';

/** Far above what any case takes, in milliseconds: a case that gets here nearly hangs. */
const LONG = 2000;

const { values } = asked('fuzz [-- --packs N] [--seed N]', { packs: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } });
const packs = countOf('packs', values.packs);
const seed = countOf('seed', values.seed);
const whole = smallPack();
const right = readAll(whole);
const counts = new Map(DAMAGES.map((how) => [how, { refused: 0, right: 0, error: 0, other: 0 } satisfies Record<Outcome, number>]));
let slowest = { case: seed, took: 0 };
const wrong: number[] = [];
for (let n = 0; n < packs; n++) {
  const how = DAMAGES[(seed + n) % DAMAGES.length] as (typeof DAMAGES)[number];
  const bytes = damaged(whole, how, randomFrom(seed + n));
  const began = performance.now();
  const outcome = outcomeOf(bytes, right);
  const took = performance.now() - began;
  if (took > slowest.took) slowest = { case: seed + n, took };
  const count = counts.get(how);
  if (count) count[outcome]++;
  // Two changes may undo each other.
  if (!how.startsWith('sealed') && outcome !== 'refused' && outcome !== 'right') wrong.push(seed + n);
}
console.log(`${packs} damaged packs of ${whole.byteLength} bytes, from seed ${seed}`);
console.log(`${''.padEnd(16)}${['refused', 'right', 'error', 'other'].map((name) => name.padStart(9)).join('')}`);
for (const [how, { refused, right: same, error, other }] of counts)
  console.log(`${how.padEnd(16)}${[refused, same, error, other].map((count) => String(count).padStart(9)).join('')}`);
console.log(`slowest: ${slowest.took.toFixed(0)} ms (--seed ${slowest.case} --packs 1)`);
if (wrong.length > 0 || slowest.took > LONG) {
  console.error(wrong.length > 0 ? `not refused: --seed ${wrong.slice(0, 10).join(', ')}` : 'a case took too long');
  process.exitCode = 1;
}
