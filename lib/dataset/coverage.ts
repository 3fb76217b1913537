/** What a dataset covers, counted. Pure. */
import { dayRange } from './dates';
import type { Dataset } from './load';
import { eachName } from './names';

export interface LineCoverage {
  readonly kind: string;
  /** The year in which the first known holder began; undefined when there is no such office. */
  readonly since?: string;
  readonly gaps: number;
}

export interface Coverage {
  readonly counts: ReadonlyMap<string, number>;
  readonly names: ReadonlyMap<string, number>;
  readonly people: ReadonlyMap<string, number>;
  readonly events: ReadonlyMap<string, number>;
  /** Starts and ends of tenures: known to the day, known at all, not known. */
  readonly exactDays: number;
  readonly knownDays: number;
  readonly unknownDays: number;
  readonly birthdays: number;
  /** Offices without a declared gap. */
  readonly whole: number;
  readonly lines: readonly { readonly place: string; readonly offices: readonly LineCoverage[] }[];
  /** Offices with somebody in them now, by the date on which that was last known, oldest first. */
  readonly stale: readonly { readonly id: string; readonly checked: string }[];
}

/** Kinds of office that every country is to have, with the roles that fill each. */
const TOP: readonly (readonly [kind: string, roles: readonly string[]])[] = [
  ['state', ['head-of-state-president', 'monarch', 'supreme-leader', 'president-of-body']],
  ['government', ['prime-minister', 'chancellor']],
  ['foreign', ['foreign-minister', 'secretary-of-state-us']],
];

export function coverageOf(dataset: Dataset): Coverage {
  const names = new Map<string, number>();
  const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const list of [dataset.people, dataset.offices, dataset.organisations, dataset.places, dataset.events, dataset.agreements]) {
    for (const e of list) {
      count(names, 'en');
      for (const n of eachName(e.names, 'other')) count(names, n.language);
    }
  }
  const people = new Map<string, number>();
  for (const p of dataset.people) count(people, p.country?.slice('place/'.length) ?? 'none');
  const events = new Map<string, number>();
  for (const e of dataset.events) count(events, e.from.slice(0, 4));
  const tenures = dataset.offices.flatMap((o) => o.holders);
  const ends = tenures.flatMap((h) => (h.to === 'now' ? [h.from] : [h.from, h.to]));
  const known = ends.filter((d) => d !== '?');
  return {
    counts: new Map([
      ['people', dataset.people.length],
      ['offices', dataset.offices.length],
      ['tenures', tenures.length],
      ['organisations', dataset.organisations.length],
      ['places', dataset.places.length],
      ['events', dataset.events.length],
      ['agreements', dataset.agreements.length],
    ]),
    names,
    people,
    events,
    exactDays: known.filter((d) => d.length === 10).length,
    knownDays: known.length,
    unknownDays: ends.length - known.length,
    birthdays: dataset.people.filter((p) => p.born?.length === 10).length,
    whole: dataset.offices.filter((o) => (o.gaps ?? []).length === 0).length,
    lines: linesOf(dataset),
    stale: dataset.offices
      .flatMap((o) => (o.checked && o.holders.some((h) => h.to === 'now') ? [{ id: o.id, checked: o.checked }] : []))
      .sort((a, b) => (a.checked < b.checked ? -1 : 1)),
  };
}

function linesOf(dataset: Dataset): Coverage['lines'] {
  const countries = dataset.places.filter((p) => p.type === 'country').sort((a, b) => (a.id < b.id ? -1 : 1));
  return countries.map((place) => ({
    place: place.id,
    offices: TOP.map(([kind, roles]) => {
      const offices = dataset.offices.filter((o) => o.of === place.id && roles.includes(o.role?.slice('role/'.length) ?? ''));
      const starts = offices.flatMap((o) => o.holders.map((h) => h.from)).filter((d) => dayRange(d) !== undefined);
      const since = starts.sort()[0]?.slice(0, 4);
      return { kind, gaps: offices.reduce((sum, o) => sum + (o.gaps?.length ?? 0), 0), ...(since === undefined ? {} : { since }) };
    }),
  }));
}
