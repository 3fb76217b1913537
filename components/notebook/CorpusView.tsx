/** Corpus mode: its projects, which of them records, and the articles recorded. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { siteOf } from '@/lib/notebook/filter';
import { hashOf } from '@/lib/notebook/route';
import type { CorpusRecord, Project } from '@/lib/notebook/types';
import { sayDate } from '../dates';
import { language, say, sayCount } from '../words';
import { CorpusExport } from './CorpusExport';
import { toldFault } from './faults';
import type { Recording, Shell, Tell } from './shell';
import { useRows } from './useRows';

export interface CorpusViewProps {
  readonly shell: Pick<Shell, 'notebook' | 'startRecording' | 'stopRecording' | 'exportCorpus' | 'download'>;
  readonly recording: Recording | undefined;
  /** Of which project the records are shown. */
  readonly shown: string | undefined;
  readonly tell: Tell;
}

type Counted = Project & { readonly records: number };

export function CorpusView({ shell, recording, shown, tell }: CorpusViewProps) {
  const { corpus } = shell.notebook;
  const [projects, setProjects] = useState<readonly Counted[]>();
  const [exporting, setExporting] = useState<Counted>();
  const [name, setName] = useState('');
  const [withText, setWithText] = useState(false);
  const read = () => corpus.projects().then(setProjects, (error: unknown) => tell(toldFault(error)));
  useEffect(() => {
    void read();
    // Visits are recorded by the background: seen when the reader comes back to this tab.
    addEventListener('focus', read);
    return () => removeEventListener('focus', read);
  }, []);
  /** Whatever is done, the list is read anew. */
  const carryOut = async (work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (error) {
      tell(toldFault(error));
    }
    await read();
  };
  const project = projects?.find((p) => p.id === shown);

  return (
    <>
      <h1>{say('notebook.corpus.heading')}</h1>
      <p class="soft">{say('notebook.corpus.what')}</p>
      <div class="notice" role="status">
        {recording ? say('notebook.corpus.on', recording.name) : say('notebook.corpus.off')}{' '}
        {recording && (
          <button type="button" onClick={() => carryOut(() => shell.stopRecording())}>
            {say('notebook.corpus.stop')}
          </button>
        )}
      </div>
      <form
        class="new-project"
        onSubmit={(event) => {
          event.preventDefault();
          void carryOut(async () => {
            await corpus.makeProject(name, withText);
            setName('');
          });
        }}
      >
        <label>
          {say('notebook.corpus.new')}
          <input type="text" required maxLength={200} value={name} dir="auto" onInput={(event) => setName(event.currentTarget.value)} />
        </label>
        <label class="check">
          <input type="checkbox" checked={withText} onChange={(event) => setWithText(event.currentTarget.checked)} />
          {say('notebook.corpus.withText')}
        </label>
        <button type="submit" disabled={name.trim() === ''}>
          {say('notebook.corpus.make')}
        </button>
      </form>
      {projects?.length === 0 && <p>{say('notebook.corpus.none')}</p>}
      <ul class="records projects">
        {projects?.map((p) => (
          <ProjectLine
            key={p.id}
            project={p}
            on={recording?.project === p.id}
            shown={p.id === shown}
            onStart={() => carryOut(() => shell.startRecording(p.id))}
            onStop={() => carryOut(() => shell.stopRecording())}
            onChange={(change) =>
              carryOut(async () => {
                await corpus.changeProject(p.id, change);
                if (recording?.project === p.id) await shell.startRecording(p.id);
              })
            }
            onExport={() => setExporting(p)}
            onTrash={() =>
              carryOut(async () => {
                if (recording?.project === p.id) await shell.stopRecording();
                await corpus.trashProject(p.id);
                tell({ text: say('notebook.corpus.projectTrashed', p.name), undo: () => corpus.restoreProject(p.id).then(read) });
              })
            }
          />
        ))}
      </ul>
      {exporting && <CorpusExport project={exporting} shell={shell} tell={tell} onClose={() => setExporting(undefined)} />}
      {project && <Records key={project.id} project={project} shell={shell} tell={tell} onChanged={read} />}
    </>
  );
}

interface ProjectLineProps {
  readonly project: Counted;
  readonly on: boolean;
  readonly shown: boolean;
  onStart(): void;
  onStop(): void;
  onChange(change: Partial<Pick<Project, 'name' | 'withText'>>): void;
  onExport(): void;
  onTrash(): void;
}

function ProjectLine({ project, on, shown, onStart, onStop, onChange, onExport, onTrash }: ProjectLineProps) {
  const [name, setName] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  const renaming = name !== undefined;
  useEffect(() => input.current?.focus(), [renaming]);
  return (
    <li data-shown={shown}>
      <div>
        {name === undefined ? (
          <a class="head" href={hashOf({ at: 'corpus', project: project.id })} aria-current={shown ? 'true' : undefined}>
            {project.name}
          </a>
        ) : (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (name.trim() !== '') onChange({ name });
              setName(undefined);
            }}
            onKeyDown={(event) => event.key === 'Escape' && setName(undefined)}
          >
            <input
              type="text"
              aria-label={say('notebook.corpus.name')}
              maxLength={200}
              value={name}
              dir="auto"
              ref={input}
              onInput={(event) => setName(event.currentTarget.value)}
            />{' '}
            <button type="submit">{say('clip.save')}</button>
          </form>
        )}
        <span class="soft small">
          {sayCount('notebook.corpus.records', project.records)} · {new Date(project.made).toLocaleDateString(language(), { dateStyle: 'medium' })}
        </span>
        <label class="check small">
          <input type="checkbox" checked={project.withText} onChange={(event) => onChange({ withText: event.currentTarget.checked })} />
          {say('notebook.corpus.withText')}
        </label>
      </div>
      <div class="acts">
        <button type="button" class={on ? '' : 'primary'} onClick={on ? onStop : onStart}>
          {on ? say('notebook.corpus.stop') : say('notebook.corpus.start')}
          <span class="unseen"> {project.name}</span>
        </button>
        <button type="button" onClick={onExport} disabled={project.records === 0}>
          {say('notebook.export.open')}
          <span class="unseen"> {project.name}</span>
        </button>
        <button type="button" class="quiet" onClick={() => setName(project.name)}>
          {say('notebook.corpus.rename')}
          <span class="unseen"> {project.name}</span>
        </button>
        <button type="button" class="quiet" onClick={onTrash}>
          {say('clip.delete')}
          <span class="unseen"> {project.name}</span>
        </button>
      </div>
    </li>
  );
}

interface RecordsProps {
  readonly project: Counted;
  readonly shell: Pick<Shell, 'notebook'>;
  readonly tell: Tell;
  onChanged(): void;
}

/** Texts are left on the disk: a list needs none. */
const light = ({ text: _text, ...record }: CorpusRecord): CorpusRecord => record;

function Records({ project, shell, tell, onChanged }: RecordsProps) {
  const { corpus } = shell.notebook;
  const [records, setRecords] = useState<readonly CorpusRecord[]>();
  const [again, setAgain] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  const { rows, height } = useRows(scroller, records?.length ?? 0, 4.75);
  useEffect(() => {
    let left = false;
    const read = async () => {
      const all: CorpusRecord[] = [];
      for await (const chunk of corpus.records(project.id)) {
        if (left) return;
        for (const record of chunk) all.push(light(record));
      }
      setRecords(all.sort((a, b) => (a.page.read < b.page.read ? 1 : -1)));
    };
    read().catch((error: unknown) => tell(toldFault(error)));
    return () => {
      left = true;
    };
  }, [project.records, again]);
  const remove = async (record: CorpusRecord) => {
    try {
      const removed = await corpus.removeRecords([record.id]);
      const undo = async () => {
        for (const one of removed) await corpus.record(one);
        onChanged();
        setAgain((n) => n + 1);
      };
      tell({ text: say('notebook.corpus.recordRemoved'), undo });
    } catch (error) {
      tell(toldFault(error));
    }
    onChanged();
    setAgain((n) => n + 1);
  };
  return (
    <section class="part">
      <h2>{project.name}</h2>
      {records?.length === 0 && <p class="soft">{say('notebook.corpus.noRecords')}</p>}
      {records && records.length > 0 && (
        <div class="scroller visits" ref={scroller}>
          <ul class="clips" aria-label={project.name} style={{ height: `${height}px` }}>
            {rows.map(({ index, start, size }) => {
              const record = records[index];
              return (
                record && (
                  <li
                    key={record.id}
                    aria-setsize={records.length}
                    aria-posinset={index + 1}
                    style={{ transform: `translateY(${start}px)`, height: `${size}px` }}
                  >
                    <a href={record.page.url} target="_blank" rel="noreferrer">
                      <span class="head one" dir="auto">
                        {record.page.title || record.page.url}
                      </span>
                      <span class="about">
                        <span>{siteOf(record)}</span>
                        <span>{sayDate(record.page.published ?? record.page.read.slice(0, 10))}</span>
                        <span>{sayCount('notebook.corpus.named', new Set(record.mentions.map((m) => m.entity)).size)}</span>
                      </span>
                    </a>
                    <button type="button" class="quiet" onClick={() => remove(record)}>
                      {say('clip.delete')}
                      <span class="unseen"> {record.page.title}</span>
                    </button>
                  </li>
                )
              );
            })}
          </ul>
        </div>
      )}
    </section>
  );
}
