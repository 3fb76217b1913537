/**
 * To Zotero on this machine, as its browser connector does (www.zotero.org/support/dev/client_coding/connector_http_server): a `ping`, then
 * `saveItems` into the collection that is chosen in Zotero. A page is one item; its passages and notes are child notes.
 */

import { escapeHtml } from '../export/html';
import { byPage, type CslDate, type Reference, references } from '../export/reference';
import { newId } from '../make';
import { ask, failed, isFailure, onTheWeb } from './ask';
import { ORIGINS } from './origins';
import type { Sender } from './types';

export const ZOTERO = 'http://127.0.0.1:23119/connector';
/** Items in one saving: each is a session, and its items appear together. */
const BATCH = 50;
/** Without the header Zotero takes no request from a browser. */
const HEADERS = { 'Content-Type': 'application/json', 'X-Zotero-Connector-API-Version': '3' };

export const zotero: Sender = {
  id: 'zotero',

  origins: ORIGINS.zotero,
  async send(clips, options) {
    const fit = clips.filter(onTheWeb);
    if (fit.length === 0) return failed({ reason: 'unfit', message: 'none of the clips is of a page on the web' }, 0, clips);
    const post = (path: string, body: object) =>
      ask(options, `${ZOTERO}/${path}`, { method: 'POST', headers: HEADERS, body: JSON.stringify(body) }, { local: true });

    const ping = await post('ping', {});
    if (isFailure(ping))
      return failed(ping.reason === 'unreachable' ? { reason: 'unreachable', message: 'Zotero is not running on this machine' } : ping, 0, fit);
    if (ping.status !== 200) return failed({ reason: 'unexpected', message: `what answers at Zotero’s port is not Zotero (${ping.status})` }, 0, fit);

    const groups = byPage(fit);
    let sent = 0;
    for (let at = 0; at < groups.length; at += BATCH) {
      const batch = groups.slice(at, at + BATCH).flat();
      const items = (await references({ clips: batch })).map(itemOf);
      const answer = await post('saveItems', { sessionID: newId(), uri: items[0]?.url, items });
      if (isFailure(answer) || answer.status !== 201) return failed(isFailure(answer) ? answer : refused(answer), sent, groups.slice(at).flat());
      sent += batch.length;
      options.onProgress?.(sent, fit.length);
    }
    return { kind: 'sent', count: sent };
  },
};

function refused({ status, body }: { readonly status: number; readonly body: unknown }) {
  const said = typeof body === 'object' && body !== null ? (body as { error?: unknown; libraryEditable?: unknown }) : {};
  if (said.libraryEditable === false)
    return { reason: 'refused' as const, message: 'the library that is chosen in Zotero cannot be written to: choose another' };
  if (said.error === 'CONNECTOR_VERSION_OUTDATED') return { reason: 'refused' as const, message: 'this Zotero wants a later connector: update Attaché' };
  return { reason: 'refused' as const, message: `Zotero did not take it (${status}${typeof said.error === 'string' ? `, ${said.error}` : ''})` };
}

const dateOf = (date: CslDate): string => date['date-parts'][0].map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0')).join('-');

function itemOf({ item, tags, notes }: Reference) {
  return {
    // The connector’s own key of the item, for this session.
    id: item.id,
    itemType: 'webpage',
    title: item.title,
    creators: (item.author ?? []).map((name) =>
      'literal' in name
        ? { lastName: name.literal, fieldMode: 1, creatorType: 'author' }
        : { firstName: name.given, lastName: name.family, creatorType: 'author' },
    ),
    websiteTitle: item['container-title'] ?? '',
    date: item.issued ? dateOf(item.issued) : '',
    accessDate: dateOf(item.accessed),
    url: item.URL,
    language: item.language ?? '',
    tags: tags.map((tag) => ({ tag })),
    notes: notes.map((note) => ({
      note: `<p>${escapeHtml(note)
        .replace(/\n{2,}/g, '</p><p>')
        .replace(/\n/g, '<br>')}</p>`,
    })),
    attachments: [],
  };
}
