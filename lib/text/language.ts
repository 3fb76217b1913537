/**
 * Which language is a text in? By its script, by letters that only some languages have, and by its commonest words.
 * For blocks whose page says nothing or says what the letters contradict. Cost: one pass over at most `SAMPLE` units.
 */

/** Code units that are looked at. */
const SAMPLE = 700;

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

/** Letters that speak for languages, and letters that speak against all others. */
const LETTERS: ReadonlyArray<readonly [RegExp, readonly string[]]> = [
  [/[ąęłńśźż]/gu, ['pl']],
  [/[ěřůť]/gu, ['cs']],
  [/[ėįųęą]/gu, ['lt']],
  [/[āēīķļņģ]/gu, ['lv']],
  [/[äöüß]/gu, ['de']],
  [/[ñ¿¡]/gu, ['es']],
  [/[ùœçèê]/gu, ['fr']],
  [/[ў]/gu, ['be']],
  [/[їєґ]/gu, ['uk']],
  [/[ыэё]/gu, ['ru', 'be']],
  [/[і]/gu, ['uk', 'be']],
  [/[щи]/gu, ['ru', 'uk', 'bg']],
];
const CYRILLIC = /[\u0400-\u04ff]/gu;
const LATIN = /[a-zà-ž]/giu;
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
  for (const [shape, speaksFor] of LETTERS) {
    const found = sample.match(shape)?.length ?? 0;
    if (found > 0)
      for (const language of speaksFor) scores[LANGUAGES.indexOf(language)] = (scores[LANGUAGES.indexOf(language)] as number) + Math.min(2, found * 0.5);
  }
  for (const [n, language] of LANGUAGES.entries()) if (WRITTEN_IN_CYRILLIC.has(language) !== cyrillic) scores[n] = 0;
  return scores;
}

/** By how much the best language must lead, and what it must have at least. */
const LEAST = 2;
const LEAD = 1;

/**
 * The language of `text` (two letters). `said` is what the page says: it stands unless the script contradicts it or the words speak
 * clearly for another language and not at all for it. Undefined when nothing can be told.
 */
export function languageOf(text: string, said: string | undefined): string | undefined {
  const sample = text.slice(0, SAMPLE).toLowerCase();
  const cyrillic = (sample.match(CYRILLIC)?.length ?? 0) > (sample.match(LATIN)?.length ?? 0);
  const language = said?.slice(0, 2).toLowerCase();
  const contradicted = language !== undefined && (cyrillic ? WRITTEN_IN_LATIN.has(language) : WRITTEN_IN_CYRILLIC.has(language) && LATIN.test(sample));
  LATIN.lastIndex = 0;
  const scores = scoresOf(sample, cyrillic);
  let best = 0;
  let second = -1;
  for (let n = 1; n < scores.length; n++) {
    if ((scores[n] as number) > (scores[best] as number)) {
      second = best;
      best = n;
    } else if (second < 0 || (scores[n] as number) > (scores[second] as number)) second = n;
  }
  const score = scores[best] as number;
  const found = score >= LEAST && score - (scores[second] as number) >= LEAD ? LANGUAGES[best] : undefined;
  if (language === undefined || contradicted) return found;
  const known = LANGUAGES.indexOf(language);
  return found !== undefined && found !== language && known >= 0 && score >= 5 && (scores[known] as number) <= score / 4 ? found : said;
}

/** Is a word (in lower case) one of the commonest of some language? At the start of a sentence its capital says nothing. */
export const isSmallWord = (word: string): boolean => OF_WORD.has(word);

/** Is a word (in lower case) one of the commonest of this language? “UN” is no acronym in French, nor “ES” in Spanish. */
export const isSmallWordOf = (word: string, language: string | undefined): boolean =>
  language !== undefined && (OF_WORD.get(word)?.includes(LANGUAGES.indexOf(language.slice(0, 2))) ?? false);
