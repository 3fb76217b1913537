/**
 * Compiles a checked dataset into a pack. Everything that rules can derive (spellings, case forms, plurals, who has to
 * do with whom) is derived here, once, so that nothing of it is left to do in a reader’s browser.
 */
import { publishersById, sourceOf } from '../dataset/cite';
import { BEGINNING, type DayRange, dayRange, END } from '../dataset/dates';
import type { Dataset } from '../dataset/load';
import { eachName } from '../dataset/names';
import type { Citation, Holder, Kind, Names } from '../dataset/schema';
import { fold } from '../text/fold';
import { adjectiveForms, phraseLinks, placeForms } from '../text/inflect';
import {
  ACRONYM,
  ACTING,
  ALIAS,
  AMBIGUOUS,
  ANY_CASE,
  CEREMONIAL,
  COMMON_FAMILY,
  checksum,
  DISPUTED,
  FORMAT_VERSION,
  GIVEN_NAME,
  groupOf,
  HEADER_BYTES,
  KIND_CODES,
  MAGIC,
  METONYM,
  OPEN_END,
  ORDINARY,
  PLURAL,
  SEAT,
  SECTIONS,
  SEVERAL_SEATS,
  type SectionName,
  SHARED_POWER,
} from './layout';
import type { Lexicon } from './lexicon';
import { type NameTable, nameTable } from './name-table';
import { toBytes, toPlanes } from './numbers';
import { addPersonNames, familyWords, type GivenNames } from './person-names';
import { prepareRecords } from './write-records';

type AnyEntity = { readonly id: string };

/** A word that films of so many languages speak is a name of many people (“Burton”, “Cooper”), not a word of them all. */
const KNOWN_EVERYWHERE = 8;

const bitsOf = (mask: number): number => mask.toString(2).replaceAll('0', '').length;

/**
 * References to entities that the dataset does not hold are left out: `checkDataset` is what reports them. `version` names the dataset’s state,
 * `ordinary` folded words with the languages that have them as ordinary ones (bits of ORDINARY_LANGUAGES).
 */
export function compilePack(dataset: Dataset, lexicon: Lexicon, version: string, ordinary: ReadonlyMap<string, number> = new Map()): ArrayBuffer {
  const entities: { kind: Kind; entity: AnyEntity }[] = [
    ...dataset.people.map((entity) => ({ kind: 'person' as const, entity })),
    ...dataset.offices.map((entity) => ({ kind: 'office' as const, entity })),
    ...dataset.organisations.map((entity) => ({ kind: 'organisation' as const, entity })),
    ...dataset.places.map((entity) => ({ kind: 'place' as const, entity })),
    ...dataset.events.map((entity) => ({ kind: 'event' as const, entity })),
    ...dataset.agreements.map((entity) => ({ kind: 'agreement' as const, entity })),
  ].sort((a, b) => (a.entity.id < b.entity.id ? -1 : 1));
  const indexOf = new Map(entities.map(({ entity }, i) => [entity.id, i]));
  const at = (id: string | undefined): number | undefined => (id === undefined ? undefined : indexOf.get(id));
  const several = (ids: readonly string[] | string | undefined): number[] => (typeof ids === 'string' ? [ids] : (ids ?? [])).flatMap((id) => at(id) ?? []);
  const size = entities.length;

  const publishers = publishersById(dataset.publishers);
  const cite = (citations: readonly Citation[] | undefined) => (citations ?? []).map((c) => sourceOf(c, publishers));

  const entityCountry = new Int32Array(size).fill(-1);
  const entityFrom = new Int32Array(size).fill(BEGINNING);
  const entityTo = new Int32Array(size).fill(END);
  const entityWeight = new Uint8Array(size);
  const links: Set<number>[] = Array.from({ length: size }, () => new Set());
  const join = (a: number | undefined, b: number | undefined) => {
    if (a === undefined || b === undefined || a === b) return;
    links[a]?.add(b);
    links[b]?.add(a);
  };

  // Offices and tenures.
  const roles = new Map(dataset.roles.map((r, i) => [r.id, i]));
  const officeRole = new Int32Array(size).fill(-1);
  const officeTo = new Int32Array(size).fill(-1);
  const officeFlags = new Uint8Array(size);
  const officeChecked = new Int32Array(size).fill(END);
  const officeOf: number[][] = Array.from({ length: size }, () => []);
  const holdersOf: Holder[][] = Array.from({ length: size }, () => []);
  const parentOf = new Map(dataset.organisations.map((organisation) => [at(organisation.id), at(organisation.parent)]));
  const best = new Map<number, number>();
  for (const office of dataset.offices) {
    const o = at(office.id) as number;
    const role = office.role === undefined ? undefined : roles.get(office.role);
    officeRole[o] = role ?? -1;
    officeFlags[o] =
      (office.seats === 'several' ? SEVERAL_SEATS : 0) | (office.power === 'ceremonial' ? CEREMONIAL : office.power === 'shared' ? SHARED_POWER : 0);
    if (office.checked) officeChecked[o] = dayRange(office.checked)?.last ?? END;
    officeOf[o] = several(office.of);
    for (const of of officeOf[o] ?? []) join(o, of);
    officeTo[o] = at(office.to) ?? -1;
    join(o, at(office.to));
    entityFrom[o] = dayRange(office.exists?.from ?? '')?.first ?? BEGINNING;
    entityTo[o] = dayRange(office.exists?.to ?? '')?.last ?? END;
    holdersOf[o] = office.holders.filter((h) => indexOf.has(h.person));
    const rank = role === undefined ? 25 : (dataset.roles[role]?.rank ?? 50);
    for (const h of holdersOf[o] ?? []) {
      const p = at(h.person) as number;
      join(p, o);
      // Who holds an office of the Commission has to do with the Union.
      for (const of of officeOf[o] ?? []) for (const body of [of, parentOf.get(of)]) join(p, body);
      join(p, at(office.to));
      best.set(p, Math.min(best.get(p) ?? 99, rank));
    }
  }
  for (const [p, rank] of best) entityWeight[p] = 100 - rank;

  // Lives and links.
  for (const person of dataset.people) {
    const p = at(person.id) as number;
    entityCountry[p] = at(person.country) ?? -1;
    entityFrom[p] = dayRange(person.born ?? '')?.first ?? BEGINNING;
    entityTo[p] = dayRange(person.died ?? '')?.last ?? END;
    join(p, at(person.country));
    for (const r of several(person.relatives)) join(p, r);
  }
  for (const organisation of dataset.organisations) {
    const o = at(organisation.id) as number;
    entityCountry[o] = at(organisation.of) ?? -1;
    entityFrom[o] = dayRange(organisation.founded ?? '')?.first ?? BEGINNING;
    entityTo[o] = dayRange(organisation.dissolved ?? '')?.last ?? END;
    join(o, at(organisation.of));
    join(o, at(organisation.parent));
  }
  for (const place of dataset.places) entityCountry[at(place.id) as number] = at(place.in) ?? at(place.id) ?? -1;
  const series: number[][] = Array.from({ length: size }, () => []);
  for (const event of dataset.events) {
    const e = at(event.id) as number;
    const from = dayRange(event.from) as DayRange;
    entityFrom[e] = from.first;
    entityTo[e] = event.to === 'now' ? END : (dayRange(event.to ?? event.from) as DayRange).last;
    for (const p of [...several(event.participants), ...several(event.place)]) join(e, p);
    const s = at(event.series);
    join(e, s);
    join(e, at(event.agreement));
    if (s !== undefined) series[s]?.push(e);
  }
  for (const agreement of dataset.agreements) {
    const a = at(agreement.id) as number;
    entityFrom[a] = dayRange(agreement.signed ?? agreement.status[0]?.from ?? '')?.first ?? BEGINNING;
    for (const s of several(agreement.signatories)) join(a, s);
  }

  // Tenures, by office and by person.
  const tenures: { person: number; from: DayRange; to: DayRange; flags: number }[] = [];
  const byPerson: number[][] = Array.from({ length: size }, () => []);
  for (let o = 0; o < size; o++) {
    for (const h of holdersOf[o] as Holder[]) {
      const person = at(h.person) as number;
      byPerson[person]?.push(tenures.length);
      tenures.push({
        person,
        from: h.from === '?' ? { first: BEGINNING, last: END } : (dayRange(h.from) as DayRange),
        to: h.to === '?' ? { first: BEGINNING, last: END } : h.to === 'now' ? { first: END, last: END } : (dayRange(h.to) as DayRange),
        flags: (h.acting ? ACTING : 0) | (h.disputed ? DISPUTED : 0) | (h.to === 'now' ? OPEN_END : 0),
      });
    }
  }

  // Names.
  const table = nameTable();
  const groups = new Map<string, readonly string[]>();
  for (const group of lexicon.givenNames) {
    const folded = [...new Set(group.map(fold))];
    for (const name of folded) groups.set(name, [...new Set([...(groups.get(name) ?? []), ...folded])]);
  }
  const givenOf = new Map<number, GivenNames>();
  for (const person of dataset.people) {
    const p = at(person.id) as number;
    givenOf.set(p, addPersonNames(table, person, p, groups));
  }
  addOtherNames(table, dataset, lexicon, (id) => at(id) as number);
  for (const [i, role] of dataset.roles.entries()) {
    addRolePhrases(table, role.phrases, i, 0);
    addRolePhrases(table, role.metonyms ?? {}, i, METONYM);
  }
  for (const name of groups.keys()) table.mark(name, GIVEN_NAME);
  for (const name of lexicon.otherGivenNames) table.mark(fold(name), GIVEN_NAME);
  const common = new Set(lexicon.commonFamilyNames.flatMap((name) => fold(name).split(' ')));
  for (const w of common) table.mark(w, COMMON_FAMILY);
  // A common name is common in every script: Harris and Харрис, Brown and Браун.
  for (const person of dataset.people) {
    const families = familyWords(person);
    if (families.some((w) => common.has(w) || bitsOf(ordinary.get(w) ?? 0) >= KNOWN_EVERYWHERE)) for (const w of families) table.mark(w, COMMON_FAMILY);
  }
  for (const name of lexicon.ordinaryWords) table.mark(fold(name), ORDINARY);
  const { finalWord, ...tables } = table.tables(ordinary);
  const givenWords = (e: number): number[] => [...(givenOf.get(e)?.words ?? [])].map((w) => finalWord[w] as number).sort((a, b) => a - b);
  const wordFlags = tables.wordFlags;
  for (const e of givenOf.keys()) for (const w of givenWords(e)) wordFlags[w] = (wordFlags[w] as number) | GIVEN_NAME;

  const records = prepareRecords(dataset, { at, several, cite, size });
  const encoder = new TextEncoder();
  const sections: Record<SectionName, ArrayLike<number>> = {
    ...tables,
    ...lists('givenCount', 'given', size, givenWords),
    ...lists('initialCount', 'initial', size, (e) => [...(givenOf.get(e)?.initials ?? [])]),
    entityKind: entities.map(({ kind }) => KIND_CODES.indexOf(kind)),
    entityCountry,
    entityFrom,
    entityTo,
    entityWeight,
    officeRole,
    officeTo,
    officeFlags,
    officeChecked,
    ...lists('officeOfCount', 'officeOf', size, (e) => officeOf[e] ?? []),
    tenureCount: toBytes(holdersOf.map((holders) => holders.length)),
    tenurePersonPlanes: toPlanes(tenures.map((t) => t.person)),
    tenureFromFirst: tenures.map((t) => t.from.first),
    tenureFromMore: toBytes(tenures.map((t) => t.from.last - t.from.first)),
    tenureToFirst: tenures.map((t) => t.to.first),
    tenureToMore: toBytes(tenures.map((t) => t.to.last - t.to.first)),
    tenureFlags: tenures.map((t) => t.flags),
    personTenureCount: toBytes(byPerson.map((list) => list.length)),
    personTenurePlanes: toPlanes(byPerson.flat()),
    linkCount: toBytes(links.map((set) => set.size)),
    linkPlanes: toPlanes(links.flatMap((set) => [...set].sort((a, b) => a - b))),
    ...lists('seriesCount', 'series', size, (e) => series[e] ?? []),
    roleRank: dataset.roles.map((r) => r.rank),
    ...texts(
      'idLength',
      'ids',
      entities.map(({ entity }) => entity.id),
      encoder,
    ),
    ...texts(
      'recordLength',
      'blob',
      [
        ...entities.map(({ kind, entity }) => JSON.stringify(records[kind](entity.id))),
        ...dataset.roles.map((r) => JSON.stringify({ id: r.id, name: r.name, names: firstPhrases(r.phrases) })),
      ],
      encoder,
    ),
    meta: encoder.encode(JSON.stringify({ dataset: version, entities: size })),
  } as unknown as Record<SectionName, ArrayLike<number>>;
  return write(sections);
}

function lists(
  count: SectionName,
  items: SectionName,
  size: number,
  of: (entity: number) => readonly number[],
): Partial<Record<SectionName, ArrayLike<number>>> {
  const all = Array.from({ length: size }, (_, e) => of(e));
  return { [count]: toBytes(all.map((list) => list.length)), [items]: all.flat() };
}

function texts(length: SectionName, bytes: SectionName, all: readonly string[], encoder: TextEncoder): Partial<Record<SectionName, ArrayLike<number>>> {
  const encoded = all.map((text) => encoder.encode(text));
  const out = new Uint8Array(encoded.reduce((sum, e) => sum + e.length, 0));
  let at = 0;
  for (const e of encoded) {
    out.set(e, at);
    at += e.length;
  }
  return { [length]: toBytes(encoded.map((e) => e.length)), [bytes]: out };
}

function write(sections: Record<SectionName, ArrayLike<number>>): ArrayBuffer {
  let end = Math.ceil((HEADER_BYTES + SECTIONS.length * 8) / 8) * 8;
  const offsets: number[] = [];
  for (const [name, View] of SECTIONS) {
    offsets.push(end);
    end = Math.ceil((end + (sections[name] as ArrayLike<number>).length * View.BYTES_PER_ELEMENT) / 8) * 8;
  }
  const buffer = new ArrayBuffer(end);
  const table = new Uint32Array(buffer, HEADER_BYTES, SECTIONS.length * 2);
  SECTIONS.forEach(([name, View], i) => {
    const values = sections[name] as ArrayLike<number>;
    table[i * 2] = offsets[i] as number;
    table[i * 2 + 1] = values.length;
    new View(buffer, offsets[i], values.length).set(values);
  });
  new Uint32Array(buffer, 0, HEADER_BYTES / 4).set([MAGIC, FORMAT_VERSION, end, checksum(new Uint8Array(buffer, HEADER_BYTES)), SECTIONS.length]);
  return buffer;
}

/** Names of offices, organisations, places, events and agreements. */
function addOtherNames(table: NameTable, dataset: Dataset, lexicon: Lexicon, at: (id: string) => number): void {
  const all = (name: string, names: Names | undefined) => [
    { text: name, language: 'en', kind: 'full' as const, ambiguous: false, judged: false },
    ...eachName(names, 'other'),
  ];
  const addAll = (id: string, name: string, names: Names | undefined, type: number, flags: number) => {
    for (const n of [...all(name, names), ...eachName(lexicon.otherNames[id], 'other')]) {
      const acronym =
        n.kind === 'acronym' ||
        (/^[\p{Lu}\d&-]{2,8}$/u.test(n.text) && type !== ALIAS.PLACE) ||
        /^(US|UK|UAE|USA|DPRK|PRC|DRC|CAR|США|ОАЭ|ОАЕ|КНР|КНДР)$/u.test(n.text);
      table.add(n.text, { type, target: at(id), flags: flags | (acronym ? ACRONYM : 0) | (n.ambiguous ? AMBIGUOUS : 0) | (n.kind === 'seat' ? SEAT : 0) });
      if (!acronym) for (const [form, base] of phraseLinks(n.text, n.language)) table.link(form, base, 0);
    }
  };
  for (const o of dataset.organisations) addAll(o.id, o.name, o.names, ALIAS.ORGANISATION, ANY_CASE);
  for (const e of dataset.events) addAll(e.id, e.name, e.names, ALIAS.EVENT, ANY_CASE);
  for (const a of dataset.agreements) addAll(a.id, a.name, a.names, ALIAS.AGREEMENT, ANY_CASE);
  for (const o of dataset.offices) {
    addAll(o.id, o.name, o.names, ALIAS.OFFICE, ANY_CASE);
    for (const n of eachName(o.titles, 'other')) {
      table.add(n.text, { type: ALIAS.TITLE, target: at(o.id), flags: ANY_CASE | (n.ambiguous ? AMBIGUOUS : 0) });
      for (const [form, base] of phraseLinks(n.text, n.language)) table.link(form, base, 0);
    }
  }
  for (const p of dataset.places) {
    const target = at(p.id);
    addAll(p.id, p.name, p.names, ALIAS.PLACE, 0);
    if (p.official) addAll(p.id, p.official, undefined, ALIAS.PLACE, 0);
    const code = /^place\/([a-z]{2})$/.exec(p.id)?.[1];
    const others = p.type === 'country' && code ? countryNames(code) : [];
    for (const n of others) table.add(n.text, { type: ALIAS.PLACE, target, flags: 0 });
    for (const n of [...all(p.name, p.names), ...others]) addPlaceForms(table, n.text, n.language);
    const adjectives = [...eachName(p.adjectives, 'other'), ...(code ? adjectivesOf(lexicon, code) : [])];
    for (const n of adjectives) {
      table.add(n.text, { type: ALIAS.ADJECTIVE, target, flags: 0 });
      if (!n.text.includes(' '))
        for (const form of adjectiveForms(n.text.toLowerCase(), n.language))
          for (const [i, part] of form.split('-').entries()) table.link(part, n.text.toLowerCase().split('-')[i] ?? part, 0);
    }
    for (const n of eachName(p.demonyms, 'other')) table.add(n.text, { type: ALIAS.DEMONYM, target, flags: 0 });
  }
}

/** Languages in which a country is called by its name in the Unicode locale data where the dataset does not list it. */
const COUNTRY_LANGUAGES = ['ru', 'uk', 'be', 'pl', 'de', 'fr', 'cs', 'lt', 'lv', 'es', 'it'] as const;

/** A country’s names as the runtime’s locale data have them. Bracketed additions (“Myanmar (Birma)”) and the English fallback are left out. */
function countryNames(code: string): { readonly text: string; readonly language: string }[] {
  const region = code.toUpperCase();
  return COUNTRY_LANGUAGES.flatMap((language) => {
    const text = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }).of(region);
    return text === undefined || /[()]/.test(text) ? [] : [{ text, language }];
  });
}

const adjectivesOf = (lexicon: Lexicon, code: string): { readonly text: string; readonly language: string }[] =>
  Object.entries(lexicon.adjectives).flatMap(([language, byCountry]) => [byCountry[code] ?? []].flat().map((text) => ({ text, language })));

/** A one-word country name declines as a noun, a longer one as a phrase; German adds its s. */
function addPlaceForms(table: NameTable, text: string, language: string): void {
  if (text.includes(' ')) {
    for (const [form, base] of phraseLinks(text, language)) table.link(form, base, 0);
    return;
  }
  const lang = language === 'en' ? 'de' : language;
  for (const form of placeForms(text.toLowerCase(), lang)) table.link(form, text, language === 'en' ? groupOf('de') : 0);
}

function addRolePhrases(table: NameTable, phrases: Readonly<Record<string, readonly string[]>>, role: number, flags: number): void {
  for (const [language, list] of Object.entries(phrases)) {
    for (const phrase of list) {
      const alias = { type: ALIAS.ROLE, target: role, flags: flags | ANY_CASE };
      table.add(phrase, alias);
      for (const [form, base] of phraseLinks(phrase, language)) table.link(form, base, 0);
      if (language === 'en') table.add(englishPlural(phrase), { ...alias, flags: alias.flags | PLURAL });
    }
  }
}

/** “ministers of foreign affairs”, “foreign ministers”, “secretaries of state”. */
export function englishPlural(phrase: string): string {
  const words = phrase.split(' ');
  const of = words.findIndex((w) => w === 'of' || w === 'for' || w === 'to');
  const head = of > 0 ? of - 1 : words.length - 1;
  const word = words[head] as string;
  words[head] = /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : /(s|ch|sh|x)$/.test(word) ? `${word}es` : `${word}s`;
  return words.join(' ');
}

/** The first phrase of each language but English: the role’s title on cards. */
const firstPhrases = (phrases: Readonly<Record<string, readonly string[]>>): Record<string, string> =>
  Object.fromEntries(Object.entries(phrases).flatMap(([language, [first]]) => (language === 'en' || first === undefined ? [] : [[language, first]])));
