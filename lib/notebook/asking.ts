/** What passes between the page’s notebook script and the background, as types and checks small enough to be on every page. */
import type { FaultKind } from './fault';
import type { NotebookReplies } from './messages';
import type { Clip, CorpusRecord } from './types';

/** What a page asks; `messages.ts` says the same to the background as schemas. */
export type AskNotebook =
  | { readonly kind: 'clip-add'; readonly clip: Clip }
  | { readonly kind: 'clips-here'; readonly url: string; readonly canonical?: string }
  | {
      readonly kind: 'clip-edit';
      readonly id: string;
      readonly revision: number;
      readonly edit: Partial<Pick<Clip, 'note' | 'tags' | 'colour'>>;
    }
  | { readonly kind: 'clip-trash' | 'clip-restore'; readonly id: string }
  | { readonly kind: 'corpus-visit'; readonly record: CorpusRecord };

/** The background’s answer. After a fault nothing was changed. */
export type NotebookReply<K extends keyof NotebookReplies> =
  | { readonly ok: NotebookReplies[K] }
  | { readonly fault: FaultKind; readonly error: string /** Of a conflict: what is stored. */; readonly stored?: Clip };

/** The background asks the page to clip: a menu or a key was used. `frame`: the selection is in a frame, where clips are not made. */
export type AskToClip = { readonly kind: 'clip'; readonly what: 'selection' | 'page' | 'either' | 'frame' };

export const isAskToClip = (message: unknown): message is AskToClip => {
  const { kind, what } = (typeof message === 'object' && message !== null ? message : {}) as { kind?: unknown; what?: unknown };
  return kind === 'clip' && (what === 'selection' || what === 'page' || what === 'either' || what === 'frame');
};

/** Under which key extension storage keeps the fingerprints of a host’s pages with clips: one read of the page’s own host tells whether to ask. */
export const pagesKey = (host: string): string => `clips:${host}`;

/** Is this a list as it is kept under these keys? */
export const isPageList = (value: unknown): value is readonly number[] => Array.isArray(value) && value.every((v) => typeof v === 'number');

/** Under which key a host’s pages are that had a clip on its way lately: the last one’s, for the list above is written by the background. */
export const comingKey = (host: string): string => `coming:${host}`;

/** Under which key extension storage keeps what corpus mode records for; nothing when it is off. */
export const CORPUS_KEY = 'corpus';

/** Corpus mode, while it is on. */
export interface Recording {
  readonly project: string;
  readonly name: string;
  readonly withText: boolean;
}

export const isRecording = (stored: unknown): stored is Recording => {
  const { project, name, withText } = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>;
  return typeof project === 'string' && typeof name === 'string' && typeof withText === 'boolean';
};

/** What visits of a page are recorded for, by what storage holds; never in a private window. */
export const recordedFor = (stored: unknown, isPrivate: boolean): Recording | undefined => (isRecording(stored) && !isPrivate ? stored : undefined);
