/**
 * Reads a page for as long as it is open: screens its blocks, asks who is in them, lays the marks, and follows changes.
 * Knows nothing of browsers’ extension APIs: who answers is given to it.
 */

import { extentOf } from '../recognise/extent';
import { type ArticleDate, type Block, type DocumentContext, EMPTY_CONTEXT, type Mention, type Recognition } from '../recognise/types';
import { mayHold, type Screen } from '../text/screen';
import { blocksOf } from './blocks';
import { createMarks, type Marks } from './marks';
import { articleDateOf, languageOf } from './metadata';
import { allWithin, holds, isConnected, isHidden, parentOf, positionOf, rootOf } from './own';
import { rangeOf } from './place';
import type { Mark, PageBlock } from './types';
import { watchPage } from './watch';

export interface Request {
  readonly blocks: readonly Block[];
  readonly date?: ArticleDate;
  readonly language?: string;
  readonly context: DocumentContext;
}

export interface ReadingOptions {
  readonly document: Document;
  /** Asked for when there is text to read, and held no longer than that: it takes a megabyte. */
  screen(): Promise<Screen>;
  /** Asks the recogniser. Rejects when nobody answers. */
  ask(request: Request): Promise<Recognition>;
  /** The mention as the reader wants it; undefined: not to be marked. */
  correct?(mention: Mention): Mention | undefined;
  /** The first marks are there, or marks came or went. */
  onMarks(): void;
  /** All that there was to read is read. */
  onRest?(): void;
}

export interface Reading {
  readonly marks: Marks;
  /** The page is too much (names without end, text without end): no more of it is read. */
  full(): boolean;
  /** The date in use; undefined until the first answer. */
  date(): ArticleDate | undefined;
  /** There is something still to read. */
  busy(): boolean;
  /** Reads the page again from the start: with a date of the reader’s, or (undefined) with the one that the page gives. */
  again(date?: ArticleDate): void;
  stop(): void;
}

/** How long the page’s thread is held at a time, in milliseconds. */
const SLICE = 8;
/** How long the page’s first frame is waited for, in milliseconds. */
const LAYOUT_PATIENCE = 500;
/** Text of one message at most, in UTF-16 code units: large enough that a usual article is one document. */
const BATCH = 200_000;
/** More marks than any article has; with ten times as many the browser’s painting becomes slow. */
export const MOST_MARKS = 10_000;
/** Text of one reading, in UTF-16 code units: several times the longest book. */
const MOST_TEXT = 20_000_000;
/** With more changed elements than this, the page is read whole. */
const MOST_ROOTS = 200;
/** Text that is asked about again when later text says more, in UTF-16 code units: a page of more is read once. */
const MOST_REVISED = 1_000_000;
/** The rest before blocks are asked about again, in milliseconds, and how many times longer than that asking took. */
const REVISION_REST = 1000;
const REVISION_SHARE = 20;
/** How far up a block’s element is looked for. */
const HIGHEST = 1000;

export function readPage({ document, screen: openedScreen, ask, correct = (mention) => mention, onMarks, onRest }: ReadingOptions): Reading {
  const marks = createMarks();
  let date: ArticleDate | undefined;
  /** Set by the reader: stays until the page becomes another. */
  let given: ArticleDate | undefined;
  let context: DocumentContext = EMPTY_CONTEXT;
  let stopped = false;
  let full = false;
  /** Counts navigations: answers for a page that is gone are dropped. */
  let age = 0;
  let id = 0;
  let queue: Promise<void> = Promise.resolve();
  /** No clock that says less is right; in milliseconds since 1970. */
  let earliest = 0;
  let waiting = 0;
  /** What was asked about, by id, while it is not too much. */
  const known = new Map<number, PageBlock>();
  let knownText = 0;
  /** How much the page had said when all of `known` was last decided, and whether a batch has come since that stands before another. */
  let decided = 0;
  let isOutOfOrder = false;
  let lowest: Element | undefined;
  let revision: ReturnType<typeof setTimeout> | undefined;
  let revisionRest = REVISION_REST;

  const read = async (roots: readonly Node[], mine: number): Promise<void> => {
    let batch: PageBlock[] = [];
    let held = 0;
    let seen = 0;
    let slice = performance.now();
    let screen: Screen | undefined;
    // An element came that stands before a member of the document.
    if (isHidden(document)) full = true;
    if (full) return;
    for (const root of roots) {
      for (const block of blocksOf(root, () => id++)) {
        if (block && !screen) {
          screen = await openedScreen();
          if (stopped || mine !== age) return;
          earliest = screen.day * 86_400_000;
          slice = performance.now();
        }
        // Only blocks that may hold a name travel; the others cannot support one either.
        if (block && screen && mayHold(screen, block.text)) {
          batch.push(block);
          held += block.text.length;
        }
        const host = block && rootOf(block.element);
        if (host instanceof ShadowRoot) watcher.follow(host);
        seen += block?.text.length ?? 0;
        if (seen > MOST_TEXT) full = true;
        if (held > BATCH) {
          await send(batch, mine);
          batch = [];
          held = 0;
        }
        if (performance.now() - slice > SLICE) {
          await breathe();
          slice = performance.now();
        }
        if (stopped || full || mine !== age) return;
      }
    }
    if (batch.length > 0) await send(batch, mine);
  };

  /** `guess`: the date that was inferred from text before; without it the blocks say it anew. */
  const asked = (blocks: readonly PageBlock[], context: DocumentContext, guess: ArticleDate | undefined): Promise<Recognition> => {
    // A date that the page did not give may be given by now.
    const dated = given ?? (isWeak(date) ? (articleDateOf(document, document.location.href, Math.max(Date.now(), earliest)) ?? guess) : date);
    const language = languageOf(document);
    return ask({
      blocks: blocks.map(({ id, text, lang }) => ({ id, text, ...(lang ? { lang } : {}) })),
      ...(dated ? { date: dated } : {}),
      ...(language ? { language } : {}),
      context,
    });
  };

  /** The marks that the mentions of an answer make; undefined for a mention that has none. */
  const markOf = (recognised: Mention, byId: ReadonlyMap<number, PageBlock>): Mark | undefined => {
    const mention = correct(recognised);
    const block = mention && byId.get(mention.block);
    const range = block && rangeOf(block, mention.start, mention.end);
    return mention && block && range ? { mention, block, range } : undefined;
  };

  const send = async (blocks: readonly PageBlock[], mine: number): Promise<void> => {
    const answer = await asked(blocks, context, date);
    if (stopped || mine !== age) return;
    const isFirst = known.size === 0;
    date = answer.date;
    context = answer.context;
    keep(blocks);
    if (isFirst) decided = extentOf(context);
    const byId = new Map(blocks.map((b) => [b.id, b]));
    let slice = performance.now();
    let laid = false;
    for (const recognised of answer.mentions) {
      const mark = markOf(recognised, byId);
      if (!mark) continue;
      if (marks.count() >= MOST_MARKS) {
        full = true;
        break;
      }
      marks.add(mark);
      laid = true;
      if (performance.now() - slice < SLICE) continue;
      await breathe();
      if (stopped || mine !== age) return;
      slice = performance.now();
    }
    if (laid) onMarks();
  };

  const keep = (blocks: readonly PageBlock[]) => {
    if (knownText > MOST_REVISED) return;
    const first = blocks[0]?.element;
    if (first && lowest && lowest !== first && isConnected(lowest) && isBefore(first, lowest)) isOutOfOrder = true;
    else lowest = blocks.at(-1)?.element;
    for (const block of blocks) {
      known.set(block.id, block);
      knownText += block.text.length;
    }
    if (knownText > MOST_REVISED) known.clear();
  };

  /** Asks again about all blocks, in the order of the page, with what all of them say: then each has the mentions that it has in the page read whole. */
  const revise = async (mine: number): Promise<void> => {
    const began = performance.now();
    const blocks = [...known.values()]
      .filter((b) => isConnected(b.element))
      // Asked of the earlier one: browsers count back from the other, which is a step in what is in order already and the whole page the other way round.
      .sort((a, b) => (a.element === b.element ? a.id - b.id : isBefore(b.element, a.element) ? 1 : -1));
    isOutOfOrder = false;
    decided = extentOf(context);
    let running: DocumentContext = { ...context, introduced: {} };
    let changes = false;
    const batches = batchesOf(blocks);
    for (const batch of batches) {
      const answer = await asked(batch, running, batches.length > 1 ? date : undefined);
      if (stopped || mine !== age) return;
      date = answer.date;
      running = answer.context;
      const byId = new Map(batch.filter((b) => known.has(b.id)).map((b) => [b.id, b]));
      const wanted = new Map(answer.mentions.flatMap((m) => markOf(m, byId) ?? []).map((mark) => [JSON.stringify(mark.mention), mark]));
      const removed = marks.removeWhere(({ mention }) => byId.has(mention.block) && !wanted.delete(JSON.stringify(mention)));
      for (const mark of wanted.values()) if (marks.count() < MOST_MARKS) marks.add(mark);
      changes ||= removed.length > 0 || wanted.size > 0;
      await breathe();
      if (stopped || mine !== age) return;
    }
    context = running;
    revisionRest = Math.max(REVISION_REST, REVISION_SHARE * (performance.now() - began));
    if (changes) onMarks();
  };

  const planRevision = () => {
    if (revision !== undefined || known.size === 0 || (!isOutOfOrder && extentOf(context) === decided)) return;
    revision = setTimeout(() => {
      revision = undefined;
      enqueueWork(revise);
    }, revisionRest);
  };

  const enqueueWork = (work: (mine: number) => Promise<void>) => {
    const mine = age;
    waiting++;
    queue = queue
      .then(() => (stopped || full || mine !== age ? undefined : work(mine)))
      .catch(() => undefined)
      .then(() => {
        if (--waiting > 0 || stopped) return;
        planRevision();
        onRest?.();
      });
  };
  const enqueue = (roots: () => readonly Node[]) => enqueueWork((mine) => read(roots(), mine));
  const drop = (gone: (mark: Mark) => boolean) => {
    if (marks.removeWhere(gone).length > 0) onMarks();
  };

  const forget = (roots: readonly Node[]) => {
    const isInside = insideOf(roots);
    drop((mark) => !isConnected(mark.range.startContainer) || isInside(mark.block.element));
    for (const { id, element, text } of known.values()) {
      if (isConnected(element) && !isInside(element)) continue;
      known.delete(id);
      knownText -= text.length;
    }
  };

  /** What changed and is not yet being read: one reading takes it all, so that a page that changes faster than it can be read makes no queue. */
  let changed: Node[] = [];
  const enqueueChanged = (roots: readonly Node[]) => {
    const isWaiting = changed.length > 0;
    changed.push(...roots);
    if (isWaiting) return;
    enqueue(() => {
      const all = changed.length > MOST_ROOTS ? [document.body ?? document.documentElement] : outermost(changed.filter(isConnected) as Element[]);
      changed = [];
      // Again: an answer that was on its way when the page changed has laid its marks since.
      forget(all);
      return all;
    });
  };

  const restart = (wanted: ArticleDate | undefined) => {
    age++;
    full = false;
    given = wanted;
    date = undefined;
    context = EMPTY_CONTEXT;
    known.clear();
    knownText = 0;
    isOutOfOrder = false;
    lowest = undefined;
    changed = [];
    drop(() => true);
    enqueue(() => [document.body ?? document.documentElement]);
  };

  const watcher = watchPage(document, {
    onChanged(elements) {
      // A change inside a block changes the block: read from its element.
      const whole = document.body ?? document.documentElement;
      const roots = elements.length > MOST_ROOTS ? [whole] : outermost(elements.map(blockAncestor));
      forget(roots);
      enqueueChanged(roots);
    },
    onText(node) {
      if (marks.removeChanged(node)) onMarks();
    },
    onNavigated: () => restart(undefined),
  });
  queue = drawn(document);
  enqueue(() => [document.body ?? document.documentElement]);
  return {
    marks,
    full: () => full,
    date: () => date,
    busy: () => waiting > 0,
    again: restart,
    stop() {
      stopped = true;
      clearTimeout(revision);
      watcher.stop();
      marks.removeWhere(() => true);
    },
  };
}

/** The block that an inline element stands in, so that a name across inline elements is read whole. */
function blockAncestor(element: Element): Element {
  let at = element;
  for (let steps = 0; steps < HIGHEST && getComputedStyle(at).display.startsWith('inline'); steps++) {
    const up = parentOf(at);
    if (!up) break;
    at = up;
  }
  return at;
}

/** Whether an element lies in one of `roots`: asked of thousands of blocks at each change, so the elements of many roots are gathered once. */
function insideOf(roots: readonly Node[]): (element: Node) => boolean {
  const [only] = roots;
  if (only && roots.length === 1) return (element) => holds(only, element);
  const inside = new Set(roots);
  for (const root of roots) for (const element of allWithin(root, '*')) inside.add(element);
  return (element) => inside.has(element);
}

/** Nothing in the page said it. */
const isWeak = (date: ArticleDate | undefined): boolean => date === undefined || date.source === 'today' || date.source === 'inferred';

const isBefore = (a: Element, b: Element): boolean => (positionOf(a, b) & 4) !== 0;

/** Blocks in runs that one message holds. */
function batchesOf(blocks: readonly PageBlock[]): PageBlock[][] {
  const batches: PageBlock[][] = [[]];
  let held = 0;
  for (const block of blocks) {
    if (held > BATCH) {
      batches.push([]);
      held = 0;
    }
    batches.at(-1)?.push(block);
    held += block.text.length;
  }
  return batches;
}

const outermost = (elements: readonly Element[]): Element[] =>
  [...new Set(elements)].filter((e, _i, all) => !all.some((other) => other !== e && holds(other, e)));

/** When the page has been laid out once: what is asked before that makes the browser lay it out at once. A page that nobody sees is not waited for. */
function drawn({ defaultView, visibilityState }: Document): Promise<void> {
  if (!defaultView || visibilityState !== 'visible') return Promise.resolve();
  return new Promise((done) => {
    defaultView.requestAnimationFrame(() => setTimeout(done, 0));
    setTimeout(done, LAYOUT_PATIENCE);
  });
}

/** Lets the page have its turn. */
function breathe(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  return scheduler?.yield ? scheduler.yield() : new Promise((done) => setTimeout(done, 0));
}
