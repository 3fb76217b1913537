/** Events of those on the page in order of time, with the article’s date among them. */
import { useState } from 'preact/hooks';
import type { EntityId } from '@/lib/dataset/schema';
import type { Happening, Timeline } from '@/lib/panel/timeline';
import { isoOf, sayDate } from '../dates';
import { sayType } from '../explorer/type-words';
import { sayEventTime } from '../explorer/when';
import { language, say } from '../words';

export interface TimelineViewProps {
  timeline(most: number): Timeline;
  /** The article’s. */
  readonly day: number;
  factsOf(entity: EntityId): string;
}

const STEP = 16;
const MOST_NAMES = 4;

export function TimelineView({ timeline, day, factsOf }: TimelineViewProps) {
  const [most, setMost] = useState(STEP);
  const { events, more } = timeline(most);
  const later = events.findIndex((e) => e.when === 'after');
  const cut = later < 0 ? events.length : later;
  return (
    <section class="times" aria-label={say('panel.timeline')}>
      {events.length === 0 && <p>{say('panel.noEvents')}</p>}
      <ol>
        {events.slice(0, cut).map((event) => (
          <Event key={event.event} event={event} href={factsOf(event.event)} />
        ))}
        <li class="here">
          <time dateTime={isoOf(day)}>{say('panel.articleDate', sayDate(isoOf(day)))}</time>
        </li>
        {events.slice(cut).map((event) => (
          <Event key={event.event} event={event} href={factsOf(event.event)} />
        ))}
      </ol>
      {more > 0 && (
        <button type="button" onClick={() => setMost(most + 3 * STEP)}>
          {say('explorer.more', more.toLocaleString(language()))}
        </button>
      )}
    </section>
  );
}

function Event({ event, href }: { readonly event: Happening; readonly href: string }) {
  const { name, from, to, type, place, who, when, named } = event;
  const others = who.length - MOST_NAMES;
  return (
    <li data-when={when} data-named={named}>
      <span class="soft small">{[sayEventTime(from, to), sayType(type), place].filter(Boolean).join(' · ')}</span>
      <a href={href} target="_blank" rel="noreferrer">
        {name}
      </a>
      {who.length > 0 && (
        <span class="soft small">
          {who.slice(0, MOST_NAMES).join(', ')}
          {others > 0 && ` ${say('panel.andMore', others.toLocaleString(language()))}`}
        </span>
      )}
    </li>
  );
}
