/** Asking the background, from page scripts and extension pages. */
import { browser } from 'wxt/browser';
import type { Replies, ToBackground } from '../messages';

/** Sends one message and gives what comes back. */
export type Ask = <K extends ToBackground['kind']>(message: Extract<ToBackground, { kind: K }>) => Promise<Replies[K]>;

/** Once more when its worker was just stopped. Rejects with the background’s words when it refuses, and when the extension was reloaded or removed. */
export async function ask<K extends ToBackground['kind']>(message: Extract<ToBackground, { kind: K }>): Promise<Replies[K]> {
  for (let attempt = 0; ; attempt++) {
    try {
      const reply = (await browser.runtime.sendMessage(message)) as { ok: Replies[K] } | { error: string } | undefined;
      if (reply && 'ok' in reply) return reply.ok;
      throw new Error(reply?.error ?? 'no answer');
    } catch (error) {
      if (attempt > 0 || !browser.runtime?.id) throw error;
    }
  }
}
