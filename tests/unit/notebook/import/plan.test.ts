import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { pageKey } from '@/lib/notebook/address';
import { format } from '@/lib/notebook/export/format';
import type { FormatId } from '@/lib/notebook/export/types';
import { guessMapping } from '@/lib/notebook/import/csv';
import { planImport } from '@/lib/notebook/import/plan';
import type { ImportOptions } from '@/lib/notebook/import/types';
import { faultOf } from '@/lib/notebook/shape';
import { openNotebook } from '@/lib/notebook/store';
import type { Clip } from '@/lib/notebook/types';
import { aClip, hostileNotebook } from '../clips';

const NOW = new Date('2026-11-25T10:00:00.000Z');
const exported = async (id: FormatId, clips: readonly Clip[]) => String((await (await format(id)).write({ clips, now: NOW })).data);
/** As a file on a disk gives it back. */
const disk = (text: string) => new TextDecoder().decode(new TextEncoder().encode(text));
const plan = (text: string, options: Partial<ImportOptions> = {}, name = 'file.json') => planImport({ name, text }, { stored: [], now: NOW, ...options });
const well = (text: string) => text.toWellFormed();

describe('our own JSON', () => {
  it('gives back every clip exactly, whatever is in it', () =>
    fc.assert(
      fc.asyncProperty(hostileNotebook, async (clips) => {
        const { kind, added, faults, kept } = await plan(disk(await exported('json', clips)));
        expect({ kind, added: added.length, kept }).toEqual({ kind: 'attache', added: clips.length, kept: 0 });
        if (clips.length > 0) expect(faults).toEqual([]);
        expect(added).toEqual(clips);
      }),
      { numRuns: 200 },
    ));

  it('is merged without doubles: the later changed of two is kept', async () => {
    const [old, same, newer] = [aClip({ changed: '2026-01-01T00:00:00.000Z' }), aClip(), aClip({ changed: '2026-06-01T00:00:00.000Z', note: 'later' })];
    const text = await exported('json', [old, same, newer, aClip()]);
    const stored = [{ ...old, changed: '2026-02-01T00:00:00.000Z' }, same, { ...newer, changed: '2026-05-01T00:00:00.000Z', note: 'earlier' }];
    const { clips, added, replaced, kept } = await plan(text, { stored });
    expect([added.length, replaced, kept]).toEqual([1, [newer], 2]);
    expect(clips).toEqual([...added, ...replaced]);
  });

  it('takes the later of two with one id, and says so', async () => {
    const clip = aClip();
    const later = { ...clip, note: 'later', changed: '2026-12-01T00:00:00.000Z' };
    const { added, skipped } = await plan(await exported('json', [later, clip]));
    expect(added).toEqual([later]);
    expect(skipped).toMatchObject([{ kind: 'double', row: 2, line: 7 }]);
  });

  it('keeps what a later version added to a clip', async () => {
    const clip = { ...aClip(), stars: 5 } as Clip;
    expect((await plan(await exported('json', [clip]))).added).toEqual([clip]);
  });

  it('of a later version is refused', async () => {
    const { clips, faults } = await plan((await exported('json', [aClip()])).replace('"version": 1', '"version": 2'));
    expect(clips).toEqual([]);
    expect(faults).toMatchObject([{ kind: 'newer', path: 'version', mend: expect.stringMatching(/update/) }]);
  });

  it('with a fault is not taken at all; each fault has its line, its place and a mend', async () => {
    const bad = [{ ...aClip(), tags: ['a', 3] }, aClip(), { ...aClip(), page: { ...aClip().page, read: 'yesterday' } }] as unknown as Clip[];
    const { clips, faults } = await plan(await exported('json', bad));
    expect(clips).toEqual([]);
    expect(faults).toMatchObject([
      { kind: 'field', line: 6, row: 1, path: 'clips.0.tags.1' },
      { kind: 'field', line: 8, row: 3, path: 'clips.2.page.read', message: expect.stringMatching(/moment in UTC/) },
    ]);
    for (const fault of faults) expect(fault.mend).not.toBe('');
  });

  it('with many faults tells a hundred and how many more', async () => {
    const bad = Array.from({ length: 250 }, () => ({ ...aClip(), colour: 'beige' })) as unknown as Clip[];
    const { faults, moreFaults } = await plan(await exported('json', bad));
    expect([faults.length, moreFaults]).toEqual([100, 150]);
  });
});

describe('a file that cannot be read', () => {
  it.each([
    ['', 'empty', undefined],
    ['  \n', 'empty', undefined],
    ['hello', 'unknown', undefined],
    ['{"a":1}', 'unknown', undefined],
    ['[]', 'unknown', undefined],
    ['[1, 2]', 'unknown', undefined],
    ['{\n"format": "attache-notebook",\n"version": 1,,\n', 'syntax', 3],
    ['{"format": "attache-notebook",\n"clips": [\n', 'syntax', 3],
  ])('%j is told with what is wrong and where', async (text, kind, line) => {
    const { clips, faults } = await plan(text);
    expect(clips).toEqual([]);
    expect(faults).toMatchObject([{ kind, ...(line === undefined ? {} : { line }) }]);
    expect(faults[0]?.mend).not.toBe('');
  });

  it('is never an error, and never a clip that the notebook would refuse', () =>
    fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.json().map((text) => `{"format":"attache-notebook","version":1,"clips":[${text}]}`),
          fc.json().map((text) => `[{"type":"Annotation","id":"a","target":${text},"body":${text}}]`),
          fc.json().map((text) => `{"total":1,"rows":[{"uri":"https://example.org/","target":${text},"tags":${text},"document":${text}}]}`),
          fc.string().map((text) => `url,note\nhttps://example.org/,${text}`),
          fc.string(),
        ),
        async (text) => {
          for (const clip of (await plan(text)).clips) expect(faultOf(clip)).toBeUndefined();
        },
      ),
      { numRuns: 400 },
    ));

  it('stops when it is told to', async () =>
    await expect(plan(await exported('json', [aClip()]), { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' }));
});

describe('W3C annotations', () => {
  it('of ours give back id, passage, note, tags, colour and citation', () =>
    fc.assert(
      fc.asyncProperty(hostileNotebook, async (clips) => {
        const web = clips.filter((clip) => /^(https?|file):/.test(clip.page.url) && clip.note.length < 10_000);
        const { added, faults } = await plan(disk(await exported('annotations', web)));
        if (web.length > 0) expect(faults).toEqual([]);
        expect(added).toHaveLength(web.length);
        for (const [i, clip] of added.entries()) {
          const { id, note, tags, colour, target, page, made, changed } = web[i] as Clip;
          expect(clip).toMatchObject({ id: well(id), note, tags, colour, made, changed });
          expect(clip.target).toEqual(target);
          expect(clip.page).toMatchObject({ title: page.title, authors: page.authors, read: page.read });
          expect([clip.page.published, clip.page.site, clip.page.canonical]).toEqual([page.published, page.site, page.canonical]);
        }
      }),
      { numRuns: 200 },
    ));

  it('of others: one, a list, a page; bodies of every form; a target that is only an address', async () => {
    const annotation = {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: 'https://example.org/anno/1',
      type: 'Annotation',
      created: '2015-01-31T12:03:45+02:00',
      body: [{ type: 'TextualBody', value: 'a comment' }, { type: 'TextualBody', value: 'osce', purpose: 'tagging' }, 'https://example.org/video'],
      target: {
        source: { id: 'https://example.org/page', title: 'A page' },
        selector: { type: 'FragmentSelector', value: 'p', refinedBy: { type: 'TextQuoteSelector', exact: 'words' } },
      },
    };
    const plain = { id: 'urn:x:2', type: 'Annotation', bodyValue: 'all of it', target: 'https://example.org/other' };
    for (const file of [
      [annotation, plain],
      { type: 'AnnotationPage', items: [annotation, plain] },
      { type: 'AnnotationCollection', first: { type: 'AnnotationPage', items: [annotation, plain] } },
    ]) {
      const { added, faults } = await plan(JSON.stringify(file));
      expect(faults).toEqual([]);
      expect(added).toMatchObject([
        {
          kind: 'passage',
          note: 'a comment',
          tags: ['osce'],
          made: '2015-01-31T10:03:45.000Z',
          page: { url: 'https://example.org/page', title: 'A page' },
          target: { quote: { exact: 'words' } },
        },
        { kind: 'page', note: 'all of it', page: { url: 'https://example.org/other' } },
      ]);
    }
    const { added } = await plan(JSON.stringify(annotation));
    expect((await plan(JSON.stringify(annotation), { stored: added })).kept).toBe(1);
  });

  it('without a page, or with one that is elsewhere, are told', async () => {
    const { faults } = await plan(
      JSON.stringify([{ type: 'Annotation', target: { selector: {} } }, { type: 'Annotation' }, { type: 'Annotation', target: 'not an address' }]),
    );
    expect(faults.map(({ row }) => row)).toEqual([1, 2, 3]);
    expect((await plan('{"type":"AnnotationCollection","first":"https://example.org/page1"}')).faults).toMatchObject([
      { path: 'first', mend: expect.stringMatching(/save the page/) },
    ]);
  });
});

describe('a file of Hypothesis', () => {
  const row = (with_: object = {}) => ({
    id: 'LGVKq4E4SKKro96ZPMhGKQ',
    created: '2024-01-12T18:36:15.697572+00:00',
    updated: '2024-01-13T18:36:15.697572+00:00',
    user: 'acct:reader@hypothes.is',
    uri: 'https://example.org/talks',
    text: 'my *note*',
    tags: ['osce'],
    group: '__world__',
    document: { title: ['Talks in Minsk'] },
    target: [
      {
        source: 'https://example.org/talks',
        selector: [
          { type: 'RangeSelector', startContainer: '/div[1]', endContainer: '/div[1]', startOffset: 0, endOffset: 5 },
          { type: 'TextPositionSelector', start: 100, end: 109 },
          { type: 'TextQuoteSelector', exact: 'a passage', prefix: 'before ', suffix: ' after' },
        ],
      },
    ],
    ...with_,
  });

  it.each([
    ['the API’s answer', { total: 2, rows: [row(), row({ id: 'note', target: [{ source: 'x' }] })] }],
    ['a list of rows', [row(), row({ id: 'note', target: [] })]],
    ['the client’s export', { export_date: '2024-01-01', client_version: '1', annotations: [row(), row({ id: 'note', target: [] })] }],
  ])('is read: %s', async (_what, file) => {
    const { kind, added, faults } = await plan(JSON.stringify(file));
    expect([kind, faults]).toEqual(['hypothesis', []]);
    expect(added).toMatchObject([
      {
        id: 'hypothesis:LGVKq4E4SKKro96ZPMhGKQ',
        kind: 'passage',
        made: '2024-01-12T18:36:15.697Z',
        changed: '2024-01-13T18:36:15.697Z',
        note: 'my *note*',
        tags: ['osce'],
        page: { url: 'https://example.org/talks', title: 'Talks in Minsk' },
        target: { quote: { exact: 'a passage', prefix: 'before ', suffix: ' after' }, position: { start: 100, end: 109 } },
      },
      { id: 'hypothesis:note', kind: 'page' },
    ]);
    // Paths of theirs start elsewhere.
    expect(added[0]?.target).not.toHaveProperty('range');
  });

  it('passes over replies, and stops at what is no page or no moment', async () => {
    const reply = await plan(JSON.stringify({ total: 2, rows: [row(), row({ id: 'r', references: ['LGVKq4E4SKKro96ZPMhGKQ'] })] }));
    expect([reply.added.length, reply.skipped.map(({ kind, row }) => [kind, row])]).toEqual([1, [['reply', 2]]]);
    const bad = await plan(JSON.stringify({ total: 2, rows: [row({ uri: 'urn:x-pdf:1' }), row({ created: 'long ago' })] }));
    expect(bad.clips).toEqual([]);
    expect(bad.faults.map(({ path }) => path)).toEqual(['rows.0.uri', 'rows.1.created']);
  });

  it('again changes nothing; changed there, it changes note and tags here and leaves the rest', async () => {
    const { added } = await plan(JSON.stringify([row()]));
    const stored = added.map((clip) => ({ ...clip, colour: 'green' as const }));
    expect(await plan(JSON.stringify([row()]), { stored })).toMatchObject({ added: [], replaced: [], kept: 1 });
    const { replaced } = await plan(JSON.stringify([row({ text: 'new', updated: '2025-01-01T00:00:00+00:00' })]), { stored });
    expect(replaced).toMatchObject([{ note: 'new', colour: 'green', revision: 1 }]);
  });

  it('of the same passage with the same note as a clip of ours is that clip', async () => {
    const { page } = aClip();
    const clip = aClip({ page: { ...page, url: 'https://www.example.org/talks#x' }, note: 'my *note*' });
    expect(await plan(JSON.stringify([row()]), { stored: [clip] })).toMatchObject({ added: [], kept: 1 });
  });
});

describe('a table', () => {
  const table = (text: string, options: Partial<ImportOptions> = {}) => plan(text, options, 'table.csv');

  it('of ours gives back what it holds', () =>
    fc.assert(
      fc.asyncProperty(hostileNotebook, async (clips) => {
        const web = clips.filter((clip) => pageKey(clip.page.url) !== undefined && clip.id === clip.id.trim());
        const { added, faults, mapping } = await table(disk(await exported('csv', web)));
        if (web.length === 0) return;
        expect(faults).toEqual([]);
        expect(mapping).toMatchObject({ quote: 'quote', published: 'published' });
        expect(added).toHaveLength(web.length);
        for (const [i, clip] of added.entries()) {
          const { note, target, page, colour, made, changed } = web[i] as Clip;
          expect(clip).toMatchObject({ note: well(note), colour, made, changed, page: { title: well(page.title), read: page.read } });
          expect(clip.target?.quote).toEqual(
            target && { exact: well(target.quote.exact), prefix: well(target.quote.prefix), suffix: well(target.quote.suffix) },
          );
        }
      }),
      { numRuns: 200 },
    ));

  it('edited in a spreadsheet brings the edits, and nothing is lost of what it cannot hold', async () => {
    const clip = aClip({ mentions: [{ start: 0, end: 1, surface: 'a', kind: 'person', entity: 'person/a', name: 'A', confidence: 1 }], tags: ['x'] });
    const same = aClip();
    const csv = (await exported('csv', [clip, same])).replace('"x"', '"x; new"');
    const { replaced, added, kept } = await table(csv, { stored: [clip, same] });
    expect([added, kept]).toEqual([[], 1]);
    expect(replaced).toEqual([{ ...clip, tags: ['x', 'new'], revision: 1, changed: NOW.toISOString() }]);
    const moved = { ...clip, changed: '2026-11-24T09:00:00.000Z', note: 'newer here' };
    expect(await table(csv, { stored: [moved, same] })).toMatchObject({ replaced: [], kept: 2 });
  });

  it('of another program is read by its headings, or as the mapping says', async () => {
    const text = 'Highlight;Notes;Document Title;Source URL;Tags\n"a; passage";mine;Talks;https://example.org/1;"osce, minsk"\n';
    const { kind, added, columns } = await table(text);
    expect([kind, columns]).toEqual(['csv', ['Highlight', 'Notes', 'Document Title', 'Source URL', 'Tags']]);
    expect(added).toMatchObject([
      { note: 'mine', tags: ['osce', 'minsk'], page: { title: 'Talks', url: 'https://example.org/1' }, target: { quote: { exact: 'a; passage' } } },
    ]);
    const mapped = await table(text, { mapping: { url: 'Source URL', note: 'Highlight' } });
    expect(mapped.added).toMatchObject([{ kind: 'page', note: 'a; passage', tags: [], page: { title: '' } }]);
    expect((await table(text, { stored: added })).kept).toBe(1);
    expect(guessMapping(['URL', 'created_at', 'Author'])).toEqual({ url: 'URL', made: 'created_at', authors: 'Author' });
  });

  it('that does not fit is told by row and column, and nothing of it is taken', async () => {
    const { clips, faults } = await table(
      'url,colour,published,made\nhttps://example.org/1,beige,30/10/2018,\nnowhere,,2018-13,2018-02-30\nhttps://example.org/2,green,30.10.2018,2018-10-30 12:00\n',
    );
    expect(clips).toEqual([]);
    expect(faults.map(({ row, path }) => [row, path])).toEqual([
      [2, 'published'],
      [2, 'colour'],
      [3, 'url'],
      [3, 'published'],
      [3, 'made'],
    ]);
    for (const fault of faults) expect(fault.message).toMatch(new RegExp(`row ${fault.row}`));
  });

  it.each([
    ['note,title\na,b\n', {}, /addresses/],
    ['url,note\nhttps://example.org/,a\n', { mapping: { url: 'url', note: 'Note' } }, /no column “Note”/],
    ['url,note\nhttps://example.org/,"a\n', {}, /row 2/],
    ['url,note\nhttps://example.org/,a,b,c\n', {}, /row 2: 4 cells, but 2 headings/],
    ['url,note\n', {}, /nothing/],
  ])('%j: what is missing is said', async (text, options, message) => {
    const { clips, faults } = await table(text, options);
    expect(clips).toEqual([]);
    expect(faults[0]?.message).toMatch(message);
  });
});

describe('an import of ten thousand clips', () => {
  const NAME = 'import-test';
  afterEach(() => Dexie.delete(NAME));

  it('is planned and written with progress, and a second time changes nothing', async () => {
    const clips = Array.from({ length: 10_000 }, (_, n) => aClip({ id: `clip-${n}`, note: `note ${n}`, tags: ['a', 'b'] }));
    const text = await exported('json', clips);
    const seen: number[] = [];
    const { clips: planned } = await plan(text, { onProgress: (done) => seen.push(done) });
    expect(planned).toHaveLength(10_000);
    expect(seen.at(-1)).toBe(10_000);
    const notebook = openNotebook({ name: NAME });
    const written: number[] = [];
    expect(await notebook.putAll(planned, { onProgress: (done) => written.push(done) })).toMatchObject({ added: 10_000, aborted: false });
    expect(written).toHaveLength(20);
    const stored = await notebook.clips();
    expect(await plan(text, { stored })).toMatchObject({ clips: [], kept: 10_000 });
    notebook.close();
  }, 120_000);
});
