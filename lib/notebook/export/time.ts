/** Partial dates and moments, written out for readers. */

/** `30 October 2018`, `October 2018`, `2018` in a language; the date as it is when it is none. Moments are told by their day in UTC. */
export function dayIn(date: string, language: string): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(date) ?? [];
  if (!year) return date;
  if (!month) return year;
  const moment = new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`);
  if (Number.isNaN(moment.getTime())) return date;
  return formatter(language, day !== undefined).format(moment);
}

const formatters = new Map<string, Intl.DateTimeFormat>();
function formatter(language: string, withDay: boolean): Intl.DateTimeFormat {
  const key = `${language} ${withDay}`;
  const there = formatters.get(key);
  if (there) return there;
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', ...(withDay ? { day: 'numeric' } : {}), timeZone: 'UTC' };
  const [known] = Intl.DateTimeFormat.supportedLocalesOf([language === '' ? 'en' : language]);
  const made = new Intl.DateTimeFormat(known === undefined ? 'en-GB' : known === 'en' ? 'en-GB' : known, options);
  formatters.set(key, made);
  return made;
}
