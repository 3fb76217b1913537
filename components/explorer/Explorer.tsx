/** The dataset explorer: search on one side, on the other the entity shown, or what the dataset covers. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Library } from '@/lib/explore/library';
import type { Route } from '@/lib/explore/route';
import type { Wanted } from '@/lib/explore/search';
import { say } from '../words';
import { EntityView } from './EntityView';
import { ExtentView } from './ExtentView';
import { SearchPane } from './SearchPane';

export interface ExplorerProps {
  readonly route: Route;
  /** Undefined while the dataset is being opened. */
  readonly library: Library | undefined;
  /** The search is prepared. */
  readonly searchable: boolean;
  /** Why the dataset could not be opened. */
  readonly fault?: string | undefined;
  /** The reader came here by a link or a choice inside the explorer. */
  readonly moved: boolean;
  onRoute(route: Route, how: 'push' | 'replace'): void;
}

const PAGE = 60;

const isAsking = ({ text, kinds, country }: Wanted) => text.trim() !== '' || kinds.length > 0 || country !== undefined;
const wantedOf = (route: Route): Wanted =>
  route.at === 'search' ? { text: route.text, kinds: route.kinds, ...(route.country ? { country: route.country } : {}) } : { text: '', kinds: [] };

export function Explorer({ route, library, searchable, fault, moved, onRoute }: ExplorerProps) {
  const [wanted, setWanted] = useState<Wanted>(() => wantedOf(route));
  const [limit, setLimit] = useState(PAGE);
  /** On narrow screens what is found covers the entity only while the reader searches. */
  const [searching, setSearching] = useState(route.at === 'search');
  /** Routes that come back from here: what was typed since they were asked for is newer. */
  const [own] = useState(() => new WeakSet<Route>());
  useEffect(() => {
    if (own.has(route)) return;
    setSearching(route.at === 'search');
    // An entity keeps the list that led to it.
    if (route.at === 'search') setWanted(wantedOf(route));
  }, [route]);

  const found = useMemo(() => (library && searchable && isAsking(wanted) ? library.find(wanted, limit) : undefined), [library, searchable, wanted, limit]);
  const page = useMemo(() => (route.at === 'entity' ? library?.page(route.id) : undefined), [library, route]);

  const ask = (next: Wanted) => {
    setWanted(next);
    setLimit(PAGE);
    setSearching(true);
    if (route.at !== 'search') return;
    const to: Route = { at: 'search', ...next };
    own.add(to);
    onRoute(to, 'replace');
  };

  return (
    <div class="explorer" data-at={route.at} data-searching={searching && isAsking(wanted)}>
      <header class="top">
        <a href="#/">Attaché</a>
        <span>{say('explorer.title')}</span>
      </header>
      <SearchPane
        wanted={wanted}
        found={found}
        preparing={fault === undefined && !searchable && isAsking(wanted)}
        countries={library?.countries ?? []}
        shown={route.at === 'entity' ? route.id : undefined}
        onWanted={ask}
        onChosen={(id) => onRoute({ at: 'entity', id }, 'push')}
        onMore={() => setLimit(limit + 3 * PAGE)}
      />
      <main aria-busy={library === undefined && fault === undefined}>
        {fault !== undefined && (
          <div role="alert">
            <h1>{say('explorer.notOpen')}</h1>
            <p>{fault}</p>
          </div>
        )}
        {library && route.at === 'search' && <ExtentView extent={library.extent} />}
        {library && page && <EntityView page={page} today={library.today} focused={moved} />}
        {library && route.at === 'entity' && !page && (
          <>
            <h1>{say('explorer.missing')}</h1>
            <p>{say('explorer.missingWhy', route.id)}</p>
            <p>
              <a href="#/">{say('explorer.toStart')}</a>
            </p>
          </>
        )}
        {!library && fault === undefined && <p class="soft">{say('explorer.opening')}</p>}
      </main>
    </div>
  );
}
