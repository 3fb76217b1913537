/** Records that are damaged in any table, clocks that are wrong, storage that is full: nothing of the reader’s is lost, and what is wrong is said. */
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pageKeys } from '@/lib/notebook/address';
import { openDatabase, VERSIONS } from '@/lib/notebook/database';
import { plainJson } from '@/lib/notebook/plain-json';
import { type Notebook, openNotebook } from '@/lib/notebook/store';
import { aClip } from './clips';

const NAME = 'test-damage';
const DAY = 86_400_000;
const START = Date.parse('2026-11-24T08:30:00Z');
let time = START;
const opened: Notebook[] = [];
const open = (options: Parameters<typeof openNotebook>[0] = {}): Notebook => {
  const notebook = openNotebook({ name: NAME, now: () => time, ...options });
  opened.push(notebook);
  return notebook;
};
/** Writes past the notebook, as a fault of a disk or of another version would. */
const raw = async (work: (db: ReturnType<typeof openDatabase>) => Promise<unknown>) => {
  const db = openDatabase(NAME);
  await work(db);
  db.dexie.close();
};
const rowOf = (clip: ReturnType<typeof aClip>) => ({ ...clip, keys: pageKeys(clip.page) });
/** Of a wrong type, truncated, huge, of another version. */
const DAMAGE: readonly unknown[] = [undefined, null, 0, -1, true, '', 'x', 'x'.repeat(1_100_000), [], [null], {}, { version: 99 }, new Date(0), 10n];

let notebook: Notebook;
beforeEach(() => {
  time = START;
  notebook = open();
});
afterEach(async () => {
  for (const each of opened.splice(0)) each.close();
  await Dexie.delete(NAME);
});

describe('damage in the table of clips', () => {
  const FIELDS = ['kind', 'made', 'changed', 'revision', 'deleted', 'page', 'target', 'mentions', 'note', 'tags', 'colour', 'keys'] as const;
  for (const field of FIELDS)
    it(`at ${field}: the clip is given or set aside whole, never lost, and the others are read`, async () => {
      for (const found of DAMAGE) {
        const [good, bad] = [aClip(), aClip()];
        await notebook.add(good);
        await raw((db) => db.clips.put({ ...rowOf(bad), [field]: found } as never));
        const all = [...(await notebook.clips()), ...(await notebook.clips({ trash: true }))].map((c) => c.id);
        const aside = (await notebook.damaged()).map((d) => d.id);
        expect(all, String(found)).toContain(good.id);
        expect([...all, ...aside], String(found)).toContain(bad.id);
        const counted = await notebook.count();
        expect(counted).toMatchObject({ kept: (await notebook.clips()).length, damaged: aside.length });
      }
    });
  it('at the keys of its page: they are made anew, and the page finds its clip', async () => {
    for (const keys of [undefined, 7, [], [3], 'example.org']) {
      const page = { ...aClip().page, url: `https://example.org/${String(keys)}` };
      const clip = aClip({ page });
      await raw((db) => db.clips.put({ ...rowOf(clip), keys } as never));
      await notebook.clips();
      expect(await notebook.clipsOn(pageKeys(page))).toEqual([clip]);
    }
  });
  it('at the moment of deletion: it is not taken for one that lay in the trash for thirty days', async () => {
    const clip = aClip();
    await raw((db) => db.clips.put({ ...rowOf(clip), deleted: 0 } as never));
    await notebook.purge();
    time += DAY;
    expect(await notebook.purge()).toBe(0);
    await notebook.clips({ trash: true });
    expect((await notebook.damaged()).map((d) => d.id)).toEqual([clip.id]);
  });
});

describe('damage in the other tables', () => {
  const visit = (project: string, url: string) => ({ id: url, project, page: { ...aClip().page, url }, mentions: [] });
  it('a project is made anew from what is whole of it, keeps its records, and the damaged one is set aside', async () => {
    for (const change of [{ name: 3 }, { made: 'yesterday' }, { withText: 'yes' }, { deleted: 0 }, { name: undefined, made: undefined, withText: undefined }]) {
      const { id } = await notebook.corpus.makeProject('Vienna', true);
      await notebook.corpus.record(visit(id, `https://example.org/${id}`));
      await raw((db) => db.projects.update(id, change as never));
      const project = (await notebook.corpus.projects()).find((p) => p.id === id);
      expect(project, JSON.stringify(change)).toMatchObject({ records: 1, name: 'name' in change ? id : 'Vienna' });
      expect(await notebook.corpus.project(id)).toEqual({ ...project, records: undefined });
      expect(await notebook.damaged()).toContainEqual(expect.objectContaining({ id, table: 'projects', found: expect.objectContaining({ id }) }));
    }
  });
  it('a project in which the moment of deletion is damaged is not erased', async () => {
    const { id } = await notebook.corpus.makeProject('Vienna');
    await raw((db) => db.projects.update(id, { deleted: 0 } as never));
    await notebook.purge();
    time += DAY;
    await notebook.purge();
    expect(await notebook.corpus.projects()).toMatchObject([{ id }]);
  });
  it('records whose project is gone are still in a reading of all', async () => {
    const { id } = await notebook.corpus.makeProject('Vienna');
    await notebook.corpus.record(visit(id, 'https://example.org/a'));
    await raw((db) => db.projects.delete(id));
    const all = [];
    for await (const chunk of notebook.corpus.records(undefined)) all.push(...chunk);
    expect(all).toHaveLength(1);
  });
  it('a state that is none counts every change: better a reminder too many', async () => {
    await notebook.add(aClip());
    for (const value of DAMAGE) {
      await raw((db) => db.state.put({ key: 'last-export', value }));
      expect(await notebook.backup(), String(value)).toMatchObject({ changedSince: 1 });
      expect(await notebook.backup()).not.toHaveProperty('lastExport');
    }
  });
  it('what was set aside is damaged itself: it is shown all the same', async () => {
    await raw((db) => db.damaged.put({ id: 'a', table: 'clips', found: 10n, fault: { no: 'text' }, when: 5 } as never));
    expect(await notebook.damaged()).toMatchObject([{ id: 'a', table: 'clips', fault: '[object Object]' }]);
  });
  it('is written as JSON, whatever it is', () =>
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withMap: true, withDate: true }), (found) => {
        expect(() => JSON.parse(plainJson({ found }))).not.toThrow();
      }),
    ));
  it('a large integer is its digits, and costs nothing beside it', () => expect(plainJson({ n: 10n, note: 'x' })).toBe('{"n":"10","note":"x"}'));
  it('a cycle is said, and does not cost the rest', () => {
    const cycle: Record<string, unknown> = {};
    cycle.self = cycle;
    expect(plainJson(cycle)).toMatch(/^\{"unwritable":/);
  });
});

describe('a database of a later version', () => {
  it('is read, and what it has is given', async () => {
    const clip = aClip();
    await notebook.add(clip);
    notebook.close();
    const later = openDatabase(NAME, [...VERSIONS, { stores: { later: 'id' } }]);
    await later.dexie.open();
    later.dexie.close();
    expect(await open().clips()).toEqual([clip]);
  });
});

describe('a clock that is wrong', () => {
  it('back after an edit: the later version has the later moment, and an older file does not take its place', async () => {
    time = Date.parse('2036-01-01T00:00:00Z');
    const first = await notebook.add(aClip({ made: '2036-01-01T00:00:00.000Z', changed: '2036-01-01T00:00:00.000Z' }));
    time = START;
    const edited = await notebook.edit(first.id, 0, { note: 'later' });
    expect(edited.changed > first.changed).toBe(true);
    expect(await notebook.putAll([first])).toMatchObject({ replaced: 0, kept: 1 });
    expect((await notebook.get(first.id))?.note).toBe('later');
    await notebook.trash([first.id]);
    await notebook.restore([first.id]);
    expect(((await notebook.get(first.id))?.changed ?? '') > edited.changed).toBe(true);
  });
  it('ahead by years, and back: the trash is not emptied', async () => {
    const clip = aClip();
    await notebook.add(clip);
    await notebook.trash([clip.id]);
    await notebook.purge();
    time = Date.parse('2036-01-01T00:00:00Z');
    expect(await notebook.purge()).toBe(0);
    time = START + DAY;
    expect(await notebook.purge()).toBe(0);
    time += 25 * DAY;
    expect(await notebook.purge()).toBe(0);
    expect(await notebook.clips({ trash: true })).toMatchObject([{ id: clip.id }]);
    // Right again: after its thirty days it goes.
    time += 25 * DAY;
    expect(await notebook.purge()).toBe(1);
  });
  it('ahead during an export, and back: changes since are not taken for exported', async () => {
    await notebook.add(aClip());
    await notebook.noteExport(Date.parse('2036-01-01T00:00:00Z'));
    expect(await notebook.backup()).toMatchObject({ changedSince: 1 });
  });
});

describe('an extension storage that is full', () => {
  it('is told as a notebook without room; nothing is written, and it goes when there is room', async () => {
    // In the words of Chromium, of earlier versions of it, and of Firefox.
    for (const words of [
      'Resource::kQuotaBytes quota exceeded',
      'QUOTA_BYTES quota exceeded',
      'QuotaExceededError: storage.local API call exceeded its quota limitations.',
    ]) {
      let isFull = true;
      const full = open({
        announce: async () => {
          if (isFull) throw new Error(words);
        },
      });
      const clip = aClip();
      await expect(full.add(clip)).rejects.toMatchObject({ kind: 'full' });
      await expect(full.putAll([clip])).rejects.toMatchObject({ kind: 'full' });
      expect(await full.get(clip.id)).toBeUndefined();
      isFull = false;
      expect(await full.add(clip)).toEqual(clip);
    }
  });
});
