/** What a page says of itself: the article’s date, its language. The page is not trusted: every value is checked. */
import { type Day, dayRange, today } from '../dataset/dates';
import type { ArticleDate, DateSource } from '../recognise/types';

const OLDEST: Day = dayRange('1990-01-01')?.first ?? 0;

/** The calendar date as written (“2018-11-06T23:30:00+03:00” is the 6th), when it is one that an article can have. */
function dayOf(text: string | null | undefined, now: number): Day | undefined {
  const iso = /(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/.exec(text ?? '') ?? /^(\d{4})(\d{2})(\d{2})/.exec(text ?? '');
  let day: Day | undefined;
  if (iso) day = dayRange(`${iso[1]}-${iso[2]?.padStart(2, '0')}-${iso[3]?.padStart(2, '0')}`)?.first;
  else if (text && /\d{4}/.test(text)) {
    const parsed = Date.parse(text);
    if (!Number.isNaN(parsed)) day = Math.floor(parsed / 86_400_000);
  }
  return day !== undefined && day >= OLDEST && day <= today(now) + 1 ? day : undefined;
}

/** The article’s date by the best source that the page has; undefined when it says none. */
export function articleDateOf(document: Document, url: string, now: number = Date.now()): ArticleDate | undefined {
  const sources: ReadonlyArray<readonly [DateSource, () => Iterable<string | null | undefined>]> = [
    ['json-ld', () => jsonLdDates(document)],
    [
      'open-graph',
      () =>
        contents(document, [
          'meta[property="article:published_time"]',
          'meta[property="og:article:published_time"]',
          'meta[property="og:published_time"]',
          'meta[name="article:published_time"]',
        ]),
    ],
    [
      'meta',
      () =>
        contents(document, [
          'meta[itemprop="datePublished"]',
          'meta[name="date"]',
          'meta[name="pubdate"]',
          'meta[name="publish-date"]',
          'meta[name="publication_date"]',
          'meta[name="DC.date.issued"]',
          'meta[name="dc.date"]',
          'meta[name="DC.Date"]',
          'meta[name="dcterms.created"]',
          'meta[name="sailthru.date"]',
          'meta[name="parsely-pub-date"]',
          'meta[name="cXenseParse:recs:publishtime"]',
          'meta[name="last-modified"]',
        ]),
    ],
    ['time', () => timeElements(document)],
    ['url', () => urlDates(url)],
  ];
  for (const [source, read] of sources) {
    for (const text of read()) {
      const day = dayOf(text, now);
      if (day !== undefined) return { day, source };
    }
  }
  return undefined;
}

function* contents(document: Document, selectors: readonly string[]): Generator<string | null> {
  for (const selector of selectors) for (const element of document.querySelectorAll(selector)) yield element.getAttribute('content');
}

const ARTICLE = /Article|NewsArticle|BlogPosting|Report|Posting$/;

function* jsonLdDates(document: Document): Generator<string> {
  const found: { date: string; isArticle: boolean }[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    let value: unknown;
    try {
      value = JSON.parse((script.textContent ?? '').trim().replace(/^<!--|-->$/g, ''));
    } catch {
      continue;
    }
    // Breadth first and bounded: the page may nest as deep as it likes.
    const queue: unknown[] = [value];
    for (let steps = 0; queue.length > 0 && steps < 2000; steps++) {
      const item = queue.shift();
      if (Array.isArray(item)) queue.push(...item.slice(0, 200));
      else if (typeof item === 'object' && item !== null) {
        const record = item as Record<string, unknown>;
        if (typeof record.datePublished === 'string') found.push({ date: record.datePublished, isArticle: ARTICLE.test(String(record['@type'])) });
        for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement']) if (record[key]) queue.push(record[key]);
      }
    }
  }
  for (const { date } of found.sort((a, b) => Number(b.isArticle) - Number(a.isArticle))) yield date;
}

function* timeElements(document: Document): Generator<string | null> {
  const main = document.querySelector('article') ?? document.querySelector('main') ?? document.body;
  if (!main) return;
  const times = [...main.querySelectorAll('time[datetime]')].filter((t) => !t.closest('aside, footer, nav, [class*="comment"], [class*="related"]'));
  const stated = times.filter((t) => t.hasAttribute('pubdate') || /datePublished/.test(t.getAttribute('itemprop') ?? ''));
  for (const time of stated) yield time.getAttribute('datetime');
  // Without a word of the page the first one near the top is the article’s; a page of many teasers has many and says nothing.
  if (times.length > 0 && times.length <= 3) yield times[0]?.getAttribute('datetime') ?? null;
}

function* urlDates(url: string): Generator<string> {
  const slashed = /[/_-]((?:19|20)\d{2})[/_-](\d{1,2})[/_-](\d{1,2})(?=\D|$)/.exec(url);
  if (slashed) yield `${slashed[1]}-${slashed[2]}-${slashed[3]}`;
  const packed = /(?:^|\D)((?:19|20)\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])(?=\D|$)/.exec(url);
  if (packed) yield `${packed[1]}-${packed[2]}-${packed[3]}`;
}

/** Language of the page, lower case (`en`, `be-tarask`); undefined when it does not say. */
export function languageOf(document: Document): string | undefined {
  const said = document.documentElement?.getAttribute('lang') || document.querySelector('meta[http-equiv="content-language"]')?.getAttribute('content');
  return said && /^[a-z]{2,3}\b/i.test(said) ? said.toLowerCase() : undefined;
}
