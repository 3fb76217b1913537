/** A page asks the background for its notebook, until it knows: a worker may die between the change and the answer. */
import { browser } from 'wxt/browser';
import type { AskNotebook, NotebookReply } from '../notebook/asking';
import type { FaultKind } from '../notebook/fault';
import type { NotebookReplies } from '../notebook/messages';
import type { Clip } from '../notebook/types';
import { putOut, takeOut } from './outbox';

/** The background refused, or nobody answers (`asleep`: the extension was reloaded or removed). Nothing was changed, as far as is known. */
export class Refusal extends Error {
  constructor(
    readonly kind: FaultKind | 'asleep',
    message: string,
    /** Of a conflict. */
    readonly stored?: Clip,
  ) {
    super(message);
  }
}

/** Pauses before asking again, in milliseconds. A started worker answers within a tenth of a second. */
const PAUSES = [0, 50, 200, 500, 1000, 2000, 4000];
/** A worker that was stopped at the wrong moment never answers: after this long it is asked again. Every request may be repeated. */
const PATIENCE = 8000;

export async function askNotebook<K extends keyof NotebookReplies>(message: AskNotebook & { readonly kind: K }): Promise<NotebookReplies[K]> {
  for (const pause of PAUSES) {
    await new Promise((done) => setTimeout(done, pause));
    if (!browser.runtime?.id) break;
    const sent: Promise<NotebookReply<K> | undefined> = browser.runtime.sendMessage(message).catch(() => undefined);
    const reply = await Promise.race([sent, new Promise<undefined>((done) => setTimeout(done, PATIENCE))]);
    if (reply && 'ok' in reply) return reply.ok;
    if (reply && 'fault' in reply) throw new Refusal(reply.fault, reply.error, reply.stored);
  }
  throw new Refusal('asleep', 'nobody answers');
}

/** Keeps a clip: from now on it is not lost, whatever happens to this page or to the background. */
export async function keepClip(clip: Clip): Promise<Clip> {
  await putOut(clip);
  try {
    const kept = await askNotebook({ kind: 'clip-add', clip });
    await takeOut(clip.id);
    return kept;
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'bad') await takeOut(clip.id);
    throw error;
  }
}
