/**
 * The recogniser: blocks of text and a pack in, mentions out. Pure: no DOM, no clock, no state. A document is read in
 * two passes, first for what its text says by itself (full names, titles, offices, countries, its date), then for what
 * a family name or an office phrase means in that light. Other batches of the same document bring the context along.
 */
import type { Day } from '../dataset/dates';
import type { Pack } from '../pack/open';
import { contextOf, type Evident, gather, introductions, namedInFull, nearestIntroduction, surfaceAt } from './evidence';
import { decideOffice, titleOf } from './holders';
import { datelineOf, inferDate, partialDatesOf } from './infer-date';
import { decideMeeting, findMeetings, type MeetingPhrase } from './meetings';
import { findOffices } from './offices';
import { findPeople, type PersonCandidate, type Turned } from './people';
import { resolvePerson, type Verdict } from './resolve';
import type { Rule } from './rules';
import { type Scanned, scan, spanOf } from './scan';
import { decideThing, findThings } from './things';
import { type ArticleDate, type Block, EMPTY_CONTEXT, type Mention, type RecogniseOptions, type Recognition } from './types';

/** One block, read for the first time. */
interface Read extends Evident {
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
  const named = namedInFull(reads, pack, context);
  const date = options.date ??
    datelineOf(blocks[0]?.text ?? '', options.today) ??
    infer(reads, pack, named, options.today) ?? { day: options.today, source: 'today' };
  const document = gather(reads, pack, date, named, context, options.site);
  const { all: order, last } = introductions(reads, pack, named, context);
  const mentions: Mention[] = [];
  let group = 0;
  for (const [b, read] of reads.entries()) {
    const { candidates, strangers } = read;
    const verdicts = new Map<PersonCandidate, Verdict>();
    const people: Mention[] = [];
    for (const candidate of candidates) {
      const nearest = nearestIntroduction(pack, candidate, order, b);
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
      const isOther = thing.inside === undefined && thing.acronym && document.otherwise.has(surfaceAt(thing));
      const { rule, mention } = decideThing(pack, isOther ? { ...thing, inside: 'acronym-of-something-else' } : thing, document);
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
  return { mentions, date, context: contextOf(pack, document, last) };
}

const spanOnly = ({ block, start, end, surface }: Mention) => ({ block, start, end, surface });

function infer(reads: readonly Read[], pack: Pack, named: ReadonlySet<number>, today: Day): ArticleDate | undefined {
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
  return inferDate(pack, { titled, persons: [...named], events, partial }, today);
}

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
