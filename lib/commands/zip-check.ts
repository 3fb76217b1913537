/**
 * `npm run zip:check [-- --install]`: are the stores’ zips what anybody gets from the sources? Makes the zips here, unpacks the zip of the sources into an empty
 * folder, makes the zips there, and compares all bytes. There the packages of this folder are used, or with `--install` those of the lock file,
 * downloaded anew. Exits with 1 and names what differs.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { asked } from './asked';

const { values } = asked('zip:check [-- --install]', { install: { type: 'boolean' } });

function run(folder: string, ...args: string[]): void {
  const { status, stdout, stderr } = spawnSync('npm', args, { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' });
  if (status === 0) return;
  console.error(`npm ${args.join(' ')} failed in ${folder}:\n${stdout}${stderr}`);
  process.exit(1);
}

const zipsIn = (folder: string): string[] =>
  fs
    .readdirSync(path.join(folder, '.output'))
    .filter((file) => file.endsWith('.zip'))
    .sort();

/** The names of what differs between two zips. */
function differing(a: Uint8Array, b: Uint8Array): string[] {
  const [left, right] = [unzipSync(a), unzipSync(b)];
  const names = [...new Set([...Object.keys(left), ...Object.keys(right)])];
  const found = names.filter((name) => !left[name] || !right[name] || Buffer.compare(left[name], right[name]) !== 0);
  return found.length > 0 ? found : ['only how it is packed'];
}

for (const old of fs.existsSync('.output') ? zipsIn('.') : []) fs.rmSync(path.join('.output', old));
run('.', 'run', 'zip');
const zips = zipsIn('.');
const sources = zips.find((file) => file.includes('sources'));
if (!sources) throw new Error('no zip of the sources was made');

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'attache-sources-'));
for (const [name, content] of Object.entries(unzipSync(fs.readFileSync(path.join('.output', sources))))) {
  fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  fs.writeFileSync(path.join(folder, name), content);
}
if (values.install) run(folder, 'ci');
else fs.symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'), 'junction');
run(folder, 'run', 'zip');

let differs = false;
for (const file of [...new Set([...zips, ...zipsIn(folder)])].sort()) {
  const [here, there] = ['.', folder].map((root) => path.join(root, '.output', file)).map((at) => (fs.existsSync(at) ? fs.readFileSync(at) : undefined));
  const isSame = here !== undefined && there !== undefined && Buffer.compare(here, there) === 0;
  differs ||= !isSame;
  const sum = here && createHash('sha256').update(here).digest('hex');
  console.log(`${isSame ? 'same   ' : 'DIFFERS'} ${file.padEnd(36)} ${String(here?.length ?? 0).padStart(8)} bytes  sha256 ${sum ?? '–'}`);
  if (!isSame) console.log(`        ${here && there ? differing(here, there).slice(0, 10).join(', ') : 'made only once'}`);
}
fs.rmSync(folder, { recursive: true, force: true });
if (differs) {
  console.error('the zips are not what the sources give');
  process.exitCode = 1;
}
