/**
 * Every sentence that a reader sees, by key, in the interface’s language. Components say `say('card.close')`; which
 * catalogue answers is set once by the shell (`lib/browser/words.ts`), so that components need no browser API.
 */
import type { GeneratedI18nStructure } from '#i18n';

export type WordKey = keyof GeneratedI18nStructure & string;
/** The stem of keys that end in a plural category (`panel.people.one`, `.few`, `.many`, `.other`). */
export type CountKey = WordKey extends infer K ? (K extends `${infer Stem}.other` ? Stem : never) : never;

export interface Words {
  /** BCP 47 tag of the catalogue: also the locale of dates and numbers. */
  readonly language: string;
  /** The sentence under a key with its dots as underscores, `$1`… filled in; empty when there is none. */
  lookup(key: string, substitutions: readonly string[]): string;
}

let words: Words = { language: 'en', lookup: (key) => key };
let plural = new Intl.PluralRules('en');

export function useWords(given: Words): void {
  words = given;
  plural = new Intl.PluralRules(given.language);
}

/** The language that `say` speaks. */
export const language = (): string => words.language;

export function say(key: WordKey, ...substitutions: readonly (string | number)[]): string {
  return words.lookup(key.replaceAll('.', '_'), substitutions.map(String)) || key;
}

/** A sentence with a number in it, in the plural form that the language has for it; `$1` is the number as the locale writes it. */
export function sayCount(key: CountKey, count: number, ...substitutions: readonly (string | number)[]): string {
  const shown = [count.toLocaleString(words.language), ...substitutions.map(String)];
  const stem = `${key}`.replaceAll('.', '_');
  return words.lookup(`${stem}_${plural.select(count)}`, shown) || words.lookup(`${stem}_other`, shown) || key;
}
