/** One row a mention, flat: for data frames. Of clips and of corpus records alike. */
import type { Clip, ClipMention, CorpusRecord } from '../types';

export interface MentionRow {
  /** Of the clip or the corpus record. */
  readonly source: string;
  readonly url: string;
  readonly title: string;
  readonly site: string | null;
  readonly published: string | null;
  readonly as_of: string | null;
  readonly as_of_source: string | null;
  readonly entity: string;
  readonly kind: string;
  readonly name: string;
  readonly wikidata: string | null;
  readonly surface: string;
  /** UTF-16 code units in the quote; null where the mention has no place in one. */
  readonly start: number | null;
  readonly end: number | null;
  readonly count: number;
  readonly office: string | null;
  readonly role: string | null;
  readonly role_from: string | null;
  readonly role_to: string | null;
  readonly confidence: number;
}

export function mentionRow({ id, page, asOf }: Pick<Clip | CorpusRecord, 'id' | 'page' | 'asOf'>, mention: ClipMention): MentionRow {
  const placed = mention.end > mention.start;
  return {
    source: id,
    url: page.url,
    title: page.title,
    site: page.site ?? null,
    published: page.published ?? null,
    as_of: asOf?.date ?? null,
    as_of_source: asOf?.source ?? null,
    entity: mention.entity,
    kind: mention.kind,
    name: mention.name,
    wikidata: mention.wikidata ?? null,
    surface: mention.surface,
    start: placed ? mention.start : null,
    end: placed ? mention.end : null,
    count: mention.count ?? 1,
    office: mention.role?.office ?? null,
    role: mention.role?.title ?? null,
    role_from: mention.role?.from ?? null,
    role_to: mention.role?.to ?? null,
    confidence: mention.confidence,
  };
}
