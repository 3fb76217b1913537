/** The policy of the extension’s own pages, in the shipped build: nothing that they need is refused (every test looks at that), all else is. */
import http from 'node:http';
import type { Worker } from '@playwright/test';
import { PAGES_POLICY } from '@/lib/build/policy';
import { ARTICLE, openArticle } from './article';
import { expect, test } from './fixtures';

const PAGES = ['welcome', 'options', 'popup', 'sidepanel', 'explorer', 'notebook'] as const;

const addressOf = (worker: Worker, page: string) => `chrome-extension://${new URL(worker.url()).host}/${page}.html`;
test('is what the manifest says', async ({ worker }) => {
  const stated = await worker.evaluate(() => chrome.runtime.getManifest().content_security_policy);
  expect(stated).toEqual({ extension_pages: PAGES_POLICY });
});

test('each page opens, with its style sheet, its pictures and its words', async ({ context, worker, site, complaints }) => {
  const article = await context.newPage();
  const tab = await openArticle(article, worker, await site({ '/': ARTICLE }));
  for (const name of PAGES) {
    const page = await context.newPage();
    await page.goto(`${addressOf(worker, name)}?tab=${tab}`);
    await expect(page.locator('#app > *').first()).toBeVisible();
    const icon = await page.evaluate(() => fetch((document.querySelector('link[rel=icon]') as HTMLLinkElement).href).then((r) => r.ok));
    expect(icon, name).toBe(true);
    expect(await page.evaluate(() => [...document.styleSheets].every((sheet) => sheet.cssRules.length > 0) && document.styleSheets.length > 0), name).toBe(
      true,
    );
    await page.close();
  }
  expect(complaints).toEqual([]);
});

test.describe('with the card’s root open', () => {
  test.use({ build: 'chrome-mv3-e2e' });

  test('the card and the dots of the extension’s own pages have their style', async ({ context, worker, complaints }) => {
    const page = await context.newPage();
    await page.goto(addressOf(worker, 'options'));
    await expect(page.locator('attache-card')).toHaveCSS('position', 'absolute');
    await page.goto(addressOf(worker, 'welcome'));
    await expect.poll(() => page.evaluate(() => CSS.highlights.get('attache-person')?.size ?? 0)).toBeGreaterThan(4);
    await page.getByRole('button', { name: 'Next mention' }).click();
    await expect(page.getByRole('dialog')).toHaveCSS('border-top-left-radius', '10px');
    expect(complaints).toEqual([]);
  });
});

test('nothing is sent elsewhere by a page or by the background, and nothing of elsewhere is loaded', async ({ context, worker, refusals }) => {
  const asked: string[] = [];
  const server = http.createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'text/javascript' }).end('');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const base = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  const page = await context.newPage();
  await page.goto(addressOf(worker, 'notebook'));
  const tries = await page.evaluate(async (to) => {
    const outcome = (name: string, work: Promise<unknown>) =>
      work.then(
        () => `${name} went`,
        () => `${name} refused`,
      );
    const loaded = (make: (element: HTMLElement & { src: string }) => void, tag: string) =>
      new Promise((done, fail) => {
        const element = document.createElement(tag) as HTMLElement & { src: string };
        element.onload = done;
        element.onerror = fail;
        make(element);
        document.body.append(element);
      });
    return [
      await outcome('fetch', fetch(`${to}/fetch`)),
      await outcome(
        'picture',
        loaded((e) => Object.assign(e, { src: `${to}/picture` }), 'img'),
      ),
      await outcome('script', import(`${to}/module`)),
      await outcome(
        'sheet',
        loaded((e) => Object.assign(e, { rel: 'stylesheet', href: `${to}/sheet` }), 'link'),
      ),
      await outcome('code', (async () => new Function('return 1')())()),
      await outcome('html', (async () => Object.assign(document.createElement('p'), { innerHTML: '<b>x</b>' }))()),
    ];
  }, base);
  expect(tries).toEqual(['fetch refused', 'picture refused', 'script refused', 'sheet refused', 'code refused', 'html refused']);
  expect(
    await worker.evaluate(
      (to) =>
        fetch(`${to}/worker`).then(
          () => 'went',
          () => 'refused',
        ),
      base,
    ),
  ).toBe('refused');
  expect(asked).toEqual([]);
  expect(refusals.length).toBeGreaterThan(4);
  refusals.length = 0;
  // The two that clips can be sent to may be asked; the browser’s own permission is asked for besides.
  await page.evaluate(() => fetch('http://127.0.0.1:23119/').catch(() => undefined));
  expect(refusals).toEqual([]);
  server.close();
});
