/**
 * Clips on their way: a page writes one here before it asks the background to keep it, and takes it out when it is kept. So it is not lost when
 * the tab is closed and the worker dies in the same moment: the next worker finds it.
 */
import { browser } from 'wxt/browser';
import { fingerprint, hostOf, pageKeys } from '../notebook/address';
import { comingKey } from '../notebook/asking';
import type { Clip } from '../notebook/types';

const PREFIX = 'outbox:';

/**
 * Beside the clip the page is noted, so that it asks for its clips when it is loaded again before this one is on the disk. A full storage, or none
 * because the extension was reloaded, is no reason not to ask.
 */
export async function putOut(clip: Clip): Promise<void> {
  const coming = new Map<string, number[]>();
  for (const key of pageKeys(clip.page)) {
    const at = comingKey(hostOf(key));
    coming.set(at, [...(coming.get(at) ?? []), fingerprint(key)]);
  }
  try {
    await browser.storage.local.set({ [PREFIX + clip.id]: clip, ...Object.fromEntries(coming) });
  } catch {
    // The background is asked all the same.
  }
}
export const takeOut = (id: string): Promise<void> => browser.storage.local.remove(PREFIX + id).catch(() => undefined);

/** Hands every clip that lies there to `keep`, with its key, and takes out those for which it resolves true. */
export async function emptyOutbox(keep: (clip: unknown, key: string) => Promise<boolean>): Promise<void> {
  const { local } = browser.storage as { local: typeof browser.storage.local & { getKeys?: () => Promise<string[]> } };
  const keys = local.getKeys ? await local.getKeys() : Object.keys(await local.get(null));
  for (const key of keys.filter((k) => k.startsWith(PREFIX))) {
    const clip = (await local.get(key))[key];
    if (clip !== undefined && (await keep(clip, key))) await local.remove(key);
  }
}
