/**
 * Partial dates: `2018`, `2018-10` or `2018-10-30`. A partial date stands for every day that it could mean,
 * so each comparison comes in two strengths: surely and possibly. Days count from 1970-01-01 (UTC).
 */

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export type PartialDate = string;
/** Days since 1970-01-01; negative before. */
export type Day = number;

const SHAPE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const MS_A_DAY = 86_400_000;

/** The first and the last day that a partial date can mean, both inclusive. */
export interface DayRange {
  readonly first: Day;
  readonly last: Day;
}

/** Days that can stand for “no bound”, within what an Int32 holds. */
export const BEGINNING: Day = -2_000_000;
export const END: Day = 2_000_000;

const dayOf = (year: number, month: number, day: number): Day => {
  // `Date.UTC` takes 0–99 for 1900–1999; no dataset date is that old, so a plain call is right.
  return Math.floor(Date.UTC(year, month - 1, day) / MS_A_DAY);
};

/** The days that `text` can mean, or undefined when it is no date (`2018-13`, `2018-02-30`, `spring`). */
export function dayRange(text: PartialDate): DayRange | undefined {
  const m = SHAPE.exec(text);
  if (!m) return undefined;
  const year = Number(m[1]);
  if (m[2] === undefined) return { first: dayOf(year, 1, 1), last: dayOf(year, 12, 31) };
  const month = Number(m[2]);
  if (month < 1 || month > 12) return undefined;
  const lastOfMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (m[3] === undefined) return { first: dayOf(year, month, 1), last: dayOf(year, month, lastOfMonth) };
  const day = Number(m[3]);
  if (day < 1 || day > lastOfMonth) return undefined;
  const it = dayOf(year, month, day);
  return { first: it, last: it };
}

export const isPartialDate = (text: string): boolean => dayRange(text) !== undefined;

/** A day as `YYYY-MM-DD`. */
export const isoOf = (day: Day): string => new Date(day * MS_A_DAY).toISOString().slice(0, 10);

/** Today in UTC, as a day. `now` in milliseconds since 1970-01-01. */
export const today = (now: number = Date.now()): Day => Math.floor(now / MS_A_DAY);
