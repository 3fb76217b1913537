/** The popup of the toolbar button: this page, this site, and the ways to everything else. */
import { useState } from 'preact/hooks';
import type { Recording } from '@/lib/notebook/asking';
import { MARK_STYLES, type Settings, WHEN, type When } from '@/lib/settings/settings';
import { patternFor, ruleFor, whenFor } from '@/lib/settings/sites';
import { Choice } from '../Choice';
import { STYLE_WORDS, WHEN_WORDS } from '../settings-words';
import { say, sayCount } from '../words';
import { Corpus, type CorpusChoice, type ProjectLine } from './Corpus';

/** What the page said of itself. */
export interface PageSaid {
  readonly url: string;
  readonly reading: boolean;
  readonly people: number;
  readonly marks: number;
}

export type Place = 'panel' | 'notebook' | 'explorer' | 'options' | 'welcome';

export interface PopupProps {
  /** `asking`: it has not answered yet; `closed`: no script of ours is in it. */
  readonly page: PageSaid | 'asking' | 'closed';
  readonly settings: Settings;
  readonly recording: Recording | undefined;
  /** Undefined while they are looked up. */
  readonly projects: readonly ProjectLine[] | undefined;
  readonly hasPanel: boolean;
  /** What went wrong last, in words. */
  readonly fault: string | undefined;
  onWhen(when: When): void;
  onStyle(style: Settings['style']): void;
  onRead(): void;
  onReload(): void;
  onOpen(place: Place): void;
  onRecord(choice: CorpusChoice): void;
  onStop(): void;
}

export function Popup(props: PopupProps) {
  const { page, settings, hasPanel, fault, onWhen, onStyle, onOpen } = props;
  const url = typeof page === 'object' ? page.url : undefined;
  const pattern = url === undefined ? undefined : patternFor(settings.sites, url);
  const rule = url === undefined ? undefined : ruleFor(settings.sites, url);
  return (
    <main class="popup" aria-busy={page === 'asking'}>
      <header>
        <h1>Attaché</h1>
        {fault !== undefined && (
          <p role="alert" class="bad">
            {say('options.failed', fault)}
          </p>
        )}
      </header>
      <section class="page" aria-live="polite">
        <Found {...props} />
      </section>
      {url !== undefined && pattern !== undefined && (
        <section>
          <Choice
            class="row"
            legend={say('popup.site', pattern)}
            value={whenFor(settings, url)}
            of={WHEN.map((value) => ({ value, label: say(WHEN_WORDS[value]) }))}
            onChoose={onWhen}
          />
          {rule && rule.pattern !== pattern && <p class="soft small">{say('popup.byRule', rule.pattern)}</p>}
        </section>
      )}
      <section>
        <label class="line">
          <span>{say('options.style')}</span>
          <select value={settings.style} onChange={(event) => onStyle(MARK_STYLES.find((s) => s === event.currentTarget.value) ?? settings.style)}>
            {MARK_STYLES.map((style) => (
              <option key={style} value={style}>
                {say(STYLE_WORDS[style])}
              </option>
            ))}
          </select>
        </label>
      </section>
      <Corpus recording={props.recording} projects={props.projects} onRecord={props.onRecord} onStop={props.onStop} />
      <nav aria-label={say('popup.open')}>
        {hasPanel && (
          <button type="button" onClick={() => onOpen('panel')}>
            {say('popup.panel')}
          </button>
        )}
        <button type="button" onClick={() => onOpen('notebook')}>
          {say('popup.notebook')}
        </button>
        <button type="button" onClick={() => onOpen('explorer')}>
          {say('explorer.title')}
        </button>
        <button type="button" onClick={() => onOpen('options')}>
          {say('options.title')}
        </button>
        <button type="button" class="quiet" onClick={() => onOpen('welcome')}>
          {say('popup.help')}
        </button>
      </nav>
    </main>
  );
}

/** What is on the page, or why nothing is. */
function Found({ page, settings, onRead, onReload }: PopupProps) {
  const [asked, setAsked] = useState(false);
  if (page === 'asking') return <p class="soft">{say('popup.asking')}</p>;
  if (page === 'closed')
    return (
      <>
        <p>{say('popup.closed')}</p>
        <button type="button" onClick={onReload}>
          {say('popup.reload')}
        </button>
      </>
    );
  if (page.reading)
    return page.marks > 0 ? (
      <p class="found">{say('popup.found', sayCount('popup.people', page.people), sayCount('popup.marks', page.marks))}</p>
    ) : (
      <p class="soft">{say('popup.nothing')}</p>
    );
  if (whenFor(settings, page.url) === 'never') return <p class="soft">{say('popup.never')}</p>;
  return (
    <>
      <p class="soft">{say('popup.unread')}</p>
      <button
        type="button"
        class="primary"
        disabled={asked}
        onClick={() => {
          setAsked(true);
          onRead();
        }}
      >
        {say('popup.readNow')}
      </button>
    </>
  );
}
