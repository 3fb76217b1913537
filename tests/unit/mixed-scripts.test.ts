import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** Words in which letters of two scripts stand side by side: one of them only looks right, and the word is never found. */
const MIXED =
  /\p{L}*(?:\p{Script=Latin}\p{Script=Cyrillic}|\p{Script=Cyrillic}\p{Script=Latin}|\p{Script=Greek}\p{Script=Cyrillic}|\p{Script=Cyrillic}\p{Script=Greek})\p{L}*/gu;

const files = (folder: string): string[] =>
  fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((file) => (/\.(?:ts|tsx|yml|yaml)$/.test(file) ? [path.join(folder, file)] : []));

/** Escapes (`\\p{L}`, `\\n`) are no letters of a word, and comments are read by people. */
const mixedIn = (text: string): string[] =>
  text
    .replace(/\/\*[\s\S]*?\*\/|\/\/ .*/gu, ' ')
    .replace(/\\u[0-9a-f]{4}|\\p\{[^}]*\}|\\[a-z]/giu, ' ')
    .match(MIXED) ?? [];

describe('the words of code and data', () => {
  it('are of one script each', () => {
    const found = ['lib', 'data', 'components', 'entrypoints']
      .flatMap(files)
      .flatMap((file) => mixedIn(fs.readFileSync(file, 'utf8')).map((word) => `${file}: ${word}`));
    expect(found).toEqual([]);
  });
  it('would be found if they were not', () => {
    expect(mixedIn('set("ліч\u0061 лічыць")')).toEqual(['ліч\u0061']);
    expect(mixedIn('слова word')).toEqual([]);
  });
});
