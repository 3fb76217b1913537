/** Work over many clips that leaves the page alive: it gives way every few milliseconds, tells how far it is, and can be stopped. */
import type { ExportJob } from './types';

/** How long, in milliseconds, before others get their turn. */
const SLICE = 12;

export async function each<T>(items: readonly T[], { onProgress, signal }: Pick<ExportJob, 'onProgress' | 'signal'>, work: (item: T, index: number) => void) {
  let since = performance.now();
  stopIfAborted(signal);
  for (const [index, item] of items.entries()) {
    work(item, index);
    if (performance.now() - since > SLICE) {
      onProgress?.(index + 1, items.length);
      await new Promise((resolve) => setTimeout(resolve));
      stopIfAborted(signal);
      since = performance.now();
    }
  }
  onProgress?.(items.length, items.length);
}

/** Throws an `AbortError`, whatever the reason that was given. */
export function stopIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new DOMException('stopped', 'AbortError');
}
