/** Turns the short form of a source (`wikipedia:Vladimir Makei`) into publisher, title and address. */
import type { Citation, Publisher } from './schema';

export interface Source {
  readonly publisher: string;
  readonly title: string;
  readonly url: string;
  readonly date?: string;
}

/** Throws when the publisher is not in data/publishers.yaml; the message names it. */
export function sourceOf(citation: Citation, publishers: ReadonlyMap<string, Publisher>): Source {
  if (typeof citation !== 'string') {
    const { date, ...rest } = citation;
    return date === undefined ? rest : { ...rest, date };
  }
  const colon = citation.indexOf(':');
  const key = citation.slice(0, colon);
  const publisher = publishers.get(key);
  if (!publisher)
    throw new Error(`source \`${citation}\`: no publisher \`${key}\` in data/publishers.yaml; add it there or write publisher, title and url in full`);
  const given = citation.slice(colon + 1).trim();
  const address = encodeURI(given.replaceAll(' ', '_')).replaceAll('?', '%3F').replaceAll('#', '%23');
  return {
    publisher: publisher.name,
    title: (publisher.title ?? '{path}').replace('{path}', given.replaceAll('_', ' ')),
    url: publisher.url.replace('{path}', address),
  };
}

export const publishersById = (publishers: readonly Publisher[]): ReadonlyMap<string, Publisher> => new Map(publishers.map((p) => [p.id, p]));
