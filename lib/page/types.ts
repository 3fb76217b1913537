/** What the rooms of the page give each other. */
import type { Block, Mention } from '../recognise/types';

/** One stretch of a block’s text and the text node it comes from, character for character. */
export interface Piece {
  readonly node: Text;
  /** Offset in the node’s data. */
  readonly from: number;
  /** Offset in the block’s text. */
  readonly at: number;
  readonly length: number;
}

/** A block and the way back to its nodes. */
export interface PageBlock extends Block {
  readonly element: Element;
  readonly pieces: readonly Piece[];
}

/** A mention laid on the page. */
export interface Mark {
  readonly mention: Mention;
  readonly block: PageBlock;
  /** One range, also across inline elements. Static: live ranges slow the page’s own edits. */
  readonly range: StaticRange;
}
