/**
 * Painting with the CSS Custom Highlight API: the page’s DOM is not touched. The rules for `::highlight(attache-…)` come
 * with the manifest’s style sheet (`entrypoints/page.content/style.css`), which no page’s CSP stops and no DOM shows.
 * Only get, set, delete and clear are called: Firefox refuses iteration over `CSS.highlights` to content scripts.
 */
import { CERTAIN } from '../recognise/types';
import type { Mark } from './types';

const NAMES = ['attache-person', 'attache-office', 'attache-organisation', 'attache-event', 'attache-agreement', 'attache-uncertain'] as const;
const ACTIVE = 'attache-active';

/** The highlight that a mark belongs to. */
export const highlightOf = (mark: Mark): string =>
  mark.mention.confidence < CERTAIN ? 'attache-uncertain' : `attache-${mark.mention.kind === 'place' ? 'organisation' : mark.mention.kind}`;

export interface Painter {
  add(marks: Iterable<Mark>): void;
  remove(marks: Iterable<Mark>): void;
  /** Shows one mark as the one whose card is open; undefined: none. */
  activate(mark: Mark | undefined): void;
  clear(): void;
}

export function createPainter(): Painter {
  const highlights = new Map(NAMES.map((name) => [name as string, new Highlight()]));
  const active = new Highlight();
  active.priority = 1;
  for (const [name, highlight] of highlights) CSS.highlights.set(name, highlight);
  CSS.highlights.set(ACTIVE, active);
  return {
    add(marks) {
      for (const mark of marks) highlights.get(highlightOf(mark))?.add(mark.range);
    },
    remove(marks) {
      for (const mark of marks) highlights.get(highlightOf(mark))?.delete(mark.range);
    },
    activate(mark) {
      active.clear();
      if (mark) active.add(mark.range);
    },
    clear() {
      for (const name of [...NAMES, ACTIVE]) CSS.highlights.delete(name);
    },
  };
}
