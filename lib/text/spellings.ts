/** How else a word of a search may be written in what is searched. */
import { fold } from './fold';
import { latinForms } from './transliterate';

const CYRILLIC = /[\u0400-\u04ff]/;

/** A folded Cyrillic word also by its Latin spellings, for many names are recorded in Latin letters only. */
export function spellings(word: string): readonly string[] {
  if (!CYRILLIC.test(word)) return [word];
  return [...new Set([word, ...(['ru', 'be', 'uk'] as const).flatMap((l) => latinForms(word, l).map((f) => fold(f.text)))])].filter((s) => s !== '');
}
