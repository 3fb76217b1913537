/** Which sites are read: rules by pattern, and what holds for all others. */
import { useId, useRef, useState } from 'preact/hooks';
import { WHEN, type When } from '@/lib/settings/settings';
import { cleaned, type PatternFault, patternFault } from '@/lib/settings/sites';
import { Choice } from '../Choice';
import { WHEN_WORDS } from '../settings-words';
import { say, type WordKey } from '../words';
import type { SettingsPart } from './Marks';

const FAULT_WORDS: Readonly<Record<PatternFault, WordKey>> = {
  empty: 'options.patternFaults.empty',
  space: 'options.patternFaults.space',
  host: 'options.patternFaults.host',
  long: 'options.patternFaults.long',
  twice: 'options.patternFaults.twice',
};
/** As many as settings can keep. */
const MOST = 100;

const whenOf = (value: string): When => WHEN.find((w) => w === value) ?? 'always';
const Whens = () => (
  <>
    {WHEN.map((when) => (
      <option key={when} value={when}>
        {say(WHEN_WORDS[when])}
      </option>
    ))}
  </>
);

export function Sites({ settings, onChange }: SettingsPart) {
  const { sites } = settings;
  const [pattern, setPattern] = useState('');
  const [when, setWhen] = useState<When>('never');
  const [fault, setFault] = useState<PatternFault | 'full'>();
  const input = useRef<HTMLInputElement>(null);
  const about = useId();

  const add = (event: Event) => {
    event.preventDefault();
    const wrong = sites.length >= MOST ? 'full' : patternFault(pattern, sites);
    setFault(wrong);
    input.current?.focus();
    if (wrong) return;
    onChange({ sites: [...sites, { pattern: cleaned(pattern), when }] });
    setPattern('');
  };
  return (
    <section id="sites" aria-labelledby="sites-title">
      <h2 id="sites-title">{say('options.sites')}</h2>
      <p>{say('options.sitesWhat')}</p>
      <Choice
        class="row"
        legend={say('options.otherSites')}
        value={settings.otherSites}
        of={WHEN.map((value) => ({ value, label: say(WHEN_WORDS[value]) }))}
        onChoose={(otherSites) => onChange({ otherSites })}
      />
      {sites.length > 0 && (
        <table>
          <caption class="unseen">{say('options.rules')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('options.pattern')}</th>
              <th scope="col">{say('options.read')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {sites.map((rule) => (
              <tr key={rule.pattern}>
                <th scope="row">{rule.pattern}</th>
                <td>
                  <select
                    aria-label={say('options.readOf', rule.pattern)}
                    value={rule.when}
                    onChange={(event) => onChange({ sites: sites.map((r) => (r === rule ? { ...r, when: whenOf(event.currentTarget.value) } : r)) })}
                  >
                    <Whens />
                  </select>
                </td>
                <td>
                  <button
                    type="button"
                    aria-label={say('options.removeRule', rule.pattern)}
                    onClick={() => {
                      onChange({ sites: sites.filter((r) => r !== rule) });
                      // The button goes: focus stays in the section.
                      input.current?.focus();
                    }}
                  >
                    {say('options.remove')}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <form class="add" noValidate onSubmit={add}>
        <label class="line">
          <span>{say('options.pattern')}</span>
          <input
            ref={input}
            type="text"
            inputMode="url"
            autocomplete="off"
            spellcheck={false}
            placeholder="example.org"
            value={pattern}
            aria-invalid={fault !== undefined}
            aria-describedby={about}
            onInput={(event) => {
              setPattern(event.currentTarget.value);
              setFault(undefined);
            }}
          />
        </label>
        <label class="line">
          <span>{say('options.read')}</span>
          <select value={when} onChange={(event) => setWhen(whenOf(event.currentTarget.value))}>
            <Whens />
          </select>
        </label>
        <button type="submit">{say('options.add')}</button>
        <p id={about} class={fault ? 'bad small' : 'soft small'} role={fault ? 'alert' : undefined}>
          {fault === 'full' ? say('options.patternFaults.full') : fault ? say(FAULT_WORDS[fault]) : say('options.patternHint')}
        </p>
      </form>
    </section>
  );
}
