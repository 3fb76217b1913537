/**
 * `npm run bench [-- FILE] [--only NAME] [--times 1,10,100] [--json]`: what opening, scanning and recognising cost, as ratios to baselines of the
 * same run. FILE is text to read, or .jsonl with `text`, `lang` and `date`; without it a text is generated. The figures are also written to
 * `.output/bench/figures.json`. One file below `bench/` is one bench.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { asked } from './asked';
import { rounded } from './bench/measure';
import { benchOpening } from './bench/opening';
import { articleOf } from './bench/pages';
import { benchRecogniser, type Document } from './bench/recogniser';

const { positionals, values } = asked('bench [-- FILE] [--only opening|recogniser] [--times N,N…] [--json]', {
  json: { type: 'boolean' },
  only: { type: 'string' },
  times: { type: 'string', default: '1,10,100' },
});
const documents = documentsOf(positionals[0]);
const BENCHES: Readonly<Record<string, () => Record<string, number>>> = {
  opening: benchOpening,
  recogniser: () => benchRecogniser(documents, values.times.split(',').filter(Boolean).map(Number)),
};

const only = values.only;
if (only !== undefined && !(only in BENCHES)) throw new Error(`there is no bench ${only}; there are ${Object.keys(BENCHES).join(', ')}`);
const figures: Record<string, unknown> = { machine: `${os.cpus()[0]?.model ?? '?'}, ${os.cpus().length} cores, Node ${process.version}` };
for (const [name, bench] of Object.entries(BENCHES)) if (only === undefined || only === name) figures[name] = bench();
const json = JSON.stringify(figures, null, 2);
fs.mkdirSync('.output/bench', { recursive: true });
fs.writeFileSync(path.join('.output/bench', 'figures.json'), `${json}\n`);
if (values.json) console.log(json);
else {
  console.log(figures.machine);
  for (const [name, group] of Object.entries(figures)) {
    if (typeof group !== 'object' || group === null) continue;
    console.log(`\n${name}`);
    for (const [label, value] of Object.entries(group)) console.log(`  ${label.padEnd(56)} ${typeof value === 'number' ? rounded(value) : value}`);
  }
}

function documentsOf(given: string | undefined): Document[] {
  if (given === undefined) {
    const text = articleOf(1_500_000, true)
      .replace(/<\/p>/g, '\n')
      .replace(/<[^>]+>/g, '');
    return chunks(blocksOf(text)).map((blocks) => ({ language: 'en', day: 16_925, blocks }));
  }
  const raw = fs.readFileSync(given, 'utf8');
  if (!given.endsWith('.jsonl')) return chunks(blocksOf(raw)).map((blocks) => ({ language: undefined, day: undefined, blocks }));
  return raw.split('\n').flatMap((line): Document[] => {
    if (line.trim() === '') return [];
    const { text, lang, date } = JSON.parse(line) as { text?: string; lang?: string; date?: string };
    const time = Date.parse(date ?? '');
    return [{ language: lang, day: Number.isNaN(time) ? undefined : Math.floor(time / 86_400_000), blocks: blocksOf(text ?? '') }];
  });
}

function blocksOf(text: string) {
  return text.split('\n').flatMap((line, id) => (line.trim() === '' ? [] : [{ id, text: line }]));
}

/** Forty paragraphs are an article. */
function chunks<T>(all: readonly T[]): T[][] {
  const out: T[][] = [];
  for (let i = 0; i < all.length; i += 40) out.push(all.slice(i, i + 40));
  return out;
}
