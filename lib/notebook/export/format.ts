/** All formats. Each is a module of its own, fetched with its libraries when it is first asked for. */
import type { Format, FormatId } from './types';

export { FORMAT_IDS } from './types';

const MODULES: Readonly<Record<FormatId, () => Promise<Format>>> = {
  markdown: async () => (await import('./markdown')).markdown,
  csv: async () => (await import('./csv')).csv,
  json: async () => (await import('./json')).json,
  jsonl: async () => (await import('./jsonl')).jsonl,
  annotations: async () => (await import('./annotations')).annotations,
  ris: async () => (await import('./ris')).ris,
  bibtex: async () => (await import('./bibtex')).bibtex,
  biblatex: async () => (await import('./bibtex')).biblatex,
  csl: async () => (await import('./csl')).csl,
  html: async () => (await import('./html')).html,
  text: async () => (await import('./text')).text,
  gexf: async () => (await import('./gexf')).gexf,
};

export const format = (id: FormatId): Promise<Format> => MODULES[id]();
