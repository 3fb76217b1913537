/** What was deleted, for thirty days: to be taken back, or erased for good. */
import { useEffect, useState } from 'preact/hooks';
import type { Clip, Project } from '@/lib/notebook/types';
import { language, say, sayCount } from '../words';
import { headOf } from './ClipList';
import { Dialog } from './Dialog';
import { toldFault } from './faults';
import type { Shell, Tell } from './shell';

export interface TrashViewProps {
  readonly shell: Pick<Shell, 'notebook' | 'now'>;
  /** Changes when the store does: then it is read anew. */
  readonly changes: number;
  readonly tell: Tell;
}

/** As the store keeps it. */
const TRASH_DAYS = 30;
const STEP = 100;

const daysLeft = (deleted: string, now: number): number => Math.max(0, Math.ceil(TRASH_DAYS - (now - Date.parse(deleted)) / 86_400_000));

export function TrashView({ shell: { notebook, now }, changes, tell }: TrashViewProps) {
  const [clips, setClips] = useState<readonly Clip[]>();
  const [projects, setProjects] = useState<readonly Project[]>([]);
  const [again, setAgain] = useState(0);
  const [limit, setLimit] = useState(STEP);
  const [erasing, setErasing] = useState<readonly Clip[]>();
  useEffect(() => {
    Promise.all([notebook.clips({ trash: true }), notebook.corpus.projects({ trash: true })]).then(
      ([clips, projects]) => {
        setClips(clips.toSorted((a, b) => ((a.deleted ?? '') < (b.deleted ?? '') ? 1 : -1)));
        setProjects(projects);
      },
      (error: unknown) => tell(toldFault(error)),
    );
  }, [changes, again]);

  const restore = async (some: readonly Clip[]) => {
    try {
      tell({ text: sayCount('notebook.restored', await notebook.restore(some.map((c) => c.id))), undo: () => notebook.trash(some.map((c) => c.id)) });
    } catch (error) {
      tell(toldFault(error));
    }
  };
  const erase = async (some: readonly Clip[]) => {
    setErasing(undefined);
    try {
      tell({ text: sayCount('notebook.erased', await notebook.erase(some.map((c) => c.id))) });
    } catch (error) {
      tell(toldFault(error));
    }
  };
  const restoreProject = async (project: Project) => {
    try {
      await notebook.corpus.restoreProject(project.id);
      tell({ text: say('notebook.corpus.projectRestored', project.name) });
    } catch (error) {
      tell(toldFault(error));
    }
    setAgain(again + 1);
  };

  return (
    <>
      <h1>{say('notebook.trash')}</h1>
      <p class="soft">{say('notebook.trashHow', TRASH_DAYS)}</p>
      {clips?.length === 0 && projects.length === 0 && <p>{say('notebook.trashEmpty')}</p>}
      {clips && clips.length > 0 && (
        <div class="acts">
          <button type="button" onClick={() => restore(clips)}>
            {say('notebook.restoreAll')}
          </button>
          <button type="button" onClick={() => setErasing(clips)}>
            {say('notebook.eraseAll')}
          </button>
        </div>
      )}
      <ul class="records">
        {projects.map((project) => (
          <li key={project.id}>
            <div>
              <strong>{project.name}</strong>
              <span class="soft small">
                {say('notebook.corpus.project')} · {project.deleted && sayCount('notebook.daysLeft', daysLeft(project.deleted, now()))}
              </span>
            </div>
            <button type="button" onClick={() => restoreProject(project)}>
              {say('notebook.restore')}
            </button>
          </li>
        ))}
        {clips?.slice(0, limit).map((clip) => (
          <li key={clip.id} data-colour={clip.colour}>
            <div>
              <span class="head" dir="auto">
                {headOf(clip).slice(0, 300)}
              </span>
              <span class="soft small">
                {clip.page.title} · {clip.deleted && sayCount('notebook.daysLeft', daysLeft(clip.deleted, now()))}
              </span>
            </div>
            <button type="button" onClick={() => restore([clip])}>
              {say('notebook.restore')}
            </button>
            <button type="button" class="quiet" onClick={() => setErasing([clip])}>
              {say('notebook.erase')}
            </button>
          </li>
        ))}
      </ul>
      {clips && clips.length > limit && (
        <button type="button" onClick={() => setLimit(limit + STEP)}>
          {say('explorer.more', (clips.length - limit).toLocaleString(language()))}
        </button>
      )}
      {erasing && (
        <Dialog title={sayCount('notebook.eraseAsk', erasing.length)} onClose={() => setErasing(undefined)}>
          <p>{say('notebook.eraseWhy')}</p>
          <div class="acts">
            <button type="button" class="primary" onClick={() => erase(erasing)}>
              {say('notebook.erase')}
            </button>
            <button type="button" onClick={() => setErasing(undefined)}>
              {say('clip.cancel')}
            </button>
          </div>
        </Dialog>
      )}
    </>
  );
}
