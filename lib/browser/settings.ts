/** Settings in the extension’s storage: chosen in `sync`, read and checked into `local` by the background for page scripts. */
import { browser } from 'wxt/browser';
import { SETTINGS_KEY } from '../settings/keys';
import { type ReadSettings, readSettings, type Settings, storedSettings } from '../settings/settings';

export async function loadSettings(): Promise<ReadSettings> {
  return readSettings((await browser.storage.sync.get(SETTINGS_KEY))[SETTINGS_KEY]);
}

/** Keeps a change on top of what is stored now, so that two pages changing different settings lose neither. Gives back the whole. */
export async function changeSettings(change: (settings: Settings) => Settings): Promise<Settings> {
  const stored = (await browser.storage.sync.get(SETTINGS_KEY))[SETTINGS_KEY];
  const settings = change(readSettings(stored).settings);
  await browser.storage.sync.set({ [SETTINGS_KEY]: storedSettings(settings, stored) });
  return settings;
}

/** Calls back when the stored settings change, here or on another of the reader’s machines. Gives back a way to stop. */
export function onSettings(listener: (read: ReadSettings) => void): () => void {
  const listen = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'sync' && changes[SETTINGS_KEY]) listener(readSettings(changes[SETTINGS_KEY].newValue));
  };
  browser.storage.onChanged.addListener(listen);
  return () => browser.storage.onChanged.removeListener(listen);
}
