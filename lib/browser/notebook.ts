/** The notebook in the extension: opened once a context, its pages announced in extension storage; and, in the background, served to pages. */
import { browser } from 'wxt/browser';
import type { AskToClip } from '../notebook/asking';
import { answerNotebook, type NotebookService } from '../notebook/background';
import { isForNotebook } from '../notebook/messages';
import { type Notebook, openNotebook } from '../notebook/store';
import { showRecording } from './badge';
import { addPages, renewPages } from './clip-pages';
import { emptyOutbox } from './outbox';
import { onRecording, recording } from './recording';

let opened: Notebook | undefined;

/** This context’s notebook. Only where the extension’s own origin is: background and extension pages. */
export function notebook(): Notebook {
  opened ??= openNotebook({ announce: addPages });
  return opened;
}

/** The address of a clip’s page, of what may be no clip. */
function addressIn(clip: unknown): string | undefined {
  const { page } = (typeof clip === 'object' && clip !== null ? clip : {}) as { page?: unknown };
  const { url } = (typeof page === 'object' && page !== null ? page : {}) as { url?: unknown };
  return typeof url === 'string' ? url : undefined;
}

/** The background’s part: answers pages, makes the menus, empties the trash. Called once, while the worker starts. */
export function serveNotebook(describe: NotebookService['describe'], titles: () => { readonly selection: string; readonly page: string }): void {
  let taking: Promise<void> | undefined;
  /** Stores what pages left on its way. */
  const takeIn = (): Promise<void> => {
    taking ??= emptyOutbox(async (clip, key) => {
      const reply = await answerNotebook({ kind: 'clip-add', clip }, addressIn(clip), { notebook: notebook(), describe });
      if ('ok' in reply) return true;
      if (reply.fault !== 'bad') return false;
      await notebook().setAside(key, 'outbox', clip, reply.error);
      return true;
    })
      .catch(() => undefined)
      .finally(() => {
        taking = undefined;
      });
    return taking;
  };
  browser.runtime.onMessage.addListener((message: unknown, sender, reply: (value: unknown) => void) => {
    if (sender.id !== browser.runtime.id || !isForNotebook(message)) return;
    // Extension pages open the notebook themselves.
    if (sender.tab === undefined) return;
    // A page that was loaded again in the middle of a save is answered with that clip.
    const first = (message as { kind?: unknown }).kind === 'clips-here' ? takeIn() : Promise.resolve();
    void first.then(() => answerNotebook(message, sender.url, { notebook: notebook(), describe })).then(reply);
    return true;
  });

  const housekeeping = async () => {
    await notebook().purge();
    await renewPages(() => notebook().keys());
    await showRecording(await recording());
  };
  onRecording(showRecording);
  // What a worker before this one did not come to. Not at once: who woke this one is waiting.
  setTimeout(takeIn, 2000);
  browser.runtime.onStartup.addListener(housekeeping);
  browser.runtime.onInstalled.addListener(async () => {
    await browser.contextMenus.removeAll();
    browser.contextMenus.create({ id: 'clip-selection', title: titles().selection, contexts: ['selection'] });
    browser.contextMenus.create({ id: 'clip-page', title: titles().page, contexts: ['page'] });
    await housekeeping();
  });

  // A tab without our script (a settings page, a store) has nobody to answer.
  const ask = (tab: number, message: AskToClip) => browser.tabs.sendMessage(tab, message, { frameId: 0 }).catch(() => undefined);
  browser.contextMenus.onClicked.addListener(async (info, tab) => {
    if (tab?.id === undefined) return;
    if (info.menuItemId === 'clip-page') await ask(tab.id, { kind: 'clip', what: 'page' });
    else if (info.menuItemId === 'clip-selection') await ask(tab.id, { kind: 'clip', what: info.frameId ? 'frame' : 'selection' });
  });
  browser.commands.onCommand.addListener(async (command) => {
    if (command !== 'clip') return;
    const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
    if (tab?.id !== undefined) await ask(tab.id, { kind: 'clip', what: 'either' });
  });
}
