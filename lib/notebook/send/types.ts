/** What “send to” is: clips in, a result out. A sender never throws and changes no clip; whatever failed may be sent again. */
import type { Clip } from '../types';

export const SENDER_IDS = ['obsidian', 'zotero', 'hypothesis'] as const;
export type SenderId = (typeof SENDER_IDS)[number];

/**
 * `offline`: there is no network. `unreachable`: nobody answers there (Zotero is not running). `refused`: it answered, and would not take it.
 * `token`: the token is missing, wrong or may not write. `timeout`: no answer in time. `too-long`: the link would be longer than systems pass on.
 * `unfit`: nothing in these clips can be sent there (an address that is no web address). `aborted`: the reader stopped it. `unexpected`: an answer
 * that is not as documented.
 */
export type SendReason = 'offline' | 'unreachable' | 'refused' | 'token' | 'timeout' | 'too-long' | 'unfit' | 'aborted' | 'unexpected';

export type SendResult =
  /** `open`: an address that the page has to open for it to be done (Obsidian). `clipboard`: text that has to be in the clipboard before that. */
  | { readonly kind: 'sent'; readonly count: number; readonly open?: string; readonly clipboard?: string; readonly where?: string }
  /** `sent`: how many were taken before it failed; `left`: those to send again. */
  | { readonly kind: 'failed'; readonly reason: SendReason; readonly message: string; readonly sent: number; readonly left: readonly Clip[] };

export interface SendOptions {
  readonly fetch: typeof globalThis.fetch;
  readonly signal?: AbortSignal;
  /** Milliseconds to wait for one answer. Default: 15 000. */
  readonly timeout?: number;
  readonly onProgress?: (done: number, total: number) => void;
  /** Hypothesis: the reader’s API token, and the group to post to (default `__world__`: public; private to the reader unless `shared`). */
  readonly token?: string;
  readonly group?: string;
  readonly shared?: boolean;
  /** Obsidian: the vault (default: the one last open), the folder, and the Markdown options. */
  readonly vault?: string;
  readonly folder?: string;
  readonly template?: string;
  readonly wikiLinks?: boolean;
}

export interface Sender {
  readonly id: SenderId;
  /** Match patterns of what it speaks to: to be asked for with `permissions.request` before the first sending. Empty: none. */
  readonly origins: readonly string[];
  send(clips: readonly Clip[], options: SendOptions): Promise<SendResult>;
}
