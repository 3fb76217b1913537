/** Who is connected with whom on this page, and by what: named in one paragraph, or joined in the dataset by an office, a body, an event. Pure. */
import { nameOf } from '../card/make';
import type { Day } from '../dataset/dates';
import type { EntityId, Kind } from '../dataset/schema';
import type { Pack } from '../pack/open';
import type { Telling } from '../page/telling';
import { distanceToOffice } from '../recognise/time';
import type { Entry, GroupKind } from './roll';

/** What two have in common. */
export type SharedKind = 'office' | 'organisation' | 'event' | 'agreement';

export type Reason =
  /** Named together in so many paragraphs. */
  | { readonly kind: 'paragraph'; readonly times: number }
  /** The dataset joins the two themselves: holder and office, office and body, one who takes part and the event; relatives. */
  | { readonly kind: 'direct'; readonly as: SharedKind | 'relative' }
  /** Both have to do with these, nearest to the date first; `more` besides. `officeThere`: what one of them held in the other, a body. */
  | { readonly kind: 'shared'; readonly what: SharedKind | 'officeThere'; readonly names: readonly string[]; readonly more: number };

export interface Node {
  readonly entity: EntityId;
  readonly kind: GroupKind;
  readonly name: string;
  /** What has room below a node: the name, or how the page calls it, or a part of the name. */
  readonly label: string;
  readonly count: number;
}

export interface Connection {
  readonly a: EntityId;
  readonly b: EntityId;
  readonly reasons: readonly Reason[];
  /** From 1 on; how thick it is drawn. */
  readonly strength: number;
}

export interface Web {
  /** Those that have a connection, the most mentioned first. */
  readonly nodes: readonly Node[];
  /** The strongest first. */
  readonly connections: readonly Connection[];
}

/** Drawn at most; those named most often. */
const MOST_NODES = 24;
/** A paragraph that names more than this is a list, and says nothing of who belongs together. */
const MOST_IN_PARAGRAPH = 10;
/** In UTF-16 code units. */
const LONGEST_LABEL = 18;
/** Names given for one shared reason. */
const MOST_NAMES = 3;

const SHARED: readonly SharedKind[] = ['office', 'organisation', 'event', 'agreement'];
const isShared = (kind: Kind): kind is SharedKind => (SHARED as readonly Kind[]).includes(kind);

export function webOf(pack: Pack, tellings: readonly Telling[], entries: readonly Entry[], day: Day, language: string): Web {
  const known = entries
    .filter((e) => !e.uncertain && !e.entity.startsWith('place/'))
    .sort((a, b) => b.places.length - a.places.length)
    .slice(0, MOST_NODES)
    .map((entry) => ({ entry, index: pack.indexOf(entry.entity) as number }));
  const together = paragraphs(tellings, new Set(known.map((k) => k.entry.entity)));
  const indices = new Set(known.map((k) => k.index));
  const links = known.map(({ index }) => new Set(pack.link.subarray(pack.linkFirst[index] as number, pack.linkFirst[index + 1] as number)));

  const connections: Connection[] = [];
  for (const [i, a] of known.entries()) {
    for (const [j, b] of known.entries()) {
      if (j <= i) continue;
      const reasons: Reason[] = [];
      for (const what of SHARED) {
        // What stands on the page itself is a node with connections of its own.
        const common = [...(links[i] ?? [])].filter((e) => links[j]?.has(e) && !indices.has(e) && pack.kindOf(e) === what && isShared(what));
        if (common.length === 0) continue;
        const far = (e: number) => (what === 'office' ? Math.max(inOffice(pack, a.index, e, day), inOffice(pack, b.index, e, day)) : away(pack, e, day));
        common.sort((x, y) => far(x) - far(y));
        reasons.push({
          kind: 'shared',
          what: what === 'office' && a.entry.kind !== b.entry.kind ? 'officeThere' : what,
          names: common.slice(0, MOST_NAMES).map((e) => nameOf(pack, e, language)),
          more: Math.max(0, common.length - MOST_NAMES),
        });
      }
      // An office says by what they are joined; where none does, the join itself is told.
      if (links[i]?.has(b.index) && !reasons.some((r) => r.kind === 'shared' && r.what === 'officeThere'))
        reasons.unshift({ kind: 'direct', as: directOf(a.entry.kind, b.entry.kind) });
      const times = together.get(pairOf(a.entry.entity, b.entry.entity)) ?? 0;
      if (times > 0) reasons.push({ kind: 'paragraph', times });
      if (reasons.length > 0) connections.push({ a: a.entry.entity, b: b.entry.entity, reasons, strength: strengthOf(reasons) });
    }
  }
  connections.sort((x, y) => y.strength - x.strength);
  const connected = new Set(connections.flatMap((c) => [c.a, c.b]));
  return {
    nodes: known
      .filter(({ entry }) => connected.has(entry.entity))
      .map(({ entry }) => ({ entity: entry.entity, kind: entry.kind, name: entry.name, label: labelOf(entry), count: entry.places.length })),
    connections,
  };
}

/** A person goes by the last word, others by the longest name on the page that has room. */
function labelOf({ name, kind, surfaces }: Entry): string {
  if (name.length <= LONGEST_LABEL) return name;
  const last = name.split(' ').at(-1) ?? name;
  const own = kind === 'person' ? [last] : [...surfaces].sort((a, b) => b.length - a.length);
  return own.find((text) => text.length <= LONGEST_LABEL) ?? `${name.slice(0, LONGEST_LABEL).replace(/[\s,]+\S*$/u, '')}…`;
}

const pairOf = (a: EntityId, b: EntityId): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** In how many paragraphs each pair is named together. */
function paragraphs(tellings: readonly Telling[], wanted: ReadonlySet<EntityId>): Map<string, number> {
  const times = new Map<string, number>();
  for (const { mentions } of tellings) {
    const blocks = new Map<number, Set<EntityId>>();
    for (const { block, entity } of mentions) {
      if (!wanted.has(entity)) continue;
      const set = blocks.get(block) ?? new Set();
      set.add(entity);
      blocks.set(block, set);
    }
    for (const set of blocks.values()) {
      const all = [...set];
      if (all.length > MOST_IN_PARAGRAPH) continue;
      for (const [i, a] of all.entries()) for (const b of all.slice(i + 1)) times.set(pairOf(a, b), (times.get(pairOf(a, b)) ?? 0) + 1);
    }
  }
  return times;
}

/** By what the dataset joins two kinds: the event before the agreement, both before the body, the body before the office. */
function directOf(a: GroupKind, b: GroupKind): SharedKind | 'relative' {
  for (const kind of ['event', 'agreement', 'office', 'organisation'] as const) if (a === kind || b === kind) return kind;
  return 'relative';
}

/** Years from the date to a tenure of the person in the office; 0 for what is no person. */
const inOffice = (pack: Pack, person: number, office: number, day: Day): number =>
  pack.kindOf(person) === 'person' ? (distanceToOffice(pack, person, office, day) ?? Number.POSITIVE_INFINITY) : 0;

/** Days from the date; 0 while it lasts. */
const away = (pack: Pack, entity: number, day: Day): number => {
  const from = pack.entityFrom[entity] as number;
  const to = pack.entityTo[entity] as number;
  return day < from ? from - day : day > to ? day - to : 0;
};

const strengthOf = (reasons: readonly Reason[]): number =>
  reasons.reduce((sum, reason) => {
    if (reason.kind === 'paragraph') return sum + Math.min(3, reason.times);
    if (reason.kind === 'direct') return sum + 2;
    return sum + Math.min(2, 0.5 + 0.5 * (reason.names.length + reason.more));
  }, 0);
