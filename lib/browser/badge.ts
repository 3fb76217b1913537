/** The number of people found, on the toolbar button. */
import { browser } from 'wxt/browser';
import { loadSettings } from './settings';

const GROUND = '#1f5f59';

/** For a tab; nothing when nobody was found or the reader wants no badge. */
export async function showCount(people: number, tabId: number | undefined): Promise<void> {
  if (tabId === undefined) return;
  const { badge } = (await loadSettings()).settings;
  await browser.action.setBadgeBackgroundColor({ tabId, color: GROUND });
  await browser.action.setBadgeText({ tabId, text: badge && people > 0 ? String(people) : '' });
}
