/** The switch of corpus mode. Its state, for whoever shows it, is in `recording.ts`. */
import { browser } from 'wxt/browser';
import { CORPUS_KEY, type Recording } from '../notebook/asking';
import { notebook } from './notebook';

export { onRecording, recording } from './recording';

/** Records every article visited from now on for this project. Throws when there is none. Call again after the project was changed. */
export async function startRecording(id: string): Promise<Recording> {
  const project = await notebook().corpus.project(id);
  if (!project || project.deleted !== undefined) throw new Error(`there is no project ${id}`);
  const state: Recording = { project: project.id, name: project.name, withText: project.withText };
  await browser.storage.local.set({ [CORPUS_KEY]: state });
  return state;
}

export const stopRecording = (): Promise<void> => browser.storage.local.remove(CORPUS_KEY);
