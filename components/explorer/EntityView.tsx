/** The page of one entity: who or what it is, its bars over years, its events, whom it has to do with, and where that is known from. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { chartOf } from '@/lib/explore/chart';
import type { EntityPage, Link } from '@/lib/explore/entity';
import { sayDate } from '../dates';
import { language, say, type WordKey } from '../words';
import { Bars } from './Bars';
import { EntityLink, KindLabel } from './EntityLink';
import { Timeline } from './Timeline';
import { sayType } from './type-words';
import { sayEventTime } from './when';

export interface EntityViewProps {
  readonly page: EntityPage;
  /** Days since 1970. */
  readonly today: number;
  /** Gives the heading the focus: the reader came here from somewhere else in the explorer. */
  readonly focused: boolean;
}

const Links = ({ links }: { readonly links: readonly Link[] }) => (
  <>
    {links.map((link, i) => (
      <span key={link.id}>
        {i > 0 && ', '}
        <EntityLink link={link} />
      </span>
    ))}
  </>
);

const Section = ({ title, children }: { readonly title: string; readonly children: ComponentChildren }) => (
  <section class="part">
    <h2>{title}</h2>
    {children}
  </section>
);

const LIFE: Readonly<Record<EntityPage['kind'], readonly [WordKey, WordKey]>> = {
  person: ['explorer.born', 'explorer.died'],
  organisation: ['explorer.founded', 'explorer.dissolved'],
  agreement: ['explorer.signed', 'explorer.ended'],
  event: ['explorer.dates', 'explorer.ended'],
  office: ['explorer.dates', 'explorer.ended'],
  place: ['explorer.dates', 'explorer.ended'],
};

/** A term and what is said of it; nothing when there is nothing. */
const Fact = ({ term, children }: { readonly term: string; readonly children: ComponentChildren }) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
);

function Facts({ page }: { readonly page: EntityPage }) {
  const [began, ended] = LIFE[page.kind];
  return (
    <dl class="facts">
      {page.of.length > 0 && (
        <Fact term={say('explorer.officeOf')}>
          <Links links={page.of} />
        </Fact>
      )}
      {page.kind === 'event' && page.from && <Fact term={say('explorer.dates')}>{sayEventTime(page.from, page.to)}</Fact>}
      {page.kind !== 'event' && page.from && <Fact term={say(began)}>{sayDate(page.from)}</Fact>}
      {page.kind !== 'event' && page.to && <Fact term={say(ended)}>{sayDate(page.to)}</Fact>}
      {page.places.length > 0 && (
        <Fact term={say(page.kind === 'organisation' ? 'explorer.seat' : 'explorer.place')}>
          <Links links={page.places} />
        </Fact>
      )}
      {page.countries.length > 0 && page.kind !== 'event' && page.kind !== 'agreement' && page.of.length === 0 && (
        <Fact term={say('explorer.country')}>
          <Links links={page.countries} />
        </Fact>
      )}
    </dl>
  );
}

/** The name of a language in the interface’s language; its code where the browser knows none. */
function sayLanguage(code: string): string {
  try {
    return new Intl.DisplayNames([language()], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

const BARS: Partial<Readonly<Record<EntityPage['kind'], readonly [title: WordKey, column: WordKey]>>> = {
  person: ['explorer.tenures', 'kind.office'],
  office: ['explorer.holders', 'kind.person'],
  agreement: ['explorer.statuses', 'explorer.statusColumn'],
};

function BarsPart({ page, today }: Pick<EntityViewProps, 'page' | 'today'>) {
  const [title, column] = BARS[page.kind] ?? [];
  if (page.bars.length === 0 || !title || !column) return null;
  const chart = chartOf(page.bars, today);
  return (
    <Section title={say(title)}>
      <Bars caption={say('explorer.barsOf', say(title), page.name)} what={say(column)} bars={page.bars} chart={chart} />
      {chart.stretches.some((s) => s && (!s.sure || s.sure.start > s.start || s.sure.end < s.end)) && <p class="soft small">{say('explorer.faint')}</p>}
    </Section>
  );
}

export function EntityView({ page, today, focused }: EntityViewProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focused) heading.current?.focus({ preventScroll: true });
  }, [page.id, focused]);
  return (
    <article class="entity" data-kind={page.kind}>
      <header>
        <p>
          <KindLabel kind={page.kind} also={page.type && sayType(page.type)} />
        </p>
        <h1 ref={heading} tabIndex={-1}>
          {page.name}
        </h1>
        {page.native && (
          <p class="native" lang={page.native.language} dir="auto">
            {page.native.text}
          </p>
        )}
        {page.about && <p class="about">{page.about}</p>}
        {page.disputed && <p class="disputed">{say('explorer.disputed', page.disputed)}</p>}
      </header>
      <Facts page={page} />
      <BarsPart page={page} today={today} />
      {page.offices.length > 0 && (
        <Section title={say('explorer.kinds.office')}>
          <ul class="lines">
            {page.offices.map(({ office, holders }) => (
              <li key={office.id}>
                <EntityLink link={office} />
                {holders.length > 0 && (
                  <span class="when">
                    <Links links={holders} />
                  </span>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {page.people.length > 0 && (
        <Section title={say(page.kind === 'agreement' ? 'explorer.signatories' : 'explorer.participants')}>
          <ul class="lines columns">
            {page.people.map((p) => (
              <li key={p.id}>
                <EntityLink link={p} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {(page.before || page.after) && (
        <nav class="around" aria-label={say('explorer.series')}>
          {page.before && (
            <span>
              {say('explorer.before')} <EntityLink link={page.before} />
            </span>
          )}
          {page.after && (
            <span>
              {say('explorer.after')} <EntityLink link={page.after} />
            </span>
          )}
        </nav>
      )}
      {page.events.length > 0 && (
        <Section title={say('explorer.kinds.event')}>
          <Timeline key={page.id} events={page.events} />
        </Section>
      )}
      {page.relatives.length > 0 && (
        <Section title={say('explorer.relatives')}>
          <p>
            <Links links={page.relatives} />
          </p>
        </Section>
      )}
      {page.organisations.length > 0 && (
        <Section title={say('explorer.kinds.organisation')}>
          <p>
            <Links links={page.organisations} />
          </p>
        </Section>
      )}
      {page.agreements.length > 0 && (
        <Section title={say('explorer.kinds.agreement')}>
          <p>
            <Links links={page.agreements} />
          </p>
        </Section>
      )}
      {page.names.length > 0 && (
        <Section title={say('explorer.names')}>
          <dl class="facts">
            {page.names.map(({ language: code, text }) => (
              <Fact key={code} term={sayLanguage(code)}>
                <span lang={code} dir="auto">
                  {text}
                </span>
              </Fact>
            ))}
          </dl>
        </Section>
      )}
      <Section title={say('explorer.sources')}>
        <ul class="lines">
          {page.sources.map((s) => (
            <li key={s.url}>
              <a href={s.url} target="_blank" rel="noopener noreferrer">
                {s.publisher}: {s.title}
              </a>
              {s.date && <span class="when">{sayDate(s.date)}</span>}
            </li>
          ))}
          {page.wikidata && (
            <li>
              <a href={`https://www.wikidata.org/wiki/${page.wikidata}`} target="_blank" rel="noopener noreferrer">
                Wikidata: {page.wikidata}
              </a>
            </li>
          )}
        </ul>
      </Section>
    </article>
  );
}
