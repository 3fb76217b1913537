/** What an export is: clips in, one file out. Each format is a module of its own, fetched when it is first asked for (`format.ts`). */
import type { Clip, CorpusRecord, Project } from '../types';

export const FORMAT_IDS = ['markdown', 'csv', 'json', 'jsonl', 'annotations', 'ris', 'bibtex', 'biblatex', 'csl', 'html', 'text', 'gexf'] as const;
export type FormatId = (typeof FORMAT_IDS)[number];

export interface ExportOptions {
  /** Markdown: one file a clip, in a zip. Default: one file. */
  readonly perClip?: boolean;
  /** Markdown: the text of one clip, with placeholders (`template.ts`). Default: `DEFAULT_TEMPLATE`. */
  readonly template?: string;
  /** Markdown: names as `[[links]]`. Default: no. */
  readonly wikiLinks?: boolean;
  /** Heading of documents (HTML, Markdown, text) and first part of the file’s name. Default: `Attaché notebook`. */
  readonly title?: string;
  /** BCP 47: in which language dates are written out in HTML and text. Default: `en`. */
  readonly language?: string;
}

export interface ExportJob {
  readonly clips: readonly Clip[];
  readonly options?: ExportOptions;
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
  /** Default: the present. */
  readonly now?: Date;
}

export interface ExportFile {
  /** Safe on every system, with its ending. */
  readonly name: string;
  /** MIME. */
  readonly type: string;
  /** What is not bytes is to be written as UTF-8; lone surrogates are escaped or replaced by then. */
  readonly data: string | Uint8Array<ArrayBuffer>;
}

export interface Format {
  readonly id: FormatId;
  /**
   * Gives way to the page every few hundred clips. Aborted: rejects with an `AbortError`. A bad template: rejects with a `TemplateFault`
   * (check it before with `checkTemplate`).
   */
  write(job: ExportJob): Promise<ExportFile>;
}

/** Export of a corpus: records come in chunks, as `Corpus.records` gives them. */
export interface CorpusExportJob {
  readonly project: Project;
  readonly records: AsyncIterable<readonly CorpusRecord[]> | Iterable<readonly CorpusRecord[]>;
  /** For the progress. */
  readonly total?: number;
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
  readonly now?: Date;
}
