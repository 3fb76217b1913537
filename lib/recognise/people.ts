/**
 * People named in a block: which runs of tokens are a family name of the pack, with whose given name in front, and what
 * else stands beside them. No decision between candidates yet; that needs the whole document (`resolve.ts`).
 */

import { isGeneration } from '../dataset/names';
import { ALIAS, AMBIGUOUS, FAMILY_FIRST, GIVEN_NAME, ORDINARY, ORDINARY_LANGUAGES, SHORT } from '../pack/layout';
import type { Pack } from '../pack/open';
import { isSmallWord } from '../text/language';
import { PARTICLES } from '../text/particles';
import { ALL_CAPS, CAPITAL, HYPHENATED, INITIAL, SENTENCE_START } from '../text/tokens';
import { isOfAnotherCountry } from './nationality';
import type { Rule } from './rules';
import { aliasesOf, type Hit, isAmong, isCapital, isJoined, type NodeAlias, type Scanned, surfaceOf, textOf, wordAt, wordFlagsAt } from './scan';
import {
  HONORIFICS,
  IN_NAME_OF_THING,
  isAthlete,
  isLetterWord,
  isPatronymic,
  isPreposition,
  isShipPrefix,
  LADIES,
  NAMED_AFTER_LEFT,
  NAMED_AFTER_RIGHT,
  NOBLE,
  OF,
  PRECEDED_RELATIVES,
  RELATIVES,
  TITLES,
} from './wording';

/** How a name was found beside its family name. */
export type Form =
  /** Given and family name, or a whole name that stands by itself. */
  | 'full'
  /** Initials that fit. */
  | 'initials'
  /** The family name alone. */
  | 'family'
  /** A short or nick name. */
  | 'short';

export interface PersonCandidate {
  readonly scanned: Scanned;
  /** Tokens of the whole name as far as it was recognised; `to` exclusive. */
  readonly from: number;
  readonly to: number;
  /** Tokens of the family name. */
  readonly familyFrom: number;
  readonly form: Form;
  /** Pack indices of the persons it may be. */
  readonly persons: readonly number[];
  /** Folded key of the family name, for namesakes who are strangers. */
  readonly key: string;
  /** Flags of the words of the family name (COMMON_FAMILY, ORDINARY, GIVEN_NAME). */
  readonly wordFlags: number;
  /** The name stood exactly as the dataset has it. */
  readonly exact: boolean;
  /** What stands directly before it. */
  readonly before: 'nothing' | 'title' | 'honorific' | 'word';
  /** It says whose relative is meant: “Lukashenko’s son”, «сын Лукашенко». */
  readonly related: boolean;
  /** A capital follows directly that may continue a longer name. */
  readonly continued: boolean;
  /** Marked in the dataset as somebody else’s or an ordinary word too. */
  readonly ambiguous: boolean;
}

/** A name that is decided against by a rule that needs no more of the document. */
export interface Turned {
  readonly scanned: Scanned;
  readonly from: number;
  readonly to: number;
  readonly rule: Rule;
}

/** A family name of the pack whose bearer here is somebody else: “Joni Mitchell”. */
export interface Stranger extends Turned {
  readonly key: string;
  /** Who of the dataset bears the family name. */
  readonly persons: readonly number[];
}

export interface FoundPeople {
  readonly candidates: readonly PersonCandidate[];
  readonly strangers: readonly Stranger[];
}

/** `turn` is told of the names that are nobody’s. */
export function findPeople(pack: Pack, scanned: Scanned, turn?: (turned: Turned) => void): FoundPeople {
  const candidates: PersonCandidate[] = [];
  const strangers: Stranger[] = [];
  /** Full names that the dataset says others bear, too. */
  const shared: Hit[] = [];
  const { tokens } = scanned;
  let done = 0;
  for (const i of scanned.hitsAt) {
    for (const hit of scanned.starting[i] ?? []) {
      const aliases = aliasesOf(pack, hit.node);
      const literal = aliases.filter((a) => a.type === ALIAS.FULL);
      const ambiguous = literal.some((a) => a.flags & AMBIGUOUS);
      if (ambiguous && hit.to - i > 1) shared.push(hit);
      else if (literal.length > 0 && isCapital(scanned, i) && oneLettersAreCapitals(scanned, i, hit.to) && i >= done) {
        const short = literal.every((a) => a.flags & SHORT) || (hit.to - i === 1 && literal.every((a) => a.flags & (SHORT | AMBIGUOUS)));
        candidates.push({
          scanned,
          from: i,
          to: hit.to,
          familyFrom: i,
          form: short ? 'short' : 'full',
          persons: literal.map((a) => a.target),
          key: surfaceOf(tokens, i).toLowerCase(),
          wordFlags: 0,
          exact: hit.exact,
          before: 'nothing',
          related: false,
          continued: false,
          ambiguous,
        });
        done = hit.to;
        break;
      }
      const family = [...aliases, ...masculineOf(pack, scanned, hit)].filter((a) => a.type === ALIAS.FAMILY);
      if (family.length === 0 || !familyIsWritten(scanned, hit.from, hit.to)) continue;
      const found = readFamily(pack, scanned, hit.from, hit.to, family, hit.exact);
      if (!('rule' in found)) candidates.push(shared.some((s) => s.from === found.from && s.to === found.to) ? { ...found, ambiguous: true } : found);
      else if ('key' in found) strangers.push(found);
      else {
        turn?.(found);
        continue;
      }
      done = hit.to;
      break;
    }
  }
  const kept = withoutInner(candidates);
  if (turn) for (const c of candidates) if (!kept.includes(c)) turn({ scanned, from: c.from, to: c.to, rule: 'inside-longer-person' });
  // «ва Мутарика» inside «Бингу ва Мутарика» is no other one.
  const isInside = (s: Stranger): boolean => kept.some((c) => c.form === 'full' && c.from < s.from && s.to <= c.to);
  return { candidates: kept, strangers: strangers.filter((s) => !isInside(s)) };
}

/** «Назарбаева» is a woman’s name, and the genitive of her father’s. */
const FEMININE = /(?:[оеёаэ]в|[иыі]н|[oe]v|[iy]n)(?:а|a)$/iu;

/** The names that a woman’s name may be a case form of. */
function masculineOf(pack: Pack, scanned: Scanned, hit: Hit): readonly NodeAlias[] {
  if (!hit.exact || !FEMININE.test(surfaceOf(scanned.tokens, hit.to - 1))) return [];
  // «Назарбаева выступила»: the subject of a woman’s verb.
  if (!attachedBefore(scanned, hit.from) && /^[а-яёіў]+ла(?:с[ья])?$/u.test(lowerAt(scanned, hit.to))) return [];
  return (scanned.starting[hit.from] ?? []).flatMap((other) => (other.to === hit.to && !other.exact ? aliasesOf(pack, other.node) : []));
}

/** “Ван И”, and not “Ван и”. */
function oneLettersAreCapitals(scanned: Scanned, from: number, to: number): boolean {
  for (let t = from; t < to; t++) if (!isCapital(scanned, t) && /^\p{Ll}$/u.test(surfaceOf(scanned.tokens, t))) return false;
  return true;
}

/** Particles may be small; the family name itself starts with a capital. */
function familyIsWritten(scanned: Scanned, from: number, to: number): boolean {
  if (!isCapital(scanned, to - 1)) return false;
  for (let t = from; t < to; t++) if (!isCapital(scanned, t) && !PARTICLES.has(surfaceOf(scanned.tokens, t).toLowerCase())) return false;
  return true;
}

type FamilyAlias = { readonly target: number; readonly flags: number };

function readFamily(
  pack: Pack,
  scanned: Scanned,
  from: number,
  to: number,
  family: readonly FamilyAlias[],
  exact: boolean,
): PersonCandidate | Stranger | Turned {
  const key = keyOf(scanned, from, to);
  let wordFlags = 0;
  // A name as the dataset has it is no form of a given name that sounds alike (Макей of Макея).
  for (let t = from; t < to; t++) wordFlags |= wordFlagsAt(pack, scanned, t, exact ? GIVEN_NAME : 0);
  const base = { scanned, familyFrom: from, key, wordFlags: to - from > 1 ? wordFlags & ~6 : wordFlags, exact, ambiguous: false };
  const named: { target: number; from: number; to: number; form: 'full' | 'initials'; given: number }[] = [];
  const attached = attachedBefore(scanned, from);
  const related = isRelated(scanned, from, to);
  let cut = 0;
  for (const { target, flags } of family) {
    const left = attached ? givenBefore(pack, scanned, from, target) : undefined;
    const right = left || related ? undefined : givenAfter(pack, scanned, to, target, (flags & FAMILY_FIRST) !== 0);
    if (right !== undefined && (flags & FAMILY_FIRST) !== 0 && isHalfOfGiven(pack, scanned, to, right, target)) cut = right;
    else if (left) named.push({ target, from: left.from, to, form: left.form, given: left.given });
    else if (right !== undefined) named.push({ target, from, to: right, form: 'full', given: right - to });
  }
  if (named.length > 0) {
    // Whose given names are all there bears the name: “Kim Jong Un” is not Kim Jong Il, of whose names Jong is one.
    const most = Math.max(...named.map((n) => n.given));
    let full = named.filter((n) => n.given === most);
    const start = full[0]?.from ?? from;
    let end = full[0]?.to ?? to;
    if (isNamedAfter(scanned, start, end)) return { scanned, from: start, to: end, rule: 'named-after' };
    if (isJunior(scanned, end)) {
      full = full.filter((n) => isGeneration(pack.record(n.target, 'person').name.split(' ').at(-1) ?? ''));
      if (full.length === 0) return { scanned, from: start, to: end, rule: 'junior' };
      end++;
    }
    const here = full.filter((n) => !isOfAnotherCountry(pack, scanned, start, end, n.target));
    if (here.length === 0) return { scanned, from: start, to: end, rule: 'of-another-country', key, persons: full.map((n) => n.target) };
    full = here;
    return {
      ...base,
      from: start,
      to: end,
      form: full[0]?.form ?? 'full',
      persons: [...new Set(full.map((n) => n.target))],
      before: 'nothing',
      related,
      continued: false,
    };
  }
  const all = [...new Set(family.map((f) => f.target))];
  const persons = attached && LADIES.has(lowerAt(scanned, from - 1)) ? all.filter((p) => pack.record(p, 'person').female) : all;
  if (cut > 0) return { scanned, from, to: cut, rule: 'name-goes-on', key, persons };
  if (to - from === 1 && (isOrdinaryHere(pack, scanned, from) || isRatherPlace(pack, scanned, from, exact) || isRatherAcronym(scanned, from)))
    base.wordFlags |= ORDINARY;
  if (isNamedAfter(scanned, from, to)) return { scanned, from, to, rule: 'named-after' };
  if (hasGermanArticle(scanned, from)) return { scanned, from, to, rule: 'german-article' };
  if (persons.length === 0) return { scanned, from, to, rule: 'lady-of-that-name' };
  const before = related && RELATIVES.has(lowerAt(scanned, from - 1)) ? 'word' : wordBefore(pack, scanned, from, attached);
  if (before === 'stranger') return { scanned, from: from - 1, to, rule: 'foreign-given-name', key, persons };
  if (attached && isAthlete(lowerAt(scanned, from - 1)) && !endsTitle(pack, scanned, from - 1))
    return { scanned, from, to, rule: 'other-calling', key, persons };
  const continued = isContinued(pack, scanned, to);
  return { ...base, from, to, form: 'family', persons, before, related, continued };
}

/** The family name in lower case, as a key: case forms of one name differ, so only the first letters count. */
function keyOf(scanned: Scanned, from: number, to: number): string {
  const text = textOf(scanned.tokens, from, to).toLowerCase();
  return text.length > 6 ? text.slice(0, -2) : text.slice(0, 5);
}

/** Is the token before part of the same run, so that it can be a given name? A hyphen parts two names (“Lukashenko-Putin talks”). */
const attachedBefore = (scanned: Scanned, from: number): boolean =>
  from > 0 && isJoined(scanned.tokens, from) && ((scanned.tokens.flags[from] as number) & HYPHENATED) === 0;

/** `given`: how many words before the family name surely are the person’s. */
function givenBefore(
  pack: Pack,
  scanned: Scanned,
  family: number,
  person: number,
): { readonly from: number; readonly form: 'full' | 'initials'; readonly given: number } | undefined {
  const first = pack.givenFirst[person] as number;
  const last = pack.givenFirst[person + 1] as number;
  const isGiven = (token: number) => isCapital(scanned, token) && isAmong(pack, scanned, token, pack.given, first, last);
  let at = family - 1;
  let skipped = 0;
  let initials = 0;
  let fits = false;
  for (; at >= 0; at--) {
    if (at < family - 1 && !isJoined(scanned.tokens, at + 1)) break;
    const text = surfaceOf(scanned.tokens, at);
    if (isGiven(at)) {
      let from = at;
      while (from > 0 && isJoined(scanned.tokens, from) && (isGiven(from - 1) || isInitial(scanned, from - 1))) from--;
      return { from, form: 'full', given: at + 1 - from };
    }
    if (isInitial(scanned, at) && initials < 3) {
      initials++;
      fits = startsGiven(pack, person, text);
      continue;
    }
    if (initials > 0) break;
    if (!isCapital(scanned, at) || skipped > 0) break;
    // One more name may stand between: a patronymic, a second given name.
    if (isPatronymic(text.toLowerCase()) || text.length > 1) {
      skipped++;
      continue;
    }
    break;
  }
  if (initials > 0 && fits) return { from: Math.max(0, at + 1), form: 'initials', given: 0 };
  return undefined;
}

const isInitial = (scanned: Scanned, token: number): boolean => {
  const flags = scanned.tokens.flags[token] as number;
  if ((flags & INITIAL) !== 0) return true;
  const letter = surfaceOf(scanned.tokens, token);
  return (flags & CAPITAL) !== 0 && /^\p{Lu}$/u.test(letter) && !isLetterWord(letter.toLowerCase(), scanned.language, (flags & SENTENCE_START) !== 0);
};

function startsGiven(pack: Pack, person: number, initial: string): boolean {
  const code = initial.toLowerCase().normalize('NFD').charCodeAt(0);
  for (let i = pack.initialFirst[person] as number; i < (pack.initialFirst[person + 1] as number); i++) if (pack.initial[i] === code) return true;
  return false;
}

function givenAfter(pack: Pack, scanned: Scanned, after: number, person: number, familyFirst: boolean): number | undefined {
  const first = pack.givenFirst[person] as number;
  const last = pack.givenFirst[person + 1] as number;
  let at = after;
  while (
    at < scanned.tokens.count &&
    isJoined(scanned.tokens, at) &&
    isAmong(pack, scanned, at, pack.given, first, last) &&
    (isCapital(scanned, at) || at > after)
  )
    at++;
  if (at === after) return undefined;
  // “Lukashenko Alexander”: the order of lists, usual in Cyrillic; elsewhere only where the dataset says so.
  const cyrillic = /[\u0400-\u04ff]/.test(surfaceOf(scanned.tokens, after));
  if (!familyFirst && !cyrillic) return undefined;
  if (at < scanned.tokens.count && isJoined(scanned.tokens, at) && isPatronymic(surfaceOf(scanned.tokens, at).toLowerCase())) at++;
  return at;
}

/** The letters of a syllable at most, as names of two syllables are written apart. */
const SYLLABLE = 4;

/** “Kim Yong” is somebody else than Kim Yong-il: one syllable of a given name of two. */
function isHalfOfGiven(pack: Pack, scanned: Scanned, from: number, to: number, person: number): boolean {
  if (to - from !== 1 || surfaceOf(scanned.tokens, from).length > SYLLABLE) return false;
  return pack.record(person, 'person').name.split(/[\s-]/u).length > 2;
}

/** «Тонга» is the country before it is a form of «Тонг». */
const isRatherPlace = (pack: Pack, scanned: Scanned, token: number, exact: boolean): boolean =>
  !exact && (scanned.starting[token] ?? []).some((hit) => hit.exact && hit.to === token + 1 && aliasesOf(pack, hit.node).some((a) => a.type === ALIAS.PLACE));

/** «ВАЗ» in a sentence that is not in capitals is no Vaz. */
const isRatherAcronym = (scanned: Scanned, token: number): boolean =>
  !scanned.capitals && ((scanned.tokens.flags[token] as number) & ALL_CAPS) !== 0 && surfaceOf(scanned.tokens, token).length <= SYLLABLE;

/**
 * Is a word, where it stands, likely an ordinary one? German writes every noun with a capital (“Frieden”); elsewhere only the first word of a
 * sentence, headlines and capitals throughout leave it open (“Nová”, “STORE”).
 */
function isOrdinaryHere(pack: Pack, scanned: Scanned, token: number): boolean {
  const languages = pack.ordinaryIn(wordAt(pack, scanned, token));
  if (languages === 0) return false;
  const language = scanned.language?.slice(0, 2);
  const bit = ORDINARY_LANGUAGES.indexOf(language as never);
  if (bit >= 0 && ((languages >>> bit) & 1) === 0) return false;
  return language === 'de' || scanned.capitals || ((scanned.tokens.flags[token] as number) & (SENTENCE_START | ALL_CAPS)) !== 0;
}

const GERMAN_ARTICLE = /^(?:der|die|das|den|dem|des)$/iu;
const GERMAN_ADJECTIVE = /^\p{Ll}{3,}(?<!t)e[nrsm]?$/u;
/** Small words that may stand between an article and its adjective: “der dort nicht navigierbare”. */
const MOST_BETWEEN = 3;

/** “an der Maas”, “die kleine Maas”: German rivers, ships and families take an article; people in news do not. */
function hasGermanArticle(scanned: Scanned, family: number): boolean {
  if (!scanned.language?.startsWith('de')) return false;
  const { tokens } = scanned;
  for (let at = family - 1; at >= 0 && at >= family - 2 - MOST_BETWEEN && isJoined(tokens, at + 1); at--) {
    const word = surfaceOf(tokens, at);
    if (GERMAN_ARTICLE.test(word)) return true;
    if (at === family - 1 ? !GERMAN_ADJECTIVE.test(word) : !/^\p{Ll}+$/u.test(word)) return false;
  }
  return false;
}

function wordBefore(pack: Pack, scanned: Scanned, family: number, attached: boolean): PersonCandidate['before'] | 'stranger' {
  if (!attached) return 'nothing';
  const { tokens } = scanned;
  const at = family - 1;
  const word = surfaceOf(tokens, at).toLowerCase();
  if (HONORIFICS.has(word)) return 'honorific';
  if (PARTICLES.has(word) && !isCapital(scanned, at) && !/^(de|du|des|la|le|di|da|del|де|дю|ла|ле|ди|да|дель|ель|цу|тен)$/.test(word))
    return isPreposition(word, scanned.language) && !isNobleAfter(pack, scanned, at) ? 'word' : 'stranger';
  if (endsTitle(pack, scanned, at) || TITLES.has(word)) return 'title';
  if (!isCapital(scanned, at)) return 'word';
  if (isInitial(scanned, at)) return (tokens.flags[at] as number) & INITIAL ? 'stranger' : 'word';
  const starts = ((tokens.flags[at] as number) & SENTENCE_START) !== 0;
  // “The” and “За” are somebody’s given names, too.
  if (isSmallWord(word) && (starts || scanned.capitals || scanned.language?.slice(0, 2) === 'en')) return 'word';
  const isGiven = (wordFlagsAt(pack, scanned, at) & GIVEN_NAME) !== 0;
  if (isGiven) return 'stranger';
  // At the start of a sentence, in a headline and in German a capital says nothing.
  if (starts || scanned.capitals || scanned.language?.startsWith('de')) return 'word';
  if (endsNamed(scanned, at)) return 'word';
  return 'stranger';
}

/** “Xaver von Merkel”, and not „der Besuch von Merkel“: does a given name or a title stand before the particle? */
function isNobleAfter(pack: Pack, scanned: Scanned, particle: number): boolean {
  const at = particle - 1;
  if (at < 0 || !isJoined(scanned.tokens, particle) || !isCapital(scanned, at)) return false;
  const word = surfaceOf(scanned.tokens, at).toLowerCase();
  return (wordFlagsAt(pack, scanned, at) & GIVEN_NAME) !== 0 || HONORIFICS.has(word) || NOBLE.has(word);
}

/** Does an office phrase or a title of the pack end at this token? */
function endsTitle(pack: Pack, scanned: Scanned, token: number): boolean {
  return (scanned.ending[token] ?? []).some((hit) =>
    aliasesOf(pack, hit.node).some((a) => a.type === ALIAS.ROLE || a.type === ALIAS.TITLE || a.type === ALIAS.OFFICE || a.type === ALIAS.ADJECTIVE),
  );
}
const endsNamed = (scanned: Scanned, token: number): boolean => (scanned.ending[token] ?? []).length > 0;

const lowerAt = ({ tokens }: Scanned, token: number): string => (token >= 0 && token < tokens.count ? surfaceOf(tokens, token).toLowerCase() : '');

/** “the son of Lukashenko”, «сын Лукашенко», “Lukashenko’s eldest son”, „Lukaschenkos Sohn“, “Lukašenkos sūnus”. */
function isRelated(scanned: Scanned, from: number, to: number): boolean {
  const { tokens } = scanned;
  if (from > 0 && isJoined(tokens, from)) {
    const word = lowerAt(scanned, from - 1);
    if (RELATIVES.has(word)) return true;
    if (OF.has(word) && from > 1 && isJoined(tokens, from - 1) && RELATIVES.has(lowerAt(scanned, from - 2))) return true;
  }
  if (to >= tokens.count || !isJoined(tokens, to)) return false;
  if (tokens.full[to - 1] !== tokens.end[to - 1])
    return RELATIVES.has(lowerAt(scanned, to)) || (!isCapital(scanned, to) && RELATIVES.has(lowerAt(scanned, to + 1)));
  return PRECEDED_RELATIVES.has(lowerAt(scanned, to));
}

/** “Donald Trump Jr.” is the son. */
const isJunior = ({ tokens }: Scanned, to: number): boolean =>
  to < tokens.count &&
  /^(jr|junior|младший|молодший|малодшы)$/iu.test(surfaceOf(tokens, to)) &&
  tokens.text.slice(tokens.end[to - 1], tokens.start[to]).trim().length < 2;

function isNamedAfter(scanned: Scanned, from: number, to: number): boolean {
  const { tokens } = scanned;
  if (from > 0 && isJoined(tokens, from) && NAMED_AFTER_LEFT.has(surfaceOf(tokens, from - 1).toLowerCase())) return true;
  if (from > 0 && isJoined(tokens, from) && isShipPrefix(surfaceOf(tokens, from - 1))) return true;
  if (to >= tokens.count || !isJoined(tokens, to) || tokens.full[to - 1] !== tokens.end[to - 1]) return false;
  // “George Bush Intercontinental Airport”.
  const noun = isCapital(scanned, to) && IN_NAME_OF_THING.has(lowerAt(scanned, to)) && isJoined(tokens, to + 1) ? to + 1 : to;
  return NAMED_AFTER_RIGHT.has(lowerAt(scanned, noun));
}

/** “Mitchell Trubisky”: the name goes on with a word that is no title, office or country. */
function isContinued(pack: Pack, scanned: Scanned, to: number): boolean {
  const { tokens } = scanned;
  if (to >= tokens.count || scanned.capitals || scanned.language?.startsWith('de')) return false;
  if (!isJoined(tokens, to) || !isCapital(scanned, to) || (tokens.flags[to] as number) & HYPHENATED) return false;
  if (tokens.full[to - 1] !== tokens.end[to - 1]) return false;
  const next = scanned.starting[to] ?? [];
  if (next.some((hit) => aliasesOf(pack, hit.node).some((a) => a.type !== ALIAS.FAMILY && a.type !== ALIAS.FULL))) return false;
  return !TITLES.has(surfaceOf(tokens, to).toLowerCase());
}

/** Of candidates that overlap the longest stays. */
function withoutInner(candidates: readonly PersonCandidate[]): PersonCandidate[] {
  const kept: PersonCandidate[] = [];
  for (const c of [...candidates].sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)) {
    if (!kept.some((k) => c.from < k.to && k.from < c.to)) kept.push(c);
  }
  return kept.sort((a, b) => a.from - b.from);
}
