import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { fill, LANGUAGES } from '@/lib/browser/words';

/** `card.close` → sentence, of one catalogue. */
function sentences(language: string): Map<string, string> {
  const out = new Map<string, string>();
  const walk = (node: unknown, path: string) => {
    if (typeof node === 'object' && node !== null) for (const [key, child] of Object.entries(node)) walk(child, path ? `${path}.${key}` : key);
    else out.set(path, String(node ?? ''));
  };
  walk(parse(fs.readFileSync(`components/locales/${language}.yml`, 'utf8')), '');
  return out;
}

const CATEGORY = /\.(zero|one|two|few|many|other)$/;
const stems = (keys: Iterable<string>) => new Set([...keys].filter((k) => CATEGORY.test(k)).map((k) => k.replace(CATEGORY, '')));
const plain = (keys: Iterable<string>, counted: ReadonlySet<string>) => [...keys].filter((k) => !counted.has(k.replace(CATEGORY, ''))).sort();
const english = sentences('en');
const counted = stems(english.keys());

describe.each(LANGUAGES)('the words of %s', (language) => {
  const own = sentences(language);
  it('has every key that English has, and no other', () => expect(plain(own.keys(), counted)).toEqual(plain(english.keys(), counted)));
  it('has every plural form that the language tells apart', () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    const lacking = [...counted].flatMap((stem) => pluralCategories.filter((c) => !own.has(`${stem}.${c}`)).map((c) => `${stem}.${c}`));
    expect(lacking).toEqual([]);
  });
  it('fills the places that English fills', () => {
    const places = (text: string) => [...new Set(text.match(/\$\d/g))].sort().join();
    const wrong = plain(own.keys(), counted).filter((key) => places(own.get(key) ?? '') !== places(english.get(key) ?? ''));
    expect(wrong).toEqual([]);
  });
  it('leaves nothing empty, and names its language', () => {
    expect([...own].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([]);
    expect(own.get('language')).toBe(language);
  });
  it('describes the extension in as many characters as stores take', () => expect(own.get('extDescription')?.length).toBeLessThanOrEqual(132));
});

describe('filling a message', () => {
  it('puts substitutions in their places, and a dollar where two stand', () => expect(fill('$2 of $1, $$5', ['ten', 'three'])).toBe('three of ten, $5'));
  it('leaves a place without a substitution empty', () => expect(fill('a $3 b', ['x'])).toBe('a  b'));
});
