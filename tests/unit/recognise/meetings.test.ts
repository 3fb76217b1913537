import { describe, expect, it } from 'vitest';
import { mentionsOf, people, said } from './claims';

const events = (text: string, day: string, language?: string): string[] =>
  mentionsOf(text, day, language)
    .filter((m) => m.kind === 'event')
    .map((m) => `${m.surface} → ${m.entity}`);

describe('a meeting of a series', () => {
  it.each([
    ['the NATO summit in Brussels began', 'en', 'NATO summit in Brussels'],
    ['szczyt NATO w Brukseli trwa', 'pl', 'szczyt NATO w Brukseli'],
    ['саммит НАТО в Брюсселе начался', 'ru', 'саммит НАТО в Брюсселе'],
    ['саміт НАТО у Брюсселі почався', 'uk', 'саміт НАТО у Брюсселі'],
    ['le sommet de l’OTAN à Bruxelles', 'fr', 'sommet de l’OTAN à Bruxelles'],
    ['der NATO-Gipfel in Brüssel', 'de', 'NATO-Gipfel in Brüssel'],
  ])('is the one of the days around it: %s (%s)', (text, language, surface) =>
    expect(events(text, '2018-07-12', language)).toEqual([`${surface} → event/2018-nato-brussels-summit`]),
  );
  it('is the one of the year or the place that is named, whatever the day', () => {
    expect(events('the 2018 NATO summit in Brussels', '2020-02-01', 'en')).toEqual(['2018 NATO summit in Brussels → event/2018-nato-brussels-summit']);
    expect(events('at the NATO summit in Vilnius', '2024-02-01', 'en')[0]).toContain('2023');
  });
  it('is none when the day is far from all of them, or the place is another', () => {
    expect(events('the NATO summit was discussed', '2018-01-15', 'en')).toEqual([]);
    expect(events('the NATO summit in Paris', '2018-07-12', 'en')).toEqual([]);
  });
  it('is a conference on its days, and the body behind it on others', () => {
    expect(events('He spoke at the Munich Security Conference.', '2019-02-16', 'en')[0]).toContain('event/2019');
    expect(said('He founded the Munich Security Conference.', '2019-06-16', 'en')).toEqual(['Munich Security Conference → munich-security-conference']);
    expect(events('The Munich Security Conference’s chairman spoke.', '2019-02-16', 'en')).toEqual([]);
  });
  it('is not the body named alone on the days of its summit', () => {
    expect(said('Poland is a member of NATO.', '2018-07-12', 'en')).toEqual(['NATO → nato']);
    expect(said('Japan belongs to the G7.', '2023-05-20', 'en')).toEqual(['G7 → g7']);
    expect(events('the G7 summit in Hiroshima', '2023-05-20', 'en')).toEqual(['G7 summit in Hiroshima → event/2023-g7-hiroshima']);
  });
  it('leaves the body inside it a mention of its own', () => expect(said('the NATO summit in Brussels', '2018-07-12', 'en')).toContain('NATO → nato'));
});

describe('a title alone', () => {
  it('means the only head of state whom the text names', () => {
    expect(said('President Donald Trump arrived. The president said so.', '2018-07-12', 'en').at(-1)).toBe('The president → donald-trump');
    expect(said('Angela Merkel kam. Die Kanzlerin sagte nichts.', '2018-07-12', 'de').at(-1)).toBe('Die Kanzlerin → angela-merkel');
    expect(said('Premier: nic się nie stało.¶Mateusz Morawiecki wyszedł.', '2018-07-12', 'pl')[0]).toBe('Premier → mateusz-morawiecki');
  });
  it('means nobody when two are named, or by name or office another', () => {
    expect(people('Donald Trump met Emmanuel Macron. The president said so.', '2018-07-12', 'en')).toEqual(['donald-trump', 'emmanuel-macron']);
    expect(people('Donald Trump met the Polish president. The president said so.', '2018-07-12', 'en')).toEqual(['donald-trump', 'andrzej-duda']);
  });
  it('means another where the text says of what', () => {
    for (const text of ['The president of the company spoke.', 'The club’s president spoke.', 'A president must act.', 'The vice president spoke.'])
      expect(people(`Donald Trump arrived. ${text}`, '2018-07-12', 'en'), text).toEqual(['donald-trump']);
    expect(people('Владимир Путин прибыл. Президент компании уволен.', '2018-07-12', 'ru')).toEqual(['vladimir-putin']);
  });
});
