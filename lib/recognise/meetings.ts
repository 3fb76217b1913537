/**
 * Meetings by what they are one of: “the NATO summit in Brussels”, «саммит НАТО в Мадриде», “the 2019 Munich Security
 * Conference”. Which of the series is meant follows from its place, its year or the article’s date; without one of them none is.
 */

import { isoOf } from '../dataset/dates';
import { ALIAS } from '../pack/layout';
import type { Pack } from '../pack/open';
import { CAPITAL, SENTENCE_START } from '../text/tokens';
import type { Rule } from './rules';
import { aliasesOf, isJoined, type Scanned, spanOf, surfaceOf } from './scan';
import type { ThingCandidate } from './things';
import type { ArticleDate, Mention } from './types';
import { ARTICLES, IN, isSummit, OF } from './wording';

export interface MeetingPhrase {
  readonly scanned: Scanned;
  readonly from: number;
  readonly to: number;
  /** The body whose meeting it is, or the series itself (a conference). */
  readonly of: number;
  readonly places: readonly number[];
  readonly year: number | undefined;
  /** A word says that it is a meeting; else the name of a conference stands alone, and may mean the body as well. */
  readonly explicit: boolean;
}

const MOST_SMALL = 3;

export function findMeetings(pack: Pack, scanned: Scanned, things: readonly ThingCandidate[]): MeetingPhrase[] {
  return things.flatMap((thing) => {
    const of = thing.entities[0] as number;
    if (thing.entities.length !== 1 || thing.inside !== undefined || pack.kindOf(of) !== 'organisation') return [];
    const around = meetingAround(scanned, thing);
    const explicit = around !== undefined;
    // The name of a conference is that of its meetings too. “NATO” and “the G7” alone are the alliance and the group, on the days of a summit as well.
    const hasMeetings = pack.seriesFirst[of] !== pack.seriesFirst[of + 1];
    if (!explicit && (!hasMeetings || pack.record(of, 'organisation').type !== 'conference' || goesOn(scanned, thing.to))) return [];
    let { from, to } = around ?? thing;
    const place = explicit ? placeAfter(pack, scanned, to) : undefined;
    if (place) to = place.to;
    const placesBefore = explicit && !place ? placesEnding(pack, scanned, from) : [];
    let year = yearAt(scanned, to, false);
    if (year !== undefined) to++;
    else {
      year = yearAt(scanned, from - 1, from > 0 && isJoined(scanned.tokens, from));
      if (year !== undefined) from--;
    }
    return [{ scanned, from, to, of, places: place?.places ?? placesBefore, year, explicit }];
  });
}

/** The tokens from the word for a meeting to the body, whichever comes first. */
function meetingAround(scanned: Scanned, { from, to }: ThingCandidate): { from: number; to: number } | undefined {
  const { tokens } = scanned;
  const possessed = tokens.full[to - 1] !== tokens.end[to - 1];
  // “NATO summit”, “NATO-Gipfel”, “NATO’s summit”.
  if (to < tokens.count && !startsSentence(scanned, to) && (possessed || touches(scanned, to)) && isSummit(surfaceOf(tokens, to).toLowerCase()))
    return { from, to: to + 1 };
  let at = from - 1;
  for (let small = 0; at >= 0 && small < MOST_SMALL && isJoined(tokens, at + 1); small++, at--) {
    const word = surfaceOf(tokens, at).toLowerCase();
    if (isSummit(word)) return { from: at, to };
    if (!OF.has(word) && !ARTICLES.has(word)) return undefined;
  }
  return at >= 0 && isJoined(tokens, at + 1) && isSummit(surfaceOf(tokens, at).toLowerCase()) ? { from: at, to } : undefined;
}

const startsSentence = ({ tokens }: Scanned, token: number): boolean => ((tokens.flags[token] as number) & SENTENCE_START) !== 0;
const touches = ({ tokens }: Scanned, token: number): boolean => (tokens.start[token] as number) - (tokens.full[token - 1] as number) === 1;

/** “Munich Security Conference Chairman”, “the conference’s chairman”: the body is meant. */
function goesOn(scanned: Scanned, to: number): boolean {
  const { tokens } = scanned;
  if (tokens.full[to - 1] !== tokens.end[to - 1]) return true;
  return to < tokens.count && isJoined(tokens, to) && ((tokens.flags[to] as number) & CAPITAL) !== 0;
}

/** “… in Brussels”. */
function placeAfter(pack: Pack, scanned: Scanned, token: number): { places: number[]; to: number } | undefined {
  const { tokens } = scanned;
  if (token + 1 >= tokens.count || !isJoined(tokens, token) || !IN.has(surfaceOf(tokens, token).toLowerCase()) || !isJoined(tokens, token + 1))
    return undefined;
  for (const hit of scanned.starting[token + 1] ?? []) {
    const places = aliasesOf(pack, hit.node).flatMap((a) => (a.type === ALIAS.PLACE ? [a.target] : []));
    if (places.length > 0) return { places, to: hit.to };
  }
  // A place that the pack does not know in this language belongs to the name, but decides nothing.
  return scanned.starting[token + 1] === undefined && (tokens.flags[token + 1] as number) & CAPITAL ? { places: [], to: token + 2 } : undefined;
}

/** “Vilnius NATO summit”. */
const placesEnding = (pack: Pack, scanned: Scanned, token: number): number[] =>
  token > 0 && isJoined(scanned.tokens, token)
    ? (scanned.ending[token - 1] ?? []).flatMap((hit) => aliasesOf(pack, hit.node).flatMap((a) => (a.type === ALIAS.PLACE ? [a.target] : [])))
    : [];

function yearAt(scanned: Scanned, token: number, joined: boolean): number | undefined {
  const { tokens } = scanned;
  if (token < 0 || token >= tokens.count || !(joined || isJoined(tokens, token))) return undefined;
  const text = surfaceOf(tokens, token);
  return /^(19|20)\d\d$/.test(text) ? Number(text) : undefined;
}

/** Days around a meeting in which an article that says nothing else means it: news of it, and of its eve. */
const NEWS = 45;
/** For the name of a conference alone: the days of it. */
const EVE = 3;
/** Days back to a meeting whose place is named: “at the NATO summit in Vilnius”. */
const MEMORY = 3 * 365;

/** The meeting meant, when the place, the year or the day leave one. `day` is undefined when the article’s date is not known. */
export function meetingOf(pack: Pack, phrase: MeetingPhrase, day: number | undefined): number | undefined {
  const meetings = meetingsOf(pack, phrase).filter((e) => phrase.places.length === 0 || isAt(pack, e, phrase.places));
  if (phrase.year !== undefined) {
    const then = meetings.filter((e) => new Date((pack.entityFrom[e] as number) * 86_400_000).getUTCFullYear() === phrase.year);
    return then.length === 1 ? then[0] : undefined;
  }
  if (day === undefined) return undefined;
  const near = meetings
    .map((e) => ({
      e,
      days: Math.max((pack.entityFrom[e] as number) - day, day - (pack.entityTo[e] as number), 0),
      ahead: (pack.entityFrom[e] as number) > day,
    }))
    .filter(({ days, ahead }) => days <= (phrase.explicit ? (phrase.places.length > 0 && !ahead ? MEMORY : NEWS) : EVE))
    .sort((a, b) => a.days - b.days);
  const [first, second] = near;
  if (!first || (second && second.days <= first.days * 2 + 7 && second.days - first.days < NEWS)) return undefined;
  return first.e;
}

/** The meetings of a series; for a body also those summits that it took part in. */
function meetingsOf(pack: Pack, { of, explicit }: MeetingPhrase): number[] {
  const found = new Set<number>();
  for (let i = pack.seriesFirst[of] as number; i < (pack.seriesFirst[of + 1] as number); i++) found.add(pack.series[i] as number);
  if (explicit && pack.kindOf(of) === 'organisation') {
    const { name } = pack.record(of, 'organisation');
    for (let i = pack.linkFirst[of] as number; i < (pack.linkFirst[of + 1] as number); i++) {
      const e = pack.link[i] as number;
      if (pack.kindOf(e) !== 'event') continue;
      const event = pack.record(e, 'event');
      if (event.type === 'summit' && event.name.includes(name)) found.add(e);
    }
  }
  return [...found].filter((e) => !explicit || pack.record(e, 'event').type === 'summit' || pack.record(e, 'event').type === 'conference');
}

const isAt = (pack: Pack, event: number, places: readonly number[]): boolean =>
  pack.record(event, 'event').places.some((p) => places.includes(p) || places.includes(pack.entityCountry[p] as number));

export function decideMeeting(pack: Pack, phrase: MeetingPhrase, date: ArticleDate): { readonly rule: Rule; readonly mention?: Mention } {
  const event = meetingOf(pack, phrase, date.source === 'today' ? undefined : date.day);
  if (event === undefined) return { rule: 'meeting-undecided' };
  const sure = phrase.year !== undefined || phrase.places.length > 0;
  const mention: Mention = {
    ...spanOf(phrase.scanned, phrase.from, phrase.to),
    kind: 'event',
    entity: pack.idOf(event),
    via: 'event',
    confidence: sure ? 0.93 : 0.85,
    evidence: [{ code: 'series-at-date', detail: isoOf(pack.entityFrom[event] as number) }],
  };
  return { rule: 'meeting-of-series', mention };
}
