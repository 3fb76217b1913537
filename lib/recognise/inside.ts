/**
 * Where the name of a body is not the body: inside a longer proper name (a treaty's title, “the EU–Ukraine summit”, «Газпром медиа»),
 * as an acronym that the text spells out otherwise, or as the building that the body sits in (“they met in the Kremlin”).
 */
import { ALIAS, GIVEN_NAME } from '../pack/layout';
import type { Pack } from '../pack/open';
import { HYPHENATED, SENTENCE_START } from '../text/tokens';
import { aliasesOf, isCapital, isJoined, type Scanned, surfaceOf, targetsOf, wordFlagsAt } from './scan';
import {
  ABOUT,
  ARTICLES,
  isInstitution,
  isLegalForm,
  isPairNoun,
  isPartOfBuilding,
  isSaidByMany,
  isTitleOfTreaty,
  isWithinCompany,
  LOCATIVE,
  OF,
  OF_PEOPLE,
  TITLES,
} from './wording';

export type Inside =
  /** “the Treaty on European Union”. */
  | 'inside-treaty-title'
  /** “the EU–Ukraine summit”, «саміт Україна — ЄС». */
  | 'inside-pair-name'
  /** “European Union Monitoring Mission”, “Library of Congress”, “Interfax-Ukraine”. */
  | 'inside-longer-name'
  /** «Газпром медиа». */
  | 'inside-quoted-name'
  /** “artificial pancreas (AP)”. */
  | 'acronym-of-something-else'
  /** “They met in the Kremlin.” */
  | 'seat-as-building';

/** A name of a thing as it stands in a text. */
export interface NameOfThing {
  readonly scanned: Scanned;
  readonly from: number;
  readonly to: number;
  /** What it may mean. */
  readonly entities: readonly number[];
  readonly acronym: boolean;
  readonly ambiguous: boolean;
}

/** All that it may mean are organisations. */
export interface NameOfBody extends NameOfThing {
  /** It stands as the dataset has it, in no other case. */
  readonly exact: boolean;
  /** It is called by the building that it sits in. */
  readonly seat: boolean;
}

/** Why the name is not the body’s here; undefined when it is. */
export function insideWhat(pack: Pack, name: NameOfBody): Inside | undefined {
  if (isSpeltOutOtherwise(name)) return 'acronym-of-something-else';
  if (isInTreatyTitle(name)) return 'inside-treaty-title';
  if (isInPair(pack, name)) return 'inside-pair-name';
  if (isInQuotedName(pack, name)) return 'inside-quoted-name';
  if (isInLongerName(pack, name)) return 'inside-longer-name';
  if (name.seat && isBuilding(pack, name)) return 'seat-as-building';
  return undefined;
}

const lowerAt = ({ tokens }: Scanned, token: number): string => surfaceOf(tokens, token).toLowerCase();
const flagsAt = ({ tokens }: Scanned, token: number): number => tokens.flags[token] as number;
/** Begins with a letter that is a capital; a number has no case. */
const isUpper = ({ tokens }: Scanned, token: number): boolean => /^\p{Lu}/u.test(surfaceOf(tokens, token));
const startsSentence = (scanned: Scanned, token: number): boolean => (flagsAt(scanned, token) & SENTENCE_START) !== 0;
const isPossessed = ({ tokens }: Scanned, to: number): boolean => tokens.full[to - 1] !== tokens.end[to - 1];
/** The capitals of a headline and of German say nothing. */
const capitalsSpeak = (scanned: Scanned): boolean => !scanned.capitals && !scanned.language?.startsWith('de');

/** The token before `token` and the small words directly before it; -1 when the sentence begins there. */
function beforeArticles(scanned: Scanned, token: number): number {
  let at = token - 1;
  while (at >= 0 && isJoined(scanned.tokens, at + 1) && ARTICLES.has(lowerAt(scanned, at))) at--;
  return at >= 0 && isJoined(scanned.tokens, at + 1) ? at : -1;
}

function isInTreatyTitle({ scanned, from }: NameOfBody): boolean {
  const about = beforeArticles(scanned, from);
  if (about < 1 || !ABOUT.has(lowerAt(scanned, about)) || !isJoined(scanned.tokens, about)) return false;
  const noun = about - 1;
  // “a treaty on NATO enlargement” speaks of NATO; a title has its capital, save in Slavic and Romance languages.
  return isTitleOfTreaty(lowerAt(scanned, noun)) && (isCapital(scanned, noun) || !/^[\x20-\x7e]*$/.test(surfaceOf(scanned.tokens, noun)));
}

/** Between two names that one hyphen or dash joins, with or without spaces around it. */
const isDashed = ({ tokens }: Scanned, token: number): boolean =>
  token > 0 && token < tokens.count && /^\s*[-\u2010-\u2015]\s*$/u.test(tokens.text.slice(tokens.full[token - 1], tokens.start[token]));

const isHyphenated = (scanned: Scanned, token: number): boolean => (flagsAt(scanned, token) & HYPHENATED) !== 0;

const namesPartner = (pack: Pack, node: number): boolean => aliasesOf(pack, node).some((a) => a.type === ALIAS.PLACE || a.type === ALIAS.ORGANISATION);

/** One end of a pair and the other, and beside them what they hold together. */
function isInPair(pack: Pack, { scanned, from, to, exact }: NameOfBody): boolean {
  const { tokens } = scanned;
  const isUnknown = (token: number): boolean => capitalsSpeak(scanned) && isCapital(scanned, token) && scanned.starting[token] === undefined;
  let first = from;
  let last = to;
  let isFirstExact = exact;
  if (isDashed(scanned, to)) {
    const partner = scanned.starting[to]?.find((hit) => namesPartner(pack, hit.node));
    if (partner) last = partner.to;
    else if (isHyphenated(scanned, to) && isUnknown(to)) last = to + 1;
  }
  if (last === to && isDashed(scanned, from)) {
    const partner = scanned.ending[from - 1]?.find((hit) => namesPartner(pack, hit.node));
    if (partner) {
      first = partner.from;
      isFirstExact = partner.exact;
    } else if (isHyphenated(scanned, from) && isUnknown(from - 1)) first = from - 1;
  }
  if (first === from && last === to) return false;
  if (last < tokens.count && !startsSentence(scanned, last) && !isPossessed(scanned, last)) {
    // “the EU–Ukraine summit”, “EU-Ukraine-Gipfel”, “the NATO–Russia Founding Act”.
    const joined = isJoined(tokens, last) || isHyphenated(scanned, last);
    if (joined && isPairNoun(lowerAt(scanned, last))) return true;
    if (joined && last + 1 < tokens.count && isJoined(tokens, last + 1) && isCapital(scanned, last) && isPairNoun(lowerAt(scanned, last + 1))) return true;
  }
  // «саміт Україна — ЄС»; in «совет Европейского союза — это …» the case says that the dash is another one.
  if (!isFirstExact) return false;
  const before = beforeArticles(scanned, first);
  return before >= 0 && isPairNoun(lowerAt(scanned, OF.has(lowerAt(scanned, before)) && before > 0 ? before - 1 : before));
}

/** Bodies whose names are taken into the names of others: subsidiaries, local editions, party branches. */
const LENDING: ReadonlySet<string> = new Set(['company', 'media', 'party']);

const types = new WeakMap<Pack, Map<number, string>>();
function typeOf(pack: Pack, organisation: number): string {
  const known = types.get(pack) ?? new Map<number, string>();
  types.set(pack, known);
  const type = known.get(organisation) ?? pack.record(organisation, 'organisation').type;
  known.set(organisation, type);
  return type;
}
const isLending = (pack: Pack, entities: readonly number[]): boolean => entities.every((e) => LENDING.has(typeOf(pack, e)));

const QUOTES: Readonly<Record<string, string>> = { '«': '»', '„': '“”"', '“': '”', '"': '"' };
/** Words that a quoted name may go on with; a longer quotation is a sentence. */
const MOST_QUOTED = 3;

/** «Газпром медиа»: names are set in quotation marks, so the marks say where they end. */
function isInQuotedName(pack: Pack, { scanned, from, to, entities }: NameOfBody): boolean {
  const { tokens } = scanned;
  const closing = QUOTES[tokens.text.charAt((tokens.start[from] as number) - 1)];
  if (closing === undefined || !isLending(pack, entities)) return false;
  for (let t = to; t < Math.min(tokens.count, to + MOST_QUOTED); t++) {
    const between = tokens.text.slice(tokens.full[t - 1], tokens.start[t]);
    if (/[^\s-]/u.test(between)) return false;
    if (closing.includes(tokens.text.charAt(tokens.end[t] as number))) return true;
  }
  return false;
}

/** Words that a name may go on with before the noun that says what it is. */
const MOST_BETWEEN = 4;
const LINKING = new Set(['of', 'for', 'on', 'and', 'the', 'in', 'to']);

function isInLongerName(pack: Pack, name: NameOfBody): boolean {
  const { scanned, from, to, entities } = name;
  if (!capitalsSpeak(scanned)) return false;
  const { tokens } = scanned;
  const goesOn = to < tokens.count && !isPossessed(scanned, to) && isUpper(scanned, to) && !startsSentence(scanned, to);
  const joined = goesOn && tokens.text.slice(tokens.end[to - 1], tokens.start[to]).trim() === '';
  // Another name that the dataset knows, a given name and a title stand beside the body; what is not known belongs to its name.
  const unknown =
    goesOn &&
    scanned.starting[to] === undefined &&
    !TITLES.has(lowerAt(scanned, to)) &&
    !isLegalForm(surfaceOf(tokens, to)) &&
    !isWithinCompany(lowerAt(scanned, to)) &&
    (wordFlagsAt(pack, scanned, to) & GIVEN_NAME) === 0;
  if (isLending(pack, entities)) {
    if (goesOn && isHyphenated(scanned, to) && (unknown || typeOf(pack, entities[0] as number) === 'media')) return true;
    // “Gazprom Germania”; an edition (“BBC News”) is its house’s.
    const branch =
      scanned.language?.startsWith('en') && goesOn && (scanned.starting[to] ?? []).some((hit) => targetsOf(pack, hit.node, ALIAS.PLACE).length > 0);
    if ((unknown || branch) && joined && !isLegalForm(surfaceOf(tokens, to - 1)) && entities.some((e) => typeOf(pack, e) === 'company')) return true;
  }
  // “European Union Monitoring Mission”; “EU Commission” and “CSTO Collective Security Council” are the body’s own.
  if (joined && !name.acronym && scanned.starting[to] === undefined) {
    for (let t = to; t < tokens.count && t <= to + MOST_BETWEEN && isJoined(tokens, t); t++) {
      const word = lowerAt(scanned, t);
      if (!isCapital(scanned, t) && !LINKING.has(word)) break;
      if (isInstitution(word)) return true;
    }
  }
  return name.ambiguous && !name.acronym && to - from === 1 && isPartOfTitle(scanned, from, unknown && joined);
}

/** “Library of Congress”, “World Congress”, “Congress Street”: one ordinary word with a capital beside another. */
function isPartOfTitle(scanned: Scanned, from: number, goesOn: boolean): boolean {
  const { tokens } = scanned;
  if (goesOn) return true;
  if (from === 0 || !isJoined(tokens, from)) return false;
  if (lowerAt(scanned, from - 1) === 'of')
    return from > 1 && isJoined(tokens, from - 1) && isCapital(scanned, from - 2) && !OF_PEOPLE.test(lowerAt(scanned, from - 2));
  return (
    isCapital(scanned, from - 1) && !startsSentence(scanned, from - 1) && scanned.ending[from - 1] === undefined && !ARTICLES.has(lowerAt(scanned, from - 1))
  );
}

/** Tokens around a building within which somebody says something. */
const MOST_TO_VERB = 3;

/** “in the Kremlin”, «стены Кремля», “the Kremlin wall”, «Казанский Кремль»; but «в Кремле заявили» is the body. */
function isBuilding(pack: Pack, { scanned, from, to, entities }: NameOfBody): boolean {
  const { tokens } = scanned;
  if (to < tokens.count && isJoined(tokens, to) && !isPossessed(scanned, to) && isPartOfBuilding(lowerAt(scanned, to))) return true;
  const before = beforeArticles(scanned, from);
  if (before < 0) return false;
  const word = lowerAt(scanned, before);
  if (isPartOfBuilding(word)) return true;
  if (OF.has(word) && before > 0 && isJoined(tokens, before) && isPartOfBuilding(lowerAt(scanned, before - 1))) return true;
  if (LOCATIVE.has(word)) return !isSpokenFrom(scanned, before, to);
  return isOfTown(pack, scanned, from, entities);
}

/** Does somebody who is not named speak there? «В Кремле заявили», «сообщили в Кремле», “Many in the Kremlin think”. */
function isSpokenFrom(scanned: Scanned, before: number, to: number): boolean {
  const { tokens } = scanned;
  for (let t = to; t < Math.min(tokens.count, to + MOST_TO_VERB) && !startsSentence(scanned, t); t++) if (isSaidByMany(lowerAt(scanned, t))) return true;
  for (let t = before - 1; t >= Math.max(0, before - MOST_TO_VERB) && !startsSentence(scanned, t + 1); t--) if (isSaidByMany(lowerAt(scanned, t))) return true;
  return false;
}

/** “the Moscow Kremlin”, «Казанский Кремль»: the town says that a building is meant. Somebody’s (“the Obama White House”) is the body. */
function isOfTown(pack: Pack, scanned: Scanned, from: number, entities: readonly number[]): boolean {
  if (!isJoined(scanned.tokens, from) || !capitalsSpeak(scanned)) return false;
  const isTown = (place: number): boolean => !entities.some((e) => pack.entityCountry[e] === place) && pack.entityCountry[place] !== place;
  const hits = scanned.ending[from - 1];
  if (hits !== undefined) return hits.some((hit) => targetsOf(pack, hit.node, ALIAS.PLACE).some(isTown));
  if (!isCapital(scanned, from - 1)) return false;
  const word = lowerAt(scanned, from - 1);
  return /^[a-z]+$/.test(word) ? !TITLES.has(word) && !startsSentence(scanned, from - 1) : /ск(ий|ого|ому|им|ом|і|ага|аму|ім)$/u.test(word);
}

/** Letters that stand in brackets, and the words before them that begin with these: “artificial pancreas (AP)”. */
function isSpeltOutOtherwise(name: NameOfBody): boolean {
  const { scanned, from, to } = name;
  const { tokens } = scanned;
  if (!name.acronym || !name.ambiguous || to - from !== 1) return false;
  const letters = surfaceOf(tokens, from).toLowerCase();
  if (tokens.text.charAt((tokens.start[from] as number) - 1) !== '(' || tokens.text.charAt(tokens.end[from] as number) !== ')') return false;
  let at = from - 1;
  for (let n = letters.length - 1; n >= 0; n--, at--) {
    while (at >= 0 && OF.has(lowerAt(scanned, at)) && !lowerAt(scanned, at).startsWith(letters.charAt(n))) at--;
    if (at < 0 || !lowerAt(scanned, at).startsWith(letters.charAt(n))) return false;
  }
  // Spelt out as a name of the dataset, it is what it is.
  return !(scanned.ending[from - 1] ?? []).some((hit) => hit.from <= at + 1);
}
