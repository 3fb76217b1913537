/** Everything the dataset says about one entity, as plain data for its page. Names in the reader’s language where there are any. Pure. */
import type { Source } from '../dataset/cite';
import type { EntityId } from '../dataset/schema';
import type { Pack } from '../pack/open';
import type { TenureRecord } from '../pack/records';
import { officeOfTenure, tenuresOf } from '../recognise/time';
import type { Kind } from './kinds';
import { codeOf, countriesOf, nameOf } from './names';

/** Another entity, to go to. */
export interface Link {
  readonly id: EntityId;
  readonly kind: Kind;
  readonly name: string;
}

/** Something that lasted: a tenure of a person or of an office, or a status of an agreement. Partial dates; `?`: not known; `to: now`: as of `checked`. */
export interface Bar {
  readonly link?: Link;
  readonly status?: string;
  readonly from: string;
  readonly to: string;
  readonly checked?: string;
  readonly acting?: boolean;
  readonly disputed?: string;
  readonly note?: string;
}

export interface Happening {
  readonly link: Link;
  readonly type: string;
  /** Partial dates; `to` of an event that goes on is `now`. */
  readonly from: string;
  readonly to?: string;
  readonly places: readonly Link[];
}

export interface EntityPage {
  readonly id: EntityId;
  readonly kind: Kind;
  readonly name: string;
  readonly native?: { readonly text: string; readonly language: string };
  /** The names in other languages, by language. */
  readonly names: readonly { readonly language: string; readonly text: string }[];
  readonly about?: string;
  readonly disputed?: string;
  /** The dataset’s word for what sort of organisation, place or event it is. */
  readonly type?: string;
  readonly countries: readonly Link[];
  readonly places: readonly Link[];
  /** Born or founded or begun or signed; died or dissolved or ended. */
  readonly from?: string;
  readonly to?: string;
  /** A person’s tenures, an office’s holders, an agreement’s status, each in order of time. */
  readonly bars: readonly Bar[];
  /** What an office is of. */
  readonly of: readonly Link[];
  /** Offices of an organisation or a country, each with who was in it when last checked. */
  readonly offices: readonly { readonly office: Link; readonly holders: readonly Link[] }[];
  /** Participants of an event, signatories of an agreement. */
  readonly people: readonly Link[];
  readonly relatives: readonly Link[];
  readonly organisations: readonly Link[];
  readonly agreements: readonly Link[];
  /** The one before and the one after, of a series of events. */
  readonly before?: Link;
  readonly after?: Link;
  /** Latest first. */
  readonly events: readonly Happening[];
  readonly sources: readonly Source[];
  readonly wikidata?: string;
}

/** Undefined when the pack holds no such entity. `language`: of names. */
export function entityPage(pack: Pack, id: EntityId, language: string): EntityPage | undefined {
  const entity = pack.indexOf(id);
  if (entity === undefined) return undefined;
  const kind = pack.kindOf(entity);
  const record = pack.record(entity, kind);
  const name = nameOf(pack, entity, language);
  const link = (e: number): Link => ({ id: pack.idOf(e), kind: pack.kindOf(e), name: nameOf(pack, e, language) });
  const linked = linksOf(pack, entity);
  const ofKind = (wanted: Kind) => linked.filter((e) => pack.kindOf(e) === wanted);
  const alphabetical = (list: readonly Link[]) => [...list].sort((a, b) => a.name.localeCompare(b.name, language));

  const base: EntityPage = {
    id,
    kind,
    name,
    names: [...(name === record.name ? [] : [{ language: 'en', text: record.name }]), ...namesOf(record.names, name)],
    ...(record.about ? { about: record.about } : {}),
    ...(record.disputed ? { disputed: record.disputed } : {}),
    ...(record.wikidata ? { wikidata: record.wikidata } : {}),
    countries: countriesOf(pack, entity)
      .filter((c) => c !== entity)
      .map(link),
    places: [],
    bars: [],
    of: [],
    offices: [],
    people: [],
    relatives: [],
    organisations: alphabetical(ofKind('organisation').map(link)),
    agreements: alphabetical(ofKind('agreement').map(link)),
    events: eventsOf(pack, ofKind('event'), link),
    sources: allSources(record.sources, []),
  };

  switch (kind) {
    case 'person': {
      const { born, died, native } = pack.record(entity, 'person');
      const tenures = tenuresOf(pack, entity).map((t) => ({ office: officeOfTenure(pack, t), t }));
      const records = tenures.map(({ office, t }) => tenureAt(pack, office, t)).filter((r) => r !== undefined);
      return {
        ...base,
        ...(native && native.text !== name ? { native } : {}),
        ...dates(born, died),
        bars: inOrder(tenures.flatMap(({ office, t }) => barOf(pack, office, tenureAt(pack, office, t), link(office)))),
        relatives: ofKind('person').map(link),
        // Where the person held an office shows in the offices.
        organisations: [],
        sources: allSources(record.sources, records),
      };
    }
    case 'office': {
      const office = pack.record(entity, 'office');
      return {
        ...base,
        of: office.of.map(link),
        bars: inOrder(office.holders.flatMap((holder) => barOf(pack, entity, holder, link(holder.person)))),
        organisations: [],
        sources: allSources(record.sources, office.holders),
      };
    }
    case 'organisation': {
      const { type, founded, dissolved, seat } = pack.record(entity, 'organisation');
      return {
        ...base,
        type,
        ...dates(founded, dissolved),
        places: seat === undefined ? [] : [link(seat)],
        offices: officesOf(pack, ofKind('office'), link),
      };
    }
    case 'place': {
      const { type } = pack.record(entity, 'place');
      return { ...base, type, offices: officesOf(pack, ofKind('office'), link) };
    }
    case 'event': {
      const event = pack.record(entity, 'event');
      const { before, after } = aroundIn(pack, entity, event.series);
      return {
        ...base,
        type: event.type,
        ...dates(event.from, event.to),
        places: event.places.map(link),
        people: event.participants.map(link),
        organisations: event.series !== undefined && !event.participants.includes(event.series) ? [link(event.series)] : [],
        ...(before === undefined ? {} : { before: link(before) }),
        ...(after === undefined ? {} : { after: link(after) }),
        events: [],
      };
    }
    case 'agreement': {
      const { signed, place, signatories, status } = pack.record(entity, 'agreement');
      return {
        ...base,
        ...dates(signed, undefined),
        places: place === undefined ? [] : [link(place)],
        people: signatories.map(link),
        organisations: [],
        bars: status.map((s, i) => ({
          status: s.status,
          from: s.from,
          to: status[i + 1]?.from ?? (ENDED.has(s.status) ? s.from : 'now'),
          ...(s.note ? { note: s.note } : {}),
        })),
      };
    }
  }
}

/** A status in which an agreement is no more. */
const ENDED: ReadonlySet<string> = new Set(['withdrawn', 'terminated', 'expired', 'superseded']);

const dates = (from: string | undefined, to: string | undefined) => ({ ...(from ? { from } : {}), ...(to ? { to } : {}) });

const linksOf = (pack: Pack, entity: number): readonly number[] => [
  ...pack.link.subarray(pack.linkFirst[entity] as number, pack.linkFirst[entity + 1] as number),
];

const namesOf = (names: Readonly<Record<string, string>> | undefined, shown: string) =>
  Object.entries(names ?? {}).flatMap(([language, text]) => (text === shown ? [] : [{ language, text }]));

const tenureAt = (pack: Pack, office: number, t: number): TenureRecord | undefined =>
  pack.record(office, 'office').holders[t - (pack.officeTenure[office] as number)];

function barOf(pack: Pack, office: number, tenure: TenureRecord | undefined, link: Link): Bar[] {
  if (!tenure) return [];
  const { checked } = pack.record(office, 'office');
  return [
    {
      link,
      from: tenure.from,
      to: tenure.to,
      ...(tenure.to === 'now' && checked ? { checked } : {}),
      ...(tenure.acting ? { acting: true } : {}),
      ...(tenure.disputed ? { disputed: tenure.disputed } : {}),
      ...(tenure.note ? { note: tenure.note } : {}),
    },
  ];
}

/** By start, or by end where the start is not known. Partial dates compare as text. */
const inOrder = (bars: readonly Bar[]): Bar[] => {
  const key = (bar: Bar) => (bar.from === '?' ? (bar.to === '?' ? '' : bar.to) : bar.from);
  return [...bars].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
};

function officesOf(pack: Pack, offices: readonly number[], link: (e: number) => Link): EntityPage['offices'] {
  const rank = (office: number) => {
    const role = pack.officeRole[office] as number;
    return role < 0 ? 50 : (pack.roleRank[role] as number);
  };
  return [...offices]
    .sort((a, b) => rank(a) - rank(b))
    .map((office) => ({
      office: link(office),
      holders: pack
        .record(office, 'office')
        .holders.filter((h) => h.to === 'now')
        .map((h) => link(h.person)),
    }));
}

function eventsOf(pack: Pack, events: readonly number[], link: (e: number) => Link): Happening[] {
  return [...events]
    .sort((a, b) => (pack.entityFrom[b] as number) - (pack.entityFrom[a] as number))
    .map((e) => {
      const { type, from, to, places } = pack.record(e, 'event');
      return { link: link(e), type, from, ...(to ? { to } : {}), places: places.map(link) };
    });
}

function aroundIn(pack: Pack, event: number, series: number | undefined): { before?: number; after?: number } {
  if (series === undefined) return {};
  const all = [...pack.series.subarray(pack.seriesFirst[series] as number, pack.seriesFirst[series + 1] as number)].sort(
    (a, b) => (pack.entityFrom[a] as number) - (pack.entityFrom[b] as number),
  );
  const at = all.indexOf(event);
  const before = all[at - 1];
  const after = at < 0 ? undefined : all[at + 1];
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}

const allSources = (own: readonly Source[], tenures: readonly TenureRecord[]): Source[] => [
  ...new Map([...own, ...tenures.flatMap((t) => t.sources ?? [])].map((s) => [s.url, s])).values(),
];

/** The countries of a pack, for a filter: those that have at least one entity, by name. */
export function countryList(pack: Pack, language: string): { readonly code: string; readonly name: string }[] {
  const list: { code: string; name: string }[] = [];
  for (let e = 0; e < pack.size; e++) {
    if (pack.kindOf(e) !== 'place') continue;
    const code = codeOf(pack, e);
    if (code) list.push({ code, name: nameOf(pack, e, language) });
  }
  return list.sort((a, b) => a.name.localeCompare(b.name, language));
}
