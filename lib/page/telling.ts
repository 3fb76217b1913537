/**
 * What a frame tells the panel of its mentions, and what the panel asks of it. They talk over a port that the panel opens to the tab: so every frame
 * answers, tells of changes by itself, and wakes no background.
 */
import type { Day } from '../dataset/dates';
import type { EntityId } from '../dataset/schema';
import type { ArticleDate, Mention } from '../recognise/types';
import type { When } from '../settings/settings';
import type { Mark } from './types';

/** Name of the port. */
export const PANEL_PORT = 'panel';

export interface Telling {
  /** One word for this frame for as long as it lives. */
  readonly frame: string;
  /** It is the page itself. */
  readonly top: boolean;
  readonly url: string;
  readonly title: string;
  /** The rule of the site; with `reading` false it says why nothing is read. */
  readonly when: When;
  readonly reading: boolean;
  /** More may come. */
  readonly busy: boolean;
  readonly date?: ArticleDate;
  readonly language?: string;
  /** In document order. */
  readonly mentions: readonly Mention[];
  /** The text of each block that has mentions, by the block’s id. */
  readonly passages: Readonly<Record<number, string>>;
}

/** The last word of a frame that leaves its page. */
export interface Leaving {
  readonly frame: string;
  readonly gone: true;
}
export type FromFrame = Telling | Leaving;

/** Go to a mention, by its place in the last telling; read the page as of a day, or (without one) as of the date found. */
export type ToFrame =
  | { readonly kind: 'go'; readonly frame: string; readonly at: number; readonly entity: EntityId }
  | { readonly kind: 'date'; readonly day?: Day };

/** The marks as they are told. */
export function told(marks: readonly Mark[]): Pick<Telling, 'mentions' | 'passages'> {
  const passages: Record<number, string> = {};
  for (const { block } of marks) passages[block.id] ??= block.text;
  return { mentions: marks.map((m) => m.mention), passages };
}

/** The mark that is meant; the page may have changed since it was told. */
export function meant(marks: readonly Mark[], at: number, entity: EntityId): Mark | undefined {
  const mark = marks[at];
  return mark?.mention.entity === entity ? mark : marks.find((m) => m.mention.entity === entity);
}
