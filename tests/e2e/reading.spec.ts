import fs from 'node:fs';
import type { Page } from '@playwright/test';
import { faultsOf } from './axe';
import { expect, test } from './fixtures';
import { middleOf, painted, people } from './look';

const ARTICLE = fs.readFileSync('tests/fixtures/demo/article.html', 'utf8');
const page_ = (body: string) => `<!doctype html><html lang="en"><title>t</title><meta name="date" content="2018-11-06"><main>${body}</main></html>`;

const hover = async (page: Page, text: string) => {
  const { x, y } = await middleOf(page, text);
  await page.mouse.move(x - 30, y + 60);
  await page.mouse.move(x, y, { steps: 4 });
};

test.describe('with the card’s root open', () => {
  test.use({ build: 'chrome-mv3-e2e' });

  test('hovering a name shows who it is and the role on the article’s date; Escape closes', async ({ context, worker, site, complaints }) => {
    void worker;
    const page = await context.newPage();
    await page.goto(await site({ '/': ARTICLE }));
    await expect.poll(() => painted(page)).toBeGreaterThan(15);
    await hover(page, 'Makei');
    const card = page.getByRole('dialog', { name: 'Vladimir Makei' });
    await expect(card).toBeVisible();
    await expect(card).toContainText('Уладзімір Макей');
    await expect(card.locator('.then')).toContainText('Nov 6, 2018');
    await expect(card.locator('.then')).toContainText('Minister of Foreign Affairs of Belarus');
    await expect(card.getByRole('link', { name: /Wikipedia: Vladimir Makei/ })).toHaveAttribute('href', 'https://en.wikipedia.org/wiki/Vladimir_Makei');
    await page.keyboard.press('Escape');
    await expect(card).toBeHidden();
    expect(complaints).toEqual([]);
  });

  test('a name across inline elements is one name; an office phrase is its holder; a namesake has no card', async ({ context, worker, site }) => {
    void worker;
    const page = await context.newPage();
    await page.goto(await site({ '/': ARTICLE }));
    await expect.poll(() => painted(page)).toBeGreaterThan(15);
    await hover(page, ' Lukashenka used');
    await expect(page.getByRole('dialog', { name: 'Alexander Lukashenko' })).toBeVisible();
    await page.keyboard.press('Escape');
    await hover(page, 'OSCE Secretary General');
    await expect(page.getByRole('dialog', { name: 'Thomas Greminger' })).toBeVisible();
    await page.keyboard.press('Escape');
    await hover(page, 'Joni Mitchell');
    await page.waitForTimeout(500);
    await expect(page.getByRole('dialog')).toBeHidden();
  });

  test('keys walk from mention to mention', async ({ context, worker, site }) => {
    const page = await context.newPage();
    await page.goto(await site({ '/': page_('<p>Angela Merkel met Emmanuel Macron.</p>') }));
    await expect.poll(() => painted(page)).toBe(2);
    await page.bringToFront();
    const command = (name: string) => worker.evaluate((n) => (chrome.commands.onCommand as unknown as { dispatch(name: string): void }).dispatch(n), name);
    await command('next-mention');
    await expect(page.getByRole('dialog', { name: 'Angela Merkel' })).toBeVisible();
    await command('next-mention');
    await expect(page.getByRole('dialog', { name: 'Emmanuel Macron' })).toBeVisible();
    await command('previous-mention');
    await expect(page.getByRole('dialog', { name: 'Angela Merkel' })).toBeVisible();
    await expect(page.getByRole('dialog')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  });

  test('a tap or click on a name opens its card and leaves the page’s own click alone', async ({ context, worker, site }) => {
    void worker;
    const page = await context.newPage();
    await page.goto(await site({ '/': page_('<p onclick="document.title=\'clicked\'">Angela Merkel spoke.</p>') }));
    await expect.poll(() => painted(page)).toBe(1);
    const { x, y } = await middleOf(page, 'Angela Merkel');
    await page.mouse.click(x, y);
    await expect(page.getByRole('dialog', { name: 'Angela Merkel' })).toBeVisible();
    await expect(page).toHaveTitle('clicked');
  });

  for (const scheme of ['light', 'dark'] as const) {
    test(`the card has no accessibility faults in ${scheme}`, async ({ context, worker, site }) => {
      void worker;
      const page = await context.newPage();
      await page.emulateMedia({ colorScheme: scheme });
      await page.goto(await site({ '/': ARTICLE }));
      await expect.poll(() => painted(page)).toBeGreaterThan(15);
      await hover(page, 'Makei');
      await expect(page.getByRole('dialog')).toBeVisible();
      await page.waitForTimeout(300);
      expect(await faultsOf(page, 'attache-card')).toEqual([]);
    });
  }
});

test('the page’s DOM is the same with and without the extension, its one host element aside', async ({ context, worker, site }) => {
  void worker;
  const page = await context.newPage();
  await page.goto(await site({ '/': ARTICLE }));
  await expect.poll(() => painted(page)).toBeGreaterThan(15);
  await hover(page, 'Makei');
  await expect(page.locator('attache-card')).toBeAttached();
  const html = await page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as Element;
    const hosts = copy.querySelectorAll('attache-card');
    for (const host of hosts) host.remove();
    return { hosts: hosts.length, root: document.querySelector('attache-card')?.shadowRoot ?? null, html: copy.outerHTML };
  });
  const untouched = await page.evaluate((source) => new DOMParser().parseFromString(source, 'text/html').documentElement.outerHTML, ARTICLE);
  expect(html.hosts).toBe(1);
  expect(html.root).toBeNull();
  expect(html.html).toBe(untouched);
});

test('a page without names sends no message and paints nothing', async ({ context, worker, site, isolated, stopWorker }) => {
  void worker;
  const page = await context.newPage();
  const base = await site({
    '/plain': page_('<h1>On baking bread</h1><p>Mix the flour with water and salt. Let the dough rest for an hour, then fold it twice.</p>'),
    '/named': page_('<p>Angela Merkel spoke.</p>'),
  });
  const running = async () => {
    const session = await context.browser()?.newBrowserCDPSession();
    const { targetInfos } = (await session?.send('Target.getTargets', { filter: [{ type: 'service_worker' }] })) ?? { targetInfos: [] };
    await session?.detach();
    return targetInfos.length;
  };
  await page.goto(`${base}/plain`);
  await isolated(page);
  await page.waitForTimeout(300);
  await stopWorker();
  await expect.poll(running).toBe(0);
  await page.reload();
  await page.waitForTimeout(1200);
  expect(await running(), 'the worker was woken by a page without names').toBe(0);
  expect(await page.locator('attache-card').count()).toBe(0);
  // The same watch sees a message where there is one: otherwise the test above could not fail.
  await page.goto(`${base}/named`);
  await expect.poll(running).toBe(1);
});

test('a page at rest lets go of the screen’s megabyte, and reads what comes later', async ({ context, worker, site }) => {
  void worker;
  const page = await context.newPage();
  await page.goto(await site({ '/': page_('<p>Mix the flour with water and salt.</p>') }));
  const session = await context.newCDPSession(page);
  /** Bytes of typed arrays and of scripts. */
  const beside = async () => {
    await session.send('HeapProfiler.collectGarbage');
    return ((await session.send('Runtime.getHeapUsage')) as unknown as { backingStorageSize: number }).backingStorageSize;
  };
  await expect.poll(beside).toBeGreaterThan(1_000_000);
  await expect.poll(beside, { timeout: 40_000, intervals: [1000] }).toBeLessThan(500_000);
  await page.evaluate(() => document.querySelector('main')?.insertAdjacentHTML('beforeend', '<p>Angela Merkel spoke.</p>'));
  await expect.poll(() => painted(page)).toBe(1);
});

test('a killed background answers the next page and the next card', async ({ context, worker, site, stopWorker }) => {
  void worker;
  const page = await context.newPage();
  const base = await site({ '/': ARTICLE });
  await stopWorker();
  await page.goto(base);
  await expect.poll(() => painted(page)).toBeGreaterThan(15);
  await stopWorker();
  await hover(page, 'Makei');
  await expect(page.locator('attache-card')).toBeAttached();
});

test('follows text that is added, text that changes, and navigation without loading', async ({ context, worker, site }) => {
  void worker;
  const page = await context.newPage();
  await page.goto(await site({ '/': page_('<p id="a">Angela Merkel spoke.</p>') }));
  await expect.poll(() => painted(page)).toBe(1);
  await page.evaluate(() => document.querySelector('main')?.append(Object.assign(document.createElement('p'), { textContent: 'Emmanuel Macron answered.' })));
  await expect.poll(() => painted(page)).toBe(2);
  await page.evaluate(() => {
    const text = document.querySelector('#a')?.firstChild;
    if (text) text.nodeValue = 'Nobody spoke.';
  });
  await expect.poll(() => painted(page)).toBe(1);
  await page.evaluate(() => {
    history.pushState({}, '', '/other');
    const main = document.querySelector('main');
    main?.replaceChildren(Object.assign(document.createElement('p'), { textContent: 'Donald Tusk, Petro Poroshenko and Jens Stoltenberg met.' }));
  });
  await expect.poll(() => painted(page)).toBe(3);
});

test('text that comes late explains names that stood there before, and takes them back', async ({ context, worker, site }) => {
  void worker;
  const page = await context.newPage();
  await page.goto(await site({ '/': page_('<p>Mitchell left after he had met Angela Merkel.</p><p>Makei came to Minsk, Belarus.</p>') }));
  const names = (people: readonly string[]) =>
    expect
      .poll(() =>
        page.evaluate(() =>
          [...(CSS.highlights.get('attache-person') ?? [])].map((r) => r.startContainer.textContent?.slice(r.startOffset, r.endOffset)).sort(),
        ),
      )
      .toEqual([...people].sort());
  const add = (text: string) =>
    page.evaluate((textContent) => document.querySelector('main')?.append(Object.assign(document.createElement('p'), { textContent })), text);
  await names(['Angela Merkel', 'Makei']);
  await add('Wess Mitchell travelled on.');
  await names(['Angela Merkel', 'Makei', 'Mitchell', 'Wess Mitchell']);
  await add('Viktor Makei keeps the goal.');
  await names(['Angela Merkel', 'Mitchell', 'Wess Mitchell']);
});

test('reads frames and open shadow roots, and leaves inputs, code and hidden text alone', async ({ context, worker, site }) => {
  void worker;
  const page = await context.newPage();
  const base = await site({
    '/': page_(
      '<p>Angela Merkel.</p><textarea>Emmanuel Macron</textarea><code>Emmanuel Macron</code><p contenteditable>Emmanuel Macron</p><p style="display:none">Emmanuel Macron</p><div id="s"></div><iframe src="/frame"></iframe>',
    ),
    '/frame': page_('<p>Donald Tusk.</p>'),
  });
  await page.goto(base);
  await expect.poll(() => painted(page)).toBe(1);
  await page.evaluate(() => {
    const root = document.querySelector('#s')?.attachShadow({ mode: 'open' });
    root?.append(Object.assign(document.createElement('p'), { textContent: 'Jens Stoltenberg.' }));
    document.querySelector('#s')?.append(document.createElement('i'));
  });
  await expect.poll(() => painted(page)).toBe(2);
  const frame = page.frames()[1];
  await expect.poll(() => frame && people(frame)).toBe(1);
});
