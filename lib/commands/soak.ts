/**
 * `npm run soak [-- --loads 500] [--tabs 50]`: an hour of browsing in a minute. Pages are loaded one after the other in one tab, cards are opened on them, and many tabs are
 * opened and closed; a second tab stays open all the while, and its page replaces its text and goes to other addresses without being loaded. The heaps of both
 * tabs and of the worker, typed arrays included, are read along the way, after a collection each. Exits with 1 when one of them grows.
 */
import fs from 'node:fs';
import type { Page } from '@playwright/test';
import { asked, countOf } from './asked';
import { builtExtension, heapOf, launch, nameAt, serve } from './bench/browser';
import { median } from './bench/measure';
import { articleOf } from './bench/pages';

declare global {
  interface Window {
    /** Of the page that lives: its text becomes another; every tenth time, its address too. */
    change(): number;
  }
}

const { values } = asked('soak [-- --loads N] [--tabs N] [--json]', {
  build: { type: 'string', default: 'chrome-mv3' },
  loads: { type: 'string', default: '500' },
  tabs: { type: 'string', default: '50' },
  json: { type: 'boolean' },
});
const loads = countOf('loads', values.loads, 30);
const tabs = countOf('tabs', values.tabs);
const built = builtExtension(values.build);

const site = await serve();
const urls = Array.from({ length: 10 }, (_, n) => site.put(`article-${n}`, articleOf(4000 + 1500 * n, n % 3 !== 2)));
const { context, worker, close } = await launch(built);
if (!worker) throw new Error('the extension did not start');
const id = new URL(worker.url()).host;

const living = site.put(
  'living',
  `<!doctype html><html lang="en"><meta property="article:published_time" content="2016-05-04"><title>Live</title><main></main><script>
  const texts = ['Russian President Vladimir Putin spoke in Sochi.', 'The bus runs every second hour.', 'Angela Merkel met Emmanuel Macron.', 'The foreign ministers of Poland and Ukraine agreed.'];
  const main = document.querySelector('main');
  let n = 0;
  const line = () => Object.assign(document.createElement('p'), { textContent: texts[n++ % 4] + ' ' + n });
  main.append(...Array.from({ length: 40 }, line));
  window.change = () => {
    for (let i = 0; i < 13; i++) { main.firstElementChild.remove(); main.append(line()); }
    main.children[n % 40].firstChild.data += ' Alexander Lukashenko was there.';
    if (n % 10 === 0) { history.pushState(null, '', '/living/' + n); main.replaceChildren(...Array.from({ length: 40 }, line)); }
    return n;
  };
  </script></html>`,
);

/** Bytes in use after a collection, typed arrays included. */
interface Heaps {
  /** Of the tab in which pages are loaded. */
  readonly page: number;
  /** Of the tab that stays open. */
  readonly living: number;
  readonly worker: number;
}
async function heapOfWorker(): Promise<number> {
  const browser = await context.browser()?.newBrowserCDPSession();
  if (!browser) throw new Error('no session with the browser');
  const { targetInfos } = await browser.send('Target.getTargets', { filter: [{ type: 'service_worker' }] });
  const target = targetInfos.find(({ url }) => url.includes(id));
  if (!target) throw new Error('the worker was stopped');
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId: target.targetId, flatten: false });
  const ask = (method: string, number: number) =>
    new Promise<unknown>((done) => {
      const listen = (event: { sessionId: string; message: string }) => {
        const reply = JSON.parse(event.message) as { id?: number; result?: unknown };
        if (event.sessionId !== sessionId || reply.id !== number) return;
        browser.off('Target.receivedMessageFromTarget', listen);
        done(reply.result);
      };
      browser.on('Target.receivedMessageFromTarget', listen);
      void browser.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id: number, method }) });
    });
  await ask('HeapProfiler.collectGarbage', 1);
  const { usedSize, backingStorageSize = 0 } = (await ask('Runtime.getHeapUsage', 2)) as { usedSize: number; backingStorageSize?: number };
  await browser.detach();
  return usedSize + backingStorageSize;
}
async function heapOfTab(tab: Page): Promise<number> {
  const session = await context.newCDPSession(tab);
  const used = await heapOf(session);
  await session.detach();
  return used;
}

const settle = (page: Page, named: boolean) =>
  named
    ? page.waitForFunction(() => (CSS.highlights.get('attache-person')?.size ?? 0) > 0, undefined, { timeout: 60_000 })
    : page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 30))));

/** The card of a name: opened by resting the pointer on it, and closed. */
async function openCard(tab: Page): Promise<void> {
  const { x, y } = await nameAt(tab, 0);
  const stands = () => tab.evaluate(() => CSS.highlights.get('attache-active')?.size === 1);
  // Marks are there a moment before cards can be opened: then the pointer has to move again.
  for (let tries = 0; !(await stands()); tries++) {
    if (tries === 300) throw new Error('a card never opened');
    if (tries % 10 === 0) await tab.mouse.move(x + ((tries / 10) % 2), y);
    await tab.waitForTimeout(50);
  }
  await tab.keyboard.press('Escape');
  await tab.mouse.move(3, 3);
}

const KINDS = ['page', 'living', 'worker'] as const satisfies readonly (keyof Heaps)[];
interface Row extends Heaps {
  /** Loads. */
  readonly after: number;
}
const rows: Row[] = [];
const stays = await context.newPage();
await stays.goto(living);
await settle(stays, true);
const page = await context.newPage();
const read = async (after: number) => {
  rows.push({ after, page: await heapOfTab(page), living: await heapOfTab(stays), worker: await heapOfWorker() });
};
/** Always after the same page, so that its own size is no difference. */
const step = Math.max(1, Math.floor(loads / 200)) * urls.length;
for (let n = 0; n < loads; n++) {
  const named = (n % urls.length) % 3 !== 2;
  await page.goto(urls[n % urls.length] as string, { waitUntil: 'domcontentloaded' });
  await settle(page, named);
  if (named && n % 5 === 0) await openCard(page);
  await stays.evaluate(() => window.change());
  if (n % step === 0) await read(n);
}
for (let opened = 0; opened < tabs; ) {
  const some: Page[] = [];
  for (; some.length < 10 && opened < tabs; opened++) {
    const tab = await context.newPage();
    await tab.goto(urls[opened % urls.length] as string, { waitUntil: 'domcontentloaded' });
    some.push(tab);
  }
  for (const tab of some) await tab.close();
}
await page.bringToFront();
await page.goto(urls[0] as string, { waitUntil: 'domcontentloaded' });
await settle(page, true);
await openCard(page);
await read(loads + tabs);
await close();
site.close();

/** The last fifth of the readings against those after the first tenth: before that, scripts are still compiled and what is kept once is filled. */
const start = rows.filter(({ after }) => after >= loads / 10).slice(0, Math.ceil(rows.length / 10));
const end = rows.slice(-Math.ceil(rows.length / 5));
const grown = Object.fromEntries(KINDS.map((kind) => [kind, median(end.map((row) => row[kind])) / median(start.map((row) => row[kind]))])) as unknown as Heaps;
fs.mkdirSync('.output/bench', { recursive: true });
fs.writeFileSync('.output/bench/soak.json', `${JSON.stringify({ loads, tabs, rows, grown }, null, 2)}\n`);
if (values.json) console.log(JSON.stringify({ rows, grown }, null, 2));
else {
  console.log(`   after${KINDS.map((kind) => `${kind} MB`.padStart(11)).join('')}`);
  for (const row of rows) console.log(`${String(row.after).padStart(8)}${KINDS.map((kind) => (row[kind] / 1_048_576).toFixed(2).padStart(11)).join('')}`);
  console.log(`heap at the end to the heap after the first tenth: ${KINDS.map((kind) => `${kind} ${grown[kind].toFixed(3)}`).join(', ')}`);
}
const grows = KINDS.filter((kind) => !(grown[kind] <= 1.1));
if (grows.length > 0) {
  console.error(`the heap grows (${grows.join(', ')}): something is kept of pages that are gone`);
  process.exitCode = 1;
}
