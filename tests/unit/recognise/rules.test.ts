import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { compilePack } from '@/lib/pack/compile';
import { openPack } from '@/lib/pack/open';
import { recognise } from '@/lib/recognise/recognise';
import { RULES, type Rule } from '@/lib/recognise/rules';
import { dayOf, pack } from './claims';

/** Which rule decided on which words of a text. */
function decisions(text: string, day: string | undefined, language: string, known = pack): { surface: string; rule: Rule; entity: string | undefined }[] {
  const out: { surface: string; rule: Rule; entity: string | undefined }[] = [];
  recognise(
    text.split('¶').map((part, id) => ({ id, text: part })),
    known,
    { today: dayOf('2026-01-01'), language, ...(day ? { date: { day: dayOf(day), source: 'given' } } : {}) },
    ({ surface, rule, mention }) => out.push({ surface, rule, entity: mention?.entity }),
  );
  return out;
}

/** A dataset of one who is called by a short name that others bear too; the real one has nobody such. */
const small = openPack(
  compilePack(
    {
      people: [
        {
          id: 'person/ada-arland',
          name: 'Ada Arland',
          names: { en: { name: 'Dita', kind: 'short', ambiguous: true } },
          about: 'A minister of a country that is none.',
          sources: [{ publisher: 'Example', title: 'Of all', url: 'https://example.org/' }],
        },
      ],
      offices: [],
      organisations: [],
      places: [],
      events: [],
      agreements: [],
      roles: [],
      publishers: [],
      fileOf: new Map(),
    },
    { givenNames: [], otherGivenNames: [], commonFamilyNames: [], ordinaryWords: [], adjectives: {}, otherNames: {} },
    'one',
  ),
);

/** For each rule a text, the words it decides on, and what they are said to be. */
const EXAMPLES: Readonly<Record<Rule, readonly [text: string, day: string, language: string, surface: string, entity?: string]>> = {
  'named-after': ['He lives in Merkel Street.', '2018-06-01', 'en', 'Merkel'],
  junior: ['Donald Trump Jr. was in New York.', '2021-06-01', 'en', 'Donald Trump'],
  'german-article': ['Das Dorf liegt an der Maas in den Niederlanden.', '2019-06-01', 'de', 'Maas'],
  'foreign-given-name': ['Joni Mitchell sang in Washington.', '2018-11-06', 'en', 'Joni Mitchell'],
  'lady-of-that-name': ['Mrs Obama spoke in the US.', '2012-11-06', 'en', 'Obama'],
  'other-calling': ['Футболист Путин забил гол.', '2018-11-06', 'ru', 'Путин'],
  'inside-longer-person': ['Antonio Guterres spoke.', '2018-11-06', 'en', 'Antonio'],
  'not-alive-then': ['Emmanuel Macron spoke.', '1980-01-01', 'en', 'Emmanuel Macron'],
  'name-goes-on': ['Mitchell Trubisky threw the ball.', '2018-11-06', 'en', 'Mitchell'],
  'of-another-country': ['The Czech poet Alexander Novak read.', '2022-05-10', 'en', 'Alexander Novak'],
  'namesake-introduced': ['Pavel Lukashenko heads the club in Belarus. Lukashenko likes sport.', '2018-11-06', 'en', 'Lukashenko'],
  'relative-of-several': ['Bush’s daughter spoke.', '2015-06-01', 'en', 'Bush'],
  'too-short': ['То было весной.', '2025-05-14', 'ru', 'То'],
  'title-of-somebody-else': ['Polish Foreign Minister Makei spoke.', '2018-11-06', 'en', 'Makei'],
  'several-fit': ['Jones met the president of the United States.', '2010-07-01', 'en', 'Jones'],
  'had-died': ['Makei said in Minsk, Belarus, that the talks go on.', '2023-03-01', 'en', 'Makei'],
  'initials-without-support': ['W. Mitchell spoke.', '2018-06-01', 'en', 'W. Mitchell'],
  'long-out-of-office': ['Védrine spoke in France.', '2021-01-01', 'fr', 'Védrine'],
  'short-name-without-support': ['Dita spoke.', '2018-11-06', 'en', 'Dita'],
  'country-alone': ['Rubin spoke in the US.', '2018-01-01', 'en', 'Rubin'],
  'family-name-without-support': ['Makei spoke.', '2018-11-06', 'en', 'Makei'],
  'common-name-without-support': ['Mitchell noted the success.', '2018-11-06', 'en', 'Mitchell'],
  'full-name-of-others-too': ['John Berry sang.', '1990-07-01', 'en', 'John Berry'],
  'full-name': ['Vladimir Makei spoke.', '2018-11-06', 'en', 'Vladimir Makei', 'person/vladimir-makei'],
  'common-full-name': ['Paul Martin wrote a song.', '2019-01-01', 'en', 'Paul Martin', 'person/paul-martin'],
  'full-name-of-several': ['Hamad Al Thani came.', '2012-01-01', 'en', 'Hamad Al Thani', 'person/hamad-bin-khalifa-al-thani'],
  introduced: ['Vladimir Makei spoke. Makei left.', '2018-11-06', 'en', 'Makei', 'person/vladimir-makei'],
  'title-beside-name': ['Foreign Minister Makei spoke.', '2018-11-06', 'en', 'Makei', 'person/vladimir-makei'],
  'country-before-name': ['North Korea’s Kim smiled.', '2022-06-01', 'en', 'Kim', 'person/kim-jong-un'],
  'several-with-support': ['Miliband spoke in the United Kingdom.', '2009-07-01', 'en', 'Miliband', 'person/david-miliband'],
  initials: ['С. Лавров выступил.', '2021-06-01', 'ru', 'С. Лавров', 'person/sergey-lavrov'],
  'much-company': ['Makei met the foreign minister of Belarus.', '2018-11-06', 'en', 'Makei', 'person/vladimir-makei'],
  'some-company': ['Makei spoke in Belarus.', '2018-11-06', 'en', 'Makei', 'person/vladimir-makei'],
  'ministers-together': ['Mr. Blinken met Mr. Lavrov.', '2021-05-19', 'en', 'Blinken', 'person/antony-blinken'],
  'leader-in-office': ['Macron spoke.', '2018-11-06', 'en', 'Macron', 'person/emmanuel-macron'],
  'common-name-with-company': ['Payne met the foreign minister of Australia.', '2019-01-01', 'en', 'Payne', 'person/marise-payne'],
  'office-without-body': ['The foreign minister spoke.', '2018-11-06', 'en', 'foreign minister'],
  'any-of-them': ['He was a British prime minister once.', '2018-11-06', 'en', 'British prime minister'],
  deputy: ['The deputy Polish president spoke.', '2018-11-06', 'en', 'The deputy Polish president'],
  'former-without-name': ['The former Polish foreign minister spoke.', '2018-11-06', 'en', 'The former Polish foreign minister'],
  'name-unknown': ['Polish Foreign Minister Xaver Bartholom spoke.', '2018-11-06', 'en', 'Polish Foreign Minister'],
  'name-of-another': ['Polish Foreign Minister Sergey Lavrov spoke.', '2018-11-06', 'en', 'Polish Foreign Minister'],
  'title-of-country-not-named': ['The national security adviser spoke.', '2007-06-01', 'en', 'The national security adviser'],
  'several-offices': ['The U.S. ambassador spoke.', '2019-01-01', 'en', 'The U.S. ambassador'],
  'holder-at-date': ['The Polish foreign minister spoke.', '2018-11-06', 'en', 'The Polish foreign minister', 'person/jacek-czaputowicz'],
  'name-beside-office': ['Belarusian Foreign Minister Vladimir Makei spoke.', '2018-11-06', 'en', 'Belarusian Foreign Minister', 'person/vladimir-makei'],
  'former-holder': [
    'The former foreign minister of Poland Radosław Sikorski spoke.',
    '2018-11-06',
    'en',
    'The former foreign minister of Poland',
    'person/radoslaw-sikorski',
  ],
  'post-itself': ['He served as president of Iran.', '2018-02-01', 'en', 'president of Iran', 'office/ir/president'],
  'holder-of-another-time': ['The president of Iran from 2005 to 2013 spoke.', '2018-02-01', 'en', 'The president of Iran', 'office/ir/president'],
  'no-holder': ['The foreign minister of Belarus spoke.', '2022-12-01', 'en', 'The foreign minister of Belarus', 'office/by/foreign-minister'],
  'several-holders': ['The OSCE Minsk Group Co-Chair spoke.', '2016-01-01', 'en', 'The OSCE Minsk Group Co-Chair', 'office/osce/minsk-group-co-chair'],
  'leader-introduced': ['Emmanuel Macron came. The president smiled.', '2018-11-06', 'en', 'The president', 'person/emmanuel-macron'],
  'not-written-as-name': ['Please un-do it.', '2018-11-06', 'en', 'un'],
  'body-without-support': ['The Congress was long.', '2018-11-06', 'en', 'Congress'],
  'inside-treaty-title': ['Read the Treaty on European Union.', '2018-11-06', 'en', 'European Union'],
  'inside-pair-name': ['At the EU–Ukraine summit they spoke.', '2018-11-06', 'en', 'EU'],
  'inside-longer-name': ['The European Union Monitoring Mission patrols.', '2018-11-06', 'en', 'European Union'],
  'inside-quoted-name': ['Холдинг «Газпром медиа» сменил главу.', '2018-11-06', 'ru', 'Газпром'],
  'acronym-of-something-else': ['The artificial pancreas (AP) helps.', '2018-11-06', 'en', 'AP'],
  'seat-as-building': ['They met in the Kremlin.', '2018-11-06', 'en', 'Kremlin'],
  'name-of-body': ['The European Union agreed.', '2018-11-06', 'en', 'European Union', 'organisation/eu'],
  acronym: ['NATO agreed.', '2018-11-06', 'en', 'NATO', 'organisation/nato'],
  'body-with-support': ['The Congress of the United States is long; the Congress sat.', '2018-11-06', 'en', 'Congress', 'organisation/us/congress'],
  'meeting-undecided': ['They went to the ASEAN Summit.', '2016-01-01', 'en', 'ASEAN Summit'],
  'meeting-of-series': ['The G20 summit ended.', '2021-11-01', 'en', 'G20 summit', 'event/2021-g20-rome'],
  overlapped: ['Pope Francis spoke.', '2018-07-01', 'en', 'Pope'],
};

describe('each rule decides', () => {
  it.each(Object.entries(EXAMPLES))('%s: %j', (rule, [text, day, language, surface, entity]) =>
    expect(decisions(text, day, language, rule === 'short-name-without-support' ? small : pack)).toContainEqual({ surface, rule, entity }),
  );
});

describe('the table of rules', () => {
  it('has a text for each, and none for what it does not have', () => expect(Object.keys(EXAMPLES).sort()).toEqual(Object.keys(RULES).sort()));
  it('names the file in which the rule stands', () => {
    for (const [rule, { file }] of Object.entries(RULES))
      expect(readFileSync(path.join(import.meta.dirname, '../../../lib/recognise', file), 'utf8'), rule).toContain(`'${rule}'`);
  });
  it('says for each whether a mention comes of it', () => {
    for (const [rule, [text, day, language]] of Object.entries(EXAMPLES))
      for (const d of decisions(text, day, language)) expect(d.entity !== undefined, `${rule}: ${d.rule}: ${d.surface}`).toBe(RULES[d.rule].decides === 'for');
  });
});
