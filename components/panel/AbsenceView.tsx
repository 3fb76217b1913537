/** Why nobody is shown, and what can be done about it. */
import type { Absence } from '@/lib/panel/absence';
import { language, say } from '../words';

export interface AbsenceViewProps {
  readonly absence: Absence;
  onRead(): void;
  onAllow(url: string): void;
  onReload(): void;
}

const hostOf = (url: string): string => URL.parse(url)?.host || url;

function sayLanguage(code: string): string {
  try {
    return new Intl.DisplayNames([language()], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

export function AbsenceView({ absence, onRead, onAllow, onReload }: AbsenceViewProps) {
  switch (absence.why) {
    case 'no-tab':
    case 'loading':
      return <p class="soft">{say('panel.loading')}</p>;
    case 'reading':
      return <p class="soft">{say('panel.reading')}</p>;
    case 'mute':
      return (
        <div class="absence">
          <h2>{say('panel.muteTitle')}</h2>
          <p>{say('panel.mute')}</p>
          <p>{say('panel.muteReload')}</p>
          <button type="button" onClick={onReload}>
            {say('panel.reload')}
          </button>
        </div>
      );
    case 'never':
      return (
        <div class="absence">
          <h2>{say('panel.neverTitle')}</h2>
          <p>{say('panel.never', hostOf(absence.url))}</p>
          <button type="button" class="primary" onClick={() => onAllow(absence.url)}>
            {say('panel.allow')}
          </button>
        </div>
      );
    case 'click':
      return (
        <div class="absence">
          <h2>{say('panel.clickTitle')}</h2>
          <p>{say('panel.click', hostOf(absence.url))}</p>
          <button type="button" class="primary" onClick={onRead}>
            {say('panel.readNow')}
          </button>
        </div>
      );
    case 'nobody':
      return (
        <div class="absence">
          <h2>{say('panel.nobodyTitle')}</h2>
          <p>{say('panel.nobody')}</p>
          {absence.language && <p>{say('panel.nobodyLanguage', sayLanguage(absence.language), (absence.names ?? 0).toLocaleString(language()))}</p>}
        </div>
      );
  }
}
