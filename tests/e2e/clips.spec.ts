import type { Locator, Page } from '@playwright/test';
import { fingerprint, hostOf, pageKeys } from '@/lib/notebook/address';
import { comingKey } from '@/lib/notebook/asking';
import { faultsOf } from './axe';
import { article, BODY, kept, menu, PASSAGE, paintedClips, select, stored } from './clipping';
import { expect, test } from './fixtures';
import { middleOf, people } from './look';

test.describe('with the notebook’s root open', () => {
  test.use({ build: 'chrome-mv3-e2e' });
  const card = (page: Page): Locator => page.getByRole('dialog', { name: 'Clip' });

  test('a clip is kept with its page, its quote and who is in it, and is in its place when the changed page is visited again', async ({
    context,
    worker,
    site,
    complaints,
  }) => {
    const routes: Record<string, string> = { '/': article(BODY, '<meta name="author" content="Ann Lee"><link rel="canonical" href="/">') };
    const base = await site(routes);
    const page = await context.newPage();
    await page.goto(base);
    await expect.poll(() => people(page)).toBeGreaterThan(0);
    await kept(page, worker, 'Vladimir Makei met Jean Asselborn.');
    await expect(page.getByRole('status')).toHaveText('Kept in the notebook.');
    await kept(page, worker);
    await expect.poll(async () => (await stored(worker)).length).toBe(2);
    const clips = await stored(worker);
    const clip = clips.find((c) => c.target?.quote.exact === PASSAGE);
    expect(clip).toMatchObject({
      kind: 'passage',
      page: { url: `${base}/`, title: 'Talks in Vienna', authors: ['Ann Lee'], published: '2018-11-06', language: 'en' },
    });
    expect(clip?.target?.quote.prefix.endsWith('According to it, ')).toBe(true);
    const makei = clips.find((c) => c !== clip)?.mentions.find((m) => m.entity === 'person/vladimir-makei');
    expect(makei).toMatchObject({ start: 0, surface: 'Vladimir Makei', name: 'Vladimir Makei', role: { title: 'Minister of Foreign Affairs of Belarus' } });

    // Another lead, another paragraph, a correction inside the passage.
    const corrected = PASSAGE.replace('border transit', 'cross-border transit');
    routes['/'] = article(`<p>Updated at noon.</p><div><p>A new first paragraph.</p>${BODY.replace('border transit', 'cross-border transit')}</div>`);
    await page.goto(`${base}/?utm_source=feed#top`);
    await expect.poll(async () => (await paintedClips(page)).sort()).toEqual([corrected, 'Vladimir Makei met Jean Asselborn.'].sort());
    const { x, y } = await middleOf(page, 'resume the consultations');
    await page.mouse.move(x, y - 80);
    await page.mouse.move(x, y, { steps: 3 });
    await expect(card(page)).toContainText('The page says this a little differently now.');
    expect(complaints).toEqual([]);
  });

  test('a note is written, read on hover, found at the next visit; a clip goes to the trash and comes back', async ({ context, worker, site }) => {
    const page = await context.newPage();
    await page.goto(await site({ '/': article(BODY) }));
    await kept(page, worker);
    await page.getByRole('button', { name: 'Add a note' }).click();
    await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused();
    await page.keyboard.type('Compare with *Minsk*.\nSecond line');
    await page.getByRole('textbox', { name: 'Tags' }).fill('transit, Vienna, transit');
    await page.getByRole('radio', { name: 'green' }).check();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(card(page)).toContainText('Compare with *Minsk*.');
    await page.reload();
    await expect.poll(() => paintedClips(page)).toEqual([PASSAGE]);
    expect(await page.evaluate(() => CSS.highlights.get('attache-clip-green')?.size)).toBe(1);
    expect(await page.evaluate(() => getComputedStyle(document.body, '::highlight(attache-clip-green)').backgroundColor)).toBe('rgb(168, 216, 160)');
    const { x, y } = await middleOf(page, 'resume the consultations');
    await page.mouse.click(x, y);
    await expect(card(page)).toContainText('Second line');
    await expect(card(page).getByRole('listitem')).toHaveText(['transit', 'Vienna']);
    await card(page).getByRole('button', { name: 'Delete' }).click();
    await expect.poll(() => paintedClips(page)).toEqual([]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => paintedClips(page)).toEqual([PASSAGE]);
    expect((await stored(worker))[0]).toMatchObject({ note: 'Compare with *Minsk*.\nSecond line', tags: ['transit', 'Vienna'], colour: 'green' });
    // The same passage again is the same clip.
    await select(page, PASSAGE);
    await menu(worker, page, 'clip-selection');
    await expect(page.getByRole('textbox', { name: 'Note' })).toHaveValue('Compare with *Minsk*.\nSecond line');
    expect(await stored(worker)).toHaveLength(1);
  });

  test('a passage that is gone is an orphan: said quietly, kept, and back when its text comes late', async ({ context, worker, site }) => {
    const routes = { '/': article(BODY) };
    const page = await context.newPage();
    await page.goto(await site(routes));
    await kept(page, worker);
    routes['/'] = article('<p>This article was withdrawn by the editors and replaced with a notice that says nothing else.</p>');
    await page.reload();
    const list = page.getByRole('region', { name: 'Clips on this page' });
    await expect(list).toContainText('1 clip · 1 not found');
    expect(await paintedClips(page)).toEqual([]);
    await list.locator('summary').click();
    await list.getByRole('button').click();
    await expect(card(page)).toContainText('This passage is no longer found on the page. The clip is kept.');
    await page.keyboard.press('Escape');
    await expect(card(page)).toBeHidden();
    await page.evaluate(
      (text) =>
        document.querySelector('main')?.append(Object.assign(document.createElement('p'), { textContent: `According to it, ${text} in November. Vladimir` })),
      PASSAGE,
    );
    await expect.poll(() => paintedClips(page)).toEqual([PASSAGE]);
    await expect(list).not.toContainText('not found');
  });

  test('two tabs that edit one clip do not overwrite each other', async ({ context, worker, site }) => {
    const base = await site({ '/': article(BODY) });
    const first = await context.newPage();
    await first.goto(base);
    await kept(first, worker);
    const second = await context.newPage();
    await second.goto(base);
    await expect.poll(() => paintedClips(second)).toEqual([PASSAGE]);
    const edit = async (page: Page, note: string) => {
      await page.bringToFront();
      const { x, y } = await middleOf(page, 'resume the consultations');
      await page.mouse.click(x, y);
      await card(page).getByRole('button', { name: 'Edit' }).click();
      await page.getByRole('textbox', { name: 'Note' }).fill(note);
      await page.getByRole('button', { name: 'Save' }).click();
    };
    await edit(first, 'from the first tab');
    await expect(card(first)).toContainText('from the first tab');
    await edit(second, 'from the second tab');
    await expect(second.getByRole('alert')).toContainText('changed elsewhere');
    await expect(second.getByRole('alert')).toContainText('from the first tab');
    await expect(second.getByRole('textbox', { name: 'Note' })).toHaveValue('from the second tab');
    expect((await stored(worker))[0]?.note).toBe('from the first tab');
    await second.getByRole('button', { name: 'Keep mine' }).click();
    await expect(card(second)).toContainText('from the second tab');
    expect((await stored(worker))[0]).toMatchObject({ note: 'from the second tab', revision: 2 });
  });

  test('the button beside a selection clips it, and is not there in fields or when it is switched off', async ({ context, worker, site }) => {
    const page = await context.newPage();
    await page.goto(await site({ '/': article(`${BODY}<textarea>some text in a field</textarea>`) }));
    const drag = async (text: string) => {
      const { x, y } = await middleOf(page, text);
      await page.mouse.move(x - 40, y);
      await page.mouse.down();
      await page.mouse.move(x + 60, y, { steps: 5 });
      await page.mouse.up();
    };
    await drag('behind closed doors');
    const button = page.getByRole('button', { name: 'Clip', exact: true });
    await expect(button).toBeVisible();
    await button.click();
    await expect.poll(async () => (await stored(worker)).length).toBe(1);
    await expect(button).toBeHidden();
    await page.locator('textarea').selectText();
    await page.locator('textarea').press('Shift');
    await expect(button).toBeHidden();
    await worker.evaluate(async () => {
      const { settings } = await chrome.storage.local.get<{ settings: object }>('settings');
      await chrome.storage.local.set({ settings: { ...settings, clipButton: false } });
    });
    await drag('participants');
    await expect.poll(() => page.evaluate(() => getSelection()?.toString().length)).toBeGreaterThan(3);
    await page.waitForTimeout(200);
    await expect(button).toBeHidden();
  });

  test('every clip is reached by keys, and follows a page that becomes another without loading', async ({ context, worker, site }) => {
    const page = await context.newPage();
    await page.goto(await site({ '/': article(BODY) }));
    await kept(page, worker);
    await page.reload();
    await expect.poll(() => paintedClips(page)).toEqual([PASSAGE]);
    const list = page.getByRole('region', { name: 'Clips on this page' });
    // Drawn after the passage is painted: a key that comes before finds nothing.
    await expect(list.locator('summary')).toBeVisible();
    await page.bringToFront();
    await page.keyboard.press('Tab');
    await expect(list.locator('summary')).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(card(page)).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(card(page)).toBeHidden();
    await page.evaluate(() => {
      history.pushState({}, '', '/other');
      document.querySelector('main')?.replaceChildren('Something else altogether.');
    });
    await expect.poll(() => paintedClips(page)).toEqual([]);
    await expect(list).toBeHidden();
    await page.goBack();
    await page.evaluate((html) => document.querySelector('main')?.setHTMLUnsafe(html), BODY);
    await expect.poll(() => paintedClips(page)).toEqual([PASSAGE]);
  });

  test('a page is kept once, as a bookmark with its cast, by menu or key', async ({ context, worker, site }) => {
    const page = await context.newPage();
    await page.goto(await site({ '/': article(BODY) }));
    await expect.poll(() => people(page)).toBeGreaterThan(0);
    await menu(worker, page, 'clip-page');
    await expect(page.getByRole('status')).toHaveText('Page kept in the notebook.');
    await worker.evaluate(() => (chrome.commands.onCommand as unknown as { dispatch(name: string): void }).dispatch('clip'));
    await expect(card(page)).toBeVisible();
    const clips = await stored(worker);
    expect(clips).toHaveLength(1);
    expect(clips[0]?.kind).toBe('page');
    expect(clips[0]).not.toHaveProperty('target');
    expect(clips[0]?.mentions.map((m) => [m.name, m.count])).toContainEqual(['Vladimir Makei', 1]);
  });

  test('a mention is kept from its card, with its sentence', async ({ context, worker, site }) => {
    const page = await context.newPage();
    await page.goto(await site({ '/': article(BODY) }));
    await expect.poll(() => people(page)).toBeGreaterThan(0);
    const { x, y } = await middleOf(page, 'Vladimir Makei');
    await page.mouse.click(x, y);
    await page.getByRole('dialog', { name: 'Vladimir Makei' }).getByRole('button', { name: 'Clip to the notebook' }).click();
    await expect
      .poll(async () => (await stored(worker)).map((c) => [c.kind, c.target?.quote.exact]))
      .toEqual([['mention', 'Vladimir Makei met Jean Asselborn.']]);
  });

  test('corpus mode keeps each article visited once, and nothing when it is off', async ({ context, worker, site }) => {
    const base = await site({ '/a': article(BODY), '/list': '<!doctype html><html><title>List</title><p>Vladimir Makei</p></html>' });
    const page = await context.newPage();
    const records = () =>
      worker.evaluate(
        () =>
          new Promise<{ page: { url: string }; mentions: { name: string; count: number }[]; text?: string }[]>((done) => {
            const opening = indexedDB.open('notebook');
            opening.onsuccess = () => {
              const db = opening.result;
              const all = db.transaction('records').objectStore('records').getAll();
              all.onsuccess = () => {
                db.close();
                done(all.result as never);
              };
            };
          }),
      );
    await page.goto(`${base}/a`);
    await kept(page, worker);
    await page.waitForTimeout(4000);
    expect(await records()).toEqual([]);
    await worker.evaluate(
      () =>
        new Promise<void>((done) => {
          const opening = indexedDB.open('notebook');
          opening.onsuccess = () => {
            const db = opening.result;
            const writing = db.transaction('projects', 'readwrite');
            writing.objectStore('projects').put({ id: 'p', name: 'Vienna', made: '2026-11-24T08:30:00.000Z', withText: false });
            writing.oncomplete = () => {
              db.close();
              chrome.storage.local.set({ corpus: { project: 'p', name: 'Vienna', withText: false } }).then(done);
            };
          };
        }),
    );
    await page.goto(`${base}/list`);
    await page.goto(`${base}/a`);
    await expect.poll(async () => (await records()).length, { timeout: 60_000 }).toBe(1);
    await page.reload();
    await page.waitForTimeout(4000);
    const all = await records();
    expect(all).toHaveLength(1);
    expect(all[0]?.mentions.map((m) => m.name)).toContain('Vladimir Makei');
    expect(all[0]).not.toHaveProperty('text');
  });

  for (const scheme of ['light', 'dark'] as const)
    test(`the card, the form and the list have no accessibility faults in ${scheme}`, async ({ context, worker, site }) => {
      const page = await context.newPage();
      await page.emulateMedia({ colorScheme: scheme });
      await page.goto(await site({ '/': article(BODY) }));
      await kept(page, worker);
      await page.getByRole('button', { name: 'Add a note' }).click();
      await page.getByRole('textbox', { name: 'Note' }).fill('A note');
      const faults = async () => {
        await page.waitForTimeout(300);
        return faultsOf(page, 'attache-clip');
      };
      expect(await faults()).toEqual([]);
      await page.getByRole('textbox', { name: 'Tags' }).fill('transit, Vienna');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByRole('region', { name: 'Clips on this page' }).locator('summary').press('Enter');
      await expect(card(page)).toContainText('A note');
      expect(await faults()).toEqual([]);
    });

  test('text of any script, with emoji and half a surrogate pair, is kept as it is and found again', async ({ context, worker, site }) => {
    const hostile = 'Перамовы 👩🏽‍🚀 مرحبا بالعالم cafe\u0301 \ud83d half 「東京」 <b>&amp; "quotes"';
    const page = await context.newPage();
    await page.goto(
      await site({ '/': article(`${BODY}<p id="h"></p><script>document.querySelector('#h').textContent = ${JSON.stringify(hostile)}</script>`) }),
    );
    await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('#h') as Node));
    await menu(worker, page, 'clip-selection');
    await expect.poll(async () => (await stored(worker)).length).toBe(1);
    await page.reload();
    await expect.poll(async () => (await paintedClips(page)).length).toBe(1);
    // Half a pair cannot travel to the test either: compared where it is.
    expect(await page.evaluate((text) => document.querySelector('#h')?.textContent === text, hostile)).toBe(true);
    const [clip] = await stored(worker);
    expect(clip?.target?.quote.exact.replace('\ufffd', '\ud83d')).toBe(hostile);
  });

  test('a clip whose tab was closed and whose worker died at once is kept by the next worker', async ({ context, worker, site, stopWorker }) => {
    const page = await context.newPage();
    await page.goto(await site({ '/': article(BODY) }));
    await kept(page, worker);
    await expect.poll(async () => (await stored(worker)).length).toBe(1);
    const outbox = () => worker.evaluate(async () => Object.keys(await chrome.storage.local.get(null)).filter((key) => key.startsWith('outbox:')));
    await expect.poll(outbox).toEqual([]);
    // As the page leaves it when nobody answers any more.
    const [clip] = await stored(worker);
    await worker.evaluate(
      async (left) => chrome.storage.local.set({ 'outbox:lost': { ...left, id: 'lost', note: 'nearly lost' }, 'outbox:broken': { id: 'broken' } }),
      clip,
    );
    await stopWorker();
    await page.reload();
    await expect.poll(async () => (await stored(worker)).map((c) => c.note).sort(), { timeout: 60_000 }).toEqual(['', 'nearly lost']);
    await expect.poll(outbox).toEqual([]);
  });

  test('a page that is loaded again while its clip is on its way shows it', async ({ context, worker, site }) => {
    const page = await context.newPage();
    const base = await site({ '/': article(BODY), '/other': article(BODY) });
    await page.goto(base);
    await kept(page, worker);
    await expect.poll(async () => (await stored(worker)).length).toBe(1);
    const [clip] = await stored(worker);
    if (!clip) throw new Error('nothing stored');
    // As the page leaves it when it goes before the background has begun: in no list of pages with clips.
    const left = { ...clip, id: 'on-its-way', page: { ...clip.page, url: `${base}/other` } };
    const [key = ''] = pageKeys(left.page);
    await worker.evaluate((items) => chrome.storage.local.set(items), { 'outbox:on-its-way': left, [comingKey(hostOf(key))]: [fingerprint(key)] });
    await page.goto(`${base}/other`);
    await expect.poll(() => paintedClips(page)).toEqual([PASSAGE]);
    expect((await stored(worker)).map((c) => c.id)).toContain('on-its-way');
  });

  test('a worker killed in the middle of a save, a hundred times, loses nothing and doubles nothing', async ({ context, worker, site, stopWorker }) => {
    test.setTimeout(900_000);
    const lines = Array.from({ length: 100 }, (_, i) => `Paragraph number ${i} of this long statement is kept.`);
    const page = await context.newPage();
    await page.goto(await site({ '/': article(lines.map((line) => `<p>${line}</p>`).join('')) }));
    // A small generator with a seed: the moments of the hundred deaths are the same in every run.
    let seed = 20_181_106;
    const random = () => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
      return seed / 0x7fffffff;
    };
    const button = page.getByRole('button', { name: 'Clip', exact: true });
    for (const line of lines) {
      await expect(async () => {
        await page.evaluate((text) => {
          const p = [...document.querySelectorAll('p')].find((e) => e.textContent === text);
          p?.scrollIntoView({ block: 'center' });
          getSelection()?.selectAllChildren(p as Node);
        }, line);
        await page.keyboard.press('Shift');
        await button.click({ timeout: 10_000 });
      }).toPass({ timeout: 120_000 });
      await new Promise((done) => setTimeout(done, random() * 150));
      await stopWorker();
    }
    // Asking for the page’s clips wakes the worker once more, and it takes in what is still on its way; what it says is on the disk.
    await page.reload();
    await expect.poll(async () => (await paintedClips(page)).sort(), { timeout: 180_000 }).toEqual([...lines].sort());
    const clips = await stored(worker);
    expect(clips.map((c) => c.target?.quote.exact).sort()).toEqual([...lines].sort());
  });
});

test('a page without clips costs one read: no element, no highlight, no message', async ({ context, worker, site, stopWorker }) => {
  void worker;
  const page = await context.newPage();
  const base = await site({ '/': '<!doctype html><html lang="en"><title>t</title><p>Mix the flour with water and salt.</p></html>' });
  const running = async () => {
    const session = await context.browser()?.newBrowserCDPSession();
    const { targetInfos } = (await session?.send('Target.getTargets', { filter: [{ type: 'service_worker' }] })) ?? { targetInfos: [] };
    await session?.detach();
    return targetInfos.length;
  };
  await stopWorker();
  await expect.poll(running).toBe(0);
  await page.goto(base);
  await page.waitForTimeout(1200);
  expect(await running()).toBe(0);
  expect(await page.locator('attache-clip').count()).toBe(0);
  expect(await paintedClips(page)).toEqual([]);
});
