/** Who is mentioned with whom, as a graph for Gephi: a node an entity, an edge for two of them in the same clip, its weight how many clips. */
import Graph from 'graphology';
import write from 'graphology-gexf/browser/writer.js';
import type { Kind } from '../../dataset/schema';
import type { Clip, ClipMention } from '../types';
import { oneLine } from './clean';
import { each } from './each';
import { fileOf, momentOf, titleOf } from './file';
import type { Format } from './types';

/** Of a bookmark with a longer cast the first so many are joined: the joins grow with its square. */
const LONGEST_CAST = 200;

const COLOURS: Readonly<Record<Kind, string>> = {
  person: '#2f6f9f',
  office: '#7a5ea8',
  organisation: '#3d8b5f',
  place: '#b0793a',
  event: '#b5495b',
  agreement: '#5f7d8c',
};

type NodeFacts = { label: string; kind: Kind; wikidata: string; clips: number; passages: number };
type EdgeFacts = { weight: number; passages: number; pages: number };

export const gexf: Format = {
  id: 'gexf',
  async write(job) {
    const graph = new Graph<NodeFacts, EdgeFacts>({ type: 'undirected', multi: false });
    graph.setAttribute('creator', 'Attaché');
    graph.setAttribute('description', oneLine(titleOf(job)));
    graph.setAttribute('lastModifiedDate', momentOf(job).slice(0, 10));
    await each(job.clips, job, (clip) => join(graph, clip));
    const xml = write(graph, {
      version: '1.2',
      pretty: false,
      formatNode: (_key, { label, kind, ...facts }) => ({
        label,
        attributes: { kind, ...facts },
        viz: { color: COLOURS[kind], size: 4 + 4 * Math.sqrt(facts.clips) },
      }),
      formatEdge: (_key, { weight, passages, pages }) => ({ weight, attributes: { passages, pages } }),
    });
    return fileOf(job, 'gexf', 'application/gexf+xml', xml.replace('http:///www.gexf.net/1.1draft/viz', 'http://www.gexf.net/1.2draft/viz'));
  },
};

function join(graph: Graph<NodeFacts, EdgeFacts>, clip: Clip): void {
  const passage = clip.kind === 'page' ? 0 : 1;
  const cast = new Map<string, ClipMention>();
  for (const mention of clip.mentions) {
    const key = oneLine(mention.entity) || '?';
    if (!cast.has(key) && cast.size < LONGEST_CAST) cast.set(key, mention);
  }
  const keys = [...cast.keys()];
  for (const [key, { name, surface, kind, wikidata }] of cast) {
    if (!graph.hasNode(key))
      graph.addNode(key, { label: oneLine(name) || oneLine(surface) || key, kind, wikidata: oneLine(wikidata ?? ''), clips: 0, passages: 0 });
    graph.updateNodeAttribute(key, 'clips', (n) => (n ?? 0) + 1);
    graph.updateNodeAttribute(key, 'passages', (n) => (n ?? 0) + passage);
  }
  keys.forEach((a, i) => {
    for (const b of keys.slice(i + 1)) {
      const edge = graph.edge(a, b) ?? graph.addUndirectedEdgeWithKey(`e${graph.size}`, a, b, { weight: 0, passages: 0, pages: 0 });
      graph.updateEdgeAttributes(edge, (e) => ({ weight: e.weight + 1, passages: e.passages + passage, pages: e.pages + 1 - passage }));
    }
  });
}
