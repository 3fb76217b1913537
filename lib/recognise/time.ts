/** Who held an office when. Partial dates make two answers: surely and possibly. */
import { BEGINNING, type Day, END } from '../dataset/dates';
import { ACTING, DISPUTED, OPEN_END, SEVERAL_SEATS } from '../pack/layout';
import type { Pack } from '../pack/open';

export interface Holding {
  readonly person: number;
  readonly tenure: number;
  /** The dates leave no doubt. */
  readonly sure: boolean;
  readonly acting: boolean;
  readonly disputed: boolean;
  /** Days between the last check of an open tenure and the date asked; 0 for a closed one or one checked later. */
  readonly stale: number;
}

/** The holders of an office on a day, those who hold it surely first. With `standIn`, whoever acts in the place of the holder goes before them. */
export function holdersAt(pack: Pack, office: number, day: Day, standIn = false): Holding[] {
  const out: Holding[] = [];
  for (let t = pack.officeTenure[office] as number; t < (pack.officeTenure[office + 1] as number); t++) {
    const holding = holdingAt(pack, office, t, day);
    if (holding) out.push(holding);
  }
  const acting = standIn ? out.filter((h) => h.sure && h.acting) : [];
  const regular = acting.length > 0 ? acting : out.filter((h) => h.sure && !h.acting);
  // Whoever only possibly holds a seat that somebody surely holds does not hold it.
  const kept = regular.length > 0 && !isShared(pack, office) ? (regular.length > 1 ? lastStarted(pack, regular) : regular) : out;
  return kept.sort((a, b) => Number(b.sure) - Number(a.sure));
}

export const isShared = (pack: Pack, office: number): boolean => ((pack.officeFlags[office] as number) & SEVERAL_SEATS) !== 0;

/** On the day of a handover both are in the list: the new one counts. */
function lastStarted(pack: Pack, holdings: readonly Holding[]): Holding[] {
  const latest = Math.max(...holdings.map((h) => pack.tenureFromFirst[h.tenure] as number));
  const kept = holdings.filter((h) => (pack.tenureFromFirst[h.tenure] as number) === latest);
  return holdings.some((h) => h.disputed) ? [...holdings] : kept;
}

function holdingAt(pack: Pack, office: number, t: number, day: Day): Holding | undefined {
  const flags = pack.tenureFlags[t] as number;
  const fromFirst = pack.tenureFromFirst[t] as number;
  const fromLast = pack.tenureFromLast[t] as number;
  const toFirst = pack.tenureToFirst[t] as number;
  const toLast = pack.tenureToLast[t] as number;
  // A start or an end that is not known at all proves nothing.
  const from = fromFirst === BEGINNING ? fromLast === END : false;
  if (from || (toFirst === BEGINNING && toLast === END)) {
    // Only the known bound can place it: a known start and an unknown end hold for the day itself.
    if (fromFirst !== BEGINNING && day >= fromFirst && day <= fromLast) return holding(pack, t, flags, false, 0);
    if (toFirst !== BEGINNING && day >= toFirst && day <= toLast) return holding(pack, t, flags, false, 0);
    return undefined;
  }
  if (day < fromFirst || day > toLast) return undefined;
  const checked = pack.officeChecked[office] as number;
  const stale = flags & OPEN_END && checked !== END && day > checked ? day - checked : 0;
  return holding(pack, t, flags, day >= fromLast && day <= toFirst, stale);
}

const holding = (pack: Pack, tenure: number, flags: number, sure: boolean, stale: number): Holding => ({
  person: pack.tenurePerson[tenure] as number,
  tenure,
  sure,
  acting: (flags & ACTING) !== 0,
  disputed: (flags & DISPUTED) !== 0,
  stale,
});

/** The ranks of heads of state and of government among roles. */
export const RULERS = 2;

/** Is or was a person head of state or of government? */
export const everRuled = (pack: Pack, person: number): boolean => (pack.entityWeight[person] as number) >= 100 - RULERS;

/** The office that a tenure is of. */
export function officeOfTenure(pack: Pack, tenure: number): number {
  let low = 0;
  let high = pack.size;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pack.officeTenure[middle] as number) <= tenure) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function tenuresOf(pack: Pack, person: number): number[] {
  const out: number[] = [];
  for (let i = pack.personTenureFirst[person] as number; i < (pack.personTenureFirst[person + 1] as number); i++) out.push(pack.personTenure[i] as number);
  return out;
}

/** Years between a day and the nearest tenure of a person; 0 inside one; Infinity for who held none. Before the first tenure it is negative. */
export function yearsFromOffice(pack: Pack, person: number, day: Day): number {
  let best = Number.POSITIVE_INFINITY;
  for (const t of tenuresOf(pack, person)) {
    const from = pack.tenureFromFirst[t] as number;
    const to = pack.tenureToLast[t] as number;
    const years = day < from ? (day - from) / 365.25 : day > to ? (day - to) / 365.25 : 0;
    if (Math.abs(years) < Math.abs(best)) best = years;
  }
  return best;
}

/** Did the person ever hold this office, and how many years from the day was it? Undefined: never. */
export function distanceToOffice(pack: Pack, person: number, office: number, day: Day): number | undefined {
  let best: number | undefined;
  for (let t = pack.officeTenure[office] as number; t < (pack.officeTenure[office + 1] as number); t++) {
    if (pack.tenurePerson[t] !== person) continue;
    const from = pack.tenureFromFirst[t] as number;
    const to = pack.tenureToLast[t] as number;
    const years = day < from ? (from - day) / 365.25 : day > to ? (day - to) / 365.25 : 0;
    if (best === undefined || years < best) best = years;
  }
  return best;
}
