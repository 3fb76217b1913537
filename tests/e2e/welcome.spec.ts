import type { BrowserContext, Page } from '@playwright/test';
import { expectAccessible } from './axe';
import { expect, test } from './fixtures';
import { middleOf, people } from './look';

test.use({ build: 'chrome-mv3-e2e', firstRun: true });

const opened = (context: BrowserContext) => context.pages().filter((page) => page.url().endsWith('/welcome.html'));
async function firstRun(context: BrowserContext): Promise<Page> {
  await expect.poll(() => opened(context).length).toBe(1);
  const page = opened(context)[0] as Page;
  await expect.poll(() => people(page)).toBeGreaterThan(4);
  await page.bringToFront();
  return page;
}

test('opens once, at the install and not at an update', async ({ context, worker }) => {
  await firstRun(context);
  await worker.evaluate(async () => {
    const { onInstalled } = chrome.runtime as unknown as { onInstalled: { dispatch(details: { reason: string }): void } };
    onInstalled.dispatch({ reason: 'update' });
    onInstalled.dispatch({ reason: 'chrome_update' });
    // What a listener opens is there when a tab opened after it is.
    const tab = await chrome.tabs.create({ url: 'about:blank' });
    await chrome.tabs.remove(tab.id ?? 0);
  });
  expect(opened(context)).toHaveLength(1);
});

test('its sample has real marks and the real card, by pointer, click and Escape', async ({ context, worker, complaints }) => {
  const page = await firstRun(context);
  expect(worker.url()).toContain('background');
  const { x, y } = await middleOf(page, 'Makei');
  await page.mouse.move(x - 30, y + 60);
  await page.mouse.move(x, y, { steps: 4 });
  const card = page.getByRole('dialog', { name: 'Vladimir Makei' });
  await expect(card).toContainText('Minister of Foreign Affairs of Belarus');
  await expect(card).toContainText('Oct 31, 2018');
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  const title = await middleOf(page, 'Secretary General');
  await page.mouse.click(title.x, title.y);
  await expect(page.getByRole('dialog', { name: 'Thomas Greminger' })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a mention is reached by keyboard, with the page’s buttons and with the command', async ({ context, worker }) => {
  const page = await firstRun(context);
  await page.getByRole('button', { name: 'Next mention' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'A. Wess Mitchell' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Next mention' })).toBeFocused();
  await worker.evaluate(() => (chrome.commands.onCommand as unknown as { dispatch(command: string): void }).dispatch('next-mention'));
  await expect(page.getByRole('dialog', { name: 'A. Wess Mitchell' })).toBeVisible();
});

test('follows the reader’s style and language', async ({ context, worker }) => {
  const page = await firstRun(context);
  await worker.evaluate(() => chrome.storage.sync.set({ settings: { version: 1, style: 'background' } }));
  await expect.poll(() => page.evaluate(() => CSS.highlights.get('attache-background-person')?.size ?? 0)).toBeGreaterThan(4);
  await worker.evaluate(() => chrome.storage.sync.set({ settings: { version: 1, language: 'be' } }));
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Вітаем у Attaché');
  await expect.poll(() => people(page)).toBeGreaterThan(4);
});

test('has no accessibility faults, with an open card too', async ({ context, worker }) => {
  const page = await firstRun(context);
  expect(worker.url()).toContain('background');
  await expectAccessible(page);
  await page.setViewportSize({ width: 1000, height: 900 });
  await page.getByRole('button', { name: 'Next mention' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page);
});
