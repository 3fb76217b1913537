/** The switch of corpus mode, and its state for whoever shows it: notebook page, popup, toolbar button, page scripts. */
import { browser } from 'wxt/browser';
import { CORPUS_KEY, isRecording, type Recording } from '../notebook/asking';
import { notebook } from './notebook';

/** What is recorded for; undefined while corpus mode is off. */
export async function recording(): Promise<Recording | undefined> {
  const stored = (await browser.storage.local.get(CORPUS_KEY))[CORPUS_KEY];
  return isRecording(stored) ? stored : undefined;
}

/** Records every article visited from now on for this project. Throws when there is none. Call again after the project was changed. */
export async function startRecording(id: string): Promise<Recording> {
  const project = await notebook().corpus.project(id);
  if (!project || project.deleted !== undefined) throw new Error(`there is no project ${id}`);
  const state: Recording = { project: project.id, name: project.name, withText: project.withText };
  await browser.storage.local.set({ [CORPUS_KEY]: state });
  return state;
}

export const stopRecording = (): Promise<void> => browser.storage.local.remove(CORPUS_KEY);

/** Calls back when corpus mode is switched. Gives back a way to stop. */
export function onRecording(listener: (state: Recording | undefined) => void): () => void {
  const listen = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    const change = area === 'local' ? changes[CORPUS_KEY] : undefined;
    if (change) listener(isRecording(change.newValue) ? change.newValue : undefined);
  };
  browser.storage.onChanged.addListener(listen);
  return () => browser.storage.onChanged.removeListener(listen);
}
