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

/** For the data dictionary: every column of `MentionRow`. */
export const MENTION_MEANINGS: Readonly<Record<keyof MentionRow, string>> = {
  source: 'id of the article’s record (or of the clip)',
  url: 'address of the page',
  title: 'title of the page',
  site: 'name of the site',
  published: 'date of publication as the page says it: 2018, 2018-10 or 2018-10-30',
  as_of: 'day on which the role is told, ISO 8601',
  as_of_source: 'where that day was found: given, json-ld, open-graph, meta, time, url, text, inferred or today',
  entity: 'id of the entity in the dataset: person/uladzimir-makei',
  kind: 'person, office, organisation, place, event or agreement',
  name: 'name of the entity in the dataset',
  wikidata: 'id in Wikidata',
  surface: 'as it stands in the text (the first time)',
  start: 'UTF-16 offset in the clip’s quote; empty in a corpus',
  end: 'end of it, not included; empty in a corpus',
  count: 'how often on the page',
  office: 'id of the first office held on that day',
  role: 'title of that office',
  role_from: 'since when, a date of one to three parts',
  role_to: 'until when; empty while it is held',
  confidence: '0 to 1: how sure it is that this entity is meant',
};
