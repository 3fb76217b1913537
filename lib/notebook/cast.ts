/** What the notebook itself knows of somebody: the clips that name them, the roles they had there, and whom they are named with. */
import type { EntityId, Kind } from '../dataset/schema';
import type { Clip, ClipRole } from './types';

export interface CastLine {
  readonly entity: EntityId;
  readonly kind: Kind;
  readonly name: string;
  readonly clips: number;
}

export interface EntityFile {
  readonly entity: EntityId;
  readonly kind: Kind;
  readonly name: string;
  readonly wikidata?: string;
  /** How the clips’ pages call them, the most frequent first. */
  readonly surfaces: readonly string[];
  /** Each role once, the latest first. */
  readonly roles: readonly ClipRole[];
  /** The most frequent first. */
  readonly company: readonly CastLine[];
  /** As they came. */
  readonly clips: readonly Clip[];
}

/** Everything on one entity. Undefined when no clip names it. For an office also the clips that name its holders. */
export function entityFile(clips: readonly Clip[], entity: EntityId): EntityFile | undefined {
  const its = clips.filter((clip) => clip.mentions.some((m) => m.entity === entity || m.role?.office === entity));
  const own = its.flatMap((clip) => clip.mentions).filter((m) => m.entity === entity);
  const first = own[0];
  const held = its.flatMap((clip) => clip.mentions).find((m) => m.role?.office === entity)?.role;
  if (!first && !held) return undefined;
  const surfaces = new Map<string, number>();
  for (const { surface, count = 1 } of own) if (surface !== '') surfaces.set(surface, (surfaces.get(surface) ?? 0) + count);
  const roles = new Map<string, ClipRole>();
  for (const { role } of own) if (role) roles.set(`${role.office} ${role.from ?? ''}`, roles.get(`${role.office} ${role.from ?? ''}`) ?? role);
  return {
    entity,
    kind: first?.kind ?? 'office',
    name: first?.name ?? held?.title ?? entity,
    ...(first?.wikidata ? { wikidata: first.wikidata } : {}),
    surfaces: [...surfaces].sort((a, b) => b[1] - a[1]).map(([surface]) => surface),
    roles: [...roles.values()].sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? 1 : -1)),
    company: castLines(its).filter((line) => line.entity !== entity),
    clips: its,
  };
}

/** Who is named in these clips, the most frequent first. */
export function castLines(clips: readonly Clip[]): readonly CastLine[] {
  const lines = new Map<EntityId, CastLine>();
  for (const { mentions } of clips) {
    for (const m of new Map(mentions.map((m) => [m.entity, m])).values()) {
      const known = lines.get(m.entity);
      lines.set(m.entity, known ? { ...known, clips: known.clips + 1 } : { entity: m.entity, kind: m.kind, name: m.name, clips: 1 });
    }
  }
  return [...lines.values()].sort((a, b) => b.clips - a.clips || (a.name < b.name ? -1 : 1));
}
