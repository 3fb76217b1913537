/** The marks of a page: by text node, so that the one under the pointer is found without asking every range, and in order, to walk them. */
import { nodesOf } from './place';
import type { Mark } from './types';

export interface Marks {
  add(mark: Mark): void;
  /** Takes out the marks whose block satisfies `gone`, and gives them back. */
  removeWhere(gone: (mark: Mark) => boolean): Mark[];
  /** In document order. */
  all(): readonly Mark[];
  count(): number;
  /** Takes out the marks over this text node that stand over something else by now; false: there is none. */
  removeChanged(node: Node): boolean;
  at(x: number, y: number, document: Document): Mark | undefined;
}

/** Slack around a line of text, in CSS pixels. */
const SLACK = 2;

export function createMarks(): Marks {
  const byNode = new Map<Node, { mark: Mark; from: number; to: number; text: string }[]>();
  let ordered: Mark[] = [];
  const removeWhere = (gone: (mark: Mark) => boolean): Mark[] => {
    const removed = new Set(ordered.filter(gone));
    if (removed.size === 0) return [];
    ordered = ordered.filter((m) => !removed.has(m));
    for (const [node, list] of byNode) {
      const kept = list.filter((e) => !removed.has(e.mark));
      if (kept.length === 0) byNode.delete(node);
      else if (kept.length < list.length) byNode.set(node, kept);
    }
    return [...removed];
  };
  return {
    add(mark) {
      // A page is read from its start, so most marks come last; to ask for the order of two nodes far apart is slow.
      const last = ordered.at(-1);
      if (!last || inOrder(last, mark) <= 0) ordered.push(mark);
      else ordered.splice(placeOf(ordered, mark), 0, mark);
      for (const { node, from, to } of nodesOf(mark.block, mark.mention.start, mark.mention.end)) {
        const there = byNode.get(node);
        const entry = { mark, from, to, text: node.data.slice(from, to) };
        // In place: one node may hold thousands of names.
        if (there) there.push(entry);
        else byNode.set(node, [entry]);
      }
    },
    removeWhere,
    removeChanged(node) {
      const changed = new Set(byNode.get(node)?.flatMap((e) => ((node as Text).data.slice(e.from, e.to) === e.text ? [] : [e.mark])));
      return changed.size > 0 && removeWhere((mark) => changed.has(mark)).length > 0;
    },
    all: () => [...ordered],
    count: () => ordered.length,
    at(x, y, document) {
      const caret = caretAt(x, y, document);
      if (!caret) return undefined;
      // Of marks over one another (a body inside an office) the shorter one is meant.
      const here = (byNode.get(caret.node) ?? []).filter((e) => e.from <= caret.offset && caret.offset <= e.to).sort((a, b) => a.to - a.from - (b.to - b.from));
      return here.find((e) => isUnder(e.mark, x, y))?.mark;
    },
  };
}

/** The place of the first mark that comes after `mark`. */
function placeOf(ordered: readonly Mark[], mark: Mark): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (inOrder(ordered[middle] as Mark, mark) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function inOrder(a: Mark, b: Mark): number {
  const first = a.range.startContainer;
  const second = b.range.startContainer;
  if (first === second) return a.range.startOffset - b.range.startOffset;
  return first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

function caretAt(x: number, y: number, document: Document): { node: Node; offset: number } | undefined {
  // Through open shadow roots, where the browser lets one name them.
  const roots: ShadowRoot[] = [];
  for (let element = document.elementFromPoint(x, y); element?.shadowRoot; ) {
    const root: ShadowRoot = element.shadowRoot;
    roots.push(root);
    const inner: Element | null = root.elementFromPoint(x, y);
    if (!inner || inner === element) break;
    element = inner;
  }
  const caret = document.caretPositionFromPoint?.(x, y, { shadowRoots: roots });
  return caret ? { node: caret.offsetNode, offset: caret.offset } : undefined;
}

/** The boxes of a mark on the screen, one a line, in CSS pixels of the viewport. Empty when its text is gone. */
export function rectsOf(mark: Mark): DOMRect[] {
  const { startContainer, startOffset, endContainer, endOffset } = mark.range;
  if (!startContainer.isConnected || !endContainer.isConnected) return [];
  try {
    const range = new Range();
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    return [...range.getClientRects()].filter((r) => r.width > 0);
  } catch {
    // The text became shorter since; the page’s change is on its way to us.
    return [];
  }
}

const isUnder = (mark: Mark, x: number, y: number): boolean =>
  rectsOf(mark).some((r) => x >= r.left - SLACK && x <= r.right + SLACK && y >= r.top - SLACK && y <= r.bottom + SLACK);
