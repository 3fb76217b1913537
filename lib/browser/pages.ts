/** Going to the extension’s own pages, to the panel, and to where the browser lets keys be changed. */
import { browser } from 'wxt/browser';
import type { Shortcut } from '../settings/amounts';

export type OwnPage = 'welcome' | 'options' | 'explorer' | 'notebook';

/** In a tab of its own. */
export async function openPage(page: OwnPage): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`/${page}.html` as never) });
}

/** What of the browsers’ panels differs: a side panel in Chromium, a sidebar in Firefox, neither in Safari. */
interface Panels {
  readonly sidePanel?: { open(options: { windowId: number }): Promise<void> };
  readonly sidebarAction?: { open(): Promise<void> };
}

/** Opens the panel. Both browsers want it in the same turn as the reader’s click. Undefined where there is no panel. */
export function panelOpener(): ((windowId: number) => Promise<void>) | undefined {
  const { sidePanel, sidebarAction } = browser as Panels;
  if (sidePanel?.open) return (windowId) => sidePanel.open({ windowId });
  if (sidebarAction?.open) return () => sidebarAction.open();
  return undefined;
}

/** Opens the browser’s page of keyboard shortcuts. */
export async function openShortcuts(): Promise<void> {
  const { commands } = browser as { commands: { openShortcutSettings?: () => Promise<void> } };
  if (commands.openShortcutSettings) await commands.openShortcutSettings();
  // A link to such an address is refused; a tab is not.
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}

/** The extension’s commands with the keys that they have now. */
export async function shortcuts(): Promise<readonly Shortcut[]> {
  const all = await browser.commands.getAll();
  return all.flatMap(({ name, description, shortcut }) =>
    name ? [{ command: name, description: description || '', ...(shortcut ? { keys: shortcut } : {}) }] : [],
  );
}
