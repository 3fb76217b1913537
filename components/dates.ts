/** Partial dates as the reader’s language writes them. */
import { language, say } from './words';

const PARTS: Readonly<Record<number, Intl.DateTimeFormatOptions>> = {
  1: { year: 'numeric' },
  2: { year: 'numeric', month: 'short' },
  3: { year: 'numeric', month: 'short', day: 'numeric' },
};

/** “30 Oct 2018”, “Oct 2018”, “2018”: as exact as the date is known. */
export function sayDate(date: string): string {
  const parts = date.split('-').map(Number);
  const [year = 0, month = 1, day = 1] = parts;
  return new Intl.DateTimeFormat(language(), { ...PARTS[parts.length], timeZone: 'UTC' }).format(Date.UTC(year, month - 1, day));
}

/** “20 Aug 2012 – 26 Nov 2022”, “since Jun 2024”, “until 2015”. `?` as an end: not known. */
export function saySpan(from: string | undefined, to: string | undefined): string {
  const start = from === undefined ? undefined : sayDate(from);
  if (to === undefined) return start === undefined ? say('date.unknown') : say('date.since', start);
  if (to === '?') return start === undefined ? say('date.unknown') : say('date.from', start);
  const end = sayDate(to);
  if (start === undefined) return say('date.until', end);
  return start === end ? start : `${start} – ${end}`;
}

/** An article’s day, from its number of days since 1970-01-01, as an ISO date. */
export const isoOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
