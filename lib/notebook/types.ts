/**
 * What a notebook keeps. A clip is a W3C Web Annotation at heart: a target on a page, found by quote and position, and a body of
 * note and tags; beside it what the researcher needs: the page’s citation and who is named in the passage, in which role on the article’s date.
 */
import type { EntityId, Kind } from '../dataset/schema';
import type { ArticleDate } from '../recognise/types';

/** UUID. */
export type ClipId = string;
/** ISO 8601 in UTC, milliseconds: `2026-11-24T08:30:00.000Z`. */
export type Timestamp = string;

export const COLOURS = ['yellow', 'green', 'blue', 'pink', 'violet'] as const;
export type Colour = (typeof COLOURS)[number];

/** Where the passage is: W3C selectors. Offsets are UTF-16 code units of the page’s text as `lib/notebook/page-text.ts` reads it. */
export interface Target {
  /** TextQuoteSelector. */
  readonly quote: { readonly exact: string; readonly prefix: string; readonly suffix: string };
  /** TextPositionSelector. */
  readonly position: { readonly start: number; readonly end: number };
  /** RangeSelector: XPaths from the document’s root and offsets in their text. */
  readonly range?: { readonly startContainer: string; readonly startOffset: number; readonly endContainer: string; readonly endOffset: number };
}

/** The page as it would be cited. Dates of publication are partial dates. */
export interface PageInfo {
  readonly url: string;
  readonly canonical?: string;
  readonly title: string;
  readonly site?: string;
  readonly authors: readonly string[];
  readonly published?: string;
  readonly modified?: string;
  /** When the reader was there. */
  readonly read: Timestamp;
  /** BCP 47. */
  readonly language?: string;
}

export interface ClipRole {
  readonly office: EntityId;
  readonly title: string;
  /** Partial dates. */
  readonly from?: string;
  readonly to?: string;
}

/** A mention inside a clip, as it was understood when it was clipped. */
export interface ClipMention {
  /** Offsets in the clip’s quote (`target.quote.exact`), or, on a bookmark or in a corpus record, in nothing: then both are 0. */
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  readonly kind: Kind;
  readonly entity: EntityId;
  /** The entity’s name in the dataset then. */
  readonly name: string;
  readonly wikidata?: string;
  /** The first role on the article’s date. */
  readonly role?: ClipRole;
  /** 0 to 1. */
  readonly confidence: number;
  /** How often on the page; only on bookmarks and corpus records. */
  readonly count?: number;
}

/** `passage`: a selection; `mention`: from a card; `page`: a bookmark with its cast, without a target. */
export type ClipKind = 'passage' | 'mention' | 'page';

export interface Clip {
  readonly id: ClipId;
  readonly kind: ClipKind;
  readonly made: Timestamp;
  readonly changed: Timestamp;
  /** Counts changes: a save on top of an older revision is a conflict. */
  readonly revision: number;
  /** When it was put into the trash. */
  readonly deleted?: Timestamp;
  readonly page: PageInfo;
  readonly target?: Target;
  readonly mentions: readonly ClipMention[];
  /** The article’s date on which the roles are told, an ISO day, and how it was found. */
  readonly asOf?: { readonly date: string; readonly source: ArticleDate['source'] };
  /** Markdown. */
  readonly note: string;
  readonly tags: readonly string[];
  readonly colour: Colour;
}

/** A corpus: the articles visited while its recording was on. */
export interface Project {
  readonly id: string;
  readonly name: string;
  readonly made: Timestamp;
  /** Keep the text of articles as well. */
  readonly withText: boolean;
  /** When it was put into the trash, with all its records. */
  readonly deleted?: Timestamp;
}

/** One article visited while corpus mode was on. */
export interface CorpusRecord {
  readonly id: string;
  readonly project: string;
  readonly page: PageInfo;
  readonly asOf?: Clip['asOf'];
  readonly mentions: readonly ClipMention[];
  /** Only when the project asks for it. */
  readonly text?: string;
}
