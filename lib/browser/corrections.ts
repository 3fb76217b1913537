/** The reader’s corrections, for the extension’s own pages. The background alone writes them. */
import { browser } from 'wxt/browser';
import { correctionsFor } from '../page/corrections';
import { type Correction, readCorrections } from '../settings/corrections';
import { CORRECTIONS_KEY } from '../settings/keys';

/** Of those that hold everywhere the panel shows the latest: what they change on a page cannot be known. */
const MOST_EVERYWHERE = 10;

/** The corrections that hold on a page: its own, its site’s, and the latest of those that hold everywhere. */
export function correctionsHere(all: readonly Correction[], url: string): readonly Correction[] {
  const here = correctionsFor(all, url);
  return [...here.filter((c) => c.where !== '*'), ...here.filter((c) => c.where === '*').slice(0, MOST_EVERYWHERE)];
}

/** Calls back with the corrections now and whenever they change. */
export function onCorrections(listener: (list: readonly Correction[]) => void): void {
  const read = async () => listener(readCorrections((await browser.storage.local.get(CORRECTIONS_KEY))[CORRECTIONS_KEY]));
  browser.storage.local.onChanged.addListener((changes: Record<string, unknown>) => {
    if (CORRECTIONS_KEY in changes) void read();
  });
  void read();
}
