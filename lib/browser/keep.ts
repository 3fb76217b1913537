/**
 * What the background keeps in `storage.local` for page scripts: the screen of the pack, the checked settings, the corrections. Page scripts
 * read these at the start of every page without waking anybody.
 */
import { browser } from 'wxt/browser';
import { screenOf } from '../pack/first-words';
import type { Pack } from '../pack/open';
import { type Correction, readCorrections, storedCorrections, unreadCorrections, withCorrection } from '../settings/corrections';
import { CORRECTIONS_KEY, SETTINGS_KEY } from '../settings/keys';
import { openScreen, SCREEN_KEY } from '../text/screen';
import { loadSettings, onSettings } from './settings';

/** Writes what changed or is damaged: at install, at start, and when a page finds something that it cannot read. */
export async function keepForPages(pack: Pack): Promise<void> {
  const stored = (await browser.storage.local.get(SCREEN_KEY))[SCREEN_KEY];
  await browser.storage.local.set({
    [SETTINGS_KEY]: (await loadSettings()).settings,
    ...(isCurrent(stored, pack) ? {} : { [SCREEN_KEY]: screenOf(pack) }),
  });
}

/** Of this pack, and whole: that its version is right says nothing of what is in it. */
function isCurrent(stored: unknown, pack: Pack): boolean {
  if (typeof stored !== 'object' || stored === null || (stored as { pack?: unknown }).pack !== pack.meta_.dataset) return false;
  try {
    openScreen(stored);
    return true;
  } catch {
    return false;
  }
}

export const keepSettings = (): (() => void) => onSettings(({ settings }) => browser.storage.local.set({ [SETTINGS_KEY]: settings }));

/** Changes of the corrections wait for one another: two at once would lose one. */
let writing: Promise<unknown> = Promise.resolve();

export function changeCorrections(change: (list: readonly Correction[]) => readonly Correction[]): Promise<void> {
  const done = writing.then(async () => {
    const stored = (await browser.storage.local.get(CORRECTIONS_KEY))[CORRECTIONS_KEY];
    await browser.storage.local.set({ [CORRECTIONS_KEY]: storedCorrections(change(readCorrections(stored)), unreadCorrections(stored)) });
  });
  writing = done.catch(() => undefined);
  return done;
}

export const addCorrection = (added: Correction): Promise<void> => changeCorrections((list) => withCorrection(list, added));
export const removeCorrections = (ids: readonly string[]): Promise<void> => changeCorrections((list) => list.filter((c) => !ids.includes(c.id)));
