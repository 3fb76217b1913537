import { describe, expect, it } from 'vitest';
import { people, said } from './claims';

describe('spellings that nobody listed', () => {
  it.each([
    ['Alaksandr Łukašenka i Aleksandr Łukaszenka.', 'pl', 'alexander-lukashenko'],
    ['Alexandre Loukachenko a parlé.', 'fr', 'alexander-lukashenko'],
    ['Alexander Lukaschenko sprach.', 'de', 'alexander-lukashenko'],
    ['Aliaksandras Lukašenka kalbėjo.', 'lt', 'alexander-lukashenko'],
    ['Volodymyras Zelenskis kalbėjo.', 'lt', 'volodymyr-zelenskyy'],
    ['Präsident Wolodymyr Selenskyj sprach.', 'de', 'volodymyr-zelenskyy'],
    ['Prezydent Wołodymyr Zełenski mówił.', 'pl', 'volodymyr-zelenskyy'],
    ['Volodímir Zelenski habló.', 'es', 'volodymyr-zelenskyy'],
    ['Sergejus Lavrovas kalbėjo.', 'lt', 'sergey-lavrov'],
    ['Serguéi Lavrov habló.', 'es', 'sergey-lavrov'],
    ['Sergueï Lavrov a parlé.', 'fr', 'sergey-lavrov'],
    ['Siergiej Ławrow mówił.', 'pl', 'sergey-lavrov'],
    ['Эммануэль Макрон прибыл.', 'ru', 'emmanuel-macron'],
    ['s Angelou Merkelovou', 'cs', 'angela-merkel'],
    ['з Пятром Парашэнкам', 'be', 'petro-poroshenko'],
    ['с Урсулой фон дер Ляйен', 'ru', 'ursula-von-der-leyen'],
    ['Заявила Урсула фон дер Ляєн.', 'uk', 'ursula-von-der-leyen'],
    ['Стаффана де Мистуру приняли.', 'ru', 'staffan-de-mistura'],
    ['По словам Ван И, встреча прошла.', 'ru', 'wang-yi'],
  ])('%s (%s)', (text, language, person) => expect(people(text, '2022-03-01', language)).toContain(person));

  it('need the capital of a name of one letter', () => expect(people('Ван и Лавров говорили.', '2022-03-01', 'ru')).not.toContain('wang-yi'));
  it('are told from particles that are words', () => {
    expect(said('Володимир Зеленський мовчав. Питали, де Зеленський.', '2022-03-01', 'uk')).toContain('Зеленський → volodymyr-zelenskyy');
    expect(people('Приехали Путин да Лавров.', '2022-03-01', 'ru')).toEqual(['vladimir-putin', 'sergey-lavrov']);
  });

  it('stand in capitals, with soft hyphens, accents, Latin letters in Cyrillic words, and over a line’s end', () => {
    expect(people('LUKASHENKO AND PUTIN MEET IN SOCHI FOR TALKS', '2020-09-14')).toEqual(['alexander-lukashenko', 'vladimir-putin']);
    expect(people('Alexander Luka\u00adshenko came.', '2020-09-14')).toEqual(['alexander-lukashenko']);
    expect(people('Алекса́ндр Лукаше́нко прибыл.', '2020-09-14')).toEqual(['alexander-lukashenko']);
    expect(people('Уладзiмiр Макей прыбыў.', '2020-09-14')).toEqual(['vladimir-makei']);
    expect(people('Alexander\nLukashenko came.', '2020-09-14')).toEqual(['alexander-lukashenko']);
  });
});

describe('who is meant', () => {
  it('by an article and a family name is the family’s best known', () =>
    expect(people('The Biden administration said so.', '2021-06-01')).toEqual(['joe-biden']));
  it('by a country’s possessive is who leads it', () => expect(people('North Korea’s Kim smiled.', '2022-06-01')).toEqual(['kim-jong-un']));
  it('by two bare names of ministers in office is the two ministers', () =>
    expect(people('Mr. Blinken met Mr. Lavrov.', '2021-05-19', 'en')).toEqual(['antony-blinken', 'sergey-lavrov']));
  it('is no minister when the other name is unknown', () => expect(people('Mr. Smith met Mr. Lavrov.', '2021-05-19', 'en')).toEqual([]));
  it('with initials is who bears them', () =>
    expect(people('С. Лавров и В. Макей встретились.', '2021-06-01', 'ru')).toEqual(['sergey-lavrov', 'vladimir-makei']));
  it('is not a relative', () => {
    expect(people('Donald Trump Jr. was in New York.', '2021-06-01', 'en')).toEqual([]);
    expect(people('Hunter Biden was in court in Washington.', '2021-06-01', 'en')).toEqual([]);
    expect(people('Сын Лукашенко Виктор приехал.', '2021-06-01', 'ru')).not.toContain('viktor-lukashenko');
  });
  it('is nobody who has died', () => {
    expect(people('Makei said on Monday in Minsk, Belarus, that the talks go on.', '2023-03-01', 'en')).toEqual([]);
    expect(people('Makei said on Monday in Minsk, Belarus, that the talks go on.', '2022-03-01', 'en')).toEqual(['vladimir-makei']);
  });
  it('but who has died may be named in full', () => expect(people('The late Vladimir Makei was a minister.', '2023-03-01', 'en')).toEqual(['vladimir-makei']));
  it('is no ambassador for a short name and his country alone', () => expect(people('Mr Dell sold computers in the US.', '2007-06-01', 'en')).toEqual([]));
  it('is nobody where a thing is named after them', () => {
    for (const text of [
      'Trump Tower in New York and Reagan National Airport in the US.',
      'The Boris Nemtsov Square in Washington and the Angela Merkel School in Germany.',
      'ulica Lecha Kaczyńskiego w Warszawie i rondo Reagana, Polska',
      'на площади Бориса Немцова в Москве, Россия',
      'Merkel cell carcinoma is a rare disease in Germany.',
    ])
      expect(
        said(text, '2016-06-01').filter((s) => /nemtsov|merkel|kaczynski|reagan|trump/.test(s.split(' → ')[1] ?? '')),
        text,
      ).toEqual([]);
  });
  it('who once held the office beside the name is its former holder', () => {
    for (const [text, language, person] of [
      ['the former foreign minister Sikorski said', 'en', 'radoslaw-sikorski'],
      ['бывший министр иностранных дел Польши Сикорский заявил', 'ru', 'radoslaw-sikorski'],
      ['były minister spraw zagranicznych Sikorski powiedział', 'pl', 'radoslaw-sikorski'],
      ['der ehemalige Außenminister Sigmar Gabriel sagte', 'de', 'sigmar-gabriel'],
      ['bývalý premiér Andrej Babiš řekl', 'cs', 'andrej-babis'],
      ['l’ancien président François Hollande a dit', 'fr', 'francois-hollande'],
    ] as const)
      expect(people(text, '2022-06-01', language), text).toContain(person);
  });
});
