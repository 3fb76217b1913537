import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint, hostOf, pageKey, pageKeys } from '@/lib/notebook/address';

describe('two addresses are one page', () => {
  it.each([
    ['https://example.org/a', 'http://www.example.org/a/'],
    ['https://example.org/a?id=7', 'https://example.org/a?utm_source=x&id=7&fbclid=1#part'],
    ['https://example.org/#!/article/7', 'https://example.org/?gclid=1#!/article/7'],
  ])('%s and %s', (a, b) => expect(pageKey(a)).toBe(pageKey(b)));
  it.each([
    ['https://example.org/a', 'https://example.org/b'],
    ['https://example.org/?p=1', 'https://example.org/?p=2'],
    ['https://example.org/#/a', 'https://example.org/#/b'],
    ['https://news.example.org/a', 'https://example.org/a'],
  ])('but not %s and %s', (a, b) => expect(pageKey(a)).not.toBe(pageKey(b)));
  it('only where there is an address', () => {
    expect(['about:blank', 'data:text/html,x', 'no address', 'chrome://settings'].map(pageKey)).toEqual([undefined, undefined, undefined, undefined]);
    expect(pageKey('file:///home/x/page.html')).toBe('/home/x/page.html');
  });
});

describe('keys of a page', () => {
  it('are those of its address and its canonical address, each once', () => {
    expect(pageKeys({ url: 'https://example.org/amp/a', canonical: 'https://example.org/a' })).toEqual(['example.org/amp/a', 'example.org/a']);
    expect(pageKeys({ url: 'https://example.org/a', canonical: 'https://www.example.org/a?utm_medium=y' })).toEqual(['example.org/a']);
  });
  it('do not follow a canonical address that names the front page for every page', () =>
    expect(pageKeys({ url: 'https://example.org/a', canonical: 'https://example.org/' })).toEqual(['example.org/a']));
  it('have the host of their page', () => expect(['example.org/a/b?x', 'example.org?x=1', 'example.org'].map(hostOf)).toEqual(Array(3).fill('example.org')));
});

it('fingerprints are whole numbers that JSON keeps, and differ', () => {
  fc.assert(fc.property(fc.string(), (key) => Number.isSafeInteger(fingerprint(key)) && fingerprint(key) >= 0));
  expect(new Set(Array.from({ length: 100_000 }, (_, i) => fingerprint(`example.org/news/${i}`))).size).toBe(100_000);
});
