/** Whether corpus mode is on, and for which project: for notebook page, popup, toolbar button. */
import { browser } from 'wxt/browser';
import { CORPUS_KEY, isRecording, type Recording } from '../notebook/asking';

/** What is recorded for; undefined while corpus mode is off. */
export async function recording(): Promise<Recording | undefined> {
  const stored = (await browser.storage.local.get(CORPUS_KEY))[CORPUS_KEY];
  return isRecording(stored) ? stored : undefined;
}

/** Calls back when corpus mode is switched. Gives back a way to stop. */
export function onRecording(listener: (state: Recording | undefined) => void): () => void {
  const listen = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    const change = area === 'local' ? changes[CORPUS_KEY] : undefined;
    if (change) listener(isRecording(change.newValue) ? change.newValue : undefined);
  };
  browser.storage.onChanged.addListener(listen);
  return () => browser.storage.onChanged.removeListener(listen);
}
