/**
 * Cyrillic names in Latin letters, as the systems in use write them: what lets “Lukashenka”, “Loukachenko” and
 * “Łukaszenka” be one name without a list. A system is a table of letters, with the letters е ё ю я (є ї) written
 * differently at the start, after a vowel or a sign, and after a consonant.
 *
 * Sources of the tables: BGN/PCGN romanisation (Russian 1947, Belarusian 1979, Ukrainian 2019/1965), ICAO Doc 9303,
 * GOST/ISO 9 (scholarly letters), Belarusian national system 2000/2007 and Łacinka, Ukrainian Cabinet resolution 55 of
 * 2010, Duden transcription, French press usage, Polish PWN, Czech ČSN 01 0185, Lithuanian press usage.
 */

/** Languages whose texts spell by a system; those of them that decline names decline these spellings. */
type Spells = 'en' | 'pl' | 'cs' | 'de' | 'fr';

interface System {
  readonly of: 'ru' | 'uk' | 'be';
  readonly for: Spells;
  readonly letters: Readonly<Record<string, string>>;
  /** е, ё, ю, я, є, ї: [at the start or after a vowel or sign, after a consonant]. */
  readonly soft: Readonly<Record<string, readonly [string, string]>>;
  /** Whole endings that usage writes in its own way; tried first, longest first. */
  readonly endings?: ReadonlyArray<readonly [string, readonly string[]]>;
}

const pairs = (from: string, to: string): Record<string, string> => {
  const values = to.split(' ');
  return Object.fromEntries([...from].map((letter, i) => [letter, values[i] === '_' ? '' : (values[i] as string)]));
};

const ENGLISH_BASE = pairs('абвгдзиклмнопрстуф', 'a b v g d z i k l m n o p r s t u f');
const EN_HISSING = pairs('жхцчшщ', 'zh kh ts ch sh shch');
const ADJECTIVE_EN: System['endings'] = [
  ['ский', ['sky', 'skiy', 'ski', 'skii', 'skyi']],
  ['цкий', ['tsky', 'tskiy', 'tski']],
  ['ий', ['y', 'iy', 'i', 'ii']],
  ['ый', ['y', 'yy', 'yi']],
  ['ой', ['oy', 'oi', 'oj']],
  ['ей', ['ey', 'ei', 'ej']],
  ['ай', ['ay', 'ai', 'aj']],
];

const SYSTEMS: readonly System[] = [
  // Russian
  {
    of: 'ru',
    for: 'en',
    letters: { ...ENGLISH_BASE, ...EN_HISSING, ...pairs('йъыьэ', 'y _ y _ e') },
    soft: { е: ['ye', 'e'], ё: ['yo', 'yo'], ю: ['yu', 'yu'], я: ['ya', 'ya'] },
    endings: ADJECTIVE_EN,
  },
  {
    of: 'ru',
    for: 'en',
    letters: { ...ENGLISH_BASE, ...EN_HISSING, ...pairs('йъыьэ', 'i _ y _ e') },
    soft: { е: ['e', 'e'], ё: ['e', 'e'], ю: ['iu', 'iu'], я: ['ia', 'ia'] },
    endings: ADJECTIVE_EN,
  },
  {
    of: 'ru',
    for: 'cs',
    letters: { ...ENGLISH_BASE, ...pairs('жхцчшщйъыьэ', 'z ch c c s sc j _ y _ e') },
    soft: { е: ['e', 'e'], ё: ['e', 'e'], ю: ['ju', 'ju'], я: ['ja', 'ja'] },
  },
  {
    of: 'ru',
    for: 'cs',
    letters: { ...ENGLISH_BASE, ...pairs('жхцчшщйъыьэ', 'z h c c s s j _ y _ e') },
    soft: { е: ['e', 'e'], ё: ['e', 'e'], ю: ['ju', 'ju'], я: ['ja', 'ja'] },
  },
  {
    of: 'ru',
    for: 'de',
    letters: { ...ENGLISH_BASE, ...pairs('вжзхцчшщйъыьэ', 'w sch s ch z tsch sch schtsch j _ y _ e') },
    soft: { е: ['je', 'e'], ё: ['jo', 'jo'], ю: ['ju', 'ju'], я: ['ja', 'ja'] },
    endings: [
      ['ский', ['ski', 'skij']],
      ['ий', ['i', 'ij']],
      ['ый', ['y']],
      ['ей', ['ej', 'ei']],
      ['ай', ['ai', 'aj']],
    ],
  },
  {
    of: 'ru',
    for: 'fr',
    letters: { ...ENGLISH_BASE, ...pairs('ужхцчшщйъыьэ', 'ou j kh ts tch ch chtch i _ y _ e') },
    soft: { е: ['e', 'e'], ё: ['io', 'io'], ю: ['iou', 'iou'], я: ['ia', 'ia'] },
    endings: [
      ['ин', ['ine']],
      ['ский', ['ski']],
      ['ий', ['i']],
      ['ый', ['y']],
    ],
  },
  {
    of: 'ru',
    for: 'pl',
    letters: { ...ENGLISH_BASE, ...pairs('вжхцчшщйлъыьэ', 'w z ch c cz sz szcz j l _ y _ e') },
    soft: { е: ['je', 'ie'], ё: ['jo', 'io'], ю: ['ju', 'iu'], я: ['ja', 'ia'] },
    endings: [
      ['ский', ['ski']],
      ['цкий', ['cki']],
      ['ий', ['i', 'ij']],
      ['ый', ['y']],
    ],
  },
  // Belarusian
  {
    of: 'be',
    for: 'en',
    letters: { ...ENGLISH_BASE, ...EN_HISSING, ...pairs('гіўйыьэ', 'h i w y y _ e') },
    soft: { е: ['ye', 'ye'], ё: ['yo', 'yo'], ю: ['yu', 'yu'], я: ['ya', 'ya'] },
  },
  {
    of: 'be',
    for: 'en',
    letters: { ...ENGLISH_BASE, ...EN_HISSING, ...pairs('гіўйыьэ', 'h i u y y _ e') },
    soft: { е: ['e', 'e'], ё: ['yo', 'io'], ю: ['yu', 'iu'], я: ['ya', 'ia'] },
  },
  {
    of: 'be',
    for: 'en',
    letters: { ...ENGLISH_BASE, ...EN_HISSING, ...pairs('гіўйыьэ', 'h i u i y _ e') },
    soft: { е: ['e', 'e'], ё: ['io', 'io'], ю: ['iu', 'iu'], я: ['ia', 'ia'] },
  },
  {
    of: 'be',
    for: 'cs',
    letters: { ...ENGLISH_BASE, ...pairs('гіўйыьэжхцчшл', 'h i u j y _ e z ch c c s l') },
    soft: { е: ['je', 'ie'], ё: ['jo', 'io'], ю: ['ju', 'iu'], я: ['ja', 'ia'] },
  },
  {
    of: 'be',
    for: 'pl',
    letters: { ...ENGLISH_BASE, ...pairs('вгіўйыьэжхцчшл', 'w h i u j y _ e z ch c cz sz l') },
    soft: { е: ['je', 'ie'], ё: ['jo', 'io'], ю: ['ju', 'iu'], я: ['ja', 'ia'] },
  },
  {
    of: 'be',
    for: 'de',
    letters: { ...ENGLISH_BASE, ...pairs('вгіўйыьэжхцчш', 'w h i u j y _ e sch ch z tsch sch') },
    soft: { е: ['je', 'e'], ё: ['jo', 'jo'], ю: ['ju', 'ju'], я: ['ja', 'ja'] },
  },
  // Ukrainian
  {
    of: 'uk',
    for: 'en',
    letters: { ...ENGLISH_BASE, ...EN_HISSING, ...pairs('гґиіїйь', 'h g y i i i _') },
    soft: { е: ['e', 'e'], є: ['ye', 'ie'], ю: ['yu', 'iu'], я: ['ya', 'ia'], ї: ['yi', 'i'] },
    endings: [
      ['ський', ['skyi', 'sky', 'skyy', 'ski', 'skiy']],
      ['цький', ['tskyi', 'tsky']],
      ['ий', ['yi', 'y', 'yy', 'yj']],
      ['ій', ['ii', 'iy', 'i', 'ij']],
      ['ей', ['ei', 'ey']],
    ],
  },
  {
    of: 'uk',
    for: 'en',
    letters: { ...ENGLISH_BASE, ...EN_HISSING, ...pairs('гґиійь', 'h g y i y _') },
    soft: { е: ['e', 'e'], є: ['ye', 'ye'], ю: ['yu', 'yu'], я: ['ya', 'ya'], ї: ['yi', 'yi'] },
    endings: [
      ['ський', ['sky', 'skyy']],
      ['ий', ['y', 'yy']],
      ['ій', ['iy', 'i']],
    ],
  },
  {
    of: 'uk',
    for: 'pl',
    letters: { ...ENGLISH_BASE, ...pairs('вгґиійьжхцчшщ', 'w h g y i j _ z ch c cz sz szcz') },
    soft: { е: ['e', 'e'], є: ['je', 'ie'], ю: ['ju', 'iu'], я: ['ja', 'ia'], ї: ['ji', 'ji'] },
    endings: [
      ['ський', ['ski']],
      ['ий', ['y', 'yj']],
      ['ій', ['ij']],
    ],
  },
  {
    of: 'uk',
    for: 'de',
    letters: { ...ENGLISH_BASE, ...pairs('взгґиійьжхцчшщ', 'w s h g y i j _ sch ch z tsch sch schtsch') },
    soft: { е: ['e', 'e'], є: ['je', 'je'], ю: ['ju', 'ju'], я: ['ja', 'ja'], ї: ['ji', 'ji'] },
    endings: [
      ['ський', ['skyj', 'ski']],
      ['ий', ['yj']],
      ['ій', ['ij']],
    ],
  },
  {
    of: 'uk',
    for: 'cs',
    letters: { ...ENGLISH_BASE, ...pairs('гґиійьжхцчшщ', 'h g y i j _ z ch c c s sc') },
    soft: { е: ['e', 'e'], є: ['je', 'je'], ю: ['ju', 'ju'], я: ['ja', 'ja'], ї: ['ji', 'ji'] },
    endings: [
      ['ський', ['skyj']],
      ['ий', ['yj']],
    ],
  },
  {
    of: 'uk',
    for: 'fr',
    letters: { ...ENGLISH_BASE, ...pairs('угґиійьжхцчшщ', 'ou h g y i i _ j kh ts tch ch chtch') },
    soft: { е: ['e', 'e'], є: ['ie', 'ie'], ю: ['iou', 'iou'], я: ['ia', 'ia'], ї: ['i', 'i'] },
    endings: [
      ['ський', ['sky']],
      ['ий', ['y']],
    ],
  },
];

const VOWELS = 'аеёиоуыэюяіїє';
const SIGNS = "ьъ'ʼ’";

function byTable(word: string, system: System): string {
  let out = '';
  for (let i = 0; i < word.length; i++) {
    const letter = word[i] as string;
    const before = word[i - 1];
    const soft = system.soft[letter];
    if (soft) out += before === undefined || VOWELS.includes(before) || SIGNS.includes(before) ? soft[0] : soft[1];
    else out += system.letters[letter] ?? (/[\u0400-\u04ff'ʼ’]/.test(letter) ? '' : letter);
  }
  return out;
}

/** A Latin spelling, with the languages (of those that decline foreign names) whose case endings it takes. */
export interface LatinForm {
  readonly text: string;
  readonly declines: ReadonlySet<string>;
}

/** German takes English spellings too; Lithuanian and Latvian take the Czech letters without their marks. */
const DECLINES: Readonly<Record<Spells, readonly string[]>> = { en: ['de'], fr: [], de: ['de'], pl: ['pl'], cs: ['cs', 'lt'] };

/**
 * The Latin spellings of one Cyrillic word in lower case, one or more for each system of its language, without
 * diacritics where folding would drop them anyway. Spellings by several systems are given once.
 */
export function latinForms(word: string, language: 'ru' | 'uk' | 'be'): LatinForm[] {
  const lower = word.toLowerCase();
  const forms = new Map<string, Set<string>>();
  const add = (text: string, declines: Iterable<string>) => forms.set(text, new Set([...(forms.get(text) ?? []), ...declines]));
  for (const system of SYSTEMS) {
    if (system.of !== language) continue;
    const declines = DECLINES[system.for];
    add(byTable(lower, system), declines);
    const ending = system.endings?.find(([end]) => lower.length > end.length + 1 && lower.endsWith(end));
    if (ending) for (const written of ending[1]) add(byTable(lower.slice(0, -ending[0].length), system) + written, declines);
  }
  // “Alexander”, “Maxim”: English and German write кс as x.
  for (const [form, declines] of [...forms]) if (form.includes('ks')) add(form.replaceAll('ks', 'x'), declines);
  return [...forms].map(([text, declines]) => ({ text, declines }));
}
