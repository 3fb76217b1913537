/** By what the list is narrowed and in which order it stands. */
import { type Choices, CLIP_KINDS, EVERYTHING, filterCount, SORTS, type Sort, type Wanted } from '@/lib/notebook/filter';
import { COLOURS } from '@/lib/notebook/types';
import { language, say, type WordKey } from '../words';

export const CLIP_KIND_WORDS = {
  passage: 'notebook.kinds.passage',
  mention: 'notebook.kinds.mention',
  page: 'notebook.kinds.page',
} as const satisfies Readonly<Record<(typeof CLIP_KINDS)[number], WordKey>>;
const SORT_WORDS = {
  newest: 'notebook.sorts.newest',
  oldest: 'notebook.sorts.oldest',
  changed: 'notebook.sorts.changed',
  published: 'notebook.sorts.published',
  title: 'notebook.sorts.title',
  site: 'notebook.sorts.site',
  best: 'notebook.sorts.best',
} as const satisfies Readonly<Record<Sort, WordKey>>;

export interface FiltersProps {
  readonly wanted: Wanted;
  readonly choices: Choices;
  onWanted(wanted: Wanted): void;
}

/** A list of choices longer than this is for searching, not for choosing. */
const MOST = 300;

export function Filters({ wanted, choices, onWanted }: FiltersProps) {
  const set = (change: { readonly [K in keyof Wanted]?: Wanted[K] | undefined }) => {
    const next = Object.fromEntries(Object.entries({ ...wanted, ...change }).filter(([, value]) => value !== undefined && value !== ''));
    onWanted({ ...EVERYTHING, ...next });
  };
  const toggled = <T,>(list: readonly T[], one: T): readonly T[] => (list.includes(one) ? list.filter((x) => x !== one) : [...list, one]);
  const shown = filterCount(wanted);
  return (
    <div class="narrowing">
      <details>
        <summary>{shown === 0 ? say('notebook.filters') : say('notebook.filtersSet', shown.toLocaleString(language()))}</summary>
        <div class="filters">
          <label>
            {say('notebook.entity')}
            <select value={wanted.entity ?? ''} onChange={(event) => set({ entity: event.currentTarget.value })}>
              <option value="">{say('notebook.anyone')}</option>
              {within(choices.entities, wanted.entity).map(({ value, name, clips }) => (
                <option key={value} value={value}>{`${name} (${clips.toLocaleString(language())})`}</option>
              ))}
            </select>
          </label>
          <label>
            {say('notebook.tag')}
            <select value="" onChange={({ currentTarget: { value } }) => value !== '' && set({ tags: toggled(wanted.tags, value) })}>
              <option value="">{wanted.tags.length > 0 ? wanted.tags.join(' + ') : say('notebook.anyTag')}</option>
              {choices.tags.slice(0, MOST).map(({ value, clips }) => (
                <option key={value} value={value}>{`${wanted.tags.includes(value) ? '✓ ' : ''}${value} (${clips.toLocaleString(language())})`}</option>
              ))}
            </select>
          </label>
          <label>
            {say('notebook.site')}
            <select value={wanted.site ?? ''} onChange={(event) => set({ site: event.currentTarget.value })}>
              <option value="">{say('notebook.anySite')}</option>
              {within(choices.sites, wanted.site).map(({ value, clips }) => (
                <option key={value} value={value}>{`${value} (${clips.toLocaleString(language())})`}</option>
              ))}
            </select>
          </label>
          <label>
            {say('notebook.dateOf')}
            <select value={wanted.by} onChange={(event) => set({ by: event.currentTarget.value === 'article' ? 'article' : 'clipped' })}>
              <option value="clipped">{say('notebook.byClipped')}</option>
              <option value="article">{say('notebook.byArticle')}</option>
            </select>
          </label>
          <label>
            {say('notebook.from')}
            <input type="date" value={wanted.from ?? ''} onChange={(event) => set({ from: event.currentTarget.value })} />
          </label>
          <label>
            {say('notebook.to')}
            <input type="date" value={wanted.to ?? ''} onChange={(event) => set({ to: event.currentTarget.value })} />
          </label>
          <fieldset>
            <legend>{say('clip.colour')}</legend>
            <div class="colours">
              {COLOURS.map((colour) => (
                <label key={colour} data-colour={colour} title={say(`clip.colours.${colour}`)}>
                  <input
                    type="checkbox"
                    aria-label={say(`clip.colours.${colour}`)}
                    checked={wanted.colours.includes(colour)}
                    onChange={() => set({ colours: toggled(wanted.colours, colour) })}
                  />
                  <span />
                </label>
              ))}
            </div>
          </fieldset>
          <fieldset>
            <legend>{say('notebook.kind')}</legend>
            <div class="chips">
              {CLIP_KINDS.map((kind) => (
                <button
                  key={kind}
                  type="button"
                  class="chip"
                  aria-pressed={wanted.kinds.includes(kind)}
                  onClick={() => set({ kinds: toggled(wanted.kinds, kind) })}
                >
                  {say(CLIP_KIND_WORDS[kind])}
                </button>
              ))}
            </div>
          </fieldset>
          {shown > 0 && (
            <button type="button" class="clear" onClick={() => onWanted({ ...EVERYTHING, text: wanted.text, sort: wanted.sort })}>
              {say('notebook.clearFilters')}
            </button>
          )}
        </div>
      </details>
      <select
        class="sort"
        aria-label={say('notebook.sort')}
        value={wanted.sort}
        onChange={(event) => set({ sort: SORTS.find((sort) => sort === event.currentTarget.value) ?? 'newest' })}
      >
        {SORTS.map((sort) => (
          <option key={sort} value={sort}>
            {say(SORT_WORDS[sort])}
          </option>
        ))}
      </select>
    </div>
  );
}

/** The most frequent, and the one that is chosen in any case. */
function within<T extends { readonly value: string }>(choices: readonly T[], chosen: string | undefined): readonly T[] {
  const first = choices.slice(0, MOST);
  const other = chosen === undefined || first.some((c) => c.value === chosen) ? undefined : choices.find((c) => c.value === chosen);
  return other ? [other, ...first] : first;
}
