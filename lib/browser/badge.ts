/** The toolbar button: the number of people found, and whether visits are recorded. */

import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import type { Recording } from '../notebook/asking';
import type { PageState, ToPage } from '../page/to-page';
import { SETTINGS_KEY } from '../settings/keys';
import { readSettings } from '../settings/settings';
import { onRecording, recording } from './recording';
import { loadSettings } from './settings';

const GROUND = '#1f5f59';
/** While corpus mode is on. */
const RECORDING = '#9b2c1f';
const DOT = '●';

/** For a tab; nothing when nobody was found or the reader wants no badge. */
export async function showCount(people: number, tabId: number | undefined): Promise<void> {
  if (tabId === undefined) return;
  const { badge } = (await loadSettings()).settings;
  const state = await recording();
  await browser.action.setBadgeBackgroundColor({ tabId, color: state ? RECORDING : GROUND });
  await browser.action.setBadgeText({ tabId, text: badge && people > 0 ? String(people) : state ? DOT : '' });
}

/** For all tabs: that visits are recorded, and for which project, must be seen wherever one reads. */
export async function showRecording(state: Recording | undefined): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: state ? RECORDING : GROUND });
  await browser.action.setBadgeText({ text: state ? DOT : '' });
  await browser.action.setTitle({ title: state ? i18n.t('clip.recording', [state.name]) : i18n.t('extName') });
}

/** Asks every tab how many people it names, and shows that. A tab without our script has nobody to answer. */
export async function renewCounts(): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(
    tabs.map(async ({ id }) => {
      if (id === undefined) return;
      const state: PageState | undefined = await browser.tabs.sendMessage(id, { kind: 'state' } satisfies ToPage, { frameId: 0 }).catch(() => undefined);
      // The tab may have been closed since.
      if (state) await showCount(state.people, id).catch(() => undefined);
    }),
  );
}

/** Counts appear and go as the reader switches them, and with corpus mode, on tabs that are open already. Called once, while the worker starts. */
export function keepCounts(): void {
  browser.storage.onChanged.addListener((changes, area) => {
    const change = area === 'sync' ? changes[SETTINGS_KEY] : undefined;
    if (change && readSettings(change.oldValue).settings.badge !== readSettings(change.newValue).settings.badge) void renewCounts();
  });
  onRecording(() => void renewCounts());
}
