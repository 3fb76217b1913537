/**
 * Every rule by which a candidate becomes a mention or none, by the name that `annotate --explain` prints. A candidate is decided by exactly
 * one of them; where two have something to say, the first that does decides. `tests/unit/recognise/rules.test.ts` has a text for each.
 */

interface Description {
  readonly about: 'person' | 'office' | 'body' | 'meeting' | 'any';
  readonly decides: 'for' | 'against';
  /** The file that holds the rule. */
  readonly file: string;
  /** What it sees, and an example. */
  readonly says: string;
}

const rule = (about: Description['about'], decides: Description['decides'], file: string, says: string): Description => ({ about, decides, file, says });

export const RULES = {
  'named-after': rule('person', 'against', 'people.ts', 'a thing is named after the bearer: “Merkel Street”, «площадь Немцова»'),
  junior: rule('person', 'against', 'people.ts', 'the name says that it is the son: “Donald Trump Jr.”'),
  'german-article': rule('person', 'against', 'people.ts', 'rivers and ships take an article in German: “an der Maas”'),
  'foreign-given-name': rule('person', 'against', 'people.ts', 'the word before is nobody’s given name here: “Joni Mitchell”'),
  'lady-of-that-name': rule('person', 'against', 'people.ts', 'all of that name are men: “Mrs Obama”'),
  'other-calling': rule('person', 'against', 'people.ts', 'a player or a singer of that name: «футболист Путин»'),
  'inside-longer-person': rule('person', 'against', 'people.ts', 'a longer name of a person holds it'),
  'not-alive-then': rule('person', 'against', 'resolve.ts', 'nobody of that name was grown up at the date'),
  'name-goes-on': rule('person', 'against', 'resolve.ts', 'a capital word follows that belongs to the name: “Mitchell Trubisky”'),
  'of-another-country': rule('person', 'against', 'people.ts', 'the text says of what country the bearer is: “Czech poet Alexander Novak”'),
  'namesake-introduced': rule('person', 'against', 'resolve.ts', 'somebody else of that name was introduced, and nearest'),
  'relative-of-several': rule('person', 'against', 'resolve.ts', 'whose relative is meant, of a family that has several: «дочь Назарбаева»'),
  'too-short': rule('person', 'against', 'resolve.ts', 'two letters without anybody introduced: “То”'),
  'title-of-somebody-else': rule('person', 'against', 'resolve.ts', 'nobody of that name ever held the office beside it'),
  'several-fit': rule('person', 'against', 'resolve.ts', 'two or more of that name fit alike'),
  'had-died': rule('person', 'against', 'resolve.ts', 'a family name alone after its bearer’s death'),
  'initials-without-support': rule('person', 'against', 'resolve.ts', 'initials of somebody of whom the text says nothing else'),
  'long-out-of-office': rule('person', 'against', 'resolve.ts', 'a family name alone, more than twelve years after the last office'),
  'short-name-without-support': rule('person', 'against', 'resolve.ts', 'a short name that others bear too'),
  'country-alone': rule('person', 'against', 'resolve.ts', 'little known, and supported by the country alone'),
  'family-name-without-support': rule('person', 'against', 'resolve.ts', 'nothing in the text has to do with anybody of that name'),
  'common-name-without-support': rule('person', 'against', 'resolve.ts', 'a name that many bear or that is a word, with too little support'),
  'full-name-of-others-too': rule('person', 'against', 'resolve.ts', 'a full name that the dataset says others bear, without support'),
  'full-name': rule('person', 'for', 'resolve.ts', 'given and family name'),
  'common-full-name': rule('person', 'for', 'resolve.ts', 'given and common family name of somebody with nothing else on the page; not certain'),
  'full-name-of-several': rule('person', 'for', 'resolve.ts', 'two people of the dataset bear it and fit alike; the card shows the choice'),
  introduced: rule('person', 'for', 'resolve.ts', 'named in full elsewhere in the document'),
  'title-beside-name': rule('person', 'for', 'resolve.ts', 'the office beside the name was held by one of that name: “Foreign Minister Makei”'),
  'country-before-name': rule('person', 'for', 'resolve.ts', 'the country’s possessive before the name: “China’s Xi”'),
  'several-with-support': rule('person', 'for', 'resolve.ts', 'two of that name have support; the card shows the choice'),
  initials: rule('person', 'for', 'resolve.ts', 'initials that fit: «С. Лавров»'),
  'much-company': rule('person', 'for', 'resolve.ts', 'offices, bodies, countries or people of the text have to do with the bearer'),
  'some-company': rule('person', 'for', 'resolve.ts', 'one of them does, and the bearer is in office or was a head of government'),
  'ministers-together': rule('person', 'for', 'resolve.ts', 'two names of ministers in office: “Mr Blinken met Mr Lavrov”'),
  'leader-in-office': rule('person', 'for', 'resolve.ts', 'heads of state and government need no introduction: “Macron said”'),
  'common-name-with-company': rule('person', 'for', 'resolve.ts', 'a common name of somebody in office with much company'),
  'office-without-body': rule('office', 'against', 'holders.ts', 'a role without country or body supports a name beside it and says no more'),
  'any-of-them': rule('office', 'against', 'offices.ts', 'an indefinite article: “a British prime minister”'),
  deputy: rule('office', 'against', 'offices.ts', '“the deputy foreign minister of Poland” is not the minister'),
  'former-without-name': rule('office', 'against', 'holders.ts', 'former, future or “then”, and no name beside it that says who'),
  'name-unknown': rule('office', 'against', 'holders.ts', 'a name stands beside it that the dataset does not know'),
  'name-of-another': rule('office', 'against', 'holders.ts', 'the name beside it is of somebody who is not known to have held it then'),
  'title-of-country-not-named': rule('office', 'against', 'holders.ts', 'a title by itself, in a text that does not speak of its country'),
  'several-offices': rule('office', 'against', 'holders.ts', 'two or more offices fit the phrase alike: “the U.S. envoy”'),
  'holder-at-date': rule('office', 'for', 'holders.ts', 'who held the office on the article’s date'),
  'name-beside-office': rule('office', 'for', 'holders.ts', 'the name beside the office is of one who held it then'),
  'former-holder': rule('office', 'for', 'holders.ts', '“the former foreign minister Sikorski”: the name beside it says which'),
  'post-itself': rule('office', 'for', 'holders.ts', '“served as president of Iran”, “the post of”: the card is the office’s, not its holder’s'),
  'holder-of-another-time': rule(
    'office',
    'for',
    'holders.ts',
    '“president of Iran from 2005 to 2013”: years in which another held it; the card is the office’s',
  ),
  'no-holder': rule('office', 'for', 'holders.ts', 'nobody is known in it at the date: the card is the office’s'),
  'several-holders': rule('office', 'for', 'holders.ts', 'several hold it at the date: the card shows them'),
  'leader-introduced': rule('office', 'for', 'holders.ts', '“the president said”, of the only one whom the document names'),
  'not-written-as-name': rule('body', 'against', 'things.ts', 'small letters where the name has capitals: “it is so cis”'),
  'body-without-support': rule('body', 'against', 'things.ts', 'an ambiguous name, and the text does not speak of its country'),
  'inside-treaty-title': rule('body', 'against', 'inside.ts', '“the Treaty on European Union”'),
  'inside-pair-name': rule('body', 'against', 'inside.ts', '“the EU–Ukraine summit”, «саміт Україна — ЄС»'),
  'inside-longer-name': rule('body', 'against', 'inside.ts', '“European Union Monitoring Mission”, “Library of Congress”'),
  'inside-quoted-name': rule('body', 'against', 'inside.ts', '«Газпром медиа»: the quotation marks say where the name ends'),
  'acronym-of-something-else': rule('body', 'against', 'inside.ts', '“artificial pancreas (AP)”'),
  'seat-as-building': rule('body', 'against', 'inside.ts', '“they met in the Kremlin”'),
  'name-of-body': rule('body', 'for', 'things.ts', 'the name of an organisation, event or agreement'),
  acronym: rule('body', 'for', 'things.ts', 'its letters, in capitals'),
  'body-with-support': rule('body', 'for', 'things.ts', 'an ambiguous name where its country is spoken of'),
  'meeting-undecided': rule('meeting', 'against', 'meetings.ts', 'neither place nor year nor date leave one of the series'),
  'meeting-of-series': rule('meeting', 'for', 'meetings.ts', 'the meeting of that place, year or date: “the NATO summit in Vilnius”'),
  overlapped: rule('any', 'against', 'recognise.ts', 'a longer mention lies over it'),
} as const satisfies Readonly<Record<string, Description>>;

export type Rule = keyof typeof RULES;
