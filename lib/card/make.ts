/** Makes the facts of one card from the pack: roles at the article’s date and now, and the events that have to do with this page. Pure. */
import { BEGINNING, type Day, END } from '../dataset/dates';
import type { Pack } from '../pack/open';
import type { OfficeRecord } from '../pack/records';
import { holdersAt, officeOfTenure, tenuresOf } from '../recognise/time';
import type { CardData, CardQuery, EventLine, PersonLine, RoleLine } from './types';

const MOST_EVENTS = 5;
const MOST_CONNECTED = 6;
/** Holders shown before and after the one at the date. */
const HOLDERS_AROUND = 2;

/** Undefined when the pack does not hold the entity. */
export function cardData(pack: Pack, query: CardQuery): CardData | undefined {
  const entity = pack.indexOf(query.entity);
  if (entity === undefined) return undefined;
  const kind = pack.kindOf(entity);
  const record = pack.record(entity, kind);
  const { language } = query;
  const name = nameIn(record, language);
  const here = query.pageLanguage ? nameIn(record, query.pageLanguage) : name;
  const base = {
    entity: query.entity,
    kind,
    name,
    ...(here !== name && here !== record.name ? { here: { text: here, language: query.pageLanguage ?? '' } } : {}),
    ...(record.about ? { about: record.about } : {}),
    ...(record.disputed ? { disputed: record.disputed } : {}),
    ...(record.wikidata ? { wikidata: record.wikidata } : {}),
    date: query.date,
    rolesThen: [],
    rolesNow: [],
    holders: [],
    people: [],
    connected: connectedOf(pack, entity, query),
    events: eventsOf(pack, entity, query),
    sources: record.sources,
  } satisfies CardData;
  switch (kind) {
    case 'person':
      return { ...base, ...personFacts(pack, entity, query.date.day, language) };
    case 'office':
      return { ...base, name: titleOf(pack, entity, language), ...officeFacts(pack, entity, query.date.day, language) };
    case 'organisation':
      return { ...base, ...organisationFacts(pack, entity, query.date.day, language) };
    case 'event': {
      const event = pack.record(entity, 'event');
      return {
        ...base,
        life: { from: event.from, ...(event.to ? { to: event.to } : {}) },
        people: linesOf(pack, event.participants, language),
        ...neighbours(pack, entity, event.series, language),
        ...(event.places[0] === undefined ? {} : { affiliation: { name: nameOf(pack, event.places[0], language) } }),
      };
    }
    case 'agreement': {
      const agreement = pack.record(entity, 'agreement');
      return {
        ...base,
        ...(agreement.signed ? { life: { from: agreement.signed } } : {}),
        people: linesOf(pack, agreement.signatories, language),
        status: agreement.status,
      };
    }
    case 'place':
      return base;
  }
}

/** The name in a language, when the dataset has one for it; else the name in Latin letters. */
const nameIn = (record: { readonly name: string; readonly names?: Readonly<Record<string, string>> }, language: string | undefined): string =>
  record.names?.[(language ?? '').slice(0, 2).toLowerCase()] ?? record.name;

export const nameOf = (pack: Pack, entity: number, language: string | undefined): string =>
  pack.kindOf(entity) === 'office' ? titleOf(pack, entity, language) : nameIn(pack.record(entity, pack.kindOf(entity)), language);
const linesOf = (pack: Pack, entities: readonly number[], language: string | undefined): PersonLine[] =>
  entities.map((e) => ({ entity: pack.idOf(e), name: nameOf(pack, e, language) }));

/**
 * The title of an office in a language: its own title there, else the role with the country or body behind it (“Министр иностранных дел (Беларусь)”),
 * which is right in every grammar; else as the dataset names it.
 */
export function titleOf(pack: Pack, office: number, language: string | undefined): string {
  const record = pack.record(office, 'office');
  const code = (language ?? '').slice(0, 2).toLowerCase();
  const own = record.names?.[code];
  if (own || code === '' || code === 'en') return own ?? record.name;
  const role = pack.officeRole[office] as number;
  const title = role < 0 ? undefined : pack.role(role).names?.[code];
  const of = record.of[0];
  const body = of === undefined ? undefined : pack.record(of, pack.kindOf(of)).names?.[code];
  return title && body ? `${title.charAt(0).toLocaleUpperCase(code)}${title.slice(1)} (${body})` : record.name;
}

function countryOf(pack: Pack, country: number | undefined, language: string | undefined): Pick<CardData, 'affiliation'> {
  if (country === undefined) return {};
  const place = pack.record(country, 'place');
  return { affiliation: { name: nameIn(place, language), ...(place.code ? { code: place.code } : {}) } };
}

/** What of the same series came before and after an event. */
function neighbours(pack: Pack, event: number, series: number | undefined, language: string | undefined): Pick<CardData, 'previous' | 'next'> {
  if (series === undefined) return {};
  const own = pack.entityFrom[event] as number;
  let previous: number | undefined;
  let next: number | undefined;
  for (let e = 0; e < pack.size; e++) {
    if (e === event || pack.kindOf(e) !== 'event' || pack.record(e, 'event').series !== series) continue;
    const from = pack.entityFrom[e] as number;
    if (from < own && (previous === undefined || from > (pack.entityFrom[previous] as number))) previous = e;
    if (from > own && (next === undefined || from < (pack.entityFrom[next] as number))) next = e;
  }
  const line = (e: number) => ({ event: pack.idOf(e), name: nameOf(pack, e, language), ...eventDates(pack, e), shared: [] });
  return { ...(previous === undefined ? {} : { previous: line(previous) }), ...(next === undefined ? {} : { next: line(next) }) };
}

const eventDates = (pack: Pack, event: number): Pick<EventLine, 'from' | 'to'> => {
  const { from, to } = pack.record(event, 'event');
  return { from, ...(to ? { to } : {}) };
};

interface Tenure {
  readonly t: number;
  readonly from: Day;
  readonly to: Day;
  readonly rank: number;
  readonly line: RoleLine;
}

function tenureLines(pack: Pack, person: number, language: string | undefined): Tenure[] {
  return tenuresOf(pack, person).map((t) => {
    const office = officeOfTenure(pack, t);
    const record = pack.record(office, 'office');
    const role = pack.officeRole[office] as number;
    return {
      t,
      from: pack.tenureFromFirst[t] as number,
      to: pack.tenureToLast[t] as number,
      rank: role < 0 ? 50 : (pack.roleRank[role] as number),
      line: roleLine(pack, office, record, t, language),
    };
  });
}

function roleLine(pack: Pack, office: number, record: OfficeRecord, t: number, language: string | undefined): RoleLine {
  const holder = record.holders[t - (pack.officeTenure[office] as number)];
  const known = (date: string | undefined) => (date === undefined || date === '?' ? undefined : date);
  const from = known(holder?.from);
  return {
    office: pack.idOf(office),
    title: titleOf(pack, office, language),
    ...(from ? { from } : {}),
    ...(holder?.to === 'now' ? (record.checked ? { checked: record.checked } : {}) : { to: holder?.to ?? '?' }),
    ...(holder?.acting ? { acting: true } : {}),
    ...(holder?.disputed ? { disputed: holder.disputed } : {}),
    sources: holder?.sources ?? record.sources,
  };
}

function personFacts(pack: Pack, person: number, day: Day, language: string | undefined): Partial<CardData> {
  const record = pack.record(person, 'person');
  const tenures = tenureLines(pack, person, language);
  const covers = (t: Tenure): boolean => {
    const office = officeOfTenure(pack, t.t);
    return holdersAt(pack, office, day).some((h) => h.tenure === t.t);
  };
  const byRank = (a: Tenure, b: Tenure) => a.rank - b.rank || b.from - a.from;
  const then = tenures.filter(covers).sort(byRank);
  const open = tenures.filter((t) => t.line.to === undefined).sort(byRank);
  const earlier = tenures.filter((t) => !then.includes(t) && t.from !== BEGINNING && t.to < day).sort((a, b) => b.to - a.to || byRank(a, b))[0];
  const later = tenures.filter((t) => !then.includes(t) && t.from > day).sort((a, b) => a.from - b.from || byRank(a, b))[0];
  const now = open.filter((t) => !then.includes(t));
  return {
    ...(record.native ? { native: record.native } : {}),
    ...countryOf(pack, record.country, language),
    ...(record.born || record.died ? { life: { ...(record.born ? { from: record.born } : {}), ...(record.died ? { to: record.died } : {}) } } : {}),
    rolesThen: then.map((t) => t.line),
    rolesNow: now.map((t) => t.line),
    ...(then.length === 0 && earlier ? { before: earlier.line } : {}),
    ...(then.length === 0 && later && !now.includes(later) ? { after: later.line } : {}),
  };
}

function holdersAround(pack: Pack, office: number, day: Day, language: string | undefined): CardData['holders'] {
  const record = pack.record(office, 'office');
  const first = pack.officeTenure[office] as number;
  const current = new Set(holdersAt(pack, office, day).map((h) => h.tenure));
  const line = record.holders
    .map((h, i) => ({
      t: first + i,
      entity: pack.idOf(h.person),
      name: nameOf(pack, h.person, language),
      ...(h.from === '?' ? {} : { from: h.from }),
      ...(h.to === '?' || h.to === 'now' ? {} : { to: h.to }),
      ...(h.acting ? { acting: true as const } : {}),
      current: current.has(first + i),
    }))
    .sort((a, b) => (pack.tenureFromFirst[a.t] as number) - (pack.tenureFromFirst[b.t] as number));
  const here = line.findIndex((h) => h.current);
  const before = line.findLastIndex((h) => (pack.tenureFromFirst[h.t] as number) <= day);
  const middle = here >= 0 ? here : Math.max(0, before);
  const last = Math.max(
    middle,
    line.findLastIndex((h) => h.current),
  );
  return line.slice(Math.max(0, middle - HOLDERS_AROUND), last + HOLDERS_AROUND + 1).map(({ t: _t, ...rest }) => rest);
}

function officeFacts(pack: Pack, office: number, day: Day, language: string | undefined): Partial<CardData> {
  const record = pack.record(office, 'office');
  const of = record.of[0];
  return {
    ...(of === undefined ? {} : pack.kindOf(of) === 'place' ? countryOf(pack, of, language) : { affiliation: { name: nameOf(pack, of, language) } }),
    holders: holdersAround(pack, office, day, language),
  };
}

/** An organisation’s heads: the holders of its highest office at the date. */
function organisationFacts(pack: Pack, organisation: number, day: Day, language: string | undefined): Partial<CardData> {
  const record = pack.record(organisation, 'organisation');
  const offices: number[] = [];
  for (let i = pack.linkFirst[organisation] as number; i < (pack.linkFirst[organisation + 1] as number); i++) {
    const linked = pack.link[i] as number;
    if (pack.kindOf(linked) === 'office') offices.push(linked);
  }
  const rank = (o: number) => {
    const role = pack.officeRole[o] as number;
    return role < 0 ? 50 : (pack.roleRank[role] as number);
  };
  offices.sort((a, b) => rank(a) - rank(b));
  const heads = offices.slice(0, 3).flatMap((o) =>
    holdersAround(pack, o, day, language)
      .filter((h) => h.current)
      .map((h) => ({ ...h, note: titleOf(pack, o, language) })),
  );
  return {
    ...countryOf(pack, record.of, language),
    ...(record.founded || record.dissolved
      ? { life: { ...(record.founded ? { from: record.founded } : {}), ...(record.dissolved ? { to: record.dissolved } : {}) } }
      : {}),
    holders: heads,
  };
}

/** Others of the page that this one is linked with in the dataset: by office, body, country or a common event; the most linked first. */
function connectedOf(pack: Pack, entity: number, query: CardQuery): PersonLine[] {
  const others = new Set(query.others.flatMap((id) => pack.indexOf(id) ?? []));
  const strength = new Map<number, number>();
  const add = (e: number, by: number) => {
    if (e !== entity && others.has(e) && pack.kindOf(e) === 'person') strength.set(e, (strength.get(e) ?? 0) + by);
  };
  for (let i = pack.linkFirst[entity] as number; i < (pack.linkFirst[entity + 1] as number); i++) {
    const linked = pack.link[i] as number;
    const kind = pack.kindOf(linked);
    add(linked, 3);
    // A country links everyone with everyone; an event or a body says something.
    if (kind === 'place') continue;
    for (let j = pack.linkFirst[linked] as number; j < (pack.linkFirst[linked + 1] as number); j++) add(pack.link[j] as number, 1);
  }
  return [...strength]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_CONNECTED)
    .map(([e]) => ({ entity: pack.idOf(e), name: nameOf(pack, e, query.language) }));
}

/** Events linked with an entity, nearest to the date and shared with the others on the page first. */
function eventsOf(pack: Pack, entity: number, query: CardQuery): EventLine[] {
  const others = new Set(query.others.flatMap((id) => pack.indexOf(id) ?? []));
  others.delete(entity);
  const scored: { event: number; score: number; shared: number[] }[] = [];
  const seen = new Set<number>();
  const consider = (event: number) => {
    if (seen.has(event) || event === entity || pack.kindOf(event) !== 'event') return;
    seen.add(event);
    const from = pack.entityFrom[event] as number;
    const to = Math.min(pack.entityTo[event] as number, END);
    const days = query.date.day < from ? from - query.date.day : query.date.day > to ? query.date.day - to : 0;
    const shared: number[] = [];
    for (let i = pack.linkFirst[event] as number; i < (pack.linkFirst[event + 1] as number); i++)
      if (others.has(pack.link[i] as number)) shared.push(pack.link[i] as number);
    const people = shared.filter((s) => pack.kindOf(s) !== 'place');
    // A year away halves what nearness gives; each other from the page adds as much as being on the day itself.
    scored.push({ event, shared: people, score: 2 * 0.5 ** (days / 365) + Math.min(3, people.length) + 0.3 * Math.min(2, shared.length - people.length) });
  };
  for (let i = pack.linkFirst[entity] as number; i < (pack.linkFirst[entity + 1] as number); i++) consider(pack.link[i] as number);
  return scored
    .sort((a, b) => b.score - a.score || (pack.entityFrom[b.event] as number) - (pack.entityFrom[a.event] as number))
    .slice(0, MOST_EVENTS)
    .map(({ event, shared }) => {
      const place = pack.record(event, 'event').places[0];
      return {
        event: pack.idOf(event),
        name: nameOf(pack, event, query.language),
        ...eventDates(pack, event),
        ...(place === undefined ? {} : { place: nameOf(pack, place, query.language) }),
        shared: shared.slice(0, 4).map((s) => nameOf(pack, s, query.language)),
      };
    });
}
