/**
 * Finds a clip’s passage again in a page’s text that may have changed: by its exact words near its place, by what stood before and after it,
 * then by its words with a bounded number of errors. A wrong place is worse than none: what is not sure is an orphan. The work is bounded, too.
 */
import search from 'approx-string-match';
import type { Target } from './types';

export interface Found {
  /** UTF-16 code units of the text. */
  readonly start: number;
  readonly end: number;
  readonly how: 'exact' | 'context' | 'approximate';
}

/** A quote so long says by itself which it is; a shorter one needs its context. */
const TELLING = 32;
/** Exact occurrences that are looked at. */
const MOST = 500;
/** Share of a passage’s characters that may have changed. */
const CHANGED = 0.25;
/** How like its kept context the surroundings must be, 0 to 1. */
const LIKE = 0.7;
/** Steps of 32 characters of pattern over one of text that a search may take: about a tenth of a second. */
const EFFORT = 20_000_000;

/** `cheaply`: without the search that allows for errors. */
export function findQuote(text: string, { quote, position }: Pick<Target, 'quote' | 'position'>, cheaply = false): Found | undefined {
  const same = exact(text, quote, position.start);
  if (same || cheaply) return same;
  return between(text, quote, position.start) ?? approximate(text, quote, position.start);
}

function exact(text: string, quote: Target['quote'], near: number): Found | undefined {
  const { length } = quote.exact;
  if (length === 0) return undefined;
  // The usual case: nothing changed, or only text after it.
  if (text.startsWith(quote.exact, near) && text.startsWith(quote.suffix, near + length) && text.slice(0, near).endsWith(quote.prefix))
    return { start: near, end: near + length, how: 'exact' };
  const places: number[] = [];
  for (let at = text.indexOf(quote.exact); at >= 0 && places.length < MOST; at = text.indexOf(quote.exact, at + 1)) places.push(at);
  const judged = places
    .map((start) => ({ start, likeness: surroundings(text, quote, start, start + length) }))
    .sort((a, b) => b.likeness - a.likeness || Math.abs(a.start - near) - Math.abs(b.start - near));
  const [best, second] = judged;
  if (!best) return undefined;
  // Of several places alike the nearest would be a guess, unless their surroundings are the same altogether.
  const isSure = best.likeness >= LIKE || (length >= TELLING && (!second || best.likeness > second.likeness));
  return isSure ? { start: best.start, end: best.start + length, how: 'exact' } : undefined;
}

/** The better likeness of the two sides, 0 to 1. A side on which nothing was kept (the passage began or ended the page) says as much as the page’s end there. */
function surroundings(text: string, { prefix, suffix }: Target['quote'], start: number, end: number): number {
  const slack = 8;
  const before = prefix === '' ? Number(start === 0) : likeness(text.slice(Math.max(0, start - prefix.length - slack), start), prefix);
  const after = suffix === '' ? Number(end === text.length) : likeness(text.slice(end, end + suffix.length + slack), suffix);
  return Math.max(before, after) * 0.9 + Math.min(before, after) * 0.1;
}

/** How much of `pattern` stands in `text`: 1 all of it, 0 when less than half of it. */
function likeness(text: string, pattern: string): number {
  if (text.includes(pattern)) return 1;
  const errors = search(text, pattern, Math.floor(pattern.length / 2))[0]?.errors;
  return errors === undefined ? 0 : 1 - errors / pattern.length;
}

/** The passage was reworded, but what stood before and after it is still there, once each. */
function between(text: string, { exact, prefix, suffix }: Target['quote'], near: number): Found | undefined {
  if (prefix.length < 16 || suffix.length < 16) return undefined;
  const starts = occurrences(text, prefix).map((at) => at + prefix.length);
  const found = starts.flatMap((start) => {
    const end = text.indexOf(suffix, start);
    if (end <= start || end - start > exact.length * 1.5 + 20) return [];
    const now = text.slice(start, end);
    if (exact.length * Math.ceil(now.length / 32) > EFFORT) return [];
    // Something of it must be left: an advertisement that took its place is not the passage.
    return likeness(now, exact) > 0 || likeness(exact, now) > 0 ? [{ start, end }] : [];
  });
  const best = found.sort((a, b) => Math.abs(a.start - near) - Math.abs(b.start - near))[0];
  if (!best) return undefined;
  const trimmed = trim(text, best.start, best.end);
  return trimmed && { ...trimmed, how: 'context' };
}

function occurrences(text: string, words: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(words); at >= 0 && places.length < MOST; at = text.indexOf(words, at + 1)) places.push(at);
  return places;
}

function approximate(text: string, quote: Target['quote'], near: number): Found | undefined {
  const { length } = quote.exact;
  if (length < 12) return undefined;
  const errors = Math.floor(length * CHANGED);
  // A page too long for it is searched around the old place.
  const reach = Math.floor(EFFORT / Math.ceil(length / 32) / 2);
  const from = text.length > reach * 2 ? Math.max(0, near - reach) : 0;
  const window = text.slice(from, from + reach * 2);
  const judged = search(window, quote.exact, errors)
    .slice(0, MOST)
    .map((match) => {
      const start = from + match.start;
      const end = from + match.end;
      return { start, end, likeness: surroundings(text, quote, start, end) };
    })
    .sort((a, b) => b.likeness - a.likeness || Math.abs(a.start - near) - Math.abs(b.start - near));
  const [best, second] = judged;
  if (!best) return undefined;
  const isSure = best.likeness >= LIKE || (length >= TELLING * 2 && (!second || best.likeness > second.likeness));
  if (!isSure) return undefined;
  const whole = trim(text, best.start, best.end);
  return whole && { ...whole, how: 'approximate' };
}

/** Without white space at the ends, and never half a surrogate pair. */
function trim(text: string, from: number, to: number): { start: number; end: number } | undefined {
  let start = from;
  let end = to;
  if (/[\udc00-\udfff]/.test(text.charAt(start)) && /[\ud800-\udbff]/.test(text.charAt(start - 1))) start--;
  if (/[\udc00-\udfff]/.test(text.charAt(end)) && /[\ud800-\udbff]/.test(text.charAt(end - 1))) end++;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return start < end ? { start, end } : undefined;
}
