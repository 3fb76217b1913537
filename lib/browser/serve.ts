/** What the background does with each message: one handler a kind. The pack’s part is `lib/answer.ts`, which needs no browser. */
import type { Browser } from 'wxt/browser';
import { answer } from '../answer';
import type { Replies, ToBackground } from '../messages';
import { ToBackground as Protocol } from '../messages';
import type { Pack } from '../pack/open';
import { showCount } from './badge';
import { addCorrection, keepForPages, removeCorrections } from './keep';
import { loadSettings } from './settings';
import { catalogueFor } from './words';

/** Who asked. */
export type Sender = Browser.runtime.MessageSender;
type Handlers = { readonly [K in ToBackground['kind']]: (message: Extract<ToBackground, { kind: K }>, sender: Sender) => Promise<Replies[K]> };

export function handlers(pack: () => Promise<Pack>): Handlers {
  return {
    recognise: async (message) => answer(message, await pack()) as Replies['recognise'],
    card: async (message) => answer(message, await pack()) as Replies['card'],
    find: async (message) => answer(message, await pack()) as Replies['find'],
    correct: async ({ correction }) => addCorrection(correction).then(() => null),
    uncorrect: async ({ ids }) => removeCorrections(ids).then(() => null),
    words: async () => (await catalogueFor((await loadSettings()).settings.language)) ?? null,
    keep: async () => keepForPages(await pack()).then(() => null),
    count: async ({ people }, sender) => showCount(people, sender.tab?.id).then(() => null),
  };
}

/** What only the extension’s own pages may ask: a page script, which lies in the process of the page that it reads, has no need of it. */
const OWN: ReadonlySet<ToBackground['kind']> = new Set(['uncorrect']);

/** Parses a message and has it handled. Rejects for a message that is none of the protocol’s, and for one that this sender may not send. */
export async function serve(raw: unknown, sender: Sender, all: Handlers, own: string): Promise<unknown> {
  const message = Protocol.parse(raw);
  if (OWN.has(message.kind) && !sender.url?.startsWith(own))
    throw new Error(`a page script asked for ${message.kind}, which only the extension’s own pages may`);
  return (all[message.kind] as (message: ToBackground, sender: Sender) => Promise<unknown>)(message, sender);
}
