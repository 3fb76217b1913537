/** W3C Web Annotations (www.w3.org/TR/annotation-model): one, a list, a page of them, or a collection with its page in it. */
import { CLIP_URN } from '../export/annotations';
import { each } from '../export/each';
import type { Target } from '../types';
import {
  clipFault,
  clipOf,
  colourFrom,
  dateFrom,
  type Foreign,
  type Found,
  foreignId,
  idFrom,
  isAddress,
  isRecord,
  listOf,
  momentFrom,
  quoteFrom,
  type Reading,
  type ReadOptions,
  selectorsOf,
  stringOf,
} from './read';
import type { ImportFault } from './types';

type Json = Readonly<Record<string, unknown>>;

const typesOf = (value: Json): readonly unknown[] => listOf(value.type ?? value['@type']);
const idOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : isRecord(value) ? (stringOf(value.id) ?? stringOf(value['@id'])) : undefined;

/** Does this look like an annotation of the model, or like many? */
export function isAnnotations(value: unknown): boolean {
  const [first] = listOf(value);
  return isRecord(first) && typesOf(first).some((type) => type === 'Annotation' || type === 'AnnotationPage' || type === 'AnnotationCollection');
}

export async function readAnnotations(value: unknown, options: ReadOptions): Promise<Reading> {
  const faults: ImportFault[] = [];
  const skipped: ImportFault[] = [];
  const found: Found[] = [];
  const items = listOf(value).flatMap((top) => itemsOf(top, faults));
  const ids = new Set(items.map(({ item }) => idOf(item)));
  await each(items, options, ({ item, path }, i) => {
    const place = { row: i + 1 };
    const fault = (at: string, message: string, mend: string): void =>
      void faults.push({ kind: 'field', ...place, path: `${path}.${at}`, message: `${path}.${at}: ${message}`, mend });
    if (!isRecord(item) || !typesOf(item).includes('Annotation')) {
      fault('type', 'expected an Annotation', 'take it out');
      return;
    }
    const targets = listOf(item.target);
    if (targets.length === 0) fault('target', 'an annotation must have a target', 'add the address of its page');
    for (const [n, target] of targets.entries()) {
      const at = targets.length > 1 ? `target.${n}` : 'target';
      const foreign = foreignOf(item, target, n);
      if (foreign.url === '') fault(at, 'expected the address of a page', 'add a source');
      else if (ids.has(foreign.url) || /^urn:/.test(foreign.url))
        skipped.push({ kind: 'reply', ...place, path, message: `${path} is about another annotation`, mend: 'its text can be copied by hand' });
      else if (!isAddress(foreign.url)) fault(at, `“${foreign.url.slice(0, 100)}” is not the address of a page`, 'write the whole address: https://…');
      else {
        for (const field of ['created', 'modified'] as const)
          if (item[field] !== undefined && momentFrom(String(item[field])) === undefined)
            fault(field, 'expected a moment: 2026-11-24T08:30:00Z', 'put it right');
        const clip = clipOf(foreign, options.now ?? new Date());
        const wrong = clipFault(clip, place, path);
        if (wrong) faults.push(wrong);
        else found.push({ clip, says: foreign.colour ? ['note', 'tags', 'colour'] : ['note', 'tags'], place: { ...place, path } });
      }
    }
  });
  return { found, faults, skipped };
}

function itemsOf(value: unknown, faults: ImportFault[], path = ''): { item: unknown; path: string }[] {
  const at = (part: string) => (path === '' ? part : `${path}.${part}`);
  if (!isRecord(value)) return [{ item: value, path: path || 'annotation' }];
  if (typesOf(value).includes('AnnotationCollection')) {
    if (isRecord(value.first)) return itemsOf(value.first, faults, at('first'));
    faults.push({
      kind: 'field',
      path: at('first'),
      message: `${at('first')}: the collection’s annotations are not in the file, only the address where they are`,
      mend: 'save the page of annotations at that address, and import that',
    });
    return [];
  }
  if (typesOf(value).includes('AnnotationPage')) return listOf(value.items).map((item, i) => ({ item, path: at(`items.${i}`) }));
  return [{ item: value, path: path || 'annotation' }];
}

function foreignOf(annotation: Json, target: unknown, n: number): Foreign {
  const specific = isRecord(target) ? target : {};
  const source = specific.source ?? target;
  const about: Json = isRecord(source) ? source : {};
  const selectors = selectorsOf(specific.selector);
  const url = idOf(source) ?? '';
  const quote = quoteFrom(selectors);
  const bodies = [...listOf(annotation.body), ...listOf(annotation.bodyValue)];
  const texts = (wanted: (purpose: string) => boolean): string[] =>
    bodies.flatMap((body) => {
      const value = typeof body === 'string' ? (isAddress(body) ? undefined : body) : isRecord(body) ? stringOf(body.value) : undefined;
      const purpose = (isRecord(body) ? stringOf(listOf(body.purpose)[0]) : undefined) ?? stringOf(listOf(annotation.motivation)[0]) ?? 'commenting';
      return value !== undefined && wanted(purpose) ? [value] : [];
    });
  const state = listOf(specific.state).find((s) => isRecord(s) && s.type === 'TimeState');
  const id = idOf(annotation);
  return {
    id: clipId(id, url, quote.exact ?? '', texts(() => true).join('\n')) + (n === 0 ? '' : `#${n + 1}`),
    url,
    canonical: stringOf(about['schema:url']),
    title: stringOf(about['dc:title']) ?? stringOf(about.title) ?? stringOf(about.label),
    site: stringOf(about['dc:publisher']),
    authors: listOf(about['dc:creator']).flatMap((name) => stringOf(name) ?? []),
    published: dateFrom(stringOf(about['schema:datePublished']) ?? ''),
    modified: dateFrom(stringOf(about['schema:dateModified']) ?? ''),
    language: stringOf(listOf(about.language)[0]),
    read: isRecord(state) ? momentFrom(stringOf(state.sourceDate) ?? '') : undefined,
    ...quote,
    range: rangeFrom(selectors),
    note: texts((purpose) => !['tagging', 'classifying', 'identifying', 'linking'].includes(purpose)).join('\n\n'),
    tags: texts((purpose) => purpose === 'tagging' || purpose === 'classifying'),
    colour: colourFrom(stringOf(specific.styleClass) ?? ''),
    made: momentFrom(stringOf(annotation.created) ?? ''),
    changed: momentFrom(stringOf(annotation.modified) ?? ''),
  };
}

/** Our own annotations get their clip’s id back. */
function clipId(id: string | undefined, ...words: readonly [url: string, exact: string, text: string]): string {
  if (id === undefined) return idFrom('annotation', ...words);
  if (id.startsWith('urn:uuid:')) return id.slice('urn:uuid:'.length);
  if (!id.startsWith(CLIP_URN)) return foreignId('annotation', id);
  try {
    return decodeURIComponent(id.slice(CLIP_URN.length));
  } catch {
    return foreignId('annotation', id);
  }
}

/** A range of XPaths, each refined by an offset, as we write them. */
function rangeFrom(selectors: readonly Json[]): Target['range'] {
  const range = selectors.find((selector) => selector.type === 'RangeSelector');
  const end = (value: unknown): { path: string; offset: number } | undefined => {
    if (!isRecord(value) || value.type !== 'XPathSelector' || !isRecord(value.refinedBy)) return undefined;
    const { start } = value.refinedBy;
    return typeof value.value === 'string' && typeof start === 'number' && Number.isSafeInteger(start) && start >= 0
      ? { path: value.value, offset: start }
      : undefined;
  };
  const [from, to] = [end(range?.startSelector), end(range?.endSelector)];
  return from && to ? { startContainer: from.path, startOffset: from.offset, endContainer: to.path, endOffset: to.offset } : undefined;
}
