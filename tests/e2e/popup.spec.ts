import type { BrowserContext, Page, Worker } from '@playwright/test';
import { ARTICLE, openArticle, painted, tabOf } from './article';
import { expectAccessible } from './axe';
import { expect, test } from './fixtures';

test.use({ build: 'chrome-mv3-e2e' });

async function openPopup(context: BrowserContext, worker: Worker, tab: number): Promise<Page> {
  const popup = await context.newPage();
  await popup.goto(`chrome-extension://${new URL(worker.url()).host}/popup.html?tab=${tab}`);
  await expect(popup.getByRole('main')).toHaveAttribute('aria-busy', 'false');
  return popup;
}
const badge = (worker: Worker, tabId: number) => worker.evaluate((tabId) => chrome.action.getBadgeText({ tabId }), tabId);
const rules = (worker: Worker) => worker.evaluate(async () => (await chrome.storage.sync.get<{ settings: { sites: unknown } }>('settings')).settings.sites);

test('is what the toolbar button opens', async ({ worker }) => {
  expect(await worker.evaluate(() => chrome.action.getPopup({}))).toMatch(/popup\.html$/);
  expect(await worker.evaluate(() => chrome.action.getTitle({}))).toBe('Attaché');
});

test('says who is on the page; a site that is never read loses its marks at once, in frames too', async ({ context, worker, site, complaints }) => {
  const article = await context.newPage();
  const base = await site({ '/': ARTICLE });
  const tab = await openArticle(article, worker, base);
  const popup = await openPopup(context, worker, tab);
  await expect(popup.getByText(/^3 people, \d+ marks$/)).toBeVisible();
  await expect.poll(() => badge(worker, tab)).toBe('3');
  await popup.getByRole('radio', { name: 'Never' }).check();
  await expect(popup.getByText('This site is not read.')).toBeVisible();
  await expect.poll(() => painted(article)).toEqual([0, 0]);
  await expect.poll(() => badge(worker, tab)).toBe('');
  expect(await rules(worker)).toEqual([{ pattern: new URL(base).host, when: 'never' }]);
  await article.reload();
  await popup.getByRole('radio', { name: 'Always' }).check();
  await expect.poll(() => painted(article)).toEqual([4, 1]);
  await expect(popup.getByText(/^3 people/)).toBeVisible();
  expect(await rules(worker)).toEqual([]);
  expect(complaints).toEqual([]);
});

test('a site on click is read when it is asked for, with its frames', async ({ context, worker, site }) => {
  const article = await context.newPage();
  const tab = await openArticle(article, worker, await site({ '/': ARTICLE }));
  const popup = await openPopup(context, worker, tab);
  await popup.getByRole('radio', { name: 'Only on click' }).check();
  await expect.poll(() => painted(article)).toEqual([0, 0]);
  await article.reload();
  await expect(popup.getByText('This page has not been read.')).toBeVisible();
  await popup.getByRole('button', { name: 'Read this page now' }).click();
  await expect.poll(() => painted(article)).toEqual([4, 1]);
  await expect(popup.getByText(/^3 people/)).toBeVisible();
});

test('the style of marks changes on the open page', async ({ context, worker, site }) => {
  const article = await context.newPage();
  const tab = await openArticle(article, worker, await site({ '/': ARTICLE }));
  const popup = await openPopup(context, worker, tab);
  await popup.getByRole('combobox', { name: 'Style of marks' }).selectOption('Dotted lines');
  await expect.poll(() => painted(article, 'dotted-')).toEqual([4, 1]);
  expect(await painted(article)).toEqual([0, 0]);
});

test('a page where no script may run is explained, and can be loaded again', async ({ context, worker }) => {
  const page = await context.newPage();
  await page.goto('chrome://version');
  const popup = await openPopup(context, worker, await tabOf(page, worker));
  await expect(popup.getByText(/can’t see this page/)).toBeVisible();
  await expect(popup.getByRole('group', { name: /Read pages of/ })).toHaveCount(0);
  const loaded = page.waitForEvent('load');
  await popup.getByRole('button', { name: 'Reload the page' }).click();
  await loaded;
});

test('corpus mode: a new project, its records, the toolbar button, and off again', async ({ context, worker, site }) => {
  const article = await context.newPage();
  const base = await site({ '/': ARTICLE, '/plain': '<!doctype html><html lang="en"><title>t</title><p>Mix flour with water.</p></html>' });
  await article.goto(`${base}/plain`);
  const tab = await tabOf(article, worker);
  const popup = await openPopup(context, worker, tab);
  await popup.getByText('Corpus mode').click();
  await popup.getByRole('button', { name: 'Start recording' }).click();
  await expect(popup.getByRole('textbox', { name: 'Name of the project' })).toBeFocused();
  await popup.getByRole('textbox', { name: 'Name of the project' }).fill('Vienna talks');
  await popup.getByRole('checkbox', { name: 'Keep the text of articles too' }).check();
  await popup.keyboard.press('Enter');
  await expect(popup.getByText('Visits are recorded for “Vienna talks”.')).toBeVisible();
  await expect(popup.getByText('The text of articles is kept too.')).toBeVisible();
  await expect.poll(() => badge(worker, tab)).toBe('●');
  await article.bringToFront();
  await article.goto(base);
  await expect(popup.getByText('1 record so far.')).toBeVisible({ timeout: 60_000 });
  await popup.getByRole('button', { name: 'Stop recording' }).click();
  // It folds up when it is off.
  await popup.getByText('Corpus mode').click();
  await expect(popup.getByRole('combobox', { name: 'Project' })).toHaveValue(/.+/);
  expect(await worker.evaluate(async () => 'corpus' in (await chrome.storage.local.get('corpus')))).toBe(false);
});

test('the number on the button goes and comes with its setting, on open tabs', async ({ context, worker, site }) => {
  const article = await context.newPage();
  const tab = await openArticle(article, worker, await site({ '/': ARTICLE }));
  await expect.poll(() => badge(worker, tab)).toBe('3');
  await worker.evaluate(() => chrome.storage.sync.set({ settings: { version: 1, badge: false } }));
  await expect.poll(() => badge(worker, tab)).toBe('');
  await worker.evaluate(() => chrome.storage.sync.set({ settings: { version: 1, badge: true } }));
  await expect.poll(() => badge(worker, tab)).toBe('3');
});

test('the buttons lead to the other pages, and the popup goes', async ({ context, worker, site }) => {
  const article = await context.newPage();
  const tab = await openArticle(article, worker, await site({ '/': ARTICLE }));
  for (const [name, file] of [
    ['Notebook', 'notebook'],
    ['Dataset', 'explorer'],
    ['Options', 'options'],
    ['How it works', 'welcome'],
  ] as const) {
    const popup = await openPopup(context, worker, tab);
    const gone = popup.waitForEvent('close');
    const opened = context.waitForEvent('page');
    await popup.getByRole('button', { name }).click();
    await (await opened).waitForURL(`**/${file}.html`);
    await gone;
    await (await opened).close();
  }
});

test('has no accessibility faults, and everything is reached by keyboard', async ({ context, worker, site }) => {
  const article = await context.newPage();
  const tab = await openArticle(article, worker, await site({ '/': ARTICLE }));
  const popup = await openPopup(context, worker, tab);
  await popup.getByText('Corpus mode').click();
  await expectAccessible(popup);
  await popup.keyboard.press('Shift+Tab');
  await popup.getByRole('radio', { name: 'Always' }).focus();
  await popup.keyboard.press('ArrowRight');
  await popup.keyboard.press('ArrowRight');
  await expect(popup.getByText('This site is not read.')).toBeVisible();
  await expectAccessible(popup);
});
