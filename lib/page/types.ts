/** What the rooms of the page give each other. */
import type { Block, Mention } from '../recognise/types';

/** One stretch of a block’s text and the text node it comes from. */
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
  /** The ranges it covers; several when it crosses text nodes is not needed: one StaticRange spans nodes. */
  readonly range: StaticRange;
}

/**
 * The screen: can this text hold a name at all? A Bloom filter over the folded first words of every name and office
 * phrase of the packs, made by the background and kept in extension storage under `SCREEN_KEY`.
 */
export interface ScreenData {
  readonly version: number;
  /** How many bits; a power of two. */
  readonly bits: number;
  readonly hashes: number;
  /** The bit field, base64 (storage holds no typed arrays in Chrome). */
  readonly field: string;
}
export const SCREEN_KEY = 'screen';
