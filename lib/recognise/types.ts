/** The words of recognition: what goes in, what comes out. Offsets are UTF-16 code units of a block’s text, end exclusive. */
import type { Day } from '../dataset/dates';
import type { EntityId, Kind } from '../dataset/schema';

/** The visible text of one block-level element, inline elements joined. */
export interface Block {
  /** The caller’s own number for it; mentions name it. */
  readonly id: number;
  readonly text: string;
  /** Language of the block (BCP 47) where the page says it; else it is guessed. */
  readonly lang?: string;
}

/** How an article’s date was found, best first. */
export const DATE_SOURCES = ['given', 'json-ld', 'open-graph', 'meta', 'time', 'url', 'text', 'inferred', 'today'] as const;
export type DateSource = (typeof DATE_SOURCES)[number];

/** The date at which roles are told. */
export interface ArticleDate {
  readonly day: Day;
  readonly source: DateSource;
  /** Only when inferred: the days between which the text itself makes sense. */
  readonly between?: { readonly first: Day; readonly last: Day };
}

/** By what a mention was found. */
export type Via = 'name' | 'family-name' | 'office' | 'acronym' | 'event' | 'agreement' | 'coreference';

/** One reason for a mention, in words a card can show. `code` chooses the sentence, `detail` fills it. */
export interface Evidence {
  readonly code:
    | 'full-name'
    | 'unique-name'
    | 'introduced'
    | 'title-beside'
    | 'company'
    | 'holder-at-date'
    | 'holder-when-checked'
    | 'former-holder'
    | 'office-only'
    | 'series-at-date'
    | 'acronym'
    | 'given-name-initial'
    | 'several-holders'
    | 'no-holder'
    | 'native-name'
    | 'corrected-by-reader';
  /** A name, a date (ISO) or an id, as the code needs. */
  readonly detail?: string;
}

export interface Mention {
  /** The block’s id. */
  readonly block: number;
  readonly start: number;
  readonly end: number;
  /** Always `text.slice(start, end)`. */
  readonly surface: string;
  readonly kind: Kind;
  /** The entity meant; for an uncertain mention the likeliest of `candidates`. */
  readonly entity: EntityId;
  readonly via: Via;
  /** 0 to 1: of mentions with this figure, so many are right. Under `CERTAIN` a card shows the candidates. */
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
  /** Who else it may be, likeliest first, `entity` included. Only when there is more than one. */
  readonly candidates?: readonly EntityId[];
  /** For a person meant by an office: that office. */
  readonly office?: EntityId;
  /** One number for the mentions that share one span (“the Foreign Ministers of Poland and Slovakia”). */
  readonly group?: number;
}

/** From this confidence on, a mention is shown as certain. */
export const CERTAIN = 0.75;

/** What a document’s earlier batches established; plain data, so that it can travel. The page keeps it; the background keeps nothing. */
export interface DocumentContext {
  /** Entities named in full (or by office, or by a sure acronym) so far, with how often. */
  readonly named: Readonly<Record<EntityId, number>>;
  /** Folded names of persons the dataset does not know: family name → folded given names seen before it. */
  readonly strangers: Readonly<Record<string, readonly string[]>>;
}

export const EMPTY_CONTEXT: DocumentContext = { named: {}, strangers: {} };

export interface RecogniseOptions {
  /** The article’s date when it is known; else it is inferred. */
  readonly date?: ArticleDate;
  /** Today, for when nothing else says the date. */
  readonly today: Day;
  /** Language of the page, for blocks without one. */
  readonly language?: string;
  readonly context?: DocumentContext;
}

export interface Recognition {
  /** In the order of blocks, then of `start`. */
  readonly mentions: readonly Mention[];
  readonly date: ArticleDate;
  /** The context for this document’s next batch. */
  readonly context: DocumentContext;
}
