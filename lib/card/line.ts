/** A mention as a line of data: what the command line prints and the panel exports. */
import { isoOf } from '../dataset/dates';
import type { Pack } from '../pack/open';
import type { ArticleDate, Mention } from '../recognise/types';

/** Offsets are UTF-16 code units of the document’s text, `end` exclusive. */
export interface Line {
  readonly doc: string;
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  readonly kind: string;
  readonly entity: string;
  readonly name: string;
  readonly wikidata: string | null;
  readonly via: string;
  readonly confidence: number;
  readonly role: string | null;
  readonly asOf: string;
  readonly evidence: readonly string[];
  readonly group?: number;
  readonly candidates?: readonly string[];
}

/** `offset`: of the mention’s block in the document. The pack has to hold the entity. */
export function lineOf(doc: string, mention: Mention, offset: number, pack: Pack, date: ArticleDate): Line {
  const entity = pack.indexOf(mention.entity) as number;
  const record = pack.record(entity, mention.kind);
  const office = mention.office === undefined ? undefined : pack.indexOf(mention.office);
  return {
    doc,
    start: offset + mention.start,
    end: offset + mention.end,
    surface: mention.surface,
    kind: mention.kind,
    entity: mention.entity,
    name: record.name,
    wikidata: record.wikidata ?? null,
    via: mention.via,
    confidence: mention.confidence,
    role: office === undefined ? null : pack.record(office, 'office').name,
    asOf: isoOf(date.day),
    evidence: mention.evidence.map((e) => (e.detail ? `${e.code}: ${e.detail}` : e.code)),
    ...(mention.group === undefined ? {} : { group: mention.group }),
    ...(mention.candidates ? { candidates: mention.candidates } : {}),
  };
}
