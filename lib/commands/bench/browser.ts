/** A Chromium with or without the extension, and what it can be asked: where the time of a page’s thread went, how large its heap is. */
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page, type Worker } from '@playwright/test';
import { closeFirstRun, ensure } from '../../../tests/browsers.mjs';

/** The folder of a build below `.output`. Throws when there is none. */
export function builtExtension(build = 'chrome-mv3'): string {
  const folder = path.resolve('.output', build);
  if (!fs.existsSync(path.join(folder, 'manifest.json'))) throw new Error(`there is no build in ${folder}: run \`npm run build\` first`);
  return folder;
}

export interface Site {
  readonly url: string;
  /** Serves `html` at `/name`. */
  put(name: string, html: string): string;
  close(): void;
}

/** Pages on this machine. Nothing else is reached: any other address fails at once. */
export async function serve(): Promise<Site> {
  const pages = new Map<string, string>();
  const server = http.createServer((request, response) => {
    const html = pages.get(new URL(request.url ?? '/', 'http://site').pathname);
    response.writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' }).end(html ?? '');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  return {
    url,
    put(name, html) {
      pages.set(`/${name}`, html);
      return `${url}/${name}`;
    },
    close: () => server.close(),
  };
}

export interface Browser {
  readonly context: BrowserContext;
  readonly worker: Worker | undefined;
  close(): Promise<void>;
}

/** `extension`: a built folder; undefined: a bare browser. */
export async function launch(extension: string | undefined): Promise<Browser> {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'attache-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: ensure('chromium'),
    headless: true,
    viewport: { width: 1000, height: 900 },
    args: [
      '--no-sandbox',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      ...(extension ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`] : []),
    ],
  });
  let worker: Worker | undefined;
  if (extension) {
    worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    for (let tries = 0; tries < 200 && !(await worker.evaluate(async () => 'screen' in (await chrome.storage.local.get('screen')))); tries++)
      await new Promise((done) => setTimeout(done, 50));
    if (fs.existsSync(path.join(extension, 'welcome.html'))) await closeFirstRun(context);
  }
  return {
    context,
    worker,
    async close() {
      await context.close();
      fs.rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** As the browser does with a worker that has had nothing to do for a while. */
export async function stopWorker({ context, worker }: Browser): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session || !worker) throw new Error('the extension did not start');
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'service_worker' }] });
  for (const target of targetInfos) if (target.url === worker.url()) await session.send('Target.closeTarget', { targetId: target.targetId });
  await session.detach();
}

/** Where the `n`-th painted name stands, scrolled to the middle. */
export const nameAt = (page: Page, n: number): Promise<{ x: number; y: number }> =>
  page.evaluate((number) => {
    const ranges = [...(CSS.highlights.get('attache-person') ?? [])];
    const { startContainer, startOffset, endContainer, endOffset } = ranges[number % ranges.length] as AbstractRange;
    const range = new Range();
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    startContainer.parentElement?.scrollIntoView({ block: 'center' });
    const box = range.getClientRects()[0] as DOMRect;
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  }, n);

interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly url: string; readonly functionName: string; readonly lineNumber: number; readonly columnNumber: number };
  readonly children?: readonly number[];
}

export interface Spent {
  /** Milliseconds of the page’s thread with a function of the extension on the stack. */
  readonly total: number;
  /** The most of them in one task. */
  readonly longest: number;
  /** By function, most expensive first. */
  readonly functions: readonly { readonly name: string; readonly ms: number }[];
}

const INTERVAL = 100;

/** Profiles what the extension does on a page while `work` runs. Sampled every tenth of a millisecond. */
export async function spentDuring(session: CDPSession, work: () => Promise<unknown>): Promise<Spent> {
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: INTERVAL });
  const tasks: { from: number; to: number }[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const { name, ts, dur } of value as unknown as { name: string; ts: number; dur?: number }[])
      if (name.endsWith('RunTask') && dur !== undefined && dur > 1000) tasks.push({ from: ts, to: ts + dur });
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'disabled-by-default-devtools.timeline'] },
  });
  await session.send('Profiler.start');
  await work();
  const { profile } = await session.send('Profiler.stop');
  const traced = new Promise((done) => session.once('Tracing.tracingComplete', done));
  await session.send('Tracing.end');
  await traced;
  const nodes = profile.nodes as readonly ProfileNode[];
  const parent = new Map<number, number>();
  for (const node of nodes) for (const child of node.children ?? []) parent.set(child, node.id);
  const byId = new Map(nodes.map((n) => [n.id, n]));
  const owner = new Map<number, string | undefined>();
  /** The innermost function of ours on the stack, or nothing. */
  const ours = (id: number): string | undefined => {
    if (owner.has(id)) return owner.get(id);
    const frame = byId.get(id)?.callFrame;
    const up = parent.get(id);
    const own = frame?.url.startsWith('chrome-extension://')
      ? `${frame.functionName || '(anonymous)'} ${frame.lineNumber + 1}:${frame.columnNumber + 1}`
      : up === undefined
        ? undefined
        : ours(up);
    owner.set(id, own);
    return own;
  };
  const functions = new Map<string, number>();
  let total = 0;
  let time = profile.startTime;
  const moments: { at: number; took: number }[] = [];
  for (const [i, id] of (profile.samples ?? []).entries()) {
    time += profile.timeDeltas?.[i] ?? INTERVAL;
    const took = (profile.timeDeltas?.[i + 1] ?? INTERVAL) / 1000;
    const name = ours(id);
    if (name === undefined) continue;
    total += took;
    moments.push({ at: time, took });
    functions.set(name, (functions.get(name) ?? 0) + took);
  }
  let longest = 0;
  for (const { from, to } of tasks) {
    let first = 0;
    for (let high = moments.length; first < high; ) {
      const middle = (first + high) >> 1;
      if ((moments[middle]?.at ?? 0) < from) first = middle + 1;
      else high = middle;
    }
    let inside = 0;
    for (let m = first; m < moments.length && (moments[m]?.at ?? 0) < to; m++) inside += moments[m]?.took ?? 0;
    longest = Math.max(longest, inside);
  }
  return { total, longest, functions: [...functions].map(([name, ms]) => ({ name, ms })).sort((a, b) => b.ms - a.ms) };
}

/** Bytes of a page’s heap after a collection, what typed arrays and strings hold outside it included. */
export async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  const usage = (await session.send('Runtime.getHeapUsage')) as { usedSize: number; embedderHeapUsedSize?: number; backingStorageSize?: number };
  return usage.usedSize + (usage.backingStorageSize ?? 0);
}

export interface Walked {
  /** Milliseconds of a TreeWalker that asks every text node for its text. */
  readonly walk: number;
  /** And reads each of its code units. */
  readonly read: number;
  readonly characters: number;
  readonly nodes: number;
}

/** The bare walk, the median of several: first runs warm the compiler up as they do for the extension’s own code. */
export const bareWalk = (page: Page): Promise<Walked> =>
  page.evaluate(() => {
    const once = (units: boolean) => {
      const start = performance.now();
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      let characters = 0;
      let nodes = 0;
      let sum = 0;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const { data } = node as Text;
        characters += data.length;
        nodes++;
        if (units) for (let i = 0; i < data.length; i++) sum = (sum + data.charCodeAt(i)) | 0;
      }
      return { ms: performance.now() - start, characters, nodes, sum };
    };
    const median = (units: boolean) => [...Array(5)].map(() => once(units)).sort((a, b) => a.ms - b.ms)[2] as ReturnType<typeof once>;
    const read = median(true);
    return { walk: median(false).ms, read: read.ms, characters: read.characters, nodes: read.nodes };
  });
