/** The page’s mentions to take along: as data, or as text. */
import { useState } from 'preact/hooks';
import { say } from '../words';

export interface ExportProps {
  onExport(as: 'jsonl' | 'csv'): void;
  onCopy(): Promise<void>;
}

export function Export({ onExport, onCopy }: ExportProps) {
  const [said, saySomething] = useState('');
  return (
    <details>
      <summary>{say('panel.export')}</summary>
      <p class="soft small">{say('panel.exportWhat')}</p>
      <div class="row">
        <button type="button" onClick={() => onExport('jsonl')}>
          JSON Lines
        </button>
        <button type="button" onClick={() => onExport('csv')}>
          CSV
        </button>
        <button
          type="button"
          onClick={() =>
            onCopy().then(
              () => saySomething(say('card.copied')),
              (error: unknown) => saySomething(error instanceof Error ? error.message : String(error)),
            )
          }
        >
          {say('card.copyText')}
        </button>
      </div>
      <p class="soft small" role="status">
        {said}
      </p>
    </details>
  );
}
