/** The address of a clip’s page that opens at the passage: a text fragment, which browsers read and servers never see. */
import type { Clip } from './types';

/** Code units; a longer quote is given by its beginning and its end. */
const LONGEST = 120;
const EDGE_WORDS = 6;

/** Undefined when the page is none that a link may lead to. */
export function placeOf({ page, target }: Pick<Clip, 'page' | 'target'>): string | undefined {
  const address = URL.parse(page.url);
  if (!address || !/^(https?|file):$/.test(address.protocol)) return undefined;
  if (!target) return page.url;
  const text = target.quote.exact.replace(/\s+/g, ' ').trim();
  const words = text.split(' ');
  const fragment =
    text.length <= LONGEST || words.length <= 2 * EDGE_WORDS
      ? part(text)
      : `${part(words.slice(0, EDGE_WORDS).join(' '))},${part(words.slice(-EDGE_WORDS).join(' '))}`;
  return fragment === '' ? page.url : `${page.url}${address.hash === '' ? '#' : ''}:~:text=${fragment}`;
}

/** A hyphen would be read as the mark of a prefix or suffix. A lone surrogate has no place in an address. */
const part = (text: string): string => encodeURIComponent(text.toWellFormed()).replaceAll('-', '%2D');
