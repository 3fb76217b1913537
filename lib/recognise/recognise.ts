/**
 * The recogniser: blocks of text and a pack in, mentions out. Pure: no DOM, no clock, no state. A document is read in
 * two passes, first for what its text says by itself (full names, titles, offices, countries, its date), then for what
 * a family name or an office phrase means in that light. Later batches of the same document bring the context along.
 */
import { type Day, END, isoOf } from '../dataset/dates';
import type { EntityId } from '../dataset/schema';
import { ALIAS } from '../pack/layout';
import type { Pack } from '../pack/open';
import { AFTER_COMMA, CAPITAL, HYPHENATED, SENTENCE_START } from '../text/tokens';
import { datelineOf, inferDate, partialDatesOf } from './infer-date';
import { findMeetings, type MeetingPhrase, meetingOf } from './meetings';
import { findOffices, type OfficePhrase, withArticle } from './offices';
import { findPeople, type PersonCandidate, type Stranger } from './people';
import { type DocumentEvidence, isProminent, nearestIntroduction, resolvePerson, type Verdict } from './resolve';
import { aliasesOf, isJoined, type Scanned, scan, surfaceOf } from './scan';
import { findThings, type ThingCandidate } from './things';
import { distanceToOffice, type Holding, holdersAt, isShared, officeOfTenure, tenuresOf } from './time';
import { type ArticleDate, type Block, EMPTY_CONTEXT, type Evidence, type Mention, type RecogniseOptions, type Recognition } from './types';
import { OF } from './wording';

/** One block, read for the first time. */
interface Read {
  readonly scanned: Scanned;
  readonly candidates: readonly PersonCandidate[];
  readonly strangers: readonly Stranger[];
  readonly offices: readonly OfficePhrase[];
  readonly things: readonly ThingCandidate[];
  readonly meetings: readonly MeetingPhrase[];
}

/** A rule’s decision on one candidate, also a rejected one: what `--explain` prints. */
export interface Explanation {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  readonly rule: string;
  readonly decision: string;
}

/** Finds who and what `blocks` mention. Offsets are UTF-16 code units. Throws nothing for any text. */
export function recognise(blocks: readonly Block[], pack: Pack, options: RecogniseOptions, explain?: (e: Explanation) => void): Recognition {
  const context = options.context ?? EMPTY_CONTEXT;
  const reads = blocks.map((block): Read => {
    const scanned = scan(block, pack, options.language);
    const { candidates, strangers } = findPeople(pack, scanned);
    const things = findThings(pack, scanned);
    return { scanned, candidates, strangers, offices: findOffices(pack, scanned), things, meetings: findMeetings(pack, scanned, things) };
  });
  const named = namedInFull(reads, pack, context.named);
  const date = options.date ??
    datelineOf(blocks[0]?.text ?? '', options.today) ??
    infer(reads, pack, named, options.today) ?? { day: options.today, source: 'today' };
  const document = gather(reads, pack, date, named, context.strangers);
  const order = introductions(reads, named);
  const sure = new Set(reads.flatMap((r) => r.things.flatMap((t) => (t.ambiguous ? [] : t.entities))));
  const otherwise = spelled(reads, context.strangers);
  const mentions: Mention[] = [];
  let group = 0;
  for (const [b, read] of reads.entries()) {
    const verdicts = new Map<PersonCandidate, Verdict>();
    for (const candidate of read.candidates) {
      const verdict = resolvePerson(
        pack,
        candidate,
        document,
        titleOf(candidate, read.offices),
        nearestIntroduction(candidate, order.get(candidate.key) ?? [], b),
      );
      verdicts.set(candidate, verdict);
      explain?.(
        explained(
          candidate.scanned,
          candidate.from,
          candidate.to,
          candidate.form,
          verdict.kind === 'resolved' ? `${pack.idOf(verdict.person)} ${verdict.confidence}` : verdict.because,
        ),
      );
    }
    for (const stranger of read.strangers) explain?.(explained(stranger.scanned, stranger.from, stranger.to, 'foreign-given-name', 'somebody else'));
    const people = read.candidates.flatMap((c) => personMention(pack, c, verdicts.get(c)));
    const offices = read.offices.flatMap((phrase) => {
      const found = officeMentions(pack, phrase, read, verdicts, date, document);
      if (phrase.offices.length > 0)
        explain?.(explained(phrase.scanned, phrase.from, phrase.to, 'office', found.map((m) => m.entity).join(' ') || 'no holder that the text agrees with'));
      if (found.length < 2) return found;
      group++;
      return found.map((m) => ({ ...m, group }));
    });
    const things = read.things.flatMap((t) => (t.inside === undefined && !otherwise.has(surfaceAt(t)) ? thingMention(pack, t, document, sure) : []));
    const meetings = read.meetings.flatMap((phrase) => meetingMention(pack, phrase, date));
    for (const m of meetings) explain?.({ ...m, rule: 'meeting-of-series', decision: m.entity });
    mentions.push(
      ...withoutOverlaps(
        people,
        [...offices, ...meetings],
        things.filter((t) => !meetings.some((m) => m.start === t.start && m.end === t.end)),
      ),
    );
  }
  return {
    mentions,
    date,
    context: {
      named: Object.fromEntries([...named].map(([p, n]) => [pack.idOf(p), n])),
      strangers: mergeStrangers(context.strangers, [...reads.flatMap((r) => r.strangers), ...[...otherwise].map((key) => ({ key, given: '' }))]),
    },
  };
}

const surfaceAt = ({ scanned: { tokens }, from, to }: ThingCandidate): string => tokens.text.slice(tokens.start[from], tokens.end[to - 1]);

/** Acronyms that the document spells out as something else. Among strangers they go by their capitals. */
function spelled(reads: readonly Read[], before: Readonly<Record<string, readonly string[]>>): ReadonlySet<string> {
  const found = new Set(Object.keys(before).filter((key) => key !== key.toLowerCase()));
  for (const read of reads) for (const thing of read.things) if (thing.inside === 'acronym-of-something-else') found.add(surfaceAt(thing));
  return found;
}

const explained = (scanned: Scanned, from: number, to: number, rule: string, decision: string): Explanation => {
  const { tokens, block } = scanned;
  const start = tokens.start[from] as number;
  const end = tokens.end[to - 1] as number;
  return { block: block.id, start, end, surface: tokens.text.slice(start, end), rule, decision };
};

function namedInFull(reads: readonly Read[], pack: Pack, before: Readonly<Record<EntityId, number>>): Map<number, number> {
  const named = new Map<number, number>();
  for (const [id, times] of Object.entries(before)) {
    const entity = pack.indexOf(id);
    if (entity !== undefined) named.set(entity, times);
  }
  for (const read of reads) {
    for (const c of read.candidates) {
      if (c.form !== 'full' || c.persons.length !== 1 || c.ambiguous) continue;
      const person = c.persons[0] as number;
      named.set(person, (named.get(person) ?? 0) + 1);
    }
  }
  return named;
}

function infer(reads: readonly Read[], pack: Pack, named: ReadonlyMap<number, number>, today: Day): ArticleDate | undefined {
  const titled: { person: number; offices: readonly number[] }[] = [];
  for (const read of reads) {
    for (const candidate of read.candidates) {
      const title = titleOf(candidate, read.offices);
      if (title?.when !== 'at-date') continue;
      for (const person of candidate.persons) titled.push({ person, offices: title.offices.flat() });
    }
  }
  const events = reads.flatMap((r) => r.things.filter((t) => !t.ambiguous).flatMap((t) => t.entities)).filter((e) => pack.kindOf(e) === 'event');
  // Asked for last, for it reads the whole text again.
  const partial = () => reads.flatMap((r) => partialDatesOf(r.scanned.tokens.text));
  return inferDate(pack, { titled, persons: [...named.keys()], events, partial }, today);
}

function gather(
  reads: readonly Read[],
  pack: Pack,
  date: ArticleDate,
  named: ReadonlyMap<number, number>,
  before: Readonly<Record<string, readonly string[]>>,
): DocumentEvidence {
  const offices = new Set<number>();
  const holders = new Set<number>();
  const around = new Set<number>();
  const strangers = new Set<string>(Object.keys(before));
  const prominent = new Set<number>();
  for (const read of reads) {
    if (date.source !== 'today') for (const c of read.candidates) if (isProminent(pack, c, date.day)) prominent.add(c.persons[0] as number);
    for (const phrase of read.offices) {
      for (const office of phrase.offices.flat()) {
        offices.add(office);
        for (const h of holdersAt(pack, office, date.day)) if (!isShared(pack, office)) holders.add(h.person);
      }
    }
    for (const stranger of read.strangers) strangers.add(stranger.key);
    for (const thing of read.things) if (!thing.ambiguous) for (const e of thing.entities) around.add(e);
    for (const i of read.scanned.hitsAt) {
      for (const hit of read.scanned.starting[i] ?? []) {
        for (const alias of aliasesOf(pack, hit.node)) {
          const capital = ((read.scanned.tokens.flags[i] as number) & CAPITAL) !== 0;
          if (alias.type === ALIAS.ADJECTIVE || ((alias.type === ALIAS.PLACE || alias.type === ALIAS.DEMONYM) && capital)) {
            around.add(alias.target);
            const country = pack.entityCountry[alias.target] as number;
            if (country >= 0) around.add(country);
          }
        }
      }
    }
  }
  return { day: date.day, dated: date.source !== 'today', named, offices, holders, around, prominent, strangers };
}

type Introduction = { block: number; token: number; key: string; ours: boolean };

/** By family name, in the order of the text. */
function introductions(reads: readonly Read[], named: ReadonlyMap<number, number>): Map<string, Introduction[]> {
  const byKey = new Map<string, Introduction[]>();
  for (const [block, read] of reads.entries()) {
    if (read.candidates.length === 0 && read.strangers.length === 0) continue;
    const here = [
      ...read.candidates.filter((c) => c.form === 'full' && c.persons.some((p) => named.has(p))).map((c) => ({ block, token: c.from, key: c.key, ours: true })),
      ...read.strangers.map((s) => ({ block, token: s.from, key: s.key, ours: false })),
    ].sort((a, b) => a.token - b.token);
    for (const introduction of here) {
      const list = byKey.get(introduction.key);
      if (list) list.push(introduction);
      else byKey.set(introduction.key, [introduction]);
    }
  }
  return byKey;
}

const mergeStrangers = (
  before: Readonly<Record<string, readonly string[]>>,
  found: readonly Pick<Stranger, 'key' | 'given'>[],
): Record<string, readonly string[]> => {
  const merged: Record<string, readonly string[]> = { ...before };
  for (const { key, given } of found) merged[key] = [...new Set([...(merged[key] ?? []), given])].slice(0, 8);
  return merged;
};

/** The office phrase that stands as a title before a name: “Belarusian President Lukashenko”, “…Affairs, Wess Mitchell”. */
function titleOf(candidate: PersonCandidate, offices: readonly OfficePhrase[]): OfficePhrase | undefined {
  return (
    offices.find((o) => o.to === candidate.from && touches(candidate.scanned, candidate.from)) ??
    offices.find((o) => o.roleTo === candidate.from && touches(candidate.scanned, candidate.from))
  );
}

const touches = (scanned: Scanned, token: number): boolean =>
  token < scanned.tokens.count && (isJoined(scanned.tokens, token) || ((scanned.tokens.flags[token] as number) & AFTER_COMMA) !== 0);

const CLOSING: Readonly<Record<string, string>> = { '"': '"', '«': '»', '“': '”', '„': '“' };

/** Where tokens stand in the text; a quotation mark that opens inside is closed inside (НАК «Нафтогаз»). */
const spanOf = (scanned: Scanned, from: number, to: number) => {
  const { tokens } = scanned;
  const start = tokens.start[from] as number;
  let end = tokens.end[to - 1] as number;
  const after = tokens.text[end];
  if (after === '"' || after === '»' || after === '”' || after === '“') {
    const opened = /["«“„](?=[^"»”]*$)/u.exec(tokens.text.slice(start, end))?.[0];
    if (opened && after === CLOSING[opened]) end++;
  }
  // The last full stop of “U.N.” belongs to it.
  else if (after === '.' && /^\p{Lu}(\.\p{Lu})+$/u.test(tokens.text.slice(start, end))) end++;
  return { block: scanned.block.id, start, end, surface: tokens.text.slice(start, end) };
};

function personMention(pack: Pack, candidate: PersonCandidate, verdict: Verdict | undefined): Mention[] {
  if (verdict?.kind !== 'resolved') return [];
  const via = candidate.form === 'full' ? 'name' : verdict.evidence.some((e) => e.code === 'introduced') ? 'coreference' : 'family-name';
  return [
    {
      ...spanOf(candidate.scanned, candidate.from, candidate.to),
      kind: 'person',
      entity: pack.idOf(verdict.person),
      via,
      confidence: verdict.confidence,
      evidence: verdict.evidence,
      ...(verdict.rivals ? { candidates: verdict.rivals.map((p) => pack.idOf(p)) } : {}),
    },
  ];
}

function officeMentions(
  pack: Pack,
  phrase: OfficePhrase,
  read: Read,
  verdicts: ReadonlyMap<PersonCandidate, Verdict>,
  date: ArticleDate,
  document: DocumentEvidence,
): Mention[] {
  const beside = personBeside(phrase, read, verdicts);
  if (phrase.offices.length === 0) return beside === undefined ? leaderMentioned(pack, phrase, document) : [];
  const span = spanOf(phrase.scanned, phrase.from, phrase.to);
  if (beside === 'unknown') return [];
  if (phrase.when !== 'at-date') {
    if (beside === undefined || phrase.offices.length > 1) return [];
    const office = phrase.offices[0]?.find((o) => distanceToOffice(pack, beside, o, date.day) !== undefined);
    return office === undefined
      ? []
      : [
          {
            ...span,
            kind: 'person',
            entity: pack.idOf(beside),
            via: 'office',
            confidence: 0.9,
            evidence: [{ code: 'former-holder' }],
            office: pack.idOf(office),
          },
        ];
  }
  if (beside !== undefined && phrase.offices.length === 1) {
    const held = (phrase.offices[0] ?? [])
      .map((o) => ({ o, years: distanceToOffice(pack, beside, o, date.day) }))
      .filter((h): h is { o: number; years: number } => h.years !== undefined && h.years < 3)
      .sort((a, b) => a.years - b.years)[0];
    // The text calls somebody by this office whom we do not know in it: better silent than contradicting.
    if (!held) return [];
    return [
      {
        ...span,
        kind: 'person',
        entity: pack.idOf(beside),
        via: 'office',
        confidence: held.years === 0 ? 0.97 : 0.85,
        evidence: [{ code: 'title-beside' }],
        office: pack.idOf(held.o),
      },
    ];
  }
  // “the national security adviser”: a title alone is its only bearer’s where the text speaks of the country.
  if (phrase.byTitle && !phrase.offices.flat().some((o) => isSpokenOf(pack, o, document))) return [];
  return phrase.offices.flatMap((choices) => holderMention(pack, span, choices, date));
}

/** The ranks of heads of state and government, of whom a text speaks by their title alone. */
const LEADERS = 2;

/**
 * “The president said”: the only holder of such an office whom the document names in full, when it means no other holder of one by an
 * office phrase. A president “of” something, of a company or somebody’s own is another’s.
 */
function leaderMentioned(pack: Pack, phrase: OfficePhrase, document: DocumentEvidence): Mention[] {
  const roles = phrase.roles.filter((r) => (pack.roleRank[r] as number) <= LEADERS);
  if (roles.length === 0 || phrase.when !== 'at-date' || !document.dated || !standsAlone(phrase)) return [];
  const leads = (person: number): number | undefined =>
    tenuresOf(pack, person)
      .map((t) => officeOfTenure(pack, t))
      .find((office) => roles.includes(pack.officeRole[office] as number) && holdersAt(pack, office, document.day).some((h) => h.person === person && h.sure));
  const named = [...document.named.keys()].filter((p) => leads(p) !== undefined);
  const person = named[0];
  if (person === undefined || named.length > 1 || [...document.holders].some((h) => h !== person && leads(h) !== undefined)) return [];
  return [
    {
      ...spanOf(phrase.scanned, withArticle(phrase.scanned, phrase.from), phrase.to),
      kind: 'person',
      entity: pack.idOf(person),
      via: 'coreference',
      confidence: 0.8,
      evidence: [{ code: 'introduced' }],
      office: pack.idOf(leads(person) as number),
    },
  ];
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

function holderMention(pack: Pack, span: ReturnType<typeof spanOf>, choices: readonly number[], date: ArticleDate): Mention[] {
  const options = choices.map((office) => ({ office, holders: holdersAt(pack, office, date.day) }));
  const seated = options.filter((o) => o.holders.length > 0);
  // Several offices of one kind (“the U.S. envoy”): which one is meant, the phrase does not say.
  if (choices.length > 1 && seated.length !== 1 && new Set(choices.map((o) => pack.officeRole[o])).size === 1) return [];
  const best = chiefOf(pack, seated.length > 0 ? seated : options);
  if (!best) return [];
  const office = pack.idOf(best.office);
  const at: Evidence = { code: 'holder-at-date', detail: isoOf(date.day) };
  const alone = (evidence: Evidence): Mention[] => [{ ...span, kind: 'office', entity: office, via: 'office', confidence: 0.85, evidence: [evidence] }];
  if (best.holders.length === 0) return alone({ code: 'no-holder' });
  if (best.holders.length > 1) {
    const contested = best.holders.some((h) => h.disputed) || !isShared(pack, best.office);
    if (!contested || best.holders.length > 3) return alone({ code: 'several-holders' });
    const people = best.holders.map((h) => pack.idOf(h.person));
    return [
      {
        ...span,
        kind: 'person',
        entity: people[0] as string,
        via: 'office',
        confidence: 0.5,
        evidence: [{ code: 'several-holders' }],
        candidates: people,
        office,
      },
    ];
  }
  const holder = best.holders[0] as Holding;
  const confidence = confidenceOf(pack, best.office, holder, date);
  const evidence: Evidence =
    holder.stale > 0 ? { code: 'holder-when-checked', detail: new Date((date.day - holder.stale) * 86_400_000).toISOString().slice(0, 7) } : at;
  return [{ ...span, kind: 'person', entity: pack.idOf(holder.person), via: 'office', confidence, evidence: [evidence], office }];
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
  if (range && [range.first, range.last].some((day) => !holdersAt(pack, office, Math.min(day, END)).some((h) => h.person === holder.person)))
    confidence = Math.min(confidence, 0.6);
  return confidence;
}

/** The person whose name stands directly after (or, set off by a comma, before) an office phrase. `unknown`: a name that we do not know. */
function personBeside(phrase: OfficePhrase, read: Read, verdicts: ReadonlyMap<PersonCandidate, Verdict>): number | 'unknown' | undefined {
  const { scanned } = phrase;
  const { tokens } = scanned;
  const personOf = (candidate: PersonCandidate | undefined): number | undefined => {
    const verdict = candidate && verdicts.get(candidate);
    return verdict?.kind === 'resolved' && !verdict.rivals ? verdict.person : undefined;
  };
  const after = read.candidates.find((c) => c.from === phrase.to && touches(scanned, c.from));
  if (after && !isListed(scanned, phrase, after.from)) return personOf(after) ?? 'unknown';
  if (read.strangers.some((s) => s.from === phrase.to && touches(scanned, s.from))) return 'unknown';
  if (after === undefined && namesSomebody(scanned, phrase.to)) return 'unknown';
  const before = read.candidates.find((c) => c.to === phrase.from && ((tokens.flags[phrase.from] as number) & AFTER_COMMA) !== 0);
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

function thingMention(pack: Pack, thing: ThingCandidate, document: DocumentEvidence, sure: ReadonlySet<number>): Mention[] {
  let entities = thing.entities;
  if (thing.ambiguous) {
    const named = entities.filter((e) => sure.has(e));
    const near = entities.filter((e) => document.around.has(pack.entityCountry[e] as number));
    entities = named.length > 0 ? named : near;
    if (entities.length !== 1) return [];
  }
  const entity = entities[0] as number;
  const kind = pack.kindOf(entity);
  const confidence = thing.ambiguous ? 0.8 : thing.acronym ? 0.93 : 0.97;
  return [
    {
      ...spanOf(thing.scanned, thing.from, thing.to),
      kind,
      entity: pack.idOf(entity),
      via: kind === 'event' ? 'event' : kind === 'agreement' ? 'agreement' : thing.acronym ? 'acronym' : 'name',
      confidence,
      evidence: [{ code: thing.acronym ? 'acronym' : 'full-name' }],
    },
  ];
}

function meetingMention(pack: Pack, phrase: MeetingPhrase, date: ArticleDate): Mention[] {
  const event = meetingOf(pack, phrase, date.source === 'today' ? undefined : date.day);
  if (event === undefined) return [];
  const sure = phrase.year !== undefined || phrase.places.length > 0;
  return [
    {
      ...spanOf(phrase.scanned, phrase.from, phrase.to),
      kind: 'event',
      entity: pack.idOf(event),
      via: 'event',
      confidence: sure ? 0.93 : 0.85,
      evidence: [{ code: 'series-at-date', detail: isoOf(pack.entityFrom[event] as number) }],
    },
  ];
}

/** What stays where spans overlap: the longer one; a body inside an office phrase stays beside it. */
function withoutOverlaps(people: readonly Mention[], offices: readonly Mention[], things: readonly Mention[]): Mention[] {
  const overlap = (a: Mention, b: Mention) => a.start < b.end && b.start < a.end;
  const length = (m: Mention) => m.end - m.start;
  const keptOffices = offices.filter((o) => !things.some((t) => overlap(o, t) && length(t) > length(o)) && !people.some((p) => overlap(o, p)));
  const keptThings = things.filter(
    (t) => !keptOffices.some((o) => overlap(o, t) && !(o.start <= t.start && t.end <= o.end)) && !people.some((p) => overlap(p, t) && length(p) >= length(t)),
  );
  const keptPeople = people.filter((p) => !keptThings.some((t) => overlap(p, t) && length(t) > length(p)));
  return [...keptPeople, ...keptOffices, ...keptThings].sort((a, b) => a.start - b.start || b.end - a.end);
}
