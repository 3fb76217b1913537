/**
 * Search over every entity of a pack, in any script: an index of the names in all recorded languages (MiniSearch), folded as the recogniser
 * folds them, and the pack’s own table of names, which also knows acronyms, case forms and spellings that no record lists.
 */
import MiniSearch, { type Query } from 'minisearch';
import { ALIAS } from '../pack/layout';
import type { Pack } from '../pack/open';
import { fold, words } from '../text/fold';
import { spellings } from '../text/spellings';
import { tokenise } from '../text/tokens';
import type { Kind } from './kinds';
import { codeOf, countriesOf } from './names';

export interface Wanted {
  readonly text: string;
  /** Empty: all kinds. */
  readonly kinds: readonly Kind[];
  /** ISO code, lower case; undefined: all countries. */
  readonly country?: string;
}

export interface Found {
  /** Entities of the pack, best first. */
  readonly entities: readonly number[];
  readonly total: number;
}

export interface Search {
  /** Adds the next entities to the index. True when all are in. */
  fill(count: number): boolean;
  /** The best `limit`. Without text: everything that the filters leave, most prominent first. */
  find(wanted: Wanted, limit: number): Found;
}

interface Entry {
  readonly id: number;
  readonly name: string;
  readonly names: string;
  readonly slug: string;
  readonly about: string;
}

export function searchOf(pack: Pack): Search {
  const index = new MiniSearch<Entry>({
    fields: ['name', 'names', 'slug', 'about'],
    tokenize: (text) => words(text).map((w) => w.folded),
    processTerm: (term) => term,
  });
  let filled = 0;
  /** Countries of each entity by their code, made when a filter first asks. */
  const countries: (readonly string[] | undefined)[] = [];
  const countriesAt = (entity: number): readonly string[] => {
    countries[entity] ??= countriesOf(pack, entity).flatMap((c) => codeOf(pack, c) ?? []);
    return countries[entity];
  };
  const passes = ({ kinds, country }: Wanted, entity: number): boolean =>
    (kinds.length === 0 || kinds.includes(pack.kindOf(entity))) && (country === undefined || countriesAt(entity).includes(country));

  return {
    fill(count) {
      const last = Math.min(pack.size, filled + count);
      for (; filled < last; filled++) index.add(entryOf(pack, filled));
      return filled === pack.size;
    },
    find(wanted, limit) {
      const text = fold(wanted.text);
      const ranked = text === '' ? byProminence(pack) : unique([...namedBy(pack, text), ...matching(index, pack, text)]);
      const entities = ranked.filter((e) => passes(wanted, e));
      return { entities: entities.slice(0, limit), total: entities.length };
    },
  };
}

function entryOf(pack: Pack, entity: number): Entry {
  const record = pack.record(entity, pack.kindOf(entity));
  return {
    id: entity,
    name: record.name,
    names: Object.values(record.names ?? {}).join('\n'),
    // Ids hold what names do not: “osce”, “eu”, the year of an event.
    slug: pack.idOf(entity).slice(pack.idOf(entity).indexOf('/') + 1),
    about: record.about ?? '',
  };
}

const unique = <T>(list: readonly T[]): T[] => [...new Set(list)];

/** Every word of the text, as it stands or in a Latin spelling of it, begins a word of the entry. Where nothing is found so, words that are nearly so. */
function matching(index: MiniSearch<Entry>, pack: Pack, text: string): number[] {
  const query: Query = { combineWith: 'AND', queries: text.split(' ').map((word) => ({ combineWith: 'OR', queries: [...spellings(word)] })) };
  const options = {
    prefix: true,
    boost: { name: 4, names: 3, slug: 1.5, about: 0.4 },
    boostDocument: (id: number) => 1 + prominence(pack, id) / 100,
  };
  const exact = index.search(query, options);
  const found = exact.length > 0 ? exact : index.search(query, { ...options, fuzzy: (term: string) => (term.length > 3 ? 0.2 : false) });
  return found.map((f) => Number(f.id));
}

/** People by their highest office; countries before other places; what is linked with more before what is linked with less. 0 to 100. */
function prominence(pack: Pack, entity: number): number {
  const links = (pack.linkFirst[entity + 1] as number) - (pack.linkFirst[entity] as number);
  const linked = Math.min(20, 4 * Math.log2(1 + links));
  switch (pack.kindOf(entity)) {
    case 'person':
      return 0.6 * (pack.entityWeight[entity] as number) + linked;
    case 'office': {
      const role = pack.officeRole[entity] as number;
      return 50 - (role < 0 ? 30 : Math.min(40, pack.roleRank[role] as number)) + linked;
    }
    case 'place':
      return (codeOf(pack, entity) ? 60 : 0) + linked;
    default:
      return 30 + linked;
  }
}

const ORDER = new WeakMap<Pack, readonly number[]>();
function byProminence(pack: Pack): readonly number[] {
  const known = ORDER.get(pack);
  if (known) return known;
  const weight = Array.from({ length: pack.size }, (_, e) => prominence(pack, e));
  const order = weight.map((_, e) => e).sort((a, b) => (weight[b] as number) - (weight[a] as number));
  ORDER.set(pack, order);
  return order;
}

/** Aliases that name one entity by themselves; a family name alone is left to the index, which ranks its bearers. */
const NAMING: ReadonlySet<number> = new Set([ALIAS.FULL, ALIAS.ORGANISATION, ALIAS.EVENT, ALIAS.AGREEMENT, ALIAS.OFFICE, ALIAS.PLACE]);

/** The entities of which the whole folded text is a name in the pack’s table, in any case form. */
function namedBy(pack: Pack, text: string): number[] {
  let nodes: readonly number[] = [0];
  const tokens = tokenise(text);
  for (let token = 0; token < tokens.count; token++) {
    const w = pack.wordOf(tokens, token);
    if (w === 0) return [];
    const symbols = [w, ...[...pack.lemmasOf(w)].map((coded) => coded >>> 3)];
    nodes = nodes.flatMap((node) => symbols.flatMap((symbol) => pack.step(node, symbol) || []));
  }
  const named: number[] = [];
  for (const node of nodes) for (const { type, target } of pack.aliasesAt(node)) if (NAMING.has(type)) named.push(target);
  return unique(named).sort((a, b) => prominence(pack, b) - prominence(pack, a));
}
