/**
 * The article’s date from the text itself: first a date that is written out, then the days on which the people and
 * offices named together make sense. Each full name with its title, and each event, votes for its days.
 */
import { BEGINNING, type Day, dayRange, END } from '../dataset/dates';
import type { Pack } from '../pack/open';
import { tenuresOf } from './time';
import type { ArticleDate } from './types';

const MONTHS: ReadonlyArray<readonly [RegExp, number]> = [
  [/^(january|jan|январ|січн|студз|stycz|januar|janv)/u, 1],
  [/^(february|feb|феврал|лют|lut|februar|févr)/u, 2],
  [/^(march|mar$|март|берез|сакав|marc|märz|mars)/u, 3],
  [/^(april|apr|апрел|квіт|красав|kwie|avril)/u, 4],
  [/^(may|мая|май|трав|maj|mai)/u, 5],
  [/^(june|jun|июн|черв(н|ен)|чэрв|czerw|juin)/u, 6],
  [/^(july|jul|июл|лип|ліпен|lipc|juil)/u, 7],
  [/^(august|aug|август|серп|жнів|sierp|août)/u, 8],
  [/^(september|sep|сентябр|верес|верас|wrze|sept)/u, 9],
  [/^(october|oct|октябр|жовт|кастр|paźdz|oktob|octo)/u, 10],
  [/^(november|nov|ноябр|листоп|лістап|listop|nove)/u, 11],
  [/^(december|dec|декабр|груд|снеж|grudn|dezem|déce)/u, 12],
];
const monthOf = (word: string): number | undefined => MONTHS.find(([shape]) => shape.test(word.toLowerCase()))?.[1];

const DMY = /\b(\d{1,2})(?:st|nd|rd|th|\.)?\s+(\p{L}{3,12})\.?,?\s+((?:19|20)\d{2})\b/gu;
const MDY = /\b(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,\s+((?:19|20)\d{2})\b/gu;

/** A dateline: a full date within the first 300 code units of a text. */
export function datelineOf(text: string, today: Day): ArticleDate | undefined {
  const head = text.slice(0, 300);
  for (const [shape, d, m] of [
    [DMY, 1, 2],
    [MDY, 2, 1],
  ] as const) {
    for (const match of head.matchAll(shape)) {
      const month = monthOf(match[m] as string);
      if (month === undefined) continue;
      const day = dayRange(`${match[3]}-${String(month).padStart(2, '0')}-${(match[d] as string).padStart(2, '0')}`)?.first;
      if (day !== undefined && day <= today) return { day, source: 'text' };
    }
  }
  return undefined;
}

interface Vote {
  readonly first: Day;
  readonly last: Day;
  readonly weight: number;
}

interface PartialDate {
  readonly month: number;
  readonly day: number;
}

export interface TextFacts {
  /** Persons with the office whose title stands beside them. */
  readonly titled: readonly { readonly person: number; readonly offices: readonly number[] }[];
  readonly persons: readonly number[];
  readonly events: readonly number[];
  /** Days and months without year (“October 30th”), in order: month 1–12 and day or 0. */
  readonly partial: () => readonly PartialDate[];
}

/** Days that the most votes agree on; undefined when nothing votes, or when what agrees is longer than two years. */
export function inferDate(pack: Pack, facts: TextFacts, today: Day): ArticleDate | undefined {
  const votes: Vote[] = [];
  for (const { person, offices } of facts.titled) {
    for (const office of offices) {
      for (let t = pack.officeTenure[office] as number; t < (pack.officeTenure[office + 1] as number); t++)
        if (pack.tenurePerson[t] === person) votes.push(voteOf(pack, t, 3));
    }
  }
  const seen = new Set<number>();
  for (const person of facts.persons) {
    if (seen.has(person)) continue;
    seen.add(person);
    for (const t of tenuresOf(pack, person)) votes.push(voteOf(pack, t, 1));
  }
  for (const event of facts.events)
    votes.push({ first: pack.entityFrom[event] as number, last: Math.min(today, (pack.entityTo[event] as number) + 30), weight: 2 });
  const known = votes.filter((v) => v.first > BEGINNING && v.last >= v.first).map((v) => ({ ...v, last: Math.min(v.last, today) }));
  if (known.length < 2) return undefined;
  const best = densest(known);
  if (!best || best.last - best.first > 5 * 365) return undefined;
  const narrowed = byPartialDates(best, facts.partial());
  // News is written near the end of what it reports; the middle of what agrees errs least.
  const day = narrowed ? narrowed.last : Math.floor((best.first + best.last) / 2);
  return { day, source: 'inferred', between: narrowed ?? { first: best.first, last: best.last } };
}

const voteOf = (pack: Pack, t: number, weight: number): Vote => ({
  first: pack.tenureFromFirst[t] as number,
  last: pack.tenureToLast[t] === END ? END : (pack.tenureToLast[t] as number),
  weight,
});

/** The stretch of days with the greatest weight of votes. */
function densest(votes: readonly Vote[]): { first: Day; last: Day } | undefined {
  const edges = votes
    .flatMap((v) => [
      { day: v.first, by: v.weight },
      { day: v.last + 1, by: -v.weight },
    ])
    .sort((a, b) => a.day - b.day || a.by - b.by);
  let weight = 0;
  let most = 0;
  let best: { first: Day; last: Day } | undefined;
  for (const [i, edge] of edges.entries()) {
    weight += edge.by;
    const next = edges[i + 1];
    if (!next || next.day === edge.day) continue;
    if (weight > most) {
      most = weight;
      best = { first: edge.day, last: next.day - 1 };
    }
  }
  return best;
}

/** “October 30th – November 1st”: within the years that fit, the latest such day. */
function byPartialDates(range: { first: Day; last: Day }, partial: readonly PartialDate[]): { first: Day; last: Day } | undefined {
  const last = partial.at(-1);
  if (!last) return undefined;
  const from = new Date(range.first * 86_400_000).getUTCFullYear();
  const to = new Date(range.last * 86_400_000).getUTCFullYear();
  let best: { first: Day; last: Day } | undefined;
  for (let year = from; year <= to; year++) {
    const days = partial.map((p) => Math.floor(Date.UTC(year, p.month - 1, p.day || 15) / 86_400_000));
    const first = Math.min(...days);
    const end = Math.max(...days);
    if (first >= range.first - 31 && end <= range.last + 31 && end - first < 200) best = { first, last: end };
  }
  return best;
}

const PARTIAL = /\b(\p{L}{3,12})\s+(\d{1,2})(?:st|nd|rd|th)?\b|\b(\d{1,2})\.?\s+(\p{L}{3,12})\b/gu;
export function partialDatesOf(text: string): { month: number; day: number }[] {
  const out: { month: number; day: number }[] = [];
  if (!/\d/.test(text)) return out;
  for (const m of text.matchAll(PARTIAL)) {
    const month = monthOf((m[1] ?? m[4]) as string);
    const day = Number(m[2] ?? m[3]);
    if (month !== undefined && day >= 1 && day <= 31) out.push({ month, day });
  }
  return out;
}
