import { describe, expect, it } from 'vitest';
import { mentionsOf } from './claims';

/** The bodies that a text is said to name. */
const bodies = (text: string, language: string): string[] =>
  mentionsOf(text, '2021-06-01', language)
    .filter((m) => m.kind === 'organisation')
    .map((m) => m.entity.replace(/^organisation\//, ''));

describe('a body’s name is not the body', () => {
  it.each([
    ['Article 50 of the Treaty on European Union was read aloud.', 'en'],
    ['Статья Договора о Европейском союзе осталась прежней.', 'ru'],
    ['Стаття Договору про Європейський Союз лишилася.', 'uk'],
    ['Artykuł Traktatu o Unii Europejskiej pozostał.', 'pl'],
    ['Der Vertrag über die Europäische Union blieb.', 'de'],
    ['Le traité sur l’Union européenne est resté.', 'fr'],
  ])('in a treaty’s title: %s', (text, language) => expect(bodies(text, language)).toEqual([]));

  it.each([
    ['They prepared the EU–Ukraine summit in Kyiv.', 'en'],
    ['The NATO-Russia Council did not meet.', 'en'],
    ['The EU-Mercosur agreement was delayed.', 'en'],
    ['На саммите Россия — ЕС говорили о газе.', 'ru'],
    ['Після саміту Україна–ЄС він мовчав.', 'uk'],
    ['Na szczycie UE–Ukraina mówiono o gazie.', 'pl'],
    ['Der EU-China-Gipfel fand in Leipzig statt.', 'de'],
  ])('in the name of what a pair holds: %s', (text, language) => expect(bodies(text, language)).toEqual([]));

  it.each([
    ['The European Union Monitoring Mission patrols the line.', 'en'],
    ['The United Nations Framework Convention was signed.', 'en'],
    ['A book from the Library of Congress was lent.', 'en'],
    ['She edits Interfax-Ukraine from Kyiv.', 'en'],
    ['Gazprom Germania sold its storage.', 'en'],
  ])('in a longer name: %s', (text, language) => expect(bodies(text, language)).toEqual([]));

  it('in quotation marks that close later', () => {
    expect(bodies('Холдинг «Газпром медиа» сменил главу.', 'ru')).toEqual([]);
    expect(bodies('Холдинг «Газпром» сменил главу.', 'ru')).toEqual(['ru/gazprom']);
  });

  it('as letters that the text spells out otherwise, before and after', () =>
    expect(bodies('An AP was shown.¶The artificial pancreas (AP) helps.¶Each AP is small.', 'en')).toEqual([]));

  it.each([
    ['Putin and Macron met in the Kremlin on Monday.', 'en'],
    ['Tourists walked along the Kremlin walls.', 'en'],
    ['The Kazan Kremlin in Russia is older.', 'en'],
    ['Переговоры прошли в Кремле и длились час.', 'ru'],
    ['Журналисты ждали у стен Кремля.', 'ru'],
    ['Казанский Кремль открыли после ремонта.', 'ru'],
    ['Переговори відбулися в Кремлі.', 'uk'],
    ['Rozmowy odbyły się w sali Kremla.', 'pl'],
    ['Die Mauern des Kremls wurden gestrichen.', 'de'],
    ['Церемония прошла в Белом доме.', 'ru'],
    ['The reception was at the White House.', 'en'],
  ])('as the building: %s', (text, language) => expect(bodies(text, language)).toEqual([]));
});

describe('a body’s name is the body', () => {
  it.each([
    ['An agreement with the European Union was signed.', 'en', ['eu']],
    ['EU–Ukraine relations are close.', 'en', ['eu']],
    ['The EU Commission answered.', 'en', ['eu']],
    ['The CSTO Collective Security Council met.', 'en', ['csto']],
    ['Members of Congress in the United States asked.', 'en', ['us/congress']],
    ['EU-Kommissare reisten an.', 'de', ['eu']],
    ['Gazprom Aleksandr Medvedev named the price.', 'en', ['ru/gazprom']],
    ['The Rosatom State Corporation builds it.', 'en', ['ru/rosatom']],
    ['Совет Европейского союза — орган министров.', 'ru', ['eu']],
    ['The Kremlin denied it.', 'en', ['ru/kremlin']],
    ['Sources close to the Kremlin disagreed.', 'en', ['ru/kremlin']],
    ['Many in the Kremlin think otherwise.', 'en', ['ru/kremlin']],
    ['В Кремле заявили, что ответят.', 'ru', ['ru/kremlin']],
    ['Об этом сообщили в Кремле.', 'ru', ['ru/kremlin']],
    ['У Кремлі вважають інакше.', 'uk', ['ru/kremlin']],
    ['Im Kreml heißt es, man prüfe das.', 'de', ['ru/kremlin']],
  ])('%s (%s)', (text, language, expected) => expect(bodies(text, language)).toEqual(expected));
});
