/**
 * The page’s text as clips count it: every text node of the body in document order, white space collapsed, a line end between blocks, and the
 * way between offsets in it (UTF-16 code units) and places in the DOM. What is hidden by style is in it: a clip in a folded section is found.
 * Blocks are told by tag, not by style: no layout is asked for, and the text is the same on every visit.
 */

/** A stretch of the text that is, character for character, in one text node. */
interface Piece {
  readonly node: Text;
  /** Offset in the node’s data. */
  readonly from: number;
  /** Offset in the page’s text. */
  readonly at: number;
  readonly length: number;
}

/** The ends of a stretch of a page. A `StaticRange` is made of it where there is one. */
export interface Place {
  readonly startContainer: Text;
  readonly startOffset: number;
  readonly endContainer: Text;
  readonly endOffset: number;
}

export interface PageText {
  readonly text: string;
  /** Where `start..end` is; undefined when that is empty or out of the text. */
  placeOf(start: number, end: number): Place | undefined;
  /** Offset of a boundary point: of the first character at or after it. */
  offsetOf(node: Node, offset: number): number;
}

const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

const SKIPPED = new Set('script style noscript template textarea select datalist object embed iframe canvas audio video meter progress head title'.split(' '));
/** All others stand on lines of their own. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo big button cite code data del dfn em font i img input ins kbd label mark nobr q rb rp rt ruby s samp slot small span strike strong sub sup svg time tt u var wbr'.split(
    ' ',
  ),
);
/** White space that is drawn as one space or none. A single plain space stays where it is. */
const COLLAPSED = /[ \t\n\r\f]*[\t\n\r\f][ \t\n\r\f]*| {2,}|^ +| +$/g;

const isOwn = (name: string): boolean => name.startsWith('attache-');

export function readPageText(root: Element): PageText {
  const pieces: Piece[] = [];
  const parts: string[] = [];
  let length = 0;
  /** What comes before the next character: not put in at the start and at the end. */
  let gap: '' | ' ' | '\n' = '';

  const push = (node: Text, from: number, to: number) => {
    if (to <= from) return;
    if (gap !== '' && length > 0) {
      parts.push(gap);
      length++;
    }
    gap = '';
    parts.push(node.data.slice(from, to));
    pieces.push({ node, from, at: length, length: to - from });
    length += to - from;
  };
  const read = (node: Text) => {
    const { data } = node;
    let from = 0;
    COLLAPSED.lastIndex = 0;
    for (let found = COLLAPSED.exec(data); found; found = COLLAPSED.exec(data)) {
      push(node, from, found.index);
      gap ||= ' ';
      from = found.index + found[0].length;
    }
    push(node, from, data.length);
  };

  let node: Node | null = root;
  let entering = true;
  while (node) {
    if (entering && node.nodeType === TEXT_NODE) read(node as Text);
    else if (node.nodeType === ELEMENT_NODE) {
      const name = (node as Element).localName;
      if (!INLINE.has(name)) gap = '\n';
      if (entering && !SKIPPED.has(name) && !isOwn(name) && node.firstChild) {
        node = node.firstChild;
        continue;
      }
    }
    if (node === root) break;
    entering = node.nextSibling !== null;
    node = node.nextSibling ?? node.parentNode;
  }

  const text = parts.join('');
  /** The last piece that begins at or before an offset. */
  const pieceAt = (offset: number): Piece | undefined => {
    let low = 0;
    let high = pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pieces[middle] as Piece).at <= offset) low = middle + 1;
      else high = middle;
    }
    return pieces[low - 1];
  };
  return {
    text,
    placeOf(start, end) {
      if (start < 0 || end > text.length || start >= end) return undefined;
      // A gap belongs to no node: a stretch that begins in one begins after it.
      let first = pieceAt(start);
      if (first && start >= first.at + first.length) first = pieces[pieces.indexOf(first) + 1];
      const last = pieceAt(end - 1);
      if (!first || !last || first.at >= end) return undefined;
      return {
        startContainer: first.node,
        startOffset: first.from + Math.max(0, start - first.at),
        endContainer: last.node,
        endOffset: last.from + Math.min(last.length, end - last.at),
      };
    },
    offsetOf(container, offset) {
      const document = container.ownerDocument;
      if (!document) return text.length;
      const range = document.createRange();
      range.setStart(container, offset);
      range.collapse(true);
      // The first piece that ends after the point.
      let low = 0;
      let high = pieces.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        const piece = pieces[middle] as Piece;
        if (range.comparePoint(piece.node, Math.min(piece.from + piece.length, piece.node.length)) <= 0) low = middle + 1;
        else high = middle;
      }
      const piece = pieces[low];
      if (!piece) return text.length;
      return piece.node === container ? piece.at + Math.max(0, offset - piece.from) : piece.at;
    },
  };
}
