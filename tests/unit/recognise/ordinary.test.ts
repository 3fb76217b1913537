/** Names that are ordinary words as well: alone, where the language writes the word so, they are nobody’s. */
import { describe, expect, test } from 'vitest';
import { people, said } from './claims';

describe('a family name alone that is an ordinary word', () => {
  test('is no name in German, which writes nouns with a capital', () => {
    expect(people('Luxemburg und Deutschland sprechen über Frieden in Europa.', '2025-05-06', 'de')).toEqual([]);
    expect(people('Das Klima zwischen Österreich und Ungarn ist gut.', '1999-05-06', 'de')).toEqual([]);
  });
  test('is one after its full name', () => {
    expect(said('Luc Frieden kam nach Berlin. Frieden sprach mit der Presse.', '2025-05-06', 'de')).toEqual([
      'Luc Frieden → luc-frieden',
      'Frieden → luc-frieden',
    ]);
  });
  test('is none at the start of a sentence, in a headline and in capitals', () => {
    expect(people('Brazil and São Tomé signed it. Nova vláda bude jmenována.', '2025-11-06', 'cs')).toEqual([]);
    expect(people('NORWAY: APP STORE OPENS', '2025-01-05', 'en')).toEqual([]);
  });
  test('is none when it is a weekday or a language', () => {
    expect(people('The leaders of Saint Vincent and the Grenadines meet on Friday.', '2026-01-05', 'en')).toEqual([]);
    expect(people('In New Zealand both English and Māori are spoken.', '2017-03-05', 'en')).toEqual([]);
  });
  test('is one in a sentence of a language in which it is no word', () => {
    expect(people('Luxembourg’s prime minister said so, and Frieden will meet Macron.', '2025-05-06', 'en')).toContain('luc-frieden');
  });
});

test('a name that many bear needs more than that its country is named', () => {
  expect(people('The history of Dominica was told by Burton in a book.', '2025-01-05', 'en')).toEqual([]);
});

test('“le premier” is the first, “le Premier ministre” the office', () => {
  expect(people('Le Royaume-Uni a réuni ses partenaires. C’est le premier sommet, et le premier qui compte.', '2024-07-18', 'fr')).toEqual([]);
  expect(people('Le Premier ministre britannique a réuni ses partenaires.', '2024-07-18', 'fr')).toEqual(['keir-starmer']);
});

test('a German verb is no office', () => {
  expect(people('Luxemburg und Deutschland sprechen miteinander.', '2025-05-06', 'de')).toEqual([]);
});

test('an envoy of a country is one of many', () => {
  expect(people('The U.S. envoy spoke to the president.', '2019-11-20', 'en')).not.toContain('zalmay-khalilzad');
});
