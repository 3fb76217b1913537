import { describe, expect, it } from 'vitest';
import { placeOf } from '@/lib/notebook/place';
import { aClip } from './clips';

const at = (exact: string, url = 'https://example.org/news/1') =>
  placeOf(aClip({ page: { ...aClip().page, url }, target: { quote: { exact, prefix: '', suffix: '' }, position: { start: 0, end: 1 } } }));

describe('the address of a passage', () => {
  it('holds a short quote whole', () =>
    expect(at('border – transit, again')).toBe('https://example.org/news/1#:~:text=border%20%E2%80%93%20transit%2C%20again'));
  it('holds the edges of a long one', () =>
    expect(at(`one two three four five six ${'x '.repeat(100)}seven eight nine ten eleven twelve`)).toMatch(
      /text=one%20two%20three%20four%20five%20six,seven%20eight%20nine%20ten%20eleven%20twelve$/,
    ));
  it('writes hyphens so that they are no marks', () => expect(at('so-called')).toMatch(/text=so%2Dcalled$/));
  it('keeps the fragment that is there', () => expect(at('a b', 'https://example.org/#!/7')).toBe('https://example.org/#!/7:~:text=a%20b'));
  it('of a bookmark is the page', () => {
    const { target: _target, ...bookmark } = aClip();
    expect(placeOf(bookmark)).toBe(bookmark.page.url);
  });
  it('leads to pages only, never to script', () => {
    expect(at('a', 'javascript:alert(1)')).toBeUndefined();
    expect(at('a', 'not an address')).toBeUndefined();
  });
  it('stands half a character', () => expect(at('\ud800 half')).toContain('text='));
});
