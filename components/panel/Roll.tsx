/** Everyone on the page by kind, with a filter. A line leads to the next mention on the page. */
import type { EntityId } from '@/lib/dataset/schema';
import type { Entry, Group } from '@/lib/panel/roll';
import { sayDate, saySpan } from '../dates';
import { KINDS_WORDS } from '../explorer/EntityLink';
import { language, say, sayCount } from '../words';

export interface RollProps {
  readonly groups: readonly Group[];
  /** In the filter. */
  readonly text: string;
  readonly walked: { readonly entity: EntityId; readonly at: number } | undefined;
  factsOf(entity: EntityId): string;
  onText(text: string): void;
  /** `back`: to the mention before. */
  onGo(entity: EntityId, back?: boolean): void;
}

/** What is said of it in one line. */
export function lineOf({ kind, role, holders, about, from, to }: Entry): string | undefined {
  if (role?.when === 'then') return role.line.acting ? say('card.actingTitle', role.line.title) : role.line.title;
  if (role) return `${say(role.when === 'before' ? 'card.before' : 'card.after')}: ${role.line.title} (${saySpan(role.line.from, role.line.to)})`;
  if (kind === 'office') return holders.length > 0 ? say('panel.inOffice', holders.join(', ')) : about;
  if (from) return [kind === 'agreement' ? sayDate(from) : saySpan(from, to ?? from), about].filter(Boolean).join(' · ');
  return about;
}

export function Roll({ groups, text, walked, factsOf, onText, onGo }: RollProps) {
  const count = groups.reduce((sum, g) => sum + g.entries.length, 0);
  return (
    <search>
      <input
        type="search"
        aria-label={say('panel.filter')}
        placeholder={say('panel.placeholder')}
        autocomplete="off"
        spellcheck={false}
        value={text}
        onInput={(event) => onText(event.currentTarget.value)}
        onKeyDown={(event) => {
          const [first] = groups[0]?.entries ?? [];
          if (event.key === 'Enter' && first) onGo(first.entity);
          if (event.key === 'Escape' && text !== '') {
            event.preventDefault();
            onText('');
          }
        }}
      />
      <p class="soft small count-line" role="status">
        {count > 0 ? sayCount('panel.count', count) : say('panel.noMatch', text)}
      </p>
      {groups.map(({ kind, entries }) => (
        <section key={kind} class="group" data-kind={kind}>
          <h2>
            {say(KINDS_WORDS[kind])} <span class="soft small">{entries.length.toLocaleString(language())}</span>
          </h2>
          <ul>
            {entries.map((entry) => (
              <Line key={entry.entity} entry={entry} at={walked?.entity === entry.entity ? walked.at : undefined} href={factsOf(entry.entity)} onGo={onGo} />
            ))}
          </ul>
        </section>
      ))}
    </search>
  );
}

function Line({ entry, at, href, onGo }: { entry: Entry; at: number | undefined; href: string; onGo: RollProps['onGo'] }) {
  const { entity, name, native, places, uncertain } = entry;
  const line = lineOf(entry);
  return (
    <li data-current={at !== undefined}>
      <button
        type="button"
        class="entry"
        onClick={(event) => onGo(entity, event.shiftKey)}
        // The page shows where it went; a second press goes on.
        aria-current={at !== undefined ? 'true' : undefined}
      >
        <span class="name">
          {name}{' '}
          {native && (
            <span class="native" lang={native.language} dir="auto">
              {native.text}
            </span>
          )}
        </span>
        <span class="count" aria-hidden="true">
          {at === undefined ? places.length.toLocaleString(language()) : `${(at + 1).toLocaleString(language())}/${places.length.toLocaleString(language())}`}
        </span>
        <span class="unseen">{sayCount('panel.mentions', places.length)}</span>
        {(line || uncertain) && (
          <span class="line">
            {uncertain && <strong>{say('card.uncertain')}</strong>}
            {uncertain && line && ' · '}
            {line}
          </span>
        )}
      </button>
      <a class="facts" href={href} target="_blank" rel="noreferrer" title={say('panel.facts', name)}>
        <span class="unseen">{say('panel.facts', name)}</span>
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path d="M6 3H3v10h10v-3M9 3h4v4M13 3 7.5 8.5" fill="none" stroke="currentColor" stroke-width="1.5" />
        </svg>
      </a>
    </li>
  );
}
