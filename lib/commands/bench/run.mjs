// Bundles a bench as the extension is bundled, and runs it: `node lib/commands/bench/run.mjs NAME ARGUMENTS`. A development loader
// wraps every inner function anew at each call, which would be what is measured.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

const [name, ...rest] = process.argv.slice(2);
const root = path.resolve(import.meta.dirname, '../../..');
const outDir = path.join(root, '.output/bench');
await build({
  root,
  configFile: false,
  logLevel: 'error',
  publicDir: false,
  build: {
    ssr: path.join(root, `lib/commands/${name}.ts`),
    outDir,
    emptyOutDir: false,
    target: 'node20',
    rolldownOptions: { output: { codeSplitting: false } },
  },
});
process.argv = [process.argv[0], path.join(outDir, `${name}.js`), ...rest];
await import(pathToFileURL(path.join(outDir, `${name}.js`)).href);
