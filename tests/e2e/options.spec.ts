import fs from 'node:fs';
import type { BrowserContext, Page, Worker } from '@playwright/test';
import { ARTICLE, openArticle, painted } from './article';
import { expectAccessible } from './axe';
import { expect, test } from './fixtures';

test.use({ build: 'chrome-mv3-e2e' });

async function openOptions(context: BrowserContext, worker: Worker): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${new URL(worker.url()).host}/options.html`);
  await expect(page.getByRole('heading', { level: 1, name: 'Options' })).toBeVisible();
  return page;
}
const stored = (worker: Worker) => worker.evaluate(async () => (await chrome.storage.sync.get<{ settings: Record<string, unknown> }>('settings')).settings);
const CORRECTION = { id: 'c1', surface: 'Vladimir Makei', was: 'person/vladimir-makei', entity: null, where: '*', made: '2026-01-05T10:00:00.000Z' };

test('a style, a kind and a density hold at once on the open page', async ({ context, worker, site, complaints }) => {
  const article = await context.newPage();
  await openArticle(article, worker, await site({ '/': ARTICLE }));
  const options = await openOptions(context, worker);
  await options.getByRole('radio', { name: 'Coloured ground' }).check();
  await expect.poll(() => painted(article, 'background-')).toEqual([4, 1]);
  await options.getByRole('radio', { name: 'The first on the page' }).check();
  await expect.poll(() => painted(article, 'background-')).toEqual([3, 1]);
  await options.getByRole('checkbox', { name: 'People', exact: true }).uncheck();
  await expect.poll(() => painted(article, 'background-')).toEqual([0, 0]);
  expect(await stored(worker)).toMatchObject({ style: 'background', density: 'page', kinds: { person: false, office: true } });
  expect(complaints).toEqual([]);
});

test('each style has a sample that is painted as on pages', async ({ context, worker }) => {
  const options = await openOptions(context, worker);
  const sizes = () =>
    options.evaluate(() => ['attache-person', 'attache-dotted-person', 'attache-background-person'].map((name) => CSS.highlights.get(name)?.size ?? 0));
  await expect.poll(sizes).toEqual([1, 1, 1]);
});

test('delay, backup, badge and clip button are kept; the page speaks the chosen language at once', async ({ context, worker }) => {
  const options = await openOptions(context, worker);
  await options.getByRole('combobox', { name: 'The pointer rests' }).selectOption('0.5 seconds');
  await options.getByRole('combobox', { name: 'Remind of a backup' }).selectOption('After 7 days');
  await options.getByRole('checkbox', { name: 'Number of people' }).uncheck();
  await options.getByRole('checkbox', { name: 'A small button' }).uncheck();
  await expect.poll(() => stored(worker)).toMatchObject({ delay: 500, backupDays: 7, badge: false, clipButton: false });
  await options.getByRole('combobox', { name: 'Language' }).selectOption('Polski');
  await expect(options.getByRole('heading', { level: 1 })).toHaveText('Ustawienia');
  await expect(options.locator('html')).toHaveAttribute('lang', 'pl');
  await expect(options.getByRole('option', { name: 'Po 7 dniach' })).toBeAttached();
  await options.reload();
  await expect(options.getByRole('combobox', { name: 'Język' })).toHaveValue('pl');
});

test('rules for sites: a wrong pattern is explained, a good one holds at once, is changed and removed', async ({ context, worker, site }) => {
  const article = await context.newPage();
  const base = await site({ '/': ARTICLE });
  await openArticle(article, worker, base);
  const options = await openOptions(context, worker);
  const pattern = options.getByRole('textbox', { name: 'Site' });
  await pattern.fill('two words');
  await options.keyboard.press('Enter');
  await expect(options.getByRole('alert')).toHaveText('A site has no spaces in it.');
  await expect(pattern).toBeFocused();
  await pattern.fill(base);
  await options.getByRole('combobox', { name: 'Read', exact: true }).selectOption('Never');
  await options.getByRole('button', { name: 'Add' }).click();
  const rule = new URL(base).host;
  await expect(options.getByRole('rowheader', { name: rule })).toBeVisible();
  await expect.poll(() => painted(article)).toEqual([0, 0]);
  await options.getByRole('combobox', { name: `Read ${rule}` }).selectOption('Always');
  await expect.poll(() => painted(article)).toEqual([4, 1]);
  await options.getByRole('group', { name: 'Sites without a rule' }).getByRole('radio', { name: 'Never' }).check();
  await expect.poll(() => stored(worker)).toMatchObject({ otherSites: 'never' });
  expect(await painted(article)).toEqual([4, 1]);
  await options.getByRole('button', { name: `Remove the rule for ${rule}` }).click();
  await expect(pattern).toBeFocused();
  await expect.poll(() => painted(article)).toEqual([0, 0]);
});

test('stored settings that are not usable are named, and mended', async ({ context, worker }) => {
  await worker.evaluate(() => chrome.storage.sync.set({ settings: { version: 1, style: 'blinking', delay: 300 } }));
  const options = await openOptions(context, worker);
  const notice = options.getByRole('alert');
  await expect(notice).toContainText('Style of marks: "blinking"');
  await expect(options.getByRole('combobox', { name: 'The pointer rests' })).toHaveValue('300');
  await notice.getByRole('button', { name: 'Keep the usual ones' }).click();
  await expect(notice).toHaveCount(0);
  expect(await stored(worker)).toMatchObject({ style: 'underline', delay: 300 });
});

test('shows the keys that the commands have, and leads to where they are changed', async ({ context, worker }) => {
  const options = await openOptions(context, worker);
  await expect(options.locator('#keys')).toContainText('Open the next mention on the page');
  await expect(options.locator('#keys')).toContainText('Alt+Shift+Period');
  const opened = context.waitForEvent('page');
  await options.getByRole('button', { name: 'Change keys' }).click();
  await (await opened).waitForURL('chrome://extensions/shortcuts');
});

test('a correction is listed, and taken back the name is marked again', async ({ context, worker, site }) => {
  await worker.evaluate((c) => chrome.storage.local.set({ corrections: { version: 1, list: [c] } }), CORRECTION);
  const article = await context.newPage();
  await article.goto(await site({ '/': ARTICLE }));
  await expect.poll(() => painted(article)).toEqual([3, 1]);
  const options = await openOptions(context, worker);
  await expect(options.getByText('“Vladimir Makei” is not marked')).toBeVisible();
  await expect(options.getByRole('listitem').filter({ hasText: 'Jan 5, 2026' })).toBeVisible();
  await options.getByRole('button', { name: 'Take back the correction of “Vladimir Makei”' }).click();
  await expect(options.getByText(/^None\./)).toBeVisible();
  await expect.poll(() => painted(article)).toEqual([4, 1]);
});

test('everything is counted, exported into one file, erased on a second word, and all works afresh', async ({ context, worker, site }) => {
  await worker.evaluate((c) => chrome.storage.local.set({ corrections: { version: 1, list: [c] } }), { ...CORRECTION, surface: 'Nobody' });
  const article = await context.newPage();
  const tab = await openArticle(article, worker, await site({ '/': ARTICLE }));
  const clipPage = () => worker.evaluate((id) => chrome.tabs.sendMessage(id, { kind: 'clip', what: 'page' }), tab);
  await clipPage();
  const options = await openOptions(context, worker);
  await options.getByRole('radio', { name: 'Dotted lines' }).check();
  const kept = options.locator('#privacy > .kept');
  await expect(kept).toContainText('1 correction');
  await expect(kept).toContainText('1 clip in the notebook');
  await expect(kept).toContainText('Your settings');
  await options.getByRole('button', { name: 'Erase everything…' }).click();
  const dialog = options.getByRole('dialog', { name: 'Erase everything?' });
  await expect(dialog).toContainText('1 clip in the notebook');
  await expect(dialog.getByRole('button', { name: 'Keep it' })).toBeFocused();
  const downloading = options.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Export it first' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^attache-everything-\d{4}-\d\d-\d\d\.json$/);
  const file = JSON.parse(fs.readFileSync(await download.path(), 'utf8'));
  expect(file).toMatchObject({ format: 'attache-everything', settings: { style: 'dotted' }, corrections: { list: [{ surface: 'Nobody' }] } });
  expect(file.notebook.clips).toMatchObject([{ kind: 'page', page: { title: 'Talks in Vienna' } }]);
  await dialog.getByRole('button', { name: 'Erase everything' }).click();
  await expect(options.getByRole('radio', { name: 'Underlines' })).toBeChecked();
  await expect(kept).toContainText('0 clips in the notebook');
  await expect(kept).toContainText('0 corrections');
  expect(await stored(worker)).toBeUndefined();
  await expect.poll(async () => (await worker.evaluate(async () => Object.keys(await chrome.storage.local.get(null)))).sort()).toEqual(['screen', 'settings']);
  await expect.poll(() => painted(article)).toEqual([4, 1]);
  await article.reload();
  await expect.poll(() => painted(article)).toEqual([4, 1]);
  await clipPage();
  await expect(kept).toContainText('1 clip in the notebook');
});

test('has no accessibility faults, with rules, corrections and the dialog', async ({ context, worker }) => {
  await worker.evaluate((c) => chrome.storage.local.set({ corrections: { version: 1, list: [c] } }), CORRECTION);
  await worker.evaluate(() =>
    chrome.storage.sync.set({ settings: { version: 1, delay: 1, sites: [{ pattern: 'a-rather-long-name.of-a-site.example.org/world', when: 'click' }] } }),
  );
  const options = await openOptions(context, worker);
  await expect(options.getByText('“Vladimir Makei” is not marked')).toBeVisible();
  await expect(options.getByRole('alert')).toBeVisible();
  await expectAccessible(options);
  await options.getByRole('button', { name: 'Erase everything…' }).click();
  await expectAccessible(options);
});
