/** What is kept and how much; all of it in one file; all of it gone. */
import { useRef } from 'preact/hooks';
import type { Amounts } from '@/lib/settings/amounts';
import { language, say, sayCount } from '../words';

export interface PrivacyProps {
  readonly amounts: Amounts | undefined;
  onExport(): void;
  onErase(): void;
}

/** “1.2 megabytes”, in the unit that suits. */
function size(bytes: number): string {
  const [unit, by] = bytes < 1e3 ? ['byte', 1] : bytes < 1e6 ? ['kilobyte', 1e3] : ['megabyte', 1e6];
  return new Intl.NumberFormat(language(), { style: 'unit', unit: `${unit}`, maximumFractionDigits: 1 }).format(bytes / Number(by));
}

/** A line for each thing of which there is any. */
function kept(amounts: Amounts): string[] {
  const { settingsChanged, corrections, clips, trash, damaged, projects, records, recording } = amounts;
  return [
    say(settingsChanged ? 'options.keptSettings' : 'options.keptUsual'),
    sayCount('options.keptCorrections', corrections),
    sayCount('options.keptClips', clips),
    ...(trash > 0 ? [sayCount('options.keptTrash', trash)] : []),
    ...(damaged > 0 ? [sayCount('options.keptDamaged', damaged)] : []),
    say('options.keptCorpus', sayCount('options.keptProjects', projects), sayCount('options.keptRecords', records)),
    ...(recording === undefined ? [] : [say('popup.recording', recording)]),
  ];
}

export function Privacy({ amounts, onExport, onErase }: PrivacyProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const lines = amounts ? kept(amounts) : [];
  return (
    <section id="privacy" aria-labelledby="privacy-title">
      <h2 id="privacy-title">{say('options.privacy')}</h2>
      <p>{say('options.privacyWhat')}</p>
      <h3>{say('options.kept')}</h3>
      <ul class="kept" aria-busy={amounts === undefined}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {amounts?.bytes !== undefined && <p class="soft small">{say('options.room', size(amounts.bytes))}</p>}
      <div class="buttons">
        <button type="button" onClick={onExport}>
          {say('options.exportAll')}
        </button>
        <button type="button" class="danger" onClick={() => dialog.current?.showModal()}>
          {say('options.eraseAll')}
        </button>
      </div>
      <p class="soft small">{say('options.exportWhat')}</p>
      <dialog ref={dialog} aria-labelledby="erase-title" aria-describedby="erase-what">
        <h2 id="erase-title">{say('options.eraseTitle')}</h2>
        <div id="erase-what">
          <p>{say('options.eraseWhat')}</p>
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
        <div class="buttons">
          <button type="button" onClick={onExport}>
            {say('options.exportFirst')}
          </button>
          <button
            type="button"
            class="danger"
            onClick={() => {
              dialog.current?.close();
              onErase();
            }}
          >
            {say('options.eraseNow')}
          </button>
          {/* Of a dialog that erases, the harmless button has the focus. */}
          <button type="button" autofocus onClick={() => dialog.current?.close()}>
            {say('options.keep')}
          </button>
        </div>
      </dialog>
    </section>
  );
}
