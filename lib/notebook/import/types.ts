/** What an import is: a file in, a plan out. Nothing is written by planning; the plan’s clips go to `Notebook.putAll`. */
import type { Clip } from '../types';

export interface ImportFile {
  readonly name: string;
  readonly text: string;
}

/** `attache`: our own JSON. `annotations`: W3C Web Annotations in JSON-LD. `hypothesis`: rows of the Hypothesis API. `csv`: a table with named columns. */
export type ImportKind = 'attache' | 'annotations' | 'hypothesis' | 'csv';

/** The fields of a clip that a table’s column can fill. */
export const CSV_FIELDS = [
  'id',
  'quote',
  'prefix',
  'suffix',
  'note',
  'tags',
  'colour',
  'url',
  'canonical',
  'title',
  'site',
  'authors',
  'published',
  'modified',
  'read',
  'language',
  'made',
  'changed',
] as const;
export type CsvField = (typeof CSV_FIELDS)[number];

/** Which column (by its heading) fills which field. Only `url` has to be there. Columns that nothing names are passed over. */
export type ColumnMapping = Readonly<Partial<Record<CsvField, string>>>;

export interface ImportOptions {
  /** CSV: default is what `guessMapping` makes of the headings. */
  readonly mapping?: ColumnMapping;
  /** What the notebook holds, trash and all. */
  readonly stored: readonly Clip[];
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
  readonly now?: Date;
}

/**
 * `syntax`: not JSON, or a broken table. `unknown`: none of the kinds. `newer`: written by a later version. `field`: a field is not as it must be.
 * `column`: the mapping names a column that is not there, or no column for the address. `double`: one id twice. `large`: more than the notebook takes.
 * `reply`: an annotation of an annotation. `empty`: nothing in it.
 */
export type ImportFaultKind = 'syntax' | 'unknown' | 'newer' | 'field' | 'column' | 'double' | 'large' | 'reply' | 'empty';

export interface ImportFault {
  readonly kind: ImportFaultKind;
  /** From 1, in the file. */
  readonly line?: number;
  readonly column?: number;
  /** From 1: the row as spreadsheets count, the headings being the first; or which annotation it is. */
  readonly row?: number;
  /** `clips.3.page.url`, or the column’s heading. */
  readonly path?: string;
  /** What is wrong, in a sentence. */
  readonly message: string;
  /** What to do. */
  readonly mend: string;
}

export interface ImportPlan {
  /** Undefined when the file is of no known kind. */
  readonly kind?: ImportKind;
  /** What to put: `added` and `replaced` together. Empty when there is a fault: a file is taken whole or not at all. */
  readonly clips: readonly Clip[];
  readonly added: readonly Clip[];
  /** Stored before, and the file’s is newer. */
  readonly replaced: readonly Clip[];
  /** In the notebook already, the same or newer: how many. */
  readonly kept: number;
  /** What stops the import. */
  readonly faults: readonly ImportFault[];
  /** Faults beyond those in `faults`, which holds the first hundred. */
  readonly moreFaults: number;
  /** What is passed over knowingly, such as replies. Does not stop the import. */
  readonly skipped: readonly ImportFault[];
  /** CSV: the headings, for choosing a mapping, and the mapping that was used. */
  readonly columns?: readonly string[];
  readonly mapping?: ColumnMapping;
}
