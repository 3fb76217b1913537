/** What is known of an entity, under the card’s head: roles then and now, holders, participants, events, sources. */
import type { CardData, EventLine, PersonLine, RoleLine } from '@/lib/card/types';
import type { EntityId } from '@/lib/dataset/schema';
import { isoOf, sayDate, saySpan } from '../dates';
import { language, say } from '../words';

interface Opens {
  /** Opens another entity in this card. */
  onOpen(entity: EntityId): void;
}

/** The name of another entity: opens it in the same card. */
function Link({ entity, name, onOpen }: { readonly entity: EntityId; readonly name: string } & Opens) {
  return (
    <button type="button" class="link" onClick={() => onOpen(entity)}>
      {name}
    </button>
  );
}

function Links({ people, onOpen }: { readonly people: readonly PersonLine[] } & Opens) {
  return (
    <ul class="inline">
      {people.map((p) => (
        <li key={p.entity}>
          <Link entity={p.entity} name={p.name} onOpen={onOpen} />
        </li>
      ))}
    </ul>
  );
}

function Role({ line, onOpen }: { readonly line: RoleLine } & Opens) {
  return (
    <li>
      <span class="title">
        <Link entity={line.office} name={line.acting ? say('card.actingTitle', line.title) : line.title} onOpen={onOpen} />
      </span>
      <span class="dates">
        {saySpan(line.from, line.to)}
        {line.checked ? ` (${say('card.asOf', sayDate(line.checked))})` : ''}
      </span>
      {line.disputed && <span class="disputed">{say('card.disputed', line.disputed)}</span>}
    </li>
  );
}

/** Roles then and now. When nobody knows of a role then, the last before and the next after are told as such. */
function Roles({ card, onOpen }: { readonly card: CardData } & Opens) {
  const around = [card.before && { label: say('card.before'), line: card.before }, card.after && { label: say('card.after'), line: card.after }].filter(
    (x) => x !== undefined,
  );
  return (
    <>
      <section class="then">
        <h3>{say('card.onDate', sayDate(isoOf(card.date.day)))}</h3>
        {card.rolesThen.length > 0 ? (
          <ul>
            {card.rolesThen.map((line) => (
              <Role key={line.office + (line.from ?? '')} line={line} onOpen={onOpen} />
            ))}
          </ul>
        ) : (
          <p class="none">{say('card.noRole')}</p>
        )}
      </section>
      {around.map(({ label, line }) => (
        <section key={label}>
          <h3>{label}</h3>
          <ul>
            <Role line={line} onOpen={onOpen} />
          </ul>
        </section>
      ))}
      {card.rolesNow.length > 0 && (
        <section class="now">
          <h3>{say('card.now')}</h3>
          <ul>
            {card.rolesNow.map((line) => (
              <Role key={line.office} line={line} onOpen={onOpen} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Holders({ card, onOpen }: { readonly card: CardData } & Opens) {
  const isOffice = card.kind === 'office';
  return (
    <section class={isOffice ? 'line' : undefined}>
      <h3>{isOffice ? say('card.holders') : say('card.heads', sayDate(isoOf(card.date.day)))}</h3>
      {isOffice && !card.holders.some((h) => h.current) && <p class="none">{say('card.nobodyThen', sayDate(isoOf(card.date.day)))}</p>}
      <ol class="holders">
        {card.holders.map((h) => (
          <li key={h.entity + (h.from ?? '') + (h.note ?? '')} aria-current={isOffice && h.current ? 'true' : undefined}>
            <span class="title">
              <Link entity={h.entity} name={h.name} onOpen={onOpen} />
            </span>
            <span class="dates">
              {isOffice ? saySpan(h.from, h.to) : h.note}
              {h.acting ? `, ${say('card.acting')}` : ''}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Event({ line, label, onOpen }: { readonly line: EventLine; readonly label?: string } & Opens) {
  return (
    <li>
      <span class="dates">
        {label ? `${label} · ` : ''}
        {saySpan(line.from, line.to ?? line.from)}
        {line.place ? ` · ${line.place}` : ''}
      </span>
      <Link entity={line.event} name={line.name} onOpen={onOpen} />
      {line.shared.length > 0 && <span class="with">{say('card.with', list(line.shared))}</span>}
    </li>
  );
}

const list = (names: readonly string[]): string => new Intl.ListFormat(language(), { type: 'unit', style: 'short' }).format(names);

export function Facts({ card, onOpen }: { readonly card: CardData } & Opens) {
  return (
    <>
      {card.about && <p class="about">{card.about}</p>}
      {card.disputed && <p class="disputed">{say('card.disputed', card.disputed)}</p>}
      {card.kind === 'person' && <Roles card={card} onOpen={onOpen} />}
      {(card.holders.length > 0 || card.kind === 'office') && <Holders card={card} onOpen={onOpen} />}
      {card.status && card.status.length > 0 && (
        <section>
          <h3>{say('card.status')}</h3>
          <ul>
            {card.status.map((s) => (
              <li key={s.from + s.status}>
                <span class="title">{s.note ?? s.status}</span>
                <span class="dates">{saySpan(s.from, s.from)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {card.people.length > 0 && (
        <section>
          <h3>{say(card.kind === 'agreement' ? 'card.signatories' : 'card.participants')}</h3>
          <Links people={card.people} onOpen={onOpen} />
        </section>
      )}
      {card.connected.length > 0 && (
        <section>
          <h3>{say('card.connected')}</h3>
          <Links people={card.connected} onOpen={onOpen} />
        </section>
      )}
      {(card.previous || card.next) && (
        <section>
          <h3>{say('card.series')}</h3>
          <ul class="events">
            {card.previous && <Event line={card.previous} label={say('card.previous')} onOpen={onOpen} />}
            {card.next && <Event line={card.next} label={say('card.next')} onOpen={onOpen} />}
          </ul>
        </section>
      )}
      {card.events.length > 0 && (
        <section>
          <h3>{say('card.events')}</h3>
          <ul class="events">
            {card.events.map((line) => (
              <Event key={line.event} line={line} onOpen={onOpen} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

export function Sources({ card }: { readonly card: CardData }) {
  return (
    <ul class="sources" aria-label={say('card.sources')}>
      {sourcesOf(card).map((s) => (
        <li key={s.url}>
          <a href={s.url} target="_blank" rel="noopener noreferrer">
            {s.publisher}: {s.title}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Every source of what the card says, once each. */
export function sourcesOf(card: CardData): CardData['sources'] {
  const roles = [...card.rolesThen, ...card.rolesNow, ...(card.before ? [card.before] : [])].flatMap((r) => r.sources);
  return [...new Map([...card.sources, ...roles].map((s) => [s.url, s])).values()];
}
