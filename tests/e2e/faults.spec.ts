/** What goes wrong around the extension: its worker is killed at any moment, pages are left and come back to. */
import type { Page } from '@playwright/test';
import { kept, PASSAGE, paintedClips, stored } from './clipping';
import { expect, test } from './fixtures';
import { middleOf, painted, people } from './look';

const article = (body: string) =>
  `<!doctype html><html lang="en"><title>Talks</title><meta name="date" content="2018-11-06"><meta property="og:type" content="article"><main><h1>Talks</h1>${body}</main></html>`;
const BODY = '<p>Vladimir Makei received Angela Merkel, who was in Minsk for a day.</p><p>Later Sergey Lavrov spoke with Emmanuel Macron.</p>';
/** Long enough to be asked about in many turns. */
const LONG = Array.from(
  { length: 400 },
  (_, n) => `<p>On day ${n} Angela Merkel spoke with Emmanuel Macron and Vladimir Makei about the border, the harvest and the weather.</p>`,
).join('');

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

test.describe('in a browser that keeps pages which were left', () => {
  test.use({ build: 'chrome-mv3-e2e', keepsPages: true });

  test('a page that comes back from memory has its marks and cards, what was said meanwhile holds, and what it was asking is asked again', async ({
    context,
    worker,
    site,
    complaints,
  }) => {
    const base = await site({ '/': article(BODY), '/next': article('<p>Nothing here.</p>') });
    const page = await context.newPage();
    await page.goto(base);
    await expect.poll(() => people(page)).toBe(4);
    await page.evaluate(() => {
      addEventListener('pageshow', ({ persisted }) => Object.assign(window, { persisted }));
      // Begun, and not ended, when the page is left.
      for (let n = 0; n < 300; n++) document.querySelector('main')?.insertAdjacentHTML('beforeend', '<p>Then Jens Stoltenberg called.</p>');
    });
    await page.goto(`${base}/next`);
    await worker.evaluate(async () => {
      const made = new Date().toISOString();
      await chrome.storage.local.set({
        corrections: { version: 1, list: [{ id: 'a', surface: 'Emmanuel Macron', was: '*', entity: null, where: '*', made }] },
      });
      await chrome.storage.sync.set({ settings: { version: 1, style: 'dotted' } });
    });
    // No page is loaded, so nothing of it is waited for.
    await page.evaluate(() => history.back());
    await expect(async () => expect(await page.evaluate(() => (window as { persisted?: boolean }).persisted)).toBe(true)).toPass();
    await expect.poll(() => painted(page, ['dotted-person'])).toBe(303);
    await openCard(page, 'Angela Merkel');
    await page.evaluate(() => document.querySelector('main')?.insertAdjacentHTML('afterbegin', '<p>In the evening Donald Tusk called.</p>'));
    await expect.poll(() => painted(page, ['dotted-person'])).toBe(304);
    expect(complaints).toEqual([]);
  });
});

/** Sets the clock of one world or of the worker off by so many milliseconds. */
const skewed = (by: number) => `(() => {
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...given) { if (given.length > 0) super(...given); else super(Real.now() + ${by}); }
    static now() { return Real.now() + ${by}; }
  };
})()`;
const YEAR = 365.25 * 86_400_000;

test.describe('the clock is wrong', () => {
  test.use({ build: 'chrome-mv3-e2e' });

  for (const [name, by] of [
    ['ten years behind', -10 * YEAR],
    ['thirty years ahead', 30 * YEAR],
  ] as const)
    test(`${name}: an article is read at its own date, and what is clipped is kept and found`, async ({ context, worker, site, isolated, complaints }) => {
      const page = await context.newPage();
      await page.goto(await site({ '/': article('<p>Mix the flour with the water.</p>') }));
      const inScript = await isolated(page);
      await inScript(skewed(by));
      await worker.evaluate(skewed(by));
      await page.evaluate(() => {
        const p = document.createElement('p');
        p.textContent = 'On Tuesday the OSCE Secretary General spoke in Vienna with Angela Merkel, as was said there.';
        document.querySelector('main')?.append(p);
      });
      await expect.poll(() => painted(page)).toBeGreaterThan(1);
      // Of 2018: in 2016 it was somebody else.
      const { x, y } = await middleOf(page, 'OSCE Secretary General');
      await page.mouse.click(x, y);
      await expect(page.getByRole('dialog', { name: 'Thomas Greminger' })).toBeVisible();
      await page.keyboard.press('Escape');
      await kept(page, worker, 'as was said there');
      await expect.poll(async () => (await stored(worker)).length).toBe(1);
      const [clip] = await stored(worker);
      expect(clip?.asOf).toMatchObject({ date: '2018-11-06', source: 'meta' });
      expect(complaints).toEqual([]);
    });
});

test('frames that are taken out while they are read leave no error, and the page and the other frames are read', async ({
  context,
  worker,
  site,
  complaints,
}) => {
  void worker;
  const base = await site({ '/': article(`${BODY}<iframe src="/stays"></iframe>`), '/stays': article(BODY), '/goes': article(LONG) });
  const page = await context.newPage();
  await page.goto(base);
  for (let n = 0; n < 12; n++)
    await page.evaluate(
      (frames) =>
        new Promise<void>((done) => {
          const frame = document.createElement('iframe');
          frame.src = '/goes';
          frame.addEventListener('load', () => {
            // A different moment of the reading each time.
            let left = frames;
            const step = () => {
              if (left-- > 0) return requestAnimationFrame(step);
              frame.remove();
              done();
            };
            requestAnimationFrame(step);
          });
          document.body.append(frame);
        }),
      n * 2,
    );
  await page.evaluate(() => document.querySelector('main')?.insertAdjacentHTML('beforeend', '<p>In the evening Jens Stoltenberg called.</p>'));
  await expect.poll(() => people(page)).toBe(5);
  await expect.poll(() => Promise.all(page.frames().map((frame) => people(frame)))).toEqual([5, 4]);
  expect(complaints).toEqual([]);
});

test.describe('two windows', () => {
  test.use({ build: 'chrome-mv3-e2e' });

  test('with the same page, whose readers save a note in the same moment: one is kept, the other is told and loses nothing', async ({
    context,
    worker,
    site,
  }) => {
    const base = await site({ '/': article(`<p>According to it, ${PASSAGE} in November.</p>${BODY}`) });
    const first = await context.newPage();
    await first.goto(base);
    await kept(first, worker);
    await expect.poll(async () => (await stored(worker)).length).toBe(1);
    const opening = context.waitForEvent('page');
    await worker.evaluate((url) => chrome.windows.create({ url, focused: true }), base);
    const second = await opening;
    await expect.poll(() => paintedClips(second)).toEqual([PASSAGE]);
    const notes = { first: 'from the first window', second: 'from the second window' };
    const both = [
      { page: first, note: notes.first },
      { page: second, note: notes.second },
    ];
    for (const { page, note } of both) {
      await page.bringToFront();
      const { x, y } = await middleOf(page, 'resume the consultations');
      await page.mouse.click(x, y);
      await page.getByRole('dialog', { name: 'Clip' }).getByRole('button', { name: 'Edit' }).click();
      await page.getByRole('textbox', { name: 'Note' }).fill(note);
    }
    await Promise.all(both.map(({ page }) => page.getByRole('button', { name: 'Save' }).click()));
    const told = () => Promise.all(both.map(({ page }) => page.getByRole('alert').count()));
    await expect.poll(async () => (await told()).reduce((a, b) => a + b)).toBe(1);
    const loser = (await told()).indexOf(1);
    const { page, note } = both[loser] as (typeof both)[number];
    await expect(page.getByRole('textbox', { name: 'Note' })).toHaveValue(note);
    expect((await stored(worker)).map((c) => c.note)).toEqual([both[1 - loser]?.note]);
    await page.getByRole('button', { name: 'Keep mine' }).click();
    await expect.poll(async () => (await stored(worker)).map((c) => [c.note, c.revision])).toEqual([[note, 2]]);
  });
});
