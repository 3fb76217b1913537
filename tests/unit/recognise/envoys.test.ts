import { describe, expect, it } from 'vitest';
import { people } from './claims';

describe('an ambassador is of one country and to another', () => {
  it.each([
    ['The U.S. ambassador to Russia spoke.', 'en', 'jon-huntsman-jr'],
    ['The Russian ambassador to the United States spoke.', 'en', 'anatoly-antonov'],
    ['Russia’s ambassador in London spoke.', 'en', 'alexander-yakovenko'],
    ['The Russian UN ambassador spoke.', 'en', 'vasily-nebenzya'],
    ['The Permanent Representative of Russia to the OSCE spoke.', 'en', 'alexander-lukashevich'],
    ['Посол США в России прибыл.', 'ru', 'jon-huntsman-jr'],
    ['Американский посол в Москве прибыл.', 'ru', 'jon-huntsman-jr'],
    ['Постпред России при ООН выступил.', 'ru', 'vasily-nebenzya'],
    ['Посол України в США прибув.', 'uk', 'valeriy-chaly'],
    ['Der Botschafter Russlands in Berlin kam.', 'de', 'sergey-nechaev'],
    ['Ambasador Rosji w Warszawie przyjechał.', 'pl', 'sergey-andreev'],
    ['L’ambassadeur américain à Moscou est venu.', 'fr', 'jon-huntsman-jr'],
    ['The ambassador of Belarus to Ukraine spoke.', 'en', 'office/by/ambassador-to-ua'],
  ])('%s (%s)', (text, language, person) => expect(people(text, '2018-06-01', language)).toEqual([person]));
  it.each([
    ['The ambassador to Russia spoke.', 'en'],
    ['The U.S. ambassador spoke.', 'en'],
    ['Посол в России прибыл.', 'ru'],
  ])('and nobody’s where one of the two is not said: %s', (text, language) => expect(people(text, '2018-06-01', language)).toEqual([]));
});

describe('the head of a part of a body', () => {
  it.each([
    ['Head of EU Delegation to Belarus Dirk Schuebel was summoned.', 'en', ['dirk-schuebel']],
    ['The head of the OSCE mission spoke.', 'en', []],
    ['The head of NATO’s command spoke.', 'en', []],
  ])('is not the body’s: %s', (text, language, found) => expect(people(text, '2021-06-28', language)).toEqual(found));
  it('is so where a name follows', () =>
    expect(people('The Secretary General of NATO Jens Stoltenberg spoke.', '2018-06-01', 'en')).toEqual(['jens-stoltenberg', 'jens-stoltenberg']));
});
