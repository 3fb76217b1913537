import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openDatabase, VERSIONS } from '@/lib/notebook/database';
import { NotebookFault, plainFault } from '@/lib/notebook/fault';
import { type Notebook, openNotebook } from '@/lib/notebook/store';
import type { Clip } from '@/lib/notebook/types';
import { aClip, anyClip, anyText } from './clips';

const NAME = 'test-notebook';
const opened: Notebook[] = [];
const open = (options: Parameters<typeof openNotebook>[0] = {}): Notebook => {
  const notebook = openNotebook({ name: NAME, ...options });
  opened.push(notebook);
  return notebook;
};
/** Writes past the notebook, as a fault of a disk or of an earlier version would. */
const raw = async (work: (db: ReturnType<typeof openDatabase>) => Promise<unknown>) => {
  const db = openDatabase(NAME);
  await work(db);
  db.dexie.close();
};
const fault = (work: Promise<unknown>): Promise<NotebookFault> =>
  work.then(
    () => {
      throw new Error('nothing was thrown');
    },
    (error: unknown) => {
      if (error instanceof NotebookFault) return error;
      throw error;
    },
  );

let notebook: Notebook;
beforeEach(() => {
  notebook = open();
});
afterEach(async () => {
  for (const each of opened.splice(0)) each.close();
  await Dexie.delete(NAME);
});

describe('a notebook', () => {
  it('gives back any clip exactly as it was kept', () =>
    fc.assert(
      fc.asyncProperty(anyClip, async (clip) => {
        await notebook.add(clip);
        expect(await notebook.get(clip.id)).toEqual(clip);
      }),
    ));

  it('takes the same clip twice for one, also when both arrive at once', async () => {
    const clip = aClip();
    await Promise.all([notebook.add(clip), notebook.add(clip), open().add(clip)]);
    expect(await notebook.clips()).toEqual([clip]);
  });

  it('keeps an edit when the clip is added again', async () => {
    const clip = aClip();
    await notebook.add(clip);
    await notebook.edit(clip.id, 0, { note: 'mine' });
    expect((await notebook.add(clip)).note).toBe('mine');
  });

  it('lists newest first, and the newest few', async () => {
    const clips = ['2026-01-01', '2026-03-01', '2026-02-01'].map((day) => aClip({ made: `${day}T00:00:00.000Z` }));
    for (const clip of clips) await notebook.add(clip);
    const inOrder = [clips[1], clips[2], clips[0]];
    expect(await notebook.clips()).toEqual(inOrder);
    expect(await notebook.newest(2)).toEqual(inOrder.slice(0, 2));
  });

  it('finds the clips of a page by address and by canonical address, whatever brought the reader there', async () => {
    const { page } = aClip();
    const clip = aClip({ page: { ...page, url: 'https://www.example.org/a/?utm_source=x#part', canonical: 'https://example.org/article/a' } });
    await notebook.add(clip);
    await notebook.add(aClip());
    expect(await notebook.clipsOn(['example.org/a'])).toEqual([clip]);
    expect(await notebook.clipsOn(['example.org/article/a', 'example.org/a'])).toEqual([clip]);
    expect(await notebook.clipsOn(['example.org/b'])).toEqual([]);
    expect((await notebook.keys()).sort()).toEqual(['example.org/a', 'example.org/article/a', 'example.org/news/1']);
  });

  it('announces the pages of clips before they are written', async () => {
    const seen: [readonly string[], number][] = [];
    const telling: Notebook = open({ announce: async (keys) => void seen.push([keys, (await telling.count()).kept]) });
    await telling.add(aClip());
    await telling.putAll([aClip(), aClip()]);
    expect(seen).toEqual([
      [['example.org/news/1'], 0],
      [['example.org/news/1'], 1],
    ]);
  });

  it('refuses what is no clip, says where it is wrong, and writes nothing', async () => {
    const wrong = { ...aClip(), tags: ['fine', 3] } as unknown as Clip;
    expect((await fault(notebook.add(wrong))).message).toMatch(/tags\.1/);
    expect((await fault(notebook.putAll([aClip(), wrong]))).kind).toBe('bad');
    expect(await notebook.count()).toEqual({ kept: 0, trash: 0, damaged: 0 });
  });

  it('tells other contexts of each change', async () => {
    const heard: unknown[] = [];
    const stop = open().onChange((ids) => heard.push(ids));
    const clip = aClip();
    await notebook.add(clip);
    await notebook.edit(clip.id, 0, { note: 'n' });
    await vi.waitFor(() => expect(heard).toEqual([[clip.id], [clip.id]]));
    stop();
    await notebook.trash([clip.id]);
    const last: unknown[] = [];
    open().onChange((ids) => last.push(ids));
    await notebook.restore([clip.id]);
    await vi.waitFor(() => expect(last).toEqual([[clip.id]]));
    expect(heard).toHaveLength(2);
  });
});

describe('two who edit one clip', () => {
  it('do not overwrite each other: the later one is told, with both versions', async () => {
    const clip = aClip();
    await notebook.add(clip);
    const first = await notebook.edit(clip.id, 0, { note: 'first' });
    expect(first.revision).toBe(1);
    const error = await fault(open().edit(clip.id, 0, { note: 'second' }));
    expect(error.kind).toBe('conflict');
    expect(error.versions?.mine.note).toBe('second');
    expect(error.versions?.stored).toEqual(first);
    expect((await notebook.get(clip.id))?.note).toBe('first');
  });

  it('race, and exactly one of any number wins', () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 6 }), async (writers) => {
        const clip = aClip();
        await notebook.add(clip);
        const done = await Promise.allSettled(Array.from({ length: writers }, (_, i) => notebook.edit(clip.id, 0, { note: `writer ${i}` })));
        const won = done.filter((d) => d.status === 'fulfilled');
        expect(won).toHaveLength(1);
        expect(await notebook.get(clip.id)).toEqual(won[0]?.status === 'fulfilled' ? won[0].value : undefined);
      }),
      { numRuns: 20 },
    ));

  it('may save the same thing: the edit that a dead worker did not confirm is asked for again', async () => {
    const clip = aClip();
    await notebook.add(clip);
    const saved = await notebook.edit(clip.id, 0, { note: 'once', tags: ['a'] });
    expect(await notebook.edit(clip.id, 0, { note: 'once', tags: ['a'] })).toEqual(saved);
  });

  it('are told when the clip is gone', async () => {
    expect((await fault(notebook.edit('nothing', 0, { note: 'x' }))).kind).toBe('gone');
  });
});

describe('the trash', () => {
  it('hides clips, gives them back, and keeps what was edited meanwhile', async () => {
    const clip = aClip();
    await notebook.add(clip);
    await notebook.edit(clip.id, 0, { note: 'kept' });
    expect(await notebook.trash([clip.id, 'nothing'])).toBe(1);
    expect(await notebook.clips()).toEqual([]);
    expect(await notebook.clipsOn(['example.org/news/1'])).toEqual([]);
    expect(await notebook.count()).toEqual({ kept: 0, trash: 1, damaged: 0 });
    expect((await notebook.clips({ trash: true })).map((c) => c.note)).toEqual(['kept']);
    expect(await notebook.restore([clip.id])).toBe(1);
    const [back] = await notebook.clips();
    expect(back).toMatchObject({ note: 'kept', revision: 3 });
    expect(back).not.toHaveProperty('deleted');
  });

  it('is emptied of what has been in it for thirty days, and of nothing else', async () => {
    const day = 86_400_000;
    let time = Date.parse('2026-01-01T00:00:00Z');
    const aging = open({ now: () => time });
    const [old, young, kept] = [aClip(), aClip(), aClip()];
    for (const clip of [old, young, kept]) await aging.add(clip);
    await aging.trash([old.id]);
    time += 20 * day;
    await aging.trash([young.id]);
    time += 10 * day;
    expect(await aging.purge()).toBe(0);
    time += 1000;
    expect(await aging.purge()).toBe(1);
    expect((await aging.clips({ trash: true })).map((c) => c.id)).toEqual([young.id]);
    expect((await aging.clips()).map((c) => c.id)).toEqual([kept.id]);
  });

  it('is the only place from which a clip is erased', async () => {
    const clip = aClip();
    await notebook.add(clip);
    expect(await notebook.erase([clip.id])).toBe(0);
    await notebook.trash([clip.id]);
    expect(await notebook.erase([clip.id])).toBe(1);
    expect(await notebook.get(clip.id)).toBeUndefined();
  });
});

describe('an edit of many', () => {
  it('is one: it gives back what was there, leaves the others alone, and is refused whole', async () => {
    const clips = [aClip(), aClip({ tags: ['old'] }), aClip()];
    for (const clip of clips) await notebook.add(clip);
    const ids = clips.map((c) => c.id);
    const before = await notebook.editAll(ids, (clip) => (clip.tags.length > 0 ? {} : { tags: ['new'] }));
    expect(before.map((c) => c.id).sort()).toEqual([ids[0], ids[2]]);
    expect((await notebook.get(ids[1] ?? ''))?.revision).toBe(0);
    await expect(notebook.editAll(ids, (clip) => (clip.id === ids[2] ? { colour: 'beige' as never } : { tags: ['lost'] }))).rejects.toThrow(/colour/);
    expect((await notebook.clips()).flatMap((c) => c.tags).sort()).toEqual(['new', 'new', 'old']);
  });
});

describe('an import', () => {
  it('adds what is new, takes the later of two, and says so; again it changes nothing', async () => {
    const mine = aClip({ note: 'mine', changed: '2026-06-01T00:00:00.000Z', revision: 4 });
    const stale = { ...mine, note: 'stale', changed: '2026-05-01T00:00:00.000Z' };
    const later = { ...mine, note: 'later', changed: '2026-07-01T00:00:00.000Z', revision: 2 };
    const other = aClip({ revision: 7, deleted: '2026-11-24T08:30:00.000Z' });
    expect(await notebook.putAll([mine, other])).toEqual({ added: 2, replaced: 0, kept: 0, aborted: false });
    expect(await notebook.get(other.id)).toEqual(other);
    expect(await notebook.putAll([stale])).toEqual({ added: 0, replaced: 0, kept: 1, aborted: false });
    expect(await notebook.putAll([later])).toEqual({ added: 0, replaced: 1, kept: 0, aborted: false });
    expect(await notebook.get(mine.id)).toEqual({ ...later, revision: 5 });
    expect(await notebook.putAll([later, other])).toEqual({ added: 0, replaced: 0, kept: 2, aborted: false });
  });

  it('goes in chunks, shows how far it is, and can be stopped and taken up again', async () => {
    const clips = Array.from({ length: 1200 }, () => aClip());
    const progress: number[] = [];
    const stopping = new AbortController();
    const first = await notebook.putAll(clips, {
      signal: stopping.signal,
      onProgress(done, of) {
        progress.push(done);
        expect(of).toBe(1200);
        if (done === 500) stopping.abort();
      },
    });
    expect(first).toEqual({ added: 500, replaced: 0, kept: 0, aborted: true });
    expect(await notebook.putAll(clips, { onProgress: (done) => progress.push(done) })).toEqual({ added: 700, replaced: 0, kept: 500, aborted: false });
    expect(progress).toEqual([500, 500, 1000, 1200]);
    expect((await notebook.count()).kept).toBe(1200);
  });
});

describe('what goes wrong', () => {
  it('a damaged record is set aside whole and reported, and the others are read', async () => {
    const good = aClip();
    await notebook.add(good);
    await raw(({ clips }) => clips.put({ ...aClip({ id: 'broken' }), keys: [], colour: 'beige', note: 'precious' } as never));
    expect(await notebook.clips()).toEqual([good]);
    const [report] = await notebook.damaged();
    expect(report).toMatchObject({ id: 'broken', table: 'clips', found: { note: 'precious' } });
    expect(report?.fault).toMatch(/colour/);
    expect(await notebook.count()).toEqual({ kept: 1, trash: 0, damaged: 1 });
  });

  it('no room on the disk is said plainly, with what to do, and nothing is half written', async () => {
    const put = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const error = await fault(notebook.add(aClip()));
    put.mockRestore();
    expect(error.kind).toBe('full');
    expect(error.message).toMatch(/no room.*nothing was changed.*export/);
    expect((await notebook.count()).kept).toBe(0);
  });

  it('a full disk is recognised behind an aborted transaction', () => {
    const aborted = Object.assign(new Error('aborted'), { name: 'AbortError', inner: new DOMException('q', 'QuotaExceededError') });
    expect(plainFault(aborted)).toMatchObject({ kind: 'full' });
    expect(plainFault(new TypeError('other'))).toBeInstanceOf(TypeError);
  });
});

describe('the reminder of a backup', () => {
  it('counts what was made or changed since the last export', async () => {
    let time = Date.parse('2026-01-01T00:00:00Z');
    const timed = open({ now: () => time });
    const at = () => new Date(time).toISOString();
    expect(await timed.backup()).toEqual({ changedSince: 0 });
    const first = aClip({ changed: at() });
    await timed.add(first);
    expect(await timed.backup()).toEqual({ changedSince: 1, oldestChange: at() });
    time += 1000;
    await timed.noteExport();
    const exported = at();
    expect(await timed.backup()).toEqual({ changedSince: 0, lastExport: exported });
    time += 1000;
    await timed.edit(first.id, 0, { note: 'again' });
    expect(await timed.backup()).toEqual({ changedSince: 1, lastExport: exported, oldestChange: at() });
  });
});

describe('the reminder of a backup of many', () => {
  it('counts each, and knows the oldest', async () => {
    const changed = ['2026-01-03', '2026-01-01', '2026-01-02'].map((day) => `${day}T00:00:00.000Z`);
    for (const at of changed) await notebook.add(aClip({ changed: at }));
    expect(await notebook.backup()).toEqual({ changedSince: 3, oldestChange: changed[1] });
  });
});

describe('any sequence of changes', () => {
  const command = fc.oneof(
    fc.record({ do: fc.constant('add' as const), which: fc.nat(4) }),
    fc.record({ do: fc.constant('edit' as const), which: fc.nat(4), behind: fc.nat(1), note: anyText(20) }),
    fc.record({ do: fc.constantFrom('trash' as const, 'restore' as const, 'erase' as const), which: fc.nat(4) }),
  );
  it('leaves what a model of it leaves, through either of two contexts', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(command, fc.boolean()), { maxLength: 25 }), async (commands) => {
        const clips = Array.from({ length: 5 }, () => aClip());
        const model = new Map<string, { note: string; revision: number; trashed: boolean }>();
        const other = open();
        for (const [each, elsewhere] of commands) {
          const through = elsewhere ? other : notebook;
          const { id } = clips[each.which] as Clip;
          const there = model.get(id);
          if (each.do === 'add') {
            await through.add(clips[each.which] as Clip);
            if (!there) model.set(id, { note: '', revision: 0, trashed: false });
          } else if (each.do === 'edit') {
            const revision = (there?.revision ?? 0) - each.behind;
            const done = through.edit(id, revision, { note: each.note });
            if (!there) expect((await fault(done)).kind).toBe('gone');
            else if (there.note === each.note) await done;
            else if (each.behind > 0) expect((await fault(done)).kind).toBe('conflict');
            else {
              await done;
              model.set(id, { ...there, note: each.note, revision: there.revision + 1 });
            }
          } else if (each.do === 'erase') {
            expect(await through.erase([id])).toBe(there?.trashed ? 1 : 0);
            if (there?.trashed) model.delete(id);
          } else {
            const trashed = each.do === 'trash';
            const moves = there !== undefined && there.trashed !== trashed;
            expect(await (trashed ? through.trash([id]) : through.restore([id]))).toBe(moves ? 1 : 0);
            if (moves) model.set(id, { ...there, trashed, revision: there.revision + 1 });
          }
        }
        const left = [...(await other.clips()), ...(await notebook.clips({ trash: true }))].filter((clip) => clips.some((c) => c.id === clip.id));
        expect(new Map(left.map((c) => [c.id, { note: c.note, revision: c.revision, trashed: c.deleted !== undefined }]))).toEqual(model);
        other.close();
      }),
      { numRuns: 60 },
    ));
});

describe('a change of schema', () => {
  it.each(VERSIONS.map((_, i) => i + 1))('a notebook of version %i opens in the latest with every clip', async (version) => {
    const clips = [aClip(), aClip({ note: 'n' })];
    const old = openNotebook({ name: NAME, versions: VERSIONS.slice(0, version) });
    for (const clip of clips) await old.add(clip);
    old.close();
    expect((await notebook.clips()).sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(clips);
  });

  it('a step that fails leaves everything as it was', async () => {
    const clip = aClip();
    await notebook.add(clip);
    notebook.close();
    const failing = open({
      versions: [
        ...VERSIONS,
        {
          stores: {},
          async upgrade(transaction) {
            await transaction.table('clips').clear();
            throw new Error('a mistake in this step');
          },
        },
      ],
    });
    await expect(failing.clips()).rejects.toThrow();
    expect(await open().clips()).toEqual([clip]);
  });
});
