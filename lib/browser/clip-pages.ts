/**
 * Which pages have clips, in extension storage: a short list of fingerprints a host. A page reads that of its own host and asks the background
 * only when it is on it. The list may hold too much (a question for nothing), never too little: it is written before the clip is.
 */
import { browser } from 'wxt/browser';
import { fingerprint, hostOf } from '../notebook/address';
import { comingKey, isPageList, pagesKey } from '../notebook/asking';

/** Background and extension pages write it: one at a time. */
const alone = <T>(work: () => Promise<T>): Promise<T> => navigator.locks.request('attache-clip-pages', work);

function byHost(keys: readonly string[]): Map<string, number[]> {
  const lists = new Map<string, number[]>();
  for (const key of new Set(keys)) {
    const at = pagesKey(hostOf(key));
    lists.set(at, [...(lists.get(at) ?? []), fingerprint(key)]);
  }
  return lists;
}

/** Adds pages. */
export const addPages = (keys: readonly string[]): Promise<void> =>
  alone(async () => {
    const lists = byHost(keys);
    const stored = await browser.storage.local.get([...lists.keys()]);
    const changed: Record<string, number[]> = {};
    for (const [at, list] of lists) {
      const old = stored[at] ?? [];
      // Damaged: it stays until the lists are written anew, for a page that finds it so asks, and of a new list it would not know what is missing.
      if (!isPageList(old)) continue;
      const all = [...new Set([...old, ...list])];
      if (all.length > old.length) changed[at] = all;
    }
    if (Object.keys(changed).length > 0) await browser.storage.local.set(changed);
  });

/** Writes the lists anew from all keys: drops pages whose clips are gone and mends what was lost. */
export const renewPages = (keys: () => Promise<readonly string[]>): Promise<void> =>
  alone(async () => {
    const lists = byHost(await keys());
    const stored = Object.keys(await browser.storage.local.get(null)).filter((key) => key.startsWith(pagesKey('')) || key.startsWith(comingKey('')));
    await browser.storage.local.set(Object.fromEntries(lists));
    await browser.storage.local.remove(stored.filter((key) => !lists.has(key)));
  });
