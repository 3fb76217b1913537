/** Makes the record of each entity for the pack: what a card needs, other entities as indices. */
import type { Source } from '../dataset/cite';
import type { Dataset } from '../dataset/load';
import { eachName, readName, readPersonName } from '../dataset/names';
import type { Citation, Kind, Names } from '../dataset/schema';
import type { AgreementRecord, EventRecord, OfficeRecord, OrganisationRecord, PersonRecord, PlaceRecord, TenureRecord } from './records';

export interface Lookup {
  at(id: string | undefined): number | undefined;
  several(ids: readonly string[] | string | undefined): number[];
  cite(citations: readonly Citation[] | undefined): Source[];
  readonly size: number;
}

/** The languages spoken where a country’s people have their native names, by country code; for the others the Latin name is native. */
const NATIVE: Readonly<Record<string, readonly string[]>> = {
  by: ['be', 'ru'],
  ru: ['ru'],
  ua: ['uk'],
  bg: ['bg'],
  rs: ['sr'],
  mk: ['mk'],
  me: ['sr'],
  ge: ['ka'],
  am: ['hy'],
  az: ['az'],
  kz: ['kk', 'ru'],
  kg: ['ky', 'ru'],
  uz: ['uz', 'ru'],
  tj: ['tg', 'ru'],
  tm: ['tk', 'ru'],
  mn: ['mn'],
  gr: ['el'],
  cy: ['el'],
  il: ['he'],
  ir: ['fa'],
  cn: ['zh'],
  tw: ['zh'],
  jp: ['ja'],
  kr: ['ko'],
  kp: ['ko'],
  in: ['hi'],
  sa: ['ar'],
  ae: ['ar'],
  qa: ['ar'],
  kw: ['ar'],
  bh: ['ar'],
  om: ['ar'],
  iq: ['ar'],
  sy: ['ar'],
  lb: ['ar'],
  jo: ['ar'],
  ps: ['ar'],
  ye: ['ar'],
  eg: ['ar'],
  ly: ['ar'],
  tn: ['ar'],
  dz: ['ar'],
  ma: ['ar'],
  sd: ['ar'],
  lt: ['lt'],
  lv: ['lv'],
  pl: ['pl'],
  cz: ['cs'],
  sk: ['sk'],
  hu: ['hu'],
  tr: ['tr'],
  ro: ['ro'],
};

const firstNames = (names: Names | undefined, of: 'person' | 'other'): Record<string, string> => {
  const out: Record<string, string> = {};
  for (const [language, value] of Object.entries(names ?? {})) {
    const list = Array.isArray(value) ? value : [value];
    const best = list.map((n) => readName(n, language, of)).find((n) => n.kind === 'full');
    if (best && language !== 'en') out[language] = best.text;
  }
  return out;
};

const given = <T extends object>(record: T): T =>
  Object.fromEntries(
    Object.entries(record).filter(([, v]) => v !== undefined && !(typeof v === 'object' && v !== null && Object.keys(v).length === 0 && !Array.isArray(v))),
  ) as T;

export function prepareRecords(dataset: Dataset, look: Lookup): Record<Kind, (id: string) => object> {
  const by = <T extends { id: string }>(list: readonly T[]) => new Map(list.map((e) => [e.id, e]));
  const people = by(dataset.people);
  const offices = by(dataset.offices);
  const organisations = by(dataset.organisations);
  const places = by(dataset.places);
  const events = by(dataset.events);
  const agreements = by(dataset.agreements);
  const of = <T>(map: ReadonlyMap<string, T>, id: string): T => {
    const entity = map.get(id);
    if (!entity) throw new Error(`${id} is not in the dataset`);
    return entity;
  };
  return {
    person(id): PersonRecord {
      const p = of(people, id);
      const name = readPersonName(p.name).text;
      const code = p.country?.slice('place/'.length);
      const all = [...eachName(p.names, 'person')];
      const native = (NATIVE[code ?? ''] ?? []).map((l) => all.find((n) => n.language === l && n.kind === 'full')).find((n) => n && n.text !== name);
      return given({
        name,
        about: p.about,
        wikidata: p.wikidata,
        female: p.female === true ? (true as const) : undefined,
        born: p.born,
        died: p.died,
        country: look.at(p.country),
        native: native && { text: native.text, language: native.language },
        names: firstNames(p.names, 'person'),
        sources: look.cite(p.sources),
      }) as PersonRecord;
    },
    office(id): OfficeRecord {
      const o = of(offices, id);
      const holders = o.holders.flatMap((h): TenureRecord[] => {
        const person = look.at(h.person);
        return person === undefined
          ? []
          : [
              given({
                person,
                from: h.from,
                to: h.to,
                acting: h.acting ? (true as const) : undefined,
                disputed: h.disputed,
                note: h.note,
                sources: h.sources && look.cite(h.sources),
              }) as TenureRecord,
            ];
      });
      return given({
        name: o.name,
        about: o.about,
        wikidata: o.wikidata,
        of: look.several(o.of),
        checked: o.checked,
        several: o.seats === 'several' ? (true as const) : undefined,
        names: firstNames(o.names, 'other'),
        holders,
        sources: look.cite(o.sources),
      }) as OfficeRecord;
    },
    organisation(id): OrganisationRecord {
      const o = of(organisations, id);
      return given({
        name: o.name,
        about: o.about,
        wikidata: o.wikidata,
        type: o.type,
        of: look.at(o.of),
        founded: o.founded,
        dissolved: o.dissolved,
        seat: look.at(o.seat),
        names: firstNames(o.names, 'other'),
        sources: look.cite(o.sources),
      }) as OrganisationRecord;
    },
    place(id): PlaceRecord {
      const p = of(places, id);
      const code = /^place\/([a-z]{2})$/.exec(id)?.[1];
      return given({
        name: p.name,
        wikidata: p.wikidata,
        disputed: p.disputed,
        type: p.type,
        in: look.at(p.in),
        official: p.official,
        code,
        capital: look.at(p.capital),
        names: firstNames(p.names, 'other'),
        sources: look.cite(p.sources),
      }) as PlaceRecord;
    },
    event(id): EventRecord {
      const e = of(events, id);
      return given({
        name: e.name,
        about: e.about,
        wikidata: e.wikidata,
        disputed: e.disputed,
        type: e.type,
        from: e.from,
        to: e.to,
        places: look.several(e.place),
        participants: look.several(e.participants),
        series: look.at(e.series),
        names: firstNames(e.names, 'other'),
        sources: look.cite(e.sources),
      }) as EventRecord;
    },
    agreement(id): AgreementRecord {
      const a = of(agreements, id);
      return given({
        name: a.name,
        about: a.about,
        wikidata: a.wikidata,
        signed: a.signed,
        place: look.at(a.place),
        signatories: look.several(a.signatories),
        status: a.status.map(({ from, status, note }) => given({ from, status, note })),
        names: firstNames(a.names, 'other'),
        sources: look.cite(a.sources),
      }) as AgreementRecord;
    },
  };
}
