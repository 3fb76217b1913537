/** What a card says, as plain data: made in the background from the pack, drawn by components. Dates are partial dates in text. */

import type { Source } from '../dataset/cite';
import type { EntityId, Kind } from '../dataset/schema';
import type { ArticleDate, Mention } from '../recognise/types';

/** A tenure, or the lack of one, in words. */
export interface RoleLine {
  readonly office: EntityId;
  /** “Minister of Foreign Affairs of Belarus”. */
  readonly title: string;
  /** Partial dates; undefined `from`: not known. */
  readonly from?: string;
  /** Undefined: still in office when last `checked`. `?`: not known. */
  readonly to?: string;
  /** When the office’s list of holders was last known to be right; only on an open tenure. */
  readonly checked?: string;
  readonly acting?: boolean;
  readonly disputed?: string;
  readonly sources: readonly Source[];
}

export interface EventLine {
  readonly event: EntityId;
  readonly name: string;
  readonly from: string;
  readonly to?: string;
  readonly place?: string;
  /** Names of those who are both on this page and in this event. */
  readonly shared: readonly string[];
}

export interface PersonLine {
  readonly entity: EntityId;
  readonly name: string;
  readonly note?: string;
}

export interface CardData {
  readonly entity: EntityId;
  readonly kind: Kind;
  readonly name: string;
  /** The name in the page’s language, when it is neither `name` nor the dataset’s Latin one. */
  readonly here?: { readonly text: string; readonly language: string };
  /** The name in its own language and script, when it differs. */
  readonly native?: { readonly text: string; readonly language: string };
  /** Country or body, in words, and its ISO code when a country. */
  readonly affiliation?: { readonly name: string; readonly code?: string };
  /** Partial dates of birth and death, of founding and end, of an event. */
  readonly life?: { readonly from?: string; readonly to?: string };
  readonly about?: string;
  readonly disputed?: string;
  /** The date at which `rolesThen` is told. */
  readonly date: ArticleDate;
  /** Roles on the article’s date, first in rank first. */
  readonly rolesThen: readonly RoleLine[];
  /** Roles now, where they differ from `rolesThen`. */
  readonly rolesNow: readonly RoleLine[];
  /** The last role before the article’s date and the next one after it, for who held none on it. */
  readonly before?: RoleLine;
  readonly after?: RoleLine;
  /** An office’s holders around the date; an organisation’s heads; in order of time. `current` marks the one at the date. */
  readonly holders: readonly (PersonLine & { readonly from?: string; readonly to?: string; readonly acting?: true; readonly current: boolean })[];
  /** An event’s participants; an agreement’s signatories. */
  readonly people: readonly PersonLine[];
  /** Other people of this page that the dataset links with this one, the most linked first. */
  readonly connected: readonly PersonLine[];
  /** Of an event: what of its series came before and after. */
  readonly previous?: EventLine;
  readonly next?: EventLine;
  /** Of an agreement: its status over time. */
  readonly status?: readonly { readonly from: string; readonly status: string; readonly note?: string }[];
  /** Up to five, ranked for this page: near its date, shared with others on it. */
  readonly events: readonly EventLine[];
  readonly sources: readonly Source[];
  readonly wikidata?: string;
}

/** What the page sends to ask for a card. */
export interface CardQuery {
  readonly entity: EntityId;
  readonly date: ArticleDate;
  /** Other entities on the page, most mentioned first. */
  readonly others: readonly EntityId[];
  /** Language of names and titles; without one as the dataset names them. */
  readonly language?: string;
  readonly pageLanguage?: string;
}

/** A card ready to draw: the facts, the mention it is for, and what else it could be. */
export interface CardView {
  readonly card: CardData;
  readonly mention?: Mention;
  readonly candidates: readonly CardData[];
}
