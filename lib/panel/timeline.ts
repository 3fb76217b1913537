/** What happened around the article’s date between those who are on the page. Pure. */
import { nameOf } from '../card/make';
import { type Day, END } from '../dataset/dates';
import type { EntityId } from '../dataset/schema';
import type { Pack } from '../pack/open';
import type { Entry } from './roll';

export interface Happening {
  readonly event: EntityId;
  readonly name: string;
  readonly type: string;
  /** Partial dates; `to` of what goes on is `now`. */
  readonly from: string;
  readonly to?: string;
  readonly place?: string;
  /** Those of the page who took part, the most mentioned first. */
  readonly who: readonly string[];
  /** Named on the page itself. */
  readonly named: boolean;
  /** Where it lies to the article’s date. */
  readonly when: 'before' | 'on' | 'after';
}

export interface Timeline {
  /** In order of time. */
  readonly events: readonly Happening[];
  /** How many there are besides. */
  readonly more: number;
}

/** Days to the date; 0 while it goes on. */
const distance = (pack: Pack, event: number, day: Day): number => {
  const from = pack.entityFrom[event] as number;
  const to = Math.min(pack.entityTo[event] as number, END);
  return day < from ? from - day : day > to ? day - to : 0;
};

/**
 * The `most` events that say most: near the date (a year away halves it) and shared by several of the page. Countries and cities count for nothing: they
 * would bring all that ever happened there.
 */
export function timelineOf(pack: Pack, entries: readonly Entry[], day: Day, language: string, most: number): Timeline {
  const who = new Map<number, string[]>();
  const named = new Set<number>();
  for (const { entity, name, kind } of entries) {
    const own = pack.indexOf(entity);
    if (own === undefined || pack.kindOf(own) === 'place') continue;
    if (kind === 'event') {
      named.add(own);
      who.set(own, who.get(own) ?? []);
      continue;
    }
    for (let i = pack.linkFirst[own] as number; i < (pack.linkFirst[own + 1] as number); i++) {
      const event = pack.link[i] as number;
      if (pack.kindOf(event) === 'event') who.set(event, [...(who.get(event) ?? []), name]);
    }
  }
  const score = (event: number): number =>
    2 * 0.5 ** (distance(pack, event, day) / 365) + Math.min(3, (who.get(event)?.length ?? 1) - 1) + (named.has(event) ? 3 : 0);
  const chosen = [...who.keys()].sort((a, b) => score(b) - score(a) || distance(pack, a, day) - distance(pack, b, day)).slice(0, most);
  chosen.sort((a, b) => (pack.entityFrom[a] as number) - (pack.entityFrom[b] as number));
  return {
    more: who.size - chosen.length,
    events: chosen.map((e) => {
      const { type, from, to, places } = pack.record(e, 'event');
      const place = places[0];
      return {
        event: pack.idOf(e),
        name: nameOf(pack, e, language),
        type,
        from,
        ...(to && to !== from ? { to } : {}),
        ...(place === undefined ? {} : { place: nameOf(pack, place, language) }),
        who: who.get(e) ?? [],
        named: named.has(e),
        when: distance(pack, e, day) === 0 ? 'on' : (pack.entityFrom[e] as number) > day ? 'after' : 'before',
      };
    }),
  };
}
