/** What a pack covers, counted for the explorer’s first sight. Pure. */
import { isoOf } from '../dataset/dates';
import { lastChecked } from '../pack/checked';
import type { Pack } from '../pack/open';
import type { Happening } from './entity';
import { KINDS, type Kind } from './kinds';
import { nameOf } from './names';

export interface Extent {
  readonly counts: readonly { readonly kind: Kind; readonly count: number }[];
  readonly tenures: number;
  /** Countries with at least one office. */
  readonly countries: number;
  /** Years of the first and the last event. */
  readonly years?: { readonly first: number; readonly last: number };
  /** The latest day on which a list of holders was checked, `YYYY-MM-DD`. */
  readonly checked?: string;
  /** The last events, latest first. */
  readonly latest: readonly Happening[];
}

const LATEST = 6;

export function extentOf(pack: Pack, language: string): Extent {
  const counts = new Map<Kind, number>();
  const countries = new Set<number>();
  const events: number[] = [];
  for (let e = 0; e < pack.size; e++) {
    const kind = pack.kindOf(e);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    if (kind === 'event') events.push(e);
    if (kind !== 'office') continue;
    for (let i = pack.officeOfFirst[e] as number; i < (pack.officeOfFirst[e + 1] as number); i++) {
      const of = pack.officeOf[i] as number;
      if (pack.kindOf(of) === 'place') countries.add(of);
    }
  }
  const checked = lastChecked(pack);
  events.sort((a, b) => (pack.entityFrom[b] as number) - (pack.entityFrom[a] as number));
  const year = (e: number | undefined) => (e === undefined ? undefined : new Date((pack.entityFrom[e] as number) * 86_400_000).getUTCFullYear());
  const first = year(events.at(-1));
  const last = year(events[0]);
  return {
    counts: KINDS.map((kind) => ({ kind, count: counts.get(kind) ?? 0 })),
    tenures: pack.tenurePerson.length,
    countries: countries.size,
    ...(first === undefined || last === undefined ? {} : { years: { first, last } }),
    ...(checked === undefined ? {} : { checked: isoOf(checked) }),
    latest: events.slice(0, LATEST).map((e) => {
      const { type, from, to, places } = pack.record(e, 'event');
      const link = (at: number) => ({ id: pack.idOf(at), kind: pack.kindOf(at), name: nameOf(pack, at, language) });
      return { link: link(e), type, from, ...(to ? { to } : {}), places: places.map(link) };
    }),
  };
}
