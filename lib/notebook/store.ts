/**
 * The notebook: clips in IndexedDB, in the extension’s own origin, opened by the background and by the extension’s pages alike. One
 * transaction a change, on the disk before the promise is kept. Nothing saved is lost: deleting is a trash of thirty days, a save on top of
 * somebody else’s is a conflict, a damaged record is set aside and reported.
 */
import { pageKeys } from './address';
import { type Corpus, openCorpus } from './corpus';
import { type ClipRow, type Damaged, openDatabase, type Version } from './database';
import { NotebookFault, plainFault } from './fault';
import { faultOf } from './shape';
import type { Clip, ClipId, Timestamp } from './types';

/** What a reader may change in a clip. */
export type ClipEdit = Partial<Pick<Clip, 'note' | 'tags' | 'colour' | 'mentions'>>;

export interface PutAll {
  /** After each chunk: how many of how many are done. */
  readonly onProgress?: (done: number, of: number) => void;
  /** Stops between two chunks; what is written stays and can be put again. */
  readonly signal?: AbortSignal;
}

export interface PutResult {
  readonly added: number;
  /** Stored before, and the newer one came. */
  readonly replaced: number;
  /** Stored before, the same or newer. */
  readonly kept: number;
  readonly aborted: boolean;
}

/** For the reminder of a backup. */
export interface BackupState {
  readonly lastExport?: Timestamp;
  /** Clips made or changed since. */
  readonly changedSince: number;
  /** The oldest of these changes. */
  readonly oldestChange?: Timestamp;
}

export interface Notebook {
  /** The corpora of visited articles, in the same database. */
  readonly corpus: Corpus;
  /** Keeps a new clip. The same id again is the same clip: gives back what is stored and changes nothing, so that a page may ask until it is sure. */
  add(clip: Clip): Promise<Clip>;
  /**
   * Saves an edit that was made on top of `revision`. Throws a conflict when the stored one is newer and says something else, `gone` when there is none.
   * An edit that is stored already is no conflict.
   */
  edit(id: ClipId, revision: number, edit: ClipEdit): Promise<Clip>;
  /** One transaction over many, on top of whatever is stored: for adding a tag to a selection. Gives back the clips as they were, to undo. */
  editAll(ids: readonly ClipId[], edit: (clip: Clip) => ClipEdit): Promise<Clip[]>;
  /** Into the trash, and back. Ids that are not there are passed over. Gives back how many were moved. */
  trash(ids: readonly ClipId[]): Promise<number>;
  restore(ids: readonly ClipId[]): Promise<number>;
  /** For good. Only from the trash: clips outside it are passed over. */
  erase(ids: readonly ClipId[]): Promise<number>;
  /**
   * Erases what has been in the trash for thirty days, clips and projects. Gives back how many clips. Nothing when the last time was longer ago or is yet to
   * come: that is a clock that jumped, or a reader who was long away and may look into the trash once more.
   */
  purge(now?: number): Promise<number>;
  /** Puts many, as they are, in chunks of a transaction each: for imports. Of two with one id the later changed one is kept. */
  putAll(clips: readonly Clip[], options?: PutAll): Promise<PutResult>;
  get(id: ClipId): Promise<Clip | undefined>;
  /** All that are not in the trash (or all that are), newest first. Damaged records are set aside on the way. */
  clips(options?: { readonly trash?: boolean }): Promise<Clip[]>;
  /** The newest few: for a first paint. */
  newest(count: number): Promise<Clip[]>;
  /** Clips of a page, by its keys (`pageKeys`), oldest first. */
  clipsOn(keys: readonly string[]): Promise<Clip[]>;
  /** Keys of all pages with clips. */
  keys(): Promise<string[]>;
  count(): Promise<{ readonly kept: number; readonly trash: number; readonly damaged: number }>;
  damaged(): Promise<Damaged[]>;
  /** Puts something that is no clip among the damaged records: for what came in by another way than this one’s tables. */
  setAside(id: string, table: string, found: unknown, fault: string): Promise<void>;
  noteExport(now?: number): Promise<void>;
  backup(): Promise<BackupState>;
  /** Calls back after each change, here or in another context, with the ids; `all` after many. Gives back a way to stop. */
  onChange(listener: (ids: readonly ClipId[] | 'all') => void): () => void;
  /** Erases all: clips with the trash, damaged records, corpora. Other contexts keep their connection and go on with an empty notebook. */
  eraseAll(): Promise<void>;
  close(): void;
}

export interface NotebookOptions {
  readonly name?: string;
  readonly versions?: readonly Version[];
  readonly now?: () => number;
  /** Called with the keys of pages before their clips are written, so that a page never misses one. Keys of pages without clips cost it a question only. */
  readonly announce?: (keys: readonly string[]) => Promise<void>;
}

export const TRASH_DAYS = 30;
const DAY = 86_400_000;
/** Keys of the state. */
const LAST_EXPORT = 'last-export';
const LAST_PURGE = 'last-purge';
const CHUNK = 500;
/** More ids than this are announced as `all`. */
const MANY = 200;

export function openNotebook({ name = 'notebook', versions, now = Date.now, announce = async () => undefined }: NotebookOptions = {}): Notebook {
  const database = openDatabase(name, versions);
  const { dexie, clips, damaged, state } = database;
  const channel = new BroadcastChannel(`attache-${name}`);
  const listeners = new Set<(ids: readonly ClipId[] | 'all') => void>();
  channel.onmessage = ({ data }: MessageEvent<readonly ClipId[] | 'all'>) => {
    for (const listener of listeners) listener(data);
  };
  // Under Node a channel would keep the process alive.
  (channel as { unref?: () => void }).unref?.();

  const moment = (): Timestamp => new Date(now()).toISOString();
  /** The moment of a change: after the one before it, whatever the clock says, for of two versions the later one is taken. */
  const momentAfter = (before: Timestamp): Timestamp => {
    const here = moment();
    return here > before ? here : new Date(Date.parse(before) + 1).toISOString();
  };
  /** A moment of the state that is none of the future; undefined when there is none, and when it is damaged. */
  const pastMoment = async (key: string): Promise<Timestamp | undefined> => {
    const value = (await state.get(key))?.value;
    return typeof value === 'string' && value <= moment() && !Number.isNaN(Date.parse(value)) ? value : undefined;
  };
  const told = (ids: readonly ClipId[]) => {
    if (ids.length === 0) return;
    const what = ids.length > MANY ? 'all' : ids;
    channel.postMessage(what);
    for (const listener of listeners) listener(what);
  };
  /** One transaction. Its errors in plain words. */
  const changing = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await dexie.transaction('rw', clips, damaged, state, work);
    } catch (error) {
      throw plainFault(error);
    }
  };
  const reading = async <T>(work: () => PromiseLike<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw plainFault(error);
    }
  };

  const setAside = async (found: readonly { id: string; value: unknown; fault: string }[]) => {
    if (found.length === 0) return;
    const when = moment();
    await changing(async () => {
      await damaged.bulkPut(found.map(({ id, value, fault }) => ({ id, table: 'clips', found: value, fault, when })));
      await clips.bulkDelete(found.map((f) => f.id));
    });
  };
  /** Rows as clips; what is no clip is set aside, and keys of pages that are none are made anew. */
  const whole = async (rows: readonly ClipRow[]): Promise<Clip[]> => {
    const good: Clip[] = [];
    const bad: { id: string; value: unknown; fault: string }[] = [];
    const lost: ClipRow[] = [];
    for (const row of rows) {
      const fault = faultOf(row);
      if (fault === undefined) {
        good.push(clipOf(row));
        if (!areKeys(row.keys)) lost.push(rowOf(clipOf(row)));
      } else bad.push({ id: row.id, value: row, fault });
    }
    await setAside(bad);
    // Without its keys a page would not find it.
    if (lost.length > 0) await changing(() => clips.bulkPut(lost));
    return good;
  };
  /** Every row; when the browser cannot read one of them, the others one by one. That one stays where it is and is reported. */
  const everyRow = async (): Promise<ClipRow[]> => {
    try {
      // Not by the index of moments: a row without one is not in it.
      return await clips.toArray();
    } catch {
      const rows: ClipRow[] = [];
      for (const id of await reading(() => clips.toCollection().primaryKeys())) {
        try {
          const row = await clips.get(id);
          if (row) rows.push(row);
        } catch (error) {
          const fault = `the browser cannot read it: ${error instanceof Error ? error.message : String(error)}`;
          await changing(() => damaged.put({ id, table: 'clips', found: undefined, fault, when: moment() }));
        }
      }
      return rows;
    }
  };
  /** Changes stored clips in one transaction; `change` gives undefined for one that stays as it is. Gives back the clips as they were. */
  const changeStored = async (ids: readonly ClipId[], change: (clip: Clip) => Clip | undefined): Promise<Clip[]> => {
    const before: Clip[] = [];
    await changing(async () => {
      before.length = 0;
      const rows = (await clips.bulkGet([...ids])).filter((row) => row !== undefined);
      const changed: ClipRow[] = [];
      for (const row of rows) {
        const clip = clipOf(row);
        const next = change(clip);
        if (!next) continue;
        before.push(clip);
        changed.push(rowOf({ ...next, revision: clip.revision + 1, changed: momentAfter(clip.changed) }));
      }
      await clips.bulkPut(changed);
    });
    told(before.map((clip) => clip.id));
    return before;
  };
  /** A full extension storage is told as a full notebook is: the page could not find what it does not know of. */
  const announcing = (keys: readonly string[]): Promise<void> =>
    announce(keys).catch((error: unknown) => {
      throw plainFault(error);
    });
  const refuse = (clip: unknown) => {
    const fault = faultOf(clip);
    if (fault !== undefined) throw new NotebookFault('bad', `not a clip: ${fault}`);
  };

  const corpus = openCorpus(database, now);
  return {
    corpus,
    async add(clip) {
      refuse(clip);
      const row = rowOf(clip);
      await announcing(row.keys);
      const stored = await changing(async () => {
        const there = await clips.get(clip.id);
        if (!there) await clips.add(row);
        return there;
      });
      if (stored) return clipOf(stored);
      told([clip.id]);
      return clip;
    },
    async edit(id, revision, edit) {
      const result = await changing(async () => {
        const row = await clips.get(id);
        if (!row) throw new NotebookFault('gone', `there is no clip ${id} in the notebook`);
        const stored = clipOf(row);
        const mine: Clip = { ...stored, ...edit };
        if (same(stored, mine)) return { clip: stored, changed: false };
        if (stored.revision !== revision)
          throw new NotebookFault('conflict', 'this clip was changed elsewhere in the meantime: nothing was overwritten', {
            mine: { ...mine, revision },
            stored,
          });
        const clip: Clip = { ...mine, revision: revision + 1, changed: momentAfter(stored.changed) };
        refuse(clip);
        await clips.put(rowOf(clip));
        return { clip, changed: true };
      });
      if (result.changed) told([id]);
      return result.clip;
    },
    editAll: (ids, edit) =>
      changeStored(ids, (clip) => {
        const next = { ...clip, ...edit(clip) };
        refuse(next);
        return same(clip, next) ? undefined : next;
      }),
    trash: async (ids) => (await changeStored(ids, (clip) => (clip.deleted === undefined ? { ...clip, deleted: moment() } : undefined))).length,
    restore: async (ids) => (await changeStored(ids, ({ deleted, ...clip }) => (deleted === undefined ? undefined : clip))).length,
    async erase(ids) {
      let gone: ClipId[] = [];
      await changing(async () => {
        gone = (await clips.bulkGet([...ids])).filter((row) => row?.deleted !== undefined).map((row) => (row as ClipRow).id);
        await clips.bulkDelete(gone);
      });
      told(gone);
      return gone.length;
    },
    async purge(at = now()) {
      const before = new Date(at - TRASH_DAYS * DAY).toISOString();
      let gone: ClipId[] = [];
      const isSure = await changing(async () => {
        const last = (await state.get(LAST_PURGE))?.value;
        await state.put({ key: LAST_PURGE, value: new Date(at).toISOString() });
        if (typeof last !== 'string' || last < before || last > new Date(at).toISOString()) return false;
        // Moments only: a damaged one that is a number would come before them all.
        gone = await clips.where('deleted').between('', before).primaryKeys();
        await clips.bulkDelete(gone);
        return true;
      });
      if (!isSure) return 0;
      await corpus.purge(before);
      told(gone);
      return gone.length;
    },
    async putAll(given, { onProgress, signal } = {}) {
      for (const clip of given) refuse(clip);
      await announcing([...new Set(given.flatMap((clip) => pageKeys(clip.page)))]);
      let added = 0;
      let replaced = 0;
      let kept = 0;
      let done = 0;
      for (; done < given.length && !signal?.aborted; done = Math.min(done + CHUNK, given.length)) {
        const chunk = given.slice(done, done + CHUNK);
        const counts = await changing(async () => {
          const stored = await clips.bulkGet(chunk.map((clip) => clip.id));
          const fresh = new Map<ClipId, ClipRow>();
          const counts = { added: 0, replaced: 0, kept: 0 };
          chunk.forEach((clip, i) => {
            const there = fresh.get(clip.id) ?? stored[i];
            if (!there) counts.added++;
            else if (clip.changed > there.changed) counts.replaced++;
            else {
              counts.kept++;
              return;
            }
            // Over another revision only with a higher number: an open page that edits the old one is told.
            fresh.set(clip.id, rowOf(there ? { ...clip, revision: Math.max(clip.revision, there.revision + 1) } : clip));
          });
          await clips.bulkPut([...fresh.values()]);
          return counts;
        });
        added += counts.added;
        replaced += counts.replaced;
        kept += counts.kept;
        onProgress?.(Math.min(done + CHUNK, given.length), given.length);
      }
      told(added + replaced > MANY ? given.map((clip) => clip.id) : given.slice(0, done).map((clip) => clip.id));
      return { added, replaced, kept, aborted: done < given.length };
    },
    async get(id) {
      const row = await reading(() => clips.get(id));
      return row && (await whole([row]))[0];
    },
    async clips({ trash = false } = {}) {
      const rows = await everyRow();
      const found = await whole(rows.filter((row) => (row.deleted !== undefined) === trash));
      return found.sort((a, b) => (a.made < b.made ? 1 : a.made > b.made ? -1 : 0));
    },
    newest: (count) =>
      reading(() =>
        clips
          .orderBy('made')
          .reverse()
          .filter((row) => row.deleted === undefined)
          .limit(count)
          .toArray(),
      ).then(whole),
    async clipsOn(keys) {
      const rows = await reading(() =>
        clips
          .where('keys')
          .anyOf([...keys])
          .distinct()
          .toArray(),
      );
      const found = await whole(rows.filter((row) => row.deleted === undefined));
      return found.sort((a, b) => (a.made < b.made ? -1 : 1));
    },
    keys: async () => (await reading(() => clips.orderBy('keys').uniqueKeys())).map(String),
    count: () =>
      reading(async () => {
        const [all, trash, bad] = await Promise.all([clips.count(), clips.where('deleted').above('').count(), damaged.count()]);
        return { kept: all - trash, trash, damaged: bad };
      }),
    damaged: async () =>
      (await reading(() => damaged.toArray())).map((row) => ({ ...row, id: String(row.id), table: String(row.table), fault: String(row.fault) })),
    setAside: (id, table, found, fault) => changing(async () => void (await damaged.put({ id, table, found, fault, when: moment() }))),
    noteExport: (at = now()) => changing(async () => void (await state.put({ key: LAST_EXPORT, value: new Date(at).toISOString() }))),
    backup: () =>
      reading(async () => {
        // Of a clock that was ahead nothing is known: better a reminder too many.
        const since = (await pastMoment(LAST_EXPORT)) ?? '';
        // Two questions: `first` narrows the collection that it is asked of.
        const changes = () => clips.where('changed').above(since);
        const [changedSince, first] = await Promise.all([changes().count(), changes().first()]);
        return { changedSince, ...(since ? { lastExport: since } : {}), ...(first ? { oldestChange: first.changed } : {}) };
      }),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async eraseAll() {
      try {
        await dexie.transaction('rw', dexie.tables, () => Promise.all(dexie.tables.map((table) => table.clear())));
      } catch (error) {
        throw plainFault(error);
      }
      channel.postMessage('all');
      for (const listener of listeners) listener('all');
    },
    close() {
      channel.close();
      dexie.close();
    },
  };
}

const areKeys = (keys: unknown): boolean => Array.isArray(keys) && keys.length > 0 && keys.every((key) => typeof key === 'string');
const clipOf = ({ keys: _keys, ...clip }: ClipRow): Clip => clip;
const rowOf = (clip: Clip): ClipRow => ({ ...clip, keys: pageKeys(clip.page) });

/** Do two versions say the same, their numbers and moments aside? */
const same = (a: Clip, b: Clip): boolean =>
  a.note === b.note && a.colour === b.colour && JSON.stringify([a.tags, a.mentions]) === JSON.stringify([b.tags, b.mentions]);
