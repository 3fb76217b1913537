// `npm run demo` from a bare checkout: builds the extension and opens the demo article in a browser with it loaded;
// without a display it makes the picture and prints the mentions instead. Node’s own modules only up to the install.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

process.chdir(path.resolve(import.meta.dirname, '../..'));
const run = (command, args) => {
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
};
const bin = (name) => path.join('node_modules', '.bin', name);

if (!fs.existsSync('node_modules/.package-lock.json')) run('npm', ['ci']);
run(bin('wxt'), ['build']);
run(process.execPath, ['tests/browsers.mjs', 'chromium']);
run(bin('tsx'), ['lib/commands/demo.ts', ...process.argv.slice(2)]);
