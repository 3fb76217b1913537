import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** Runs the command as a user does. */
const annotate = (args: readonly string[], input = '') => {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', 'tsx', 'lib/commands/annotate.ts', ...args], { input, encoding: 'utf8' });
  return { lines: stdout.split('\n').filter(Boolean), stderr, status };
};

describe('annotate', () => {
  it('reads a page as the extension does: its blocks, its date, its language', () => {
    const { lines, status } = annotate(['tests/fixtures/demo/article.html']);
    const mentions = lines.map((line) => JSON.parse(line) as { name: string; asOf: string; surface: string });
    expect(status).toBe(0);
    expect(new Set(mentions.map((m) => m.asOf))).toEqual(new Set(['2018-11-06']));
    expect(mentions.map((m) => m.name)).toEqual(expect.arrayContaining(['Alexander Lukashenko', 'Vladimir Makei', 'A. Wess Mitchell', 'Thomas Greminger']));
    expect(mentions.some((m) => m.surface.includes('Joni'))).toBe(false);
  });
  it('reads lines from standard input, with offsets in UTF-16 code units, and ignores fields that it does not know', () => {
    const text = '😀 Angela Merkel spoke.';
    const { lines } = annotate(['-'], `${JSON.stringify({ id: 'x', text, date: '2018-11-06', more: 1 })}\n`);
    const mention = JSON.parse(lines[0] ?? '{}') as {
      doc: string;
      start: number;
      end: number;
      surface: string;
      kind: string;
      via: string;
      wikidata: string | null;
    };
    expect(mention).toMatchObject({ doc: 'x', surface: 'Angela Merkel', kind: 'person', via: 'name' });
    expect(text.slice(mention.start, mention.end)).toBe('Angela Merkel');
  });
  it.each([
    ['a line that is no JSON', ['-'], '{"id":1,', /standard input:1: not JSON/],
    ['a line without text', ['-'], '{"id":1}', /standard input:1: text: /],
    ['a date that is none', ['-'], '{"text":"x","date":"soon"}', /expected YYYY-MM-DD/],
    ['a file that is not there', ['nowhere.txt'], '', /nowhere\.txt: there is no such file/],
    ['a format that is none', ['-', '--format', 'xml'], '', /--format: expected/],
  ] as const)('says where %s is wrong and how to mend it', (_what, args, input, message) => {
    const { stderr, status } = annotate(args, input);
    expect(stderr).toMatch(message);
    expect(status).toBe(2);
  });
  it('says where a file of lines is wrong', () => {
    const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'attache-')), 'a.jsonl');
    fs.writeFileSync(file, '{"text":"ok"}\n\nnonsense\n');
    expect(annotate([file]).stderr).toMatch(/a\.jsonl:3: not JSON/);
    fs.rmSync(path.dirname(file), { recursive: true });
  });
});
