// `npm test` from a bare checkout: packages, types, lint, data, unit tests, builds, store lint, browsers, end-to-end tests.
// Node’s own modules only, for it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

process.chdir(path.resolve(import.meta.dirname, '..'));
const steps = [];

function run(name, command, args, env = {}) {
  const started = Date.now();
  console.log(`\n== ${name}`);
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32', env: { ...process.env, ...env } });
  steps.push({ name, seconds: (Date.now() - started) / 1000, ok: status === 0 });
  return status === 0;
}
const bin = (name) => path.join('node_modules', '.bin', name);

function finish() {
  console.log('');
  for (const { name, seconds, ok } of steps) console.log(`${ok ? 'ok    ' : 'FAILED'} ${name.padEnd(28)} ${seconds.toFixed(1).padStart(6)} s`);
  const failed = steps.filter((s) => !s.ok).length;
  console.log(`\n${steps.length - failed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}

// Without its packages or its types nothing else can be judged.
if (!fs.existsSync('node_modules/.package-lock.json') && !run('npm ci', 'npm', ['ci'])) finish();
if (!run('prepare', bin('wxt'), ['prepare'])) finish();
run('types', bin('tsc'), ['--noEmit']);
run('lint and format', bin('biome'), ['check', '--error-on-warnings']);
run('data', bin('tsx'), ['lib/commands/check-data.ts']);
run('unit', bin('vitest'), ['run']);
run('build chrome', bin('wxt'), ['build']);
run('build chrome for tests', bin('wxt'), ['build'], { WXT_E2E: '1' });
run('build edge', bin('wxt'), ['build', '-b', 'edge']);
run('build firefox', bin('wxt'), ['build', '-b', 'firefox', '--mv3']);
run('build safari', bin('wxt'), ['build', '-b', 'safari', '--mv3']);
run('sizes', bin('tsx'), ['lib/commands/sizes.ts']);
run('zips from the sources', bin('tsx'), ['lib/commands/zip-check.ts']);
run('web-ext lint', bin('web-ext'), ['lint', '-s', '.output/firefox-mv3', '-w']);
if (run('browsers', process.execPath, ['tests/browsers.mjs', 'chromium', 'firefox'])) run('end to end', bin('playwright'), ['test']);
finish();
