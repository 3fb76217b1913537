/**
 * What a sentence itself says of an office phrase: that it means the office and not who holds it (“the post of”, “served as”), or at which years
 * (“president of Iran from 2005 to 2013”, “In 2008, the Russian president”). Read are the letters directly before and after the phrase.
 */
import { type Day, dayRange } from '../dataset/dates';
import type { Pack } from '../pack/open';
import type { OfficePhrase } from './offices';
import { isShared } from './time';

/** How far is read, in UTF-16 code units. */
const BEFORE = 60;
const AFTER = 70;

const POST = [
  '(post|position|office|job|role|title|seat|portfolio) of',
  '(serv(e|es|ed|ing)|work(ed|ing)|elected|appointed|inaugurated|nominated|confirmed|sworn in|resign(s|ed|ing)?|stepp?(ed|ing|s) down|quit|term|tenure|stint|time|years|retired|ousted|removed|dismissed|replaced|succeeded)( him| her| them)? as',
  '(became|becomes?|becoming|elected|named)',
  '(?<!\\b(it|this|that|there|here) )(was|were|been)',
  '(пост|поста|посту|постом|посте|должност\\p{L}+|кресл[оаеу]|портфел\\p{L}+)',
  '(был[аи]?|стал[аи]?|станет|являл(ся|ась)|избран[аы]?|назначен[аы]?|служил[аи]?|работал[аи]?)( (его|её|ее))?',
  '(посад\\p{L}+|пост|поста|постом|посту|крісл[оаіу])',
  '(був|була|були|став|стала|стали|стане|обран(ий|а|о)|призначен(ий|а|о)|працював|працювала)',
  '(пасад\\p{L}+|пост|паста|крэсл[оаеу])',
  '(быў|была|былі|стаў|стала|абран[ыа]|прызначан[ыа]|працаваў|працавала)',
  '(stanowisk\\p{L}+|urz[ąę]d\\p{L}*|funkcj\\p{L}+|fotel\\p{L}*|tek[aęi])',
  '(został[ay]?|zosta[ćł]|był[aio]?|byli|mianowan\\p{L}+|wybran\\p{L}+|powołan\\p{L}+)( na)?',
  '(amt|amtes|posten|postens|position|funktion)( des| der)?',
  '(war|waren|wurde|wurden|gewesen|geworden)',
  "(poste|fonctions?|fauteuil|portefeuille) (de |du |d[’'])?",
  '(était|fut|devient|devenue?|deviendra|élue?|nommée?)',
  '(funkc[eií]|post[ue]?|křesl[aoue]|úřad[ue]?)',
  '(byl[aoi]?|stal[ao]? se|se stal[ao]?|zvolen[ýaou]*|jmenován[aou]*)',
  '(buvo|tapo|išrinkt\\p{L}+|paskirt\\p{L}+)',
  '(bija|kļuva|ievēlēt\\p{L}*|iecelt\\p{L}*)',
].join('|');
const POST_BEFORE = new RegExp(`(?<![\\p{L}\\d])(${POST})( (the|le|la|der|die|das|dem|den))? ?$`, 'iu');
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
  return POST_BEFORE.test(before) || POST_AFTER.test(after);
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
