/**
 * Painting with the CSS Custom Highlight API: the page’s DOM is not touched. The rules for `::highlight(attache-…)` come
 * with the manifest’s style sheet (`entrypoints/page.content/style.css`), which no page’s CSP stops and no DOM shows; the style
 * that the reader chose is part of the highlight’s name. Only get, set, delete and clear are called: Firefox refuses iteration over
 * `CSS.highlights` to content scripts.
 */
import { CERTAIN } from '../recognise/types';
import type { Settings } from '../settings/settings';
import type { Mark } from './types';

export type MarkStyle = Settings['style'];

const KINDS = ['person', 'office', 'organisation', 'event', 'agreement', 'uncertain'] as const;
const ACTIVE = 'attache-active';
const FLASH = 'attache-flash';

/** The kind of line a mark gets: of its kind, or of what is not certain. */
export const lineOf = ({ mention }: Mark): (typeof KINDS)[number] =>
  mention.confidence < CERTAIN ? 'uncertain' : mention.kind === 'place' ? 'organisation' : mention.kind;

/** The name of a highlight; undefined in styles that paint no text. */
const nameOf = (line: string, style: MarkStyle): string | undefined =>
  style === 'underline' ? `attache-${line}` : style === 'dotted' || style === 'background' ? `attache-${style}-${line}` : undefined;

export interface Painter {
  /** Paints just these. */
  show(marks: Iterable<Mark>): void;
  /** Changes the style of all that is painted. */
  restyle(style: MarkStyle): void;
  /** Shows one mark as the one whose card is open; undefined: none. */
  activate(mark: Mark | undefined): void;
  /** Draws the eye to a mark for a moment. */
  flash(mark: Mark): void;
  clear(): void;
}

/** How long a flash stays, in milliseconds. */
const FLASH_FOR = 1600;

export function createPainter(style: MarkStyle): Painter {
  const highlights = new Map(KINDS.map((line) => [line as string, new Highlight()]));
  const active = new Highlight();
  active.priority = 2;
  const flashed = new Highlight();
  flashed.priority = 3;
  let painted = new Set<Mark>();
  let used: MarkStyle = style;
  let fading: ReturnType<typeof setTimeout> | undefined;
  const register = (to: boolean) => {
    for (const [line, highlight] of highlights) {
      const name = nameOf(line, used);
      if (name === undefined) continue;
      if (to) CSS.highlights.set(name, highlight);
      else CSS.highlights.delete(name);
    }
  };
  register(true);
  CSS.highlights.set(ACTIVE, active);
  CSS.highlights.set(FLASH, flashed);
  return {
    show(marks) {
      const wanted = new Set(marks);
      for (const mark of painted) if (!wanted.has(mark)) highlights.get(lineOf(mark))?.delete(mark.range);
      for (const mark of wanted) if (!painted.has(mark)) highlights.get(lineOf(mark))?.add(mark.range);
      painted = wanted;
    },
    restyle(next) {
      register(false);
      used = next;
      register(true);
    },
    activate(mark) {
      active.clear();
      if (mark) active.add(mark.range);
    },
    flash(mark) {
      clearTimeout(fading);
      flashed.clear();
      flashed.add(mark.range);
      fading = setTimeout(() => flashed.clear(), FLASH_FOR);
    },
    clear() {
      clearTimeout(fading);
      register(false);
      for (const name of [ACTIVE, FLASH]) CSS.highlights.delete(name);
      painted = new Set();
    },
  };
}
