import { describe, expect, it } from 'vitest';
import { adjectiveForms, nameForms, phraseLinks } from '@/lib/text/inflect';
import { latinForms } from '@/lib/text/transliterate';

describe('spellings in Latin letters', () => {
  it.each([
    ['Лукашенко', 'ru', ['lukashenko', 'loukachenko', 'lukaschenko', 'lukasenko']],
    ['Лукашэнка', 'be', ['lukashenka', 'lukaszenka', 'lukaschenka', 'lukasenka']],
    ['Зеленський', 'uk', ['zelenskyi', 'zelenskyy', 'zelensky', 'selenskyj']],
    ['Макей', 'be', ['makei', 'makey', 'makiej']],
    ['Лавров', 'ru', ['lavrov', 'lawrow']],
    ['Путин', 'ru', ['putin', 'poutine']],
  ] as const)('of %s (%s) include those in use', (name, language, expected) =>
    expect(latinForms(name, language).map((f) => f.text)).toEqual(expect.arrayContaining([...expected])),
  );
});

describe('case forms', () => {
  it.each([
    ['лавров', 'ru', false, ['лаврова', 'лаврову', 'лавровым']],
    ['зеленський', 'uk', false, ['зеленського', 'зеленському', 'зеленським']],
    ['лукашэнка', 'be', false, ['лукашэнкі', 'лукашэнку', 'лукашэнкам']],
    ['морозова', 'ru', true, ['морозовой', 'морозову']],
    ['łukaszenka', 'pl', false, ['łukaszenki', 'łukaszence', 'łukaszenkę', 'łukaszenką']],
    ['morawiecki', 'pl', false, ['morawieckiego', 'morawieckiemu', 'morawieckim']],
    ['biden', 'pl', false, ['bidena', 'bidenowi', 'bidenem']],
    ['putin', 'cs', false, ['putina', 'putinovi', 'putinem']],
    ['merkel', 'de', true, ['merkels']],
  ] as const)('of %s (%s)', (name, language, female, expected) => expect(nameForms(name, language, female)).toEqual(expect.arrayContaining([...expected])));

  it('leave a foreign woman’s name that ends in a consonant as it is', () => expect(nameForms('меркель', 'ru', true)).toEqual(['меркель']));
  it('bend adjectives in every gender', () =>
    expect(adjectiveForms('белорусский', 'ru')).toEqual(expect.arrayContaining(['белорусского', 'белорусская', 'белорусские'])));
  it('bend only the head of a phrase', () => {
    const forms = phraseLinks('министр иностранных дел', 'ru').map(([form]) => form);
    expect(forms).toContain('министра');
    expect(forms).not.toContain('дел');
    expect(phraseLinks('Европейский союз', 'ru')).toEqual(
      expect.arrayContaining([
        ['европейского', 'европейский'],
        ['союза', 'союз'],
      ]),
    );
  });
});
