import { describe, expect, it } from 'vitest';
import { type Sender, serve } from '@/lib/browser/serve';

const OWN = 'chrome-extension://abcdefghijklmnopabcdefghijklmnop/';
const from = (url: string): Sender => ({ id: 'abcdefghijklmnopabcdefghijklmnop', url });
const handled: string[] = [];
const all = new Proxy({} as Parameters<typeof serve>[2], {
  get: (_target, kind) => async () => {
    handled.push(String(kind));
    return null;
  },
});

describe('a message to the background', () => {
  it('is parsed before anything is done', async () => {
    for (const raw of [undefined, null, 'words', { kind: 'nothing' }, { kind: '__proto__' }, { kind: 'count', people: -1 }])
      await expect(serve(raw, from(`${OWN}sidepanel.html`), all, OWN)).rejects.toThrow();
    expect(handled).toEqual([]);
  });
  it('takes corrections back for the extension’s own pages, not for a page script', async () => {
    const message = { kind: 'uncorrect', ids: ['a'] };
    for (const url of ['https://example.org/', 'https://example.org/chrome-extension://abcdefghijklmnopabcdefghijklmnop/'])
      await expect(serve(message, from(url), all, OWN)).rejects.toThrow('only the extension’s own pages');
    await expect(serve(message, { id: 'abcdefghijklmnopabcdefghijklmnop' }, all, OWN)).rejects.toThrow('only the extension’s own pages');
    expect(handled).toEqual([]);
    await serve(message, from(`${OWN}sidepanel.html`), all, OWN);
    expect(handled).toEqual(['uncorrect']);
  });
  it('that asks too much at once is refused with what to do', async () => {
    const ask = (blocks: readonly object[]) => serve({ kind: 'recognise', blocks }, from('https://example.org/'), all, OWN);
    const many = Array.from({ length: 20_000 }, (_, id) => ({ id, text: '' }));
    await expect(ask(many)).resolves.toBeNull();
    await expect(ask([...many, { id: 0, text: '' }])).rejects.toThrow('in several messages');
    await expect(ask([{ id: 0, text: 'a'.repeat(60_000) }])).resolves.toBeNull();
    await expect(ask([{ id: 0, text: 'a'.repeat(60_001) }])).rejects.toThrow('cut it at white space');
  });
  it('for words and counts is taken from a page script', async () => {
    await expect(serve({ kind: 'words' }, from('https://example.org/'), all, OWN)).resolves.toBeNull();
  });
});
