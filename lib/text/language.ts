/**
 * Which language is a text in? By its script, by letters that only some languages have, and by its commonest words.
 * For blocks whose page says nothing or says what the letters contradict. Cost: one pass over at most `SAMPLE` units.
 */

/** Code units that are looked at. */
const SAMPLE = 400;

/** The commonest small words. Words that two languages share count for both. */
const SMALL_WORDS: Readonly<Record<string, string>> = {
  en: 'the a an of and to in is was for that on with at by from as his he it has have said will be are not this but who which were',
  de: 'der die das und in den von zu mit dem des ist im für auf sich nicht ein eine auch als an am es hat wird er sie nach bei aus zum zur über wurde',
  fr: 'le la les des du de et en un une est pour dans que qui au aux sur pas par avec ce il elle son sa ses plus été ont selon cette a à',
  es: 'el la los las de del y en un una que es por con para se su al lo como más ha fue este esta entre sobre no según dijo',
  it: 'il lo la gli le di del della dei delle e in un una che è per con non si da al alla nel nella sono ha anche come più tra dal ai',
  pl: 'w i z na do się że to nie jest o jak po od przez dla za przed który która ze jego oraz był powiedział ma są ale tym przy',
  cs: 'v a na se že je z do s o k ve pro za po si by jako který která jeho však byl uvedl řekl také podle ale nebo při mezi ze',
  lt: 'ir kad į su iš yra tai bei už kaip dėl po apie prie nuo savo jo bet buvo jis ar taip sakė tačiau pasak',
  lv: 'un ir ka ar no uz par kas tā bet arī lai pēc kā ap vai tika viņš savu ka teica',
  ru: 'и в на не что с по к из о от за для как это его он был но что также также после при до этом которые сообщил заявил во со',
  uk: 'і в на не що з та у до про від за для як це його він був але також після при йому які повідомив заявив із зі',
  be: 'і ў у на не што з да пра ад за для як гэта яго ён быў але таксама пасля пры якія паведаміў заявіў са каб',
  bg: 'и в на не че с по към от за да се е са като той но също след при които съобщи заяви със който',
};
const LANGUAGES = Object.keys(SMALL_WORDS);
const OF_WORD = new Map<string, readonly number[]>();
for (const [n, language] of LANGUAGES.entries())
  for (const word of new Set((SMALL_WORDS[language] as string).split(' '))) OF_WORD.set(word, [...(OF_WORD.get(word) ?? []), n]);

/** Letters that speak for languages. */
const LETTERS: Readonly<Record<string, readonly string[]>> = {
  ąęłńśźż: ['pl'],
  ěřůť: ['cs'],
  ėįųęą: ['lt'],
  āēīķļņģ: ['lv'],
  äöüß: ['de'],
  'ñ¿¡': ['es'],
  ùœçèê: ['fr'],
  ў: ['be'],
  їєґ: ['uk'],
  ыэё: ['ru', 'be'],
  і: ['uk', 'be'],
  щи: ['ru', 'uk', 'bg'],
};
const OF_LETTER = new Map<number, readonly number[]>();
for (const [letters, languages] of Object.entries(LETTERS))
  for (const letter of letters) {
    const code = letter.charCodeAt(0);
    OF_LETTER.set(code, [...(OF_LETTER.get(code) ?? []), ...languages.map((language) => LANGUAGES.indexOf(language))]);
  }
/** What one such letter counts, and all of them together at most. */
const LETTER = 0.5;
const MOST_BY_LETTERS = 2;

/** Letters of the longest small word. */
const MOST_LETTERS = Math.max(...[...OF_WORD.keys()].map((word) => word.length));
const WRITTEN_IN_CYRILLIC = new Set(['ru', 'uk', 'be', 'bg', 'sr', 'mk', 'kk', 'ky', 'mn', 'tg']);
const WRITTEN_IN_LATIN = new Set([
  'en',
  'de',
  'fr',
  'es',
  'it',
  'pl',
  'cs',
  'sk',
  'lt',
  'lv',
  'et',
  'nl',
  'sv',
  'da',
  'no',
  'nb',
  'fi',
  'pt',
  'ro',
  'hu',
  'hr',
  'sl',
  'tr',
]);

/** How strongly each language is spoken for; none when the text is in neither script. */
function scoresOf(sample: string, cyrillic: boolean): Float64Array {
  const scores = new Float64Array(LANGUAGES.length);
  for (const word of sample.match(/\p{L}+/gu) ?? []) for (const n of OF_WORD.get(word) ?? []) scores[n] = (scores[n] as number) + 1;
  const byLetters = new Float64Array(LANGUAGES.length);
  for (let at = 0; at < sample.length; at++) {
    const code = sample.charCodeAt(at);
    if (code > 0x7f) for (const n of OF_LETTER.get(code) ?? []) byLetters[n] = Math.min(MOST_BY_LETTERS, (byLetters[n] as number) + LETTER);
  }
  for (let n = 0; n < scores.length; n++) scores[n] = (scores[n] as number) + (byLetters[n] as number);
  for (const [n, language] of LANGUAGES.entries()) if (WRITTEN_IN_CYRILLIC.has(language) !== cyrillic) scores[n] = 0;
  return scores;
}

/** By how much the best language must lead, and what it must have at least. */
const LEAST = 2;
const LEAD = 1;
/** What must speak for another language than the page says, and units in which not one of its small words stands. */
const AGAINST = 5;
const QUICK = 240;

/**
 * The language of `text` (two letters). `said` is what the page says: it stands unless the script contradicts it or the words speak
 * clearly for another language and not at all for it. Undefined when nothing can be told.
 */
export function languageOf(text: string, said: string | undefined): string | undefined {
  const language = said?.slice(0, 2).toLowerCase();
  const cyrillic = isCyrillic(text);
  const contradicted = language !== undefined && cyrillic !== undefined && (cyrillic ? WRITTEN_IN_LATIN : WRITTEN_IN_CYRILLIC).has(language);
  // The usual block of a page that says its language truly costs no more than a few words.
  if (language !== undefined && !contradicted && (text.length < 40 || speaks(text, LANGUAGES.indexOf(language)))) return said;
  if (cyrillic === undefined) return undefined;
  const scores = scoresOf(text.slice(0, SAMPLE).toLowerCase(), cyrillic);
  const order = [...scores.keys()].sort((a, b) => (scores[b] as number) - (scores[a] as number));
  const [best = 0, second = 0] = order;
  const score = scores[best] as number;
  const found = score >= LEAST && score - (scores[second] as number) >= LEAD ? LANGUAGES[best] : undefined;
  if (language === undefined || contradicted) return found;
  return found !== undefined && score >= AGAINST ? found : said;
}

/** Are most of the first two dozen letters Cyrillic? Undefined without letters of either script. */
function isCyrillic(text: string): boolean | undefined {
  let cyrillic = 0;
  let letters = 0;
  const end = Math.min(text.length, SAMPLE);
  for (let at = 0; at < end && letters < 24; at++) {
    const code = text.charCodeAt(at) | 0x20;
    if (code >= 0x61 && code <= 0x7a) letters++;
    else if (code >= 0x400 && code < 0x500) {
      letters++;
      cyrillic++;
    }
  }
  return letters === 0 ? undefined : cyrillic * 2 > letters;
}

/** Does a small word of the language stand near the start? A language that is not known here always speaks. */
function speaks(text: string, language: number): boolean {
  if (language < 0) return true;
  const end = Math.min(text.length, QUICK);
  for (let from = 0; from < end; ) {
    let to = text.indexOf(' ', from);
    if (to < 0) to = end;
    if (to - from <= MOST_LETTERS && OF_WORD.get(text.slice(from, to))?.includes(language)) return true;
    from = to + 1;
  }
  return false;
}

/** Is a word (in lower case) one of the commonest of some language? At the start of a sentence its capital says nothing. */
export const isSmallWord = (word: string): boolean => OF_WORD.has(word);

/** Is a word (in lower case) one of the commonest of this language? “UN” is no acronym in French, nor “ES” in Spanish. */
export const isSmallWordOf = (word: string, language: string | undefined): boolean =>
  language !== undefined && (OF_WORD.get(word)?.includes(LANGUAGES.indexOf(language.slice(0, 2))) ?? false);
