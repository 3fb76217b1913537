/**
 * `npm run bench:notebook [-- --clips N] [--json]`: the notebook’s page with ten thousand clips, in Chromium. Each time stands beside a baseline of
 * the same run: the browser’s own reading of all clips from IndexedDB, a bare page of the extension, a scan of all texts with `includes`.
 * Needs `npm run build` first.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { json } from '../notebook/export/json';
import { asked, countOf } from './asked';
import { builtExtension, launch } from './bench/browser';
import { manyClips } from './bench/clips';
import { median, rounded } from './bench/measure';

const { values } = asked('bench:notebook [-- --clips N] [--json]', {
  clips: { type: 'string', default: '10000' },
  json: { type: 'boolean' },
  build: { type: 'string', default: 'chrome-mv3' },
});
const extension = builtExtension(values.build);

const ROUNDS = 5;
const clips = manyClips(countOf('clips', values.clips, 1), Date.UTC(2026, 10, 25));
const { context, worker, close } = await launch(extension);
if (!worker) throw new Error('the extension did not start');
const base = `chrome-extension://${new URL(worker.url()).host}`;

interface Row {
  readonly what: string;
  readonly ms: number;
  readonly baseline: string;
  readonly baselineMs: number;
}
const rows: Row[] = [];

/** Opens the notebook and gives back when it was painted with clips, when all were read, when the search was ready: milliseconds from the start. */
async function open(page: Page): Promise<{ paint: number; clips: number; whole: number; searchable: number }> {
  await page.goto('about:blank');
  await page.goto(`${base}/notebook.html`);
  await page.locator('main[aria-busy=false]').waitFor({ timeout: 120_000 });
  await page.locator('.pane input[type=search]').fill('minister');
  await page.waitForFunction(() => /^[\d,]+ clips? of/.test(document.querySelector('.pane .status')?.textContent ?? ''), undefined, { timeout: 120_000 });
  const seen = await page.evaluate(() => (globalThis as unknown as { seen: { clips: number; whole: number } }).seen);
  const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN);
  return { paint, ...seen, searchable: await page.evaluate(() => performance.now()) };
}

const page = await context.newPage();
await page.addInitScript(() => {
  const seen: { clips?: number; whole?: number } = {};
  Object.assign(globalThis, { seen });
  const look = () => {
    if (document.querySelector('.clips li')) seen.clips ??= performance.now();
    if (document.querySelector('main[aria-busy=false]')) seen.whole ??= performance.now();
    if (seen.whole === undefined) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
});

// Import of our own export, through the page as a reader does it.
await page.goto(`${base}/notebook.html`);
await page.locator('main[aria-busy=false]').waitFor();
const { data } = await json.write({ clips });
const backup = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'attache-bench-')), 'backup.json');
fs.writeFileSync(backup, data);
const parsing = await page.evaluate((text) => {
  const start = performance.now();
  JSON.parse(text);
  return performance.now() - start;
}, String(data));
await page.getByRole('button', { name: 'Import…' }).click();
const importing = performance.now();
await page.locator('dialog input[type=file]').setInputFiles(backup);
await page.locator('dialog .acts button.primary').waitFor({ timeout: 120_000 });
const planned = performance.now();
await page.locator('dialog .acts button.primary').click();
await page.locator('.told:not([data-empty=true])').waitFor({ timeout: 120_000 });
const imported = performance.now();
rows.push({ what: 'import: judging the file', ms: planned - importing, baseline: 'JSON.parse of it', baselineMs: parsing });
rows.push({ what: 'import: all of it', ms: imported - importing, baseline: 'JSON.parse of it', baselineMs: parsing });
fs.rmSync(path.dirname(backup), { recursive: true });

// Opening.
const openings: Awaited<ReturnType<typeof open>>[] = [];
for (let round = 0; round < ROUNDS; round++) openings.push(await open(page));
const bare: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  const plain = await context.newPage();
  await plain.goto(`${base}/explorer.html`);
  bare.push(await plain.evaluate(() => performance.getEntriesByType('navigation')[0]?.duration ?? Number.NaN));
  await plain.close();
}
const reading = median(
  await page.evaluate(async (rounds) => {
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const start = performance.now();
      await new Promise<void>((done) => {
        const opening = indexedDB.open('notebook');
        opening.onsuccess = () => {
          const all = opening.result.transaction('clips').objectStore('clips').getAll();
          all.onsuccess = () => {
            opening.result.close();
            done();
          };
        };
      });
      times.push(performance.now() - start);
    }
    return times;
  }, ROUNDS),
);
const of = (key: keyof (typeof openings)[number]) => median(openings.map((o) => o[key]));
const loading = median(bare);
rows.push({ what: 'opening: first paint', ms: of('paint'), baseline: 'loading a page of the extension', baselineMs: loading });
rows.push({ what: 'opening: the newest clips', ms: of('clips'), baseline: 'loading a page of the extension', baselineMs: loading });
rows.push({ what: 'opening: all clips read', ms: of('whole'), baseline: 'getAll of IndexedDB', baselineMs: reading });
rows.push({ what: 'opening: the search ready', ms: of('searchable'), baseline: 'getAll of IndexedDB', baselineMs: reading });

// Searching: from the key to the painted frame.
const scanned = clips.map((c) => `${c.target?.quote.exact}\n${c.note}\n${c.page.title}\n${c.tags.join()}`.toLowerCase());
const ASKED = ['m', 'mi', 'min', 'minister', 'minister bor', 'макей', 'Лукашэнка', 'sikorski agreement', 'zzzz', 'of the'];
const times: number[] = [];
const scans: number[] = [];
for (const text of ASKED) {
  times.push(
    ...(await page.evaluate(async (asked) => {
      const input = document.querySelector<HTMLInputElement>('.pane input[type=search]');
      const spent: number[] = [];
      for (let round = 0; round < 3; round++) {
        for (const value of ['', asked]) {
          const start = performance.now();
          if (input) input.value = value;
          input?.dispatchEvent(new InputEvent('input', { bubbles: true }));
          await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
          if (value !== '') spent.push(performance.now() - start);
        }
      }
      return [spent.sort((a, b) => a - b)[1] ?? Number.NaN];
    }, text)),
  );
  const start = performance.now();
  scanned.filter((s) => s.includes(text.toLowerCase()));
  scans.push(performance.now() - start);
}
rows.push({ what: `search, key to paint: median of ${ASKED.length}`, ms: median(times), baseline: 'a scan with includes', baselineMs: median(scans) });
rows.push({
  what: `search, key to paint: slowest (“${ASKED[times.indexOf(Math.max(...times))]}”)`,
  ms: Math.max(...times),
  baseline: 'a scan with includes',
  baselineMs: median(scans),
});

// Scrolling: frames while the list runs from top to bottom.
const frames = await page.evaluate(async () => {
  const input = document.querySelector<HTMLInputElement>('.pane input[type=search]');
  if (input) input.value = '';
  input?.dispatchEvent(new InputEvent('input', { bubbles: true }));
  const scroller = document.querySelector('.scroller');
  const frame = () => new Promise<number>((done) => requestAnimationFrame(done));
  const still: number[] = [];
  const moving: number[] = [];
  let last = await frame();
  for (const list of [still, moving])
    for (let i = 0; i < 120; i++) {
      if (scroller && list === moving) scroller.scrollTop += scroller.scrollHeight / 150;
      const now = await frame();
      list.push(now - last);
      last = now;
    }
  const late = (list: readonly number[]) => [...list].sort((a, b) => a - b)[Math.floor(list.length * 0.95)] ?? Number.NaN;
  return { still: late(still), moving: late(moving) };
});
rows.push({ what: 'scrolling: frame, 95th of 100', ms: frames.moving, baseline: 'a frame without scrolling', baselineMs: frames.still });
await close();

if (values.json) console.log(JSON.stringify({ clips: clips.length, rows }, null, 2));
else {
  console.log(`${clips.length} clips`);
  for (const { what, ms, baseline, baselineMs } of rows)
    console.log(`${what.padEnd(52)} ${rounded(ms).padStart(8)} ms  ${rounded(ms / baselineMs).padStart(7)} × ${baseline} (${rounded(baselineMs)} ms)`);
}
