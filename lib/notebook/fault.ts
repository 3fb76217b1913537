/** What can go wrong with the notebook, as the reader is told it. */
import type { Clip } from './types';

/**
 * `conflict`: somebody saved in between; both versions are in the error. `full`: no room on the disk; what is there can be exported.
 * `gone`: there is no such clip. `bad`: what was to be kept is not a clip. `closed`: the database cannot be opened or was taken away.
 */
export type FaultKind = 'conflict' | 'full' | 'gone' | 'bad' | 'closed';

export class NotebookFault extends Error {
  override readonly name = 'NotebookFault';
  constructor(
    readonly kind: FaultKind,
    message: string,
    /** Of a conflict: what the reader wanted to save, and what is stored. */
    readonly versions?: { readonly mine: Clip; readonly stored: Clip },
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Is there no room? Extension storage tells it in its words only. */
export const isFull = (error: object): boolean => {
  const { name, message } = error as { name?: unknown; message?: unknown };
  return name === 'QuotaExceededError' || (typeof message === 'string' && /quota/i.test(message));
};

/** An error of the database in plain words. Dexie hides the cause of an aborted transaction in `inner`. */
export function plainFault(error: unknown): unknown {
  for (let at: unknown = error, depth = 0; depth < 5 && typeof at === 'object' && at !== null; depth++) {
    if (at instanceof NotebookFault) return at;
    const { name, inner, cause } = at as { name?: unknown; inner?: unknown; cause?: unknown };
    if (isFull(at))
      return new NotebookFault('full', 'there is no room left for the notebook: nothing was changed; export it, then free some space', undefined, {
        cause: error,
      });
    if (name === 'DatabaseClosedError' || name === 'InvalidStateError' || name === 'MissingAPIError' || name === 'OpenFailedError' || name === 'VersionError')
      return new NotebookFault('closed', `the notebook cannot be opened: ${error instanceof Error ? error.message : String(error)}`, undefined, {
        cause: error,
      });
    at = inner ?? cause;
  }
  return error;
}
