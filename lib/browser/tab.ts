/** The tab that the popup or the panel is for, and what the page in it answers. */
import { browser } from 'wxt/browser';
import type { PageState, ToPage } from '../page/to-page';

export interface Tab {
  readonly id: number;
  readonly windowId: number;
}

/** The tab named by `?tab=` in the address, else the one in front; undefined when there is none. */
export async function tabFor(search: string): Promise<Tab | undefined> {
  const named = Number(new URLSearchParams(search).get('tab'));
  const tab = named > 0 ? await browser.tabs.get(named).catch(() => undefined) : (await browser.tabs.query({ active: true, currentWindow: true }))[0];
  return tab?.id === undefined ? undefined : { id: tab.id, windowId: tab.windowId ?? 0 };
}

/** What its page says; undefined when no script of ours is in it. */
export const stateOf = (tab: Tab): Promise<PageState | undefined> =>
  browser.tabs.sendMessage(tab.id, { kind: 'state' } satisfies ToPage, { frameId: 0 }).catch(() => undefined);

/** The page and its frames are read now. */
export const readNow = (tab: Pick<Tab, 'id'>): Promise<void> =>
  browser.tabs.sendMessage(tab.id, { kind: 'read' } satisfies ToPage).then(
    () => undefined,
    () => undefined,
  );

export const reload = (tab: Pick<Tab, 'id'>): Promise<void> => browser.tabs.reload(tab.id);
