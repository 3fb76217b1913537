/** `npm run shots`: the pictures of the README, taken of the demo article in a real Chromium. */
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { ensure } from '../browsers.mjs';

const OUT = '.github/images';
const article = fs.readFileSync('tests/fixtures/demo/article.html');
const server = http.createServer((_q, r) => r.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(article));
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
fs.mkdirSync(OUT, { recursive: true });

const shots: readonly {
  readonly name: string;
  readonly text: string;
  readonly scheme: 'light' | 'dark';
  readonly width?: number;
  readonly forced?: boolean;
}[] = [
  { name: 'card-light', text: 'Makei, at the end', scheme: 'light' },
  { name: 'card-dark', text: 'Makei, at the end', scheme: 'dark' },
  { name: 'office-light', text: 'OSCE Secretary General', scheme: 'light' },
  { name: 'organisation-light', text: 'Trilateral Contact Group', scheme: 'light' },
  { name: 'card-forced', text: 'Makei, at the end', scheme: 'dark', forced: true },
  { name: 'card-narrow', text: 'Makei, at the end', scheme: 'light', width: 400 },
];
for (const { name, text, scheme, width, forced } of shots) {
  const page = await context.newPage();
  await page.setViewportSize({ width: width ?? 1000, height: 820 });
  await page.emulateMedia({ colorScheme: scheme, forcedColors: forced ? 'active' : 'none' });
  await page.goto(url);
  await page.waitForFunction(() => (CSS.highlights.get('attache-person')?.size ?? 0) > 5);
  const { x, y } = await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      const range = new Range();
      range.setStart(node, at);
      range.setEnd(node, at + 5);
      node.parentElement?.scrollIntoView({ block: 'center' });
      const box = range.getBoundingClientRect();
      return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    }
    throw new Error(`no “${wanted}” in the article`);
  }, text);
  await page.mouse.move(x - 20, y + 70);
  await page.mouse.move(x, y, { steps: 4 });
  await page.locator('attache-card').waitFor({ state: 'attached' });
  await page.waitForTimeout(500);
  await page.screenshot({ path: `${OUT}/${name}.png` });
  await page.close();
}

// A clip with its note, at the next visit.
const PASSAGE = 'We would be content to be a place where people talk.';
for (const scheme of ['light', 'dark'] as const) {
  const page = await context.newPage();
  await page.setViewportSize({ width: 1000, height: 560 });
  await page.emulateMedia({ colorScheme: scheme });
  await page.goto(url);
  const find = () =>
    page.evaluate((wanted) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(wanted) ?? -1;
        if (at < 0) continue;
        getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
        node.parentElement?.scrollIntoView({ block: 'center' });
        const box = getSelection()?.getRangeAt(0).getClientRects()[0];
        return { x: (box?.left ?? 0) + 40, y: (box?.top ?? 0) + 8 };
      }
      throw new Error(`no “${wanted}” in the article`);
    }, PASSAGE);
  const painted = () => page.waitForFunction(() => ['yellow', 'green'].some((c) => (CSS.highlights.get(`attache-clip-${c}`)?.size ?? 0) > 0));
  if (scheme === 'light') {
    await page.bringToFront();
    await page.waitForFunction(() => (CSS.highlights.get('attache-person')?.size ?? 0) > 5);
    await find();
    await worker.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      await chrome.tabs.sendMessage(tab?.id ?? 0, { kind: 'clip', what: 'selection' });
    });
    await painted();
    await worker.evaluate(
      (note) =>
        new Promise<void>((done) => {
          const opening = indexedDB.open('notebook');
          opening.onsuccess = () => {
            const writing = opening.result.transaction('clips', 'readwrite');
            const clips = writing.objectStore('clips');
            const all = clips.getAll();
            all.onsuccess = () => {
              for (const clip of all.result) clips.put({ ...clip, note, tags: ['neutrality', 'wording'] });
            };
            writing.oncomplete = () => {
              opening.result.close();
              done();
            };
          };
        }),
      'Compare with the communiqué of 2016: neutrality was not in it yet.',
    );
    await page.reload();
  }
  await painted();
  const { x, y } = await find();
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await page.mouse.click(x, y);
  await page.waitForTimeout(500);
  await page.screenshot({ path: `${OUT}/clip-${scheme}.png` });
  await page.close();
}
await context.close();
server.close();
fs.rmSync(profile, { recursive: true, force: true });
console.log(`${shots.length + 2} pictures in ${OUT}`);
