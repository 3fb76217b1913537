/** Senders against small servers that speak as Zotero and Hypothesis document it, and against all that goes wrong on the way. */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { LONGEST_LINK } from '@/lib/notebook/send/obsidian';
import { ORIGINS, SENDER_IDS, sender } from '@/lib/notebook/send/sender';
import type { SenderId, SendOptions } from '@/lib/notebook/send/types';
import type { Clip } from '@/lib/notebook/types';
import { aClip, hostileNotebook } from '../clips';

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Record<string, unknown>;
}
type Answer = readonly [status: number, body?: unknown] | 'silence' | 'hang up';

const servers: http.Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** A server on some port; `fetch` that leads there whatever host is asked for. */
async function serving(answer: (asked: Asked) => Answer) {
  const asked: Asked[] = [];
  const server = http.createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const one: Asked = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body: text === '' ? {} : JSON.parse(text) };
    asked.push(one);
    const said = answer(one);
    if (said === 'silence') return;
    if (said === 'hang up') request.socket.destroy();
    else
      response
        .writeHead(said[0], { 'Content-Type': 'application/json' })
        .end(said[1] === undefined ? '' : typeof said[1] === 'string' ? said[1] : JSON.stringify(said[1]));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const through = (input: string | URL | Request, init?: RequestInit) => {
    const { pathname } = new URL(String(input));
    return fetch(`http://127.0.0.1:${port}${pathname}`, init);
  };
  return { asked, fetch: through as typeof fetch };
}
const send = async (id: SenderId, clips: readonly Clip[], options: Partial<SendOptions>) => (await sender(id)).send(clips, { fetch: nowhere, ...options });
const nowhere = (() => Promise.reject(new TypeError('fetch failed'))) as typeof fetch;

/** Zotero’s connector server: `chrome/content/zotero/xpcom/server/server_connector.js`. */
function zoteroServer({ path, headers, body, method }: Asked, sessions: Set<string>): Answer {
  // Without it, it hangs up on browsers.
  if (headers['x-zotero-connector-api-version'] === undefined) return 'hang up';
  if (Number(headers['x-zotero-connector-api-version']) < 3) return [400, { error: 'CONNECTOR_VERSION_OUTDATED' }];
  if (method !== 'POST' || headers['content-type'] !== 'application/json') return [400, 'Endpoint does not support content-type\n'];
  if (path === '/connector/ping') return [200, { prefs: { automaticSnapshots: true } }];
  if (path !== '/connector/saveItems') return [404, 'No endpoint found\n'];
  if (typeof body.sessionID !== 'string' || sessions.has(body.sessionID)) return [409, { error: 'SESSION_EXISTS' }];
  sessions.add(body.sessionID);
  return [201];
}
/** The API of Hypothesis, version 1: h.readthedocs.io. */
function hypothesisServer({ path, headers, body, method }: Asked): Answer {
  const known = headers.authorization === 'Bearer 6879-good';
  if (method === 'GET' && path === '/api/profile') return [200, { userid: known ? 'acct:reader@hypothes.is' : null }];
  if (method !== 'POST' || path !== '/api/annotations' || !known) return [404, { status: 'failure', reason: 'not found' }];
  if (typeof body.uri !== 'string' || !Array.isArray(body.tags)) return [400, { status: 'failure', reason: 'uri: required' }];
  return [200, { id: 'LGVKq4E4SKKro96ZPMhGKQ', ...body }];
}

describe('to Zotero', () => {
  it('goes a page as an item with its passages as notes, after a ping', async () => {
    const sessions = new Set<string>();
    const { asked, fetch } = await serving((one) => zoteroServer(one, sessions));
    const { page } = aClip();
    const cited = { ...page, title: 'Переговоры', authors: ['Іваноў, Пётр', 'Reuters'], site: 'BelTA', published: '2018-10' };
    const clips = [
      aClip({ page: cited, tags: ['osce'] }),
      aClip({ page: cited, note: '<b> & mine' }),
      aClip({ page: { ...page, url: 'https://example.org/2' } }),
    ];
    expect(await send('zotero', clips, { fetch })).toEqual({ kind: 'sent', count: 3 });
    expect(asked.map(({ path }) => path)).toEqual(['/connector/ping', '/connector/saveItems']);
    expect(asked[1]?.body.items).toMatchObject([
      {
        itemType: 'webpage',
        title: 'Переговоры',
        url: 'https://example.org/news/1',
        websiteTitle: 'BelTA',
        date: '2018-10',
        accessDate: '2026-11-24',
        creators: [
          { firstName: 'Пётр', lastName: 'Іваноў', creatorType: 'author' },
          { lastName: 'Reuters', fieldMode: 1, creatorType: 'author' },
        ],
        tags: [{ tag: 'osce' }],
        notes: [{ note: '<p>“a passage”</p>' }, { note: '<p>“a passage”<br>&lt;b&gt; &amp; mine</p>' }],
      },
      { url: 'https://example.org/2' },
    ]);
  });

  it('in batches, each a session of its own; what was not taken is given back', async () => {
    const sessions = new Set<string>();
    let saves = 0;
    const { fetch } = await serving((one) =>
      one.path.endsWith('saveItems') && ++saves === 3 ? [500, { libraryEditable: false }] : zoteroServer(one, sessions),
    );
    const clips = Array.from({ length: 120 }, (_, n) => aClip({ page: { ...aClip().page, url: `https://example.org/${n}` } }));
    const seen: number[] = [];
    const result = await send('zotero', clips, { fetch, onProgress: (done) => seen.push(done) });
    expect(result).toMatchObject({ kind: 'failed', reason: 'refused', sent: 100, message: expect.stringMatching(/choose another/) });
    expect([sessions.size, seen]).toEqual([2, [50, 100]]);
    const left = result.kind === 'failed' ? result.left : [];
    expect(left).toEqual(clips.slice(100));
    expect(await send('zotero', left, { fetch })).toEqual({ kind: 'sent', count: 20 });
  });

  it.each<[string, (asked: Asked) => Answer, string]>([
    ['something else has the port', () => [404, 'nothing here'], 'unexpected'],
    ['it wants a later connector', ({ path }) => (path.endsWith('ping') ? [200, {}] : [400, { error: 'CONNECTOR_VERSION_OUTDATED' }]), 'refused'],
    ['it fails', ({ path }) => (path.endsWith('ping') ? [200, {}] : [500]), 'refused'],
    ['it hangs up', () => 'hang up', 'unreachable'],
    ['it says nothing', () => 'silence', 'timeout'],
  ])('when %s: a reason, and the clip is still there to send', async (_what, answer, reason) => {
    const { fetch } = await serving(answer);
    const clip = aClip();
    expect(await send('zotero', [clip], { fetch, ...(reason === 'timeout' ? { timeout: 2000 } : {}) })).toMatchObject({
      kind: 'failed',
      reason,
      sent: 0,
      left: [clip],
    });
  });

  it('when it is not running: that is said', async () =>
    expect(await send('zotero', [aClip()], {})).toMatchObject({ reason: 'unreachable', message: 'Zotero is not running on this machine' }));
});

describe('to Hypothesis', () => {
  it('goes a clip as an annotation, private to the reader unless it is to be shared', async () => {
    const { asked, fetch } = await serving(hypothesisServer);
    const clip = aClip({ note: 'mine', tags: ['osce'] });
    expect(await send('hypothesis', [clip], { fetch, token: '6879-good' })).toEqual({ kind: 'sent', count: 1 });
    expect(await send('hypothesis', [clip], { fetch, token: '6879-good', group: 'abc', shared: true })).toEqual({ kind: 'sent', count: 1 });
    const [, first, , second] = asked;
    expect(first?.headers).toMatchObject({ authorization: 'Bearer 6879-good', accept: 'application/vnd.hypothesis.v1+json' });
    expect(first?.body).toMatchObject({
      uri: 'https://example.org/news/1',
      text: 'mine',
      tags: ['osce'],
      group: '__world__',
      document: { title: ['Talks in Minsk'] },
      permissions: { read: ['acct:reader@hypothes.is'] },
      target: [{ source: 'https://example.org/news/1', selector: [{ type: 'TextQuoteSelector', exact: 'a passage', prefix: 'before ', suffix: ' after' }] }],
    });
    expect(second?.body).toMatchObject({ group: 'abc', permissions: { read: ['group:abc'] } });
  });

  it.each(['', 'bad token\n', '6879-bad', 'тoken'])('with %j for a token asks for another', async (token) => {
    const { asked, fetch } = await serving(hypothesisServer);
    const result = await send('hypothesis', [aClip()], { fetch, token });
    expect(result).toMatchObject({ kind: 'failed', reason: 'token', sent: 0 });
    expect(asked.every(({ method }) => method === 'GET')).toBe(true);
    // It may be in a log or on a screen.
    if (token !== '' && result.kind === 'failed') expect(result.message).not.toContain(token);
  });

  it.each<[string, Answer, string]>([
    ['too many', [429, {}], 'refused'],
    ['not allowed in this group', [400, { status: 'failure', reason: 'not allowed in this group' }], 'refused'],
    ['the token was taken back', [401, {}], 'token'],
    ['another language', [204], 'unexpected'],
    ['nothing', 'silence', 'timeout'],
    ['a broken line', 'hang up', 'unreachable'],
  ])('when the answer to the second is %s: the first stays sent, the rest is given back', async (_what, answer, reason) => {
    let posts = 0;
    const { fetch } = await serving((one) => (one.method === 'POST' && ++posts === 2 ? answer : hypothesisServer(one)));
    const clips = [aClip(), aClip(), aClip()];
    const result = await send('hypothesis', clips, { fetch, token: '6879-good', ...(reason === 'timeout' ? { timeout: 3000 } : {}) });
    expect(result).toMatchObject({ kind: 'failed', reason, sent: 1, left: clips.slice(1) });
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    const { fetch } = await serving((one) => {
      if (one.method === 'POST') stop.abort();
      return one.method === 'POST' ? 'silence' : hypothesisServer(one);
    });
    expect(await send('hypothesis', [aClip()], { fetch, token: '6879-good', signal: stop.signal })).toMatchObject({ reason: 'aborted', sent: 0 });
  });
});

describe('to Obsidian', () => {
  const parts = (link = '') => {
    const [address, query = ''] = link.split('?');
    return { address, ...Object.fromEntries(query.split('&').map((part) => part.split('=').map(decodeURIComponent) as [string, string])) };
  };
  it('goes by a link that makes a note', async () => {
    const result = await send('obsidian', [aClip({ note: 'mine & “yours”' })], { vault: 'My vault', folder: '/Clips/2026/' });
    expect(result).toMatchObject({ kind: 'sent', count: 1, where: 'Clips/2026/Talks in Minsk' });
    const link = parts(result.kind === 'sent' ? result.open : '');
    expect(link).toMatchObject({
      address: 'obsidian://new',
      vault: 'My vault',
      file: 'Clips/2026/Talks in Minsk',
      content: expect.stringContaining('mine & “yours”'),
    });
  });
  it('by the clipboard when the note is too long for a link', async () => {
    const result = await send('obsidian', [aClip({ note: 'long '.repeat(1000) })], {});
    expect(result).toMatchObject({ open: 'obsidian://new?name=Talks%20in%20Minsk&clipboard', clipboard: expect.stringContaining('long long') });
  });
  it('many clips as one note', async () => {
    const result = await send('obsidian', [aClip(), aClip()], {});
    expect(result).toMatchObject({ kind: 'sent', count: 2, where: expect.stringMatching(/^Attaché notebook \d{4}-\d\d-\d\d$/) });
  });
  it('not when even the names are too long, nor with a template that is wrong', async () => {
    expect(await send('obsidian', [aClip()], { folder: 'f'.repeat(3000) })).toMatchObject({ kind: 'failed', reason: 'too-long' });
    expect(await send('obsidian', [aClip()], { template: '{{titel}}' })).toMatchObject({
      kind: 'failed',
      reason: 'unfit',
      message: expect.stringMatching(/line 1/),
    });
  });
});

describe('any sender', () => {
  it('never throws, makes no link that systems would cut, and gives back what it did not send', () =>
    fc.assert(
      fc.asyncProperty(fc.constantFrom(...SENDER_IDS), hostileNotebook, async (id, clips) => {
        const result = await send(id, clips, { token: 'x' });
        if (result.kind === 'sent') expect((result.open ?? '').length).toBeLessThanOrEqual(LONGEST_LINK);
        else if (result.reason !== 'unfit') expect(result.left).toEqual(clips.filter((clip) => clip.page.url.startsWith('http')));
      }),
      { numRuns: 200 },
    ));
  it('names the origins that it speaks to', async () => {
    for (const id of SENDER_IDS) expect((await sender(id)).origins).toEqual(ORIGINS[id]);
  });
});
