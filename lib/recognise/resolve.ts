/**
 * Which person does a name mean? Full names decide by themselves; a family name alone needs support: the full name
 * elsewhere in the document, a title beside it, an office or known company in the text. A namesake who was introduced
 * takes the name. Without support there is no mention: a wrong card is worse than none.
 */
import type { Day } from '../dataset/dates';
import { ALIAS, COMMON_FAMILY, GIVEN_NAME, ORDINARY } from '../pack/layout';
import type { Pack } from '../pack/open';
import { fold } from '../text/fold';
import { SENTENCE_START, tokenise } from '../text/tokens';
import { namesakesOf } from './namesakes';
import { type OfficePhrase, officeIndex } from './offices';
import type { PersonCandidate } from './people';
import type { Rule } from './rules';
import { targetsOf, textOf } from './scan';
import { distanceToOffice, everRuled, officeOfTenure, RULERS, tenuresOf, yearsFromOffice } from './time';
import type { Evidence, Introduced } from './types';

/** What the whole document says, gathered before any family name alone is decided. */
export interface DocumentEvidence {
  readonly day: Day;
  /** Is the day certain enough to rule people out by it? */
  readonly dated: boolean;
  /** Persons named in full, by index. */
  readonly named: ReadonlySet<number>;
  /** Offices that phrases of the document mean, and their holders at the date. */
  readonly offices: ReadonlySet<number>;
  readonly holders: ReadonlySet<number>;
  /** Countries and bodies named. */
  readonly around: ReadonlySet<number>;
  /** Members of governments in office at the date whose family name stands in the text and is nobody else’s. */
  readonly prominent: ReadonlySet<number>;
  /** Family names borne by strangers, as `evidence.ts` writes them. */
  readonly strangers: ReadonlySet<string>;
  /** Acronyms spelt out as something else. */
  readonly otherwise: ReadonlySet<string>;
}

export type Verdict =
  | {
      readonly kind: 'resolved';
      readonly rule: Rule;
      readonly person: number;
      readonly confidence: number;
      readonly evidence: readonly Evidence[];
      readonly rivals?: readonly number[];
    }
  | { readonly kind: 'rejected'; readonly rule: Rule };

/** Two letters (“То”, “Ли”, “Xi”): many are words of some language, which at the start of a sentence have a capital as well. */
const isTiny = (candidate: PersonCandidate): boolean => candidate.key.length <= 2 && candidate.key.charCodeAt(0) > 0x24f;

const rejected = (rule: Rule): Verdict => ({ kind: 'rejected', rule });

/** Years since the last office after which a person is no longer what a bare family name means. */
const FADED_YEARS = 12;

export function resolvePerson(
  pack: Pack,
  candidate: PersonCandidate,
  document: DocumentEvidence,
  title: OfficePhrase | undefined,
  nearest: Introduced['by'] | 'none',
): Verdict {
  const persons = candidate.persons.filter((p) => livesAt(pack, p, document));
  if (persons.length === 0) return rejected('not-alive-then');
  if (candidate.form === 'full') return resolveFull(pack, candidate, persons, document, title);
  const titled = title ? persons.filter((p) => fitsTitle(pack, p, title, document.day) !== undefined) : [];
  // “Morze Bałtyckie” is the sea: a case form before another capital is likely another word.
  if (candidate.continued && !candidate.related && !(candidate.exact && isPlain(candidate))) return rejected('name-goes-on');
  if (nearest === 'stranger' && titled.length === 0) return rejected('namesake-introduced');
  // “Liz Cheney and Dick Cheney”: after both the name alone says nothing, save of who rules a country.
  if (nearest === 'both' && titled.length === 0 && !persons.some((p) => leads(pack, p, document.day))) return rejected('namesake-introduced');
  if (isTiny(candidate) && titled.length === 0) {
    const starts = ((candidate.scanned.tokens.flags[candidate.familyFrom] as number) & SENTENCE_START) !== 0;
    if (starts || !persons.some((p) => document.named.has(p))) return rejected('too-short');
  }

  const ruling = persons.filter((p) => rules(pack, p, document.day));
  const only = ruling.length === 1 && new Set(persons.map((p) => pack.entityCountry[p])).size === 1 ? ruling[0] : undefined;
  // “Lukashenko’s son Viktor Lukashenko”: the name of a family that has several is its ruler’s, or nobody’s.
  if (candidate.related && persons.length > 1) return only === undefined ? rejected('relative-of-several') : byRule(only);
  // “King Philippe” is not Édouard Philippe, whoever else the page names.
  if (title && titled.length === 0 && title.roles.length > 0 && title.roles.every((r) => (pack.roleRank[r] as number) <= RULERS))
    return rejected('title-of-somebody-else');
  const introduced = persons.filter((p) => document.named.has(p));
  if (introduced.length === 1 && (titled.length === 0 || titled.includes(introduced[0] as number))) {
    return {
      kind: 'resolved',
      rule: 'introduced',
      person: introduced[0] as number,
      confidence:
        mayBeNamesake(pack, candidate, introduced[0] as number, document.day) && companyOf(pack, introduced[0] as number, document).score < 0.5
          ? 0.6
          : candidate.form === 'short'
            ? 0.9
            : 0.97,
      evidence: [{ code: 'introduced' }],
    };
  }
  if (titled.length === 1) {
    const person = titled[0] as number;
    const years = fitsTitle(pack, person, title as OfficePhrase, document.day) ?? 0;
    return {
      kind: 'resolved',
      rule: 'title-beside-name',
      person,
      confidence: years < 1 ? 0.95 : 0.85,
      evidence: [{ code: 'title-beside', detail: titleText(title as OfficePhrase) }],
    };
  }
  const compatriots = countriesBefore(pack, candidate);
  const ofCountry = compatriots.size === 0 ? [] : persons.filter((p) => compatriots.has(pack.entityCountry[p] as number));
  const leading = ofCountry.filter((p) => leads(pack, p, document.day));
  const highest = Math.max(...leading.map((p) => pack.entityWeight[p] as number));
  const leaders = leading.filter((p) => pack.entityWeight[p] === highest);
  // “North Korea’s Kim” is the one who leads it.
  const theirs = leaders.length === 1 ? leaders : ofCountry;
  if (theirs.length === 1 && Math.abs(yearsFromOffice(pack, theirs[0] as number, document.day)) < 2)
    return { kind: 'resolved', rule: 'country-before-name', person: theirs[0] as number, confidence: 0.9, evidence: [{ code: 'company', detail: 'place' }] };
  // A title with its country that none of them ever held: the text speaks of somebody else.
  if (title && titled.length === 0 && title.offices.length > 0) return rejected('title-of-somebody-else');
  if (
    only !== undefined &&
    persons.length > 1 &&
    introduced.length === 0 &&
    titled.length === 0 &&
    isPlainBare(candidate) &&
    companyOf(pack, only, document).score >= 1 &&
    !isStrangers(pack, candidate, document)
  )
    return byRule(only);
  const pool = introduced.length > 1 ? introduced : titled.length > 1 ? titled : persons;
  return resolveByCompany(pack, candidate, pool, document);
}

/** The one who rules the country, of several of one family. */
const byRule = (person: number): Verdict => ({ kind: 'resolved', rule: 'leader-in-office', person, confidence: 0.85, evidence: [{ code: 'unique-name' }] });

/** No word of the name is a given name, a word of the language, or the name of many. */
const isPlain = ({ wordFlags }: PersonCandidate): boolean => (wordFlags & (COMMON_FAMILY | ORDINARY | GIVEN_NAME)) === 0;

const isPlainBare = (candidate: PersonCandidate): boolean => candidate.form === 'family' && !candidate.continued && isPlain(candidate);

const isStrangers = (pack: Pack, candidate: PersonCandidate, document: DocumentEvidence): boolean =>
  namesakesOf(pack, candidate).some((name) => document.strangers.has(name));

function resolveFull(pack: Pack, candidate: PersonCandidate, persons: readonly number[], document: DocumentEvidence, title: OfficePhrase | undefined): Verdict {
  const scored = persons
    .map((p) => {
      const support = companyOf(pack, p, document).score + (title && fitsTitle(pack, p, title, document.day) !== undefined ? 3 : 0);
      return { p, support, score: support + closeness(pack, p, document) };
    })
    .sort((a, b) => b.score - a.score);
  const best = scored[0] as (typeof scored)[number];
  const rivals = scored
    .slice(1)
    .filter((s) => best.score - s.score < 1)
    .map((s) => s.p);
  const exact = rivals.length > 0 ? [best.p, ...rivals].filter((p) => isWrittenOut(pack, p, candidate)) : [];
  // “George H. W. Bush” is the name of one of the two.
  if (exact.length === 1) return { kind: 'resolved', rule: 'full-name', person: exact[0] as number, confidence: 0.93, evidence: [{ code: 'full-name' }] };
  if (rivals.length > 0)
    return { kind: 'resolved', rule: 'full-name-of-several', person: best.p, confidence: 0.55, evidence: [{ code: 'full-name' }], rivals: [best.p, ...rivals] };
  const common = (candidate.wordFlags & (COMMON_FAMILY | ORDINARY)) !== 0;
  if (candidate.ambiguous && best.score < 1) return rejected('full-name-of-others-too');
  if (title && title.offices.length > 0 && title.when === 'at-date' && fitsTitle(pack, best.p, title, document.day) === undefined && common && best.score < 1)
    return rejected('title-of-somebody-else');
  if (best.support < 0.5 && mayBeNamesake(pack, candidate, best.p, document.day))
    return { kind: 'resolved', rule: 'common-full-name', person: best.p, confidence: 0.6, evidence: [{ code: 'full-name' }] };
  return { kind: 'resolved', rule: 'full-name', person: best.p, confidence: common ? 0.93 : 0.98, evidence: [{ code: 'full-name' }] };
}

/** A common name may be anybody’s: somebody who rules no country and has nothing to do with the rest of the page, which the caller knows, is likely a namesake. */
const mayBeNamesake = (pack: Pack, candidate: PersonCandidate, person: number, day: Day): boolean =>
  (candidate.wordFlags & (COMMON_FAMILY | ORDINARY)) !== 0 && !leads(pack, person, day) && !hasRareGivenName(pack, person);

/** As many people of the dataset at most have a rare given name: Condoleezza, Wess. */
const RARE = 4;
const bearers = new WeakMap<Pack, Uint16Array>();

/** Does one of a person’s given names belong to hardly anybody else? Who is called so has few namesakes. */
function hasRareGivenName(pack: Pack, person: number): boolean {
  let times = bearers.get(pack);
  if (!times) {
    times = new Uint16Array(pack.wordFlags.length);
    for (const word of pack.given) times[word] = (times[word] as number) + 1;
    bearers.set(pack, times);
  }
  const tokens = tokenise(pack.record(person, 'person').name);
  const given = pack.given.subarray(pack.givenFirst[person] as number, pack.givenFirst[person + 1] as number);
  for (let t = 0; t < tokens.count; t++) {
    const word = pack.wordOf(tokens, t);
    if (given.includes(word) && (times[word] as number) <= RARE) return true;
  }
  return false;
}

const isWrittenOut = (pack: Pack, person: number, { scanned: { tokens }, from, to }: PersonCandidate): boolean =>
  fold(pack.record(person, 'person').name) === fold(textOf(tokens, from, to));

function resolveByCompany(pack: Pack, candidate: PersonCandidate, persons: readonly number[], document: DocumentEvidence): Verdict {
  if (isStrangers(pack, candidate, document)) return rejected('namesake-introduced');
  if (candidate.form === 'short' && candidate.ambiguous) return rejected('short-name-without-support');
  const scored = persons
    .map((p) => ({ p, ...companyOf(pack, p, document), near: closeness(pack, p, document) }))
    .sort((a, b) => b.score + b.near - (a.score + a.near));
  const best = scored[0] as (typeof scored)[number];
  const rival = scored[1];
  const lead = rival ? best.score + best.near - (rival.score + rival.near) : 9;
  const plain = isPlain(candidate);
  const weight = pack.entityWeight[best.p] as number;
  if (lead < 1 && best.score > 0)
    return best.score >= 1 && plain
      ? {
          kind: 'resolved',
          rule: 'several-with-support',
          person: best.p,
          confidence: 0.5,
          evidence: best.evidence,
          rivals: scored.filter((s) => best.score + best.near - (s.score + s.near) < 1).map((s) => s.p),
        }
      : rejected('several-fit');
  if (document.dated && diedBefore(pack, best.p, document.day)) return rejected('had-died');
  const inOffice = document.dated ? Math.abs(yearsFromOffice(pack, best.p, document.day)) < 2 : true;
  if (candidate.form === 'initials') {
    if (best.score >= 1 || (plain && inOffice))
      return {
        kind: 'resolved',
        rule: 'initials',
        person: best.p,
        confidence: best.score >= 1 ? 0.93 : 0.8,
        evidence: [{ code: 'given-name-initial' }, ...best.evidence],
      };
    return rejected('initials-without-support');
  }
  if (candidate.continued && !candidate.related) return rejected('name-goes-on');
  if (document.dated && yearsFromOffice(pack, best.p, document.day) > FADED_YEARS && (weight < 98 || best.score < 2)) return rejected('long-out-of-office');
  if (plain) {
    if (best.score >= 2 && inOffice) return { kind: 'resolved', rule: 'much-company', person: best.p, confidence: 0.93, evidence: best.evidence };
    // That their country is named is little support for the many who are no ministers.
    const onlyPlace = best.evidence.every((e) => e.code === 'company' && e.detail === 'place');
    if (best.score >= 1 && weight < MINISTER && onlyPlace) return rejected('country-alone');
    if (best.score >= 1 && (inOffice || weight >= 90))
      return { kind: 'resolved', rule: 'some-company', person: best.p, confidence: weight >= 85 ? 0.9 : 0.8, evidence: best.evidence };
    // “Mr Blinken met Mr Lavrov”: two ministers keep each other company.
    if (document.prominent.has(best.p) && document.prominent.size > 1)
      return { kind: 'resolved', rule: 'ministers-together', person: best.p, confidence: 0.85, evidence: [{ code: 'company', detail: 'people' }] };
    // Heads of state and of government in office need no introduction.
    if (everRuled(pack, best.p) && inOffice)
      return { kind: 'resolved', rule: 'leader-in-office', person: best.p, confidence: 0.85, evidence: [{ code: 'unique-name' }] };
    return rejected('family-name-without-support');
  }
  if (best.score >= 3 && inOffice && candidate.before !== 'word')
    return { kind: 'resolved', rule: 'common-name-with-company', person: best.p, confidence: 0.85, evidence: best.evidence };
  return rejected('common-name-without-support');
}

/** The weight of a foreign or defence minister; below are deputies, spokesmen, ambassadors. */
const MINISTER = 85;

/** Days after a death in which “said” may still be of the days before. */
const MOURNING = 14;
const diedBefore = (pack: Pack, person: number, day: Day): boolean => (pack.entityTo[person] as number) < day - MOURNING;

/** Heads of state or government in office. */
const leads = (pack: Pack, person: number, day: Day): boolean => everRuled(pack, person) && Math.abs(yearsFromOffice(pack, person, day)) < 1;

/** Is a person head of state or government at the day? */
const rules = (pack: Pack, person: number, day: Day): boolean =>
  tenuresOf(pack, person).some((t) => {
    const role = pack.officeRole[officeOfTenure(pack, t)] as number;
    return role >= 0 && (pack.roleRank[role] as number) <= RULERS && (pack.tenureFromFirst[t] as number) <= day && day <= (pack.tenureToLast[t] as number);
  });

/** Is the only bearer of a family name a minister in office at the day? */
export const isProminent = (pack: Pack, candidate: PersonCandidate, day: Day): boolean =>
  candidate.form !== 'short' &&
  candidate.persons.length === 1 &&
  isPlain(candidate) &&
  !candidate.continued &&
  (pack.entityWeight[candidate.persons[0] as number] as number) >= MINISTER &&
  yearsFromOffice(pack, candidate.persons[0] as number, day) === 0;

/** The country whose possessive stands directly before a bare name: “China’s Xi”. */
function countriesBefore(pack: Pack, candidate: PersonCandidate): ReadonlySet<number> {
  const { scanned, familyFrom, from } = candidate;
  const { tokens, starting } = scanned;
  const countries = new Set<number>();
  if (familyFrom !== from || from === 0 || !/^['’]s\s/u.test(tokens.text.slice(tokens.end[from - 1], tokens.start[from]))) return countries;
  for (let i = Math.max(0, from - 4); i < from; i++)
    for (const hit of starting[i] ?? []) if (hit.to === from) for (const place of targetsOf(pack, hit.node, ALIAS.PLACE)) countries.add(place);
  return countries;
}

function livesAt(pack: Pack, person: number, document: DocumentEvidence): boolean {
  if (!document.dated) return true;
  return (pack.entityFrom[person] as number) < document.day - 16 * 365;
}

/** Nearness in time of a person’s offices to the day: 0 to 1. */
function closeness(pack: Pack, person: number, document: DocumentEvidence): number {
  if (!document.dated) return (pack.entityWeight[person] as number) / 200;
  const years = yearsFromOffice(pack, person, document.day);
  if (years === 0) return 1 + (pack.entityWeight[person] as number) / 400;
  return Number.isFinite(years) ? Math.max(0, 0.9 - Math.abs(years) / 20) : 0;
}

/** How much of what the document names has to do with a person, and what it is. */
function companyOf(pack: Pack, person: number, document: DocumentEvidence): { score: number; evidence: Evidence[] } {
  let score = 0;
  const evidence: Evidence[] = [];
  if (document.holders.has(person)) {
    score += 3;
    evidence.push({ code: 'holder-at-date' });
  }
  const links = new Set<number>();
  for (let i = pack.linkFirst[person] as number; i < (pack.linkFirst[person + 1] as number); i++) links.add(pack.link[i] as number);
  let places = 0;
  for (const link of links) {
    if (document.around.has(link)) places++;
    if (document.offices.has(link)) score += 1.5;
  }
  if (places > 0) {
    score += Math.min(1.5, places);
    evidence.push({ code: 'company', detail: 'place' });
  }
  let company = 0;
  for (const other of document.named) {
    if (other === person) continue;
    for (let i = pack.linkFirst[other] as number; i < (pack.linkFirst[other + 1] as number); i++) {
      if (links.has(pack.link[i] as number)) {
        company++;
        break;
      }
    }
  }
  if (company > 0) {
    score += Math.min(2, company);
    evidence.push({ code: 'company', detail: 'people' });
  }
  return { score, evidence };
}

/** Years between the day and the time when the person held what the title says; undefined when never. */
export function fitsTitle(pack: Pack, person: number, title: OfficePhrase, day: Day): number | undefined {
  const offices = title.offices.length > 0 ? title.offices.flat() : [...officeIndex(pack).withRole(title.roles)];
  let best: number | undefined;
  for (const office of offices) {
    const years = distanceToOffice(pack, person, office, day);
    if (years !== undefined && (best === undefined || years < best)) best = years;
  }
  return best;
}

const titleText = ({ scanned, from, to }: OfficePhrase): string => textOf(scanned.tokens, from, to);
