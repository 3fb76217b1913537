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

/** The last introduction of a family name’s bearer in the text so far. */
export interface Introduced {
  /** Counted from the start of the document. */
  readonly at: number;
  /** `both`: somebody of the dataset, and in the same block a stranger of that name. */
  readonly by: 'ours' | 'stranger' | 'both';
}

/**
 * What a document’s batches established; plain data, so that it can travel. The page keeps it; the background keeps nothing. All of it but
 * `introduced` is a union over blocks, so that their order does not matter: with the context of all of a document’s batches, and `introduced` of
 * those before it in the text, a batch has the mentions that it has in the document read whole.
 */
export interface DocumentContext {
  /** Persons named in full. */
  readonly named: readonly EntityId[];
  /** Offices that its phrases mean. */
  readonly offices: readonly EntityId[];
  /** Countries and bodies named. */
  readonly around: readonly EntityId[];
  /** Ministers in office whose family name stands in it and is nobody else’s. */
  readonly prominent: readonly EntityId[];
  /** Family names of persons whom the dataset does not know, as `evidence.ts` writes them. */
  readonly strangers: readonly string[];
  /** Acronyms that it spells out as something else. */
  readonly otherwise: readonly string[];
  /** By entity, or by a stranger’s name. */
  readonly introduced: Readonly<Record<string, Introduced>>;
}

export const EMPTY_CONTEXT: DocumentContext = { named: [], offices: [], around: [], prominent: [], strangers: [], otherwise: [], introduced: {} };

export interface RecogniseOptions {
  /** The article’s date when it is known; else it is inferred. */
  readonly date?: ArticleDate;
  /** Today, for when nothing else says the date. */
  readonly today: Day;
  /** Language of the page, for blocks without one. */
  readonly language?: string;
  /** The host name of the page’s address: its country counts as named. */
  readonly site?: string;
  readonly context?: DocumentContext;
}

export interface Recognition {
  /** In the order of blocks, then of `start`. */
  readonly mentions: readonly Mention[];
  readonly date: ArticleDate;
  /** The context for this document’s next batch. */
  readonly context: DocumentContext;
}
