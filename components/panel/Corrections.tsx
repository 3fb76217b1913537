/** The corrections that hold on this page, each to be taken back. */
import { useState } from 'preact/hooks';
import type { Correction } from '@/lib/settings/corrections';
import { language, say } from '../words';

export interface CorrectionsProps {
  readonly corrections: readonly Correction[];
  onUndo(correction: Correction): Promise<void>;
}

const scopeOf = ({ where }: Correction) => (where === '*' ? 'always' : where.includes('/') ? 'page' : 'site');

export function Corrections({ corrections, onUndo }: CorrectionsProps) {
  const [said, saySomething] = useState('');
  return (
    <details>
      <summary>
        {say('panel.corrections')} <span class="soft">{corrections.length.toLocaleString(language())}</span>
      </summary>
      {corrections.length === 0 && <p class="soft small">{say('panel.noCorrections')}</p>}
      <ul class="corrections">
        {corrections.map((correction) => {
          const { id, surface, entity, name } = correction;
          const what = entity === null ? say('panel.unmarked', surface) : say('panel.means', surface, name ?? entity);
          return (
            <li key={id}>
              <span>
                {what} <span class="soft small">{say(`card.scope.${scopeOf(correction)}`)}</span>
              </span>
              <button
                type="button"
                aria-label={`${say('panel.undo')}: ${what}`}
                onClick={() =>
                  onUndo(correction).then(
                    () => saySomething(say('panel.undone')),
                    () => saySomething(say('card.asleep')),
                  )
                }
              >
                {say('panel.undo')}
              </button>
            </li>
          );
        })}
      </ul>
      <p class="soft small" role="status">
        {said}
      </p>
    </details>
  );
}
