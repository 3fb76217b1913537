/** New clips and records from what a page and its reading say. Names and roles are filled in by the background. */

import type { Mark } from '../page/types';
import type { ArticleDate } from '../recognise/types';
import type { PageText } from './page-text';
import type { Clip, ClipKind, ClipMention, PageInfo, Target } from './types';

/** A UUID, also on pages without `crypto.randomUUID` (those that are not served over TLS). */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((b) => b.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

export interface Draft {
  readonly kind: ClipKind;
  readonly page: PageInfo;
  readonly target?: Target;
  readonly mentions: readonly ClipMention[];
  readonly date: ArticleDate | undefined;
  readonly now: number;
}

export function makeClip({ kind, page, target, mentions, date, now }: Draft): Clip {
  const made = new Date(now).toISOString();
  return {
    id: newId(),
    kind,
    made,
    changed: made,
    revision: 0,
    page,
    ...(target ? { target } : {}),
    mentions,
    ...asOf(date),
    note: '',
    tags: [],
    colour: 'yellow',
  };
}

export const asOf = (date: ArticleDate | undefined): Pick<Clip, 'asOf'> =>
  date ? { asOf: { date: new Date(date.day * 86_400_000).toISOString().slice(0, 10), source: date.source } } : {};

/** The mentions that lie wholly in a passage, with offsets in its quote. */
export function mentionsIn(marks: readonly Mark[], page: PageText, { position, quote }: Target): ClipMention[] {
  return marks.flatMap(({ mention, range }) => {
    if (!range.startContainer.isConnected || range.startContainer.getRootNode() !== range.startContainer.ownerDocument) return [];
    const start = page.offsetOf(range.startContainer, range.startOffset) - position.start;
    const end = start + mention.surface.length;
    const surface = quote.exact.slice(Math.max(0, start), end);
    // The text moved since it was read, or the page draws it otherwise than it is written: then it is not sure that it is the same.
    if (start < 0 || end > quote.exact.length || surface.replace(/\s/g, '') !== mention.surface.replace(/\s/g, '')) return [];
    return [{ start, end, surface, kind: mention.kind, entity: mention.entity, name: '', confidence: mention.confidence }];
  });
}

/** Everybody on the page, each once, in order of appearance, with how often. */
export function castOf(marks: readonly Mark[]): ClipMention[] {
  const cast = new Map<string, ClipMention>();
  for (const { mention } of marks) {
    const { entity, kind, surface, confidence } = mention;
    const there = cast.get(entity);
    if (there) cast.set(entity, { ...there, confidence: Math.max(there.confidence, confidence), count: (there.count ?? 1) + 1 });
    else cast.set(entity, { start: 0, end: 0, surface, kind, entity, name: '', confidence, count: 1 });
  }
  return [...cast.values()];
}
