/** The notebook’s page: the list on one side, on the other what is read; trash, damaged records and corpora in rooms of their own. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { entityFile } from '@/lib/notebook/cast';
import type { Desk, DeskState } from '@/lib/notebook/desk';
import { choicesOf, EVERYTHING, isNarrowed, type Wanted } from '@/lib/notebook/filter';
import { hashOf, type Route } from '@/lib/notebook/route';
import type { Clip, ClipId } from '@/lib/notebook/types';
import { weeksOf } from '@/lib/notebook/weeks';
import { language, say, sayCount } from '../words';
import { type Draft, isTouched } from './ClipForm';
import { ClipView } from './ClipView';
import { CorpusView } from './CorpusView';
import { DamagedView } from './DamagedView';
import { EntityFileView } from './EntityFileView';
import { ExportDialog, type Scope } from './ExportDialog';
import { toldFault } from './faults';
import { ImportDialog } from './ImportDialog';
import { ListPane } from './ListPane';
import { Overview } from './Overview';
import { Safety } from './Safety';
import { SendDialog } from './SendDialog';
import type { Recording, Shell, Told } from './shell';
import { TrashView } from './TrashView';

export interface NotebookProps {
  readonly route: Route;
  readonly desk: Desk;
  readonly state: DeskState;
  readonly shell: Shell;
  readonly recording: Recording | undefined;
  /** It is time for a backup. */
  readonly backupDue: boolean;
  /** Why the notebook could not be opened. */
  readonly fault?: string | undefined;
  /** The reader came here by a link or a choice inside the notebook. */
  readonly moved: boolean;
  onRoute(route: Route, how: 'push' | 'replace'): void;
  /** Something is written that is not saved. */
  onUnsaved(unsaved: boolean): void;
}

/** The dialog that is open. */
type Asked =
  | { readonly at: 'export'; readonly first: Scope; readonly some: readonly Clip[] }
  | { readonly at: 'import' }
  | { readonly at: 'send'; readonly some: readonly Clip[] };

const NOTHING: ReadonlySet<ClipId> = new Set();

export function Notebook(props: NotebookProps) {
  const { route, desk, state, shell, moved, onRoute } = props;
  const { notebook } = shell;
  const [wanted, setWanted] = useState<Wanted>(() => wantedAt(route) ?? EVERYTHING);
  const [selected, setSelected] = useState(NOTHING);
  const [told, setTold] = useState<Told>();
  const [drafts, setDrafts] = useState<ReadonlyMap<ClipId, Draft>>(new Map());
  const [dismissed, setDismissed] = useState(false);
  const [dialog, setDialog] = useState<Asked>();
  const settling = useRef<ReturnType<typeof setTimeout>>(undefined);
  const tell = (what: Told) => setTold(what);

  /** Routes that come back from here: what was typed since they were asked for is newer. */
  const [own] = useState(() => new WeakSet<Route>());
  useEffect(() => {
    if (own.has(route)) return;
    clearTimeout(settling.current);
    const given = wantedAt(route);
    if (given) setWanted(given);
  }, [route]);
  useEffect(() => {
    props.onUnsaved([...drafts.values()].some(isTouched));
  }, [drafts]);

  const { clips, whole, searchable, count, changes } = state;
  const found = useMemo(() => desk.find(wanted), [wanted, clips, searchable]);
  const choices = useMemo(() => choicesOf(clips), [clips]);
  const weeks = useMemo(() => weeksOf(clips, shell.now()), [clips]);
  const file = useMemo(() => (route.at === 'entity' ? entityFile(clips, route.id) : undefined), [route, clips]);
  const clip = useClip(route.at === 'clip' ? route.id : undefined, props);
  // What is gone is selected no more.
  const chosen = useMemo(() => (whole ? new Set([...selected].filter((id) => desk.get(id))) : selected), [selected, clips]);

  const ask = (next: Wanted) => {
    setWanted(next);
    clearTimeout(settling.current);
    // What is read stays in sight while one searches beside it.
    if (route.at !== 'list') return;
    // The address follows when a word is written, not at every letter: browsers count its changes.
    const to: Route = { at: 'list', wanted: next };
    own.add(to);
    settling.current = setTimeout(() => onRoute(to, 'replace'), next.text === wanted.text ? 0 : 300);
  };
  const carryOut = async (work: () => Promise<Told>) => {
    try {
      setTold(await work());
    } catch (error) {
      setTold(toldFault(error));
    }
  };
  const trash = (ids: readonly ClipId[]) =>
    carryOut(async () => {
      const moved = await notebook.trash(ids);
      setSelected(NOTHING);
      return { text: sayCount('notebook.trashed', moved), undo: () => notebook.restore(ids) };
    });
  const tag = (ids: readonly ClipId[], tags: readonly string[], how: 'add' | 'remove') =>
    carryOut(async () => {
      const change = (of: Clip) => (how === 'add' ? [...new Set([...of.tags, ...tags])] : of.tags.filter((t) => !tags.includes(t)));
      const before = await notebook.editAll(ids, (of) => ({ tags: change(of) }));
      const were = new Map(before.map((of) => [of.id, of.tags]));
      return {
        text: sayCount('notebook.retagged', before.length),
        undo: () => notebook.editAll([...were.keys()], (of) => ({ tags: were.get(of.id) ?? of.tags })),
      };
    });
  const clipsOf = (ids: readonly ClipId[]): Clip[] => ids.flatMap((id) => desk.get(id) ?? []);
  const setDraft = (id: ClipId, draft: Draft | undefined) => {
    const next = new Map(drafts);
    if (draft) next.set(id, draft);
    else next.delete(id);
    setDrafts(next);
  };

  const withList = route.at === 'list' || route.at === 'clip' || route.at === 'entity';
  return (
    <div class="notebook" data-at={route.at} data-list={withList}>
      <header class="top">
        <a class="name" href="#/">
          Attaché <span>{say('notebook.title')}</span>
        </a>
        <nav aria-label={say('notebook.rooms')}>
          <a href={hashOf({ at: 'list', wanted: EVERYTHING })} aria-current={withList ? 'page' : undefined}>
            {say('notebook.clips')}
          </a>
          <a href="#/corpus" aria-current={route.at === 'corpus' ? 'page' : undefined} data-on={props.recording !== undefined}>
            {say('notebook.corpus.short')}
            {props.recording && <span class="unseen"> ({say('notebook.corpus.isOn')})</span>}
          </a>
          <a href="#/trash" aria-current={route.at === 'trash' ? 'page' : undefined}>
            {say('notebook.trash')}
            {count.trash > 0 && <span class="count"> {count.trash.toLocaleString(language())}</span>}
          </a>
          <a href={shell.explorer()}>{say('explorer.title')}</a>
        </nav>
        <div class="acts">
          <button type="button" disabled={!whole} onClick={() => setDialog({ at: 'import' })}>
            {say('notebook.import.open')}
          </button>
          <button type="button" disabled={!whole || clips.length === 0} onClick={() => setDialog({ at: 'export', first: 'all', some: [] })}>
            {say('notebook.export.open')}
          </button>
        </div>
      </header>
      {props.backupDue && !dismissed && (
        <div class="banner" role="status">
          <span>{sayCount('notebook.safety.due', state.backup.changedSince)}</span>
          <button type="button" onClick={() => setDialog({ at: 'export', first: 'all', some: [] })}>
            {say('notebook.safety.backUp')}
          </button>
          <button type="button" class="quiet" onClick={() => setDismissed(true)}>
            {say('notebook.safety.later')}
          </button>
        </div>
      )}
      {count.damaged > 0 && route.at !== 'damaged' && (
        <div class="banner" role="status">
          <span>{sayCount('notebook.damagedCount', count.damaged)}</span> <a href="#/damaged">{say('notebook.damagedLook')}</a>
        </div>
      )}
      {withList && (
        <ListPane
          wanted={wanted}
          found={found}
          whole={whole}
          total={clips.length}
          choices={choices}
          shown={route.at === 'clip' ? route.id : undefined}
          selected={chosen}
          onWanted={ask}
          onSelected={setSelected}
          onTag={tag}
          onTrash={trash}
          onExport={(ids) => setDialog({ at: 'export', first: 'selection', some: clipsOf(ids) })}
          onSend={(ids) => setDialog({ at: 'send', some: clipsOf(ids) })}
        />
      )}
      <main aria-busy={!whole && props.fault === undefined}>
        {props.fault !== undefined && (
          <div role="alert">
            <h1>{say('notebook.notOpen')}</h1>
            <p>{props.fault}</p>
          </div>
        )}
        {(route.at === 'clip' || route.at === 'entity') && (
          <p class="back">
            <a href={hashOf({ at: 'list', wanted: route.at === 'entity' ? EVERYTHING : wanted })}>← {say('notebook.back')}</a>
          </p>
        )}
        {route.at === 'list' && props.fault === undefined && (
          <>
            <Overview total={clips.length} whole={whole} weeks={weeks} choices={choices} />
            {whole && (
              <Safety backup={state.backup} shell={shell} onExport={clips.length > 0 ? () => setDialog({ at: 'export', first: 'all', some: [] }) : undefined} />
            )}
          </>
        )}
        {route.at === 'clip' && clip && (
          <ClipView
            key={clip.id}
            clip={clip}
            draft={drafts.get(clip.id)}
            knownTags={choices.tags.map((t) => t.value)}
            focused={moved}
            onDraft={(draft) => setDraft(clip.id, draft)}
            onSave={async (revision, change) => {
              await notebook.edit(clip.id, revision, change);
              setDraft(clip.id, undefined);
              setTold({ text: say('clip.kept') });
            }}
            onTrash={() => trash([clip.id])}
            onExport={() => setDialog({ at: 'export', first: 'selection', some: [clip] })}
            onSend={() => setDialog({ at: 'send', some: [clip] })}
            onRestore={() => carryOut(async () => ({ text: sayCount('notebook.restored', await notebook.restore([clip.id])) }))}
          />
        )}
        {route.at === 'clip' && clip === null && <Missing title={say('notebook.missing')} why={say('clip.faults.gone')} />}
        {route.at === 'entity' && file && <EntityFileView file={file} explorer={shell.explorer(file.entity)} now={shell.now()} focused={moved} />}
        {route.at === 'entity' && !file && whole && (
          <>
            <Missing title={say('notebook.noneOn')} why={say('notebook.noneOnWhy', route.id)} />
            <p>
              <a href={shell.explorer(route.id)}>{say('notebook.inDataset')}</a>
            </p>
          </>
        )}
        {route.at === 'trash' && <TrashView shell={shell} changes={changes} tell={tell} />}
        {route.at === 'damaged' && <DamagedView shell={shell} changes={changes + count.damaged} tell={tell} />}
        {route.at === 'corpus' && <CorpusView shell={shell} recording={props.recording} shown={route.project} tell={tell} />}
      </main>
      {dialog?.at === 'export' && (
        <ExportDialog
          clips={{ selection: dialog.some, found: isNarrowed(wanted) ? (found ?? []) : [], all: clips }}
          first={dialog.first}
          shell={shell}
          tell={tell}
          onClose={() => setDialog(undefined)}
          onBackup={() => void desk.recount()}
        />
      )}
      {dialog?.at === 'import' && <ImportDialog importing={shell.importing} notebook={notebook} tell={tell} onClose={() => setDialog(undefined)} />}
      {dialog?.at === 'send' && <SendDialog clips={dialog.some} sending={shell.sending} shell={shell} tell={tell} onClose={() => setDialog(undefined)} />}
      <Toast
        told={told}
        onDone={() => setTold(undefined)}
        onExport={() => setDialog({ at: 'export', first: 'all', some: [] })}
        onFault={(error) => setTold(toldFault(error))}
      />
    </div>
  );
}

const wantedAt = (route: Route): Wanted | undefined =>
  route.at === 'list' ? route.wanted : route.at === 'entity' ? { ...EVERYTHING, entity: route.id } : undefined;

/** The clip of the address: from the desk, or, when it is in the trash, from the store. Null: there is none. */
function useClip(id: ClipId | undefined, { desk, state, shell }: NotebookProps): Clip | null | undefined {
  const here = id === undefined ? undefined : desk.get(id);
  const [other, setOther] = useState<Clip | null>();
  useEffect(() => {
    if (id === undefined || here) return;
    shell.notebook.get(id).then(
      (clip) => setOther(clip ?? null),
      () => setOther(null),
    );
  }, [id, here, state.changes]);
  return here ?? (other === null || other?.id === id ? other : undefined);
}

const Missing = ({ title, why }: { readonly title: string; readonly why: string }) => (
  <>
    <h1>{title}</h1>
    <p>{why}</p>
  </>
);

interface ToastProps {
  readonly told: Told | undefined;
  onDone(): void;
  onExport(): void;
  onFault(error: unknown): void;
}

/** What was done, and the way back. Stays until it is closed or the next thing is said: nobody has to be quick. */
function Toast({ told, onDone, onExport, onFault }: ToastProps) {
  return (
    <div class="told" data-bad={told?.bad === true} data-empty={told === undefined} role={told?.bad ? 'alert' : 'status'}>
      {told && (
        <>
          <span>{told.text}</span>
          {told.full && (
            <button type="button" onClick={onExport}>
              {say('notebook.safety.backUp')}
            </button>
          )}
          {told.undo && (
            <button
              type="button"
              class="quiet"
              onClick={() => {
                const { undo } = told;
                onDone();
                undo?.().catch(onFault);
              }}
            >
              {say('clip.undo')}
            </button>
          )}
          <button type="button" class="quiet close" aria-label={say('clip.close')} onClick={onDone}>
            ×
          </button>
        </>
      )}
    </div>
  );
}
