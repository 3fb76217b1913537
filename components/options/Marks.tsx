/** What is marked, how often and in which style; a live sample of each style. */
import { DENSITIES, MARK_STYLES, MARKED_KINDS, type Settings } from '@/lib/settings/settings';
import { Choice } from '../Choice';
import { KINDS_WORDS } from '../explorer/EntityLink';
import { DENSITY_WORDS, STYLE_WORDS } from '../settings-words';
import { say } from '../words';
import { Sample } from './Sample';

export interface SettingsPart {
  readonly settings: Settings;
  onChange(change: Partial<Settings>): void;
}

export function Marks({ settings, onChange }: SettingsPart) {
  return (
    <section id="marks" aria-labelledby="marks-title">
      <h2 id="marks-title">{say('options.marks')}</h2>
      <fieldset class="choice row">
        <legend>{say('options.kinds')}</legend>
        {MARKED_KINDS.map((kind) => (
          <label key={kind}>
            <input
              type="checkbox"
              checked={settings.kinds[kind]}
              onChange={(event) => onChange({ kinds: { ...settings.kinds, [kind]: event.currentTarget.checked } })}
            />
            <span>{say(KINDS_WORDS[kind])}</span>
          </label>
        ))}
      </fieldset>
      <Choice
        legend={say('options.density')}
        value={settings.density}
        of={DENSITIES.map((value) => ({ value, label: say(DENSITY_WORDS[value]) }))}
        onChoose={(density) => onChange({ density })}
      />
      <Choice
        class="styles"
        legend={say('options.style')}
        value={settings.style}
        of={MARK_STYLES.map((value) => ({ value, label: say(STYLE_WORDS[value]), more: <Sample style={value} /> }))}
        onChoose={(style) => onChange({ style })}
      />
      <p class="soft small">{say('options.lines')}</p>
    </section>
  );
}
