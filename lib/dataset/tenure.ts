/** The days on which a tenure can have begun and ended, for comparing tenures with each other and with lives and events. */
import { BEGINNING, type DayRange, dayRange, END } from './dates';
import type { Holder } from './schema';

export const ALWAYS: DayRange = { first: BEGINNING, last: END };
export const range = (date: string | undefined, otherwise: DayRange): DayRange => (date === undefined ? otherwise : (dayRange(date) ?? otherwise));
export const fromOf = (h: Holder): DayRange => (h.from === '?' ? ALWAYS : range(h.from, ALWAYS));
/** `now` is the end of time; a start that is not known may be any day, and so may an end. */
export const toOf = (h: Holder): DayRange => (h.to === '?' || h.to === 'now' ? { first: h.to === 'now' ? END : BEGINNING, last: END } : range(h.to, ALWAYS));
