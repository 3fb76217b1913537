import type { BrowserContext, Page, Worker } from '@playwright/test';
import { faultsOf } from './axe';
import { expect, test } from './fixtures';

test.use({ build: 'chrome-mv3-e2e' });

async function openExplorer(context: BrowserContext, worker: Worker, hash = ''): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${new URL(worker.url()).host}/explorer.html${hash}`);
  await expect(page.locator('main')).toHaveAttribute('aria-busy', 'false');
  return page;
}
const hits = (page: Page) => page.getByRole('listbox', { name: 'Found' }).getByRole('option');

test('tells what the dataset covers before anything is asked', async ({ context, worker, complaints }) => {
  const page = await openExplorer(context, worker);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What Attaché knows');
  await expect(page.getByRole('main')).toContainText(/\d,\d{3} tenures of offices/);
  await page.getByRole('link', { name: /Agreements/ }).click();
  await expect(page.getByRole('status')).toHaveText(/\d+ found/);
  await expect(page.getByRole('button', { name: 'Agreements' })).toHaveAttribute('aria-pressed', 'true');
  expect(complaints).toEqual([]);
});

test('finds a person in any script as one types, and opens the page by keyboard', async ({ context, worker }) => {
  const page = await openExplorer(context, worker);
  const search = page.getByRole('combobox', { name: 'Search the dataset' });
  await page.keyboard.press('/');
  await expect(search).toBeFocused();
  await search.pressSequentially('Лукашэ');
  await expect(hits(page).first()).toContainText('Alexander Lukashenko');
  await search.fill('lukasz');
  await expect(hits(page).filter({ hasText: 'Alexander Lukashenko' })).toBeVisible();
  await search.fill('makei');
  await expect(hits(page).first()).toContainText('Vladimir Makei');
  await page.keyboard.press('ArrowDown');
  await expect(hits(page).first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/person\/vladimir-makei$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Vladimir Makei' })).toBeFocused();
});

test('a person’s page has native name, sentence, offices as bars in a table, events, sources', async ({ context, worker }) => {
  const page = await openExplorer(context, worker, '#/person/vladimir-makei');
  await expect(page).toHaveTitle('Vladimir Makei — Attaché');
  const main = page.getByRole('main');
  await expect(main).toContainText('Уладзімір Макей');
  await expect(main).toContainText('Belarusian diplomat');
  const row = page
    .getByRole('table', { name: /Offices held/ })
    .getByRole('row')
    .filter({ hasText: 'Minister of Foreign Affairs of Belarus' });
  await expect(row).toContainText('Aug 20, 2012 – Nov 26, 2022');
  const bar = await row.locator('rect.sure').boundingBox();
  expect(bar?.width).toBeGreaterThan(100);
  await expect(main.getByRole('heading', { level: 2, name: 'Events' })).toBeVisible();
  await expect(main.getByRole('link', { name: /Wikipedia: Vladimir Makei/ })).toHaveAttribute('href', 'https://en.wikipedia.org/wiki/Vladimir_Makei');
});

test('links lead from person to office to the next holder, and the browser’s back and forward follow', async ({ context, worker }) => {
  const page = await openExplorer(context, worker, '#/person/vladimir-makei');
  await page.getByRole('main').getByRole('link', { name: 'Minister of Foreign Affairs of Belarus', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Minister of Foreign Affairs of Belarus');
  await page.getByRole('table').getByRole('link', { name: 'Sergei Aleinik' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sergei Aleinik');
  await page.goBack();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vladimir Makei');
  await page.goForward();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Minister of Foreign Affairs of Belarus');
});

test('filters by kind and country stand in the address, which finds the same again', async ({ context, worker }) => {
  const page = await openExplorer(context, worker);
  await page.getByRole('button', { name: 'Offices' }).click();
  await page.getByRole('combobox', { name: 'Country' }).selectOption('pl');
  await page.getByRole('combobox', { name: 'Search the dataset' }).fill('minister');
  await expect(hits(page).first()).toContainText('Poland');
  const found = await hits(page).allTextContents();
  await page.reload();
  await expect(hits(page)).toHaveCount(found.length);
  expect(await hits(page).allTextContents()).toEqual(found);
});

test('an event, an agreement and an organisation have their pages; what is not there is said', async ({ context, worker }) => {
  const page = await openExplorer(context, worker, '#/event/2018-mitchell-minsk');
  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { name: 'Participants' })).toBeVisible();
  await page.goto(`${page.url().split('#')[0]}#/agreement/abm-treaty`);
  await expect(page.getByRole('table', { name: /Status over time/ })).toContainText('in force');
  await expect(main.getByRole('heading', { name: 'Signatories' })).toBeVisible();
  await page.goto(`${page.url().split('#')[0]}#/organisation/osce`);
  await expect(main.getByRole('link', { name: /Secretary General/ }).first()).toBeVisible();
  await page.goto(`${page.url().split('#')[0]}#/person/nobody-at-all`);
  await expect(main).toContainText('person/nobody-at-all');
});

test('speaks the chosen language, names included', async ({ context, worker }) => {
  await worker.evaluate(() => chrome.storage.sync.set({ settings: { version: 1, language: 'be' } }));
  const page = await openExplorer(context, worker, '#/person/vladimir-makei');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Уладзімір Макей');
  await expect(page.getByRole('heading', { name: 'Крыніцы' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'be');
});

test('is painted and searched quickly', async ({ context, worker }) => {
  const page = await openExplorer(context, worker);
  const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.POSITIVE_INFINITY);
  const search = page.getByRole('combobox', { name: 'Search the dataset' });
  await search.fill('foreign minister');
  await expect(page.getByRole('status')).toHaveText(/found/);
  const times = await page.evaluate(async () => {
    const input = document.querySelector<HTMLInputElement>('[type=search]');
    const times: number[] = [];
    for (const text of ['m', 'мин', 'Лукашэ', 'foreign minister of bel', 'president', 'osce', 'zz']) {
      const before = performance.now();
      if (input) input.value = text;
      input?.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      times.push(performance.now() - before);
    }
    return times;
  });
  console.log(`first paint ${Math.round(paint)} ms; from key to paint ${times.map((t) => Math.round(t)).join(', ')} ms`);
  // Measured on a quiet machine: see the bench. Here only that nothing is slower by an order.
  expect(paint).toBeLessThan(1500);
  expect(Math.max(...times)).toBeLessThan(500);
});

for (const [scheme, forcedColors] of [
  ['light', 'none'],
  ['dark', 'none'],
  ['dark', 'active'],
] as const) {
  test(`has no accessibility faults in ${forcedColors === 'active' ? 'forced colours' : scheme}, wide and narrow`, async ({ context, worker }) => {
    const page = await openExplorer(context, worker);
    await page.emulateMedia({ colorScheme: scheme, forcedColors });
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('combobox', { name: 'Search the dataset' }).fill('minister');
    await expect(hits(page).first()).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 400, height: 900 });
    for (const id of ['person/vladimir-makei', 'office/by/foreign-minister', 'event/2018-mitchell-minsk', 'agreement/abm-treaty', 'place/by']) {
      await page.goto(`${page.url().split('#')[0]}#/${id}`);
      await expect(page.getByRole('article')).toBeVisible();
      expect(await faultsOf(page), id).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${id} is wider than the window`).toBeLessThanOrEqual(400);
    }
  });
}
