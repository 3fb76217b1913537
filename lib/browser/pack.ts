/** The bundled pack, opened by a page of the extension for itself: no worker has to be awake for it. */
import { browser } from 'wxt/browser';
import { openPack, type Pack } from '../pack/open';

/** Rejects with what is wrong with the file. */
export async function bundledPack(): Promise<Pack> {
  const response = await fetch(browser.runtime.getURL('/attache.pack' as never));
  return openPack(await response.arrayBuffer());
}
