/** What keeps the notebook from being lost: the last backup, and whether the browser may clear it. */
import { useEffect, useState } from 'preact/hooks';
import type { BackupState } from '@/lib/notebook/store';
import { language, say, sayCount } from '../words';
import type { Shell } from './shell';

export interface SafetyProps {
  readonly backup: BackupState;
  readonly shell: Pick<Shell, 'persisted' | 'room'>;
  onExport?: (() => void) | undefined;
}

const size = (bytes: number): string =>
  new Intl.NumberFormat(language(), { style: 'unit', unit: bytes < 1e9 ? 'megabyte' : 'gigabyte', maximumFractionDigits: 1 }).format(
    bytes / (bytes < 1e9 ? 1e6 : 1e9),
  );

export function Safety({ backup, shell, onExport }: SafetyProps) {
  const [kept, setKept] = useState<boolean>();
  const [asked, setAsked] = useState(false);
  const [room, setRoom] = useState<Awaited<ReturnType<Shell['room']>>>();
  useEffect(() => {
    void shell.persisted(false).then(setKept);
    void shell.room().then(setRoom);
  }, []);
  const ask = async () => {
    setKept(await shell.persisted(true));
    setAsked(true);
  };
  return (
    <section class="part safety">
      <h2>{say('notebook.safety.heading')}</h2>
      <p>
        {backup.lastExport
          ? say('notebook.safety.last', new Date(backup.lastExport).toLocaleDateString(language(), { dateStyle: 'medium' }))
          : say('notebook.safety.never')}{' '}
        {backup.lastExport && backup.changedSince > 0 && sayCount('notebook.safety.since', backup.changedSince)}
      </p>
      <p>
        {kept === true && say('notebook.safety.kept')}
        {kept === false && (asked ? say('notebook.safety.refused') : say('notebook.safety.notAsked'))}
        {room && ` ${say('notebook.safety.room', size(room.used), size(room.of))}`}
      </p>
      <div class="acts">
        {onExport && (
          <button type="button" onClick={onExport}>
            {say('notebook.safety.backUp')}
          </button>
        )}
        {kept === false && !asked && (
          <button type="button" onClick={ask}>
            {say('notebook.safety.ask')}
          </button>
        )}
      </div>
    </section>
  );
}
