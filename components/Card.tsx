/** The card: who this is, the role on the article’s date, the role now, what happened, and where that is known from. A picture of its props. */
import { useState } from 'preact/hooks';
import type { CardData, CardView, RoleLine } from '@/lib/card/types';
import { type ArticleDate, CERTAIN, type Evidence } from '@/lib/recognise/types';
import { sayDate, saySpan } from './dates';

export interface CardProps {
  readonly view: CardView;
  readonly locale?: string;
  onClose(): void;
}

const isoOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);

const DATE_SOURCE: Readonly<Record<ArticleDate['source'], string>> = {
  given: 'as given',
  'json-ld': 'from the page’s metadata',
  'open-graph': 'from the page’s metadata',
  meta: 'from the page’s metadata',
  time: 'from the date on the page',
  url: 'from the page’s address',
  text: 'from the date in the text',
  inferred: 'inferred from who is named',
  today: 'today, for the page says no date',
};

function why({ code, detail }: Evidence): string {
  switch (code) {
    case 'full-name':
    case 'native-name':
      return 'named in full here';
    case 'unique-name':
      return 'a name that only one person in office bears';
    case 'introduced':
      return 'named in full elsewhere on this page';
    case 'title-beside':
      return detail ? `the title beside the name: ${detail}` : 'the name beside the title';
    case 'company':
      return detail === 'place' ? 'the country or body is mentioned here' : 'mentioned with others concerned';
    case 'holder-at-date':
      return 'held this office on the article’s date';
    case 'holder-when-checked':
      return `held this office when last checked (${detail ? sayDate(detail) : 'earlier'})`;
    case 'former-holder':
      return 'held this office before';
    case 'office-only':
    case 'no-holder':
      return 'who held it then is not in the dataset';
    case 'several-holders':
      return 'more than one person held it then';
    case 'series-at-date':
      return 'the meeting nearest to the article’s date';
    case 'acronym':
      return 'named by its acronym';
    case 'given-name-initial':
      return 'the initial fits';
    case 'corrected-by-reader':
      return 'chosen by you';
  }
}

function Role({ line, locale }: { readonly line: RoleLine; readonly locale?: string | undefined }) {
  return (
    <li>
      <span class="title">
        {line.acting ? 'Acting: ' : ''}
        {line.title}
      </span>
      <span class="dates">
        {saySpan(line.from, line.to, locale)}
        {line.checked ? ` (as of ${sayDate(line.checked, locale)})` : ''}
      </span>
      {line.disputed && <span class="disputed">Disputed: {line.disputed}</span>}
    </li>
  );
}

/** Roles then and now. When nobody knows of a role then, the last before and the next after are told as such. */
function Roles({ card, locale }: { readonly card: CardData; readonly locale?: string | undefined }) {
  const around = [card.before && { label: 'Before', line: card.before }, card.after && { label: 'Later', line: card.after }].filter((x) => x !== undefined);
  return (
    <>
      <section class="then">
        <h3>On {sayDate(isoOf(card.date.day), locale)}</h3>
        {card.rolesThen.length > 0 ? (
          <ul>
            {card.rolesThen.map((line) => (
              <Role key={line.office + (line.from ?? '')} line={line} locale={locale} />
            ))}
          </ul>
        ) : (
          <p class="none">No office in the dataset on that date.</p>
        )}
      </section>
      {around.map(({ label, line }) => (
        <section key={label}>
          <h3>{label}</h3>
          <ul>
            <Role line={line} locale={locale} />
          </ul>
        </section>
      ))}
      {card.rolesNow.length > 0 && (
        <section class="now">
          <h3>Now</h3>
          <ul>
            {card.rolesNow.map((line) => (
              <Role key={line.office} line={line} locale={locale} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Facts({ card, locale }: { readonly card: CardData; readonly locale?: string | undefined }) {
  return (
    <>
      {card.about && <p class="about">{card.about}</p>}
      {card.disputed && <p class="disputed">Disputed: {card.disputed}</p>}
      {card.kind === 'person' && <Roles card={card} locale={locale} />}
      {card.holders.length > 0 && (
        <section>
          <h3>{card.kind === 'office' ? 'Holders' : `Heads on ${sayDate(isoOf(card.date.day), locale)}`}</h3>
          <ol class="holders">
            {card.holders.map((h) => (
              <li key={h.entity + (h.from ?? '') + (h.note ?? '')} aria-current={card.kind === 'office' && h.current ? 'true' : undefined}>
                <span class="title">{h.name}</span>
                <span class="dates">
                  {card.kind === 'office' ? saySpan(h.from, h.to, locale) : h.note}
                  {card.kind === 'office' && h.note ? `, ${h.note}` : ''}
                </span>
              </li>
            ))}
          </ol>
        </section>
      )}
      {card.people.length > 0 && (
        <section>
          <h3>{card.kind === 'agreement' ? 'Signatories' : 'Participants'}</h3>
          <p>{card.people.map((p) => p.name).join(', ')}</p>
        </section>
      )}
      {card.events.length > 0 && (
        <section>
          <h3>Related events</h3>
          <ul class="events">
            {card.events.map((e) => (
              <li key={e.event}>
                <span class="dates">{saySpan(e.from, e.to ?? e.from, locale)}</span>
                <span class="title">{e.name}</span>
                {e.shared.length > 0 && <span class="with">with {e.shared.join(', ')}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Sources({ card }: { readonly card: CardData }) {
  const roles = [...card.rolesThen, ...card.rolesNow, ...(card.before ? [card.before] : [])].flatMap((r) => r.sources);
  const all = [...new Map([...card.sources, ...roles].map((s) => [s.url, s])).values()];
  return (
    <ul class="sources">
      {all.map((s) => (
        <li key={s.url}>
          <a href={s.url} target="_blank" rel="noopener noreferrer">
            {s.publisher}: {s.title}
          </a>
        </li>
      ))}
    </ul>
  );
}

const KIND_WORD: Readonly<Record<CardData['kind'], string>> = {
  person: 'Person',
  office: 'Office',
  organisation: 'Organisation',
  place: 'Place',
  event: 'Event',
  agreement: 'Agreement',
};

export function Card({ view, locale, onClose }: CardProps) {
  const [chosen, choose] = useState(0);
  const { mention } = view;
  const uncertain = view.candidates.length > 1;
  const card = view.candidates[chosen] ?? view.card;
  const life =
    card.life &&
    (card.kind === 'person'
      ? card.life.to
        ? `${card.life.from ? sayDate(card.life.from, locale) : '?'} – ${sayDate(card.life.to, locale)}`
        : card.life.from && `born ${sayDate(card.life.from, locale)}`
      : saySpan(card.life.from, card.kind === 'event' ? (card.life.to ?? card.life.from) : card.life.to, locale));
  return (
    <article class="card" data-kind={card.kind}>
      <header>
        <p class="kind">
          {KIND_WORD[card.kind]}
          {card.affiliation && <> · {card.affiliation.name}</>}
        </p>
        <h2>{card.name}</h2>
        {card.native && (
          <p class="native" lang={card.native.language} dir="auto">
            {card.native.text}
          </p>
        )}
        {life && <p class="life">{life}</p>}
        <button type="button" class="close" aria-label="Close" onClick={onClose}>
          <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
            <path d="M1.5 1.5l9 9m0-9l-9 9" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" />
          </svg>
        </button>
      </header>
      {(uncertain || (mention && mention.confidence < CERTAIN)) && (
        <section class="uncertain">
          <h3>Not certain</h3>
          {uncertain ? (
            <div class="choices">
              {view.candidates.map((c, i) => (
                <button key={c.entity} type="button" aria-pressed={i === chosen} onClick={() => choose(i)}>
                  {c.name}
                  {c.rolesThen[0] && <span>{c.rolesThen[0].title}</span>}
                </button>
              ))}
            </div>
          ) : (
            <p>It may be somebody else of this name.</p>
          )}
        </section>
      )}
      <Facts card={card} locale={locale} />
      <footer>
        <Sources card={card} />
        <details>
          <summary>Why this card?</summary>
          <ul>
            {mention?.evidence.map((e) => (
              <li key={e.code + (e.detail ?? '')}>{why(e)}</li>
            ))}
            <li>
              Date used: {sayDate(isoOf(card.date.day), locale)}, {DATE_SOURCE[card.date.source]}
            </li>
          </ul>
        </details>
      </footer>
    </article>
  );
}
