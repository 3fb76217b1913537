/** The panel’s ear: follows the tab in front (or the one named in the panel’s address) through its pages, and hears every frame of it. No polling. */
import { type Browser, browser } from 'wxt/browser';
import { type FromFrame, PANEL_PORT, type Telling, type ToFrame } from '../page/telling';
import type { TabState } from '../panel/absence';
import { type Tab, tabFor } from './tab';

/** How long a page’s script may come after the page, in milliseconds: so often it is called once more, and no more. */
const AGAIN = [250, 1000, 3000];

export interface Following {
  state(): TabState;
  send(message: ToFrame): void;
}

/** `search`: of the panel’s address. `changed` is called whenever there is something new. */
export async function followTab(search: string, changed: () => void): Promise<Following> {
  const isFixed = new URLSearchParams(search).has('tab');
  let tab: Tab | undefined = await tabFor(search);
  let port: Browser.runtime.Port | undefined;
  let loading = false;
  let mute = false;
  let calls = 0;
  let calling: ReturnType<typeof setTimeout> | undefined;
  const tellings = new Map<string, Telling>();
  /** Frames that are known to have the port; by the browser’s numbers. */
  const heard = new Set<number>();

  const hear = (words: FromFrame) => {
    mute = false;
    calls = 0;
    if ('gone' in words) tellings.delete(words.frame);
    else {
      const before = tellings.get(words.frame);
      // While a page is read again, what it named stays in sight.
      const again = words.busy && words.mentions.length === 0 && before?.url === words.url && before.mentions.length > 0;
      tellings.set(words.frame, again ? { ...before, busy: true } : words);
    }
    changed();
  };
  /** Opens a port to all frames that the tab has now; each tells at once. */
  const connect = () => {
    clearTimeout(calling);
    port?.disconnect();
    port = undefined;
    if (!tab) return;
    const mine = browser.tabs.connect(tab.id, { name: PANEL_PORT });
    port = mine;
    mine.onMessage.addListener((words: FromFrame) => {
      if (mine === port) hear(words);
    });
    mine.onDisconnect.addListener(() => {
      // Read, or Chromium complains: nobody being there is no error.
      void browser.runtime.lastError;
      if (mine !== port) return;
      port = undefined;
      forget();
      mute = true;
      const wait = AGAIN[calls++];
      if (wait !== undefined) calling = setTimeout(connect, wait);
      changed();
    });
  };
  const forget = () => {
    tellings.clear();
    heard.clear();
  };

  browser.tabs.onActivated.addListener(({ tabId, windowId }) => {
    if (isFixed || (tab && windowId !== tab.windowId) || tabId === tab?.id) return;
    tab = { id: tabId, windowId };
    loading = false;
    mute = false;
    calls = 0;
    forget();
    connect();
    changed();
  });
  browser.tabs.onUpdated.addListener((tabId, { status }) => {
    if (tabId !== tab?.id || status === undefined) return;
    loading = status === 'loading';
    calls = 0;
    // A page that changed its address without loading has kept its port and its frames.
    if (!loading && (!port || tellings.size === 0)) connect();
    changed();
  });
  browser.tabs.onRemoved.addListener((tabId) => {
    if (tabId !== tab?.id) return;
    tab = undefined;
    forget();
    changed();
  });
  browser.runtime.onMessage.addListener((message: unknown, sender: Browser.runtime.MessageSender) => {
    // A frame that came later, or a page that was not there yet, asks who is in it: now it can be heard.
    const { kind } = (typeof message === 'object' && message !== null ? message : {}) as { kind?: unknown };
    if (kind !== 'recognise' || sender.tab?.id === undefined || sender.tab.id !== tab?.id || sender.frameId === undefined) return;
    if (heard.has(sender.frameId) && port) return;
    heard.add(sender.frameId);
    connect();
  });
  connect();
  return {
    state: () => ({ tab: tab?.id, loading, mute, tellings: [...tellings.values()] }),
    send: (message) => port?.postMessage(message),
  };
}
