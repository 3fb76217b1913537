import { describe, expect, it } from 'vitest';
import { escaped } from '@/lib/build/ascii';

/** What a piece of code gives when it is run. */
// biome-ignore lint/security/noGlobalEval: the code of this test only.
const run = (code: string): unknown => globalThis.eval(code);

describe('code in ASCII', () => {
  it.each([
    ['a string', '"Łukaszenka — Лукашэнка"'],
    ['a string with characters beyond the first plane', '"𝒜 😀".length + "😀"'],
    ['a template', '`“people” · two`'],
    ['a name of a member', 'JSON.stringify({ ł: 1, é: 2 })'],
    ['a regular expression', '"a–b".replace(/[–—]/u, "x") + /^[а-яё😀]+$/u.test("ё😀")'],
    ['a backslash before it that is itself escaped', '"\\\\é".length'],
  ])('means the same in %s', (_where, code) => {
    const plain = escaped(code);
    expect(plain).toMatch(/^[\0-\x7f]+$/);
    expect(run(plain)).toEqual(run(code));
  });

  it('is refused where an escape would mean something else', () => {
    expect(() => escaped('/\\–/')).toThrow('not ASCII');
    expect(() => escaped('String.raw`é`')).toThrow('not ASCII');
  });
});
