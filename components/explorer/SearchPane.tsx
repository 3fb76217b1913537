/** Search as you type: a combobox over the list of what was found, with filters by kind and country. All by keyboard: arrows, Home and End, Enter, Escape. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { KINDS, type Kind } from '@/lib/explore/kinds';
import type { Hits, Library } from '@/lib/explore/library';
import type { Wanted } from '@/lib/explore/search';
import { sayDate } from '../dates';
import { language, say, sayCount } from '../words';
import { KIND_WORDS, KINDS_WORDS } from './EntityLink';

export interface SearchPaneProps {
  readonly wanted: Wanted;
  /** Undefined while the search is being prepared, or when nothing is asked for. */
  readonly found: Hits | undefined;
  readonly preparing: boolean;
  readonly countries: Library['countries'];
  /** The entity that is shown. */
  readonly shown?: string | undefined;
  onWanted(wanted: Wanted): void;
  onChosen(id: string): void;
  onMore(): void;
}

const optionId = (i: number) => `hit-${i}`;

function status({ found, preparing }: SearchPaneProps): string {
  if (preparing) return say('explorer.preparing');
  return found ? sayCount('explorer.found', found.total) : say('explorer.hint');
}

export function SearchPane(props: SearchPaneProps) {
  const { wanted, found, countries, shown, onWanted, onChosen, onMore } = props;
  const [active, setActive] = useState(-1);
  const input = useRef<HTMLInputElement>(null);
  const hits = found?.hits ?? [];
  const at = Math.min(active, hits.length - 1);

  // What is asked changed: the choice begins anew.
  useEffect(() => setActive(-1), [wanted.text, wanted.country, wanted.kinds.join()]);
  useEffect(() => {
    document.getElementById(optionId(at))?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  useEffect(() => {
    const onSlash = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, select, textarea') !== null;
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener('keydown', onSlash);
    return () => document.removeEventListener('keydown', onSlash);
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowDown: at + 1, ArrowUp: at < 0 ? hits.length - 1 : at - 1 }[event.key];
    if (to !== undefined && hits.length > 0) {
      setActive(to >= hits.length ? 0 : to);
      event.preventDefault();
    } else if (event.key === 'Enter') {
      const hit = hits[Math.max(0, at)];
      if (hit) onChosen(hit.id);
    } else if (event.key === 'Escape' && wanted.text !== '') {
      onWanted({ ...wanted, text: '' });
      event.preventDefault();
    }
  };
  const toggled = (kind: Kind) => (wanted.kinds.includes(kind) ? wanted.kinds.filter((k) => k !== kind) : [...wanted.kinds, kind]);

  return (
    <search class="pane">
      <input
        ref={input}
        type="search"
        // biome-ignore lint/a11y/noRedundantRoles: without a list of the browser’s own it is none by itself.
        role="combobox"
        list={undefined}
        aria-label={say('explorer.search')}
        aria-expanded={hits.length > 0}
        aria-controls="hits"
        aria-autocomplete="list"
        aria-activedescendant={at >= 0 ? optionId(at) : undefined}
        aria-keyshortcuts="/"
        placeholder={say('explorer.placeholder')}
        autocomplete="off"
        spellcheck={false}
        value={wanted.text}
        onInput={(event) => onWanted({ ...wanted, text: event.currentTarget.value })}
        onKeyDown={onKeyDown}
      />
      <fieldset class="kinds">
        <legend class="unseen">{say('explorer.filterKinds')}</legend>
        {KINDS.map((kind) => (
          <button key={kind} type="button" aria-pressed={wanted.kinds.includes(kind)} onClick={() => onWanted({ ...wanted, kinds: toggled(kind) })}>
            {say(KINDS_WORDS[kind])}
          </button>
        ))}
      </fieldset>
      <select
        aria-label={say('explorer.country')}
        value={wanted.country ?? ''}
        onChange={(event) => {
          const country = event.currentTarget.value;
          onWanted({ text: wanted.text, kinds: wanted.kinds, ...(country === '' ? {} : { country }) });
        }}
      >
        <option value="">{say('explorer.allCountries')}</option>
        {countries.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      <p class="status soft small" role="status">
        {status(props)}
      </p>
      <div id="hits" role="listbox" aria-label={say('explorer.results')} tabIndex={-1}>
        {hits.map((hit, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox has the keys.
          <div
            key={hit.id}
            id={optionId(i)}
            role="option"
            tabIndex={-1}
            aria-selected={i === at}
            data-shown={hit.id === shown}
            onClick={() => onChosen(hit.id)}
          >
            <span class="hit-name">{hit.name}</span>
            {hit.native && (
              <span class="hit-native" lang={hit.native.language} dir="auto">
                {hit.native.text}
              </span>
            )}
            <span class="hit-line">
              <span class="kind" data-kind={hit.kind}>
                {say(KIND_WORDS[hit.kind])}
              </span>
              {hit.date && ` · ${sayDate(hit.date)}`}
              {hit.holders && ` · ${hit.holders.join(', ')}`}
              {hit.about && ` · ${hit.about}`}
            </span>
          </div>
        ))}
      </div>
      {found && found.total > hits.length && (
        <button type="button" class="quiet" onClick={onMore}>
          {say('explorer.more', (found.total - hits.length).toLocaleString(language()))}
        </button>
      )}
    </search>
  );
}
