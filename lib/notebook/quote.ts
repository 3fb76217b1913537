/** A stretch of a page’s text as W3C selectors: TextQuote with its context, TextPosition, Range. */
import type { PageText } from './page-text';
import type { Target } from './types';
import { pathTo } from './xpath';

/** Context kept on each side, in UTF-16 code units: enough to tell one place from another of the same words. */
export const CONTEXT = 48;

/** Does a character (as the reader counts: a surrogate pair is one) end at `at`? */
function isBorder(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return !(before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff);
}

/** The quote of `start..end`, with context that begins and ends at borders of code points. */
export function quoteOf(text: string, start: number, end: number): Target['quote'] {
  let from = Math.max(0, start - CONTEXT);
  let to = Math.min(text.length, end + CONTEXT);
  if (!isBorder(text, from)) from--;
  if (!isBorder(text, to)) to++;
  return { exact: text.slice(start, end), prefix: text.slice(from, start), suffix: text.slice(end, to) };
}

/** The target of a range of the page (a selection); undefined when there is no text in it. White space at its ends is left out. */
export function targetOf(page: PageText, range: Pick<Range, 'startContainer' | 'startOffset' | 'endContainer' | 'endOffset'>): Target | undefined {
  let start = page.offsetOf(range.startContainer, range.startOffset);
  let end = page.offsetOf(range.endContainer, range.endOffset);
  while (start < end && /\s/.test(page.text.charAt(start))) start++;
  while (end > start && /\s/.test(page.text.charAt(end - 1))) end--;
  return targetAt(page, start, end);
}

/** The target of `start..end` of the page’s text, widened to whole code points. */
export function targetAt(page: PageText, from: number, to: number): Target | undefined {
  const start = isBorder(page.text, from) ? from : from - 1;
  const end = isBorder(page.text, to) ? to : to + 1;
  const place = page.placeOf(start, end);
  if (!place) return undefined;
  return {
    quote: quoteOf(page.text, start, end),
    position: { start, end },
    range: {
      startContainer: pathTo(place.startContainer),
      startOffset: place.startOffset,
      endContainer: pathTo(place.endContainer),
      endOffset: place.endOffset,
    },
  };
}

/** The sentence around `start..end`, without crossing a line end; at most `longest` code units on each side. */
export function sentenceAround(text: string, start: number, end: number, language?: string, longest = 600): { start: number; end: number } {
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - longest);
  const lineEnd = text.indexOf('\n', end);
  const line = text.slice(lineStart, Math.min(lineEnd < 0 ? text.length : lineEnd, end + longest));
  let from = 0;
  let to = line.length;
  for (const { index, segment } of new Intl.Segmenter(language, { granularity: 'sentence' }).segment(line)) {
    if (lineStart + index <= start) from = index;
    if (lineStart + index + segment.trimEnd().length >= end) {
      to = index + segment.trimEnd().length;
      break;
    }
  }
  return { start: lineStart + from, end: lineStart + to };
}
