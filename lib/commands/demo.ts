/** The demo article in a browser with the extension: in a window when there is a display, else as a picture with its mentions printed. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { closeFirstRun, ensure } from '../../tests/browsers.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');
const ARTICLE = path.join(ROOT, 'tests/fixtures/demo/article.html');
const PICTURE = path.join(ROOT, '.output/demo.png');

const hasDisplay = (): boolean =>
  !process.argv.includes('--picture') && (process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY));

/** Rests the pointer on the first “Makei”, as a reader would. */
async function openCard(page: Page): Promise<void> {
  const { x, y } = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf('Makei') ?? -1;
      if (at < 0) continue;
      const range = new Range();
      range.setStart(node, at);
      range.setEnd(node, at + 5);
      node.parentElement?.scrollIntoView({ block: 'center' });
      const box = range.getBoundingClientRect();
      return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    }
    return { x: 0, y: 0 };
  });
  await page.mouse.move(x - 20, y + 60);
  await page.mouse.move(x, y, { steps: 4 });
  await page.locator('attache-card').waitFor({ state: 'attached' });
  await page.waitForTimeout(500);
}

const server = http.createServer((_request, response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(fs.readFileSync(ARTICLE)));
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
const address = server.address();
const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`;
const extension = path.join(ROOT, '.output/chrome-mv3');
const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'attache-demo-'));
const shown = hasDisplay();
const context = await chromium.launchPersistentContext(profile, {
  executablePath: ensure('chromium'),
  headless: !shown,
  viewport: shown ? null : { width: 1000, height: 900 },
  args: ['--no-sandbox', `--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
});
const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
for (let tries = 0; tries < 200 && !(await worker.evaluate(async () => 'screen' in (await chrome.storage.local.get('screen')))); tries++)
  await new Promise((done) => setTimeout(done, 50));
await closeFirstRun(context);
const page = context.pages()[0] ?? (await context.newPage());
await page.goto(url);
if (shown) {
  console.log('The demo article is open. Rest the pointer on an underlined name, or press Alt+Shift+Period. Close the window to end.');
  await new Promise<void>((done) => context.once('close', () => done()));
} else {
  await page.waitForFunction(() => (CSS.highlights.get('attache-person')?.size ?? 0) > 5);
  await openCard(page);
  fs.mkdirSync(path.dirname(PICTURE), { recursive: true });
  await page.screenshot({ path: PICTURE });
  await context.close();
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', path.join(ROOT, 'lib/commands/annotate.ts'), ARTICLE, '--format', 'text'], {
    stdio: 'inherit',
    cwd: ROOT,
  });
  process.exitCode = status ?? 1;
  console.log(`\nThe picture: ${path.relative(process.cwd(), PICTURE)}`);
}
server.close();
fs.rmSync(profile, { recursive: true, force: true });
