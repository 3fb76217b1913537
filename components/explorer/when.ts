/** Stretches of time in words, as exact as they are known. */
import { sayDate } from '../dates';
import { say } from '../words';

export interface When {
  readonly from?: string;
  readonly to?: string;
  readonly checked?: string;
}

/** “20 Aug 2012 – 26 Nov 2022”, “since Jun 2024 (as of Nov 2025)”, “until 2015”. `?` and nothing: not known; `now`: goes on. */
export function sayWhen({ from, to, checked }: When): string {
  const start = from === undefined || from === '?' ? undefined : sayDate(from);
  if (to === 'now') {
    const open = start === undefined ? say('explorer.when.stillIn') : say('explorer.when.since', start);
    return checked ? say('explorer.when.asOf', open, sayDate(checked)) : open;
  }
  const end = to === undefined || to === '?' ? undefined : sayDate(to);
  if (start === undefined) return end === undefined ? say('explorer.when.unknown') : say('explorer.when.until', end);
  if (end === undefined) return say('explorer.when.from', start);
  return start === end ? start : say('explorer.when.span', start, end);
}

/** An event: one day, or from day to day. */
export const sayEventTime = (from: string, to: string | undefined): string => (to === undefined ? sayDate(from) : sayWhen({ from, to }));
