/**
 * What a document says by itself, before any family name alone is decided. Evidence is a union over blocks: in whatever batches and order they
 * come, the sum is the same, and with it the mentions of every block (`introductions` alone goes by the order of the text).
 */
import type { EntityId } from '../dataset/schema';
import { ALIAS } from '../pack/layout';
import type { Pack } from '../pack/open';
import { CAPITAL } from '../text/tokens';
import { namesakesOf, namesOfStranger } from './namesakes';
import type { OfficePhrase } from './offices';
import type { PersonCandidate, Stranger } from './people';
import { type DocumentEvidence, isProminent } from './resolve';
import { aliasesOf, type Scanned, textOf } from './scan';
import { countryOfSite } from './site';
import type { ThingCandidate } from './things';
import { holdersAt, isShared } from './time';
import type { ArticleDate, DocumentContext, Introduced } from './types';

/** One block, read for the first time. */
export interface Evident {
  readonly scanned: Scanned;
  readonly candidates: readonly PersonCandidate[];
  readonly strangers: readonly Stranger[];
  readonly offices: readonly OfficePhrase[];
  readonly things: readonly ThingCandidate[];
}

const indicesOf = (pack: Pack, ids: readonly EntityId[]): Set<number> => new Set(ids.flatMap((id) => pack.indexOf(id) ?? []));
const idsOf = (pack: Pack, indices: ReadonlySet<number>): EntityId[] => [...indices].map((i) => pack.idOf(i));

/** Persons named in full, in these blocks and in earlier batches. */
export function namedInFull(reads: readonly Evident[], pack: Pack, before: DocumentContext): ReadonlySet<number> {
  const named = indicesOf(pack, before.named);
  for (const { candidates } of reads)
    for (const c of candidates) if (c.form === 'full' && c.persons.length === 1 && !c.ambiguous) named.add(c.persons[0] as number);
  return named;
}

export function gather(
  reads: readonly Evident[],
  pack: Pack,
  date: ArticleDate,
  named: ReadonlySet<number>,
  before: DocumentContext,
  site = '',
): DocumentEvidence {
  const offices = indicesOf(pack, before.offices);
  const around = indicesOf(pack, before.around);
  const country = countryOfSite(site);
  for (const c of country === undefined ? [] : indicesOf(pack, [country])) around.add(c);
  const prominent = indicesOf(pack, before.prominent);
  const strangers = new Set(before.strangers);
  const otherwise = new Set(before.otherwise);
  for (const { scanned, candidates, strangers: others, offices: phrases, things } of reads) {
    if (date.source !== 'today') for (const c of candidates) if (isProminent(pack, c, date.day)) prominent.add(c.persons[0] as number);
    for (const phrase of phrases) for (const office of phrase.offices.flat()) offices.add(office);
    for (const stranger of others) for (const name of namesOfStranger(pack, stranger)) strangers.add(name);
    for (const thing of things) {
      if (!thing.ambiguous) for (const e of thing.entities) around.add(e);
      if (thing.inside === 'acronym-of-something-else') otherwise.add(surfaceAt(thing));
    }
    for (const i of scanned.hitsAt) {
      const capital = ((scanned.tokens.flags[i] as number) & CAPITAL) !== 0;
      for (const hit of scanned.starting[i] ?? []) {
        for (const alias of aliasesOf(pack, hit.node)) {
          if (alias.type === ALIAS.ADJECTIVE || ((alias.type === ALIAS.PLACE || alias.type === ALIAS.DEMONYM) && capital)) {
            around.add(alias.target);
            const country = pack.entityCountry[alias.target] as number;
            if (country >= 0) around.add(country);
          }
        }
      }
    }
  }
  const holders = new Set<number>();
  for (const office of offices) if (!isShared(pack, office)) for (const h of holdersAt(pack, office, date.day)) holders.add(h.person);
  return { day: date.day, dated: date.source !== 'today', named, offices, holders, around, prominent, strangers, otherwise };
}

export const surfaceAt = ({ scanned, from, to }: ThingCandidate): string => textOf(scanned.tokens, from, to);

/** Introductions of people and strangers by what they are known again by, in the order of the text. */
export type Introductions = ReadonlyMap<string, readonly (Introduced & { readonly block: number; readonly token: number })[]>;

/** `before` are the last ones of the text before these blocks. */
export function introductions(
  reads: readonly Evident[],
  pack: Pack,
  named: ReadonlySet<number>,
  before: DocumentContext,
): { readonly all: Introductions; readonly last: Readonly<Record<string, Introduced>> } {
  const all = new Map<string, (Introduced & { block: number; token: number })[]>();
  for (const [name, introduced] of Object.entries(before.introduced)) all.set(name, [{ ...introduced, block: -1, token: -1 }]);
  const last: Record<string, Introduced> = { ...before.introduced };
  let at = Object.values(last).reduce((most, i) => Math.max(most, i.at), 0);
  for (const [block, { candidates, strangers }] of reads.entries()) {
    if (candidates.length === 0 && strangers.length === 0) continue;
    const others = new Set(strangers.flatMap((s) => namesOfStranger(pack, s)));
    const here = [
      ...candidates
        .filter((c) => c.form === 'full' && c.persons.some((p) => named.has(p)))
        .map((c) => ({
          token: c.from,
          names: c.persons.map((p) => pack.idOf(p)),
          by: namesakesOf(pack, c).some((n) => others.has(n)) ? ('both' as const) : ('ours' as const),
        })),
      ...strangers.map((s) => ({ token: s.from, names: namesOfStranger(pack, s), by: 'stranger' as const })),
    ].sort((a, b) => a.token - b.token);
    for (const { token, names, by } of here) {
      at++;
      for (const name of names) {
        last[name] = { at, by };
        const introduction = { at, by, block, token };
        const list = all.get(name);
        if (list) list.push(introduction);
        else all.set(name, [introduction]);
      }
    }
  }
  return { all, last };
}

/** The last introduction of a bare name’s bearer before it in the text. */
export function nearestIntroduction(pack: Pack, candidate: PersonCandidate, order: Introductions, block: number): Introduced['by'] | 'none' {
  if (order.size === 0) return 'none';
  let nearest: Introduced | undefined;
  for (const name of [...candidate.persons.map((p) => pack.idOf(p)), ...namesakesOf(pack, candidate)])
    for (const intro of order.get(name) ?? []) {
      if (intro.block > block || (intro.block === block && intro.token >= candidate.from)) break;
      if (!nearest || intro.at > nearest.at) nearest = intro;
    }
  return nearest?.by ?? 'none';
}

/** What the next batch of the document is told. */
export const contextOf = (pack: Pack, document: DocumentEvidence, last: Readonly<Record<string, Introduced>>): DocumentContext => ({
  named: idsOf(pack, document.named),
  offices: idsOf(pack, document.offices),
  around: idsOf(pack, document.around),
  prominent: idsOf(pack, document.prominent),
  strangers: [...document.strangers],
  otherwise: [...document.otherwise],
  introduced: last,
});
