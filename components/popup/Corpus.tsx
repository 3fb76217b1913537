/** Corpus mode: whether visits are recorded, for which project, and the switch. */
import { useState } from 'preact/hooks';
import type { Recording } from '@/lib/notebook/asking';
import { say, sayCount } from '../words';

export interface ProjectLine {
  readonly id: string;
  readonly name: string;
  readonly withText: boolean;
  readonly records: number;
}

/** An old project, or the name of a new one; with or without the text of articles from now on. */
export type CorpusChoice = { readonly project: string; readonly withText: boolean } | { readonly name: string; readonly withText: boolean };

export interface CorpusProps {
  readonly recording: Recording | undefined;
  readonly projects: readonly ProjectLine[] | undefined;
  onRecord(choice: CorpusChoice): void;
  onStop(): void;
}

export function Corpus({ recording, projects, onRecord, onStop }: CorpusProps) {
  const running = recording && projects?.find(({ id }) => id === recording.project);
  return (
    <details class="corpus" open={recording !== undefined}>
      <summary>
        {say('popup.corpus')} <span class={recording ? 'on' : 'soft'}>{say(recording ? 'popup.corpusOn' : 'popup.corpusOff')}</span>
      </summary>
      {recording ? (
        <>
          <p>
            {say('popup.recording', recording.name)} {running && sayCount('popup.records', running.records)}{' '}
            {say(recording.withText ? 'popup.textKept' : 'popup.textNotKept')}
          </p>
          <button type="button" onClick={onStop}>
            {say('popup.stop')}
          </button>
        </>
      ) : (
        <Start projects={projects ?? []} onRecord={onRecord} />
      )}
    </details>
  );
}

const NEW = '';

function Start({ projects, onRecord }: { readonly projects: readonly ProjectLine[]; readonly onRecord: (choice: CorpusChoice) => void }) {
  const [chosen, setChosen] = useState<string>();
  const [name, setName] = useState('');
  const [withText, setWithText] = useState<boolean>();
  const project = chosen === NEW ? undefined : (projects.find(({ id }) => id === chosen) ?? projects[0]);
  const keepText = withText ?? project?.withText ?? false;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onRecord(project ? { project: project.id, withText: keepText } : { name: name.trim(), withText: keepText });
      }}
    >
      <p class="soft small">{say('popup.corpusWhat')}</p>
      {projects.length > 0 && (
        <label class="line">
          <span>{say('popup.project')}</span>
          <select
            value={project?.id ?? NEW}
            onChange={(event) => {
              setChosen(event.currentTarget.value);
              setWithText(undefined);
            }}
          >
            {projects.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
            <option value={NEW}>{say('popup.newProject')}</option>
          </select>
        </label>
      )}
      {!project && (
        <label class="line">
          <span>{say('popup.projectName')}</span>
          <input type="text" required maxLength={200} pattern=".*\S.*" value={name} onInput={(event) => setName(event.currentTarget.value)} />
        </label>
      )}
      <label class="check">
        <input type="checkbox" checked={keepText} onChange={(event) => setWithText(event.currentTarget.checked)} />
        <span>{say('popup.withText')}</span>
      </label>
      <button type="submit">{say('popup.start')}</button>
    </form>
  );
}
