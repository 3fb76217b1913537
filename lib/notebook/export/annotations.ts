/**
 * W3C Web Annotations in JSON-LD (www.w3.org/TR/annotation-model): a collection with one page of them. What is ours has a place in the model:
 * the colour is a style class of the target, the time of reading a state of it, the page’s citation what the source says of itself in Dublin
 * Core and schema.org, both of which are in the model’s own context.
 */
import type { Clip, ClipMention } from '../types';
import { each } from './each';
import { fileOf, momentOf, titleOf } from './file';
import { addressOf } from './reference';
import type { Format } from './types';

type Json = { readonly [key: string]: string | number | Json | readonly (string | Json)[] };

export const ANNOTATION_CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
export const CLIP_URN = 'urn:x-attache:clip:';

/** An IRI of a clip. Ids are UUIDs unless an import brought others. */
export const iriOf = (id: string): string =>
  /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id) ? `urn:uuid:${id}` : `${CLIP_URN}${encodeURIComponent(id.toWellFormed())}`;

export const annotations: Format = {
  id: 'annotations',
  async write(job) {
    const lines: string[] = [];
    await each(job.clips, job, (clip) => void lines.push(JSON.stringify(annotationOf(clip))));
    const id = `urn:x-attache:export:${momentOf(job)}`;
    const collection = { '@context': ANNOTATION_CONTEXT, id, type: 'AnnotationCollection', label: titleOf(job), created: momentOf(job), total: lines.length };
    const page = { id: `${id}#page`, type: 'AnnotationPage', partOf: id, startIndex: 0 };
    const open = (value: object) => JSON.stringify(value).slice(0, -1);
    return fileOf(job, 'jsonld', 'application/ld+json', `${open(collection)},"first":${open(page)},"items":[\n${lines.join(',\n')}\n]}}\n`);
  },
};

export function annotationOf(clip: Clip): Json {
  const { note, tags } = clip;
  const body: Json[] = [
    ...(note === '' ? [] : [{ type: 'TextualBody', value: note, format: 'text/markdown', purpose: 'commenting' }]),
    ...tags.map((tag) => ({ type: 'TextualBody', value: tag, format: 'text/plain', purpose: 'tagging' })),
    ...[...new Map(clip.mentions.map((mention) => [mention.entity, mention])).values()].map(identified),
  ];
  return {
    id: iriOf(clip.id),
    type: 'Annotation',
    motivation: clip.kind === 'page' ? 'bookmarking' : note === '' ? 'highlighting' : 'commenting',
    created: clip.made,
    modified: clip.changed,
    generator: { id: 'urn:x-attache', type: 'Software', name: 'Attaché' },
    ...(body.length > 0 ? { body } : {}),
    target: targetOf(clip),
  };
}

function identified({ entity, name, surface, wikidata, role }: ClipMention): Json {
  const said = `${name || surface}${role ? `, ${role.title}` : ''}`;
  if (wikidata === undefined || !/^Q\d+$/.test(wikidata)) return { type: 'TextualBody', value: said, format: 'text/plain', purpose: 'identifying' };
  return {
    type: 'SpecificResource',
    purpose: 'identifying',
    source: { id: `http://www.wikidata.org/entity/${wikidata}`, 'rdfs:label': said, 'dc:identifier': entity },
  };
}

function targetOf({ page, target, colour }: Clip): Json {
  const selector: Json[] = [];
  if (target) {
    const { quote, position, range } = target;
    selector.push({ type: 'TextQuoteSelector', ...quote }, { type: 'TextPositionSelector', ...position });
    if (range)
      selector.push({
        type: 'RangeSelector',
        startSelector: xpath(range.startContainer, range.startOffset),
        endSelector: xpath(range.endContainer, range.endOffset),
      });
  }
  return {
    type: 'SpecificResource',
    source: {
      id: addressOf(page),
      type: 'Text',
      format: 'text/html',
      ...(page.language ? { language: page.language } : {}),
      'dc:title': page.title,
      ...(page.authors.length > 0 ? { 'dc:creator': page.authors } : {}),
      ...(page.site === undefined ? {} : { 'dc:publisher': page.site }),
      ...(page.published === undefined ? {} : { 'schema:datePublished': page.published }),
      ...(page.modified === undefined ? {} : { 'schema:dateModified': page.modified }),
      ...(page.canonical === undefined ? {} : { 'schema:url': page.canonical }),
    },
    ...(selector.length > 0 ? { selector } : {}),
    state: { type: 'TimeState', sourceDate: page.read },
    styleClass: colour,
  };
}

/** An XPath leads to the element or text node; the place in it is refined by a position. */
const xpath = (value: string, offset: number): Json => ({
  type: 'XPathSelector',
  value,
  refinedBy: { type: 'TextPositionSelector', start: offset, end: offset },
});
