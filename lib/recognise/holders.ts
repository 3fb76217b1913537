/**
 * Who an office phrase means: the person named beside it, else whoever held the office at the article’s date, else the office itself. A phrase of
 * several countries is decided for each.
 */
import { END, isoOf } from '../dataset/dates';
import type { EntityId } from '../dataset/schema';
import type { Pack } from '../pack/open';
import { AFTER_COMMA, CAPITAL, HYPHENATED, SENTENCE_START } from '../text/tokens';
import { type OfficePhrase, withArticle } from './offices';
import type { PersonCandidate, Stranger } from './people';
import type { DocumentEvidence, Verdict } from './resolve';
import type { Rule } from './rules';
import { isJoined, type Scanned, spanOf, surfaceOf, touches } from './scan';
import { type Days, daysStated, heldAlone, isPostItself } from './stated-time';
import { distanceToOffice, type Holding, holdersAt, isShared, officeOfTenure, RULERS, tenuresOf } from './time';
import type { ArticleDate, Evidence, Mention } from './types';
import { OF } from './wording';

/** What of a block an office phrase is decided by. */
export interface Surroundings {
  readonly candidates: readonly PersonCandidate[];
  readonly strangers: readonly Stranger[];
  readonly verdicts: ReadonlyMap<PersonCandidate, Verdict>;
}

export interface Decided {
  readonly rule: Rule;
  readonly mention?: Mention;
}

/** The office phrase that stands as a title before a name: “Belarusian President Lukashenko”, “…Affairs, Wess Mitchell”. */
export function titleOf(candidate: PersonCandidate, offices: readonly OfficePhrase[]): OfficePhrase | undefined {
  return (
    offices.find((o) => o.to === candidate.from && touches(candidate.scanned, candidate.from)) ??
    offices.find((o) => o.roleTo === candidate.from && touches(candidate.scanned, candidate.from))
  );
}

export function decideOffice(pack: Pack, phrase: OfficePhrase, around: Surroundings, date: ArticleDate, document: DocumentEvidence): readonly Decided[] {
  const beside = personBeside(phrase, around);
  if (phrase.offices.length === 0) {
    const leader = beside === undefined ? leaderMentioned(pack, phrase, document) : undefined;
    return [leader ? { rule: 'leader-introduced', mention: leader } : { rule: phrase.turned ?? 'office-without-body' }];
  }
  const span = spanOf(phrase.scanned, phrase.from, phrase.to);
  if (beside === 'unknown') return [{ rule: 'name-unknown' }];
  const isTheirs = (office: number, confidence: number, evidence: Evidence): Mention => ({
    ...span,
    kind: 'person',
    entity: pack.idOf(beside as number),
    via: 'office',
    confidence,
    evidence: [evidence],
    office: pack.idOf(office),
  });
  if (phrase.when !== 'at-date') {
    if (beside === undefined || phrase.offices.length > 1) return [{ rule: 'former-without-name' }];
    const office = phrase.offices[0]?.find((o) => distanceToOffice(pack, beside, o, date.day) !== undefined);
    return [office === undefined ? { rule: 'name-of-another' } : { rule: 'former-holder', mention: isTheirs(office, 0.9, { code: 'former-holder' }) }];
  }
  if (beside !== undefined && phrase.offices.length === 1) {
    const held = (phrase.offices[0] ?? [])
      .map((o) => ({ o, years: distanceToOffice(pack, beside, o, date.day) }))
      .filter((h): h is { o: number; years: number } => h.years !== undefined && h.years < 3)
      .sort((a, b) => a.years - b.years)[0];
    // The text calls somebody by this office whom we do not know in it: better silent than contradicting.
    return [
      held ? { rule: 'name-beside-office', mention: isTheirs(held.o, held.years === 0 ? 0.97 : 0.85, { code: 'title-beside' }) } : { rule: 'name-of-another' },
    ];
  }
  // “the national security adviser”: a title alone is its only bearer’s where the text speaks of the country.
  if (phrase.byTitle && !phrase.offices.flat().some((o) => isSpokenOf(pack, o, document))) return [{ rule: 'title-of-country-not-named' }];
  const decided = phrase.offices.map((choices) => decideHolder(pack, span, choices, date, phrase.standIn));
  if (isPostItself(phrase)) return decided.map((d) => officeOnly(d, 'post-itself'));
  const days = daysStated(phrase);
  if (days === undefined || (date.day >= days.first && date.day <= days.last)) return decided;
  return decided.map((d) => (isHolderOf(pack, d, days) ? d : officeOnly(d, 'holder-of-another-time')));
}

/** A mention of the office itself. */
const ofOffice = ({ block, start, end, surface }: ReturnType<typeof spanOf>, office: EntityId, code: Evidence['code']): Mention => ({
  block,
  start,
  end,
  surface,
  kind: 'office',
  entity: office,
  via: 'office',
  confidence: 0.85,
  evidence: [{ code }],
});

/** The card of the office in place of its holder’s. */
const officeOnly = (decided: Decided, rule: Rule): Decided =>
  decided.mention?.office === undefined ? decided : { rule, mention: ofOffice(decided.mention, decided.mention.office, 'office-only') };

const isHolderOf = (pack: Pack, { mention }: Decided, days: Days): boolean =>
  mention?.office !== undefined && heldAlone(pack, pack.indexOf(mention.office) as number, pack.indexOf(mention.entity) as number, days);

/**
 * “The president said”: the only holder of such an office whom the document names in full, when it means no other holder of one by an
 * office phrase. A president “of” something, of a company or somebody’s own is another’s.
 */
function leaderMentioned(pack: Pack, phrase: OfficePhrase, document: DocumentEvidence): Mention | undefined {
  const roles = phrase.roles.filter((r) => (pack.roleRank[r] as number) <= RULERS);
  if (roles.length === 0 || phrase.when !== 'at-date' || !document.dated || !standsAlone(phrase)) return undefined;
  const leads = (person: number): number | undefined =>
    tenuresOf(pack, person)
      .map((t) => officeOfTenure(pack, t))
      .find((office) => roles.includes(pack.officeRole[office] as number) && holdersAt(pack, office, document.day).some((h) => h.person === person && h.sure));
  const named = [...document.named].filter((p) => leads(p) !== undefined);
  const person = named[0];
  if (person === undefined || named.length > 1 || [...document.holders].some((h) => h !== person && leads(h) !== undefined)) return undefined;
  return {
    ...spanOf(phrase.scanned, withArticle(phrase.scanned, phrase.from), phrase.to),
    kind: 'person',
    entity: pack.idOf(person),
    via: 'coreference',
    confidence: 0.8,
    evidence: [{ code: 'introduced' }],
    office: pack.idOf(leads(person) as number),
  };
}

/** A title with an article and no word beside it that says whose it is; where there are no articles, one that nothing follows (“Premier: …”). */
function standsAlone({ scanned, from, to }: OfficePhrase): boolean {
  const { tokens } = scanned;
  const start = withArticle(scanned, from);
  const goesOn = to < tokens.count && (isJoined(tokens, to) || ((tokens.flags[to] as number) & HYPHENATED) !== 0);
  if (start === from) return !goesOn && !isJoined(tokens, from) && ((tokens.flags[from] as number) & (HYPHENATED | CAPITAL)) === CAPITAL;
  return !goesOn || !(OF.has(surfaceOf(tokens, to).toLowerCase()) || ((tokens.flags[to] as number) & (CAPITAL | HYPHENATED)) !== 0);
}

/** Is the country or body of an office named in the document? */
function isSpokenOf(pack: Pack, office: number, document: DocumentEvidence): boolean {
  for (let i = pack.officeOfFirst[office] as number; i < (pack.officeOfFirst[office + 1] as number); i++) {
    const of = pack.officeOf[i] as number;
    if (document.around.has(of) || document.around.has(pack.entityCountry[of] as number)) return true;
  }
  return false;
}

function decideHolder(pack: Pack, span: ReturnType<typeof spanOf>, choices: readonly number[], date: ArticleDate, standIn: boolean): Decided {
  const options = choices.map((office) => ({ office, holders: holdersAt(pack, office, date.day, standIn) }));
  const seated = options.filter((o) => o.holders.length > 0);
  // Several offices of one kind (“the U.S. envoy”): which one is meant, the phrase does not say.
  if (choices.length > 1 && seated.length !== 1 && new Set(choices.map((o) => pack.officeRole[o])).size === 1) return { rule: 'several-offices' };
  const best = chiefOf(pack, seated.length > 0 ? seated : options);
  if (!best) return { rule: 'several-offices' };
  const office = pack.idOf(best.office);
  const alone = (code: 'no-holder' | 'several-holders'): Decided => ({
    rule: code,
    mention: ofOffice(span, office, code),
  });
  if (best.holders.length === 0) return alone('no-holder');
  if (best.holders.length > 1) {
    const contested = best.holders.some((h) => h.disputed) || !isShared(pack, best.office);
    if (!contested || best.holders.length > 3) return alone('several-holders');
    const people = best.holders.map((h) => pack.idOf(h.person));
    const mention: Mention = {
      ...span,
      kind: 'person',
      entity: people[0] as string,
      via: 'office',
      confidence: 0.5,
      evidence: [{ code: 'several-holders' }],
      candidates: people,
      office,
    };
    return { rule: 'several-holders', mention };
  }
  const holder = best.holders[0] as Holding;
  const evidence: Evidence =
    holder.stale > 0
      ? { code: 'holder-when-checked', detail: isoOf(date.day - holder.stale).slice(0, 7) }
      : { code: 'holder-at-date', detail: isoOf(date.day) };
  const confidence = confidenceOf(pack, best.office, holder, date);
  return {
    rule: 'holder-at-date',
    mention: { ...span, kind: 'person', entity: pack.idOf(holder.person), via: 'office', confidence, evidence: [evidence], office },
  };
}

/**
 * Of several offices that a phrase may mean (“the Commission’s head”) the one of the highest rank. Among equals those count that are named
 * after the very body (“President of the European Commission”, not “of the OSCE Parliamentary Assembly”), then a president before a
 * secretary-general; when that does not decide either, none.
 */
function chiefOf<T extends { readonly office: number }>(pack: Pack, options: readonly T[]): T | undefined {
  const highest = Math.min(...options.map((o) => rankOf(pack, o.office)));
  const equals = options.filter((o) => rankOf(pack, o.office) === highest);
  if (equals.length < 2) return equals[0];
  const own = equals.filter((o) => isNamedByBody(pack, o.office));
  const role = Math.max(...own.map((o) => pack.officeRole[o.office] as number));
  const chiefs = own.filter((o) => pack.officeRole[o.office] === role);
  return chiefs.length === 1 ? chiefs[0] : undefined;
}

function isNamedByBody(pack: Pack, office: number): boolean {
  const { name } = pack.record(office, 'office');
  for (let i = pack.officeOfFirst[office] as number; i < (pack.officeOfFirst[office + 1] as number); i++) {
    const of = pack.officeOf[i] as number;
    if (name.endsWith(pack.record(of, pack.kindOf(of)).name)) return true;
  }
  return false;
}

const rankOf = (pack: Pack, office: number): number => {
  const role = pack.officeRole[office] as number;
  return role < 0 ? 50 : (pack.roleRank[role] as number);
};

function confidenceOf(pack: Pack, office: number, holder: Holding, date: ArticleDate): number {
  let confidence = holder.sure ? 0.95 : 0.6;
  if (holder.disputed) confidence -= 0.1;
  if (holder.stale > 900) confidence = Math.min(confidence, 0.65);
  else if (holder.stale > 400) confidence = Math.min(confidence, 0.8);
  else if (holder.stale > 0) confidence = Math.min(confidence, 0.9);
  if (date.source === 'today') confidence = Math.min(confidence, 0.8);
  const range = date.between;
  // An inferred date is a stretch: the holder must be the same at both its ends.
  if (range && [range.first, range.last].some((day) => !holdersAt(pack, office, Math.min(day, END), holder.acting).some((h) => h.person === holder.person)))
    confidence = Math.min(confidence, 0.6);
  return confidence;
}

/** The person whose name stands directly after (or, set off by a comma, before) an office phrase. `unknown`: a name that we do not know. */
function personBeside(phrase: OfficePhrase, { candidates, strangers, verdicts }: Surroundings): number | 'unknown' | undefined {
  const { scanned } = phrase;
  const { tokens } = scanned;
  const personOf = (candidate: PersonCandidate | undefined): number | undefined => {
    const verdict = candidate && verdicts.get(candidate);
    return verdict?.kind === 'resolved' && !verdict.rivals ? verdict.person : undefined;
  };
  const after = candidates.find((c) => c.from === phrase.to && touches(scanned, c.from));
  if (after && !isListed(scanned, phrase, after.from)) return personOf(after) ?? 'unknown';
  if (strangers.some((s) => s.from === phrase.to && touches(scanned, s.from))) return 'unknown';
  if (after === undefined && namesSomebody(scanned, phrase.to)) return 'unknown';
  const before = candidates.find((c) => c.to === phrase.from && ((tokens.flags[phrase.from] as number) & AFTER_COMMA) !== 0);
  return before && after === undefined && isApposition(scanned, phrase.to) ? personOf(before) : undefined;
}

/** “the presidents of Poland and Ukraine, Duda and Zelensky”: a comma after a list starts another list. */
const isListed = (scanned: Scanned, phrase: OfficePhrase, token: number): boolean =>
  phrase.offices.length > 1 && ((scanned.tokens.flags[token] as number) & AFTER_COMMA) !== 0;

/** “Macron, President of France, said”: the office after a name is its apposition when a comma or the sentence’s end closes it. */
const isApposition = (scanned: Scanned, token: number): boolean =>
  token >= scanned.tokens.count || ((scanned.tokens.flags[token] as number) & (AFTER_COMMA | SENTENCE_START)) !== 0;

/** Two capital words that the pack does not know, directly after an office: “Polish Foreign Minister Jan Kowalski”. */
function namesSomebody(scanned: Scanned, token: number): boolean {
  const { tokens } = scanned;
  if (scanned.capitals || scanned.language?.startsWith('de')) return false;
  for (let t = token; t < token + 2; t++) {
    if (t >= tokens.count || !isJoined(tokens, t) || !((tokens.flags[t] as number) & CAPITAL) || (tokens.flags[t] as number) & SENTENCE_START) return false;
    if ((scanned.starting[t] ?? []).length > 0 || surfaceOf(tokens, t).length < 2) return false;
    if (tokens.text.slice(tokens.full[t - 1], tokens.start[t]).includes('\n')) return false;
  }
  return true;
}
