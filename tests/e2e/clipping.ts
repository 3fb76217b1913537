/** Clipping on a page as a reader does it, and what of it is painted and on the disk. */
import { expect, type Page, type Worker } from '@playwright/test';
import type { Clip } from '@/lib/notebook/types';

export const PASSAGE = 'the two ministers agreed to resume the consultations on border transit';
export const article = (body: string, head = '') =>
  `<!doctype html><html lang="en"><title>Talks</title><meta name="date" content="2018-11-06"><meta property="og:type" content="article">${head}
  <style>body { font: 17px/1.6 Georgia, serif; max-width: 38em; margin: 3em auto; padding: 0 1em } :root { color-scheme: light dark }</style>
  <main><h1>Talks in Vienna</h1>${body}</main></html>`;
export const BODY = `<p>After three hours behind closed doors the press service published a statement.</p>
  <p>According to it, ${PASSAGE.replace('agreed', '<b>agreed</b>')} in November. Vladimir Makei met Jean Asselborn.</p>
  <p>Neither side named the participants of the next round.</p>`;

/** Selects a stretch of the page’s text, also across elements. */
export const select = (page: Page, text: string) =>
  page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node as Text);
    const all = nodes.map((n) => n.data).join('');
    const at = all.indexOf(wanted);
    if (at < 0) throw new Error(`no “${wanted}” on the page`);
    const range = new Range();
    let passed = 0;
    for (const node of nodes) {
      if (at >= passed && at < passed + node.length) range.setStart(node, at - passed);
      if (at + wanted.length > passed && at + wanted.length <= passed + node.length) range.setEnd(node, at + wanted.length - passed);
      passed += node.length;
    }
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
  }, text);

/** A click on the extension’s item of the context menu, as the browser reports it. */
export const menu = async (worker: Worker, page: Page, item: 'clip-selection' | 'clip-page') => {
  await page.bringToFront();
  await worker.evaluate(async (menuItemId) => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    (chrome.contextMenus.onClicked as unknown as { dispatch(info: object, tab: unknown): void }).dispatch({ menuItemId, frameId: 0 }, tab);
  }, item);
};

/** What is on the disk. */
export const stored = (worker: Worker): Promise<Clip[]> =>
  worker.evaluate(
    () =>
      new Promise<Clip[]>((done, fail) => {
        const opening = indexedDB.open('notebook');
        opening.onerror = () => fail(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          if (!db.objectStoreNames.contains('clips')) {
            db.close();
            return done([]);
          }
          const all = db.transaction('clips').objectStore('clips').getAll();
          all.onsuccess = () => {
            db.close();
            done(all.result as Clip[]);
          };
        };
      }),
  );

/** How many clips are painted; what text they cover. */
export const paintedClips = (page: Page) =>
  page.evaluate(() =>
    ['yellow', 'green', 'blue', 'pink', 'violet'].flatMap((colour) => {
      const highlight = CSS.highlights.get(`attache-clip-${colour}`);
      return [...(highlight ?? [])].map((range) => {
        const live = new Range();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        return live.toString();
      });
    }),
  );

export const kept = async (page: Page, worker: Worker, text = PASSAGE) => {
  await select(page, text);
  await menu(worker, page, 'clip-selection');
  await expect.poll(() => paintedClips(page)).toContain(text);
};
