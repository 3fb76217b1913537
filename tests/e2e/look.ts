/** What is to be seen on a page: which text the extension marked, and where text stands on the screen. */
import type { Frame, Page } from '@playwright/test';

export const KINDS = ['person', 'office', 'organisation', 'event', 'agreement', 'uncertain'] as const;

/** How many ranges are painted: the page sees the registry of highlights, though not who fills it. */
export const painted = (page: Page | Frame, kinds: readonly string[] = KINDS): Promise<number> =>
  page.evaluate((all) => all.reduce((sum, kind) => sum + (CSS.highlights.get(`attache-${kind}`)?.size ?? 0), 0), [...kinds]);

/** How many marks of people. */
export const people = (page: Page | Frame): Promise<number> => painted(page, ['person']);

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

/** The middle of the first line of a stretch of text, which is scrolled to when it is not well in sight. */
export const middleOf = (page: Page, text: string): Promise<Place> =>
  page.evaluate((wanted) => {
    /** Room for a card or a hand beside it, in CSS pixels. */
    const room = 120;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      const range = new Range();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const first = () => range.getClientRects()[0];
      const before = first();
      if (before && (before.top < room || before.bottom > innerHeight - room)) node.parentElement?.scrollIntoView({ block: 'center' });
      const box = first();
      if (box) return { x: box.left + box.width / 2, y: box.top + box.height / 2, left: box.left, top: box.top, bottom: box.bottom };
    }
    throw new Error(`no “${wanted}” on the page`);
  }, text);
