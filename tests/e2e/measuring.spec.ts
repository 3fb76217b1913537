/** The commands that measure the built extension notice what they are there to notice. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';

const PAGES = 'tests/fixtures/pages';
const OUT = path.resolve('.output/pages-of-tests');

interface Row {
  readonly file: string;
  readonly dom: string;
  readonly console: string;
  readonly ours: readonly string[];
  readonly mentions: readonly { readonly surface: string; readonly entity: string }[];
}

/** Runs the command on our pages with a build; gives its exit code, and its rows by page. */
function report(build: string): { status: number | null; said: string; rows: Record<string, Row> } {
  fs.rmSync(OUT, { recursive: true, force: true });
  const command = ['lib/commands/bench/run.mjs', 'pages-report', PAGES, '--build', build, '--out', OUT];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
  const rows: Row[] = JSON.parse(fs.readFileSync(path.join(OUT, 'report.json'), 'utf8'));
  return { status, said: stdout + stderr, rows: Object.fromEntries(rows.map((row) => [row.file.replace('.html', ''), row])) };
}

/** A copy of the build whose script ends with `code`. */
function damaged(script: string, code: string): string {
  const name = 'damaged-mv3';
  const folder = path.resolve('.output', name);
  fs.rmSync(folder, { recursive: true, force: true });
  fs.cpSync(path.resolve('.output/chrome-mv3'), folder, { recursive: true });
  fs.appendFileSync(path.join(folder, script), code);
  return name;
}
test.afterAll(() => fs.rmSync(path.resolve('.output/damaged-mv3'), { recursive: true, force: true }));

test('pages are the same with the extension and without, and their mentions are listed', () => {
  const { status, said, rows } = report('chrome-mv3');
  expect(status, said).toBe(0);
  for (const row of Object.values(rows)) expect(row).toMatchObject({ dom: 'same', console: 'same', ours: [] });
  expect(rows.article?.mentions).toContainEqual(expect.objectContaining({ surface: 'Angela Merkel', entity: 'person/angela-merkel' }));
  expect(rows.live?.mentions.map(({ entity }) => entity)).toEqual(['person/vladimir-putin', 'person/angela-merkel']);
  expect(rows.plain?.mentions).toEqual([]);
  for (const picture of ['article.html.with.jpg', 'article.html.without.jpg', 'article.html.marks.jpg', 'report.html'])
    expect(fs.statSync(path.join(OUT, picture)).size).toBeGreaterThan(500);
});

test('an extension that changes a page, speaks on its console or throws is told of, page by page', () => {
  const build = damaged(
    'content-scripts/page.js',
    `;({
      article: () => document.querySelector('h1').setAttribute('title', 'x'),
      live: () => console.info('a word of ours'),
      plain: () => setTimeout(() => { throw new Error('an error of ours'); }, 50),
    })[/(\\w+)\\.html$/.exec(location.pathname)?.[1]]?.();`,
  );
  const { status, said, rows } = report(build);
  expect(status, said).toBe(1);
  expect(rows.article).toMatchObject({ dom: 'ours', console: 'same', ours: [] });
  expect(rows.live).toMatchObject({ dom: 'same', ours: ['info: a word of ours'] });
  expect(rows.plain).toMatchObject({ dom: 'same', console: 'same', ours: ['Error: an error of ours'] });
  expect(said).toContain('differences of ours on 3');
});

test('a background that keeps something of every message is told of', () => {
  const soak = (build: string) =>
    spawnSync(process.execPath, ['lib/commands/bench/run.mjs', 'soak', '--loads', '40', '--tabs', '2', '--build', build], { encoding: 'utf8' });
  const sound = soak('chrome-mv3');
  expect(sound.status, sound.stdout + sound.stderr).toBe(0);
  const leaking = soak(
    damaged(
      'background.js',
      ';globalThis.kept = []; chrome.runtime.onMessage.addListener(() => { kept.push(Array.from({ length: 20_000 }, (_, i) => i + 0.5)); });',
    ),
  );
  expect(leaking.status, leaking.stdout).toBe(1);
  expect(leaking.stderr).toContain('the heap grows (worker)');
});
