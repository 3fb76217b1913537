/**
 * `npm run bench:start [-- --json]`: from a stopped worker to the first mentions of a page, against a worker of three lines that only answers; and what each
 * script of the build weighs. Needs `npm run build` first.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { asked, countOf } from './asked';
import { builtExtension, launch, serve, stopWorker } from './bench/browser';
import { median } from './bench/measure';
import { articleOf } from './bench/pages';

const { values } = asked('bench:start [-- --rounds N] [--json]', { json: { type: 'boolean' }, rounds: { type: 'string', default: '9' } });
const rounds = countOf('rounds', values.rounds, 1);
const built = builtExtension();

/** A worker that answers and a page script that asks and shows the answer as a highlight, as ours does. */
function plainExtension(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'attache-plain-'));
  const files = {
    'manifest.json': JSON.stringify({
      manifest_version: 3,
      name: 'plain',
      version: '1',
      permissions: ['storage'],
      background: { service_worker: 'worker.js' },
      content_scripts: [{ matches: ['<all_urls>'], js: ['page.js'], run_at: 'document_idle' }],
    }),
    'worker.js': `chrome.storage.local.set({ screen: true });
chrome.runtime.onMessage.addListener((message, sender, reply) => { reply({ ok: message.blocks.length }); });
`,
    'page.js': `chrome.runtime.sendMessage({ blocks: [document.body.textContent.slice(0, 20000)] }).then(() => CSS.highlights.set('attache-person', new Highlight(new StaticRange({ startContainer: document.body, startOffset: 0, endContainer: document.body, endOffset: 1 }))));
`,
  };
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), text);
  return folder;
}

const site = await serve();
const url = site.put('article', articleOf(6000, true));

/** Milliseconds from the page’s DOM being there to its first mark. */
async function firstMark(page: Page): Promise<number> {
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  return page.evaluate(
    () =>
      new Promise<number>((done) => {
        const entry = performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming;
        const look = () => {
          if ((CSS.highlights.get('attache-person')?.size ?? 0) > 0) done(performance.now() - entry.domContentLoadedEventStart);
          else setTimeout(look, 1);
        };
        look();
      }),
  );
}

const plain = plainExtension();
const figures: Record<string, number> = {};
const browsers = { ours: await launch(built), plain: await launch(plain) };
const times = { oursCold: [] as number[], oursWarm: [] as number[], plainCold: [] as number[], plainWarm: [] as number[] };
for (let round = -1; round < rounds; round++)
  for (const name of ['ours', 'plain'] as const) {
    const page = await browsers[name].context.newPage();
    await stopWorker(browsers[name]);
    const cold = await firstMark(page);
    const warm = await firstMark(page);
    await page.close();
    if (round < 0) continue;
    times[`${name}Cold`].push(cold);
    times[`${name}Warm`].push(warm);
  }
for (const [name, list] of Object.entries(times))
  figures[`${name.replace('Cold', ', stopped worker').replace('Warm', ', running worker')}: first mark, ms`] = median(list);
figures['stopped worker: ours to three lines'] = median(times.oursCold) / median(times.plainCold);
figures['running worker: ours to three lines'] = median(times.oursWarm) / median(times.plainWarm);
for (const browser of Object.values(browsers)) await browser.close();
site.close();
fs.rmSync(plain, { recursive: true, force: true });

for (const file of fs.readdirSync(built, { recursive: true, encoding: 'utf8' }).sort()) {
  if (!/\.(js|css|pack)$/.test(file)) continue;
  const bytes = fs.readFileSync(path.join(built, file));
  figures[`${file}, kB`] = bytes.length / 1000;
  figures[`${file}, gzipped kB`] = gzipSync(bytes, { level: 9 }).length / 1000;
}
fs.mkdirSync('.output/bench', { recursive: true });
fs.writeFileSync('.output/bench/start.json', `${JSON.stringify(figures, null, 2)}\n`);
if (values.json) console.log(JSON.stringify(figures, null, 2));
else for (const [label, value] of Object.entries(figures)) console.log(`${label.padEnd(60)} ${value.toFixed(1).padStart(9)}`);
