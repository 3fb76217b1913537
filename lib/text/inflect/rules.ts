/**
 * Case forms by rule: an ending of the dictionary form, and what takes its place. Rules are tried in order and the
 * first that fits decides. They are generous (a form that nobody writes costs nothing), never phonetic guesswork.
 */

/** The ending that a rule is for (a regular expression that ends in `$`), and its replacements. */
export type Rule = readonly [ending: RegExp, replacements: readonly string[]];

export type Sort = 'given' | 'family' | 'noun' | 'adjective';

export interface Paradigm {
  /** Rules for men’s names, and for nouns. */
  readonly masculine: readonly Rule[];
  /** Rules for women’s names. A family name that none fits stays as it is. */
  readonly feminine: readonly Rule[];
  /** Rules for adjectives in their dictionary form (masculine singular). */
  readonly adjective: readonly Rule[];
}

/** All forms of a lower-case word by `rules`, itself first. */
export function formsBy(rules: readonly Rule[], word: string): string[] {
  for (const [ending, replacements] of rules) {
    const found = ending.exec(word);
    if (found) return [...new Set([word, ...replacements.map((r) => word.slice(0, found.index) + (r.startsWith('$') ? (found[1] ?? '') + r.slice(1) : r))])];
  }
  return [word];
}

export const endings = (text: string): string[] => text.split(' ').map((e) => (e === '_' ? '' : e));
