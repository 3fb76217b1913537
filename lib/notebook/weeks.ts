/** How many clips were made in each week. Weeks begin on Monday, in UTC. */
import type { Clip } from './types';

export interface Week {
  /** The Monday: an ISO day. */
  readonly start: string;
  readonly clips: number;
}

const DAY = 86_400_000;
const WEEK = 7 * DAY;
/** 1970-01-05 was a Monday. */
const FIRST_MONDAY = 4 * DAY;

const weekOf = (at: number): number => Math.floor((at - FIRST_MONDAY) / WEEK);
const isoDay = (week: number): string => new Date(week * WEEK + FIRST_MONDAY).toISOString().slice(0, 10);

/** Every week from the first with a clip to the one of `now`, empty ones too; at most the last `most`. */
export function weeksOf(clips: readonly Pick<Clip, 'made'>[], now: number, most = 53): readonly Week[] {
  const counts = new Map<number, number>();
  for (const { made } of clips) {
    const week = weekOf(Date.parse(made));
    counts.set(week, (counts.get(week) ?? 0) + 1);
  }
  if (counts.size === 0) return [];
  let first = Number.POSITIVE_INFINITY;
  let last = weekOf(now);
  for (const week of counts.keys()) {
    first = Math.min(first, week);
    last = Math.max(last, week);
  }
  first = Math.max(first, last - most + 1);
  return Array.from({ length: last - first + 1 }, (_, i) => ({ start: isoDay(first + i), clips: counts.get(first + i) ?? 0 }));
}
