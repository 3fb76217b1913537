/** The panel beside a page: who is named on it, what happened around its date, who is connected with whom, and the reader’s corrections. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { EntityId } from '@/lib/dataset/schema';
import type { Absence } from '@/lib/panel/absence';
import { type Entry, filtered, type Place } from '@/lib/panel/roll';
import type { View } from '@/lib/panel/view';
import type { ArticleDate } from '@/lib/recognise/types';
import type { Correction } from '@/lib/settings/corrections';
import { say } from '../words';
import { AbsenceView } from './AbsenceView';
import { Corrections } from './Corrections';
import { DateBar } from './DateBar';
import { Export } from './Export';
import { Roll } from './Roll';
import { TimelineView } from './TimelineView';
import { WebView } from './WebView';

export interface PanelProps {
  /** Undefined before the page answered. */
  readonly page: { readonly title: string; readonly url: string } | undefined;
  readonly date: ArticleDate | undefined;
  readonly view: View | undefined;
  /** Why there is nobody. */
  readonly absence: Absence | undefined;
  /** Why the dataset could not be opened. */
  readonly fault: string | undefined;
  /** The page is still being read. */
  readonly busy: boolean;
  /** Those that hold here, the nearest first. */
  readonly corrections: readonly Correction[];
  /** Address of an entity’s page in the dataset. */
  factsOf(entity: EntityId): string;
  onGo(entity: EntityId, place: Place): void;
  /** An ISO date; undefined: as found. */
  onDate(date: string | undefined): void;
  onUndo(correction: Correction): Promise<void>;
  onExport(as: 'jsonl' | 'csv'): void;
  /** Rejects with the reason in words. */
  onCopy(): Promise<void>;
  onRead(): void;
  onAllow(url: string): void;
  onReload(): void;
}

const PARTS = ['named', 'timeline', 'web'] as const;
type Part = (typeof PARTS)[number];

export function Panel(props: PanelProps) {
  const { page, date, view, absence, fault, busy, corrections, factsOf, onGo, onDate } = props;
  const [shown, show] = useState<Part>('named');
  const [text, setText] = useState('');
  /** Which mention of whom was gone to last. */
  const [walked, setWalked] = useState<{ readonly entity: EntityId; readonly at: number }>();
  const url = page?.url;
  // Another page starts anew.
  useEffect(() => {
    setText('');
    setWalked(undefined);
  }, [url]);

  const groups = useMemo(() => filtered(view?.groups ?? [], text), [view, text]);
  const entries = useMemo(() => new Map(view?.groups.flatMap((g) => g.entries.map((e) => [e.entity, e] as const))), [view]);
  const last = walked && entries.get(walked.entity);

  const go = (entity: EntityId, back = false) => {
    const entry: Entry | undefined = entries.get(entity);
    if (!entry) return;
    const { length } = entry.places;
    const at = walked?.entity === entity ? (walked.at + (back ? length - 1 : 1)) % length : back ? length - 1 : 0;
    const place = entry.places[at];
    if (!place) return;
    setWalked({ entity, at });
    onGo(entity, place);
  };

  return (
    <div class="panel" aria-busy={busy}>
      <header>
        <h1>{say('panel.title')}</h1>
        {page && <p class="soft small page-title">{page.title || page.url}</p>}
        {date && view && <DateBar date={date} onDate={onDate} />}
      </header>
      <main>
        {fault !== undefined && (
          <div role="alert">
            <h2>{say('explorer.notOpen')}</h2>
            <p>{fault}</p>
          </div>
        )}
        {fault === undefined && absence && <AbsenceView absence={absence} onRead={props.onRead} onAllow={props.onAllow} onReload={props.onReload} />}
        {view && !absence && (
          <>
            <fieldset class="views">
              <legend class="unseen">{say('panel.views')}</legend>
              {PARTS.map((one) => (
                <button key={one} type="button" aria-pressed={shown === one} onClick={() => show(one)}>
                  {say(`panel.${one}`)}
                </button>
              ))}
            </fieldset>
            {shown === 'named' && <Roll groups={groups} text={text} walked={walked} factsOf={factsOf} onText={setText} onGo={go} />}
            {shown === 'timeline' && date && <TimelineView key={url} timeline={view.timeline} day={date.day} factsOf={factsOf} />}
            {shown === 'web' && <WebView key={url} web={view.web} onGo={go} />}
          </>
        )}
        <p class="unseen" role="status">
          {last && walked && `${last.name}: ${say('panel.at', walked.at + 1, last.places.length)}`}
        </p>
      </main>
      <footer>
        <Corrections corrections={corrections} onUndo={props.onUndo} />
        {view && !absence && <Export onExport={props.onExport} onCopy={props.onCopy} />}
      </footer>
    </div>
  );
}
