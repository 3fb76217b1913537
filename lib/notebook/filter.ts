/** Which clips are listed, in which order, and what there is to choose from. */
import type { EntityId, Kind } from '../dataset/schema';
import type { Clip, ClipId, ClipKind, Colour } from './types';

/** `best`: as the search ranks them; without words to search for, newest first. `published`: the article’s date, latest first. */
export const SORTS = ['newest', 'oldest', 'changed', 'published', 'title', 'site', 'best'] as const;
export type Sort = (typeof SORTS)[number];

export const CLIP_KINDS = ['passage', 'mention', 'page'] as const satisfies readonly ClipKind[];

/** Empty lists and what is undefined leave everything in. */
export interface Wanted {
  readonly text: string;
  /** All of them. */
  readonly tags: readonly string[];
  readonly entity?: EntityId;
  /** As `siteOf` gives it. */
  readonly site?: string;
  /** ISO days, both included. */
  readonly from?: string;
  readonly to?: string;
  /** Which date the days above are of. */
  readonly by: 'clipped' | 'article';
  readonly colours: readonly Colour[];
  readonly kinds: readonly ClipKind[];
  readonly sort: Sort;
}

export const EVERYTHING: Wanted = { text: '', tags: [], by: 'clipped', colours: [], kinds: [], sort: 'newest' };

/** Does it ask for less than everything? The order aside. */
export const isNarrowed = (wanted: Wanted): boolean => wanted.text.trim() !== '' || filterCount(wanted) > 0;

/** How many filters are set, the text aside. */
export const filterCount = ({ tags, entity, site, from, to, colours, kinds }: Wanted): number =>
  tags.length + (entity ? 1 : 0) + (site ? 1 : 0) + (from || to ? 1 : 0) + (colours.length > 0 ? 1 : 0) + (kinds.length > 0 ? 1 : 0);

/** The site’s name, else its host without `www.`. */
export const siteOf = ({ page }: Pick<Clip, 'page'>): string => page.site ?? hostOf(page.url);
const hostOf = (url: string): string => URL.parse(url)?.host.replace(/^www\./, '') ?? url;

/** The article’s date: as it is published, else the one that its roles are told for, else when it was read. A partial date. */
export const articleDate = (clip: Pick<Clip, 'page' | 'asOf'>): string => clip.page.published ?? clip.asOf?.date ?? clip.page.read.slice(0, 10);

/** The ISO day of a moment where the reader is. */
export function localDay(moment: string): string {
  const date = new Date(moment);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function passes(clip: Clip, wanted: Wanted): boolean {
  const { tags, entity, site, from, to, colours, kinds } = wanted;
  if (colours.length > 0 && !colours.includes(clip.colour)) return false;
  if (kinds.length > 0 && !kinds.includes(clip.kind)) return false;
  if (site !== undefined && siteOf(clip) !== site) return false;
  if (tags.length > 0 && !tags.every((tag) => clip.tags.includes(tag))) return false;
  if (entity !== undefined && !clip.mentions.some((m) => m.entity === entity || m.role?.office === entity)) return false;
  if (from === undefined && to === undefined) return true;
  const day = wanted.by === 'clipped' ? localDay(clip.made) : articleDate(clip);
  // A partial date is within when a part of it is: “2018-10” is in a span that ends on 30 October.
  return (from === undefined || day >= from.slice(0, day.length)) && (to === undefined || day <= to.slice(0, day.length));
}

/** `ranked`: what the search found for the text, best first; undefined when there is nothing to search for. `clips` newest first. */
export function select(clips: readonly Clip[], wanted: Wanted, ranked?: readonly ClipId[]): readonly Clip[] {
  const ranks = ranked && new Map(ranked.map((id, i) => [id, i]));
  const left = ranks || filterCount(wanted) > 0 ? clips.filter((clip) => (!ranks || ranks.has(clip.id)) && passes(clip, wanted)) : clips;
  switch (wanted.sort) {
    case 'newest':
      return left;
    case 'oldest':
      return left.toReversed();
    case 'best':
      return ranks ? left.toSorted((a, b) => (ranks.get(a.id) ?? 0) - (ranks.get(b.id) ?? 0)) : left;
    case 'changed':
      return left.toSorted((a, b) => compare(b.changed, a.changed));
    case 'published':
      return left.toSorted((a, b) => compare(articleDate(b), articleDate(a)));
    default: {
      const { compare: byWords } = new Intl.Collator(undefined, { numeric: true });
      const of = wanted.sort === 'title' ? (clip: Clip) => clip.page.title : siteOf;
      return left.toSorted((a, b) => byWords(of(a), of(b)));
    }
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export interface Choice {
  readonly value: string;
  readonly clips: number;
}

/** What the filters offer: everything that a clip has, the most frequent first. */
export interface Choices {
  readonly tags: readonly Choice[];
  readonly sites: readonly Choice[];
  readonly entities: readonly (Choice & { readonly name: string; readonly kind: Kind })[];
}

export function choicesOf(clips: readonly Clip[]): Choices {
  const tags = new Map<string, number>();
  const sites = new Map<string, number>();
  const entities = new Map<EntityId, { clips: number; name: string; kind: Kind }>();
  for (const clip of clips) {
    for (const tag of clip.tags) tags.set(tag, (tags.get(tag) ?? 0) + 1);
    const site = siteOf(clip);
    sites.set(site, (sites.get(site) ?? 0) + 1);
    const here = new Set<EntityId>();
    for (const { entity, name, kind } of clip.mentions) {
      if (here.has(entity)) continue;
      here.add(entity);
      const known = entities.get(entity);
      if (known) known.clips++;
      // Clips come newest first: the name is the latest.
      else entities.set(entity, { clips: 1, name, kind });
    }
  }
  const counted = (counts: ReadonlyMap<string, number>): Choice[] =>
    [...counts].map(([value, count]) => ({ value, clips: count })).sort((a, b) => b.clips - a.clips || compare(a.value, b.value));
  return {
    tags: counted(tags),
    sites: counted(sites),
    entities: [...entities].map(([value, rest]) => ({ value, ...rest })).sort((a, b) => b.clips - a.clips || compare(a.name, b.name)),
  };
}
