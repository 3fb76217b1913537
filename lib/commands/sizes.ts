/**
 * `npm run sizes`: what the build weighs against its budget, compressed as a store sends it. Exits with 1 when something is over. Needs `npm run build` first.
 *
 * Each frame of each page runs the page script, so it and the clips script have the tightest budgets. Of the whole the pack is by far
 * the most: it is the dataset with every spelling and case form, shipped so that nothing is ever asked of the network.
 */
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';

const KILOBYTE = 1024;
const MEGABYTE = 1024 * KILOBYTE;

const built = path.resolve('.output/chrome-mv3');
if (!fs.existsSync(path.join(built, 'manifest.json'))) {
  console.error(`there is no build in ${built}: run \`npm run build\` first`);
  process.exit(2);
}

const read = (file: string): Uint8Array => new Uint8Array(fs.readFileSync(path.join(built, file)));
const zipped = (file: string): number => gzipSync(read(file), { level: 9 }).byteLength;
const files = fs.readdirSync(built, { recursive: true, encoding: 'utf8' }).filter((file) => fs.statSync(path.join(built, file)).isFile());

const rows: readonly { readonly name: string; readonly size: number; readonly budget: number }[] = [
  { name: 'page script', size: zipped('content-scripts/page.js'), budget: 36 * KILOBYTE },
  { name: 'clips script', size: zipped('content-scripts/clips.js'), budget: 32 * KILOBYTE },
  { name: 'background', size: zipped('background.js'), budget: 96 * KILOBYTE },
  { name: 'pack', size: zipped('attache.pack'), budget: 3_000_000 },
  { name: 'whole zip', size: zipSync(Object.fromEntries(files.map((file) => [file, read(file)])), { level: 9 }).byteLength, budget: 3.6 * MEGABYTE },
];

const kilobytes = (bytes: number): string => (bytes / KILOBYTE).toFixed(1).padStart(9);
console.log(`${'kB, compressed'.padEnd(16)}${'size'.padStart(9)}${'budget'.padStart(9)}`);
for (const { name, size, budget } of rows) console.log(`${name.padEnd(16)}${kilobytes(size)}${kilobytes(budget)}${size > budget ? '  OVER' : ''}`);
const over = rows.filter(({ size, budget }) => size > budget);
if (over.length > 0) {
  console.error(`over budget: ${over.map((row) => row.name).join(', ')}`);
  process.exitCode = 1;
}
