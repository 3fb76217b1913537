/**
 * `npm run bench:live [-- --seconds 60] [--tabs 1,10,50] [--json]`: what the extension costs while pages live: a page that inserts a hundred nodes a second, scrolling and
 * typing, and many tabs, each with the extension and without. Needs `npm run build` first.
 */
import fs from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import { asked, countOf } from './asked';
import { bareWalk, builtExtension, heapOf, launch, serve, spentDuring } from './bench/browser';
import { median } from './bench/measure';
import { articleOf } from './bench/pages';

const { values } = asked('bench:live [-- --seconds N] [--tabs N,N…] [--json]', {
  json: { type: 'boolean' },
  seconds: { type: 'string', default: '60' },
  tabs: { type: 'string', default: '1,10,50' },
});
const seconds = countOf('seconds', values.seconds, 1);
const built = builtExtension();

const site = await serve();
const article = site.put('article', articleOf(100_000, true));
const typing = site.put('typing', articleOf(100_000, true).replace('<h1>', '<textarea id="field" rows="3"></textarea><h1>'));
const growing = site.put(
  'growing',
  `<!doctype html><html lang="en"><meta property="article:published_time" content="2016-05-04"><title>Live</title><main></main><script>
  const texts = ['Russian President Vladimir Putin spoke.', 'The bus runs every second hour.', 'Angela Merkel met Emmanuel Macron.', 'Nobody could say when.'];
  let n = 0;
  window.inserted = () => n;
  setInterval(() => { for (let i = 0; i < 10; i++) { const p = document.createElement('p'); p.textContent = texts[n++ % 4]; document.querySelector('main').append(p); } }, 100);
  </script></html>`,
);
const figures: Record<string, number> = {};
const ours = await launch(built);
const bare = await launch(undefined);

{
  const page = await ours.context.newPage();
  const session = await ours.context.newCDPSession(page);
  const spent = await spentDuring(session, async () => {
    await page.goto(growing, { waitUntil: 'domcontentloaded' });
    await page.waitForTimeout(seconds * 1000);
  });
  const nodes = await page.evaluate(() => (window as unknown as { inserted(): number }).inserted());
  const walked = await bareWalk(page);
  figures['a hundred nodes a second: nodes inserted'] = nodes;
  figures['a hundred nodes a second: our time in a second, ms'] = spent.total / seconds;
  figures['a hundred nodes a second: longest task, ms'] = spent.longest;
  figures['a hundred nodes a second: marks painted'] = await page.evaluate(() => CSS.highlights.get('attache-person')?.size ?? 0);
  figures['a hundred nodes a second: a bare walk of the page at the end, ms'] = walked.walk;
  await page.close();
}

/** Milliseconds from an input to the next frame, the median of many. */
async function latency(context: BrowserContext): Promise<{ key: number; scroll: number }> {
  const page = await context.newPage();
  await page.goto(typing, { waitUntil: 'load' });
  await page.waitForTimeout(1500);
  await page.evaluate(() => {
    Object.assign(window, { took: [] });
    const note = (event: Event) =>
      requestAnimationFrame(() => setTimeout(() => (window as unknown as { took: number[] }).took.push(performance.now() - event.timeStamp)));
    for (const kind of ['keydown', 'wheel']) addEventListener(kind, note, { passive: true, capture: true });
  });
  const took = async (act: () => Promise<void>) => {
    await page.evaluate(() => (window as unknown as { took: number[] }).took.splice(0));
    for (let i = 0; i < 40; i++) {
      await act();
      await page.waitForTimeout(25);
    }
    return median(await page.evaluate(() => (window as unknown as { took: number[] }).took));
  };
  await page.focus('#field');
  const key = await took(() => page.keyboard.press('a'));
  await page.mouse.move(400, 500);
  const scroll = await took(() => page.mouse.wheel(0, 40));
  await page.close();
  return { key, scroll };
}
const without = await latency(bare.context);
const withOurs = await latency(ours.context);
figures['a key to the next frame, without, ms'] = without.key;
figures['a key to the next frame, with, ms'] = withOurs.key;
figures['a wheel’s turn to the next frame, without, ms'] = without.scroll;
figures['a wheel’s turn to the next frame, with, ms'] = withOurs.scroll;

for (const count of values.tabs.split(',').map(Number)) {
  const heap = { ours: 0, bare: 0 };
  for (const [name, { context }] of [
    ['ours', ours],
    ['bare', bare],
  ] as const) {
    const open: Page[] = [];
    const start = performance.now();
    for (let n = 0; n < count; n++) {
      const page = await context.newPage();
      await page.goto(article, { waitUntil: 'domcontentloaded' });
      if (name === 'ours') await page.waitForFunction(() => (CSS.highlights.get('attache-person')?.size ?? 0) > 0, undefined, { timeout: 120_000 });
      open.push(page);
    }
    figures[`${count} tabs: to open one, ${name === 'ours' ? 'with, to its first mark' : 'without'}, ms`] = (performance.now() - start) / count;
    const some = open.slice(-5);
    for (const page of some) heap[name] += (await heapOf(await context.newCDPSession(page))) / some.length;
    for (const page of open) await page.close();
  }
  figures[`${count} tabs: heap added to one, kB`] = (heap.ours - heap.bare) / 1024;
}
await ours.close();
await bare.close();
site.close();
fs.mkdirSync('.output/bench', { recursive: true });
fs.writeFileSync('.output/bench/live.json', `${JSON.stringify(figures, null, 2)}\n`);
if (values.json) console.log(JSON.stringify(figures, null, 2));
else for (const [label, value] of Object.entries(figures)) console.log(`${label.padEnd(66)} ${value.toFixed(1).padStart(9)}`);
