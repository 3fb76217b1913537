/**
 * `npm run data:audit -- --seed N [--share 0.05] [DIR]`: a random share of the tenures and events as a checklist, to look each up again
 * in sources other than its own. The same seed draws the same facts. The errors found, over the items drawn, estimate those of the whole.
 */

import { drawFrom } from '../dataset/draw';
import { readDataset } from '../dataset/load';
import type { Citation } from '../dataset/schema';
import { asked, refuse } from './asked';

const USAGE = 'data:audit -- --seed N [--share 0.05] [FOLDER]';
const { positionals, values } = asked(USAGE, { seed: { type: 'string' }, share: { type: 'string', default: '0.05' } });
const seed = Number(values.seed ?? Number.NaN);
const share = Number(values.share);
if (!Number.isSafeInteger(seed) || !(share > 0 && share <= 1)) refuse('give a whole number as seed, and a share above 0, up to 1', USAGE);
const dir = positionals[0] ?? 'data';
const { dataset, problems } = readDataset(dir);
if (problems.length > 0) {
  console.error(`${problems.length} problems in ${dir}; run \`npm run check:data\` first`);
  process.exit(1);
}
const { tenures, events } = drawFrom(dataset, seed, share);
const people = new Map(dataset.people.map((p) => [p.id, p]));
const sources = (...lists: readonly (readonly Citation[] | undefined)[]) => {
  const all = lists.flatMap((list) => list ?? []).map((c) => (typeof c === 'string' ? c : `${c.publisher}: ${c.title} ${c.url}`));
  return [...new Set(all)].join('; ');
};

console.log(`# Audit of ${dir}, seed ${seed}, share ${share}: ${tenures.length} tenures, ${events.length} events\n`);
console.log('## Tenures\n');
for (const { office, holder: h } of tenures) {
  const person = people.get(h.person);
  const kind = [h.acting ? 'acting' : '', h.disputed ? 'disputed' : ''].filter(Boolean).map((word) => `, ${word}`);
  console.log(`- [ ] ${h.from}–${h.to}${kind.join('')}: ${person?.name ?? h.person}, ${office.name}`);
  console.log(`      ${h.person}, ${office.id}; ${sources(h.sources, office.sources, person?.sources)}`);
}
console.log('\n## Events\n');
for (const e of events) {
  const places = typeof e.place === 'string' ? [e.place] : (e.place ?? []);
  console.log(`- [ ] ${e.to === undefined ? e.from : `${e.from}–${e.to}`}: ${e.name} (${[e.type, ...places].join(', ')})`);
  console.log(`      ${e.id}; ${e.about}`);
  if (e.participants) console.log(`      with ${e.participants.join(', ')}`);
  console.log(`      ${sources(e.sources)}`);
}
