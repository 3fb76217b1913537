/** The bundled pack, built when the data or the compiler changed and kept in `.output/pack/`. Node only. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { DatasetError, readDataset } from '../dataset/load';
import { compilePack } from '../pack/compile';
import { Lexicon } from '../pack/lexicon';
import { LISTS_VERSION, ordinaryWords } from './ordinary-words';

const ROOT = path.resolve(import.meta.dirname, '../..');

const filesBelow = (dir: string): string[] =>
  fs
    .readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((f) => /\.(yaml|ts)$/.test(f))
    .sort()
    .map((f) => path.join(dir, f));

/** What the pack is made of, as one hash: the data, and the code that compiles it. */
function stateOf(data: string): string {
  const hash = createHash('sha256');
  const made = [data, ...['text', 'dataset', 'pack'].map((room) => path.join(ROOT, 'lib', room))].flatMap(filesBelow);
  for (const file of [...made, path.join(ROOT, 'lib/commands/ordinary-words.ts'), LISTS_VERSION])
    hash.update(path.basename(file)).update(fs.readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

/** Compiles the dataset of the folder `data`. Throws `DatasetError` when an entry has not the shape of the schema. */
export function buildPack(data: string = path.join(ROOT, 'data')): ArrayBuffer {
  const { dataset, problems } = readDataset(data);
  if (problems.length > 0) throw new DatasetError(problems);
  const lexicon = Lexicon.parse(parse(fs.readFileSync(path.join(data, 'lexicon.yaml'), 'utf8')));
  return compilePack(dataset, lexicon, stateOf(data), ordinaryWords());
}

/** The pack of the data as it is now, from the cache when nothing changed. */
export function bundledPack(data: string = path.join(ROOT, 'data')): ArrayBuffer {
  const cache = path.join(ROOT, '.output/pack', `${stateOf(data)}.pack`);
  if (fs.existsSync(cache)) return bytesOf(fs.readFileSync(cache));
  const pack = buildPack(data);
  fs.rmSync(path.dirname(cache), { recursive: true, force: true });
  fs.mkdirSync(path.dirname(cache), { recursive: true });
  fs.writeFileSync(cache, new Uint8Array(pack));
  return pack;
}

const bytesOf = (buffer: Buffer): ArrayBuffer => buffer.buffer.slice(buffer.byteOffset, buffer.byteOffset + buffer.byteLength) as ArrayBuffer;
