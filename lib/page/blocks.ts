/**
 * Blocks: the text a reader sees, one block for each block-level element, inline elements joined, white space as it is
 * rendered, with the way back to the text nodes. The walk is by hand and without recursion: pages may be deep, and a
 * filter callback in a TreeWalker costs more than the walk.
 */
import { attributeOf, checkVisibility, closest, firstChildOf, nameOf, nextSiblingOf, ownerOf, parentNodeOf, parentOf, rootOf, shadowOf, typeOf } from './own';
import type { PageBlock, Piece } from './types';

/** The element that carries the card; never read. */
export const HOST_TAG = 'attache-card';

/** Kinds of node, by the DOM standard’s numbers: the command line has no global `Node`. */
const ELEMENT_NODE = 1;
const TEXT_NODE = 3;
const DOCUMENT_NODE = 9;

/** Longest text of one block, in UTF-16 code units; longer text is cut at white space. */
const LONGEST_BLOCK = 50_000;
/** How far back from there white space is looked for. */
const CUT_REACH = 1000;

/**
 * How deep elements are read. Parsers stop at 512; what is deeper was nested by a script, and every question to it (its language, whether it is
 * seen) costs as much as it is deep.
 */
const DEEPEST = 1000;
/** After so many nodes without a block the caller has its turn all the same. */
const TURN = 500;

const SKIPPED = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'textarea',
  'input',
  'select',
  'option',
  'button',
  'code',
  'kbd',
  'samp',
  'iframe',
  'object',
  'embed',
  'canvas',
  'svg',
  'math',
  'audio',
  'video',
  'head',
  'title',
  'rt',
  'rp',
  'datalist',
  'meter',
  'progress',
  HOST_TAG,
]);
const INLINE = new Set([
  'a',
  'abbr',
  'acronym',
  'b',
  'bdi',
  'bdo',
  'big',
  'br',
  'cite',
  'data',
  'del',
  'dfn',
  'em',
  'font',
  'i',
  'ins',
  'label',
  'mark',
  'q',
  'ruby',
  's',
  'small',
  'span',
  'strong',
  'strike',
  'sub',
  'sup',
  'time',
  'tt',
  'u',
  'var',
  'wbr',
  'nobr',
  'slot',
]);
/** Inline by tag, but often made blocks by style sheets: these are asked for their display. */
const ASKED = new Set(['a', 'span', 'label', 'time', 'strong', 'b', 'small', 'slot']);

/** Every block below `root` at once. `nextId` numbers them. */
export const collectBlocks = (root: Node, nextId: () => number): PageBlock[] => [...blocksOf(root, nextId)].filter((b) => b !== undefined);

/**
 * The blocks below `root`, one by one, so that the caller can stop to let the page breathe; undefined where there was long none. Nodes that leave while
 * it rests end the walk early.
 */
export function* blocksOf(root: Node, nextId: () => number): Generator<PageBlock | undefined> {
  const owner = typeOf(root) === DOCUMENT_NODE ? (root as Document) : ownerOf(root);
  if (owner?.designMode === 'on') return;
  const shadows: ShadowRoot[] = [];
  yield* walk(root, nextId, shadows);
  for (let shadow = shadows.shift(); shadow; shadow = shadows.shift()) yield* walk(shadow, nextId, shadows);
}

interface Run {
  text: string;
  pieces: Piece[];
  element: Element | undefined;
}

function* walk(root: Node, nextId: () => number, shadows: ShadowRoot[]): Generator<PageBlock | undefined> {
  let run: Run = { text: '', pieces: [], element: undefined };
  const flush = (): PageBlock | undefined => {
    const done = run;
    run = { text: '', pieces: [], element: undefined };
    return done.element && done.text.trim() !== '' && isVisible(done.element) ? blockOf(done, nextId) : undefined;
  };
  let node: Node | null = root;
  let pre = 0;
  let depth = 0;
  let steps = 0;
  let entering = true;
  while (node) {
    if (++steps % TURN === 0) yield undefined;
    if (entering) {
      if (typeOf(node) === TEXT_NODE) {
        const text = node as Text;
        let at = 0;
        while (at < text.data.length) {
          run.element ??= blockElementOf(text, root);
          at = addText(run, text, at, pre > 0);
          if (at < text.data.length) {
            const block = flush();
            if (block) yield block;
          }
        }
      } else if (typeOf(node) === ELEMENT_NODE) {
        const element = node as Element;
        if (nameOf(element) === 'br') addBreak(run);
        else if (SKIPPED.has(nameOf(element)) || isEditable(element) || isHidden(element)) {
          if (!isInline(element)) {
            const block = flush();
            if (block) yield block;
          } else if (run.text !== '') addBreak(run);
          entering = false;
          continue;
        } else {
          if (!isInline(element)) {
            const block = flush();
            if (block) yield block;
          }
          if (nameOf(element) === 'pre') pre++;
          const shadow = shadowOf(element);
          if (shadow) shadows.push(shadow);
        }
      }
      const child: Node | null = depth < DEEPEST && (node === root || typeOf(node) === ELEMENT_NODE) ? firstChildOf(node) : null;
      if (child) {
        node = child;
        depth++;
        continue;
      }
    }
    // Leaving `node`.
    if (typeOf(node) === ELEMENT_NODE) {
      const element = node as Element;
      if (nameOf(element) === 'pre' && entering) pre = Math.max(0, pre - 1);
      if (!isInline(element)) {
        const block = flush();
        if (block) yield block;
      }
    }
    if (node === root) break;
    const next: Node | null = nextSiblingOf(node);
    if (next) {
      node = next;
      entering = true;
    } else {
      node = parentNodeOf(node);
      depth--;
      entering = false;
      if (node && node !== root && typeOf(node) === ELEMENT_NODE && nameOf(node as Element) === 'pre') pre = Math.max(0, pre - 1);
    }
  }
  const block = flush();
  if (block) yield block;
}

const blockOf = (run: Run, nextId: () => number): PageBlock => {
  const element = run.element as Element;
  const speaks = closest(element, '[lang]');
  const lang = speaks ? (attributeOf(speaks, 'lang') ?? undefined) : undefined;
  return { id: nextId(), text: run.text, element, pieces: run.pieces, ...(lang ? { lang: lang.toLowerCase() } : {}) };
};

/** Adds a text node’s data from `at` on, white space collapsed; gives back how far it came (a block has a longest length). */
function addText(run: Run, node: Text, at: number, pre: boolean): number {
  const end = cutOf(node.data, at);
  // No further than that, or a long text would be searched to its end for every block of it.
  const data = end < node.data.length ? node.data.slice(0, end) : node.data;
  const push = (from: number, to: number) => {
    if (to <= from) return;
    run.pieces.push({ node, from, at: run.text.length, length: to - from });
    run.text += data.slice(from, to);
  };
  if (pre) {
    push(at, end);
    return end;
  }
  let from = at;
  const endsInSpace = () => run.text.length === 0 || run.text.endsWith(' ') || run.text.endsWith('\n');
  // One plain space is as it is rendered, save at the start when there is one already.
  if (data[from] === ' ' && !isSpace(data.charCodeAt(from + 1)) && endsInSpace()) from++;
  const space = /[ \t\n\r\f]{2,}|[\t\n\r\f]/g;
  space.lastIndex = from;
  for (let found = space.exec(data); found && found.index < end; found = space.exec(data)) {
    const isDoubled = found.index === from && endsInSpace();
    push(from, found.index);
    if (!isDoubled) {
      run.pieces.push({ node, from: found.index, at: run.text.length, length: 1 });
      run.text += ' ';
    }
    from = found.index + found[0].length;
    if (run.text.length > LONGEST_BLOCK) return from;
  }
  push(from, Math.max(from, end));
  return Math.max(from, end);
}

/** Where the block that begins at `at` ends: at the end of the text, or at white space, for half a name is another name. */
function cutOf(data: string, at: number): number {
  if (data.length - at <= LONGEST_BLOCK) return data.length;
  const longest = at + LONGEST_BLOCK;
  for (let end = longest; end > longest - CUT_REACH; end--) if (isSpace(data.charCodeAt(end))) return end;
  return longest;
}

const isSpace = (code: number): boolean => code === 0x20 || (code >= 0x09 && code <= 0x0d && code !== 0x0b);

const addBreak = (run: Run): void => {
  if (run.text !== '') run.text += '\n';
};

/** The nearest block-level ancestor of a text node. */
function blockElementOf(text: Text, root: Node): Element | undefined {
  let element = text.parentElement;
  while (element && element !== root && isInline(element)) {
    const up = parentOf(element);
    if (!up) break;
    element = up;
  }
  return element ?? (rootOf(text) as Partial<ShadowRoot>).host ?? undefined;
}

/** The last element whose display was asked for: it is asked for on entering and again on leaving, mostly with nothing but text between. */
let asked: Element | undefined;
let askedDisplay = '';

function isInline(element: Element): boolean {
  const name = nameOf(element);
  const isAsked = ASKED.has(name);
  if (!isAsked && !name.includes('-')) return INLINE.has(name);
  if (asked !== element) {
    asked = element;
    askedDisplay = displayOf(element);
  }
  return askedDisplay.startsWith('inline') || (isAsked && (askedDisplay === '' || askedDisplay === 'contents'));
}

const displayOf = (element: Element): string => ownerOf(element)?.defaultView?.getComputedStyle(element).display ?? '';

function isEditable(element: Element): boolean {
  const value = attributeOf(element, 'contenteditable');
  return (value !== null && value !== 'false') || attributeOf(element, 'role') === 'textbox';
}

function isHidden(element: Element): boolean {
  const value = attributeOf(element, 'hidden');
  return value !== null && value !== 'until-found';
}

/** Seen by the reader. Where layout is not known (the command line), whatever is not said to be hidden is. */
function isVisible(element: Element): boolean {
  return checkVisibility(element, { visibilityProperty: true, contentVisibilityAuto: false }) ?? true;
}
