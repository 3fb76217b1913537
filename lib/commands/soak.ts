/**
 * `npm run soak [-- --loads 500] [--tabs 50]`: an hour of browsing in a few minutes. Pages are loaded one after the other in one tab, and many tabs are opened
 * and closed; the heap of the page scripts and of the worker is read along the way, after a collection each. Exits with 1 when it grows.
 */
import fs from 'node:fs';
import type { Page } from '@playwright/test';
import { asked, countOf } from './asked';
import { builtExtension, launch, serve } from './bench/browser';
import { median } from './bench/measure';
import { articleOf } from './bench/pages';

const { values } = asked('soak [-- --loads N] [--tabs N] [--json]', {
  loads: { type: 'string', default: '500' },
  tabs: { type: 'string', default: '50' },
  json: { type: 'boolean' },
});
const loads = countOf('loads', values.loads, 1);
const tabs = countOf('tabs', values.tabs);
const built = builtExtension();

const site = await serve();
const urls = Array.from({ length: 10 }, (_, n) => site.put(`article-${n}`, articleOf(4000 + 1500 * n, n % 3 !== 2)));
const { context, worker, close } = await launch(built);
if (!worker) throw new Error('the extension did not start');
const id = new URL(worker.url()).host;

/** Bytes in use in the page script’s world and in the worker, after a collection. */
async function heaps(page: Page): Promise<{ readonly page: number; readonly worker: number }> {
  const session = await context.newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = (await session.send('Runtime.getHeapUsage')) as { usedSize: number };
  await session.detach();
  const browser = await context.browser()?.newBrowserCDPSession();
  if (!browser) throw new Error('no session with the browser');
  const { targetInfos } = await browser.send('Target.getTargets', { filter: [{ type: 'service_worker' }] });
  const target = targetInfos.find((t) => t.url.includes(id));
  let used = 0;
  if (target) {
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId: target.targetId, flatten: false });
    const ask = (method: string, number: number) =>
      new Promise<{ usedSize?: number }>((done) => {
        const listen = (event: { sessionId: string; message: string }) => {
          const reply = JSON.parse(event.message) as { id?: number; result?: { usedSize?: number } };
          if (event.sessionId !== sessionId || reply.id !== number) return;
          browser.off('Target.receivedMessageFromTarget', listen);
          done(reply.result ?? {});
        };
        browser.on('Target.receivedMessageFromTarget', listen);
        void browser.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id: number, method }) });
      });
    await ask('HeapProfiler.collectGarbage', 1);
    used = (await ask('Runtime.getHeapUsage', 2)).usedSize ?? 0;
  }
  await browser.detach();
  return { page: usedSize, worker: used };
}

const settle = (page: Page, named: boolean) =>
  named
    ? page.waitForFunction(() => (CSS.highlights.get('attache-person')?.size ?? 0) > 0, undefined, { timeout: 60_000 })
    : page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 30))));

const rows: { readonly after: number; readonly page: number; readonly worker: number }[] = [];
const page = await context.newPage();
for (let n = 0; n < loads; n++) {
  await page.goto(urls[n % urls.length] as string, { waitUntil: 'domcontentloaded' });
  await settle(page, (n % urls.length) % 3 !== 2);
  // Always after the same page, so that its own size is no difference.
  if (n % Math.max(10, Math.floor(loads / 100) * 10) === 0) rows.push({ after: n, ...(await heaps(page)) });
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
await page.goto(urls[0] as string, { waitUntil: 'domcontentloaded' });
await settle(page, true);
rows.push({ after: loads + tabs, ...(await heaps(page)) });
await close();
site.close();

const megabytes = (n: number) => (n / 1_048_576).toFixed(2).padStart(8);
/** The last fifth against the second: the first one still compiles and fills what is kept once. */
const growth = (of: (row: (typeof rows)[number]) => number): number => {
  const fifth = Math.max(1, Math.floor(rows.length / 5));
  return median(rows.slice(-fifth).map(of)) / median(rows.slice(fifth, 2 * fifth).map(of));
};
const grown = { page: growth((r) => r.page), worker: growth((r) => r.worker) };
fs.mkdirSync('.output/bench', { recursive: true });
fs.writeFileSync('.output/bench/soak.json', `${JSON.stringify({ loads, tabs, rows, grown }, null, 2)}\n`);
if (values.json) console.log(JSON.stringify({ rows, grown }, null, 2));
else {
  console.log('   after  page MB  worker MB');
  for (const row of rows) console.log(String(row.after).padStart(8), megabytes(row.page), megabytes(row.worker));
  console.log(`heap at the end to the beginning: page ${grown.page.toFixed(3)}, worker ${grown.worker.toFixed(3)}`);
}
if (grown.page > 1.1 || grown.worker > 1.25) {
  console.error('the heap grows: something is kept of pages that are gone');
  process.exitCode = 1;
}
