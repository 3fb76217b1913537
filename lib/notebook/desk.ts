/**
 * The notebook as its page has it before it: the clips in memory, newest first, with the search over them, kept up with every change here or
 * in another tab. The newest few come first, so that something is to be seen at once.
 */
import { select, type Wanted } from './filter';
import { searchClips } from './search';
import type { BackupState, Notebook } from './store';
import type { Clip, ClipId } from './types';

export interface DeskState {
  /** Not in the trash, newest first. */
  readonly clips: readonly Clip[];
  /** False while only the newest few are read. */
  readonly whole: boolean;
  /** The search is prepared. */
  readonly searchable: boolean;
  readonly count: { readonly kept: number; readonly trash: number; readonly damaged: number };
  readonly backup: BackupState;
  /** Grows with each change of the store: who shows what is not here (trash, damaged records) reads anew. */
  readonly changes: number;
}

export interface Desk {
  state(): DeskState;
  /** Reads everything. Calls `onState` at each step; throws when the notebook cannot be opened. */
  start(): Promise<void>;
  /** Undefined while the search that is needed for it is being prepared. */
  find(wanted: Wanted): readonly Clip[] | undefined;
  get(id: ClipId): Clip | undefined;
  /** Reads the counts and the state of the backup again. */
  recount(): Promise<void>;
  stop(): void;
}

export interface DeskOptions {
  readonly onState: (state: DeskState) => void;
  /** What went wrong while following a change. */
  readonly onFault?: (error: unknown) => void;
  /** Clips of the first paint. */
  readonly first?: number;
  /** Between two steps of preparing the search. */
  readonly pause?: () => Promise<void>;
  /** Settles when the first clips are painted: the long reading begins after it. As `pause` when it is not given. */
  readonly painted?: () => Promise<void>;
}

/** Milliseconds of one step. */
const STEP = 8;

export function openDesk(notebook: Notebook, options: DeskOptions): Desk {
  const { onState, onFault, first = 30, pause = () => new Promise((done) => setTimeout(done)), painted = pause } = options;
  let state: DeskState = { clips: [], whole: false, searchable: false, count: { kept: 0, trash: 0, damaged: 0 }, backup: { changedSince: 0 }, changes: 0 };
  const known = new Map<ClipId, Clip>();
  let search = searchClips();
  /** Clips that the search does not have yet. */
  let waiting = new Set<ClipId>();
  let stopped = false;
  let filling = false;
  const set = (change: Partial<DeskState>) => {
    if (stopped) return;
    state = { ...state, ...change };
    onState(state);
  };
  const ordered = () => [...known.values()].sort((a, b) => (a.made < b.made ? 1 : a.made > b.made ? -1 : 0));
  const counts = async () => {
    const [count, backup] = await Promise.all([notebook.count(), notebook.backup()]);
    return { count, backup };
  };

  const fill = async () => {
    if (filling) return;
    filling = true;
    while (waiting.size > 0 && !stopped) {
      const end = performance.now() + STEP;
      for (const id of waiting) {
        waiting.delete(id);
        const clip = known.get(id);
        if (clip) search.put(clip);
        if (performance.now() > end) break;
      }
      await pause();
    }
    filling = false;
    set({ searchable: true });
  };

  const readAll = async () => {
    const clips = await notebook.clips();
    known.clear();
    for (const clip of clips) known.set(clip.id, clip);
    search = searchClips();
    waiting = new Set(known.keys());
    set({ clips, whole: true, searchable: false, ...(await counts()) });
    void fill();
  };
  const readSome = async (ids: readonly ClipId[]) => {
    for (const id of ids) {
      const clip = await notebook.get(id);
      if (clip && clip.deleted === undefined) {
        known.set(id, clip);
        // What is not in the search yet comes into it as it is then.
        if (state.searchable) search.put(clip);
        else waiting.add(id);
      } else {
        known.delete(id);
        search.remove(id);
        waiting.delete(id);
      }
    }
    set({ clips: ordered(), changes: state.changes + 1, ...(await counts()) });
  };

  /** One after the other, in the order in which they happened. */
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = queue.then(work);
    queue = done.catch(() => undefined);
    return done;
  };
  const unlisten = notebook.onChange((ids) => {
    inTurn(async () => {
      if (stopped) return;
      if (ids !== 'all') return readSome(ids);
      await readAll();
      set({ changes: state.changes + 1 });
    }).catch((error) => onFault?.(error));
  });

  return {
    state: () => state,
    start: () =>
      inTurn(async () => {
        const newest = await notebook.newest(first);
        for (const clip of newest) known.set(clip.id, clip);
        set({ clips: newest, count: { ...state.count, kept: newest.length } });
        await painted();
        await readAll();
      }),
    find(wanted) {
      const words = wanted.text.trim();
      if (words !== '' && !state.searchable) return undefined;
      return select(state.clips, wanted, words === '' ? undefined : search.find(words));
    },
    get: (id) => known.get(id),
    recount: async () => set(await counts()),
    stop() {
      stopped = true;
      unlisten();
    },
  };
}
