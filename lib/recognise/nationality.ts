/**
 * The country that a text gives the bearer of a full name: “Czech poet Alexander Novak”, “Alexander Novak, a Czech poet”, «французский футболист Поль Мартен». A
 * namesake is mostly introduced so.
 */
import { ALIAS } from '../pack/layout';
import type { Pack } from '../pack/open';
import { AFTER_COMMA, CAPITAL, HYPHENATED } from '../text/tokens';
import { isJoined, type Scanned, surfaceOf, targetsOf } from './scan';
import { everRuled } from './time';
import { isIndefinite } from './wording';

/** Words that may stand between the adjective and the name (“tennis player”), or the article and the adjective. */
const MOST_WORDS = 3;

/** Does the text say expressly that the bearer of the name at these tokens is of a country with which the person has nothing to do? */
export function isOfAnotherCountry(pack: Pack, scanned: Scanned, from: number, to: number, person: number): boolean {
  // Of rulers a text may say whose they are (“Russian-minded”, “the West’s”).
  if (everRuled(pack, person)) return false;
  const countries = [...countriesBefore(pack, scanned, from), ...countriesAfter(pack, scanned, to)];
  return countries.length > 0 && !countries.some((c) => isLinked(pack, person, c) || isLinked(pack, person, pack.entityCountry[c] as number));
}

const isLinked = (pack: Pack, person: number, country: number): boolean =>
  pack.entityCountry[person] === country || pack.link.subarray(pack.linkFirst[person] as number, pack.linkFirst[person + 1] as number).includes(country);

/** Countries of which a token is the adjective; of none in “Russian-backed”. */
const adjectiveOf = (pack: Pack, scanned: Scanned, token: number): readonly number[] =>
  token + 1 < scanned.tokens.count && (scanned.tokens.flags[token + 1] as number) & HYPHENATED
    ? []
    : (scanned.starting[token] ?? []).filter((hit) => hit.to === token + 1).flatMap((hit) => targetsOf(pack, hit.node, ALIAS.ADJECTIVE));

/** Adjectives in a row (“Bosnian Serb”) and nouns in small letters before the name. */
function countriesBefore(pack: Pack, scanned: Scanned, from: number): readonly number[] {
  const found: number[] = [];
  const isGerman = scanned.language?.startsWith('de') === true;
  for (let t = from - 1, words = 0; t >= 0 && isJoined(scanned.tokens, t + 1); t--) {
    const countries = adjectiveOf(pack, scanned, t);
    if (countries.length > 0) found.push(...countries);
    else if (found.length > 0 || ++words > MOST_WORDS || (!isGerman && ((scanned.tokens.flags[t] as number) & CAPITAL) !== 0)) break;
  }
  return found;
}

/** “, a Czech poet”: after a comma and an indefinite article. */
function countriesAfter(pack: Pack, scanned: Scanned, to: number): readonly number[] {
  const { tokens } = scanned;
  if (to >= tokens.count || !((tokens.flags[to] as number) & AFTER_COMMA) || !isIndefinite(surfaceOf(tokens, to).toLowerCase(), scanned.language)) return [];
  const found: number[] = [];
  for (let t = to + 1; t <= to + MOST_WORDS && t < tokens.count && isJoined(tokens, t); t++) found.push(...adjectiveOf(pack, scanned, t));
  return found;
}
