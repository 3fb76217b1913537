/**
 * The recogniser: blocks of text and a pack in, mentions out. Pure: no DOM, no clock, no state. A document is read in
 * two passes, first for what its text says by itself (full names, titles, offices, countries, its date), then for what
 * a family name or an office phrase means in that light. Later batches of the same document bring the context along.
 */
import type { Day } from '../dataset/dates';
import type { EntityId } from '../dataset/schema';
import { ALIAS } from '../pack/layout';
import type { Pack } from '../pack/open';
import { CAPITAL } from '../text/tokens';
import { decideOffice, titleOf } from './holders';
import { datelineOf, inferDate, partialDatesOf } from './infer-date';
import { decideMeeting, findMeetings, type MeetingPhrase } from './meetings';
import { findOffices, type OfficePhrase } from './offices';
import { findPeople, type PersonCandidate, type Stranger, type Turned } from './people';
import { type DocumentEvidence, isProminent, nearestIntroduction, resolvePerson, type Verdict } from './resolve';
import type { Rule } from './rules';
import { aliasesOf, type Scanned, scan, spanOf, textOf } from './scan';
import { decideThing, findThings, type ThingCandidate } from './things';
import { holdersAt, isShared } from './time';
import { type ArticleDate, type Block, EMPTY_CONTEXT, type Mention, type RecogniseOptions, type Recognition } from './types';

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
  readonly rule: Rule;
  /** The entity and the confidence; nothing when the rule decides against. */
  readonly mention?: Mention;
}

/** Finds who and what `blocks` mention. Offsets are UTF-16 code units. Throws nothing for any text. */
export function recognise(blocks: readonly Block[], pack: Pack, options: RecogniseOptions, explain?: (e: Explanation) => void): Recognition {
  const context = options.context ?? EMPTY_CONTEXT;
  const tell =
    explain &&
    ((scanned: Scanned, from: number, to: number, rule: Rule, mention?: Mention) => {
      const { start, end, surface } = mention ?? spanOf(scanned, from, to);
      explain({ block: scanned.block.id, start, end, surface, rule, ...(mention ? { mention } : {}) });
    });
  const turn = tell && (({ scanned, from, to, rule }: Turned) => tell(scanned, from, to, rule));
  const reads = blocks.map((block): Read => {
    const scanned = scan(block, pack, options.language);
    const { candidates, strangers } = findPeople(pack, scanned, turn);
    const things = findThings(pack, scanned, turn);
    return { scanned, candidates, strangers, offices: findOffices(pack, scanned), things, meetings: findMeetings(pack, scanned, things) };
  });
  const named = namedInFull(reads, pack, context.named);
  const date = options.date ??
    datelineOf(blocks[0]?.text ?? '', options.today) ??
    infer(reads, pack, named, options.today) ?? { day: options.today, source: 'today' };
  const document = gather(reads, pack, date, named, context.strangers);
  const order = introductions(reads, named);
  const sure = new Set(reads.flatMap((r) => r.things.flatMap((t) => (t.ambiguous ? [] : t.entities))));
  const otherwise = speltOutOtherwise(reads, context.strangers);
  const mentions: Mention[] = [];
  let group = 0;
  for (const [b, read] of reads.entries()) {
    const { candidates, strangers } = read;
    const verdicts = new Map<PersonCandidate, Verdict>();
    const people: Mention[] = [];
    for (const candidate of candidates) {
      const nearest = nearestIntroduction(candidate, order.get(candidate.key) ?? [], b);
      const verdict = resolvePerson(pack, candidate, document, titleOf(candidate, read.offices), nearest);
      verdicts.set(candidate, verdict);
      const mention = personMention(pack, candidate, verdict);
      if (mention) people.push(mention);
      tell?.(candidate.scanned, candidate.from, candidate.to, verdict.rule, mention);
    }
    if (turn) for (const stranger of strangers) turn(stranger);
    const offices: Mention[] = [];
    for (const phrase of read.offices) {
      const decided = decideOffice(pack, phrase, { candidates, strangers, verdicts }, date, document);
      const found = decided.flatMap((d) => d.mention ?? []);
      if (found.length > 1) group++;
      for (const mention of found) offices.push(found.length > 1 ? { ...mention, group } : mention);
      if (tell) for (const { rule, mention } of decided) tell(phrase.scanned, phrase.from, phrase.to, rule, mention);
    }
    const things: Mention[] = [];
    for (const thing of read.things) {
      const isOther = thing.inside === undefined && thing.acronym && otherwise.has(surfaceAt(thing));
      const { rule, mention } = decideThing(pack, isOther ? { ...thing, inside: 'acronym-of-something-else' } : thing, document, sure);
      if (mention) things.push(mention);
      tell?.(thing.scanned, thing.from, thing.to, rule, mention);
    }
    for (const phrase of read.meetings) {
      const { rule, mention } = decideMeeting(pack, phrase, date);
      tell?.(phrase.scanned, phrase.from, phrase.to, rule, mention);
      if (!mention) continue;
      offices.push(mention);
      // The same words are the meeting, not the body.
      for (let i = things.length - 1; i >= 0; i--) if (things[i]?.start === mention.start && things[i]?.end === mention.end) things.splice(i, 1);
    }
    const kept = withoutOverlaps(people, offices, things);
    if (tell) for (const m of [...people, ...offices, ...things]) if (!kept.includes(m)) explain?.({ ...spanOnly(m), rule: 'overlapped' });
    mentions.push(...kept);
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

const spanOnly = ({ block, start, end, surface }: Mention) => ({ block, start, end, surface });

const surfaceAt = ({ scanned, from, to }: ThingCandidate): string => textOf(scanned.tokens, from, to);

/** Acronyms that the document spells out as something else. Among strangers they go by their capitals. */
function speltOutOtherwise(reads: readonly Read[], before: Readonly<Record<string, readonly string[]>>): ReadonlySet<string> {
  const found = new Set(Object.keys(before).filter((key) => key !== key.toLowerCase()));
  for (const read of reads) for (const thing of read.things) if (thing.inside === 'acronym-of-something-else') found.add(surfaceAt(thing));
  return found;
}

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

function personMention(pack: Pack, candidate: PersonCandidate, verdict: Verdict): Mention | undefined {
  if (verdict.kind !== 'resolved') return undefined;
  const via = candidate.form === 'full' ? 'name' : verdict.evidence.some((e) => e.code === 'introduced') ? 'coreference' : 'family-name';
  return {
    ...spanOf(candidate.scanned, candidate.from, candidate.to),
    kind: 'person',
    entity: pack.idOf(verdict.person),
    via,
    confidence: verdict.confidence,
    evidence: verdict.evidence,
    ...(verdict.rivals ? { candidates: verdict.rivals.map((p) => pack.idOf(p)) } : {}),
  };
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
