/**
 * The clips of a page in their places: found, painted as CSS highlights of static ranges, found again when the page changes. The rules for
 * `::highlight` are in the manifest’s style sheet. Those that are not found are orphans.
 */
import { findQuote } from './find';
import { type PageText, readPageText } from './page-text';
import { type Clip, COLOURS, type Colour, type Target } from './types';
import { nodeAt } from './xpath';

export interface Placed {
  readonly clip: Clip;
  readonly range: StaticRange;
  /** `context` and `approximate`: the page says something a little different by now. */
  readonly how: 'exact' | 'context' | 'approximate';
  /** The text in its place, white space collapsed: to see whether it is still there. */
  readonly said: string;
}

export interface InPlace {
  /** Takes these for the page’s clips, and finds those that are new or changed their colour. */
  show(clips: readonly Clip[]): void;
  /** The page changed: looks whether all are still there, and for the lost ones. Gives back whether anything is otherwise now. */
  again(): boolean;
  placed(): readonly Placed[];
  orphans(): readonly Clip[];
  /** The clip under a point of the window; of several the shortest. */
  at(x: number, y: number): Placed | undefined;
  /** Marks one as the one that is shown; undefined: none. */
  activate(clip: Clip | undefined): void;
  clear(): void;
}

/** How often the costly search is tried for one clip while the page changes. */
const TRIES = 6;

const nameOf = (colour: Colour): string => `attache-clip-${colour}`;
const ACTIVE = 'attache-clip-active';

export function createInPlace(document: Document): InPlace {
  let clips: readonly Clip[] = [];
  const places = new Map<string, Placed>();
  const tries = new Map<string, number>();
  let painted = false;
  let active: string | undefined;

  const paint = () => {
    if (places.size === 0 && !painted) return;
    painted = true;
    const all = [...places.values()];
    for (const colour of COLOURS) {
      const highlight = new Highlight(...all.filter((p) => p.clip.colour === colour).map((p) => p.range));
      // Under the marks of names.
      highlight.priority = -1;
      CSS.highlights.set(nameOf(colour), highlight);
    }
    const shown = active === undefined ? undefined : places.get(active);
    CSS.highlights.set(ACTIVE, new Highlight(...(shown ? [shown.range] : [])));
  };

  const look = () => {
    const wanted = clips.filter((clip) => clip.target && !places.has(clip.id));
    if (wanted.length === 0) return;
    let page: PageText | undefined;
    for (const clip of wanted) {
      if (!clip.target) continue;
      page ??= readPageText(document.body ?? document.documentElement);
      const tried = tries.get(clip.id) ?? 0;
      const range = byPath(document, clip.target, page) ?? byQuote(page, clip.target, tried >= TRIES);
      tries.set(clip.id, tried + 1);
      if (range) places.set(clip.id, { clip, ...range });
    }
  };

  return {
    show(given) {
      clips = given;
      const ids = new Map(given.map((clip) => [clip.id, clip]));
      for (const [id, place] of places) {
        const clip = ids.get(id);
        if (clip) places.set(id, { ...place, clip });
        else places.delete(id);
      }
      look();
      paint();
    },
    again() {
      let changed = false;
      for (const [id, place] of places)
        if (textOf(place.range) !== place.said) {
          places.delete(id);
          changed = true;
        }
      const left = places.size;
      look();
      changed ||= places.size !== left;
      if (changed) paint();
      return changed;
    },
    placed: () =>
      [...places.values()].sort((a, b) => {
        if (a.range.startContainer === b.range.startContainer) return a.range.startOffset - b.range.startOffset;
        return a.range.startContainer.compareDocumentPosition(b.range.startContainer) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
      }),
    orphans: () => clips.filter((clip) => clip.target && !places.has(clip.id)),
    at(x, y) {
      const hit = [...places.values()].filter((place) => rectsOf(place.range).some((r) => x >= r.left && x <= r.right && y >= r.top && y <= r.bottom));
      return hit.sort((a, b) => a.said.length - b.said.length)[0];
    },
    activate(clip) {
      if (active === clip?.id) return;
      active = clip?.id;
      paint();
    },
    clear() {
      clips = [];
      places.clear();
      tries.clear();
      for (const colour of COLOURS) CSS.highlights.delete(nameOf(colour));
      CSS.highlights.delete(ACTIVE);
      painted = false;
    },
  };
}

type Place = Pick<Placed, 'range' | 'how' | 'said'>;

/** Where it was, when it still says the same there and stands between the same words: the usual case, without a search. */
function byPath(document: Document, { range, quote }: Target, page: PageText): Place | undefined {
  const from = range && nodeAt(document, range.startContainer);
  const to = range && nodeAt(document, range.endContainer);
  if (!range || from?.nodeType !== 3 || to?.nodeType !== 3) return undefined;
  const start = page.offsetOf(from, Math.min(range.startOffset, (from as Text).length));
  const end = start + quote.exact.length;
  if (page.text.slice(start, end) !== quote.exact) return undefined;
  const isBetween = page.text.slice(0, start).endsWith(quote.prefix) || page.text.startsWith(quote.suffix, end);
  return isBetween ? placeAt(page, start, end, 'exact') : undefined;
}

function byQuote(page: PageText, target: Target, cheaply: boolean): Place | undefined {
  const found = findQuote(page.text, target, cheaply);
  return found && placeAt(page, found.start, found.end, found.how);
}

function placeAt(page: PageText, start: number, end: number, how: Placed['how']): Place | undefined {
  const place = page.placeOf(start, end);
  if (!place) return undefined;
  const range = new StaticRange(place);
  const said = textOf(range);
  return said === undefined ? undefined : { range, how, said };
}

function liveOf(range: StaticRange): Range | undefined {
  if (!range.startContainer.isConnected || !range.endContainer.isConnected) return undefined;
  try {
    const live = new Range();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    return live;
  } catch {
    // The text became shorter.
    return undefined;
  }
}

const textOf = (range: StaticRange): string | undefined => liveOf(range)?.toString().replace(/\s+/g, ' ');

/** The boxes of a range on the screen, one a line, in CSS pixels of the viewport. */
export const rectsOf = (range: StaticRange): DOMRect[] => [...(liveOf(range)?.getClientRects() ?? [])].filter((r) => r.width > 0);
