/** Opening the bundled pack, against reading its file; how large it is, and what each group of its sections weighs when it travels. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { firstWordsOf } from '../../pack/first-words';
import { SECTIONS } from '../../pack/layout';
import { openPack } from '../../pack/open';
import { alternately } from './measure';
import { bundled } from './packs';

export function benchOpening(): Record<string, number> {
  const bytes = bundled();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'attache-bench-'));
  const file = path.join(folder, 'pack');
  fs.writeFileSync(file, new Uint8Array(bytes));
  const { read, open, first } = alternately(15, {
    read: () => fs.readFileSync(file),
    open: () => openPack(bytes),
    first: () => firstWordsOf(openPack(bytes)),
  });
  fs.rmSync(folder, { recursive: true });
  const pack = openPack(bytes);
  const figures: Record<string, number> = {
    'pack, bytes': bytes.byteLength,
    'pack, gzipped': gzipSync(new Uint8Array(bytes)).length,
    'opening, ms': open,
    'opening to reading the file': open / read,
    'opening until the first scan can start, ms': first,
  };
  for (const [name] of SECTIONS) {
    const { buffer, byteOffset, byteLength } = pack[name];
    const gzipped = gzipSync(new Uint8Array(buffer, byteOffset, byteLength)).length;
    if (gzipped > 50_000) figures[`${name}, gzipped`] = gzipped;
  }
  return figures;
}
