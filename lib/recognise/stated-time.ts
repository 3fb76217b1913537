/**
 * What a sentence itself says of an office phrase: that it means the office and not who holds it (“the post of”, “served as”), or at which years
 * (“president of Iran from 2005 to 2013”, “In 2008, the Russian president”). Read are the letters directly before and after the phrase.
 */
import { type Day, dayRange } from '../dataset/dates';
import type { Pack } from '../pack/open';
import type { OfficePhrase } from './offices';
import { surfaceOf } from './scan';
import { isShared } from './time';
import { ARTICLES } from './wording';

/** How far is read, in UTF-16 code units. */
const BEFORE = 60;
const AFTER = 70;

const before = (words: readonly string[]): RegExp => new RegExp(`(?<![\\p{L}\\d])(${words.join('|')}) $`, 'iu');

/** Speaks of the post, whatever the case of what follows. */
const POST = before([
  '(post|position|office|job|role|title|seat|portfolio) of( the)?',
  '(serv(e|es|ed|ing)|work(ed|ing)|elected|appointed|inaugurated|nominated|confirmed|sworn in|resign(s|ed|ing)?|stepp?(ed|ing|s) down|quit|term|tenure|stint|time|years|retired|ousted|removed|dismissed|replaced|succeeded)( him| her| them)? as( the)?',
  '(became|becomes?|becoming|elected|named)( the)?',
  '(пост|поста|посту|постом|посте|должност\\p{L}+|кресл[оаеу]|портфел\\p{L}+)',
  '(посад\\p{L}+|пост|поста|постом|посту|крісл[оаіу])',
  '(пасад\\p{L}+|пост|паста|крэсл[оаеу])',
  '(stanowisk\\p{L}+|urz[ąę]d\\p{L}*|funkcj\\p{L}+|fotel\\p{L}*|tek[aęi])',
  '(amt|amtes|posten|postens|position|funktion)( des| der)?',
  '(poste|fonctions?|fauteuil|portefeuille)( de| du)?',
  '(élue?|nommée?|devient|devenue?|deviendra)',
  '(funkc[eií]|post[ue]?|křesl[aoue]|úřad[ue]?)',
  '(kļuva par|ievēlēt\\p{L}* par|iecelt\\p{L}* par)',
]);
/** The predicate of somebody named or meant: “Kerry was the”, and not “among them was the” or “who was the?” */
const WAS = /(?<!\p{L})(?!It |This |That |There |Here |Who |What |Which )([Hh]e|[Ss]he|who|\p{Lu}\p{Ll}+) (was|had been)( the)? $/u;
/** A predicate has no article in German and French. */
const WITHOUT_ARTICLE = before(['(war|wurde|gewesen|geworden|était|fut)']);
/** A predicate stands in the instrumental; the subject, which may follow as well, does not. */
const WITH_INSTRUMENTAL = before([
  '(был[аи]?|стал[аи]?|станет|стать|являл(ся|ась)|избран[аы]?|назначен[аы]?|служил[аи]?|работал[аи]?)( (его|её|ее))?',
  '(був|була|були|став|стала|стали|стане|стати|обран(ий|а|о)|призначен(ий|а|о)|працював|працювала)',
  '(быў|была|былі|стаў|стала|абран[ыа]|прызначан[ыа]|працаваў|працавала)',
  '(został[ay]?|zosta[ćł]|był[ay]?|byli|mianowan\\p{L}+|wybran\\p{L}+)',
  '(byl[ai]?|stal[ai]? se|se stal[ai]?|zvolen[ýaou]*|jmenován[aou]*)',
  '(buvo|tapo|išrinkt\\p{L}+|paskirt\\p{L}+)',
]);
const INSTRUMENTAL = /(ом|ем|ём|ам|ым|им|ім|ой|ою|ай|аю|ей|ею|em|ym|im|ą|ou|u)$/iu;
/** “užsienio reikalų ministro pareigas”, “ārlietu ministra amats”. */
const POST_AFTER = /^ (pareig|post[oaąeu]|amat[saāuiau]|portfelis|portfeli)(?!\p{Lu})/u;

const YEAR = '((?:19|20)\\d\\d)';
/** A day and a month, or a season, before a year. */
const DAY = '(?:(?:\\p{L}{3,12}\\.?|\\d{1,2}(?:st|nd|rd|th|\\.)?|of|de|the|roku|году) ){0,3}';
const RANGE_AFTER = new RegExp(
  `^,? ?\\(?(?:(?:from|between|in|during|since|с|со|в|з|із|від|у|од|ад|od|w latach|w|v letech|v|von|zwischen|de|entre|nuo|no|od roku) )?${DAY}${YEAR}(?: год[уа]| году| роках?| годах| гадах| roku| m\\.| gada)?\\s?(?:[–—-]|to|and|until|till|through|по|до|і|и|да|do|a|i|až|bis|und|à|et|iki|ir|līdz|un)\\s?${DAY}((?:19|20)?\\d\\d)(?!\\d)`,
  'iu',
);
const UNTIL_AFTER = new RegExp(`^,? ?\\(?(?:until|till|up to|through|до|да|do|až do|bis|jusqu[’']en|jusqu[’']à|iki|līdz) ${DAY}${YEAR}(?!\\d)`, 'iu');
const IN = '(?:in|during|back in|в|у|во|w|v|ve|im|im jahr|im jahre|en|in den jahren)';
const IN_AFTER = new RegExp(`^,? ?\\(?${IN} ${DAY}${YEAR}(?!\\d| (?:elections?|vote|summit|budget))`, 'iu');
const IN_BEFORE = new RegExp(
  `(?:^|[.!?…]["”»)]? |\\n)(?:${IN} )${DAY}${YEAR}(?: год[уа]| році| годзе| roku| roce| metais| m\\.| gadā)?,? (?:(?:the|then|le|la|der|die|das|when|also) ?)*$`,
  'iu',
);

/** Days since 1970-01-01, both inclusive. */
export interface Days {
  readonly first: Day;
  readonly last: Day;
}

const yearDays = (from: number, to: number): Days => ({
  first: (dayRange(String(from)) as { first: Day }).first,
  last: (dayRange(String(to)) as { last: Day }).last,
});

/** Does the text speak of the office and not of its holder? */
export function isPostItself(phrase: OfficePhrase): boolean {
  const { before, after } = around(phrase);
  if (POST.test(before) || WAS.test(before) || POST_AFTER.test(after)) return true;
  const { tokens } = phrase.scanned;
  if (WITHOUT_ARTICLE.test(before)) return !ARTICLES.has(surfaceOf(tokens, phrase.from).toLowerCase());
  if (!WITH_INSTRUMENTAL.test(before)) return false;
  for (let t = phrase.roleFrom; t < phrase.roleTo; t++) if (INSTRUMENTAL.test(surfaceOf(tokens, t))) return true;
  return false;
}

/** The days that the sentence states for the office phrase; undefined when it states none. */
export function daysStated(phrase: OfficePhrase): Days | undefined {
  const { before, after } = around(phrase);
  const range = RANGE_AFTER.exec(after);
  if (range) {
    const from = range[1] as string;
    const to = range[2] as string;
    return yearDays(Number(from), Number(to.length === 2 ? from.slice(0, 2) + to : to));
  }
  const until = UNTIL_AFTER.exec(after);
  if (until) return yearDays(Number(until[1]) - 1, Number(until[1]));
  const year = (IN_AFTER.exec(after) ?? IN_BEFORE.exec(before))?.[1];
  return year === undefined ? undefined : yearDays(Number(year), Number(year));
}

/** Did nobody else hold the office on any of these days, as far as is known? Of an office of several: did the person, too? */
export function heldAlone(pack: Pack, office: number, person: number, { first, last }: Days): boolean {
  const holders: number[] = [];
  for (let t = pack.officeTenure[office] as number; t < (pack.officeTenure[office + 1] as number); t++)
    if ((pack.tenureFromFirst[t] as number) <= last && (pack.tenureToLast[t] as number) >= first) holders.push(pack.tenurePerson[t] as number);
  return holders.includes(person) && (isShared(pack, office) || holders.every((h) => h === person));
}

function around({ scanned, from, to }: OfficePhrase): { before: string; after: string } {
  const { text, start, full } = scanned.tokens;
  const begin = start[from] as number;
  const end = full[to - 1] as number;
  return { before: text.slice(Math.max(0, begin - BEFORE), begin), after: text.slice(end, end + AFTER) };
}
