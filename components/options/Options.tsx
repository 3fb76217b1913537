/** The options page: every setting, what the reader corrected, and what is kept. A change holds at once, on open pages too. */
import type { Amounts, Shortcut } from '@/lib/settings/amounts';
import type { Correction } from '@/lib/settings/corrections';
import type { Settings, SettingsFault } from '@/lib/settings/settings';
import { say, type WordKey } from '../words';
import { Corrections } from './Corrections';
import { General } from './General';
import { Keys } from './Keys';
import { Marks } from './Marks';
import { Privacy } from './Privacy';
import { Sites } from './Sites';

export interface OptionsProps {
  readonly settings: Settings;
  /** Stored values that were not usable. */
  readonly faults: readonly SettingsFault[];
  readonly corrections: readonly Correction[];
  readonly shortcuts: readonly Shortcut[];
  /** Undefined while they are counted. */
  readonly amounts: Amounts | undefined;
  /** What was done last, or went wrong. */
  readonly said: string;
  readonly wrong: string | undefined;
  onChange(change: Partial<Settings>): void;
  /** Keeps the usual values in place of those that were not usable. */
  onMend(): void;
  onShortcuts(): void;
  onForget(ids: readonly string[]): void;
  onExport(): void;
  onErase(): void;
}

const SECTIONS: readonly { readonly id: string; readonly title: WordKey }[] = [
  { id: 'marks', title: 'options.marks' },
  { id: 'general', title: 'options.general' },
  { id: 'sites', title: 'options.sites' },
  { id: 'keys', title: 'options.keys' },
  { id: 'corrections', title: 'options.corrections' },
  { id: 'privacy', title: 'options.privacy' },
];

/** What each field is called on this page. */
const FIELD_WORDS: Readonly<Record<string, WordKey>> = {
  kinds: 'options.kinds',
  density: 'options.density',
  style: 'options.style',
  delay: 'options.delay',
  language: 'options.language',
  badge: 'options.badge',
  clipButton: 'options.clipButton',
  sites: 'options.sites',
  otherSites: 'options.otherSites',
  backupDays: 'options.backup',
};

export function Options(props: OptionsProps) {
  const { settings, faults, corrections, shortcuts, amounts, said, wrong, onChange } = props;
  return (
    <div class="options">
      <header>
        <p class="brand">Attaché</p>
        <h1>{say('options.title')}</h1>
        <nav aria-label={say('options.title')}>
          <ul>
            {SECTIONS.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>{say(title)}</a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main>
        {wrong !== undefined && (
          <p role="alert" class="notice bad">
            {say('options.failed', wrong)}
          </p>
        )}
        {faults.length > 0 && (
          <div role="alert" class="notice">
            <p>{say('options.faults')}</p>
            <ul>
              {faults.map(({ field, found }) => {
                const words = FIELD_WORDS[field];
                return (
                  <li key={field}>
                    {words ? say(words) : field}: <code>{found}</code>
                  </li>
                );
              })}
            </ul>
            <button type="button" onClick={props.onMend}>
              {say('options.mend')}
            </button>
          </div>
        )}
        <p class="unseen" role="status">
          {said}
        </p>
        <Marks settings={settings} onChange={onChange} />
        <General settings={settings} onChange={onChange} />
        <Sites settings={settings} onChange={onChange} />
        <Keys shortcuts={shortcuts} onShortcuts={props.onShortcuts} />
        <Corrections corrections={corrections} onForget={props.onForget} />
        <Privacy amounts={amounts} onExport={props.onExport} onErase={props.onErase} />
      </main>
    </div>
  );
}
