/** Export: what, as what, with which options; then the work with its progress, to be stopped at any time. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ExportFile, ExportOptions, FormatId } from '@/lib/notebook/export/types';
import type { Clip } from '@/lib/notebook/types';
import { language, say, sayCount, type WordKey } from '../words';
import { Dialog } from './Dialog';
import { sayFault } from './faults';
import { Progress } from './Progress';
import type { Shell, Tell } from './shell';

export type Scope = 'selection' | 'found' | 'all';

export interface ExportDialogProps {
  /** What there is to export: the selection (or one clip), what the filters leave, everything. Those that are empty are not offered. */
  readonly clips: Readonly<Record<Scope, readonly Clip[]>>;
  readonly first: Scope;
  readonly shell: Pick<Shell, 'format' | 'checkTemplate' | 'defaultTemplate' | 'download' | 'copy' | 'notebook'>;
  readonly tell: Tell;
  onClose(): void;
  /** A whole backup was made. */
  onBackup(): void;
}

/** In the order of the list; ours first, for it loses nothing. */
const FORMATS = {
  json: 'notebook.export.formats.json',
  markdown: 'notebook.export.formats.markdown',
  text: 'notebook.export.formats.text',
  html: 'notebook.export.formats.html',
  csv: 'notebook.export.formats.csv',
  ris: 'notebook.export.formats.ris',
  bibtex: 'notebook.export.formats.bibtex',
  biblatex: 'notebook.export.formats.biblatex',
  csl: 'notebook.export.formats.csl',
  annotations: 'notebook.export.formats.annotations',
  jsonl: 'notebook.export.formats.jsonl',
  gexf: 'notebook.export.formats.gexf',
} as const satisfies Readonly<Record<FormatId, WordKey>>;
const SCOPES = {
  selection: 'notebook.export.selection',
  found: 'notebook.export.found',
  all: 'notebook.export.all',
} as const satisfies Readonly<Record<Scope, WordKey>>;
const IDS = Object.keys(FORMATS) as FormatId[];

export function ExportDialog({ clips, first, shell, tell, onClose, onBackup }: ExportDialogProps) {
  const scopes = (Object.keys(SCOPES) as Scope[]).filter((scope) => clips[scope].length > 0);
  const [scope, setScope] = useState<Scope>(first);
  const [id, setId] = useState<FormatId>(first === 'all' ? 'json' : 'markdown');
  const [perClip, setPerClip] = useState(false);
  const [wikiLinks, setWikiLinks] = useState(false);
  const [template, setTemplate] = useState<string>();
  const [templateFault, setTemplateFault] = useState<string>();
  const [progress, setProgress] = useState<number>();
  const [fault, setFault] = useState<string>();
  const stopping = useRef<AbortController>(undefined);
  useEffect(() => () => stopping.current?.abort(), []);

  const changeTemplate = async (text: string) => {
    setTemplate(text);
    setTemplateFault(await shell.checkTemplate(text));
  };
  const wrong = id === 'markdown' && templateFault !== undefined;
  const options: ExportOptions = useMemo(
    () => ({
      title: say('notebook.export.title'),
      language: language(),
      ...(id === 'markdown' ? { perClip, wikiLinks, ...(template === undefined ? {} : { template }) } : {}),
    }),
    [id, perClip, wikiLinks, template],
  );

  const write = async (then: (file: ExportFile) => Promise<void> | void, done: string) => {
    stopping.current = new AbortController();
    const { signal } = stopping.current;
    setFault(undefined);
    setProgress(0);
    try {
      // Our own format is the backup: what is in the trash is in it too.
      const trash = scope === 'all' && id === 'json' ? await shell.notebook.clips({ trash: true }) : [];
      const format = await shell.format(id);
      const file = await format.write({
        clips: [...clips[scope], ...trash],
        options,
        signal,
        onProgress: (at, total) => setProgress(total === 0 ? 1 : at / total),
      });
      await then(file);
      if (scope === 'all' && id === 'json') {
        await shell.notebook.noteExport();
        onBackup();
      }
      tell({ text: done });
      onClose();
    } catch (error) {
      setProgress(undefined);
      if (!signal.aborted) setFault(sayFault(error));
    }
  };

  return (
    <Dialog title={say('notebook.export.heading')} onClose={onClose}>
      <form
        class="sheet"
        onSubmit={(event) => {
          event.preventDefault();
          void write(shell.download, say('notebook.export.done'));
        }}
      >
        <fieldset disabled={progress !== undefined}>
          <legend>{say('notebook.export.what')}</legend>
          {scopes.map((one) => (
            <label key={one} class="check">
              <input type="radio" name="scope" checked={scope === one} onChange={() => setScope(one)} />
              {say(SCOPES[one])} <span class="soft">{sayCount('clip.count', clips[one].length)}</span>
            </label>
          ))}
        </fieldset>
        <label>
          {say('notebook.export.format')}
          <select value={id} disabled={progress !== undefined} onChange={(event) => setId(IDS.find((f) => f === event.currentTarget.value) ?? 'json')}>
            {IDS.map((one) => (
              <option key={one} value={one}>
                {say(FORMATS[one])}
              </option>
            ))}
          </select>
        </label>
        {id === 'json' && <p class="small soft">{say('notebook.export.lossless')}</p>}
        {id === 'markdown' && (
          <fieldset disabled={progress !== undefined}>
            <legend class="unseen">Markdown</legend>
            <label class="check">
              <input type="checkbox" checked={perClip} onChange={(event) => setPerClip(event.currentTarget.checked)} />
              {say('notebook.export.perClip')}
            </label>
            <label class="check">
              <input type="checkbox" checked={wikiLinks} onChange={(event) => setWikiLinks(event.currentTarget.checked)} />
              {say('notebook.export.wikiLinks')}
            </label>
            <details
              onToggle={async (event) => {
                if (event.currentTarget.open && template === undefined) setTemplate(await shell.defaultTemplate());
              }}
            >
              <summary>{say('notebook.export.template')}</summary>
              <textarea
                rows={8}
                spellcheck={false}
                aria-label={say('notebook.export.template')}
                aria-invalid={templateFault !== undefined}
                aria-describedby="template-fault"
                value={template ?? ''}
                onInput={(event) => void changeTemplate(event.currentTarget.value)}
              />
              <p class="fault small" id="template-fault" role="status">
                {templateFault}
              </p>
            </details>
          </fieldset>
        )}
        {fault !== undefined && (
          <p class="fault" role="alert">
            {fault}
          </p>
        )}
        {progress !== undefined && <Progress label={say('notebook.export.writing')} part={progress} onStop={() => stopping.current?.abort()} />}
        <div class="acts">
          <button type="submit" class="primary" disabled={progress !== undefined || wrong}>
            {say('notebook.export.download')}
          </button>
          {!(id === 'markdown' && perClip) && (
            <button
              type="button"
              disabled={progress !== undefined || wrong}
              onClick={() => write(({ data }) => shell.copy(typeof data === 'string' ? data : new TextDecoder().decode(data)), say('notebook.export.copied'))}
            >
              {say('notebook.export.copy')}
            </button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
