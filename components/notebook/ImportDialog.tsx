/** Import: a file is read and judged first; what would happen is shown; only then is anything written. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ColumnMapping, CsvField, ImportFault, ImportFile, ImportPlan } from '@/lib/notebook/import/types';
import type { Notebook } from '@/lib/notebook/store';
import { language, say, sayCount } from '../words';
import { headOf } from './ClipList';
import { Dialog } from './Dialog';
import { sayFault } from './faults';
import { Progress } from './Progress';
import type { Importing, Tell } from './shell';

export interface ImportDialogProps {
  readonly importing: Importing;
  readonly notebook: Notebook;
  readonly tell: Tell;
  onClose(): void;
}

const SHOWN = 8;

export function ImportDialog({ importing, notebook, tell, onClose }: ImportDialogProps) {
  const [file, setFile] = useState<ImportFile>();
  const [plan, setPlan] = useState<ImportPlan>();
  const [work, setWork] = useState<{ readonly what: 'reading' | 'writing'; readonly part: number }>();
  const [fault, setFault] = useState<string>();
  const stopping = useRef<AbortController>(undefined);
  useEffect(() => () => stopping.current?.abort(), []);

  const begin = (what: 'reading' | 'writing') => {
    stopping.current?.abort();
    stopping.current = new AbortController();
    setFault(undefined);
    setWork({ what, part: 0 });
    const { signal } = stopping.current;
    return { signal, onProgress: (done: number, total: number) => !signal.aborted && setWork({ what, part: total === 0 ? 1 : done / total }) };
  };
  const judge = async (given: ImportFile, mapping?: ColumnMapping) => {
    const { signal, onProgress } = begin('reading');
    setFile(given);
    try {
      const [kept, trash] = await Promise.all([notebook.clips(), notebook.clips({ trash: true })]);
      const next = await importing.plan(given, { stored: [...kept, ...trash], signal, onProgress, ...(mapping ? { mapping } : {}) });
      if (signal.aborted) return;
      setPlan(next);
      setWork(undefined);
    } catch (error) {
      if (signal.aborted) return setWork(undefined);
      setWork(undefined);
      setFault(sayFault(error));
    }
  };
  const write = async (of: ImportPlan) => {
    const { signal, onProgress } = begin('writing');
    try {
      const { added, replaced, aborted } = await notebook.putAll(of.clips, { signal, onProgress });
      const ids = of.added.map((clip) => clip.id);
      tell({
        text: `${sayCount('notebook.import.done', added)} ${sayCount('notebook.import.doneReplaced', replaced)}${aborted ? ` ${say('notebook.import.stopped')}` : ''}`,
        ...(added > 0 ? { undo: () => notebook.trash(ids) } : {}),
      });
      onClose();
    } catch (error) {
      setWork(undefined);
      setFault(sayFault(error));
    }
  };
  const stop = () => {
    stopping.current?.abort();
    if (work?.what === 'reading') setWork(undefined);
  };

  return (
    <Dialog title={say('notebook.import.heading')} onClose={onClose}>
      <div class="sheet">
        <p class="soft">{say('notebook.import.how')}</p>
        <label>
          {say('notebook.import.file')}
          <input
            type="file"
            accept=".json,.jsonld,.jsonl,.csv,application/json,text/csv"
            disabled={work !== undefined}
            onChange={async (event) => {
              const chosen = event.currentTarget.files?.[0];
              if (!chosen) return;
              setPlan(undefined);
              await judge({ name: chosen.name, text: await chosen.text() });
            }}
          />
        </label>
        {work && <Progress label={say(work.what === 'reading' ? 'notebook.import.reading' : 'notebook.import.writing')} part={work.part} onStop={stop} />}
        {fault !== undefined && (
          <p class="fault" role="alert">
            {fault}
          </p>
        )}
        {plan && file && !work && (
          <>
            {plan.columns && <Columns plan={plan} fields={importing.csvFields} onMapping={(mapping) => judge(file, mapping)} />}
            <Verdict plan={plan} />
            <div class="acts">
              <button type="button" class="primary" disabled={plan.clips.length === 0} onClick={() => write(plan)}>
                {plan.clips.length === 0 ? say('notebook.import.nothing') : sayCount('notebook.import.go', plan.clips.length)}
              </button>
              <button type="button" onClick={onClose}>
                {say('clip.cancel')}
              </button>
            </div>
          </>
        )}
      </div>
    </Dialog>
  );
}

/** What the import would do. */
function Verdict({ plan }: { readonly plan: ImportPlan }) {
  const number = (n: number) => n.toLocaleString(language());
  return (
    <div role="status">
      {plan.faults.length > 0 ? (
        <>
          <p class="fault">{sayCount('notebook.import.faults', plan.faults.length + plan.moreFaults)}</p>
          <Faults faults={plan.faults} />
        </>
      ) : (
        <>
          <dl class="verdict">
            <dt>{say('notebook.import.added')}</dt>
            <dd>{number(plan.added.length)}</dd>
            <dt>{say('notebook.import.replaced')}</dt>
            <dd>{number(plan.replaced.length)}</dd>
            <dt>{say('notebook.import.kept')}</dt>
            <dd>{number(plan.kept)}</dd>
            {plan.skipped.length > 0 && <dt>{say('notebook.import.skipped')}</dt>}
            {plan.skipped.length > 0 && <dd>{number(plan.skipped.length)}</dd>}
          </dl>
          {plan.clips.length > 0 && (
            <details>
              <summary>{say('notebook.import.look')}</summary>
              <ul class="small">
                {plan.clips.slice(0, SHOWN).map((clip) => (
                  <li key={clip.id} dir="auto">
                    {headOf(clip).slice(0, 160)}
                  </li>
                ))}
              </ul>
            </details>
          )}
          {plan.skipped.length > 0 && (
            <details>
              <summary>{say('notebook.import.skipped')}</summary>
              <Faults faults={plan.skipped.slice(0, 100)} />
            </details>
          )}
        </>
      )}
    </div>
  );
}

const placeOf = ({ line, column, row, path }: ImportFault): string =>
  [
    line === undefined ? undefined : column === undefined ? say('notebook.import.line', line) : say('notebook.import.lineColumn', line, column),
    row === undefined ? undefined : say('notebook.import.row', row),
    path,
  ]
    .filter((part) => part !== undefined)
    .join(' · ');

const Faults = ({ faults }: { readonly faults: readonly ImportFault[] }) => (
  <ul class="faults small">
    {faults.map((one, i) => (
      <li key={`${i}${one.message}`}>
        {placeOf(one) !== '' && <strong>{placeOf(one)}</strong>} {one.message} <span class="soft">{one.mend}</span>
      </li>
    ))}
  </ul>
);

interface ColumnsProps {
  readonly plan: ImportPlan;
  readonly fields: readonly CsvField[];
  onMapping(mapping: ColumnMapping): void;
}

/** Which column of a table fills which field. */
function Columns({ plan, fields, onMapping }: ColumnsProps) {
  const mapping = plan.mapping ?? {};
  const set = (field: CsvField, column: string) => {
    const { [field]: _old, ...rest } = mapping;
    onMapping(column === '' ? rest : { ...rest, [field]: column });
  };
  return (
    <details open={plan.faults.some((f) => f.kind === 'column')}>
      <summary>{say('notebook.import.columns')}</summary>
      <div class="columns-of">
        {fields.map((field) => (
          <label key={field}>
            <code>{field}</code>
            <select value={mapping[field] ?? ''} onChange={(event) => set(field, event.currentTarget.value)}>
              <option value="">{say('notebook.import.noColumn')}</option>
              {plan.columns?.map((column) => (
                <option key={column} value={column}>
                  {column}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
    </details>
  );
}
