/** When the dataset was last compared with the world: what a card says can be told by it, and a clock that is behind it is wrong. */
import { BEGINNING, type Day, END } from '../dataset/dates';
import type { Pack } from './open';

/** The latest day on which a list of holders was checked; undefined when none was. Of a month it is the last day. */
export function lastChecked(pack: Pack): Day | undefined {
  let last: Day = BEGINNING;
  for (const day of pack.officeChecked) if (day !== END) last = Math.max(last, day);
  return last === BEGINNING ? undefined : last;
}

/** A month in days: how much later than the checking itself that day may be. */
const MONTH = 31;

const earliest = new WeakMap<Pack, Day>();

/** No clock that says an earlier day is right. Reckoned once a pack. */
export function earliestToday(pack: Pack): Day {
  const known = earliest.get(pack) ?? (lastChecked(pack) ?? MONTH) - MONTH;
  earliest.set(pack, known);
  return known;
}
