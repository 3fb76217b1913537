/**
 * What the background keeps in `storage.local` for page scripts: the screen of the pack, the checked settings, the corrections. Page scripts
 * read these at the start of every page without waking anybody.
 */
import { browser } from 'wxt/browser';
import { screenOf } from '../pack/first-words';
import type { Pack } from '../pack/open';
import { type Correction, readCorrections, storedCorrections, withCorrection } from '../settings/corrections';
import { CORRECTIONS_KEY, SETTINGS_KEY } from '../settings/keys';
import { SCREEN_KEY, SCREEN_VERSION } from '../text/screen';
import { loadSettings, onSettings } from './settings';

/** Writes what changed: at install, at start, and when the settings change. */
export async function keepForPages(pack: Pack): Promise<void> {
  const stored = (await browser.storage.local.get(SCREEN_KEY))[SCREEN_KEY] as { pack?: string; version?: number } | undefined;
  const isCurrent = stored?.pack === pack.meta_.dataset && stored.version === SCREEN_VERSION;
  await browser.storage.local.set({
    [SETTINGS_KEY]: (await loadSettings()).settings,
    ...(isCurrent ? {} : { [SCREEN_KEY]: screenOf(pack) }),
  });
}

export const keepSettings = (): (() => void) => onSettings(({ settings }) => browser.storage.local.set({ [SETTINGS_KEY]: settings }));

/** Changes of the corrections wait for one another: two at once would lose one. */
let writing: Promise<unknown> = Promise.resolve();

export function changeCorrections(change: (list: readonly Correction[]) => readonly Correction[]): Promise<void> {
  const done = writing.then(async () => {
    const list = readCorrections((await browser.storage.local.get(CORRECTIONS_KEY))[CORRECTIONS_KEY]);
    await browser.storage.local.set({ [CORRECTIONS_KEY]: storedCorrections(change(list)) });
  });
  writing = done.catch(() => undefined);
  return done;
}

export const addCorrection = (added: Correction): Promise<void> => changeCorrections((list) => withCorrection(list, added));
export const removeCorrections = (ids: readonly string[]): Promise<void> => changeCorrections((list) => list.filter((c) => !ids.includes(c.id)));
