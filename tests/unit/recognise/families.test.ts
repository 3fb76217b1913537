import { describe, expect, it } from 'vitest';
import { people, said } from './claims';

describe('relatives', () => {
  it.each([
    ['en', 'Lukashenko’s eldest son, Viktor, left Minsk.'],
    ['en', 'The son of Lukashenko left. Viktor Lukashenko is in Belarus.'],
    ['ru', 'Сын Лукашенко Виктор ушёл в отставку.'],
    ['be', 'Сын Лукашэнкі Віктар быў у Мінску.'],
    ['uk', 'Син Лукашенка Віктор був у Мінську.'],
    ['pl', 'Syn Łukaszenki Wiktor został w Mińsku.'],
    ['de', 'Lukaschenkos Sohn Viktor war in Minsk.'],
    ['lt', 'Lukašenkos sūnus Viktoras liko Minske.'],
  ])('names the one whose they are (%s): %s', (language, text) => expect(people(text, '2019-05-01', language)[0]).toBe('alexander-lukashenko'));
  it('is silent about which of a family has the relative', () => expect(people('Bush’s daughter came to Washington.', '2015-06-01', 'en')).toEqual([]));
});

describe('a woman’s name that is the genitive of a man’s', () => {
  it('is his, who rules', () => expect(people('По словам Назарбаева, договор готов.', '2018-05-01', 'ru')).toEqual(['nursultan-nazarbayev']));
  it('is hers, of whom a verb speaks', () => expect(people('Назарбаева выступила в сенате Казахстана.', '2018-05-01', 'ru')).toEqual(['dariga-nazarbayeva']));
});

describe('words of one letter', () => {
  it.each([
    ['ru', 'С Лавровым говорили в России.', 'Лавровым → sergey-lavrov'],
    ['uk', 'У Путіна немає відповіді.', 'Путіна → vladimir-putin'],
    ['be', 'З Лаўровым гаварыў міністр замежных спраў Расіі.', 'Лаўровым → sergey-lavrov'],
    ['pl', 'W Putinie wielu widzi zagrożenie dla Rosji.', 'Putinie → vladimir-putin'],
    ['cs', 'U Putina byl český prezident.', 'Putina → vladimir-putin'],
  ])('are no initials (%s): %s', (language, text, mention) => expect(said(text, '2019-05-01', language)).toContain(mention));
  it('are initials with a full stop', () => expect(said('В. Путин прибыл.', '2019-05-01', 'ru')).toEqual(['В. Путин → vladimir-putin']));
});

describe('small words before a family name', () => {
  it('are prepositions in German', () =>
    expect(people('Der Besuch von Merkel in Paris und die Rede von Putin.', '2018-05-01', 'de')).toEqual(['angela-merkel', 'vladimir-putin']));
  it('are part of a noble’s name', () => expect(people('Ursula von Merkel und Freiherr von Merkel kamen.', '2018-05-01', 'de')).toEqual([]));
});

describe('given names', () => {
  it('are not those of other languages', () => {
    for (const name of ['Jon Kerry', 'Juan Kerry', 'Jean Kerry']) expect(people(`${name} spoke in Washington.`, '2014-05-01', 'en'), name).toEqual([]);
  });
});

describe('what is named after somebody', () => {
  it.each([
    ['en', 'Nursultan Nazarbayev International Airport, the USS George H.W. Bush and the Clinton Presidential Library'],
    ['ru', 'Памятник Назарбаеву на проспекте Назарбаева, музей Путина'],
    ['uk', 'На вулиці Путіна в Росії'],
    ['fr', 'La fondation Chirac, le musée Jacques Chirac en France'],
    ['pl', 'Na lotnisku Clintona w Waszyngtonie'],
    ['lt', 'Putino gatvė Rusijoje'],
  ])('is not that person (%s): %s', (language, text) => expect(people(text, '2018-05-01', language)).toEqual([]));
});

describe('namesakes', () => {
  it.each([
    ['ru', 'Тренер Лавров заявил о победе в России. Лавров доволен.'],
    ['uk', 'Співачка Зеленська приїхала в Україну. Зеленської чекали.'],
    ['ru', 'Зеленская прибыла на Украину. К Зеленской приехали.'],
    ['pl', 'Piłkarz Tusk strzelił gola w Polsce.'],
    ['de', 'Der Torwart Scholz hielt in Deutschland.'],
    ['fr', 'Le footballeur Macron a marqué en France.'],
    ['cs', 'Hokejista Fiala dal gól v Česku.'],
    ['lt', 'Krepšininkas Nausėda žaidė Lietuvoje.'],
    ['lv', 'Hokejists Rinkēvičs spēlēja Latvijā.'],
    ['be', 'Футбаліст Лукашэнка забіў гол у Беларусі.'],
  ])('are told by their calling or their form (%s): %s', (language, text) => expect(people(text, '2024-05-01', language)).toEqual([]));
});

describe('a lady', () => {
  it.each([
    ['en', 'Mrs. Obama spoke in the US.'],
    ['de', 'Frau Macron sprach in Frankreich.'],
    ['fr', 'Mme Macron a parlé en France.'],
    ['ru', 'Госпожа Трамп приехала в США.'],
  ])('is not a man of that name (%s): %s', (language, text) => expect(people(text, '2019-05-01', language)).toEqual([]));
  it.each([
    ['en', 'Mrs. Merkel spoke in Germany.', 'angela-merkel'],
    ['de', 'Frau Merkel sprach in Deutschland.', 'angela-merkel'],
    ['en', 'Mrs. Clinton spoke in the US.', 'hillary-clinton'],
  ])('is the woman of that name (%s): %s', (language, text, person) => expect(people(text, '2010-05-01', language)[0]).toBe(person));
});
