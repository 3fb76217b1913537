/** Where the reader is in the explorer, as the address says it: `#/person/vladimir-makei`, or `#/?q=makei&kind=person&country=by`. */
import { KINDS, type Kind } from './kinds';

export type Route =
  | { readonly at: 'entity'; readonly id: string }
  | { readonly at: 'search'; readonly text: string; readonly kinds: readonly Kind[] /** ISO code, lower case. */; readonly country?: string };

export const START: Route = { at: 'search', text: '', kinds: [] };

const ID = /^(?:person|office|organisation|place|event|agreement)\/[a-z0-9]+(?:[-/][a-z0-9]+)*$/;
const COUNTRY = /^[a-z]{2}$/;

/** Reads an address’s hash. What is no place of the explorer leads to its start. */
export function routeOf(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split('?');
  if (ID.test(path)) return { at: 'entity', id: path };
  const given = new URLSearchParams(query);
  const country = given.get('country') ?? '';
  return {
    at: 'search',
    text: given.get('q') ?? '',
    kinds: KINDS.filter((kind) => given.getAll('kind').includes(kind)),
    ...(COUNTRY.test(country) ? { country } : {}),
  };
}

export function hashOf(route: Route): string {
  if (route.at === 'entity') return `#/${route.id}`;
  const query = new URLSearchParams();
  if (route.text !== '') query.set('q', route.text);
  for (const kind of route.kinds) query.append('kind', kind);
  if (route.country) query.set('country', route.country);
  const text = query.toString();
  return text === '' ? '#/' : `#/?${text}`;
}
