import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { i18n } from '#i18n';
import { keepCounts } from '@/lib/browser/badge';
import { keepForPages, keepSettings } from '@/lib/browser/keep';
import { serveNotebook } from '@/lib/browser/notebook';
import { openPage, panelOpener } from '@/lib/browser/pages';
import { handlers, serve } from '@/lib/browser/serve';
import { castOf } from '@/lib/card/cast';
import { isForNotebook } from '@/lib/notebook/messages';
import { openPack, type Pack } from '@/lib/pack/open';
import type { ToPage } from '@/lib/page/to-page';

/** The pack is opened once a life of the worker, when it is first needed. */
let opening: Promise<Pack> | undefined;
const pack = () => {
  opening ??= fetch(browser.runtime.getURL('/attache.pack' as never))
    .then((response) => response.arrayBuffer())
    .then(openPack);
  return opening;
};

export default defineBackground(() => {
  const all = handlers(pack);
  const keep = async () => keepForPages(await pack());
  browser.runtime.onInstalled.addListener(keep);
  browser.runtime.onStartup.addListener(keep);
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void openPage('welcome');
  });
  keepSettings();
  keepCounts();
  browser.runtime.onMessage.addListener((message: unknown, sender, reply: (value: unknown) => void) => {
    if (sender.id !== browser.runtime.id || isForNotebook(message)) return;
    Promise.resolve()
      .then(() => serve(message, sender, all, browser.runtime.getURL('/' as never)))
      .then((ok) => reply({ ok }))
      .catch((error: unknown) => reply({ error: error instanceof Error ? error.message : String(error) }));
    return true;
  });
  // The panel opens in the turn of the key only: nothing is waited for.
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'panel' && tab) void panelOpener()?.(tab.windowId ?? 0);
  });
  browser.commands.onCommand.addListener(async (command) => {
    if (command !== 'next-mention' && command !== 'previous-mention') return;
    const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
    if (tab?.id === undefined) return;
    const message: ToPage = { kind: 'walk', to: command === 'previous-mention' ? 'previous' : 'next' };
    // A tab without our script (a settings page, a store) has nobody to answer.
    await browser.tabs.sendMessage(tab.id, message).catch(() => undefined);
  });
  serveNotebook(
    async (entities, date) => castOf(await pack(), entities, date),
    () => ({ selection: i18n.t('clip.menuSelection'), page: i18n.t('clip.menuPage') }),
  );
});
