/** The date at which roles are told, how it was found, and a way to set another. */
import { useState } from 'preact/hooks';
import type { ArticleDate } from '@/lib/recognise/types';
import { sayDateSource } from '../card/why';
import { isoOf, sayDate } from '../dates';
import { say } from '../words';

export interface DateBarProps {
  readonly date: ArticleDate;
  onDate(date: string | undefined): void;
}

export function DateBar({ date, onDate }: DateBarProps) {
  const [changing, change] = useState(false);
  const [wanted, setWanted] = useState('');
  const { between, source } = date;
  const range = between && between.first !== between.last ? say('panel.between', sayDate(isoOf(between.first)), sayDate(isoOf(between.last))) : undefined;
  return (
    <div class="date-bar">
      <p>
        <span class="soft">{say('card.dateUsed')}</span> <time dateTime={isoOf(date.day)}>{sayDate(isoOf(date.day))}</time>
        <span class="soft small how">
          {sayDateSource(source)}
          {range && ` (${range})`}
        </span>
      </p>
      <div class="row">
        {source === 'given' && (
          <button type="button" onClick={() => onDate(undefined)}>
            {say('panel.asFound')}
          </button>
        )}
        <button
          type="button"
          aria-expanded={changing}
          onClick={() => {
            setWanted(isoOf(date.day));
            change(!changing);
          }}
        >
          {say('panel.changeDate')}
        </button>
      </div>
      {changing && (
        <form
          class="row"
          onSubmit={(event) => {
            event.preventDefault();
            change(false);
            onDate(wanted);
          }}
        >
          <label>
            <span class="soft small">{say('panel.dateField')}</span>
            <input type="date" required min="1900-01-01" max="2100-12-31" value={wanted} onInput={(event) => setWanted(event.currentTarget.value)} />
          </label>
          <button type="submit" class="primary">
            {say('panel.useDate')}
          </button>
        </form>
      )}
    </div>
  );
}
