import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '@/lib/notebook/database';
import { type Notebook, openNotebook } from '@/lib/notebook/store';
import type { CorpusRecord } from '@/lib/notebook/types';
import { aClip } from './clips';

const NAME = 'test-corpus';
let time = Date.parse('2026-01-01T00:00:00Z');
let notebook: Notebook;
beforeEach(() => {
  notebook = openNotebook({ name: NAME, now: () => time });
});
afterEach(async () => {
  notebook.close();
  await Dexie.delete(NAME);
});

let count = 0;
const visit = (project: string, url: string, over: Partial<CorpusRecord> = {}): CorpusRecord => ({
  id: `record-${String(++count).padStart(6, '0')}`,
  project,
  page: { ...aClip().page, url },
  mentions: [],
  ...over,
});
const all = async (project: string, chunk?: number) => {
  const records: CorpusRecord[] = [];
  for await (const some of notebook.corpus.records(project, chunk)) records.push(...some);
  return records;
};

describe('a corpus', () => {
  it('has one record an article, the latest reading under the first one’s id and time', async () => {
    const { id } = await notebook.corpus.makeProject('  Minsk 2018 ');
    const first = visit(id, 'https://example.org/a');
    await notebook.corpus.record(first);
    const mentions = [{ start: 0, end: 0, surface: 'Makei', kind: 'person' as const, entity: 'person/x', name: 'X', confidence: 1, count: 3 }];
    const again = visit(id, 'https://www.example.org/a/?utm_source=x', { mentions });
    await notebook.corpus.record({ ...again, page: { ...again.page, read: '2026-12-01T00:00:00.000Z' } });
    await notebook.corpus.record(visit(id, 'https://example.org/b'));
    const records = await all(id);
    expect(records).toHaveLength(2);
    expect(records[0]).toMatchObject({ id: first.id, mentions, page: { read: first.page.read } });
    expect(await notebook.corpus.projects()).toMatchObject([{ name: 'Minsk 2018', records: 2, withText: false }]);
  });
  it('keeps text only where the project asks for it', async () => {
    const without = await notebook.corpus.makeProject('without');
    const with_ = await notebook.corpus.makeProject('with', true);
    for (const { id } of [without, with_]) await notebook.corpus.record(visit(id, 'https://example.org/a', { text: 'the article' }));
    expect((await all(without.id))[0]).not.toHaveProperty('text');
    expect((await all(with_.id))[0]?.text).toBe('the article');
  });
  it('is read in chunks of any size, each record once, projects apart', async () => {
    const [a, b] = [await notebook.corpus.makeProject('a'), await notebook.corpus.makeProject('b')];
    for (let i = 0; i < 25; i++) for (const { id } of [a, b]) await notebook.corpus.record(visit(id, `https://example.org/${i}`));
    for (const chunk of [1, 7, 25, 100]) {
      const records = await all(a.id, chunk);
      expect(new Set(records.map((r) => r.page.url)).size).toBe(25);
      expect(records.every((r) => r.project === a.id)).toBe(true);
      expect(records).toHaveLength(25);
    }
  });
  it('refuses a project without a name, a record without a project, and what is no record', async () => {
    await expect(notebook.corpus.makeProject('  ')).rejects.toThrow(/expected a name/);
    await expect(notebook.corpus.record(visit('nothing', 'https://example.org/a'))).rejects.toThrow(/no project/);
    expect(() => notebook.corpus.record({ ...visit('x', 'https://example.org/a'), mentions: 3 } as never)).toThrow(/mentions/);
  });
  it('goes to the trash with all its records, comes back, and is erased after thirty days', async () => {
    const { id } = await notebook.corpus.makeProject('old');
    await notebook.corpus.record(visit(id, 'https://example.org/a'));
    await notebook.corpus.trashProject(id);
    expect(await notebook.corpus.projects()).toEqual([]);
    await expect(notebook.corpus.record(visit(id, 'https://example.org/b'))).rejects.toThrow(/no project/);
    await notebook.corpus.restoreProject(id);
    expect(await notebook.corpus.projects()).toMatchObject([{ id, records: 1 }]);
    await notebook.corpus.trashProject(id);
    for (const days of [0, 16, 16]) {
      time += days * 86_400_000;
      await notebook.purge();
    }
    expect(await notebook.corpus.projects({ trash: true })).toEqual([]);
    expect(await all(id)).toEqual([]);
  });
  it('sets a damaged record aside and gives the others', async () => {
    const { id } = await notebook.corpus.makeProject('p');
    const good = visit(id, 'https://example.org/a');
    await notebook.corpus.record(good);
    const db = openDatabase(NAME);
    await db.records.put({ ...visit(id, 'https://example.org/b'), key: 'k', mentions: 'lost' } as never);
    db.dexie.close();
    expect(await all(id)).toEqual([good]);
    expect(await notebook.damaged()).toMatchObject([{ table: 'records', found: { mentions: 'lost' } }]);
  });
});
