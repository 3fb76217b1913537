/** Why the panel has nobody to show. Pure. */
import type { Pack } from '../pack/open';
import type { Telling } from '../page/telling';

/** What the panel knows of the tab it shows. */
export interface TabState {
  /** Undefined: there is no tab. */
  readonly tab: number | undefined;
  readonly loading: boolean;
  /** No script of ours answers in it. */
  readonly mute: boolean;
  readonly tellings: readonly Telling[];
}

export type Absence =
  | { readonly why: 'no-tab' | 'loading' | 'reading' | 'mute' }
  /** The site is never read, or read on a click only. */
  | { readonly why: 'never' | 'click'; readonly url: string }
  /** Read to the end. `language`: of the page, where names in its script are few: so many entities have one. */
  | { readonly why: 'nobody'; readonly language?: string; readonly names?: number };

/** Scripts that every name of the dataset can be found in: by its Latin form, or by rule. */
const READ_SCRIPTS = ['Latn', 'Cyrl'];

/** Undefined: somebody is there. */
export function absenceOf({ tab, loading, mute, tellings }: TabState, pack: Pack): Absence | undefined {
  if (tellings.some((t) => t.mentions.length > 0)) return undefined;
  if (tab === undefined) return { why: 'no-tab' };
  const page = tellings.find((t) => t.top);
  if (!page) return { why: mute && !loading ? 'mute' : 'loading' };
  if (!page.reading) return { why: page.when === 'never' ? 'never' : 'click', url: page.url };
  if (tellings.some((t) => t.busy)) return { why: 'reading' };
  const language = page.language?.slice(0, 2);
  if (language === undefined || READ_SCRIPTS.includes(scriptOf(page.language ?? ''))) return { why: 'nobody' };
  return { why: 'nobody', language, names: namesIn(pack, language) };
}

function scriptOf(language: string): string {
  try {
    return new Intl.Locale(language).maximize().script ?? 'Latn';
  } catch {
    return 'Latn';
  }
}

/** How many entities of the pack have a name in a language. */
function namesIn(pack: Pack, language: string): number {
  let count = 0;
  for (let e = 0; e < pack.size; e++) if (pack.record(e, pack.kindOf(e)).names?.[language]) count++;
  return count;
}
