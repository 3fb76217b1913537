/** Storage that is damaged, full, or of a browser that was closed: pages are annotated, and nothing that the reader kept is lost. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page, Worker } from '@playwright/test';
import { pageKeys } from '@/lib/notebook/address';
import { article, BODY, kept, PASSAGE, paintedClips, select, stored } from './clipping';
import { expect, launch, test, workerOf } from './fixtures';
import { middleOf, painted, people } from './look';

const set = (worker: Worker, items: Record<string, unknown>) => worker.evaluate((values) => chrome.storage.local.set(values), items);
const get = (worker: Worker, key: string) => worker.evaluate(async (name) => (await chrome.storage.local.get(name))[name] as unknown, key);

/** Puts rows into a table of the notebook past it, as a fault of the disk would. */
const put = (worker: Worker, table: string, rows: readonly object[]) =>
  worker.evaluate(
    ({ table, rows }) =>
      new Promise<void>((done, fail) => {
        const opening = indexedDB.open('notebook');
        opening.onerror = () => fail(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction(table, 'readwrite');
          for (const row of rows) writing.objectStore(table).put(row);
          writing.oncomplete = () => {
            opening.result.close();
            done();
          };
          writing.onabort = () => {
            opening.result.close();
            fail(writing.error);
          };
        };
      }),
    { table, rows },
  );

test('whatever is damaged in extension storage, the next load of a page is annotated and shows its clip', async ({ context, worker, site, complaints }) => {
  test.setTimeout(400_000);
  const base = await site({ '/': article(BODY) });
  const page = await context.newPage();
  await page.goto(base);
  await kept(page, worker);
  await expect.poll(async () => (await stored(worker)).length).toBe(1);
  const screen = (await get(worker, 'screen')) as Record<string, string>;
  const settings = (await get(worker, 'settings')) as Record<string, unknown>;
  const host = new URL(base).host;
  const huge = 'x'.repeat(1_500_000);
  const cases: Record<string, readonly unknown[]> = {
    screen: [
      7,
      'x',
      huge,
      {},
      { ...screen, version: 3 },
      { ...screen, alone: screen.alone?.slice(0, 1000) },
      // Inside, and as long as it was: it lets no name through.
      { ...screen, alone: 'A'.repeat((screen.alone?.length ?? 0) - 1).concat('=') },
      { ...screen, alone: 'not base64 at all' },
    ],
    settings: [7, huge, [], { ...settings, kinds: 'all' }, { ...settings, sites: [{ when: 'never' }] }, { sites: [] }, { ...settings, style: 'none' }],
    corrections: [7, huge, { version: 9, list: 'x' }, { version: 1, list: [7, null, { surface: 'Vladimir Makei', was: '*', where: '*', made: '' }] }],
    corpus: [7, huge, { project: 1 }],
    send: [7, huge],
    [`clips:${host}`]: [7, 'x', huge, { 0: 1 }, ['x']],
    [`coming:${host}`]: [7, huge],
    'outbox:broken': [7, huge, { id: 'broken', page: 3 }],
  };
  for (const [key, values] of Object.entries(cases))
    for (const value of values) {
      await set(worker, { [key]: value });
      await page.reload();
      const what = `${key}: ${JSON.stringify(value).slice(0, 60)}`;
      await expect.poll(() => people(page), { message: what }).toBe(2);
      await expect.poll(() => paintedClips(page), { message: what }).toEqual([PASSAGE]);
    }
  expect(await stored(worker)).toHaveLength(1);
  expect(complaints).toEqual([]);
});

test('a clip on its way that cannot be read is set aside where it can be looked at and saved', async ({ context, worker, site, stopWorker }) => {
  const page = await context.newPage();
  await page.goto(await site({ '/': article(BODY) }));
  await set(worker, { 'outbox:broken': { id: 'broken', note: 'a note that somebody wrote', page: 3 } });
  await stopWorker();
  await page.reload();
  await expect.poll(() => people(page)).toBe(2);
  await expect.poll(() => get(worker, 'outbox:broken')).toBeFalsy();
  const notebook = await context.newPage();
  await notebook.goto(`chrome-extension://${new URL(worker.url()).host}/notebook.html#/damaged`);
  await expect(notebook.getByRole('main')).toContainText('a note that somebody wrote');
});

test('records that are damaged in every table of the notebook: the others are shown, and those are told and kept', async ({
  context,
  worker,
  site,
  complaints,
}) => {
  const page = await context.newPage();
  await page.goto(await site({ '/': article(BODY) }));
  await kept(page, worker);
  await expect.poll(async () => (await stored(worker)).length).toBe(1);
  const [clip] = await stored(worker);
  if (!clip) throw new Error('nothing stored');
  const keys = pageKeys(clip.page);
  await put(worker, 'clips', [
    { ...clip, id: 'a', keys, made: 5 },
    { ...clip, id: 'b', keys, mentions: 'x' },
    { ...clip, id: 'c', keys, note: 'x'.repeat(1_200_000) },
    { id: 'd' },
    { ...clip, id: 'e', keys: 'none', note: 'without its keys' },
  ]);
  await put(worker, 'projects', [{ id: 'p', name: 7 }]);
  await put(worker, 'records', [{ id: 'r', project: 'p', key: 'k' }]);
  await put(worker, 'state', [{ key: 'last-export', value: 7 }]);
  await put(worker, 'damaged', [{ table: 'clips', id: 'z', fault: 3, when: null }]);
  await page.reload();
  await expect.poll(() => people(page)).toBe(2);
  const notebook = await context.newPage();
  const own = `chrome-extension://${new URL(worker.url()).host}`;
  await notebook.goto(`${own}/notebook.html`);
  await expect(notebook.getByRole('main')).toContainText('2 clips');
  await expect(notebook.getByText('damaged').first()).toBeVisible();
  await notebook.goto(`${own}/notebook.html#/damaged`);
  for (const id of ['a', 'b', 'c', 'd', 'z']) await expect(notebook.getByRole('listitem').filter({ hasText: `clips ${id}` })).toHaveCount(1);
  // Its keys were made anew: the page has it.
  await page.reload();
  await expect.poll(async () => (await paintedClips(page)).length).toBe(2);
  // All of it can be saved in one file, the damaged with it.
  const options = await context.newPage();
  await options.goto(`${own}/options.html`);
  const saving = options.waitForEvent('download');
  await options.getByRole('button', { name: 'Export everything' }).click();
  const file = JSON.parse(fs.readFileSync(await (await saving).path(), 'utf8'));
  expect(file.notebook.clips.map((c: { id: string }) => c.id).sort()).toEqual([clip.id, 'e'].sort());
  expect(file.notebook.damaged.map((c: { id: string }) => c.id)).toEqual(expect.arrayContaining(['a', 'b', 'c', 'd', 'z']));
  expect(complaints).toEqual([]);
});

/** Lets the extension’s own database have no more bytes, until what is given back is called: the limit holds as long as the session. */
async function full(page: Page, worker: Worker): Promise<() => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  const origin = `chrome-extension://${new URL(worker.url()).host}`;
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  // The browser remembers for some seconds how much room there was.
  const isRefused = () =>
    put(worker, 'state', [{ key: 'try', value: 1 }]).then(
      () => false,
      () => true,
    );
  await expect.poll(isRefused, { timeout: 60_000 }).toBe(true);
  return async () => {
    await session.send('Storage.overrideQuotaForOrigin', { origin });
    await session.detach();
  };
}

test.describe('with open roots', () => {
  test.use({ build: 'chrome-mv3-e2e' });

  test('no room for the notebook: a clip and a note that cannot be kept are told, nothing is lost, and it goes when there is room', async ({
    context,
    worker,
    site,
  }) => {
    test.setTimeout(300_000);
    const page = await context.newPage();
    await page.goto(await site({ '/': article(BODY) }));
    await expect.poll(() => people(page)).toBe(2);
    const room = await full(page, worker);
    await select(page, PASSAGE);
    await page.keyboard.press('Shift');
    await page.getByRole('button', { name: 'Clip', exact: true }).click();
    await expect(page.getByRole('status')).toContainText('There is no room left for the notebook.');
    expect(await stored(worker)).toEqual([]);
    expect(await people(page)).toBe(2);
    await room();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => paintedClips(page)).toEqual([PASSAGE]);
    await expect.poll(async () => (await stored(worker)).length).toBe(1);
    // A note for which there is no room any more.
    const { x, y } = await middleOf(page, 'resume the consultations');
    await page.mouse.click(x, y);
    const card = page.getByRole('dialog', { name: 'Clip' });
    await card.getByRole('button', { name: 'Edit' }).click();
    const note = 'written without room '.repeat(20_000);
    await page.getByRole('textbox', { name: 'Note' }).fill(note);
    const again = await full(page, worker);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(card.getByRole('alert')).toContainText('There is no room left for the notebook.');
    await expect(page.getByRole('textbox', { name: 'Note' })).toHaveValue(note);
    expect((await stored(worker))[0]?.note).toBe('');
    await again();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(card).toContainText('written without room');
    expect((await stored(worker))[0]?.note).toBe(note);
  });

  test('no room in extension storage: a clip and a correction are told, and go when there is room', async ({ context, worker, site }) => {
    const page = await context.newPage();
    await page.goto(await site({ '/': article(BODY) }));
    await expect.poll(() => people(page)).toBe(2);
    // As full as it can be made.
    await worker.evaluate(async () => {
      let size = 4_000_000;
      for (let n = 0; size >= 1; ) {
        try {
          await chrome.storage.local.set({ [`fill${n}`]: 'x'.repeat(size) });
          n++;
        } catch {
          size = Math.floor(size / 2);
        }
      }
    });
    await select(page, PASSAGE);
    await page.keyboard.press('Shift');
    await page.getByRole('button', { name: 'Clip', exact: true }).click();
    await expect(page.getByRole('status')).toContainText('There is no room left for the notebook.');
    const { x, y } = await middleOf(page, 'Vladimir Makei');
    await page.mouse.click(x, y);
    const card = page.getByRole('dialog', { name: 'Vladimir Makei' });
    const ignore = card.getByRole('button', { name: 'Don’t mark “Vladimir Makei”' });
    await ignore.click();
    await expect(card.getByRole('status')).toHaveText('Not kept: there is no room left in the browser’s storage.');
    expect(await people(page)).toBe(2);
    await worker.evaluate(async () => {
      const all = Object.keys(await chrome.storage.local.get(null));
      await chrome.storage.local.remove(all.filter((key) => key.startsWith('fill')));
    });
    await ignore.click();
    await expect.poll(() => people(page)).toBe(1);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => paintedClips(page)).toEqual([PASSAGE]);
    await expect.poll(async () => (await stored(worker)).length).toBe(1);
  });
});

test('the browser is closed and opened again: settings, corrections, clips and marks are back on the first page', async ({ site }) => {
  const base = await site({ '/': article(BODY) });
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'attache-again-'));
  const build = 'chrome-mv3-e2e';
  let context = await launch(profile, build);
  let worker = await workerOf(context);
  let page = await context.newPage();
  await page.goto(base);
  await kept(page, worker);
  await expect.poll(async () => (await stored(worker)).length).toBe(1);
  const { x, y } = await middleOf(page, 'Jean Asselborn');
  await page.mouse.click(x, y);
  await page.getByRole('button', { name: 'Don’t mark “Jean Asselborn”' }).click();
  await expect.poll(() => people(page)).toBe(1);
  await worker.evaluate(() => chrome.storage.sync.set({ settings: { version: 1, style: 'dotted' } }));
  await expect.poll(() => painted(page, ['dotted-person'])).toBe(1);
  await context.close();

  context = await launch(profile, build);
  page = await context.newPage();
  await page.goto(base);
  await expect.poll(() => painted(page, ['dotted-person'])).toBe(1);
  await expect.poll(() => paintedClips(page)).toEqual([PASSAGE]);
  worker = await workerOf(context);
  expect(await stored(worker)).toHaveLength(1);
  await context.close();
  fs.rmSync(profile, { recursive: true, force: true });
});
