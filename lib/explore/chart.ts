/** Bars over years: what of a tenure or a status is certain, what only possible, and where the years stand. Pure; positions are parts of the width, 0 to 1. */
import { type Day, dayRange } from '../dataset/dates';

/** A stretch of time between partial dates. `?`: not known; `now`: goes on, which is certain up to `checked` only. */
export interface Span {
  readonly from: string;
  readonly to: string;
  readonly checked?: string;
}

/** A stretch on the scale: from `start` to `end` it may have been, within `sure` it was. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly sure?: { readonly start: number; readonly end: number };
}

export interface Tick {
  readonly year: number;
  readonly at: number;
}

export interface Chart {
  /** One for each span, in order; undefined where neither end is known. */
  readonly stretches: readonly (Stretch | undefined)[];
  readonly ticks: readonly Tick[];
}

/** How far the unknown end of a stretch is drawn, in days. */
const UNKNOWN = 365;
const STEPS = [1, 2, 5, 10, 20, 50, 100];

interface Days {
  readonly first: Day;
  readonly last: Day;
  readonly sureFirst: Day;
  readonly sureLast: Day;
}

function daysOf({ from, to, checked }: Span, today: Day): Days | undefined {
  const start = dayRange(from);
  const known = checked === undefined ? today : (dayRange(checked)?.last ?? today);
  const end = to === 'now' ? { first: Math.min(known, today), last: today } : dayRange(to);
  if (!start) return end && to !== 'now' ? { first: end.first - UNKNOWN, sureFirst: end.first, sureLast: end.first, last: end.last } : undefined;
  if (!end) return { first: start.first, sureFirst: start.last, sureLast: start.last, last: start.last + UNKNOWN };
  return { first: start.first, sureFirst: start.last, sureLast: end.first, last: Math.max(end.last, start.first) };
}

/** The spans on one scale, from the first to the last year of them. */
export function chartOf(spans: readonly Span[], today: Day, mostTicks = 7): Chart {
  const days = spans.map((span) => daysOf(span, today));
  const known = days.filter((d) => d !== undefined);
  if (known.length === 0) return { stretches: days.map(() => undefined), ticks: [] };
  const firstYear = yearOf(Math.min(...known.map((d) => d.first)));
  const lastYear = yearOf(Math.max(...known.map((d) => d.last))) + 1;
  const begin = startOf(firstYear);
  const width = startOf(lastYear) - begin;
  const at = (day: Day) => (day - begin) / width;
  const step = STEPS.find((s) => (lastYear - firstYear) / s <= mostTicks) ?? 100;
  const ticks: Tick[] = [];
  for (let year = Math.ceil(firstYear / step) * step; year <= lastYear; year += step) ticks.push({ year, at: at(startOf(year)) });
  return {
    ticks,
    // A day that is the last one is drawn to its end.
    stretches: days.map(
      (d) =>
        d && {
          start: at(d.first),
          end: at(d.last + 1),
          ...(d.sureFirst <= d.sureLast ? { sure: { start: at(d.sureFirst), end: at(d.sureLast + 1) } } : {}),
        },
    ),
  };
}

const yearOf = (day: Day): number => new Date(day * 86_400_000).getUTCFullYear();
const startOf = (year: number): Day => Math.floor(Date.UTC(year, 0, 1) / 86_400_000);
