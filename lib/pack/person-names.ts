/** What rules derive from a person’s names: spellings in Latin letters, case forms, umlauts written out. */
import { eachName, isGeneration, type ReadName, readPersonName } from '../dataset/names';
import type { Person } from '../dataset/schema';
import { fold } from '../text/fold';
import { DECLINING_LATIN, nameForms } from '../text/inflect';
import { type LatinForm, latinForms } from '../text/transliterate';
import { ALIAS, AMBIGUOUS, FAMILY_FIRST, groupOf, SHORT } from './layout';
import type { NameTable } from './name-table';

/** Titles that are part of a name and never a given name: “Pope Francis”, “King Charles”. */
const STYLES = new Set([
  'pope',
  'king',
  'queen',
  'prince',
  'princess',
  'emperor',
  'sultan',
  'sheikh',
  'patriarch',
  'emir',
  'папа',
  'король',
  'королева',
  'принц',
  'патриарх',
  'патріарх',
  'патрыярх',
  'papież',
  'papst',
  'pape',
  'król',
  'könig',
]);
const CYRILLIC = /[\u0400-\u04ff]/;
/** Countries whose people’s names reach Latin texts through Cyrillic. */
const CYRILLIC_COUNTRIES = new Set(
  ['by', 'ru', 'ua', 'md', 'ge', 'am', 'az', 'kz', 'kg', 'uz', 'tj', 'tm', 'mn', 'bg', 'rs', 'mk', 'me'].map((code) => `place/${code}`),
);
const ONE_LETTER = /(?<!\S)[\u0400-\u04ff](?!\S)/u;
const SPACED = /[\s]/;

export interface GivenNames {
  readonly words: ReadonlySet<number>;
  /** Code units of their folded first letters. */
  readonly initials: ReadonlySet<number>;
}

/** Adds every name of a person to the table and gives back the given names (word numbers) that belong to them, and the letters they start with. */
export function addPersonNames(table: NameTable, person: Person, target: number, groups: ReadonlyMap<string, readonly string[]>): GivenNames {
  const words = new Set<number>();
  const initials = new Set<number>();
  const female = person.female ?? false;
  // Latin letters go back to Cyrillic ones only for names that were Cyrillic: “Бербок” is no source of “Berbok”.
  const latin = CYRILLIC_COUNTRIES.has(person.country ?? '');
  const given = (word: string) => {
    if (word === '') return;
    words.add(table.word(word));
    initials.add(word.charCodeAt(0));
  };
  const main = readPersonName(person.name);
  const names = familyFirst([
    { text: main.text, language: 'en', kind: 'full', ambiguous: false, judged: false, ...(main.family ? { family: main.family } : {}) },
    ...eachName(person.names, 'person'),
  ]);
  for (const name of names) {
    const literal = { type: ALIAS.FULL, target };
    if (name.kind === 'family') {
      addFamily(table, name.text, name.language, female, target, name.ambiguous ? AMBIGUOUS : 0, latin);
      continue;
    }
    const first = name.text.split(/\s+/)[0]?.toLowerCase() ?? '';
    if (!name.family || name.kind !== 'full' || STYLES.has(first)) {
      const short = name.kind === 'short' || name.kind === 'acronym';
      addPhrase(table, name.text, name.language, female, { ...literal, flags: (name.ambiguous ? AMBIGUOUS : 0) | (short ? SHORT : 0) });
      continue;
    }
    const family = name.text.slice(name.family.start, name.family.end);
    const before = name.text.slice(0, name.family.start).trim();
    const after = name.text.slice(name.family.end).trim();
    const isFirst = before === '' && after !== '';
    // Read as given and family name like any other; as a whole it says that others bear it.
    if (name.ambiguous) table.add(name.text, { ...literal, flags: AMBIGUOUS });
    // “Ван И”: one letter is no name by itself.
    else if (ONE_LETTER.test(name.text)) table.add(name.text, { ...literal, flags: 0 });
    addFamily(table, family, name.language, female, target, isFirst ? FAMILY_FIRST : 0, latin);
    for (const word of `${before} ${after}`.split(/[\s-]+/u).filter((w) => !isGeneration(w)))
      addGiven(table, word.replace(/[.,()“”"«»]/gu, ''), name.language, female, given, groups, latin);
  }
  return { words, initials };
}

/** “Kim Jong Un” beside “_Kim_ Jong-un”: a name that begins with what another name marks as the family name has it there, too. */
function familyFirst(names: readonly ReadName[]): ReadName[] {
  const marked = new Set(
    names.flatMap(({ text, family }) => (family && family.start === 0 && family.end < text.length ? [fold(text.slice(0, family.end))] : [])),
  );
  return names.map((name) => {
    const first = /^\S+(?=\s)/u.exec(name.text)?.[0];
    return first && name.family && name.family.start > 0 && marked.has(fold(first)) ? { ...name, family: { start: 0, end: first.length } } : name;
  });
}

/** The folded words of a person’s family name in every spelling that the dataset lists. */
export function familyWords(person: Person): string[] {
  const main = { ...readPersonName(person.name), language: 'en', kind: 'full' as const, ambiguous: false, judged: false };
  return familyFirst([main, ...eachName(person.names, 'person')]).flatMap((name) => {
    if (name.kind === 'family') return foldWords(name.text);
    return name.kind === 'full' && name.family ? foldWords(name.text.slice(name.family.start, name.family.end)) : [];
  });
}

function addFamily(table: NameTable, family: string, language: string, female: boolean, target: number, flags: number, latin: boolean): void {
  const alias = { type: ALIAS.FAMILY, flags, target };
  for (const { text, declines } of spellings(family, language, latin)) {
    // A family name of one letter (“И”) is a conjunction in most texts.
    if (text.length < 2) continue;
    table.add(text, alias);
    // Forms of a name of two letters (Ма: мы, мой) are words.
    if (text.length > 2) linkForms(table, text, language, female, declines);
  }
}

function addGiven(
  table: NameTable,
  word: string,
  language: string,
  female: boolean,
  given: (w: string) => void,
  groups: ReadonlyMap<string, readonly string[]>,
  latin: boolean,
): void {
  if (word.length < 2) return;
  for (const { text, declines } of spellings(word, language, latin)) {
    for (const w of foldWords(text)) {
      given(w);
      for (const same of groups.get(w) ?? []) given(same);
    }
    linkForms(table, text, language, female, declines);
  }
}

/** A name taken as it stands, with the case forms of its last word (of every word, in Cyrillic). */
function addPhrase(table: NameTable, text: string, language: string, female: boolean, alias: { type: number; flags: number; target: number }): void {
  table.add(text, alias);
  for (const word of text.split(/[\s-]+/u)) linkForms(table, word, language, female, ALL_DECLINING);
}

/** Latvian writes foreign Latin names by their sound (Tramps, Makrons): its endings on the name as it is would be nobody’s. */
const ALL_DECLINING: ReadonlySet<string> = new Set(DECLINING_LATIN.filter((language) => language !== 'lv'));
const NO_DECLINING: ReadonlySet<string> = new Set();

/** A name, its Latin spellings if it is Cyrillic, its umlauts written out if it is Latin; each with the languages that decline it in Latin letters. */
function spellings(name: string, language: string, latin: boolean): LatinForm[] {
  const lang = language.split('-')[0] as string;
  if (CYRILLIC.test(name)) {
    const itself = { text: name, declines: NO_DECLINING };
    if (!latin || (lang !== 'ru' && lang !== 'uk' && lang !== 'be')) return [itself];
    const parts = name.split(/([\s-]+)/u);
    const each = parts.map((p): LatinForm[] => (SPACED.test(p) || p === '-' ? [{ text: p, declines: NO_DECLINING }] : latinForms(p, lang)));
    const last = each.at(-1) as LatinForm[];
    const most = Math.max(...each.map((e) => e.length));
    // Systems are not mixed inside one name: the n-th spelling of each part goes together.
    const latins = Array.from({ length: most }, (_, i) => ({
      text: each.map((e) => (e[i] ?? (e[0] as LatinForm)).text).join(''),
      declines: (last[i] ?? (last[0] as LatinForm)).declines,
    }));
    return [itself, ...latins];
  }
  // A Cyrillic name spelt for one language is declined by that language; each language spells it in its own way.
  const declines = !latin ? ALL_DECLINING : new Set(lang === 'en' ? ['de'] : [lang]);
  const written = name
    .replace(/[äÄ]/g, 'ae')
    .replace(/[öÖøØ]/g, 'oe')
    .replace(/[üÜ]/g, 'ue')
    .replace(/[åÅ]/g, 'aa');
  return (written === name ? [name] : [name, written]).map((text) => ({ text, declines }));
}

/** Case forms in the name’s own language; a Latin name also takes the endings of the languages that decline foreign names. */
function linkForms(table: NameTable, name: string, language: string, female: boolean, declines: ReadonlySet<string>): void {
  const words = name.toLowerCase().split(/\s+/u);
  const last = words.at(-1) as string;
  if (last.length < 2) return;
  const lang = language.split('-')[0] as string;
  if (CYRILLIC.test(last)) {
    for (const form of nameForms(last, lang, female)) linkParts(table, form, last, 0);
    return;
  }
  if (!/[a-z]/.test(last)) return;
  for (const declining of DECLINING_LATIN)
    if (declines.has(declining)) for (const form of nameForms(last, declining, female)) linkParts(table, form, last, groupOf(declining));
  if (female && lang !== 'cs' && declines.has('cs')) for (const end of ['ová', 'ové', 'ovou']) table.link(last + end, last, groupOf('cs'));
  if (lang === 'lv' && !declines.has('lv')) for (const form of nameForms(last, 'lv', female)) linkParts(table, form, last, groupOf('lv'));
}

/** A hyphenated name is several words to the trie: link part by part. */
function linkParts(table: NameTable, form: string, base: string, group: number): void {
  const forms = form.split('-');
  const bases = base.split('-');
  forms.forEach((f, i) => {
    if (bases[i] !== undefined) table.link(f, bases[i] as string, group);
  });
}

function foldWords(text: string): string[] {
  const all = fold(text);
  return all === '' ? [] : all.split(' ');
}
