/**
 * What the extension’s scripts in one frame give each other. They share the isolated world that the page cannot see;
 * each puts its part under its name and takes the others’ when it needs them, for any of them may be absent.
 */
import type { ArticleDate } from '../recognise/types';
import type { Mark } from './types';

export interface World {
  /** Of the reading script, while it reads this page. */
  reading?: {
    marks(): readonly Mark[];
    /** The article’s date in use; undefined before the first answer. */
    date(): ArticleDate | undefined;
  };
  /** Of the notebook’s script. */
  clipping?: {
    /** Keeps the mention with the sentence around it. Rejects with the reason in words when it could not be kept. */
    clipMention(mark: Mark): Promise<void>;
  };
}

export const world = (): World => {
  const held = globalThis as { attache?: World };
  held.attache ??= {};
  return held.attache;
};
