import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneLine, safeName, uniqueNames, visible } from '@/lib/notebook/export/clean';
import { anyText, hostileText } from '../clips';

describe('text on its way into a file', () => {
  it('shows control characters, and keeps what can be read', () => {
    expect(visible('a\0b\x1bc\x7f\r\nd\re\tf')).toBe('a␀b␛c␡\nd\ne\tf');
    expect(visible('Лукашенко 👩‍👩‍👧 \ud83d')).toBe('Лукашенко 👩‍👩‍👧 \ufffd');
    expect(oneLine('  a \n\n b\u2028c ')).toBe('a b c');
  });
  it('says the same when it is cleaned twice', () =>
    fc.assert(fc.property(fc.oneof(anyText(), hostileText()), (text) => visible(visible(text)) === visible(text) && oneLine(oneLine(text)) === oneLine(text))));
});

describe('a file’s name', () => {
  it.each([
    ['Talks: “peace”/war?', 'Talks “peace” war'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['console', 'console'],
    ['..', 'clip'],
    ['.hidden. ', 'hidden'],
    ['', 'clip'],
    ['#tag [[link]] ^block 100%', 'tag link block 100'],
    ['photo\u202egpj.exe', 'photogpj.exe'],
    ['Переговоры в Минске', 'Переговоры в Минске'],
  ])('%s is %s', (text, name) => expect(safeName(text)).toBe(name));

  it('is never cut inside a character, and fits every file system', () =>
    fc.assert(
      fc.property(fc.constantFrom('👩‍👩‍👧', 'é', '中', 'ж', 'e\u0301'), fc.integer({ min: 1, max: 400 }), (letter, times) => {
        const name = safeName(letter.repeat(times));
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(180);
        const whole = letter.replace(/\p{Cf}/gu, '').normalize('NFC');
        expect(name.replaceAll(whole, '')).toBe('');
      }),
      { numRuns: 30 },
    ));

  it('is its own, also where capitals and composition do not count', () => {
    const unique = uniqueNames();
    expect(['Minsk', 'minsk', 'MINSK 2', 'é', 'e\u0301', 'Minsk'].map(unique)).toEqual(['Minsk', 'minsk 2', 'MINSK 2 2', 'é', 'e\u0301 2', 'Minsk 3']);
  });

  it('of ten thousand pages with one title is found at once', () => {
    const unique = uniqueNames();
    const names = Array.from({ length: 10_000 }, () => unique('Home'));
    expect(new Set(names).size).toBe(10_000);
    expect(names.at(-1)).toBe('Home 10000');
  });
});
