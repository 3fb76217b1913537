/** The open dataset as the explorer’s page asks it: what is found, what there is to say of an entity, what is covered. */
import { today } from '../dataset/dates';
import type { EntityId } from '../dataset/schema';
import type { Pack } from '../pack/open';
import { countryList, type EntityPage, entityPage } from './entity';
import { type Extent, extentOf } from './extent';
import type { Kind } from './kinds';
import { nameOf } from './names';
import { searchOf, type Wanted } from './search';

/** A line of the list of what was found. */
export interface Hit {
  readonly id: EntityId;
  readonly kind: Kind;
  readonly name: string;
  readonly native?: { readonly text: string; readonly language: string };
  readonly about?: string;
  /** Who is in the office, when last checked. */
  readonly holders?: readonly string[];
  /** When it happened or was signed: a partial date. */
  readonly date?: string;
}

export interface Hits {
  readonly hits: readonly Hit[];
  readonly total: number;
}

export interface Library {
  /** Prepares the search a step further, for about 5 ms; true when it is ready. */
  prepare(): boolean;
  find(wanted: Wanted, limit: number): Hits;
  page(id: EntityId): EntityPage | undefined;
  readonly extent: Extent;
  readonly countries: readonly { readonly code: string; readonly name: string }[];
  /** Today, in days since 1970. */
  readonly today: number;
}

/** Entities added to the index in one step. */
const STEP = 150;
const MOST_HOLDERS = 3;

/** `language`: of the names. */
export function libraryOf(pack: Pack, language: string, now: number = Date.now()): Library {
  const search = searchOf(pack);
  const hitOf = (entity: number): Hit => {
    const kind = pack.kindOf(entity);
    const { about } = pack.record(entity, kind);
    const name = nameOf(pack, entity, language);
    const native = kind === 'person' ? pack.record(entity, 'person').native : undefined;
    const date = kind === 'event' ? pack.record(entity, 'event').from : kind === 'agreement' ? pack.record(entity, 'agreement').signed : undefined;
    const holders = kind === 'office' ? pack.record(entity, 'office').holders.filter((h) => h.to === 'now') : [];
    return {
      id: pack.idOf(entity),
      kind,
      name,
      ...(native && native.text !== name ? { native } : {}),
      ...(about ? { about } : {}),
      ...(holders.length > 0 ? { holders: holders.slice(0, MOST_HOLDERS).map((h) => nameOf(pack, h.person, language)) } : {}),
      ...(date ? { date } : {}),
    };
  };
  return {
    prepare: () => search.fill(STEP),
    find(wanted, limit) {
      const { entities, total } = search.find(wanted, limit);
      return { hits: entities.map(hitOf), total };
    },
    page: (id) => entityPage(pack, id, language),
    extent: extentOf(pack, language),
    countries: countryList(pack, language),
    today: today(now),
  };
}
