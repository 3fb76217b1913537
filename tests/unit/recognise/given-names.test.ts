import { describe, expect, it } from 'vitest';
import { readPersonName } from '@/lib/dataset/names';
import { mentionsOf, people } from './claims';

describe('a given name', () => {
  it.each([
    ['Andrea Mitchell reported on Britain and its aid.', '2013-01-01', 'en'],
    ['Jean Kerry spoke of the United States.', '2015-01-01', 'en'],
    ['Juan Bolton spoke of the White House.', '2019-01-01', 'en'],
    ['Hans Sullivan spoke in Moscow.', '2021-04-16', 'en'],
  ])('of another language is another one: %s', (text, day, language) =>
    expect(people(text, day, language).filter((p) => !p.startsWith('office/'))).toEqual([]),
  );
  it.each([
    ['Mike Pence came.', '2018-06-01', 'en', 'mike-pence'],
    ['Michael Pence came to the White House.', '2018-06-01', 'en', 'mike-pence'],
    ['Aliaksandr Lukashenka came.', '2018-06-01', 'en', 'alexander-lukashenko'],
    ['Alexandre Loukachenko est venu.', '2018-06-01', 'fr', 'alexander-lukashenko'],
    ['Piotr Poroszenko przyjechał.', '2018-06-01', 'pl', 'petro-poroshenko'],
    ['James Mattis came to the Pentagon.', '2018-06-01', 'en', 'jim-mattis'],
  ])('of the same language or of its neighbours is the same: %s', (text, day, language, person) => expect(people(text, day, language)).toContain(person));
});

describe('“Jr.”', () => {
  it('is no family name', () => {
    expect(readPersonName('Charles Q. Brown Jr.')).toEqual({ text: 'Charles Q. Brown Jr.', family: { start: 11, end: 16 } });
    expect(people('Robert Mitchell Jr. spoke in the United States.', '2018-06-01', 'en')).toEqual([]);
  });
  it('belongs to the name of whoever is called so, and to nobody else', () => {
    const [mention] = mentionsOf('Ferdinand Marcos Jr. spoke in Manila.', '2023-06-01', 'en').filter((m) => m.kind === 'person');
    expect(mention).toMatchObject({ surface: 'Ferdinand Marcos Jr', entity: 'person/bongbong-marcos' });
    expect(people('Donald Trump Jr. spoke.', '2023-06-01', 'en')).toEqual([]);
  });
});

describe('a full name that many bear', () => {
  it('is uncertain on a page that has nothing to do with its bearer', () => {
    const [mention] = mentionsOf('William English ran the shop.', '2012-07-20', 'en');
    expect(mention?.confidence ?? 0).toBeLessThan(0.7);
  });
});

describe('the country that a text gives the bearer of a name', () => {
  it.each([
    ['Czech poet Alexander Novak read. Novak laughed.', 'en'],
    ['Alexander Novak, a Czech poet, read. Novak laughed.', 'en'],
    ['Французский футболист Александр Новак забил. Новак рад.', 'ru'],
    ['Der österreichische Sänger Michael Roth sang.', 'de'],
  ])('makes him another one: %s', (text, language) => expect(people(text, '2022-05-10', language)).toEqual([]));
  it.each([
    ['The Bosnian Serb politician Milorad Dodik spoke.', 'en', 'milorad-dodik'],
    ['The Iranian-backed cleric Hassan Nasrallah spoke.', 'en', 'hassan-nasrallah'],
    ['Der deutsche Abgeordnete Michael Roth sprach.', 'de', 'michael-roth'],
    ['Российский дипломат Сергей Рябков прибыл.', 'ru', 'sergei-ryabkov'],
  ])('or not: %s', (text, language, person) => expect(people(text, '2022-05-10', language)).toContain(person));
});

describe('a name that only looks like one', () => {
  it.each([
    ['Ли Чже Ён посетил завод в Корее.', 'ru', 'lee-jae-myung'],
    ['Ураган дошёл до островов Тонга и Фиджи.', 'ru', 'anote-tong'],
    ['Новый ВАЗ поступил в продажу в Гвинее-Бисау.', 'ru', 'jose-mario-vaz'],
  ])('is passed over: %s', (text, language, person) => expect(people(text, '2014-06-01', language)).not.toContain(person));
  it('is a case form before another capital', () =>
    expect(people('Gazociąg przez Morze Bałtyckie. Tak mówi Enrique Mora.', '2021-06-01', 'pl')).toEqual(['enrique-mora']));
  it('is whole with its particle in small letters', () =>
    expect(people('Президент Бингу ва Мутарика умер. Мутарика был болен.', '2012-04-06', 'ru').filter((p) => !p.startsWith('office/'))).toEqual([
      'bingu-wa-mutharika',
      'bingu-wa-mutharika',
    ]));
});
