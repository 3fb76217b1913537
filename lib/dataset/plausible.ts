/** What the rules allow and life hardly does: two countries’ ministers in one person, an office older than its body, a man with a woman’s family name. */
import { dayRange } from './dates';
import type { Dataset } from './load';
import { eachName } from './names';
import type { Holder, Office, Person } from './schema';
import { ALWAYS, fromOf, range, toOf } from './tenure';

type Say = (entity: string, message: string) => void;

const DAYS_A_YEAR = 365.25;
const OLDEST_HOLDER = 100;
/** Handing over takes a while: a minister may be accredited, or stay, for some weeks. */
const HANDOVER_DAYS = 62;

/** Offices that fill a working day: nobody is an ambassador beside them, nor holds one of them for two countries. */
const FULL_TIME = new Set(
  [
    'head-of-state-president',
    'prime-minister',
    'chancellor',
    'foreign-minister',
    'defence-minister',
    'interior-minister',
    'justice-minister',
    'finance-minister',
  ].map((r) => `role/${r}`),
);
const ABROAD = 'role/ambassador';

export function checkPlausible(dataset: Dataset, say: Say): void {
  checkCareers(dataset, say);
  checkBodies(dataset, say);
  for (const office of dataset.offices) checkGaps(office, say);
  checkAges(dataset, say);
  checkFiles(dataset, say);
  for (const p of dataset.people) checkGender(p, say);
  checkSince(dataset, say);
}

interface Tenure {
  readonly office: Office;
  readonly holder: Holder;
}

function checkCareers(dataset: Dataset, say: Say): void {
  const careers = new Map<string, Tenure[]>();
  for (const office of dataset.offices) {
    if (office.role !== ABROAD && !FULL_TIME.has(office.role ?? '')) continue;
    for (const holder of office.holders) careers.set(holder.person, [...(careers.get(holder.person) ?? []), { office, holder }]);
  }
  for (const [person, tenures] of careers) {
    for (const [n, a] of tenures.entries()) {
      for (const b of tenures.slice(0, n)) {
        if (!overlap(a.holder, b.holder)) continue;
        const both = `${person} holds ${b.office.id} (${b.holder.from}–${b.holder.to}) and ${a.office.id} (${a.holder.from}–${a.holder.to}) at the same time`;
        if (a.office.role === ABROAD ? FULL_TIME.has(b.office.role ?? '') : b.office.role === ABROAD)
          say(a.office.id, `${both}; a minister is no ambassador: correct a date or the person`);
        else if (country(a.office) !== country(b.office)) say(a.office.id, `${both}, for two countries; correct a date or the person`);
      }
    }
  }
}

/** Surely at the same time, and for longer than a handover. Ends that are not known do not count. */
function overlap(a: Holder, b: Holder): boolean {
  if (a.from === '?' || b.from === '?' || a.to === '?' || b.to === '?') return false;
  return Math.min(toOf(a).first, toOf(b).first) - Math.max(fromOf(a).last, fromOf(b).last) > HANDOVER_DAYS;
}

const country = (o: Office): string => {
  const of = typeof o.of === 'string' ? o.of : (o.of[0] ?? '');
  return of.split('/').slice(0, 2).join('/');
};

/** No office is held before its body was founded or after it was dissolved, nor outside `exists`. */
function checkBodies(dataset: Dataset, say: Say): void {
  const bodies = new Map(dataset.organisations.map((o) => [o.id, o]));
  for (const office of dataset.offices) {
    const body = typeof office.of === 'string' ? bodies.get(office.of) : undefined;
    const from = office.exists?.from ?? body?.founded;
    const to = office.exists?.to ?? body?.dissolved;
    for (const h of office.holders) {
      if (from !== undefined && h.from !== '?' && fromOf(h).last < range(from, ALWAYS).first)
        say(office.id, `${h.person}: from ${h.from} is before ${body?.name ?? 'the office'} existed (${from}); correct one`);
      if (to !== undefined && h.to !== '?' && toOf(h).first > range(to, ALWAYS).last)
        say(office.id, `${h.person}: to ${h.to} is after ${body?.name ?? 'the office'} ended (${to}); correct one`);
    }
  }
}

/** A declared gap that holders fill is no gap any more. */
function checkGaps(office: Office, say: Say): void {
  for (const gap of office.gaps ?? []) {
    const end = range(gap.to, ALWAYS).first;
    let reached = range(gap.from, ALWAYS).last;
    const line = office.holders.filter((h) => h.from !== '?' && h.to !== '?').sort((a, b) => fromOf(a).first - fromOf(b).first);
    for (const h of line) if (fromOf(h).first <= reached + HANDOVER_DAYS) reached = Math.max(reached, toOf(h).last);
    const inside = office.holders.find(
      (h) => h.from !== '?' && h.to !== '?' && fromOf(h).last <= range(gap.from, ALWAYS).first && toOf(h).first >= range(gap.to, ALWAYS).last,
    );
    if (office.seats !== 'several' && inside)
      say(office.id, `gap ${gap.from}–${gap.to}: ${inside.person} held it throughout (${inside.from}–${inside.to}); take the gap out, or correct a date`);
    else if (office.seats !== 'several' && end - range(gap.from, ALWAYS).last > HANDOVER_DAYS && reached >= end - HANDOVER_DAYS && filled(line, gap))
      say(office.id, `gap ${gap.from}–${gap.to}: holders fill it; take the gap out, or correct a date`);
  }
}

/** Whether somebody’s tenure lies within the gap: neighbours that touch its ends do not fill it. */
const filled = (line: readonly Holder[], gap: { readonly from: string; readonly to: string }): boolean =>
  line.some((h) => Math.min(toOf(h).first, range(gap.to, ALWAYS).first) - Math.max(fromOf(h).last, range(gap.from, ALWAYS).last) > HANDOVER_DAYS);

function checkAges(dataset: Dataset, say: Say): void {
  const people = new Map(dataset.people.map((p) => [p.id, p]));
  for (const office of dataset.offices) {
    for (const h of office.holders) {
      const born = people.get(h.person)?.born;
      const last = h.to === 'now' ? office.checked : h.to;
      const end = last === undefined ? undefined : dayRange(last)?.first;
      if (born !== undefined && end !== undefined && (end - range(born, ALWAYS).last) / DAYS_A_YEAR > OLDEST_HOLDER)
        say(office.id, `${h.person}: over ${OLDEST_HOLDER} years old in office (born ${born}, to ${h.to}); correct a date or the person`);
    }
  }
}

/** An event stands in the file of its year, where the next editor looks for it. */
function checkFiles(dataset: Dataset, say: Say): void {
  for (const e of dataset.events) {
    const year = /(\d{4})\.yaml$/.exec(dataset.fileOf.get(e.id) ?? '')?.[1];
    if (year !== undefined && !e.from.startsWith(year))
      say(e.id, `from ${e.from} does not belong into the file of ${year}; move it to events/${e.from.slice(0, 4)}.yaml`);
  }
}

/** Countries where family names decline by gender. */
const DECLINING = new Set(['by', 'ru', 'ua'].map((iso) => `place/${iso}`));

function checkGender(p: Person, say: Say): void {
  if (!DECLINING.has(p.country ?? '')) return;
  for (const n of eachName(p.names, 'person')) {
    if (n.language !== 'ru' || n.kind !== 'full') continue;
    const wrong = p.female ? /(?:[оеё]в|[сц]кий)$/u : /(?:[оеё]ва|[сц]кая)$/u;
    if (wrong.test(n.text))
      say(p.id, `name “${n.text}” is a ${p.female ? 'man' : 'woman'}’s, and the entry is a ${p.female ? 'woman' : 'man'}’s; correct the name or \`female\``);
  }
}

/** “Prime minister since 2023” of somebody whose tenure of 2023 has ended, and who holds nothing any more. */
function checkSince(dataset: Dataset, say: Say): void {
  const tenures = new Map<string, Holder[]>();
  for (const office of dataset.offices) for (const h of office.holders) tenures.set(h.person, [...(tenures.get(h.person) ?? []), h]);
  for (const p of dataset.people) {
    const held = tenures.get(p.id) ?? [];
    if (held.some((h) => h.to === 'now' || h.to === '?')) continue;
    for (const [, year] of p.about.matchAll(/\bsince (?:\w+ )?(\d{4})\b/g)) {
      const ended = held.find((h) => year !== undefined && h.from.startsWith(year));
      if (ended) say(p.id, `about says “since ${year}”, but the tenure from ${ended.from} ended ${ended.to}; say “from … to …”`);
    }
  }
}
