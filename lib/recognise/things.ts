/** Organisations, events and agreements by name. */
import { ACRONYM, ALIAS, AMBIGUOUS, ANY_CASE, SEAT } from '../pack/layout';
import type { Pack } from '../pack/open';
import { CAPITAL } from '../text/tokens';
import { type Inside, insideWhat, type NameOfThing } from './inside';
import type { Turned } from './people';
import type { DocumentEvidence } from './resolve';
import type { Rule } from './rules';
import { aliasesOf, isAcronymWritten, type NodeAlias, type Scanned, spanOf } from './scan';
import type { Mention } from './types';

export interface ThingCandidate extends NameOfThing {
  /** Why the name of a body is not that body here; it is still spoken of. */
  readonly inside?: Inside;
}

const THINGS: readonly number[] = [ALIAS.ORGANISATION, ALIAS.EVENT, ALIAS.AGREEMENT];

/** `turn` is told of the names that are none. */
export function findThings(pack: Pack, scanned: Scanned, turn?: (turned: Turned) => void): ThingCandidate[] {
  const out: ThingCandidate[] = [];
  let done = 0;
  for (const i of scanned.hitsAt) {
    if (i < done) continue;
    for (const hit of scanned.starting[i] ?? []) {
      const named = aliasesOf(pack, hit.node).filter((a) => THINGS.includes(a.type));
      const aliases = named.filter((a) => isWritten(pack, scanned, hit.from, hit.to, a));
      if (aliases.length === 0) {
        if (named.length > 0) turn?.({ scanned, from: hit.from, to: hit.to, rule: 'not-written-as-name' });
        continue;
      }
      const entities = [...new Set(aliases.map((a) => a.target))];
      const thing = {
        scanned,
        from: hit.from,
        to: hit.to,
        entities,
        acronym: aliases.some((a) => a.flags & ACRONYM),
        ambiguous: entities.length > 1 || aliases.every((a) => a.flags & AMBIGUOUS),
      };
      const isBody = aliases.every((a) => a.type === ALIAS.ORGANISATION);
      const inside = isBody ? insideWhat(pack, { ...thing, exact: hit.exact, seat: aliases.some((a) => a.flags & SEAT) }) : undefined;
      out.push(inside ? { ...thing, inside } : thing);
      done = hit.to;
      break;
    }
  }
  return out;
}

function isWritten(pack: Pack, scanned: Scanned, from: number, to: number, { flags, type }: NodeAlias): boolean {
  const first = scanned.tokens.flags[from] as number;
  if (flags & ACRONYM) {
    // “US”, “who”, “it”: an acronym is written in capitals, and in a headline all in capitals it proves nothing.
    if (to - from === 1 && !isAcronymWritten(pack, scanned, from)) return false;
    return !(scanned.capitals && (scanned.tokens.end[from] as number) - (scanned.tokens.start[from] as number) <= 3 && isAllCaps(scanned));
  }
  if (first & CAPITAL) return true;
  if (!(flags & ANY_CASE) || to - from < 2) return false;
  // “минские соглашения”: names of events and agreements start small in many languages.
  const cyrillic = /[\u0400-\u04ff]/.test(scanned.tokens.text[scanned.tokens.start[from] as number] as string);
  for (let t = from; t < to; t++) if ((scanned.tokens.flags[t] as number) & CAPITAL) return cyrillic || type !== ALIAS.ORGANISATION;
  return type !== ALIAS.ORGANISATION && cyrillic;
}

const isAllCaps = (scanned: Scanned): boolean => scanned.tokens.text === scanned.tokens.text.toUpperCase();

/** What a name of a thing means in its document. */
export function decideThing(pack: Pack, thing: ThingCandidate, document: DocumentEvidence): { readonly rule: Rule; readonly mention?: Mention } {
  if (thing.inside !== undefined) return { rule: thing.inside };
  let entities = thing.entities;
  if (thing.ambiguous) {
    const named = entities.filter((e) => document.around.has(e));
    const near = entities.filter((e) => document.around.has(pack.entityCountry[e] as number));
    entities = named.length > 0 ? named : near;
    if (entities.length !== 1) return { rule: 'body-without-support' };
  }
  const entity = entities[0] as number;
  const kind = pack.kindOf(entity);
  return {
    rule: thing.ambiguous ? 'body-with-support' : thing.acronym ? 'acronym' : 'name-of-body',
    mention: {
      ...spanOf(thing.scanned, thing.from, thing.to),
      kind,
      entity: pack.idOf(entity),
      via: kind === 'event' ? 'event' : kind === 'agreement' ? 'agreement' : thing.acronym ? 'acronym' : 'name',
      confidence: thing.ambiguous ? 0.8 : thing.acronym ? 0.93 : 0.97,
      evidence: [{ code: thing.acronym ? 'acronym' : 'full-name' }],
    },
  };
}
