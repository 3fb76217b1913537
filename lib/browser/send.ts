/** What sending clips needs of the browser: the permission to speak to a place, and what the reader chose at the last sending. */
import { browser } from 'wxt/browser';
import { z } from 'zod/mini';
import { ORIGINS, sender } from '../notebook/send/sender';
import type { SenderId, SendOptions, SendResult } from '../notebook/send/types';
import type { Clip } from '../notebook/types';

export { ORIGINS };

/** Kept on this machine only and never synchronised: a token is a password. */
const KEY = 'send';
const Word = z.exactOptional(z.string().check(z.maxLength(2000)));
const Flag = z.exactOptional(z.boolean());
const ChoicesShape = z.object({ vault: Word, folder: Word, token: Word, group: Word, wikiLinks: Flag, shared: Flag });
export type SendChoices = Readonly<z.infer<typeof ChoicesShape>>;

export async function sendChoices(): Promise<SendChoices> {
  const stored: unknown = (await browser.storage.local.get(KEY))[KEY];
  if (typeof stored !== 'object' || stored === null) return {};
  // Each field alone: a damaged folder must not cost the token.
  return Object.fromEntries(
    Object.entries(stored).filter(([field, value]) => field in ChoicesShape.shape && ChoicesShape.safeParse({ [field]: value }).success),
  );
}

export const keepSendChoices = (choices: SendChoices): Promise<void> => browser.storage.local.set({ [KEY]: choices });

/** Asks the browser’s reader, who is asked only within a click. */
export const allow = (origins: readonly string[]): Promise<boolean> => browser.permissions.request({ origins: [...origins] });

export async function send(to: SenderId, clips: readonly Clip[], { vault, folder, group, ...options }: Omit<SendOptions, 'fetch'>): Promise<SendResult> {
  // A field that was left empty is one that was not filled in.
  const filled = { ...(vault ? { vault } : {}), ...(folder ? { folder } : {}), ...(group ? { group } : {}) };
  return (await sender(to)).send(clips, { ...options, ...filled, fetch: (...request) => fetch(...request) });
}
