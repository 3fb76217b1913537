/** What the reader said of names, to look through and take back. */
import type { Correction } from '@/lib/settings/corrections';
import { language, say } from '../words';

export interface CorrectionsProps {
  readonly corrections: readonly Correction[];
  onForget(ids: readonly string[]): void;
}

const day = (moment: string): string => {
  const time = Date.parse(moment);
  return Number.isNaN(time) ? '' : new Intl.DateTimeFormat(language(), { dateStyle: 'medium' }).format(time);
};
const where = ({ where: scope }: Correction): string => (scope === '*' ? say('card.scope.always') : scope);

export function Corrections({ corrections, onForget }: CorrectionsProps) {
  const newest = [...corrections].sort((a, b) => (a.made < b.made ? 1 : -1));
  return (
    <section id="corrections" aria-labelledby="corrections-title">
      <h2 id="corrections-title" tabIndex={-1}>
        {say('options.corrections')}
      </h2>
      {newest.length === 0 ? (
        <p class="soft">{say('options.noCorrections')}</p>
      ) : (
        <>
          <ul class="corrections">
            {newest.map((correction) => (
              <li key={correction.id}>
                <span>
                  {correction.entity === null
                    ? say('options.unmarked', correction.surface)
                    : say('options.means', correction.surface, correction.name ?? correction.entity)}
                  <span class="soft small">
                    {where(correction)}
                    {day(correction.made) && ` · ${day(correction.made)}`}
                  </span>
                </span>
                <button
                  type="button"
                  aria-label={`${say('options.remove')}: ${say('options.removeCorrection', correction.surface)}`}
                  onClick={() => {
                    document.getElementById('corrections-title')?.focus();
                    onForget([correction.id]);
                  }}
                >
                  {say('options.remove')}
                </button>
              </li>
            ))}
          </ul>
          {newest.length > 1 && (
            <button
              type="button"
              onClick={() => {
                document.getElementById('corrections-title')?.focus();
                onForget(newest.map(({ id }) => id));
              }}
            >
              {say('options.removeAll')}
            </button>
          )}
        </>
      )}
    </section>
  );
}
