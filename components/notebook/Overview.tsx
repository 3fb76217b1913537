/** The notebook as a whole: how it grew, who and what is in it, whether it is safe. */
import { type Choices, EVERYTHING } from '@/lib/notebook/filter';
import { hashOf } from '@/lib/notebook/route';
import type { Week } from '@/lib/notebook/weeks';
import { language, say, sayCount } from '../words';
import { Weeks } from './Weeks';

export interface OverviewProps {
  readonly total: number;
  readonly whole: boolean;
  readonly weeks: readonly Week[];
  readonly choices: Choices;
}

const MOST = 18;

export function Overview({ total, whole, weeks, choices }: OverviewProps) {
  if (whole && total === 0)
    return (
      <div class="empty">
        <h1>{say('notebook.emptyTitle')}</h1>
        <p>{say('notebook.emptyHow')}</p>
        <p class="soft">{say('notebook.emptyWhere')}</p>
      </div>
    );
  return (
    <>
      <h1>{say('notebook.heading')}</h1>
      <p class="soft">{whole ? sayCount('clip.count', total) : say('notebook.opening')}</p>
      {whole && <Weeks weeks={weeks} />}
      {choices.entities.length > 0 && (
        <section class="part">
          <h2>{say('notebook.mostNamed')}</h2>
          <ul class="lines columns">
            {choices.entities.slice(0, MOST).map(({ value, name, clips }) => (
              <li key={value}>
                <a href={hashOf({ at: 'entity', id: value })}>{name}</a> <span class="soft small">{clips.toLocaleString(language())}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {choices.tags.length > 0 && (
        <section class="part">
          <h2>{say('clip.tags')}</h2>
          <ul class="tags">
            {choices.tags.slice(0, 2 * MOST).map(({ value, clips }) => (
              <li key={value}>
                <a class="tag" href={hashOf({ at: 'list', wanted: { ...EVERYTHING, tags: [value] } })}>
                  {value} <span class="soft small">{clips.toLocaleString(language())}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
