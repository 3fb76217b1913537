/** What a reader does with a card: its buttons, its links, corrections, styles of marks, touch, narrow windows, right-to-left pages. */
import type { Page, Worker } from '@playwright/test';
import { faultsOf } from './axe';
import { expect, test } from './fixtures';
import { KINDS, middleOf, painted } from './look';

const article = (body: string, attributes = 'lang="en"') =>
  `<!doctype html><html ${attributes}><title>Talks</title><meta name="date" content="2018-11-06">
  <style>body { font: 17px/1.6 Georgia, serif; max-width: 38em; margin: 3em auto; padding: 0 1em } :root { color-scheme: light dark }</style><main>${body}</main></html>`;
const BODY = `<h1>Talks in Minsk</h1><p>Vladimir Makei received the OSCE Secretary General.</p><p>Later Makei spoke with Sergey Lavrov about the Minsk agreements.</p>
  <h2>Reactions</h2><p>In Berlin Angela Merkel said that Makei had been clear. NATO and the Normandy Format were not mentioned.</p>`;

/** The painted texts, in the order of the page. */
const marked = (page: Page) =>
  page.evaluate(
    (kinds) =>
      kinds
        .flatMap((kind) => [...(CSS.highlights.get(`attache-${kind}`) ?? [])])
        .map((range) => {
          const live = new Range();
          live.setStart(range.startContainer, range.startOffset);
          live.setEnd(range.endContainer, range.endOffset);
          return live;
        })
        .sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b))
        .map(String),
    [...KINDS],
  );

const click = async (page: Page, text: string) => {
  const { x, y } = await middleOf(page, text);
  await page.mouse.click(x, y);
};
/** As the background keeps them for pages. */
const set = (worker: Worker, change: Record<string, unknown>) =>
  worker.evaluate(async (changed) => {
    const { settings } = await chrome.storage.local.get<{ settings: object }>('settings');
    await chrome.storage.local.set({ settings: { ...settings, ...changed } });
  }, change);
const command = (worker: Worker, name: string) =>
  worker.evaluate((n) => (chrome.commands.onCommand as unknown as { dispatch(name: string): void }).dispatch(n), name);

test.describe('with the card’s root open', () => {
  test.use({ build: 'chrome-mv3-e2e' });

  test('a link inside a card opens that entity in the same card, with a way back', async ({ context, worker, site, complaints }) => {
    void worker;
    const page = await context.newPage();
    await page.goto(await site({ '/': article(BODY) }));
    await expect.poll(() => painted(page)).toBeGreaterThan(6);
    await click(page, 'Vladimir Makei');
    const card = page.getByRole('dialog');
    await card.locator('.then').getByRole('button', { name: 'Minister of Foreign Affairs of Belarus' }).click();
    await expect(card.getByRole('heading', { level: 2 })).toHaveText('Minister of Foreign Affairs of Belarus');
    await expect(card.locator('.holders [aria-current]')).toContainText('Vladimir Makei');
    await card.locator('.holders').getByRole('button', { name: 'Sergei Aleinik' }).click();
    await expect(card.getByRole('heading', { level: 2 })).toHaveText('Sergei Aleinik');
    await card.getByRole('button', { name: 'Back' }).click();
    await card.getByRole('button', { name: 'Back' }).click();
    await expect(card.getByRole('heading', { level: 2 })).toHaveText('Vladimir Makei');
    await expect(card.getByRole('button', { name: 'Back' })).toBeHidden();
    expect(complaints).toEqual([]);
  });

  test('an organisation shows its heads, an agreement its signatories, an office phrase its holder on that day', async ({ context, worker, site }) => {
    void worker;
    const page = await context.newPage();
    await page.goto(await site({ '/': article(BODY) }));
    await expect.poll(() => painted(page)).toBeGreaterThan(6);
    const card = page.getByRole('dialog');
    await click(page, 'NATO');
    await expect(card).toContainText('Heads on Nov 6, 2018');
    await expect(card.locator('.holders')).toContainText('Jens Stoltenberg');
    await click(page, 'Minsk agreements');
    await expect(card).toContainText('Signatories');
    await click(page, 'OSCE Secretary General');
    await expect(card.getByRole('heading', { level: 2 })).toHaveText('Thomas Greminger');
  });

  test('cards are pinned side by side, and a pinned one stays when the next is opened', async ({ context, worker, site }) => {
    void worker;
    const page = await context.newPage();
    await page.goto(await site({ '/': article(BODY) }));
    await expect.poll(() => painted(page)).toBeGreaterThan(6);
    await click(page, 'Vladimir Makei');
    await page.getByRole('dialog', { name: 'Vladimir Makei' }).getByRole('button', { name: 'Pin this card' }).click();
    await click(page, 'Angela Merkel');
    await page.getByRole('dialog', { name: 'Angela Merkel' }).getByRole('button', { name: 'Pin this card' }).click();
    const [first, second] = await Promise.all(['Vladimir Makei', 'Angela Merkel'].map((name) => page.getByRole('dialog', { name }).boundingBox()));
    if (!first || !second) throw new Error('a pinned card is not shown');
    expect(second.x + second.width).toBeLessThanOrEqual(first.x);
    await page.getByRole('dialog', { name: 'Vladimir Makei' }).getByRole('button', { name: 'Close' }).click();
    await expect(page.getByRole('dialog', { name: 'Vladimir Makei' })).toHaveCount(0);
    await expect(page.getByRole('dialog', { name: 'Angela Merkel' })).toBeVisible();
  });

  test('what a card says is copied as text and as a citation', async ({ context, worker, site }) => {
    void worker;
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await context.newPage();
    await page.goto(await site({ '/': article(BODY) }));
    await expect.poll(() => painted(page)).toBeGreaterThan(6);
    await click(page, 'Vladimir Makei');
    const card = page.getByRole('dialog');
    await card.getByRole('button', { name: 'Copy as text' }).click();
    await expect(card.getByRole('status')).toHaveText('Copied');
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toContain('Vladimir Makei');
    expect(text).toContain('Minister of Foreign Affairs of Belarus');
    await card.getByRole('button', { name: 'Copy as citation' }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('https://en.wikipedia.org/wiki/Vladimir_Makei');
  });

  test('“wrong person”: another is chosen for this page, and nobody for this site; the next visit remembers', async ({ context, worker, site }) => {
    void worker;
    const page = await context.newPage();
    const base = await site({ '/': article(BODY), '/other': article(BODY) });
    await page.goto(base);
    await expect.poll(() => marked(page)).toContain('Makei');
    await click(page, 'Angela Merkel');
    const card = page.getByRole('dialog');
    await card.getByRole('button', { name: 'Wrong person?' }).click();
    await card.getByRole('searchbox').fill('Olaf Scholz');
    await card.getByRole('button', { name: /^Olaf Scholz/ }).click();
    await card.getByRole('button', { name: 'Save' }).click();
    await expect(card).toBeHidden();
    await click(page, 'Angela Merkel');
    await expect(card.getByRole('heading', { level: 2 })).toHaveText('Olaf Scholz');
    await card.locator('summary').click();
    await expect(card).toContainText('chosen by you');
    await page.keyboard.press('Escape');
    await click(page, 'Sergey Lavrov');
    await card.getByRole('button', { name: 'Wrong person?' }).click();
    await card.getByRole('button', { name: 'Nobody to be marked' }).click();
    await card.getByRole('radio', { name: 'on this site' }).check();
    await card.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => marked(page)).not.toContain('Sergey Lavrov');
    await page.goto(`${base}/other`);
    await expect.poll(() => marked(page)).toContain('Angela Merkel');
    expect(await marked(page)).not.toContain('Sergey Lavrov');
    await click(page, 'Angela Merkel');
    await expect(card.getByRole('heading', { level: 2 })).toHaveText('Angela Merkel');
  });

  test('“don’t mark this name” holds everywhere', async ({ context, worker, site }) => {
    void worker;
    const page = await context.newPage();
    const base = await site({ '/': article(BODY) });
    await page.goto(base);
    await expect.poll(() => marked(page)).toContain('NATO');
    await click(page, 'NATO');
    await page.getByRole('dialog').getByRole('button', { name: 'Don’t mark “NATO”' }).click();
    await expect.poll(() => marked(page)).not.toContain('NATO');
    await page.reload();
    await expect.poll(() => marked(page)).toContain('Vladimir Makei');
    expect(await marked(page)).not.toContain('NATO');
  });

  test('buttons of a card walk through the page', async ({ context, worker, site }) => {
    void worker;
    const page = await context.newPage();
    await page.goto(await site({ '/': article('<p>Angela Merkel met Emmanuel Macron.</p><p>Merkel left early.</p>') }));
    await expect.poll(() => painted(page)).toBe(3);
    await click(page, 'Angela Merkel');
    await expect(page.getByRole('dialog', { name: 'Angela Merkel' })).toContainText('1 / 2');
    await page.getByRole('button', { name: 'Next mention' }).click();
    await page.getByRole('dialog', { name: 'Emmanuel Macron' }).getByRole('button', { name: 'Next mention' }).click();
    await expect(page.getByRole('dialog', { name: 'Angela Merkel' })).toContainText('2 / 2');
    await page.getByRole('button', { name: 'Previous mention' }).click();
    await expect(page.getByRole('dialog', { name: 'Emmanuel Macron' })).toBeVisible();
  });

  test('the card opens above or below the line and never on it, and closes when the pointer leaves', async ({ context, worker, site }) => {
    void worker;
    const page = await context.newPage();
    await page.goto(await site({ '/': article(`${'<p>Nothing much.</p>'.repeat(20)}${BODY}${'<p>Nothing more.</p>'.repeat(20)}`) }));
    await expect.poll(() => painted(page)).toBeGreaterThan(6);
    for (const name of ['Vladimir Makei', 'Angela Merkel']) {
      const { x, y, top, bottom } = await middleOf(page, name);
      await page.mouse.move(x - 30, y + 200);
      await page.mouse.move(x, y, { steps: 4 });
      const card = page.getByRole('dialog', { name });
      await expect(card).toBeVisible();
      await expect.poll(async () => (await card.evaluate((e) => e.getAnimations().length)) === 0).toBe(true);
      const box = await card.boundingBox();
      if (!box) throw new Error('no card');
      expect(box.y >= bottom - 1 || box.y + box.height <= top + 1).toBe(true);
      await page.mouse.move(5, 5);
      await expect(card).toBeHidden();
    }
  });

  test('kinds, density and style of marks follow the settings at once', async ({ context, worker, site }) => {
    const page = await context.newPage();
    await page.goto(await site({ '/': article(BODY) }));
    await expect.poll(() => marked(page)).toContain('NATO');
    await set(worker, { kinds: { person: true, office: true, organisation: false, event: false, agreement: false } });
    await expect.poll(() => marked(page)).not.toContain('NATO');
    expect((await marked(page)).filter((t) => t.includes('Makei'))).toHaveLength(3);
    await set(worker, { density: 'section' });
    await expect.poll(async () => (await marked(page)).filter((t) => t.includes('Makei'))).toHaveLength(2);
    await set(worker, { density: 'page' });
    await expect.poll(async () => (await marked(page)).filter((t) => t.includes('Makei'))).toHaveLength(1);
    const { x, y } = await middleOf(page, 'Vladimir Makei');
    const clip = { x: x - 80, y: y - 18, width: 160, height: 36 };
    await page.mouse.move(5, 5);
    const seen = new Set<string>();
    for (const style of ['underline', 'dotted', 'background', 'dot', 'hover']) {
      await set(worker, { style });
      await expect.poll(async () => seen.has((await page.screenshot({ clip })).toString('base64')) && style !== 'hover').toBe(false);
      seen.add((await page.screenshot({ clip })).toString('base64'));
    }
    // The dot stands in the margin: beside the text it looks as when nothing is marked until hover.
    expect(seen.size).toBeGreaterThanOrEqual(4);
    await click(page, 'Vladimir Makei');
    await expect(page.getByRole('dialog', { name: 'Vladimir Makei' })).toBeVisible();
  });

  test('on a narrow screen the card is a sheet at the foot, opened by a tap', async ({ context, worker, site }) => {
    void worker;
    const page = await context.newPage();
    await page.setViewportSize({ width: 360, height: 640 });
    await page.goto(await site({ '/': article(BODY).replace('<title>', '<meta name="viewport" content="width=device-width"><title>') }));
    await expect.poll(() => painted(page)).toBeGreaterThan(6);
    const { x, y } = await middleOf(page, 'Angela Merkel');
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setTouchEmulationEnabled', { enabled: true });
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    const card = page.getByRole('dialog', { name: 'Angela Merkel' });
    await expect(card).toBeVisible();
    await expect.poll(async () => (await card.evaluate((e) => e.getAnimations().length)) === 0).toBe(true);
    const box = await card.boundingBox();
    expect(box?.x).toBe(0);
    expect(box?.width).toBe(360);
    expect(Math.round((box?.y ?? 0) + (box?.height ?? 0))).toBe(640);
    expect(box?.height).toBeLessThanOrEqual(640 * 0.62 + 1);
  });

  test('on a right-to-left page the card reads in its own direction, inside the window', async ({ context, worker, site }) => {
    void worker;
    const page = await context.newPage();
    await page.goto(await site({ '/': article('<p>التقى Vladimir Makei مع Sergey Lavrov في مينسك.</p>', 'lang="ar" dir="rtl"') }));
    await expect.poll(() => painted(page)).toBe(2);
    await click(page, 'Vladimir Makei');
    const card = page.getByRole('dialog', { name: 'Vladimir Makei' });
    await expect(card).toBeVisible();
    expect(await card.evaluate((e) => getComputedStyle(e).direction)).toBe('ltr');
    const box = await card.boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 1000).toBe(true);
  });

  test('the interface’s language is the reader’s choice: names, titles, dates', async ({ context, worker, site }) => {
    const page = await context.newPage();
    await worker.evaluate(() => chrome.storage.sync.set({ settings: { version: 1, language: 'ru' } }));
    await expect
      .poll(() => worker.evaluate(async () => (await chrome.storage.local.get<{ settings?: { language?: string } }>('settings')).settings?.language))
      .toBe('ru');
    await page.goto(await site({ '/': article(BODY) }));
    await expect.poll(() => painted(page)).toBeGreaterThan(6);
    await click(page, 'Vladimir Makei');
    const card = page.getByRole('dialog');
    await expect(card).toContainText('Владимир Макей');
    await expect(card.locator('.then')).toContainText('Министр иностранных дел');
    await expect(card.locator('.then')).toContainText('2018');
    await expect(card.getByRole('button', { name: 'Закрепить' })).toBeVisible();
  });

  test('walking by key is announced, and motion that is not wanted is not shown', async ({ context, worker, site, isolated }) => {
    const page = await context.newPage();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(await site({ '/': article('<p>Angela Merkel met Emmanuel Macron.</p>') }));
    await expect.poll(() => painted(page)).toBe(2);
    await page.bringToFront();
    const run = await isolated(page);
    await run('globalThis.told = []; document.ariaNotify = (text) => told.push(text)');
    await command(worker, 'next-mention');
    const card = page.getByRole('dialog', { name: 'Angela Merkel' });
    await expect(card).toBeFocused();
    expect((await run<string[]>('told')).join('|')).toMatch(/^Angela Merkel, [^|]*Chancellor of Germany$/);
    expect(await card.evaluate((e) => getComputedStyle(e).animationName)).toBe('none');
  });

  for (const [name, media] of [
    ['light', { colorScheme: 'light' }],
    ['dark', { colorScheme: 'dark' }],
    ['forced colours', { forcedColors: 'active' }],
  ] as const)
    test(`cards of every kind, and the form to correct, have no accessibility faults in ${name}`, async ({ context, worker, site }) => {
      void worker;
      const page = await context.newPage();
      await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
      await page.goto(await site({ '/': article(BODY) }));
      await expect.poll(() => painted(page)).toBeGreaterThan(6);
      for (const text of ['NATO', 'Minsk agreements', 'OSCE Secretary General', 'Vladimir Makei']) {
        await click(page, text);
        await expect(page.getByRole('dialog')).toBeVisible();
        expect(await faultsOf(page, 'attache-card')).toEqual([]);
      }
      await page.getByRole('button', { name: 'Wrong person?' }).click();
      expect(await faultsOf(page, 'attache-card')).toEqual([]);
    });
});
