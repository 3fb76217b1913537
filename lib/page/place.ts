/** From offsets in a block’s text back to the page. */
import type { PageBlock, Piece } from './types';

function pieceAt(pieces: readonly Piece[], offset: number): Piece | undefined {
  let low = 0;
  let high = pieces.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const piece = pieces[middle] as Piece;
    if (offset < piece.at) high = middle - 1;
    else if (offset >= piece.at + piece.length) low = middle + 1;
    else return piece;
  }
  return undefined;
}

/** The range of `start..end` (UTF-16 code units of the block’s text); undefined when its nodes are gone or say something else by now. */
export function rangeOf(block: PageBlock, start: number, end: number): StaticRange | undefined {
  const first = pieceAt(block.pieces, start);
  if (!first) return undefined;
  const last = end <= first.at + first.length ? first : pieceAt(block.pieces, end - 1);
  if (!last || !isWhole(first, block.text) || (last !== first && !isWhole(last, block.text))) return undefined;
  return new StaticRange({
    startContainer: first.node,
    startOffset: first.from + start - first.at,
    endContainer: last.node,
    endOffset: last.from + end - last.at,
  });
}

const isWhole = (piece: Piece, text: string): boolean =>
  piece.node.isConnected && piece.node.data.startsWith(text.slice(piece.at, piece.at + piece.length), piece.from);

/** The text nodes that `start..end` of a block covers, each with the offsets covered in it. */
export function nodesOf(block: PageBlock, start: number, end: number): { node: Text; from: number; to: number }[] {
  return block.pieces
    .filter((p) => p.at < end && start < p.at + p.length)
    .map((p) => ({ node: p.node, from: p.from + Math.max(0, start - p.at), to: p.from + Math.min(p.length, end - p.at) }));
}
