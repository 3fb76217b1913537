/** What the page’s shell can do for its components. */
import type { Recording } from '@/lib/notebook/asking';
import type { Notebook } from '@/lib/notebook/store';

export interface Shell {
  readonly notebook: Notebook;
  readonly now: () => number;
  /** Address of an entity in the dataset explorer. */
  readonly explorer: (entity?: string) => string;
  /** Hands a file to the reader. */
  readonly download: (file: { readonly name: string; readonly type: string; readonly data: string | Uint8Array }) => void;
  readonly copy: (text: string) => Promise<void>;
  /** Whether the browser keeps the notebook when the disk is full; `ask` asks it to. */
  readonly persisted: (ask: boolean) => Promise<boolean>;
  readonly room: () => Promise<{ readonly used: number; readonly of: number } | undefined>;
  readonly startRecording: (project: string) => Promise<unknown>;
  readonly stopRecording: () => Promise<void>;
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
