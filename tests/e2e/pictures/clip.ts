/** A clip with its note, at the next visit. */
import type { Stage } from './stage';

const PASSAGE = 'We would be content to be a place where people talk.';

export async function take({ context, worker, article, shoot }: Stage): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    const page = await context.newPage();
    await page.setViewportSize({ width: 1000, height: 560 });
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto(article);
    const find = () =>
      page.evaluate((wanted) => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.textContent?.indexOf(wanted) ?? -1;
          if (at < 0) continue;
          getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
          node.parentElement?.scrollIntoView({ block: 'center' });
          const box = getSelection()?.getRangeAt(0).getClientRects()[0];
          return { x: (box?.left ?? 0) + 40, y: (box?.top ?? 0) + 8 };
        }
        throw new Error(`no “${wanted}” in the article`);
      }, PASSAGE);
    const painted = () => page.waitForFunction(() => ['yellow', 'green'].some((c) => (CSS.highlights.get(`attache-clip-${c}`)?.size ?? 0) > 0));
    if (scheme === 'light') {
      await page.bringToFront();
      await page.waitForFunction(() => (CSS.highlights.get('attache-person')?.size ?? 0) > 5);
      await find();
      await worker.evaluate(async () => {
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        await chrome.tabs.sendMessage(tab?.id ?? 0, { kind: 'clip', what: 'selection' });
      });
      await painted();
      await worker.evaluate(
        (note) =>
          new Promise<void>((done) => {
            const opening = indexedDB.open('notebook');
            opening.onsuccess = () => {
              const writing = opening.result.transaction('clips', 'readwrite');
              const clips = writing.objectStore('clips');
              const all = clips.getAll();
              all.onsuccess = () => {
                for (const clip of all.result) clips.put({ ...clip, note, tags: ['neutrality', 'wording'] });
              };
              writing.oncomplete = () => {
                opening.result.close();
                done();
              };
            };
          }),
        'Compare with the communiqué of 2016: neutrality was not in it yet.',
      );
      await page.reload();
    }
    await painted();
    const { x, y } = await find();
    await page.evaluate(() => getSelection()?.removeAllRanges());
    await page.mouse.click(x, y);
    await page.waitForTimeout(500);
    await shoot(page, `clip-${scheme}`);
    await page.close();
  }
}
