/** What every page of the extension does first: reads the settings and takes the words of the chosen language. */

import type { ReadSettings } from '../settings/settings';
import { loadSettings } from './settings';
import { catalogueFor, wordsFrom } from './words';

export interface PageStart extends ReadSettings {
  /** For `useWords` of the components. */
  readonly words: ReturnType<typeof wordsFrom>;
}

export async function startPage(document: Document): Promise<PageStart> {
  const read = await loadSettings();
  const words = wordsFrom(await catalogueFor(read.settings.language));
  document.documentElement.lang = words.language;
  return { ...read, words };
}
