/**
 * Full-text search over clips, in any script: MiniSearch over words folded as the recogniser folds them. Filled in steps, so that the page
 * answers while it is prepared; kept up as clips change.
 */
import MiniSearch, { type Query } from 'minisearch';
import { isCjk, words } from '../text/fold';
import { spellings } from '../text/spellings';
import { siteOf } from './filter';
import type { Clip, ClipId } from './types';

export interface ClipSearch {
  put(clip: Clip): void;
  remove(id: ClipId): void;
  /**
   * Clips that hold every word of the text, as it stands or as the beginning of a longer one, best first. One letter begins too many words to
   * say anything: it is passed over. Undefined for a text without words.
   */
  find(text: string): readonly ClipId[] | undefined;
}

interface Entry {
  readonly id: ClipId;
  readonly quote: string;
  readonly note: string;
  readonly tags: string;
  readonly title: string;
  readonly source: string;
  readonly names: string;
}

const folded = (text: string): string[] => words(text).map((w) => w.folded);

export function searchClips(): ClipSearch {
  const index = new MiniSearch<Entry>({
    fields: ['quote', 'note', 'tags', 'title', 'source', 'names'],
    tokenize: folded,
    processTerm: (term) => term,
    autoVacuum: true,
  });
  /** While a reader types, every letter asks the same of all that was typed before. */
  let last: { readonly text: string; readonly found: readonly ClipId[] } | undefined;
  return {
    put(clip) {
      last = undefined;
      if (index.has(clip.id)) index.discard(clip.id);
      index.add(entryOf(clip));
    },
    remove(id) {
      last = undefined;
      if (index.has(id)) index.discard(id);
    },
    find(text) {
      const asked = folded(text).filter((word) => word.length > 1 || /\d/.test(word) || isCjk(word.charCodeAt(0)));
      if (asked.length === 0) return undefined;
      const key = asked.join(' ');
      if (last?.text === key) return last.found;
      const found = search(index, asked);
      last = { text: key, found };
      return found;
    },
  };
}

/** Words that nearly fit are taken only where nothing fits. */
function search(index: MiniSearch<Entry>, asked: readonly string[]): ClipId[] {
  const query: Query = { combineWith: 'AND', queries: asked.map((word) => ({ combineWith: 'OR', queries: [...spellings(word)] })) };
  const options = { prefix: true, boost: { title: 2, names: 2, tags: 2, note: 1.5 } };
  const exact = index.search(query, options);
  const found = exact.length > 0 ? exact : index.search(query, { ...options, fuzzy: (term: string) => (term.length > 3 ? 0.2 : false) });
  return found.map((f) => String(f.id));
}

const entryOf = (clip: Clip): Entry => ({
  id: clip.id,
  quote: clip.target?.quote.exact ?? '',
  note: clip.note,
  tags: clip.tags.join('\n'),
  title: clip.page.title,
  source: [siteOf(clip), ...clip.page.authors].join('\n'),
  names: clip.mentions.map((m) => (m.role ? `${m.name}\n${m.role.title}` : m.name)).join('\n'),
});
