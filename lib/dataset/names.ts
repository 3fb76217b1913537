/** Reads the names of the schema: plain strings or objects, one or many, with the family name marked or guessed. */
import { PARTICLES } from '../text/particles';
import type { Name, NameKind, Names } from './schema';

export interface ReadName {
  readonly text: string;
  readonly language: string;
  readonly kind: NameKind;
  readonly ambiguous: boolean;
  /** True where the data say expressly whether the name is ambiguous. */
  readonly judged: boolean;
  /** For a person’s full name: where the family name stands in `text`, in UTF-16 code units. */
  readonly family?: { readonly start: number; readonly end: number };
}

/** Ends in a Roman numeral, or goes on with a country: the name of a monarch or a pope. */
const REGNAL = /\s(?:[IVX]+\.?|of\s.+)$/u;

/** “Jr.”: after a family name, and no part of it. */
export const isGeneration = (word: string): boolean => /^(jr|sr|jnr|snr)\.?$/iu.test(word);

/** A person’s name with its family name found: what stands between underscores, else the last word (but “Jr.”) with the particles before it. */
export function readPersonName(marked: string): { readonly text: string; readonly family?: { readonly start: number; readonly end: number } } {
  const open = marked.indexOf('_');
  const close = marked.indexOf('_', open + 1);
  if (open >= 0 && close > open + 1) {
    const text = marked.slice(0, open) + marked.slice(open + 1, close) + marked.slice(close + 1);
    return { text, family: { start: open, end: close - 1 } };
  }
  const words = [...marked.matchAll(/\S+/gu)];
  // Rulers have no family name in use: “Charles III”, “Willem-Alexander of the Netherlands”.
  if (words.length < 2 || REGNAL.test(marked)) return { text: marked };
  const last = words.length > 2 && isGeneration(words.at(-1)?.[0] ?? '') ? words.length - 2 : words.length - 1;
  let first = last;
  while (first > 1 && PARTICLES.has(words[first - 1]?.[0].toLowerCase() ?? '')) first--;
  const end = words[last] as RegExpExecArray;
  return { text: marked, family: { start: words[first]?.index ?? 0, end: end.index + end[0].replace(/,$/, '').length } };
}

const isAcronym = (text: string): boolean => /^[\p{Lu}\d&-]{2,8}$/u.test(text) && /\p{Lu}/u.test(text);

/** Every name of a `names` field, flat. `mark` reads the family name (for people). */
export function* eachName(names: Names | undefined, of: 'person' | 'other'): Generator<ReadName> {
  for (const [language, value] of Object.entries(names ?? {})) {
    for (const entry of Array.isArray(value) ? value : [value]) yield readName(entry, language, of);
  }
}

export function readName(entry: Name, language: string, of: 'person' | 'other'): ReadName {
  const given = typeof entry === 'string' ? { name: entry } : entry;
  const { text, family } = of === 'person' ? readPersonName(given.name) : { text: given.name, family: undefined };
  const kind = given.kind ?? (of === 'other' && isAcronym(text) ? 'acronym' : 'full');
  return { text, language, kind, ambiguous: given.ambiguous ?? false, judged: given.ambiguous !== undefined, ...(family && kind === 'full' ? { family } : {}) };
}
