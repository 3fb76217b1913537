/** What went wrong, in words. */
import { say } from '../words';
import type { Told } from './shell';

/** An error of the notebook has a kind with a sentence of its own; any other says what it says. */
export function sayFault(error: unknown): string {
  switch (kindOf(error)) {
    case 'full':
      return say('clip.faults.full');
    case 'gone':
      return say('clip.faults.gone');
    case 'bad':
      return say('clip.faults.bad');
    case 'closed':
      return say('clip.faults.closed');
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

export const toldFault = (error: unknown): Told => ({ text: sayFault(error), bad: true, full: kindOf(error) === 'full' });

const kindOf = (error: unknown): unknown => (error instanceof Error && error.name === 'NotebookFault' && 'kind' in error ? error.kind : undefined);
