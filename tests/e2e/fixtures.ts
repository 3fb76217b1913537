/** A real Chromium with the built extension in a fresh profile, a small site to read, and ways to the worker. */
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { type BrowserContext, test as base, chromium, type Page, type Worker } from '@playwright/test';
import { pageScriptOf } from '../../lib/commands/bench/page-script';
import { closeFirstRun, ensure } from '../browsers.mjs';

export interface Options {
  /** Folder below `.output`. */
  build: string;
  /** Leave the page open that a fresh profile opens. */
  firstRun: boolean;
  /** The browser keeps pages that were left, as it does for readers; tests go without otherwise. */
  keepsPages: boolean;
}
interface Fixtures {
  context: BrowserContext;
  worker: Worker;
  /** Serves pages by path and gives back the address of the site. */
  site: (routes: Record<string, string>) => Promise<string>;
  stopWorker: () => Promise<void>;
  /** What the page and the worker complained of. */
  complaints: string[];
  /** What the policy of the extension’s pages refused them: a test in which it refused anything fails, unless it empties this. */
  refusals: string[];
  /** Runs an expression in the page script’s own world. */
  isolated: (page: Page) => Promise<<R>(expression: string) => Promise<R>>;
}

/** A browser with this profile. Again with the same one it is as after a restart. */
export function launch(profile: string, build: string, keepsPages = false): Promise<BrowserContext> {
  const extension = path.resolve('.output', build);
  return chromium.launchPersistentContext(profile, {
    executablePath: ensure('chromium'),
    headless: true,
    viewport: { width: 1000, height: 900 },
    args: ['--no-sandbox', `--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
    ...(keepsPages ? { ignoreDefaultArgs: ['--disable-back-forward-cache'] } : {}),
  });
}

/** The worker of the extension, once the screen is in storage: page scripts wait for it. */
export async function workerOf(context: BrowserContext): Promise<Worker> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  await base.expect.poll(() => worker.evaluate(async () => 'screen' in (await chrome.storage.local.get('screen')))).toBe(true);
  askAgain(worker);
  return worker;
}

/** A question on its way while the worker is stopped and started comes to nobody: it is asked again. Tests ask, or write what may be written twice. */
function askAgain(worker: Worker): void {
  const evaluate = worker.evaluate.bind(worker) as (...question: unknown[]) => Promise<unknown>;
  const patiently = async (...question: unknown[]): Promise<unknown> => {
    for (;;) {
      try {
        return await evaluate(...question);
      } catch (error) {
        if (!/Service worker restarted/.test(String(error))) throw error;
      }
    }
  };
  worker.evaluate = patiently as typeof worker.evaluate;
}

export const test = base.extend<Options & Fixtures>({
  build: ['chrome-mv3', { option: true }],
  firstRun: [false, { option: true }],
  keepsPages: [false, { option: true }],
  context: async ({ build, keepsPages }, use) => {
    const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'attache-e2e-'));
    const context = await launch(profile, build, keepsPages);
    await use(context);
    await context.close();
    fs.rmSync(profile, { recursive: true, force: true });
  },
  worker: async ({ context, firstRun }, use) => {
    const worker = await workerOf(context);
    if (!firstRun) await closeFirstRun(context);
    await use(worker);
  },
  complaints: async ({ context, worker }, use) => {
    const found: string[] = [];
    const listen = (page: Page) => {
      page.on('pageerror', (error) => found.push(String(error)));
      page.on('console', (message) => message.type() === 'error' && !message.text().includes('favicon') && found.push(message.text()));
    };
    context.pages().forEach(listen);
    context.on('page', listen);
    worker.on('console', (message) => message.type() === 'error' && found.push(message.text()));
    await use(found);
  },
  refusals: [
    async ({ context }, use) => {
      const found: string[] = [];
      context.on('console', (message) => {
        const from = message.page()?.url() ?? message.location().url;
        if (from.startsWith('chrome-extension:') && /Content Security Policy|TrustedHTML|TrustedScript/.test(message.text())) found.push(message.text());
      });
      await use(found);
      base.expect(found, 'refused by the extension’s own policy').toEqual([]);
    },
    { auto: true },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture’s needs from this pattern.
  site: async ({}, use) => {
    const open: http.Server[] = [];
    await use(async (routes) => {
      const server = http.createServer((request, response) => {
        const body = routes[new URL(request.url ?? '/', 'http://site').pathname];
        response
          .writeHead(body === undefined ? (request.url === '/favicon.ico' ? 204 : 404) : 200, { 'content-type': 'text/html; charset=utf-8' })
          .end(body ?? '');
      });
      open.push(server);
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
      const address = server.address();
      return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
    });
    for (const server of open) server.close();
  },
  stopWorker: async ({ context, worker }, use) => {
    await use(async () => {
      const session = await context.browser()?.newBrowserCDPSession();
      if (!session) throw new Error('no browser session');
      const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'service_worker' }] });
      for (const target of targetInfos) if (target.url === worker.url()) await session.send('Target.closeTarget', { targetId: target.targetId });
      await session.detach();
    });
  },
  isolated: async ({ context, worker }, use) => {
    await use((page) => pageScriptOf(context, page, new URL(worker.url()).host));
  },
});
export { expect } from '@playwright/test';
