/**
 * `npm run bench [-- FILE] [--json]`: what the pack costs, as ratios to a baseline of the same run. FILE is text to read (else the texts of the
 * dataset's own cards stand in). Each figure is the median of its rounds.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { openPack } from '../pack/open';
import { recognise } from '../recognise/recognise';
import { scan } from '../recognise/scan';
import { bundledPack } from './pack';

const { positionals, values } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } });
const bytes = bundledPack();
const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'attache-bench-')), 'pack');
fs.writeFileSync(file, new Uint8Array(bytes));
const pack = openPack(bytes);
const blocks = textOf(positionals[0])
  .split('\n')
  .flatMap((text, id) => (text.trim() === '' ? [] : [{ id, text }]));
const characters = blocks.reduce((sum, b) => sum + b.text.length, 0);

const reading = median(15, () => fs.readFileSync(file));
const opening = median(15, () => openPack(bytes));
let kept = 0;
const loop = median(7, () => {
  for (const b of blocks) for (let i = 0; i < b.text.length; i++) kept = (kept + b.text.charCodeAt(i)) | 0;
});
const scanning = median(5, () => {
  for (const b of blocks) kept += scan(b, pack, 'en').word.length;
});
const recognising = median(3, () => {
  for (let i = 0; i < blocks.length; i += 40) kept += recognise(blocks.slice(i, i + 40), pack, { today: 20_000 }).mentions.length;
});

const figures = {
  machine: `${os.cpus()[0]?.model ?? '?'}, Node ${process.version}`,
  packBytes: bytes.byteLength,
  packGzipBytes: gzipSync(new Uint8Array(bytes)).length,
  characters,
  openMs: opening,
  openToRead: opening / reading,
  scanToLoop: loop / scanning,
  recogniseToLoop: loop / recognising,
  scanCharactersPerSecond: (characters / scanning) * 1000,
  recogniseCharactersPerSecond: (characters / recognising) * 1000,
};
if (values.json) console.log(JSON.stringify(figures, null, 2));
else for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(30)} ${typeof value === 'number' ? rounded(value) : value}`);
fs.rmSync(path.dirname(file), { recursive: true });
if (kept === Number.MIN_VALUE) console.log(kept); // keeps the loops from being optimised away

function textOf(given: string | undefined): string {
  if (given !== undefined) {
    const text = fs.readFileSync(given, 'utf8');
    return given.endsWith('.jsonl') ? text.replace(/[^\n]+/g, (line) => (JSON.parse(line) as { text?: string }).text?.replaceAll('\n', ' ') ?? '') : text;
  }
  const lines: string[] = [];
  for (let e = 0; e < pack.size; e++)
    if (pack.kindOf(e) === 'person') lines.push(`${pack.record(e, 'person').about} It was said in the town hall, late in the evening.`);
  return lines.join('\n');
}

function median(rounds: number, work: () => unknown): number {
  const times: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)] as number;
}

function rounded(n: number): string {
  return n >= 1000 ? Math.round(n).toLocaleString('en') : n.toPrecision(3);
}
