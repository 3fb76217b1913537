/** Cards, language, toolbar button, clipping, backups. */
import { SETTING_LANGUAGES } from '@/lib/settings/settings';
import { language, say, sayCount } from '../words';
import type { SettingsPart } from './Marks';

const DELAYS = [50, 150, 300, 500, 1000, 2000];
const BACKUPS = [0, 7, 30, 90, 365];

/** With what is set, should it be another. */
const among = (usual: readonly number[], set: number): number[] => [...new Set([...usual, set])].sort((a, b) => a - b);
const seconds = (ms: number): string =>
  new Intl.NumberFormat(language(), { style: 'unit', unit: 'second', unitDisplay: 'long', maximumFractionDigits: 2 }).format(ms / 1000);
/** A language in its own words, with a capital. */
const ownName = (code: string): string => {
  const name = new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
};

export function General({ settings, onChange }: SettingsPart) {
  return (
    <section id="general" aria-labelledby="general-title">
      <h2 id="general-title">{say('options.general')}</h2>
      <label class="line">
        <span>{say('options.language')}</span>
        <select
          value={settings.language}
          onChange={(event) => onChange({ language: SETTING_LANGUAGES.find((l) => l === event.currentTarget.value) ?? settings.language })}
        >
          {SETTING_LANGUAGES.map((code) => (
            <option key={code} value={code} {...(code === 'auto' ? {} : { lang: code })}>
              {code === 'auto' ? say('options.languageAuto') : ownName(code)}
            </option>
          ))}
        </select>
      </label>
      <label class="line">
        <span>{say('options.delay')}</span>
        <select value={settings.delay} onChange={(event) => onChange({ delay: Number(event.currentTarget.value) })}>
          {among(DELAYS, settings.delay).map((ms) => (
            <option key={ms} value={ms}>
              {seconds(ms)}
            </option>
          ))}
        </select>
      </label>
      <label class="line">
        <span>{say('options.backup')}</span>
        <select value={settings.backupDays} onChange={(event) => onChange({ backupDays: Number(event.currentTarget.value) })}>
          {among(BACKUPS, settings.backupDays).map((days) => (
            <option key={days} value={days}>
              {days === 0 ? say('options.backupNever') : sayCount('options.backupDays', days)}
            </option>
          ))}
        </select>
      </label>
      <label class="check">
        <input type="checkbox" checked={settings.badge} onChange={(event) => onChange({ badge: event.currentTarget.checked })} />
        <span>{say('options.badge')}</span>
      </label>
      <label class="check">
        <input type="checkbox" checked={settings.clipButton} onChange={(event) => onChange({ clipButton: event.currentTarget.checked })} />
        <span>{say('options.clipButton')}</span>
      </label>
    </section>
  );
}
