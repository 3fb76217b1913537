/** Partial dates as the reader’s locale writes them. */

const PARTS: Readonly<Record<number, Intl.DateTimeFormatOptions>> = {
  1: { year: 'numeric' },
  2: { year: 'numeric', month: 'short' },
  3: { year: 'numeric', month: 'short', day: 'numeric' },
};

/** “30 Oct 2018”, “Oct 2018”, “2018”: as exact as the date is known. */
export function sayDate(date: string, locale?: string): string {
  const parts = date.split('-').map(Number);
  const [year = 0, month = 1, day = 1] = parts;
  return new Intl.DateTimeFormat(locale, { ...PARTS[parts.length], timeZone: 'UTC' }).format(Date.UTC(year, month - 1, day));
}

/** “20 Aug 2012 – 26 Nov 2022”, “since Jun 2024”, “until 2015”. */
export function saySpan(from: string | undefined, to: string | undefined, locale?: string): string {
  const start = from === undefined ? undefined : sayDate(from, locale);
  if (to === undefined) return start === undefined ? 'dates not known' : `since ${start}`;
  if (to === '?') return start === undefined ? 'dates not known' : `from ${start}`;
  const end = sayDate(to, locale);
  if (start === undefined) return `until ${end}`;
  return start === end ? start : `${start} – ${end}`;
}
