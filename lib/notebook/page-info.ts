/**
 * A page as it would be cited: from its citation tags, JSON-LD, Open Graph and Dublin Core, best first. Our own reading and not `defuddle`’s: that
 * gives its metadata part only with the whole extractor (338 kB), and this runs in a page script. The page is not trusted: every value is checked.
 */
import { dayRange, today } from '../dataset/dates';
import { articleDateOf, languageOf } from '../page/metadata';
import type { PageInfo, Timestamp } from './types';

export interface ReadInfo {
  readonly url: string;
  readonly now: number;
  /** The page became another one without loading, and its head may still be of the first: then only title and address are taken. */
  readonly stale?: boolean;
}

/** Longest value kept, in UTF-16 code units. */
const LONGEST = 1000;

export function pageInfoOf(document: Document, { url, now, stale = false }: ReadInfo): PageInfo {
  const read: Timestamp = new Date(now).toISOString();
  const language = languageOf(document);
  const spoken = language ? { language } : {};
  const tab = clean(document.title);
  if (stale) return { url, title: heading(document) ?? tab ?? url, authors: [], read, ...spoken };
  const article = jsonLdArticle(document);
  const published = isoDay(articleDateOf(document, url, now)?.day) ?? dateOf(meta(document, 'citation_publication_date', 'citation_date', 'DC.date'), now);
  const modified = dateOf(text(article?.dateModified) ?? meta(document, 'article:modified_time', 'og:updated_time', 'DC.date.modified'), now);
  const site = meta(document, 'citation_journal_title', 'og:site_name') ?? nameOf(article?.publisher) ?? meta(document, 'application-name', 'DC.publisher');
  const canonical = canonicalOf(document, url);
  return {
    url,
    ...(canonical ? { canonical } : {}),
    title:
      meta(document, 'citation_title') ?? text(article?.headline) ?? meta(document, 'og:title', 'DC.title', 'twitter:title') ?? heading(document) ?? tab ?? url,
    ...(site ? { site } : {}),
    authors: authorsOf(document, article),
    ...(published ? { published } : {}),
    ...(modified && modified !== published ? { modified } : {}),
    read,
    ...spoken,
  };
}

/** Does the page say that it is an article, or has it as much text as one? */
export function isArticle(document: Document): boolean {
  if (meta(document, 'citation_title', 'article:published_time') !== undefined || /^article/i.test(meta(document, 'og:type') ?? '')) return true;
  if (jsonLdArticle(document)) return true;
  const main = document.querySelectorAll('article').length === 1 ? document.querySelector('article') : document.querySelector('main, [role="main"]');
  const long = [...(main?.querySelectorAll('p') ?? [])].filter((p) => (p.textContent ?? '').length > 80);
  return long.length >= 3;
}

/** The address that the page itself wants to be known by; undefined when it is no usable one. */
export function canonicalOf(document: Document, url: string): string | undefined {
  const said = document.querySelector('link[rel~="canonical" i]')?.getAttribute('href') ?? meta(document, 'og:url');
  const address = said ? URL.parse(said, url) : null;
  return address && /^https?:$/.test(address.protocol) && address.href.length < 2000 ? address.href : undefined;
}

/** One line, without white space at its ends; undefined when nothing is left. */
function clean(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const line = value.replace(/\s+/g, ' ').trim();
  return line === '' ? undefined : line.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '');
}

/** Of JSON-LD, where some sites escape as in HTML. */
function text(value: unknown): string | undefined {
  const line = clean(value);
  if (line === undefined || !/&(#\d+|#x[\da-f]+|\w+);/i.test(line)) return line;
  return clean(new DOMParser().parseFromString(line, 'text/html').documentElement.textContent);
}

function metas(document: Document, name: string): string[] {
  const wanted = CSS.escape(name);
  return [...document.querySelectorAll(`meta[name="${wanted}" i], meta[property="${wanted}" i]`)].flatMap((m) => clean(m.getAttribute('content')) ?? []);
}

const meta = (document: Document, ...names: string[]): string | undefined => {
  for (const name of names) {
    const [first] = metas(document, name);
    if (first !== undefined) return first;
  }
  return undefined;
};

/** The one heading of the first rank. */
function heading(document: Document): string | undefined {
  const all = document.querySelectorAll('h1');
  return all.length === 1 ? clean(all[0]?.textContent) : undefined;
}

const isoDay = (day: number | undefined): string | undefined => (day === undefined ? undefined : new Date(day * 86_400_000).toISOString().slice(0, 10));

/** The day as written, or the month or year where no more is said. */
function dateOf(value: string | undefined, now: number): string | undefined {
  const [, year, month, day] = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?!\d)/.exec(value ?? '') ?? [];
  if (!year) return undefined;
  const said = [year, month, day].flatMap((part) => (part === undefined ? [] : part.padStart(2, '0'))).join('-');
  const range = dayRange(said);
  return range && range.first <= today(now) + 1 ? said : undefined;
}

const ARTICLE = /(Article|BlogPosting|Report|LiveBlogPosting|Review|ScholarlyArticle|AnalysisNewsArticle|OpinionNewsArticle)$/;
type Json = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first article of the page’s JSON-LD. Breadth first and bounded: the page may nest as deep as it likes. */
function jsonLdArticle(document: Document): Json | undefined {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    let value: unknown;
    try {
      value = JSON.parse((script.textContent ?? '').trim().replace(/^<!--|-->$/g, ''));
    } catch {
      continue;
    }
    const queue: unknown[] = [value];
    for (let steps = 0; queue.length > 0 && steps < 2000; steps++) {
      const item = queue.shift();
      if (Array.isArray(item)) queue.push(...item.slice(0, 200));
      else if (isRecord(item)) {
        const types = [item['@type']].flat().map(String);
        if (types.some((type) => ARTICLE.test(type)) && (item.headline !== undefined || item.datePublished !== undefined)) return item;
        queue.push(item['@graph'], item.mainEntity, item.mainEntityOfPage);
      }
    }
  }
  return undefined;
}

const nameOf = (value: unknown): string | undefined => (isRecord(value) ? text(value.name) : text(value));

function authorsOf(document: Document, article: Json | undefined): string[] {
  const sources = [
    () => metas(document, 'citation_author'),
    () =>
      [article?.author]
        .flat()
        .flatMap((author) => [isRecord(author) ? author.name : author].flat())
        .flatMap((name) => text(name) ?? []),
    () => metas(document, 'author'),
    () => metas(document, 'article:author'),
    () => metas(document, 'DC.creator'),
  ];
  for (const read of sources) {
    // Some sites put a profile’s address where the name should be.
    const names = read()
      .flatMap((name) => name.split(/\s*;\s*/))
      .map((name) => name.replace(/^by\s+/i, ''))
      .filter((name) => name !== '' && !/^(https?:|\/|@)/.test(name));
    if (names.length > 0) return [...new Set(names)].slice(0, 100);
  }
  return [];
}
