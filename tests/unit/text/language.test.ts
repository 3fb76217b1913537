import { describe, expect, it } from 'vitest';
import { isSmallWord, languageOf } from '@/lib/text/language';

const TEXTS: Readonly<Record<string, string>> = {
  en: 'The minister said that he would not be at the talks in the capital.',
  de: 'Der Minister sagte, dass er an den Gesprächen in der Hauptstadt nicht teilnehmen wird.',
  fr: 'Le ministre a dit qu’il ne sera pas dans la capitale pour les discussions.',
  es: 'El ministro dijo que no estará en la capital para las conversaciones con los aliados.',
  it: 'Il ministro ha detto che non sarà nella capitale per i colloqui con gli alleati.',
  pl: 'Minister powiedział, że nie będzie go na rozmowach w stolicy, jak podano w komunikacie.',
  cs: 'Ministr řekl, že na jednání v hlavním městě nebude, protože je nemocný.',
  lt: 'Ministras sakė, kad jo nebus derybose sostinėje, nes jis serga ir yra namie.',
  ru: 'Министр заявил, что он не приедет на переговоры в столицу, но это не было решено.',
  uk: 'Міністр заявив, що він не приїде на переговори до столиці, але це не було вирішено.',
  be: 'Міністр заявіў, што ён не прыедзе на перамовы ў сталіцу, але гэта не было вырашана.',
  bg: 'Министърът заяви, че няма да дойде на преговорите в столицата, но това не е решено от него.',
};

describe('the language of a text', () => {
  it.each(Object.entries(TEXTS))('is told by its small words and letters: %s', (language, text) => expect(languageOf(text, undefined)).toBe(language));
  it('is what the page says, unless the script contradicts it', () => {
    expect(languageOf('Маккей и Путин', 'uk')).toBe('uk');
    expect(languageOf(TEXTS.ru as string, 'en')).toBe('ru');
    expect(languageOf(TEXTS.en as string, 'ru-RU')).toBe('en');
  });
  it('is not what the page says where many words speak for another and none for it', () => expect(languageOf(`${TEXTS.pl} ${TEXTS.pl}`, 'en')).toBe('pl'));
  it('stays as said for a quotation of a few words', () => expect(languageOf('He called it “la vie en rose” in the end.', 'en')).toBe('en'));
  it('is not guessed from a name', () => {
    for (const name of ['Emmanuel Macron', 'NATO', '', '2018', 'Владимир Путин']) expect(languageOf(name, undefined), name).toBeUndefined();
  });
  it('knows the words that begin a sentence without being a name', () => {
    for (const word of ['the', 'на', 'der', 'por']) expect(isSmallWord(word), word).toBe(true);
    expect(isSmallWord('hunter')).toBe(false);
  });
});
