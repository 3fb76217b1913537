/** Every format, read back by a reader that is not ours: whatever is in a notebook, the file is whole and says it. */
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import Graph from 'graphology';
import { parse as parseGexf } from 'graphology-gexf';
import { Window } from 'happy-dom';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { pageKey } from '@/lib/notebook/address';
import { restore, splitList } from '@/lib/notebook/export/cells';
import { oneLine, visible } from '@/lib/notebook/export/clean';
import { FORMAT_IDS, format } from '@/lib/notebook/export/format';
import { addressOf, nameOf } from '@/lib/notebook/export/reference';
import type { ExportOptions, FormatId } from '@/lib/notebook/export/types';
import type { Clip } from '@/lib/notebook/types';
import { aClip, hostileNotebook } from '../clips';

const NOW = new Date('2026-11-25T10:00:00Z');
/** As it is on a disk: UTF-8. */
const written = async (id: FormatId, clips: readonly Clip[], options: ExportOptions = {}) => {
  const { data, ...file } = await (await format(id)).write({ clips, options, now: NOW });
  return { ...file, bytes: typeof data === 'string' ? new TextEncoder().encode(data) : data };
};
const text = async (id: FormatId, clips: readonly Clip[], options?: ExportOptions) =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode((await written(id, clips, options)).bytes);

const always = (id: FormatId, holds: (clips: Clip[]) => Promise<void>, runs = 500) =>
  it(`${id}: ${runs} notebooks with hostile text`, () => fc.assert(fc.asyncProperty(hostileNotebook, holds), { numRuns: runs }), 60_000);

/** The pages that are cited, in order: the first clip of each says how. By the address as it is written. */
const pagesOf = (clips: readonly Clip[]) => {
  const byKey = new Map([...clips].reverse().map((clip) => [pageKey(clip.page.url) ?? clip.page.url, clip.page]));
  const keys = new Set(clips.map((clip) => pageKey(clip.page.url) ?? clip.page.url));
  return new Map([...keys].flatMap((key) => byKey.get(key) ?? []).map((page) => [addressOf(page), page]));
};

const window = new Window();
/** Read anew for each notebook, ours would be most of the time. */
const STYLE = /<style>[\s\S]*?<\/style>/;

describe('any notebook can be read back from', () => {
  always('json', async (clips) => {
    const file = JSON.parse(await text('json', clips));
    expect(file).toMatchObject({ format: 'attache-notebook', version: 1, exported: NOW.toISOString() });
    expect(file.clips).toEqual(clips);
  });

  always('csv', async (clips) => {
    const csv = await text('csv', clips);
    expect(csv.startsWith('\ufeff"id","kind","quote","note"')).toBe(true);
    const { data, errors } = Papa.parse<Record<string, string>>(csv.slice(1), { header: true, newline: '\r\n', skipEmptyLines: true });
    expect(errors).toEqual([]);
    expect(data).toHaveLength(clips.length);
    for (const [i, row] of data.entries()) {
      const clip = clips[i] as Clip;
      // A spreadsheet runs no cell.
      for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
      expect(restore(row.note ?? '')).toBe(clip.note.toWellFormed());
      expect(restore(row.quote ?? '')).toBe((clip.target?.quote.exact ?? '').toWellFormed());
      expect(restore(row.title ?? '')).toBe(clip.page.title.toWellFormed());
      expect(splitList(restore(row.tags ?? ''), ';,')).toEqual(clip.tags.map((tag) => tag.toWellFormed().trim()).filter((tag) => tag !== ''));
    }
  });

  always('jsonl', async (clips) => {
    const lines = (await text('jsonl', clips)).split('\n').slice(0, -1);
    const mentions = clips.flatMap((clip) => clip.mentions.map((mention) => ({ clip, mention })));
    expect(lines.map((line) => JSON.parse(line))).toMatchObject(
      mentions.map(({ clip, mention }) => ({ source: clip.id, entity: mention.entity, surface: mention.surface, role: mention.role?.title ?? null })),
    );
  });

  always('csl', async (clips) => {
    const items = JSON.parse(await text('csl', clips)) as Record<string, unknown>[];
    expect(items.map((item) => item.URL)).toEqual([...pagesOf(clips).keys()]);
    expect(new Set(items.map((item) => item.id)).size).toBe(items.length);
    // citation-js refuses or repairs items that are not CSL: these are left as they are.
    const [first] = items;
    if (first) expect(new Cite([first]).data[0]).toMatchObject({ title: first.title, type: 'webpage', URL: first.URL });
  });

  always('ris', async (clips) => {
    const records = clips.length === 0 ? [] : new Cite(await text('ris', clips), { forceType: '@ris/file' }).data;
    const pages = pagesOf(clips);
    expect(records).toHaveLength(pages.size);
    for (const record of records) {
      const page = pages.get(String(record.URL)) as Clip['page'];
      expect(record.type).toBe('webpage');
      // Its reader takes what follows a second “  - ” on a line for nothing.
      const title = oneLine(page.title) || addressOf(page);
      expect(record.title).toBe(title.split(/ {2}-(?: |$)/)[0]);
      expect(record.author ?? []).toHaveLength(page.authors.filter((author) => nameOf(author, page) !== undefined).length);
    }
  });

  for (const id of ['bibtex', 'biblatex'] as const)
    always(id, async (clips) => {
      const bib = await text(id, clips);
      const records = clips.length === 0 ? [] : new Cite(bib, { forceType: `@${id === 'bibtex' ? 'bibtex' : 'biblatex'}/text` }).data;
      const pages = pagesOf(clips);
      expect(records).toHaveLength(pages.size);
      for (const record of records) {
        const page = pages.get(String(record.URL)) as Clip['page'];
        expect(page).toBeDefined();
        expect(record.author ?? []).toHaveLength(page.authors.filter((author) => nameOf(author, page) !== undefined).length);
      }
    });

  always('gexf', async (clips) => {
    const graph = parseGexf(Graph, await text('gexf', clips));
    const key = (entity: string) => oneLine(entity) || '?';
    const casts = clips.map((clip) => [...new Set(clip.mentions.map((mention) => key(mention.entity)))]);
    expect(graph.nodes().sort()).toEqual([...new Set(casts.flat())].sort());
    graph.forEachEdge((_edge, { weight }, a, b) => expect(weight).toBe(casts.filter((cast) => cast.includes(a) && cast.includes(b)).length));
    const pairs = new Set(casts.flatMap((cast) => cast.flatMap((a, i) => cast.slice(i + 1).map((b) => [a, b].sort().join('\0')))));
    expect(graph.size).toBe(pairs.size);
  });

  always('text', async (clips) => {
    const plain = await text('text', clips);
    for (const clip of clips) expect(plain).toContain(visible(clip.note).trim());
  });

  always('markdown', async (clips) => {
    const [, head = '', body = ''] = /^---\n([\s\S]*?\n)---\n([\s\S]*)$/.exec(await text('markdown', clips, { title: 'My: "notes"' })) ?? [];
    expect(parseYaml(head)).toEqual({ title: 'My: "notes"', exported: '2026-11-25', clips: clips.length });
    for (const clip of clips) expect(body).toContain(visible(clip.note).trim());
  });

  it(
    'markdown, one file a clip in a zip: 500 notebooks with hostile text',
    () =>
      fc.assert(
        fc.asyncProperty(hostileNotebook, fc.boolean(), async (clips, wikiLinks) => {
          const { name, bytes } = await written('markdown', clips, { perClip: true, wikiLinks });
          expect(name).toBe('Attaché notebook 2026-11-25.zip');
          const files = Object.entries(unzipSync(bytes));
          expect(files).toHaveLength(clips.length);
          expect(new Set(files.map(([path]) => path.normalize('NFC').toLowerCase())).size).toBe(clips.length);
          for (const [i, [path, file]] of files.entries()) {
            const clip = clips[i] as Clip;
            expect(path).toMatch(/^(?!\.)(?!(?:con|aux|nul|prn)\.)[^<>:"/\\|?*#^[\]\p{Cc}]*[^\s.]\.md$/iu);
            expect(new TextEncoder().encode(path).length).toBeLessThan(255);
            const [, head = '', body = ''] = /^---\n([\s\S]*?\n)---\n([\s\S]*)$/.exec(strFromU8(file)) ?? [];
            const properties = parseYaml(head);
            expect(properties.title ?? '').toBe(oneLine(clip.page.title));
            expect(properties.url).toBe(addressOf(clip.page));
            for (const tag of properties.tags ?? []) expect(tag).toMatch(/^(?=.*[^\d/-])[\p{L}\p{M}\p{N}\p{Emoji_Presentation}_/-]+$/u);
            expect(body).toContain(visible(clip.note).trim());
          }
        }),
        { numRuns: 500 },
      ),
    60_000,
  );

  always('html', async (clips) => {
    const document = new window.DOMParser().parseFromString((await text('html', clips)).replace(STYLE, '<style></style>'), 'text/html');
    const articles = [...document.querySelectorAll('article')];
    expect(articles).toHaveLength(clips.length);
    expect(document.querySelectorAll('script, img, link, iframe, [onclick]')).toHaveLength(0);
    expect([...document.querySelectorAll('style')]).toHaveLength(1);
    for (const [i, article] of articles.entries()) {
      const clip = clips[i] as Clip;
      expect(article.querySelector('.note')?.textContent ?? '').toBe(visible(clip.note));
      expect(article.querySelector('blockquote')?.textContent ?? '').toBe(visible(clip.target?.quote.exact ?? ''));
      for (const link of article.querySelectorAll('a')) expect(link.getAttribute('href')).toMatch(/^https?:\/\//);
    }
  });
});

describe('every format', () => {
  it.each(FORMAT_IDS)('%s: of an empty notebook is a file; its name is safe and its type said', async (id) => {
    const { name, type, bytes } = await written(id, []);
    expect(name).toMatch(/^Attaché notebook 2026-11-25\.[a-z.]+$/);
    expect(type).toMatch(/^[a-z]+\/[a-z0-9.+-]+$/);
    if (id !== 'jsonl' && id !== 'ris') expect(bytes.length).toBeGreaterThan(0);
  });

  it.each(FORMAT_IDS)('%s: stops when it is told to, and says how far it is', async (id) => {
    const clips = Array.from({ length: 3 }, () => aClip());
    const seen: [number, number][] = [];
    await (await format(id)).write({ clips, onProgress: (done, total) => seen.push([done, total]) });
    expect(seen.at(-1)?.[0]).toBe(seen.at(-1)?.[1]);
    await expect((await format(id)).write({ clips, signal: AbortSignal.abort(new Error('mine')) })).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('gives way on a long export, and is stopped in the middle of it', async () => {
    const clips = Array.from({ length: 20_000 }, () => aClip({ note: 'n'.repeat(500) }));
    const stop = new AbortController();
    let turns = 0;
    setTimeout(() => {
      turns++;
      stop.abort();
    });
    await expect((await format('html')).write({ clips, signal: stop.signal })).rejects.toMatchObject({ name: 'AbortError' });
    expect(turns).toBe(1);
  });
});
