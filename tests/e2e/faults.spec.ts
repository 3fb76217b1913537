/** What goes wrong around the extension: its worker is killed at any moment, pages are left and come back to. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

const article = (body: string) =>
  `<!doctype html><html lang="en"><title>Talks</title><meta name="date" content="2018-11-06"><meta property="og:type" content="article"><main><h1>Talks</h1>${body}</main></html>`;
const BODY = '<p>Vladimir Makei received Angela Merkel, who was in Minsk for a day.</p><p>Later Sergey Lavrov spoke with Emmanuel Macron.</p>';
/** Long enough to be asked about in many turns. */
const LONG = Array.from(
  { length: 400 },
  (_, n) => `<p>On day ${n} Angela Merkel spoke with Emmanuel Macron and Vladimir Makei about the border, the harvest and the weather.</p>`,
).join('');

const people = (page: Page) => page.evaluate(() => CSS.highlights.get('attache-person')?.size ?? 0);
const middleOf = (page: Page, text: string) =>
  page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      const range = new Range();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const box = range.getBoundingClientRect();
      return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    }
    throw new Error(`no “${wanted}” on the page`);
  }, text);
const openCard = async (page: Page, name: string) => {
  const { x, y } = await middleOf(page, name);
  await page.mouse.click(x, y);
  await expect(page.getByRole('dialog', { name })).toBeVisible();
};

test.describe('the worker is killed', () => {
  test('before a page is read: the page wakes it and gets its marks', async ({ context, worker, site, stopWorker, complaints }) => {
    void worker;
    const base = await site({ '/': article(BODY) });
    await stopWorker();
    const page = await context.newPage();
    await page.goto(base);
    await expect.poll(() => people(page)).toBe(4);
    expect(complaints).toEqual([]);
  });

  test('while a page is read, again and again: the page gets all its marks, after a reload at most', async ({
    context,
    worker,
    site,
    stopWorker,
    complaints,
  }) => {
    void worker;
    const page = await context.newPage();
    await page.goto(await site({ '/': article(LONG) }), { waitUntil: 'commit' });
    for (let kills = 0; kills < 5; kills++) {
      await stopWorker();
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
    }
    const all = () => expect.poll(() => people(page)).toBe(1200);
    await all().catch(async () => {
      await page.reload();
      await all();
    });
    expect(complaints).toEqual([]);
  });
});

test.describe('with the card’s root open', () => {
  test.use({ build: 'chrome-mv3-e2e' });

  test('the worker is killed after a page was read: its cards open, and what the page adds is marked', async ({
    context,
    worker,
    site,
    stopWorker,
    complaints,
  }) => {
    void worker;
    const page = await context.newPage();
    await page.goto(await site({ '/': article(BODY) }));
    await expect.poll(() => people(page)).toBe(4);
    await stopWorker();
    await openCard(page, 'Angela Merkel');
    await stopWorker();
    await page.evaluate(() => document.querySelector('main')?.insertAdjacentHTML('beforeend', '<p>In the evening Jens Stoltenberg called.</p>'));
    await expect.poll(() => people(page)).toBe(5);
    expect(complaints).toEqual([]);
  });

  test('a page that is gone back to has its marks, and its cards open', async ({ context, worker, site, complaints }) => {
    void worker;
    const base = await site({ '/': article(BODY), '/next': article('<p>Nothing here.</p>') });
    const page = await context.newPage();
    await page.goto(base);
    await expect.poll(() => people(page)).toBe(4);
    await page.goto(`${base}/next`);
    await page.goBack();
    await expect.poll(() => people(page)).toBe(4);
    await openCard(page, 'Angela Merkel');
    await page.evaluate(() => document.querySelector('main')?.insertAdjacentHTML('beforeend', '<p>In the evening Jens Stoltenberg called.</p>'));
    await expect.poll(() => people(page)).toBe(5);
    expect(complaints).toEqual([]);
  });
});
