/** Where the reader is in the notebook, as the address says it: `#/clip/ID`, `#/entity/person/vladimir-makei`, `#/trash`, `#/?q=transit&tag=border`. */
import { CLIP_KINDS, EVERYTHING, SORTS, type Wanted } from './filter';
import { COLOURS } from './types';

export type Route =
  | { readonly at: 'list'; readonly wanted: Wanted }
  | { readonly at: 'clip'; readonly id: string }
  | { readonly at: 'entity'; readonly id: string }
  | { readonly at: 'trash' }
  | { readonly at: 'damaged' }
  | { readonly at: 'corpus'; readonly project?: string };

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads an address’s hash. What is no place of the notebook leads to its list. */
export function routeOf(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split('?');
  const [room = '', ...rest] = path.split('/');
  const id = plain(rest.join('/'));
  if (room === 'clip' && id) return { at: 'clip', id };
  if (room === 'entity' && id) return { at: 'entity', id };
  if (room === 'trash') return { at: 'trash' };
  if (room === 'damaged') return { at: 'damaged' };
  if (room === 'corpus') return { at: 'corpus', ...(id ? { project: id } : {}) };
  const given = new URLSearchParams(query);
  const one = (key: string, fits: (value: string) => boolean = (value) => value !== '') => {
    const value = given.get(key) ?? '';
    return fits(value) ? value : undefined;
  };
  const isDay = (value: string) => DAY.test(value) && !Number.isNaN(Date.parse(value));
  const entity = one('entity');
  const site = one('site');
  const from = one('from', isDay);
  const to = one('to', isDay);
  return {
    at: 'list',
    wanted: {
      text: given.get('q') ?? '',
      tags: given.getAll('tag').filter((tag) => tag !== ''),
      ...(entity ? { entity } : {}),
      ...(site ? { site } : {}),
      ...(from ? { from } : {}),
      ...(to ? { to } : {}),
      by: given.get('by') === 'article' ? 'article' : 'clipped',
      colours: COLOURS.filter((colour) => given.getAll('colour').includes(colour)),
      kinds: CLIP_KINDS.filter((kind) => given.getAll('kind').includes(kind)),
      sort: SORTS.find((sort) => sort === given.get('sort')) ?? EVERYTHING.sort,
    },
  };
}

export function hashOf(route: Route): string {
  switch (route.at) {
    case 'clip':
      return `#/clip/${encodeURIComponent(route.id)}`;
    case 'entity':
      return `#/entity/${route.id}`;
    case 'trash':
    case 'damaged':
      return `#/${route.at}`;
    case 'corpus':
      return route.project === undefined ? '#/corpus' : `#/corpus/${encodeURIComponent(route.project)}`;
    case 'list': {
      const { text, tags, entity, site, from, to, by, colours, kinds, sort } = route.wanted;
      const query = new URLSearchParams();
      if (text !== '') query.set('q', text.toWellFormed());
      for (const tag of tags) query.append('tag', tag.toWellFormed());
      for (const [key, value] of Object.entries({ entity, site, from, to })) if (value) query.set(key, value.toWellFormed());
      if (by !== EVERYTHING.by) query.set('by', by);
      for (const colour of colours) query.append('colour', colour);
      for (const kind of kinds) query.append('kind', kind);
      if (sort !== EVERYTHING.sort) query.set('sort', sort);
      const said = query.toString();
      return said === '' ? '#/' : `#/?${said}`;
    }
  }
}

/** An address that somebody wrote by hand may not be decodable. */
function plain(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
