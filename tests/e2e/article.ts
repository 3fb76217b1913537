/** An article with a frame, and what is painted on it. */
import { expect, type Page, type Worker } from '@playwright/test';

const INNER = '<p>Sergey Lavrov spoke after him.</p>';
export const ARTICLE = `<!doctype html><html lang="en"><title>Talks</title><meta name="date" content="2018-11-06"><meta property="og:type" content="article"><main><h1>Talks in Vienna</h1>
  <p>Vladimir Makei met Jean Asselborn and the OSCE Secretary General in Vienna.</p><p>Makei spoke first.</p></main><iframe srcdoc="${INNER}"></iframe></html>`;

/** How many marks of people are painted in the page and in its frames, in one style. */
export const painted = async (page: Page, style = ''): Promise<number[]> =>
  Promise.all(page.frames().map((frame) => frame.evaluate((name) => CSS.highlights.get(name)?.size ?? 0, `attache-${style}person`)));

/** Opens it and waits until page and frame are marked. Gives back the page and its tab’s number. */
export async function openArticle(page: Page, worker: Worker, url: string): Promise<number> {
  await page.goto(url);
  await expect.poll(() => painted(page)).toEqual([4, 1]);
  return tabOf(page, worker);
}

export async function tabOf(page: Page, worker: Worker): Promise<number> {
  await page.bringToFront();
  return worker.evaluate(async () => (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id ?? 0);
}
