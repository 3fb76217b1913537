/** Case forms of names, office words and adjectives, by language. Everything is lower case; the caller folds. */
import { BELARUSIAN, RUSSIAN, UKRAINIAN } from './east-slavic';
import { CZECH, FRENCH, GERMAN, ITALIAN, LATVIAN, LITHUANIAN, POLISH, SPANISH } from './latin';
import { formsBy, type Paradigm } from './rules';

const PARADIGMS: Readonly<Record<string, Paradigm>> = {
  ru: RUSSIAN,
  uk: UKRAINIAN,
  be: BELARUSIAN,
  pl: POLISH,
  cs: CZECH,
  sk: CZECH,
  lt: LITHUANIAN,
  lv: LATVIAN,
  de: GERMAN,
  fr: FRENCH,
  es: SPANISH,
  it: ITALIAN,
};

/** Languages in which foreign names written in Latin letters take case endings. */
export const DECLINING_LATIN = ['pl', 'cs', 'lt', 'de', 'lv'] as const;

const paradigmOf = (language: string): Paradigm | undefined => PARADIGMS[language.split('-')[0] as string];

/** Forms of a person’s given or family name, the name itself first. A hyphenated name changes in both parts. */
export function nameForms(name: string, language: string, female: boolean): string[] {
  const paradigm = paradigmOf(language);
  if (!paradigm) return [name];
  const rules = female ? paradigm.feminine : paradigm.masculine;
  const parts = name.split('-');
  if (parts.length === 1) return formsBy(rules, name);
  const each = parts.map((part) => formsBy(rules, part));
  const most = Math.max(...each.map((e) => e.length));
  return Array.from({ length: most }, (_, i) => each.map((e, p) => e[i] ?? (parts[p] as string)).join('-'));
}

/** Names of countries that are plurals: Niemcy – Niemiec, Węgry – Węgier. */
const POLISH_PLURALS: Readonly<Record<string, string>> = {
  niemcy: 'niemiec niemcom niemcami niemczech',
  węgry: 'węgier węgrom węgrami węgrzech',
  włochy: 'włoch włochom włochami włoszech',
  czechy: 'czech czechom czechami czechach',
  chiny: 'chin chinom chinami chinach',
  indie: 'indii indiom indiami indiach',
  filipiny: 'filipin filipinom filipinach',
  malediwy: 'malediwów malediwach',
};

/** Forms of the name of a country or city in one word. */
export const placeForms = (name: string, language: string): string[] => {
  const plural = language === 'pl' ? POLISH_PLURALS[name] : undefined;
  return plural === undefined ? [...nameForms(name, language, true), ...nameForms(name, language, false)] : [name, ...plural.split(' ')];
};

/** Forms of an adjective given in its dictionary form. */
export const adjectiveForms = (word: string, language: string): string[] => {
  const paradigm = paradigmOf(language);
  return paradigm ? formsBy(paradigm.adjective, word) : [word];
};

const LOOKS_ADJECTIVE: Readonly<Record<string, RegExp>> = {
  ru: /(ий|ый|ой|ая|ое|яя|ые|ие)$/,
  uk: /(ий|ій|а|е|і)$/,
  be: /(ы|і|ая|ае|яя|ыя|ія)$/,
  pl: /([sc]ki|[sc]ka|[sc]kie|wy|wa|we|ny|na|ne|owy|owa|owe|czy|cza|cze|ni|ły|ła)$/,
  cs: /(ý|á|é|í|ská|ské)$/,
  sk: /(ý|á|é|í|ská|ské|y|ny)$/,
};
/** Adjectives that stand after their noun (“Unia Europejska”); narrower, for a genitive after the noun must not be taken for one. */
const LOOKS_POSTPOSED: Readonly<Record<string, RegExp>> = {
  pl: /([sc]k|dzk|\p{L}n|ow)(i|y|a|ie|e)$/u,
  cs: /([sc]k|n|ov)(ý|á|é)$/,
  uk: /(ськ|цьк|зьк|н)(ий|а|е|і)$/,
};
const ADJECTIVE_BASE: Readonly<Record<string, ReadonlyArray<readonly [RegExp, string]>>> = {
  ru: [
    [/([гкхжшщч])(ая|ое|ие)$/, '$1ий'],
    [/(ая|ое|ые)$/, 'ый'],
    [/(яя|ее|ие)$/, 'ий'],
  ],
  uk: [[/(а|е|і)$/, 'ий']],
  be: [
    [/([гкх])(ая|ае|ія)$/, '$1і'],
    [/(ая|ае|ыя)$/, 'ы'],
  ],
  pl: [
    [/k(a|ie)$/, 'ki'],
    [/(a|e)$/, 'y'],
  ],
  cs: [[/(á|é)$/, 'ý']],
  sk: [[/(á|é)$/, 'ý']],
};

/**
 * Which words of a phrase change, and into what: the adjectives at its start and the first noun after them
 * (“Европейский союз”, “министр иностранных дел”); what follows is a genitive and stays. Pairs of form and base word, lower case.
 */
export function phraseLinks(phrase: string, language: string): ReadonlyArray<readonly [form: string, base: string]> {
  const lang = language.split('-')[0] as string;
  const paradigm = PARADIGMS[lang];
  const words = phrase.toLowerCase().split(/[\s-]+/u);
  if (!paradigm) return [];
  const links: (readonly [string, string])[] = [];
  const link = (word: string, forms: readonly string[]) => {
    for (const form of forms) if (form !== word) links.push([form, word]);
  };
  if (lang === 'fr' || lang === 'es' || lang === 'it') link(words[0] as string, formsBy(paradigm.masculine, words[0] as string));
  else if (lang === 'lt' && words.length > 1) {
    // A genitive stands before what it is of (“užsienio reikalų ministras”, “Europos Sąjunga”): the last word changes.
    link(words.at(-1) as string, nounForms(words.at(-1) as string, lang, paradigm));
    // “Jungtinės Tautos – Jungtinių Tautų”: so does an adjective before a plural.
    if (/(inės|iosios)$/.test(words[0] as string))
      link(words[0] as string, [
        (words[0] as string).replace(/(inės|iosios)$/, 'inių'),
        (words[0] as string).replace(/(inės|iosios)$/, 'inėms'),
        (words[0] as string).replace(/(inės|iosios)$/, 'inėse'),
      ]);
  } else if (lang === 'de') {
    for (const [i, word] of words.entries()) {
      const adjective = /^(.{3,})(e|er|es|en)$/u.exec(word);
      if (i < words.length - 1 && adjective)
        link(
          word,
          ['e', 'er', 'es', 'en', 'em'].map((e) => adjective[1] + e),
        );
      else if (i === words.length - 1 || i === 0) link(word, [`${word}s`, `${word}es`, `${word}n`, `${word}en`]);
    }
  } else {
    const looks = LOOKS_ADJECTIVE[lang];
    let head = 0;
    while (looks && head < words.length - 1 && looks.test(words[head] as string)) head++;
    for (let i = 0; i < head; i++) {
      const word = words[i] as string;
      const base = (ADJECTIVE_BASE[lang] ?? []).reduce((w, [end, to]) => (w === word ? word.replace(end, to) : w), word);
      link(word, [base, ...formsBy(paradigm.adjective, base)]);
    }
    link(words[head] as string, nounForms(words[head] as string, lang, paradigm));
    // “Unia Europejska”, “Stany Zjednoczone”: an adjective after the noun changes with it.
    const after = words[head + 1];
    if (after !== undefined && (lang === 'pl' || lang === 'cs' || lang === 'uk') && LOOKS_POSTPOSED[lang]?.test(after)) {
      const base = (ADJECTIVE_BASE[lang] ?? []).reduce((w, [end, to]) => (w === after ? after.replace(end, to) : w), after);
      link(after, [base, ...formsBy(paradigm.adjective, base)]);
    }
  }
  return links;
}

const FEMININE_NOUN = /(а|я|a|e|ė|ia)$/;
const nounForms = (word: string, lang: string, paradigm: Paradigm): string[] => {
  const forms = FEMININE_NOUN.test(word) ? [...formsBy(paradigm.feminine, word), ...formsBy(paradigm.masculine, word)] : formsBy(paradigm.masculine, word);
  // Neuter nouns in -о, -е, -ие, -ство.
  if (lang === 'pl' && POLISH_PLURALS[word]) return [word, ...(POLISH_PLURALS[word] as string).split(' ')];
  if (lang === 'pl' && /[^aeiouy]y$/.test(word)) return [word, ...['ów', 'om', 'ami', 'ach'].map((e) => word.slice(0, -1) + e), ...forms];
  if (lang === 'cs' && /y$/.test(word)) return [word, ...['ů', 'ům', 'ech', '', 'ám', 'ách', 'ami'].map((e) => word.slice(0, -1) + e), ...forms];
  if (lang === 'ru' && /(ство|ло)$/.test(word)) return [word, ...['а', 'у', 'ом', 'е'].map((e) => word.slice(0, -1) + e)];
  if (lang === 'ru' && /ие$/.test(word)) return [word, ...['я', 'ю', 'ем', 'и'].map((e) => word.slice(0, -1) + e)];
  if (lang === 'uk' && /ство$/.test(word)) return [word, ...['а', 'у', 'ом', 'і'].map((e) => word.slice(0, -1) + e)];
  if (lang === 'uk' && /ння$/.test(word)) return [word, ...['я', 'ю', 'ям', 'і'].map((e) => word.slice(0, -1) + e)];
  if (lang === 'pl' && /stwo$/.test(word)) return [word, ...['a', 'u', 'em', 'ie'].map((e) => word.slice(0, -1) + e)];
  if (lang === 'ru' && /ы$/.test(word)) return [word, ...['ов', 'ам', 'ами', 'ах', ''].map((e) => word.slice(0, -1) + e)];
  if (lang === 'ru' && /ия$/.test(word)) return [word, ...['и', 'ю', 'ей', 'й', 'ям', 'ями', 'ях'].map((e) => word.slice(0, -1) + e)];
  return [...new Set([word, ...forms])];
};
