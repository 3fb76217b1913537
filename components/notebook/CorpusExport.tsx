/** The export of a corpus: begins at once, shows how far it is, and can be stopped. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Project } from '@/lib/notebook/types';
import { say } from '../words';
import { Dialog } from './Dialog';
import { sayFault } from './faults';
import { Progress } from './Progress';
import type { Shell, Tell } from './shell';

export interface CorpusExportProps {
  readonly project: Project & { readonly records: number };
  readonly shell: Pick<Shell, 'exportCorpus' | 'download'>;
  readonly tell: Tell;
  onClose(): void;
}

export function CorpusExport({ project, shell, tell, onClose }: CorpusExportProps) {
  const [part, setPart] = useState(0);
  const [fault, setFault] = useState<string>();
  const stopping = useRef(new AbortController());
  useEffect(() => {
    const { signal } = stopping.current;
    shell.exportCorpus(project, { signal, onProgress: (done, total) => setPart(total === 0 ? 1 : Math.min(1, done / total)) }).then(
      (file) => {
        if (signal.aborted) return;
        shell.download(file);
        tell({ text: say('notebook.export.done') });
        onClose();
      },
      (error: unknown) => {
        if (!signal.aborted) setFault(sayFault(error));
      },
    );
    return () => stopping.current.abort();
  }, []);
  return (
    <Dialog title={say('notebook.corpus.exportAs', project.name)} onClose={onClose}>
      <div class="sheet">
        {fault === undefined ? (
          <Progress label={say('notebook.export.writing')} part={part} onStop={onClose} />
        ) : (
          <p class="fault" role="alert">
            {fault}
          </p>
        )}
      </div>
    </Dialog>
  );
}
