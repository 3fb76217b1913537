import { describe, expect, it } from 'vitest';
import { people } from './claims';

describe('an office that a sentence means itself', () => {
  it.each([
    ['He served as president of Iran.', 'en', 'office/ir/president'],
    ['Kerry was the US secretary of state.', 'en', 'office/us/secretary-of-state'],
    ['She was named Polish foreign minister.', 'en', 'office/pl/foreign-minister'],
    ['Он занимал пост президента Ирана.', 'ru', 'office/ir/president'],
    ['Він обіймав посаду президента Ірану.', 'uk', 'office/ir/president'],
    ['Er war Außenminister von Polen.', 'de', 'office/pl/foreign-minister'],
    ['Il était ministre polonais des Affaires étrangères.', 'fr', 'office/pl/foreign-minister'],
    ['Он был министром иностранных дел Польши.', 'ru', 'office/pl/foreign-minister'],
  ])('is not its holder: %s', (text, language, office) => expect(people(text, '2018-02-01', language)).toEqual([office]));
  it.each([
    ['It was the Russian president who said so.', 'en'],
    ['Among the guests was the Russian president.', 'en'],
    ['Who was the president of Russia?', 'en'],
    ['Среди гостей был президент России.', 'ru'],
    ['Серед гостей був президент Росії.', 'uk'],
    ['Unter den Gästen war der russische Präsident.', 'de'],
  ])('is its holder where it is the subject: %s', (text, language) => expect(people(text, '2018-02-01', language)).toEqual(['vladimir-putin']));
});

describe('an office of years that a sentence states', () => {
  it.each([
    ['The president of Iran from 2005 to 2013 came.', 'en'],
    ['The president of Iran (2005–13) came.', 'en'],
    ['The president of Iran until August 2013 came.', 'en'],
    ['In 2008, the president of Iran came.', 'en'],
    ['В 2008 году президент Ирана прибыл в Рим.', 'ru'],
    ['У 2008 році президент Ірану прибув.', 'uk'],
    ['Prezydent Iranu w latach 2005–2013 przyjechał.', 'pl'],
    ['Der Präsident von Iran von 2005 bis 2013 kam.', 'de'],
  ])('is not its holder at the article’s date: %s', (text, language) => expect(people(text, '2018-02-01', language)).toEqual(['office/ir/president']));
  it.each([
    ['In 2017, the president of Iran came.', 'en'],
    ['The president of Iran said in 2008 that all was well.', 'en'],
    ['The president of Iran from 2013 to 2021 came.', 'en'],
    ['In 2018, the president of Iran came.', 'en'],
  ])('is its holder when those are his years, or said of something else: %s', (text, language) =>
    expect(people(text, '2018-02-01', language)).toEqual(['hassan-rouhani']),
  );
});
