/** What the schema cannot see: references, dates that contradict each other, lines of holders, names shared by two. Pure. */
import { fold } from '../text/fold';
import { publishersById, sourceOf } from './cite';
import { END, isoOf } from './dates';
import { checkDoubles } from './doubles';
import type { Dataset, Problem } from './load';
import { eachName, readPersonName } from './names';
import { checkPlausible } from './plausible';
import type { Citation, Holder, Office } from './schema';
import { ALWAYS, fromOf, range, toOf } from './tenure';

const DAYS_A_YEAR = 365.25;
const GAP_DAYS = 62;
const YOUNGEST_HOLDER = 18;

/** Events that somebody attends because of an office. */
const OFFICIAL = new Set(['summit', 'meeting', 'visit', 'treaty']);

/**
 * Every problem found; an empty list is a clean dataset. `ordinaryWords` are words (lower case) that a name of one word
 * must not look like unless it is marked ambiguous.
 */
export function checkDataset(dataset: Dataset, ordinaryWords: ReadonlySet<string> = new Set()): Problem[] {
  const problems: Problem[] = [];
  const say = (entity: string, message: string) => problems.push({ file: dataset.fileOf.get(entity) ?? 'data', entity, message });
  checkReferences(dataset, say);
  checkSources(dataset, say);
  checkWikidata(dataset, say);
  checkLives(dataset, say);
  for (const office of dataset.offices) {
    checkHolders(office, say);
    checkRepeats(office, say);
  }
  checkEvents(dataset, say);
  checkAttendance(dataset, say);
  checkNames(dataset, say);
  checkOrdinaryWords(dataset, ordinaryWords, say);
  checkDoubles(dataset, say);
  checkIdle(dataset, say);
  checkPlausible(dataset, say);
  return problems;
}

type Say = (entity: string, message: string) => void;

function checkReferences(dataset: Dataset, say: Say): void {
  const known = (from: string, field: string, id: string | undefined) => {
    if (id !== undefined && !dataset.fileOf.has(id)) say(from, `${field}: there is no ${id}; add it, or correct the id${nearest(id, dataset)}`);
  };
  const all = (from: string, field: string, ids: readonly string[] | string | undefined) => {
    for (const id of typeof ids === 'string' ? [ids] : (ids ?? [])) known(from, field, id);
  };
  for (const p of dataset.people) {
    known(p.id, 'country', p.country);
    all(p.id, 'relatives', p.relatives);
    all(p.id, 'namesakes', p.namesakes);
  }
  for (const o of dataset.offices) {
    known(o.id, 'role', o.role);
    all(o.id, 'of', o.of);
    if (o.to !== undefined) known(o.id, 'to', o.to);
    for (const [n, h] of o.holders.entries()) known(o.id, `holder ${n + 1}`, h.person);
  }
  for (const o of dataset.organisations) {
    known(o.id, 'of', o.of);
    known(o.id, 'parent', o.parent);
    known(o.id, 'seat', o.seat);
    all(o.id, 'members', o.members);
  }
  for (const p of dataset.places) {
    known(p.id, 'in', p.in);
    known(p.id, 'capital', p.capital);
  }
  for (const e of dataset.events) {
    all(e.id, 'place', e.place);
    known(e.id, 'series', e.series);
    all(e.id, 'participants', e.participants);
    known(e.id, 'agreement', e.agreement);
  }
  for (const a of dataset.agreements) {
    known(a.id, 'place', a.place);
    all(a.id, 'signatories', a.signatories);
    for (const s of a.status) known(a.id, 'status by', s.by);
  }
}

/** “ (did you mean …?)” when an id of the same kind has the same words in it. */
function nearest(id: string, dataset: Dataset): string {
  const kind = id.slice(0, id.indexOf('/') + 1);
  const last = id.split(/[-/]/).at(-1) ?? '';
  for (const other of dataset.fileOf.keys()) if (other.startsWith(kind) && last.length > 3 && other.endsWith(last)) return ` (did you mean ${other}?)`;
  return '';
}

function checkSources(dataset: Dataset, say: Say): void {
  const publishers = publishersById(dataset.publishers);
  const each = (id: string, citations: readonly Citation[] | undefined) => {
    for (const c of citations ?? []) {
      try {
        sourceOf(c, publishers);
        const inner = typeof c === 'string' ? /^[a-z][a-z0-9-]*:([a-z][a-z0-9-]*):/.exec(c)?.[1] : undefined;
        if (inner !== undefined && publishers.has(inner)) say(id, `source \`${String(c)}\` names two publishers; leave the first out`);
      } catch (error) {
        say(id, (error as Error).message);
      }
    }
  };
  for (const list of [dataset.people, dataset.organisations, dataset.places, dataset.events, dataset.agreements]) for (const e of list) each(e.id, e.sources);
  for (const o of dataset.offices) {
    each(o.id, o.sources);
    for (const h of o.holders) each(o.id, h.sources);
  }
}

function checkWikidata(dataset: Dataset, say: Say): void {
  const users = new Map<string, string>();
  for (const list of [dataset.people, dataset.offices, dataset.organisations, dataset.places, dataset.events, dataset.agreements]) {
    for (const e of list) {
      if (!e.wikidata) continue;
      const other = users.get(e.wikidata);
      if (other) say(e.id, `wikidata: ${e.wikidata} is ${other}’s already; one of the two is wrong: look it up`);
      users.set(e.wikidata, e.id);
    }
  }
}

function checkLives(dataset: Dataset, say: Say): void {
  const people = new Map(dataset.people.map((p) => [p.id, p]));
  for (const p of dataset.people)
    if (p.born && p.died && range(p.born, ALWAYS).first > range(p.died, ALWAYS).last) say(p.id, `died ${p.died} is before born ${p.born}; correct one`);
  for (const o of dataset.offices) {
    for (const [n, h] of o.holders.entries()) {
      const person = people.get(h.person);
      if (!person) continue;
      const where = `holder ${n + 1} (${h.person})`;
      if (person.born && h.from !== '?' && (fromOf(h).last - range(person.born, ALWAYS).first) / DAYS_A_YEAR < YOUNGEST_HOLDER)
        say(o.id, `${where}: from ${h.from} is before the age of ${YOUNGEST_HOLDER} (born ${person.born}); correct a date or the person`);
      if (person.died && h.to === 'now') say(o.id, `${where}: to is \`now\`, but the person died ${person.died}; give the end`);
      else if (person.died && h.to !== '?' && toOf(h).first > range(person.died, ALWAYS).last)
        say(o.id, `${where}: to ${h.to} is after death (${person.died}); correct a date or the person`);
    }
  }
  for (const e of dataset.events) {
    for (const id of e.participants ?? []) {
      const person = people.get(id);
      if (!person) continue;
      if (person.died && range(e.from, ALWAYS).first > range(person.died, ALWAYS).last && e.type !== 'death')
        say(e.id, `participants: ${id} died ${person.died}, before the event (${e.from}); correct a date or the participant`);
      if (person.born && range(e.from, ALWAYS).last < range(person.born, ALWAYS).first)
        say(e.id, `participants: ${id} was born ${person.born}, after the event (${e.from}); correct a date or the participant`);
    }
  }
}

function checkHolders(office: Office, say: Say): void {
  for (const [n, h] of office.holders.entries()) {
    const where = `holder ${n + 1} (${h.person})`;
    if (h.to === 'now' && !office.checked)
      say(office.id, `${where}: to is \`now\`, but the office has no \`checked\`; say when the list was last known to be right`);
    if (fromOf(h).first > toOf(h).last) say(office.id, `${where}: to ${h.to} is before from ${h.from}; correct one`);
    if (office.checked && h.from !== '?' && fromOf(h).first > range(office.checked, ALWAYS).last)
      say(office.id, `${where}: from ${h.from} is after \`checked\` ${office.checked}; set \`checked\` anew`);
  }
  if (office.seats === 'several') return;
  const line = office.holders.filter((h) => h.from !== '?').sort((a, b) => fromOf(a).first - fromOf(b).first);
  let regular: Holder | undefined;
  let latest: Holder | undefined;
  for (const h of line) {
    // Two acting and regular holders may overlap on paper (a minister on leave); two regular ones may not.
    if (!h.acting && !h.disputed) {
      if (regular && regular.person !== h.person && toOf(regular).first > fromOf(h).last && regular.to !== '?')
        say(office.id, `${regular.person} (to ${regular.to}) overlaps ${h.person} (from ${h.from}); correct a date, or set seats: several, acting or disputed`);
      regular = h;
    }
    if (latest && latest.to !== '?' && fromOf(h).first - toOf(latest).last > GAP_DAYS && !gapIsKnown(office, toOf(latest).last, fromOf(h).first)) {
      say(
        office.id,
        `nobody between ${latest.person} (to ${latest.to}) and ${h.person} (from ${h.from}); add who it was, or a known gap: gaps: [{from: ${isoOf(toOf(latest).last)}, to: ${isoOf(fromOf(h).first)}, why: …}]`,
      );
    }
    if (!latest || h.to === '?' || toOf(h).last >= toOf(latest).last) latest = h;
  }
}

/** One person twice in an office at the same time is one tenure written twice; acting first and regular later may touch. */
function checkRepeats(office: Office, say: Say): void {
  for (const [n, h] of office.holders.entries())
    for (const other of office.holders.slice(0, n)) {
      if (other.person !== h.person || !other.acting !== !h.acting || h.from === '?' || other.from === '?') continue;
      const sameStart = fromOf(h).first <= fromOf(other).last && fromOf(other).first <= fromOf(h).last && h.from.length === other.from.length;
      if (sameStart || (fromOf(h).last < toOf(other).first && fromOf(other).last < toOf(h).first))
        say(office.id, `${h.person} holds it twice at the same time (from ${other.from} and from ${h.from}); leave one out, or correct a date`);
    }
}

function gapIsKnown(office: Office, after: number, before: number): boolean {
  return (office.gaps ?? []).some((g) => range(g.from, ALWAYS).first <= after + GAP_DAYS && range(g.to, ALWAYS).last >= before - GAP_DAYS);
}

function checkEvents(dataset: Dataset, say: Say): void {
  for (const e of dataset.events) {
    if (e.to && e.to !== 'now' && range(e.to, ALWAYS).last < range(e.from, ALWAYS).first) say(e.id, `to ${e.to} is before from ${e.from}; correct one`);
    const year = /^event\/(\d{4})/.exec(e.id)?.[1];
    if (year === undefined) say(e.id, `the id should start with its year: event/${e.from.slice(0, 4)}-…`);
    else if (!e.from.startsWith(year)) say(e.id, `the id says ${year}, from says ${e.from}; correct one`);
  }
  for (const a of dataset.agreements) {
    for (const [n, s] of a.status.entries()) {
      const before = a.status[n - 1];
      if (before && range(before.from, ALWAYS).first > range(s.from, ALWAYS).last)
        say(a.id, `status ${n + 1} (${s.from}) is before status ${n} (${before.from}); put them in order`);
    }
  }
}

function checkNames(dataset: Dataset, say: Say): void {
  const people = new Map(dataset.people.map((p) => [p.id, p]));
  const users = new Map<string, string>();
  const claim = (text: string, id: string) => {
    const key = fold(text);
    if (key === '') return say(id, `name “${text}” has no letters; correct it`);
    const other = users.get(key);
    if (other === undefined) users.set(key, id);
    else if (other !== id) {
      const acknowledged = people.get(id)?.namesakes?.includes(other) || people.get(other)?.namesakes?.includes(id);
      if (!acknowledged)
        say(
          id,
          `name “${text}” is ${other}’s too; merge the two if they are one, else mark it {name: ${text}, ambiguous: true} (people: namesakes: [${other}])`,
        );
    }
  };
  for (const p of dataset.people) {
    const full = readPersonName(p.name);
    if (!full.family && !p.name.includes(' ')) say(p.id, `name “${p.name}” is one word; give the full name, or mark the family name with _underscores_`);
    claim(full.text, p.id);
    for (const n of eachName(p.names, 'person')) if (!n.ambiguous && n.kind !== 'family' && n.kind !== 'short') claim(n.text, p.id);
  }
  for (const list of [dataset.offices, dataset.organisations, dataset.agreements, dataset.events] as const) {
    for (const e of list) {
      claim(e.name, e.id);
      for (const n of eachName(e.names, 'other')) if (!n.ambiguous) claim(n.text, e.id);
    }
  }
}

function checkIdle(dataset: Dataset, say: Say): void {
  const busy = new Set<string>();
  for (const o of dataset.offices) for (const h of o.holders) busy.add(h.person);
  for (const e of dataset.events) for (const id of e.participants ?? []) busy.add(id);
  for (const a of dataset.agreements) for (const id of a.signatories) busy.add(id);
  for (const p of dataset.people)
    if (!busy.has(p.id)) say(p.id, 'holds no office and takes part in no event; add a tenure under data/offices, or leave the person out');
}

/** Whoever attends a summit, a meeting or a visit does so in an office: one known to be held on a day of it. */
function checkAttendance(dataset: Dataset, say: Say): void {
  const tenures = new Map<string, Holder[]>();
  for (const o of dataset.offices) for (const h of o.holders) tenures.set(h.person, [...(tenures.get(h.person) ?? []), h]);
  for (const e of dataset.events) {
    if (!OFFICIAL.has(e.type)) continue;
    const first = range(e.from, ALWAYS).first;
    const last = e.to === 'now' ? END : range(e.to ?? e.from, ALWAYS).last;
    for (const id of e.participants ?? []) {
      if (!id.startsWith('person/')) continue;
      const held = (tenures.get(id) ?? []).some((h) => fromOf(h).first <= last && toOf(h).last >= first);
      if (!held) say(e.id, `participants: ${id} held no known office on ${e.from}; add the tenure, or correct the date or the participant`);
    }
  }
}

/** Names of one word that a text also holds as an ordinary word (“Focus”, “Shell”) need support, or a word that they do not. Acronyms are told by their capitals. */
function checkOrdinaryWords(dataset: Dataset, words: ReadonlySet<string>, say: Say): void {
  for (const list of [dataset.offices, dataset.organisations, dataset.agreements, dataset.events] as const) {
    for (const e of list) {
      for (const n of eachName(e.names, 'other')) {
        if (n.kind !== 'acronym' && !n.judged && words.has(n.text.toLowerCase()))
          say(e.id, `name “${n.text}” also is an ordinary word; say {name: ${n.text}, ambiguous: true}, or false if its capital tells them apart`);
      }
    }
  }
}
