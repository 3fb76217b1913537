/** Who entities are on a day, in a line each: what the notebook keeps of a mention. */
import { dayRange } from '../dataset/dates';
import type { EntityId } from '../dataset/schema';
import type { Pack } from '../pack/open';
import { cardData } from './make';

export interface CastLine {
  readonly name: string;
  readonly wikidata?: string;
  /** The first role on the day. */
  readonly role?: { readonly office: EntityId; readonly title: string; readonly from?: string; readonly to?: string };
}

/** By entity; those that the pack does not know are left out. `date` is an ISO day; throws when it is none. */
export function castOf(pack: Pack, entities: readonly EntityId[], date: string): Record<EntityId, CastLine> {
  const day = dayRange(date)?.first;
  if (day === undefined) throw new Error(`expected a day such as 2018-10-30, not ${date}`);
  const cast: Record<EntityId, CastLine> = {};
  for (const entity of entities) {
    const card = cardData(pack, { entity, date: { day, source: 'given' }, others: [] });
    if (!card) continue;
    const role = card.rolesThen[0];
    cast[entity] = {
      name: card.name,
      ...(card.wikidata ? { wikidata: card.wikidata } : {}),
      ...(role ? { role: { office: role.office, title: role.title, ...(role.from ? { from: role.from } : {}), ...(role.to ? { to: role.to } : {}) } } : {}),
    };
  }
  return cast;
}
