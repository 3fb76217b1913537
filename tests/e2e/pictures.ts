/** `npm run shots [-- NAME …]`: the pictures of the README, the docs and the stores, taken in a real Chromium; each file of `pictures/` takes those of a part. */
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { closeFirstRun, ensure } from '../browsers.mjs';
import type { Stage } from './pictures/stage';

const OUT = '.github/images';
const article = fs.readFileSync('tests/fixtures/demo/article.html');
/** A second text, for a meeting. */
const second = article
  .toString()
  .replace(
    /<article>[\s\S]*<\/article>/,
    '<article><h1>After the summit</h1><p>The allies had settled the figures at the NATO summit in Brussels, and nobody wished to open them again.</p></article>',
  );
const server = http.createServer((q, r) =>
  r.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(q.url?.includes('brussels') ? second : article),
);
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
const address = server.address();
const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/2018/11/06/minsk`;
const extension = path.resolve('.output/chrome-mv3');
const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'attache-shots-'));
const context = await chromium.launchPersistentContext(profile, {
  executablePath: ensure('chromium'),
  headless: true,
  viewport: { width: 1000, height: 820 },
  args: ['--no-sandbox', `--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
});
const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
while (!(await worker.evaluate(async () => 'screen' in (await chrome.storage.local.get('screen'))))) await new Promise((r) => setTimeout(r, 50));
await closeFirstRun(context);
// What runs this file gives inner functions of what is evaluated in pages their names by a function that pages have not.
await context.addInitScript('globalThis.__name = (named) => named');
fs.mkdirSync(OUT, { recursive: true });

let taken = 0;
const stage: Stage = {
  context,
  worker,
  article: url,
  second: url.replace('/2018/11/06/minsk', '/2018/11/06/brussels'),
  extension: `chrome-extension://${new URL(worker.url()).host}/`,
  async shoot(page, name) {
    await page.screenshot({ path: `${OUT}/${name}.png` });
    taken++;
  },
  images: OUT,
  async shootForStore(page, name) {
    await page.screenshot({ path: `docs/store/${name}.png` });
    taken++;
  },
};
const wanted = process.argv.slice(2);
const folder = path.resolve('tests/e2e/pictures');
for (const file of fs.readdirSync(folder).sort()) {
  const { take } = (await import(path.join(folder, file))) as { take?: (stage: Stage) => Promise<void> };
  if (take && (wanted.length === 0 || wanted.includes(path.parse(file).name))) await take(stage);
}
await context.close();
server.close();
fs.rmSync(profile, { recursive: true, force: true });
console.log(`${taken} pictures in ${OUT} and docs/store`);
