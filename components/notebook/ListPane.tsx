/** The search, what narrows it, what it found, and what can be done with those selected. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Choices, isNarrowed, type Wanted } from '@/lib/notebook/filter';
import type { Clip, ClipId } from '@/lib/notebook/types';
import { language, say, sayCount } from '../words';
import { ClipList } from './ClipList';
import { Filters } from './Filters';
import { tagsOf } from './tags';

export interface ListPaneProps {
  readonly wanted: Wanted;
  /** Undefined while the search is being prepared. */
  readonly found: readonly Clip[] | undefined;
  /** All clips are read. */
  readonly whole: boolean;
  /** How many there are in all. */
  readonly total: number;
  readonly choices: Choices;
  readonly shown: ClipId | undefined;
  readonly selected: ReadonlySet<ClipId>;
  onWanted(wanted: Wanted): void;
  onSelected(selected: ReadonlySet<ClipId>): void;
  onTag(ids: readonly ClipId[], tags: readonly string[], how: 'add' | 'remove'): void;
  onTrash(ids: readonly ClipId[]): void;
  /** Export or send what is selected. */
  onExport(ids: readonly ClipId[]): void;
  onSend(ids: readonly ClipId[]): void;
}

function status({ found, whole, total, wanted }: ListPaneProps): string {
  if (!found) return say('notebook.preparing');
  if (!whole) return say('notebook.opening');
  return isNarrowed(wanted) ? sayCount('notebook.foundOf', found.length, total.toLocaleString(language())) : sayCount('clip.count', found.length);
}

export function ListPane(props: ListPaneProps) {
  const { wanted, found = [], shown, selected, whole, total, onWanted, onSelected } = props;
  const input = useRef<HTMLInputElement>(null);
  const last = useRef<ClipId>(undefined);
  useEffect(() => {
    const onSlash = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest('input:not([type=checkbox]), select, textarea, dialog') !== null;
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener('keydown', onSlash);
    return () => document.removeEventListener('keydown', onSlash);
  }, []);

  const select = (id: ClipId, on: boolean, through: boolean) => {
    const next = new Set(selected);
    const from = through ? found.findIndex((clip) => clip.id === last.current) : -1;
    const to = found.findIndex((clip) => clip.id === id);
    const between = from < 0 ? [id] : found.slice(Math.min(from, to), Math.max(from, to) + 1).map((clip) => clip.id);
    for (const one of between) {
      if (on) next.add(one);
      else next.delete(one);
    }
    last.current = id;
    onSelected(next);
  };

  return (
    <search class="pane">
      <input
        ref={input}
        type="search"
        aria-label={say('notebook.search')}
        aria-keyshortcuts="/"
        placeholder={say('notebook.placeholder')}
        autocomplete="off"
        spellcheck={false}
        dir="auto"
        value={wanted.text}
        onInput={(event) => onWanted({ ...wanted, text: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || wanted.text === '') return;
          onWanted({ ...wanted, text: '' });
          event.preventDefault();
        }}
      />
      <Filters wanted={wanted} choices={props.choices} onWanted={onWanted} />
      <div class="line">
        <p class="status small soft" role="status">
          {status(props)}
        </p>
        {found.length > 0 && whole && (
          <button type="button" class="quiet small" onClick={() => onSelected(new Set(selected.size > 0 ? [] : found.map((clip) => clip.id)))}>
            {selected.size > 0 ? say('notebook.selectNone') : say('notebook.selectAll')}
          </button>
        )}
      </div>
      {selected.size > 0 && <Chosen {...props} />}
      {found.length > 0 && <ClipList clips={found} shown={shown} selected={selected} onSelect={select} />}
      {props.found && whole && found.length === 0 && total > 0 && <p class="soft">{say('notebook.noneFound')}</p>}
    </search>
  );
}

/** What can be done with many at once. */
function Chosen({ selected, onTag, onTrash, onExport, onSend }: ListPaneProps) {
  const [text, setText] = useState('');
  const ids = [...selected];
  const tag = (how: 'add' | 'remove') => {
    const tags = tagsOf(text);
    if (tags.length > 0) onTag(ids, tags, how);
    setText('');
  };
  return (
    <section class="chosen" aria-label={sayCount('notebook.selected', selected.size)}>
      <p>{sayCount('notebook.selected', selected.size)}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          tag('add');
        }}
      >
        <input
          type="text"
          aria-label={say('clip.tagsHint')}
          placeholder={say('clip.tags')}
          value={text}
          dir="auto"
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" disabled={text.trim() === ''}>
          {say('notebook.addTags')}
        </button>
        <button type="button" disabled={text.trim() === ''} onClick={() => tag('remove')}>
          {say('notebook.removeTags')}
        </button>
      </form>
      <div class="acts">
        <button type="button" onClick={() => onExport(ids)}>
          {say('notebook.export.open')}
        </button>
        <button type="button" onClick={() => onSend(ids)}>
          {say('notebook.send.open')}
        </button>
        <button type="button" onClick={() => onTrash(ids)}>
          {say('clip.delete')}
        </button>
      </div>
    </section>
  );
}
