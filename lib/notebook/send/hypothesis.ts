/**
 * To Hypothesis by its API (h.readthedocs.io/en/latest/api-reference/v1), with the reader’s own token: who it belongs to is asked first, then
 * each clip is an annotation. Private to the reader unless they want it shared. The time of making is Hypothesis’s own.
 */
import { addressOf } from '../export/reference';
import type { Clip } from '../types';
import { ask, failed, isFailure, onTheWeb } from './ask';
import { ORIGINS } from './origins';
import type { Sender } from './types';

export const HYPOTHESIS = 'https://api.hypothes.is/api';

export const hypothesis: Sender = {
  id: 'hypothesis',
  origins: ORIGINS.hypothesis,
  async send(clips, options) {
    const { token = '', group = '__world__', shared = false } = options;
    const fit = clips.filter(onTheWeb);
    if (fit.length === 0) return failed({ reason: 'unfit', message: 'none of the clips is of a page on the web' }, 0, clips);
    // Anything else could not be put into a header.
    if (!/^[\x21-\x7e]+$/.test(token))
      return failed({ reason: 'token', message: 'the token is missing or is not one: copy it from hypothes.is/account/developer' }, 0, fit);
    const headers = { Accept: 'application/vnd.hypothesis.v1+json', 'Content-Type': 'application/json', Authorization: `Bearer ${token}` };

    const profile = await ask(options, `${HYPOTHESIS}/profile`, { headers });
    if (isFailure(profile)) return failed(profile, 0, fit);
    const { userid } = (typeof profile.body === 'object' && profile.body !== null ? profile.body : {}) as { userid?: unknown };
    if ([401, 403, 404].includes(profile.status) || (profile.status === 200 && userid === null))
      return failed({ reason: 'token', message: 'Hypothesis does not know this token: make a new one at hypothes.is/account/developer' }, 0, fit);
    if (profile.status !== 200 || typeof userid !== 'string') return failed(refusal(profile), 0, fit);

    const read = [shared ? `group:${group}` : userid];
    for (const [at, clip] of fit.entries()) {
      const body = JSON.stringify({ ...annotationOf(clip), group, permissions: { read, update: [userid], delete: [userid], admin: [userid] } });
      const answer = await ask(options, `${HYPOTHESIS}/annotations`, { method: 'POST', headers, body });
      if (isFailure(answer)) return failed(answer, at, fit.slice(at));
      if (answer.status === 401 || answer.status === 403)
        return failed({ reason: 'token', message: 'the token may not write: make a new one at hypothes.is/account/developer' }, at, fit.slice(at));
      if (answer.status !== 200) return failed(refusal(answer), at, fit.slice(at));
      options.onProgress?.(at + 1, fit.length);
    }
    return { kind: 'sent', count: fit.length };
  },
};

function refusal({ status, body }: { readonly status: number; readonly body: unknown }) {
  const { reason } = (typeof body === 'object' && body !== null ? body : {}) as { reason?: unknown };
  const said = typeof reason === 'string' ? `: ${reason.slice(0, 200)}` : '';
  if (status === 429) return { reason: 'refused' as const, message: 'Hypothesis wants fewer annotations at a time: try again in a minute' };
  return { reason: status >= 400 ? ('refused' as const) : ('unexpected' as const), message: `Hypothesis did not take it (${status}${said})` };
}

/** Our XPaths start at the document, theirs at the body: the quote and the position are enough to find the passage. */
function annotationOf({ page, target, note, tags }: Clip) {
  const uri = addressOf(page);
  return {
    uri,
    document: { title: [page.title], ...(page.canonical === undefined ? {} : { link: [{ href: uri }, { href: page.canonical, rel: 'canonical' }] }) },
    text: note,
    tags,
    target: [{ source: uri, ...(target ? { selector: [{ type: 'TextQuoteSelector', ...target.quote }] } : {}) }],
  };
}
