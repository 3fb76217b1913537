/** What the page’s shell can do for its components. */
import type { Recording } from '@/lib/notebook/asking';
import type { ExportFile, Format, FormatId } from '@/lib/notebook/export/types';
import type { CsvField, ImportFile, ImportOptions, ImportPlan } from '@/lib/notebook/import/types';
import type { Sender, SenderId, SendOptions, SendResult } from '@/lib/notebook/send/types';
import type { Notebook } from '@/lib/notebook/store';
import type { Clip, Project } from '@/lib/notebook/types';

/** What the reader chose at the last sending. Kept on this machine only. */
export type SendChoices = Pick<SendOptions, 'vault' | 'folder' | 'wikiLinks' | 'token' | 'group' | 'shared'>;

export interface Shell {
  readonly notebook: Notebook;
  readonly now: () => number;
  /** Address of an entity in the dataset explorer. */
  readonly explorer: (entity?: string) => string;
  /** Hands a file to the reader. */
  readonly download: (file: { readonly name: string; readonly type: string; readonly data: string | Uint8Array }) => void;
  readonly copy: (text: string) => Promise<void>;
  /** Follows an address of another program. */
  readonly open: (address: string) => void;
  /** Whether the browser keeps the notebook when the disk is full; `ask` asks it to. */
  readonly persisted: (ask: boolean) => Promise<boolean>;
  readonly room: () => Promise<{ readonly used: number; readonly of: number } | undefined>;
  readonly startRecording: (project: string) => Promise<unknown>;
  readonly stopRecording: () => Promise<void>;

  readonly format: (id: FormatId) => Promise<Format>;
  /** What is wrong with a template, in words. */
  readonly checkTemplate: (template: string) => Promise<string | undefined>;
  readonly defaultTemplate: () => Promise<string>;
  /** A corpus as a file. */
  readonly exportCorpus: (project: Project & { readonly records: number }, work: Work) => Promise<ExportFile>;

  readonly importing: Importing;
  readonly sending: Sending;
}

export interface Importing {
  readonly plan: (file: ImportFile, options: ImportOptions) => Promise<ImportPlan>;
  readonly csvFields: readonly CsvField[];
}

export interface Sending {
  /** Where each speaks to. */
  readonly origins: Readonly<Record<SenderId, Sender['origins']>>;
  readonly send: (to: SenderId, clips: readonly Clip[], options: Omit<SendOptions, 'fetch'>) => Promise<SendResult>;
  /** Asks the browser’s reader; only within a click. */
  readonly allow: (origins: readonly string[]) => Promise<boolean>;
  readonly choices: () => Promise<SendChoices>;
  readonly keepChoices: (choices: SendChoices) => Promise<void>;
}

/** A piece of work that takes a while. */
export interface Work {
  readonly onProgress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

export type { Recording };

/** What the page says after something was done; `undo` takes it back. */
export interface Told {
  readonly text: string;
  readonly undo?: () => Promise<unknown>;
  /** Something went wrong: said at once. */
  readonly bad?: boolean;
  /** There is no room left: the export is offered beside it. */
  readonly full?: boolean;
}

export type Tell = (told: Told) => void;
