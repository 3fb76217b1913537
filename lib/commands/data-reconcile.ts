/**
 * `npm run data:reconcile -- DIR`: compares the dataset with tables of public records in DIR (`us_officials.csv`,
 * `visits_to_us.csv`, `de_facto_leaders_to_2021.csv`; whichever are there) and lists agreements, differences and what is lacking here.
 * Differences that were looked up and found to be the record’s error stand in data/settled.yaml. Exit code 1 when any other is left.
 */
import fs from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { parse } from 'yaml';
import { z } from 'zod';
import { readDataset } from '../dataset/load';
import { type Finding, reconcileLeaders, reconcileOfficials, reconcileVisits, settle } from '../dataset/reconcile';
import { Settled } from '../dataset/schema';
import { asked, refuse } from './asked';

const USAGE = 'data:reconcile -- FOLDER [--all] [--data FOLDER]';
const { positionals, values } = asked(USAGE, { all: { type: 'boolean' }, data: { type: 'string' } });
const dir = positionals[0];
if (!dir || !fs.existsSync(dir)) refuse('give the folder with the tables', USAGE);
const data = values.data ?? 'data';
const { dataset } = readDataset(data);
const settledFile = path.join(data, 'settled.yaml');
let settled: readonly Settled[] = fs.existsSync(settledFile) ? z.array(Settled).parse(parse(fs.readFileSync(settledFile, 'utf8'))) : [];
const rows = (name: string): readonly Record<string, string>[] | undefined => {
  const file = path.join(dir, name);
  if (!fs.existsSync(file)) return undefined;
  return Papa.parse<Record<string, string>>(fs.readFileSync(file, 'utf8'), { header: true, skipEmptyLines: true }).data;
};
for (const [name, compare] of [
  ['us_officials.csv', reconcileOfficials],
  ['visits_to_us.csv', reconcileVisits],
  ['de_facto_leaders_to_2021.csv', reconcileLeaders],
] as const) {
  const table = rows(name);
  if (!table) {
    console.log(`\n${name}: not there`);
    continue;
  }
  const { findings, unused } = settle(compare(dataset, table), settled);
  settled = unused;
  const of = (outcome: Finding['outcome']) => findings.filter((f) => f.outcome === outcome).sort((a, b) => a.rank - b.rank);
  console.log(
    `\n${name}: ${of('agrees').length} agree, ${of('settled').length} are settled, ${of('differs').length} differ, ${of('lacking').length} are lacking here`,
  );
  if (of('differs').length > 0) process.exitCode = 1;
  for (const f of of('differs')) console.log(`  differs  ${f.text}`);
  const lacking = of('lacking');
  for (const f of values.all ? lacking : lacking.slice(0, 40)) console.log(`  lacking  ${f.text}`);
  if (!values.all && lacking.length > 40) console.log(`  … and ${lacking.length - 40} more (--all)`);
}
for (const s of settled) console.log(`\nsettled.yaml: no table differs (any more) in “${s.record}”; take the entry out or correct it`);
