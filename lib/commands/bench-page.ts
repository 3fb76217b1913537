/**
 * `npm run bench:page [-- FOLDER] [--json] [--only NAME] [--top]`: what the extension costs the pages it reads, in Chromium, against a bare
 * TreeWalker over the same page. Generated pages, and the saved ones of FOLDER. Needs `npm run build` first. FOLDER’s pages are only measured.
 */
import fs from 'node:fs';
import type { Page } from '@playwright/test';
import { asked } from './asked';
import { bareWalk, builtExtension, heapOf, launch, serve, spentDuring } from './bench/browser';
import { articleOf, type BenchPage, generatedPages, savedPages } from './bench/pages';

const { positionals, values } = asked('bench:page [-- FOLDER] [--only NAME] [--top] [--json]', {
  json: { type: 'boolean' },
  only: { type: 'string' },
  top: { type: 'boolean' },
  build: { type: 'string', default: 'chrome-mv3' },
});
const extension = builtExtension(values.build);

interface Row {
  readonly page: string;
  readonly characters: number;
  readonly textNodes: number;
  readonly walkMs: number;
  readonly readMs: number;
  readonly totalMs: number;
  readonly longestMs: number;
  readonly totalToWalk: number;
  readonly totalToRead: number;
  readonly firstMarkMs: number | undefined;
  readonly messages: number;
  readonly heapBytes: number;
}

const site = await serve();
const bare = await launch(undefined);
const ours = await launch(extension);
const { worker } = ours;
if (!worker) throw new Error('the extension did not start');
await worker.evaluate(() => {
  Object.assign(globalThis, { benchMessages: 0 });
  chrome.runtime.onMessage.addListener(() => {
    (globalThis as unknown as { benchMessages: number }).benchMessages++;
  });
});
const messages = () => worker.evaluate(() => (globalThis as unknown as { benchMessages: number }).benchMessages);

/** Until the page script has been quiet for half a second: nothing of it is seen from outside, so the worker’s count and the marks are. */
async function settled(page: Page): Promise<void> {
  let before = '';
  for (let quiet = 0, tries = 0; quiet < 4 && tries < 120; tries++) {
    await page.waitForTimeout(150);
    const now = await page.evaluate(() => `${CSS.highlights.get('attache-person')?.size ?? 0}`).catch(() => '');
    quiet = now === before ? quiet + 1 : 0;
    before = now;
  }
}

async function measure({ name, html }: BenchPage): Promise<Row> {
  const url = site.put(encodeURIComponent(name), html);
  const plain = await bare.context.newPage();
  await plain.goto(url, { waitUntil: 'domcontentloaded' });
  const walked = await bareWalk(plain);
  await plain.reload({ waitUntil: 'domcontentloaded' });
  await plain.waitForTimeout(300);
  const heapBare = await heapOf(await bare.context.newCDPSession(plain));
  await plain.close();

  const runs: { total: number; longest: number; first: number | undefined; sent: number; heap: number }[] = [];
  for (let round = 0; round < (html.length > 3e6 ? 1 : 3); round++) {
    const page = await ours.context.newPage();
    const session = await ours.context.newCDPSession(page);
    await page.addInitScript(() => {
      const wait = () => {
        if ((CSS.highlights.get('attache-person')?.size ?? 0) > 0) Object.assign(window, { benchFirstMark: performance.now() });
        else requestAnimationFrame(wait);
      };
      if (window === window.top) requestAnimationFrame(wait);
    });
    const before = await messages();
    const spent = await spentDuring(session, async () => {
      await page.goto(url, { waitUntil: 'domcontentloaded' });
      await settled(page);
    });
    const first = await page.evaluate(() => {
      const seen = (window as { benchFirstMark?: number }).benchFirstMark;
      const entry = performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming;
      return seen === undefined ? undefined : seen - entry.domContentLoadedEventEnd;
    });
    const sent = (await messages()) - before;
    const heap = await heapOf(session);
    runs.push({ total: spent.total, longest: spent.longest, first, sent, heap });
    if (values.top && round === 0) for (const f of spent.functions.slice(0, 12)) console.log(`    ${f.ms.toFixed(1).padStart(8)} ms ${f.name}`);
    await page.close();
  }
  const median = (of: (run: (typeof runs)[number]) => number) => runs.map(of).sort((a, b) => a - b)[runs.length >> 1] as number;
  const total = median((r) => r.total);
  return {
    page: name,
    characters: walked.characters,
    textNodes: walked.nodes,
    walkMs: walked.walk,
    readMs: walked.read,
    totalMs: total,
    longestMs: median((r) => r.longest),
    totalToWalk: total / walked.walk,
    totalToRead: total / walked.read,
    firstMarkMs: runs[0]?.first === undefined ? undefined : median((r) => r.first ?? Number.NaN),
    messages: median((r) => r.sent),
    heapBytes: median((r) => r.heap) - heapBare,
  };
}

const pages = [...generatedPages(), ...(positionals[0] ? savedPages(positionals[0]) : [])].filter((p) => !values.only || p.name.includes(values.only));
const rows: Row[] = [];
if (!values.json)
  console.log('page'.padEnd(42), '    chars', ' nodes', 'walk ms', 'read ms', 'ours ms', 'longest', 'to walk', 'to read', 'first ms', 'msgs', 'heap kB');
for (const page of pages) {
  const row = await measure(page);
  rows.push(row);
  if (!values.json)
    console.log(
      row.page.padEnd(42),
      String(row.characters).padStart(9),
      String(row.textNodes).padStart(6),
      ...[row.walkMs, row.readMs, row.totalMs, row.longestMs, row.totalToWalk, row.totalToRead].map((n) => n.toFixed(1).padStart(7)),
      (row.firstMarkMs?.toFixed(0) ?? '–').padStart(8),
      String(row.messages).padStart(4),
      (row.heapBytes / 1024).toFixed(0).padStart(7),
    );
}
/** Bytes that the extension adds to a tab without names, a while after it was read: then the screen has been let go of. */
async function heapAtRest(): Promise<number> {
  const url = site.put('rest', articleOf(100_000, false));
  const [plain, page] = [await bare.context.newPage(), await ours.context.newPage()];
  await plain.goto(url);
  await page.goto(url);
  await page.waitForTimeout(12_000);
  return (await heapOf(await ours.context.newCDPSession(page))) - (await heapOf(await bare.context.newCDPSession(plain)));
}
const restingHeapBytes = await heapAtRest();
fs.writeFileSync('.output/bench/page.json', `${JSON.stringify({ rows, restingHeapBytes }, null, 2)}\n`);
if (values.json) console.log(JSON.stringify({ rows, restingHeapBytes }, null, 2));
else console.log(`heap added to a tab without names, at rest: ${(restingHeapBytes / 1024).toFixed(0)} kB`);
await bare.close();
await ours.close();
site.close();
