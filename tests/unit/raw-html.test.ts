import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const WAYS =
  /\.(?:innerHTML|outerHTML)\s*=(?!=)|insertAdjacentHTML|document\.write|createContextualFragment|setHTMLUnsafe|dangerouslySetInnerHTML|\beval\(|new Function\(/;

const filesIn = (folder: string): string[] =>
  fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) => (/\.(ts|tsx|html)$/.test(name) ? [path.join(folder, name)] : []));

describe('the extension’s own source', () => {
  it('makes no HTML and no code out of text', () => {
    // Commands and build plugins run on Node and are in no page.
    const files = ['components', 'entrypoints', 'lib'].flatMap(filesIn).filter((f) => !/^lib[\\/](commands|build)[\\/]/.test(f));
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter((f) => WAYS.test(fs.readFileSync(f, 'utf8')))).toEqual([]);
  });
});
