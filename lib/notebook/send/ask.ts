/** One question over the network, whose every end is a value. */
import type { Clip } from '../types';
import type { SendOptions, SendReason, SendResult } from './types';

export interface Answer {
  readonly status: number;
  /** The body as JSON; undefined when it is none. */
  readonly body: unknown;
}
export interface Failure {
  readonly reason: SendReason;
  readonly message: string;
}

const TIMEOUT = 15_000;

/** Asks and reads the whole answer, within the time. `local`: on this machine, where there is no being offline. */
export async function ask(
  { fetch, signal, timeout = TIMEOUT }: SendOptions,
  address: string,
  init: RequestInit,
  { local = false }: { readonly local?: boolean } = {},
): Promise<Answer | Failure> {
  const clock = AbortSignal.timeout(timeout);
  const { host } = new URL(address);
  try {
    const response = await fetch(address, { ...init, credentials: 'omit', redirect: 'error', signal: signal ? AbortSignal.any([signal, clock]) : clock });
    const text = await response.text();
    return { status: response.status, body: jsonOf(text) };
  } catch {
    if (signal?.aborted) return { reason: 'aborted', message: 'stopped' };
    if (clock.aborted) return { reason: 'timeout', message: `${host} did not answer within ${Math.round(timeout / 1000)} s` };
    if (!local && globalThis.navigator?.onLine === false) return { reason: 'offline', message: 'there is no network' };
    return { reason: 'unreachable', message: `nobody answers at ${host}` };
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const isFailure = (answer: Answer | Failure): answer is Failure => 'reason' in answer;

export const failed = ({ reason, message }: Failure, sent: number, left: readonly Clip[]): SendResult => ({ kind: 'failed', reason, message, sent, left });

/** Only pages on the web mean something to others. */
export const onTheWeb = ({ page }: Clip): boolean => /^https?:$/.test(URL.parse(page.url)?.protocol ?? '');
