/**
 * Blocks: the text a reader sees, one block for each block-level element, inline elements joined, white space as it is
 * rendered, with the way back to the text nodes. The walk is by hand and without recursion: pages may be deep, and a
 * filter callback in a TreeWalker costs more than the walk.
 */
import type { PageBlock, Piece } from './types';

/** The element that carries the card; never read. */
export const HOST_TAG = 'attache-card';

/** Kinds of node, by the DOM standard’s numbers: the command line has no global `Node`. */
const ELEMENT_NODE = 1;
const TEXT_NODE = 3;
const DOCUMENT_NODE = 9;

/** Longest text of one block, in UTF-16 code units; longer text is cut at white space. */
const LONGEST_BLOCK = 50_000;

const SKIPPED = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'TEXTAREA',
  'INPUT',
  'SELECT',
  'OPTION',
  'BUTTON',
  'CODE',
  'KBD',
  'SAMP',
  'IFRAME',
  'OBJECT',
  'EMBED',
  'CANVAS',
  'SVG',
  'svg',
  'MATH',
  'math',
  'AUDIO',
  'VIDEO',
  'HEAD',
  'TITLE',
  'RT',
  'RP',
  'DATALIST',
  'METER',
  'PROGRESS',
  HOST_TAG.toUpperCase(),
]);
const INLINE = new Set([
  'A',
  'ABBR',
  'ACRONYM',
  'B',
  'BDI',
  'BDO',
  'BIG',
  'BR',
  'CITE',
  'DATA',
  'DEL',
  'DFN',
  'EM',
  'FONT',
  'I',
  'INS',
  'LABEL',
  'MARK',
  'Q',
  'RUBY',
  'S',
  'SMALL',
  'SPAN',
  'STRONG',
  'STRIKE',
  'SUB',
  'SUP',
  'TIME',
  'TT',
  'U',
  'VAR',
  'WBR',
  'NOBR',
  'SLOT',
]);
/** Inline by tag, but often made blocks by style sheets: these are asked for their display. */
const ASKED = new Set(['A', 'SPAN', 'LABEL', 'TIME', 'STRONG', 'B', 'SMALL', 'SLOT']);

/** Every block below `root` at once. `nextId` numbers them. */
export const collectBlocks = (root: Node, nextId: () => number): PageBlock[] => [...blocksOf(root, nextId)];

/** The blocks below `root`, one by one, so that the caller can stop to let the page breathe. Nodes that leave while it rests end the walk early. */
export function* blocksOf(root: Node, nextId: () => number): Generator<PageBlock> {
  const owner = root.nodeType === DOCUMENT_NODE ? (root as Document) : root.ownerDocument;
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

function* walk(root: Node, nextId: () => number, shadows: ShadowRoot[]): Generator<PageBlock> {
  let run: Run = { text: '', pieces: [], element: undefined };
  const flush = (): PageBlock | undefined => {
    const done = run;
    run = { text: '', pieces: [], element: undefined };
    return done.element && done.text.trim() !== '' && isVisible(done.element) ? blockOf(done, nextId) : undefined;
  };
  let node: Node | null = root;
  let pre = 0;
  let entering = true;
  while (node) {
    if (entering) {
      if (node.nodeType === TEXT_NODE) {
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
      } else if (node.nodeType === ELEMENT_NODE) {
        const element = node as Element;
        if (element.tagName === 'BR') addBreak(run);
        else if (SKIPPED.has(element.tagName) || isEditable(element) || isHidden(element)) {
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
          if (element.tagName === 'PRE') pre++;
          if (element.shadowRoot) shadows.push(element.shadowRoot);
        }
      }
      if (node.firstChild && (node === root || node.nodeType === ELEMENT_NODE)) {
        node = node.firstChild;
        continue;
      }
    }
    // Leaving `node`.
    if (node.nodeType === ELEMENT_NODE) {
      const element = node as Element;
      if (element.tagName === 'PRE' && entering) pre = Math.max(0, pre - 1);
      if (!isInline(element)) {
        const block = flush();
        if (block) yield block;
      }
    }
    if (node === root) break;
    if (node.nextSibling) {
      node = node.nextSibling;
      entering = true;
    } else {
      node = node.parentNode;
      entering = false;
      if (node && node !== root && (node as Element).tagName === 'PRE') pre = Math.max(0, pre - 1);
    }
  }
  const block = flush();
  if (block) yield block;
}

const blockOf = (run: Run, nextId: () => number): PageBlock => {
  const element = run.element as Element;
  const lang = element.closest('[lang]')?.getAttribute('lang') ?? undefined;
  return { id: nextId(), text: run.text, element, pieces: run.pieces, ...(lang ? { lang: lang.toLowerCase() } : {}) };
};

/** Adds a text node’s data from `at` on, white space collapsed; gives back how far it came (a block has a longest length). */
function addText(run: Run, node: Text, at: number, pre: boolean): number {
  const { data } = node;
  const end = Math.min(data.length, at + LONGEST_BLOCK);
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

const isSpace = (code: number): boolean => code === 0x20 || (code >= 0x09 && code <= 0x0d && code !== 0x0b);

const addBreak = (run: Run): void => {
  if (run.text !== '') run.text += '\n';
};

/** The nearest block-level ancestor of a text node. */
function blockElementOf(text: Text, root: Node): Element | undefined {
  let element = text.parentElement;
  while (element && element !== root && element.parentElement && isInline(element)) element = element.parentElement;
  return element ?? (text.getRootNode() as Partial<ShadowRoot>).host ?? undefined;
}

/** The last element whose display was asked for: it is asked for on entering and again on leaving, mostly with nothing but text between. */
let asked: Element | undefined;
let askedDisplay = '';

function isInline(element: Element): boolean {
  const { tagName } = element;
  const isAsked = ASKED.has(tagName);
  if (!isAsked && !tagName.includes('-')) return INLINE.has(tagName);
  if (asked !== element) {
    asked = element;
    askedDisplay = displayOf(element);
  }
  return askedDisplay.startsWith('inline') || (isAsked && (askedDisplay === '' || askedDisplay === 'contents'));
}

const displayOf = (element: Element): string => element.ownerDocument.defaultView?.getComputedStyle(element).display ?? '';

function isEditable(element: Element): boolean {
  const value = element.getAttribute('contenteditable');
  return (value !== null && value !== 'false') || element.getAttribute('role') === 'textbox';
}

const isHidden = (element: Element): boolean => element.hasAttribute('hidden') && element.getAttribute('hidden') !== 'until-found';

/** Seen by the reader. Where layout is not known (the command line), whatever is not said to be hidden is. */
function isVisible(element: Element): boolean {
  if (typeof element.checkVisibility !== 'function') return true;
  return element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false });
}
