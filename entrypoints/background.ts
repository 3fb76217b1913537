import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { answer } from '@/lib/answer';
import { openPack, type Pack } from '@/lib/pack/open';
import { SCREEN_KEY } from '@/lib/text/screen';

/** The pack is opened once a life of the worker, when it is first needed. */
let opening: Promise<Pack> | undefined;
const pack = () => {
  opening ??= fetch(browser.runtime.getURL('/attache.pack' as never))
    .then((response) => response.arrayBuffer())
    .then(openPack);
  return opening;
};

/** Page scripts read the screen from storage; it is written anew when the pack changed. */
async function storeScreen(): Promise<void> {
  const { screen } = (await pack()).meta_;
  const stored = (await browser.storage.local.get(SCREEN_KEY))[SCREEN_KEY] as { pack?: string } | undefined;
  if (stored?.pack !== screen.pack) await browser.storage.local.set({ [SCREEN_KEY]: screen });
}

export default defineBackground(() => {
  browser.runtime.onInstalled.addListener(storeScreen);
  browser.runtime.onStartup.addListener(storeScreen);
  browser.runtime.onMessage.addListener((message: unknown, sender, reply: (value: unknown) => void) => {
    if (sender.id !== browser.runtime.id) return;
    pack()
      .then((open) => reply({ ok: answer(message, open) }))
      .catch((error: unknown) => reply({ error: error instanceof Error ? error.message : String(error) }));
    return true;
  });
  browser.commands.onCommand.addListener(async (command) => {
    const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
    if (tab?.id === undefined) return;
    const to = command === 'previous-mention' ? 'previous' : 'next';
    // A tab without our script (a settings page, a store) has nobody to answer.
    await browser.tabs.sendMessage(tab.id, { kind: 'walk', to }).catch(() => undefined);
  });
});
