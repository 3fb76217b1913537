/** Laying the reader’s corrections over what was recognised. The nearest scope wins: this page, then this site, then everywhere. */
import type { Mention } from '../recognise/types';
import type { Correction } from '../settings/corrections';

/** A page’s address as corrections name it. */
export const pageKey = (url: string): string => url.replace(/#.*$/, '');

const nearness = (where: string): number => (where === '*' ? 0 : where.includes('/') ? 2 : 1);

const isCorrection = (item: unknown): item is Correction => {
  const { surface, was, where, made, entity } = (typeof item === 'object' && item !== null ? item : {}) as Record<string, unknown>;
  return (
    [surface, was, where, made].every((word) => typeof word === 'string') && (entity === null || (typeof entity === 'string' && /^[a-z]+\/./.test(entity)))
  );
};

/** What storage holds, without what is no correction: a page must not stop at what another version left there. */
export function keptCorrections(stored: unknown): readonly Correction[] {
  const { list } = (typeof stored === 'object' && stored !== null ? stored : {}) as { list?: unknown };
  return Array.isArray(list) ? list.filter(isCorrection) : [];
}

/** The corrections that hold on this page, the nearest first. */
export function correctionsFor(all: readonly Correction[], url: string): readonly Correction[] {
  if (all.length === 0) return all;
  const page = pageKey(url);
  const host = URL.parse(url)?.host;
  return all
    .filter((c) => c.where === '*' || c.where === page || (host !== '' && c.where === host))
    .sort((a, b) => nearness(b.where) - nearness(a.where) || (a.made < b.made ? 1 : -1));
}

/** The mention as the reader wants it; undefined: not to be marked. */
export function corrected(mention: Mention, corrections: readonly Correction[]): Mention | undefined {
  const said = corrections.find((c) => sameName(c.surface, mention.surface) && (c.was === '*' || c.was === mention.entity));
  if (!said) return mention;
  if (said.entity === null) return undefined;
  const { candidates: _others, office: _office, ...rest } = mention;
  const kind = said.entity.slice(0, said.entity.indexOf('/')) as Mention['kind'];
  return { ...rest, kind, entity: said.entity as Mention['entity'], confidence: 1, evidence: [{ code: 'corrected-by-reader' }] };
}

const sameName = (a: string, b: string): boolean => plain(a) === plain(b);
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s+/gu, ' ')
    .replace(/[’']s$/u, '')
    .toLocaleLowerCase('und');
