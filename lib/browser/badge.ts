/** The toolbar button: the number of people found, and whether visits are recorded. */

import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import type { Recording } from '../notebook/asking';
import { recording } from './recording';
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
  // Before there is a button, there is nothing to show it on.
  if (!browser.action) return;
  await browser.action.setBadgeBackgroundColor({ color: state ? RECORDING : GROUND });
  await browser.action.setBadgeText({ text: state ? DOT : '' });
  await browser.action.setTitle({ title: state ? i18n.t('clip.recording', [state.name]) : '' });
}
