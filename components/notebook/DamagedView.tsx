/** Records that cannot be read as clips: what is wrong with each, and a way to save them out whole. */
import { useEffect, useState } from 'preact/hooks';
import { plainJson } from '@/lib/notebook/plain-json';
import { say } from '../words';
import { toldFault } from './faults';
import type { Shell, Tell } from './shell';

export interface DamagedViewProps {
  readonly shell: Pick<Shell, 'notebook' | 'download' | 'now'>;
  readonly changes: number;
  readonly tell: Tell;
}

type Damaged = Awaited<ReturnType<Shell['notebook']['damaged']>>[number];

/** Shown of a record; the file has all of it. */
const SHOWN = 600;

export function DamagedView({ shell: { notebook, download, now }, changes, tell }: DamagedViewProps) {
  const [records, setRecords] = useState<readonly Damaged[]>();
  useEffect(() => {
    notebook.damaged().then(setRecords, (error: unknown) => tell(toldFault(error)));
  }, [changes]);
  const save = (some: readonly Damaged[]) =>
    download({ name: `attache-damaged-${new Date(now()).toISOString().slice(0, 10)}.json`, type: 'application/json', data: plainJson(some, 2) });
  return (
    <>
      <h1>{say('notebook.damaged')}</h1>
      <p class="soft">{say('notebook.damagedHow')}</p>
      {records?.length === 0 && <p>{say('notebook.damagedNone')}</p>}
      {records && records.length > 0 && (
        <button type="button" class="primary" onClick={() => save(records)}>
          {say('notebook.saveOut')}
        </button>
      )}
      <ul class="records">
        {records?.map((record) => (
          <li key={`${record.table}${record.id}`}>
            <div>
              <strong>{record.fault}</strong>
              <span class="soft small">{`${record.table} ${record.id}`}</span>
              <pre>
                <code>{plainJson(record.found, 1).slice(0, SHOWN)}</code>
              </pre>
            </div>
            <button type="button" onClick={() => save([record])}>
              {say('notebook.saveOne')}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
