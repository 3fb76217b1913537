/**
 * Which catalogue of words answers: the browser’s own (`browser.i18n`, through @wxt-dev/i18n), or, where the reader chose another language or the
 * browser has none of its own for it (Chromium knows no Belarusian), the catalogue of that language read from the extension’s files.
 */
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';

/** Languages that the interface speaks. */
export const LANGUAGES = ['en', 'be', 'ru', 'uk', 'pl', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Messages as browsers keep them, by key. */
export type Catalogue = Readonly<Record<string, { readonly message: string }>>;

/** The language meant by the settings’ word for it. */
export function languageFor(wanted: Language | 'auto'): Language {
  if (wanted !== 'auto') return wanted;
  const own = browser.i18n.getUILanguage().slice(0, 2).toLowerCase();
  return LANGUAGES.find((l) => l === own) ?? spoken();
}

/** The language whose catalogue the browser itself took. */
const spoken = (): Language => LANGUAGES.find((l) => l === i18n.t('language')) ?? 'en';

/** Undefined when the browser’s own catalogue is the one wanted. Only an extension page and the background may fetch it; a page script asks the background. */
export async function catalogueFor(wanted: Language | 'auto'): Promise<Catalogue | undefined> {
  const language = languageFor(wanted);
  if (language === spoken()) return undefined;
  const response = await fetch(browser.runtime.getURL(`/_locales/${language}/messages.json` as never));
  return (await response.json()) as Catalogue;
}

/** What `useWords` of the components takes. */
export function wordsFrom(catalogue: Catalogue | undefined): { readonly language: string; lookup(key: string, substitutions: readonly string[]): string } {
  if (!catalogue) return { language: spoken(), lookup: (key, substitutions) => browser.i18n.getMessage(key as never, [...substitutions]) };
  return {
    language: catalogue.language?.message ?? 'en',
    lookup: (key, substitutions) => fill(catalogue[key]?.message ?? '', substitutions),
  };
}

/** `$1` to `$9` are the substitutions, `$$` a dollar: as browsers fill messages. */
export const fill = (message: string, substitutions: readonly string[]): string =>
  message.replace(/\$(\$|[1-9])/g, (_all, sign: string) => (sign === '$' ? '$' : (substitutions[Number(sign) - 1] ?? '')));
