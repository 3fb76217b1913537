/** Everyone on the page, a line each, by kind: how often, where, and in what role at the article’s date. Pure. */
import { cardData, nameOf } from '../card/make';
import type { CardData, RoleLine } from '../card/types';
import type { EntityId } from '../dataset/schema';
import type { Pack } from '../pack/open';
import type { Telling } from '../page/telling';
import { type ArticleDate, CERTAIN } from '../recognise/types';
import { fold } from '../text/fold';

/** Places stand with the organisations, as they are marked. */
export const GROUPS = ['person', 'office', 'organisation', 'event', 'agreement'] as const;
export type GroupKind = (typeof GROUPS)[number];

/** One mention: in which frame, and at which place of its telling. */
export interface Place {
  readonly frame: string;
  readonly at: number;
}

export interface Entry {
  readonly entity: EntityId;
  readonly kind: GroupKind;
  readonly name: string;
  readonly native?: { readonly text: string; readonly language: string };
  /** A person’s first role: on the date, or the last before it, or the next after it. */
  readonly role?: { readonly line: RoleLine; readonly when: 'then' | 'before' | 'after' };
  /** An office’s holders on the date. */
  readonly holders: readonly string[];
  readonly about?: string;
  /** Of an event or an agreement: partial dates. */
  readonly from?: string;
  readonly to?: string;
  /** No mention is certain. */
  readonly uncertain: boolean;
  /** In the order of the page. */
  readonly places: readonly Place[];
  /** As it is called on the page, each once. */
  readonly surfaces: readonly string[];
  /** What the filter looks in: folded names and words of the page. */
  readonly words: string;
}

export interface Group {
  readonly kind: GroupKind;
  readonly entries: readonly Entry[];
}

/** Frames in the order in which they are read: the page first. */
export const inOrder = (tellings: readonly Telling[]): readonly Telling[] => [...tellings].sort((a, b) => Number(b.top) - Number(a.top));

/** The date that the page is read at: the page’s own before those of its frames. */
export const dateOf = (tellings: readonly Telling[]): ArticleDate | undefined => inOrder(tellings).find((t) => t.date)?.date;

/** The most mentioned first, then as they come on the page. Entities that the pack does not hold are left out. */
export function rollOf(pack: Pack, tellings: readonly Telling[], language: string): readonly Group[] {
  const found = new Map<EntityId, { places: Place[]; surfaces: Set<string>; certain: boolean; date: ArticleDate }>();
  for (const { frame, mentions, date } of inOrder(tellings)) {
    if (!date) continue;
    for (const [at, mention] of mentions.entries()) {
      const entry = found.get(mention.entity) ?? { places: [], surfaces: new Set<string>(), certain: false, date };
      entry.places.push({ frame, at });
      entry.surfaces.add(mention.surface);
      entry.certain ||= mention.confidence >= CERTAIN;
      found.set(mention.entity, entry);
    }
  }
  const entries = [...found].flatMap(([entity, { places, surfaces, certain, date }]) => {
    const card = cardData(pack, { entity, date, others: [], language });
    return card ? [entryOf(pack, card, places, [...surfaces], !certain)] : [];
  });
  return GROUPS.flatMap((kind) => {
    const own = entries.filter((e) => e.kind === kind).sort((a, b) => b.places.length - a.places.length);
    return own.length === 0 ? [] : [{ kind, entries: own }];
  });
}

function entryOf(pack: Pack, card: CardData, places: readonly Place[], surfaces: readonly string[], uncertain: boolean): Entry {
  const kind: GroupKind = card.kind === 'place' ? 'organisation' : card.kind;
  const [then] = card.rolesThen;
  const role = then
    ? { line: then, when: 'then' as const }
    : card.before
      ? { line: card.before, when: 'before' as const }
      : card.after && { line: card.after, when: 'after' as const };
  const holders = card.kind === 'office' ? card.holders.filter((h) => h.current).map((h) => h.name) : [];
  const entity = pack.indexOf(card.entity) as number;
  const { name, names } = pack.record(entity, card.kind);
  return {
    entity: card.entity,
    kind,
    name: card.name,
    ...(card.native && card.native.text !== card.name ? { native: card.native } : {}),
    ...(role ? { role } : {}),
    holders,
    ...(card.about ? { about: card.about } : {}),
    ...((kind === 'event' || kind === 'agreement') && card.life?.from ? { from: card.life.from, ...(card.life.to ? { to: card.life.to } : {}) } : {}),
    uncertain,
    places,
    surfaces,
    words: fold([card.name, nameOf(pack, entity, undefined), name, ...Object.values(names ?? {}), role?.line.title ?? '', ...holders, ...surfaces].join(' ')),
  };
}

/** Those in whose names, roles or words on the page every word of `text` starts a word. Any script; an empty text keeps all. */
export function filtered(groups: readonly Group[], text: string): readonly Group[] {
  const wanted = fold(text).split(' ').filter(Boolean);
  if (wanted.length === 0) return groups;
  return groups.flatMap(({ kind, entries }) => {
    const kept = entries.filter(({ words }) => wanted.every((word) => ` ${words}`.includes(` ${word}`)));
    return kept.length === 0 ? [] : [{ kind, entries: kept }];
  });
}
