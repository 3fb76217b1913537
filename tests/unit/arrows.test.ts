import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** Which room may import which: the table of ARCHITECTURE.md. A room always may import itself. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  'lib/text': [],
  'lib/dataset': ['lib/text'],
  'lib/pack': ['lib/text', 'lib/dataset'],
  'lib/recognise': ['lib/text', 'lib/pack', 'lib/dataset'],
  'lib/card': ['lib/text', 'lib/pack', 'lib/dataset', 'lib/recognise'],
  'lib/page': ['lib/text', 'lib/dataset', 'lib/recognise', 'lib/settings'],
  'lib/settings': [],
  'lib/notebook': ['lib/text', 'lib/dataset', 'lib/recognise', 'lib/page'],
  'lib/browser': ['lib/answer', 'lib/messages', 'lib/notebook', 'lib/pack', 'lib/page', 'lib/panel', 'lib/settings', 'lib/text'],
  'lib/messages': ['lib/card', 'lib/recognise', 'lib/settings'],
  // The explorer reads a pack as the recogniser does, with a search of its own.
  'lib/explore': ['lib/text', 'lib/pack', 'lib/dataset', 'lib/recognise'],
  // Of the page it takes what a page tells; its code runs in the panel.
  'lib/panel': ['lib/card', 'lib/dataset', 'lib/pack', 'lib/page', 'lib/recognise', 'lib/settings', 'lib/text'],
  'lib/answer': ['lib/card', 'lib/dataset', 'lib/messages', 'lib/pack', 'lib/recognise'],
  'lib/build': [],
  'lib/commands': ['lib/notebook', 'lib/text', 'lib/dataset', 'lib/pack', 'lib/recognise', 'lib/page', 'lib/card', 'tests'],
  components: ['lib/card', 'lib/recognise', 'lib/settings', 'lib/notebook', 'lib/dataset', 'lib/explore', 'lib/panel'],
  entrypoints: [
    'lib/text',
    'lib/page',
    'lib/pack',
    'lib/card',
    'lib/messages',
    'lib/answer',
    'lib/browser',
    'lib/settings',
    'lib/notebook',
    'lib/dataset',
    'lib/recognise',
    'lib/explore',
    'lib/panel',
    'components',
  ],
};

/** Imports that must be of types only: the room on the left carries no code of the room on the right into its bundle. */
const TYPES_ONLY: ReadonlyArray<readonly [string, string]> = [
  ['components', 'lib/card'],
  // The notebook’s own page may; what is drawn on pages of the web may not.
  ['components/card', 'lib/notebook'],
  ['components/clip', 'lib/notebook'],
  ['lib/page', 'lib/settings'],
];

const roomOf = (file: string): string => {
  const parts = file.split('/');
  if (parts[0] !== 'lib') return parts[0] ?? '';
  return `lib/${(parts[1] ?? '').replace(/\.tsx?$/, '')}`;
};

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

function importsOf(file: string, source: string): Import[] {
  const out: Import[] = [];
  for (const match of source.matchAll(/(?:^|\n)\s*(?:import|export)\s+(type\s)?[^'"]*?from\s+'([^']+)'|import\('([^']+)'\)/g)) {
    const target = match[2] ?? match[3] ?? '';
    const to = target.startsWith('@/') ? target.slice(2) : target.startsWith('.') ? path.posix.join(path.posix.dirname(file), target) : undefined;
    if (to !== undefined) out.push({ from: file, to, typeOnly: match[1] !== undefined });
  }
  return out;
}

function faults(imports: readonly Import[]): string[] {
  return imports.flatMap(({ from, to, typeOnly }) => {
    const a = roomOf(from);
    const b = roomOf(to);
    if (a === b) return [];
    if (!MAY[a]?.includes(b)) return [`${from} imports ${to}: ${a} may not import ${b}`];
    return TYPES_ONLY.some(([x, y]) => from.startsWith(`${x}/`) && y === b) && !typeOnly ? [`${from} imports code of ${to}: only types`] : [];
  });
}

const sources = ['lib', 'components', 'entrypoints'].flatMap((top) =>
  fs
    .readdirSync(top, { recursive: true, encoding: 'utf8' })
    .filter((f) => /\.(ts|tsx)$/.test(f))
    .map((f) => `${top}/${f.split(path.sep).join('/')}`),
);

describe('arrows between rooms', () => {
  it('point one way', () => {
    const imports = sources.flatMap((file) => importsOf(file, fs.readFileSync(file, 'utf8')));
    expect(imports.length).toBeGreaterThan(60);
    expect(faults(imports)).toEqual([]);
  });
  it('are seen when they are wrong', () => {
    expect(faults(importsOf('lib/text/fold.ts', "import { openPack } from '../pack/open';"))).toEqual([
      'lib/text/fold.ts imports lib/pack/open: lib/text may not import lib/pack',
    ]);
    expect(faults(importsOf('components/Card.tsx', "import { cardData } from '@/lib/card/make';"))).toHaveLength(1);
    expect(faults(importsOf('components/Card.tsx', "import { browser } from '@/entrypoints/background';"))).toHaveLength(1);
  });
});
