/** Events by year, the latest first. A long list shows its latest part until more is asked for. */
import { useState } from 'preact/hooks';
import type { Happening } from '@/lib/explore/entity';
import { say } from '../words';
import { EntityLink } from './EntityLink';
import { sayType } from './type-words';
import { sayEventTime } from './when';

const SHORT = 30;

export function Timeline({ events }: { readonly events: readonly Happening[] }) {
  const [whole, showWhole] = useState(false);
  const shown = whole || events.length <= SHORT + 5 ? events : events.slice(0, SHORT);
  const years = [...new Set(shown.map((e) => e.from.slice(0, 4)))];
  return (
    <div class="timeline">
      {years.map((year) => (
        <section key={year}>
          <h3>{year}</h3>
          <ol>
            {shown
              .filter((e) => e.from.startsWith(year))
              .map((e) => (
                <li key={e.link.id}>
                  <EntityLink link={e.link} />
                  <span class="when">{[sayEventTime(e.from, e.to), sayType(e.type), ...e.places.map((p) => p.name)].join(' · ')}</span>
                </li>
              ))}
          </ol>
        </section>
      ))}
      {shown.length < events.length && (
        <button type="button" onClick={() => showWhole(true)}>
          {say('explorer.showAll', events.length)}
        </button>
      )}
    </div>
  );
}
