/**
 * `npm run data:report [-- DIR] [--write]`: what the dataset covers, by country, office and year, and which lines are short.
 * `--write` puts the summary into `DIR/README.md`, between its markers.
 */
import fs from 'node:fs';
import path from 'node:path';
import { type Coverage, coverageOf } from '../dataset/coverage';
import { readDataset } from '../dataset/load';
import { asked } from './asked';

const { positionals, values } = asked('data:report [-- FOLDER] [--write]', { write: { type: 'boolean' } });
const dir = positionals[0] ?? 'data';
const { dataset, problems } = readDataset(dir);
if (problems.length > 0) {
  console.error(`${problems.length} problems in ${dir}; run \`npm run check:data\` first`);
  process.exit(1);
}
const coverage = coverageOf(dataset);
const summary = summaryOf(coverage);
if (values.write) writeSummary(path.join(dir, 'README.md'), summary);
else {
  console.log(summary);
  console.log(details(coverage));
}

function summaryOf(c: Coverage): string {
  const list = (counts: ReadonlyMap<string, number>, most: number) =>
    [...counts]
      .sort((a, b) => b[1] - a[1])
      .slice(0, most)
      .map(([what, n]) => `${what} ${n.toLocaleString('en')}`)
      .join(', ');
  return [
    `As of ${new Date().toISOString().slice(0, 10)}:`,
    '',
    '| | |',
    '| --- | ---: |',
    ...[...c.counts].map(([what, n]) => `| ${what} | ${n.toLocaleString('en')} |`),
    '',
    `Starts and ends of tenures known to the day: ${percent(c.exactDays, c.knownDays)}; not known at all: ${percent(c.unknownDays, c.knownDays + c.unknownDays)}.`,
    `People with a day of birth: ${percent(c.birthdays, c.counts.get('people') ?? 0)}; offices whose line has no declared gap: ${percent(c.whole, c.counts.get('offices') ?? 0)}.`,
    '',
    `Names by language: ${list(c.names, 20)}.`,
    '',
    `People by country: ${list(c.people, 25)}.`,
    '',
    `Events by year: ${[...c.events]
      .sort()
      .map(([year, n]) => `${year} ${n}`)
      .join(', ')}.`,
  ].join('\n');
}

function details(c: Coverage): string {
  const out = ['', 'Lines of heads of state, heads of government and foreign ministers (first year covered; ? = no such office here)', ''];
  for (const line of c.lines)
    out.push(`${line.place.padEnd(10)} ${line.offices.map((o) => `${o.kind} ${o.since ?? '?'}${o.gaps > 0 ? ` (${o.gaps} gaps)` : ''}`).join('  ')}`);
  out.push('', 'Offices checked longest ago', '');
  for (const o of c.stale.slice(0, 30)) out.push(`${o.checked}  ${o.id}`);
  return out.join('\n');
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`;
}

function writeSummary(file: string, text: string): void {
  const readme = fs.readFileSync(file, 'utf8');
  const marked = /(<!-- report -->)[\s\S]*(<!-- \/report -->)/;
  if (!marked.test(readme)) throw new Error(`${file}: no place for the summary; add <!-- report --> and <!-- /report -->`);
  fs.writeFileSync(
    file,
    readme.replace(marked, (_, open, close) => `${open}\n${text}\n${close}`),
  );
}
