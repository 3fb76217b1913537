/** The facts of one entity as a pack keeps them: JSON, decoded only for a card. Other entities go by their index in the pack. */
import type { Source } from '../dataset/cite';

interface Common {
  readonly name: string;
  readonly about?: string;
  readonly wikidata?: string;
  readonly disputed?: string;
  /** Names by language, the first of each: what a card shows in the reader’s language. */
  readonly names?: Readonly<Record<string, string>>;
  readonly sources: readonly Source[];
}

export interface PersonRecord extends Common {
  readonly female?: true;
  readonly born?: string;
  readonly died?: string;
  readonly country?: number;
  readonly native?: { readonly text: string; readonly language: string };
}

export interface TenureRecord {
  readonly person: number;
  /** Partial date or `?`. */
  readonly from: string;
  /** Partial date, `now` or `?`. */
  readonly to: string;
  readonly acting?: true;
  readonly disputed?: string;
  readonly note?: string;
  readonly sources?: readonly Source[];
}

export interface OfficeRecord extends Common {
  readonly of: readonly number[];
  readonly checked?: string;
  readonly several?: true;
  /** In the order of `officeTenure`. */
  readonly holders: readonly TenureRecord[];
}

export interface OrganisationRecord extends Common {
  readonly type: string;
  readonly of?: number;
  readonly founded?: string;
  readonly dissolved?: string;
  readonly seat?: number;
}

export interface PlaceRecord extends Common {
  readonly type: string;
  readonly in?: number;
  readonly official?: string;
  /** ISO 3166-1 alpha-2, lower case, of a country. */
  readonly code?: string;
  readonly capital?: number;
}

export interface EventRecord extends Common {
  readonly type: string;
  readonly from: string;
  readonly to?: string;
  readonly places: readonly number[];
  readonly participants: readonly number[];
  readonly series?: number;
}

export interface AgreementRecord extends Common {
  readonly signed?: string;
  readonly place?: number;
  readonly signatories: readonly number[];
  readonly status: readonly { readonly from: string; readonly status: string; readonly note?: string }[];
}

export interface RoleRecord {
  readonly id: string;
  readonly name: string;
  /** The first phrase of each language. */
  readonly names?: Readonly<Record<string, string>>;
}
