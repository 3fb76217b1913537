import './style.css';
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { useWords } from '@/components/words';
import { type Ask, ask } from '@/lib/browser/ask';
import { wordsFrom } from '@/lib/browser/words';
import { correctionsFor, keptCorrections } from '@/lib/page/corrections';
import { above } from '@/lib/page/frame';
import { isHidden, makesHtml } from '@/lib/page/own';
import { isToPage, type PageState } from '@/lib/page/to-page';
import { CORRECTIONS_KEY, SETTINGS_KEY } from '@/lib/settings/keys';
import type { Settings, When } from '@/lib/settings/settings';
import { whenForFrame } from '@/lib/settings/sites';
import { openScreen, SCREEN_KEY, type Screen } from '@/lib/text/screen';
import { servePanel } from './panel';
import { type OpenReading, startReading } from './start-reading';

/** What the background keeps for page scripts, already checked. */
interface Stored {
  readonly [SCREEN_KEY]?: unknown;
  readonly [SETTINGS_KEY]?: Settings;
  readonly [CORRECTIONS_KEY]?: unknown;
}
const KEYS: string[] = [SCREEN_KEY, SETTINGS_KEY, CORRECTIONS_KEY];

/** The background writes them whole; anything else is damage, and waited out until it writes again. */
const isSettings = (value: unknown): value is Settings => typeof value === 'object' && value !== null && Array.isArray((value as Partial<Settings>).sites);

/** Right after the install the background is still writing, and the page waits. */
async function stored(): Promise<Stored> {
  const now = (await browser.storage.local.get<Record<string, unknown>>(KEYS)) as Stored;
  if (now[SCREEN_KEY] !== undefined && isSettings(now[SETTINGS_KEY])) return now;
  await new Promise<void>((done) => {
    browser.storage.local.onChanged.addListener(function listen() {
      browser.storage.local.onChanged.removeListener(listen);
      done();
    });
  });
  return stored();
}

export default defineContentScript({
  matches: ['<all_urls>'],
  allFrames: true,
  matchAboutBlank: true,
  runAt: 'document_idle',
  async main(ctx) {
    if (!makesHtml(document)) return;
    let open: OpenReading | undefined;
    let when: (() => When) | undefined;
    // Before anything is waited for: a panel that finds nobody takes the page for one without us.
    const tellPanel = servePanel(
      () => open,
      () => when?.(),
    );
    const kept = await stored();
    if (ctx.isInvalid || !kept[SETTINGS_KEY]) return;
    let settings: Settings = kept[SETTINGS_KEY];
    let corrections = keptCorrections(kept[CORRECTIONS_KEY]);
    // Opened once; its text of a megabyte is not held longer.
    let unopened: unknown = kept[SCREEN_KEY];
    let opened: Screen | undefined;
    const screen = (): Screen => {
      opened ??= openScreen(unopened);
      unopened = undefined;
      return opened;
    };

    /** When the extension was reloaded or removed there is nobody to ask: what was laid is taken off, and this script falls silent. */
    const askOrLeave: Ask = (message) =>
      ask(message).catch((error: unknown) => {
        if (ctx.isInvalid) stop();
        throw error;
      });

    const rule = () => whenForFrame(settings, above(window), location.href);
    when = rule;
    const read = () => {
      // Nothing that this page says of itself can be relied on.
      if (isHidden(document)) return;
      open ??= startReading({
        screen: screen(),
        settings: () => settings,
        corrections: () => correctionsFor(corrections, location.href),
        ask: askOrLeave,
        onChange: tellPanel,
        words: async () => useWords(wordsFrom((await askOrLeave({ kind: 'words' }).catch(() => null)) ?? undefined)),
      });
    };
    const stop = () => {
      open?.stop();
      open = undefined;
      tellPanel();
    };
    const onChanged = (changes: Record<string, { newValue?: unknown }>) => {
      const changed = changes[SETTINGS_KEY]?.newValue;
      if (isSettings(changed)) {
        const before = rule();
        settings = changed;
        const now = rule();
        if (now === 'always') read();
        else if (now !== before) stop();
        open?.refresh();
        tellPanel();
      }
      if (changes[CORRECTIONS_KEY]) {
        corrections = keptCorrections(changes[CORRECTIONS_KEY].newValue);
        const date = open?.page.reading.date();
        open?.page.reading.again(date?.source === 'given' ? date : undefined);
      }
    };
    const onMessage = (message: unknown, _sender: unknown, reply: (value: unknown) => void) => {
      if (!isToPage(message)) return;
      if (message.kind === 'read' && rule() !== 'never') {
        read();
        tellPanel();
      }
      if (window !== window.top) return;
      if (message.kind === 'walk') open?.cards()?.walk(message.to);
      if (message.kind === 'state') {
        const marks = open?.page.reading.marks.all() ?? [];
        const people = new Set(marks.flatMap(({ mention }) => (mention.kind === 'person' ? [mention.entity] : []))).size;
        reply({
          url: location.href,
          reading: open !== undefined,
          people,
          marks: marks.length,
          full: isHidden(document) || (open?.page.reading.full() ?? false),
        } satisfies PageState);
      }
    };
    if (rule() === 'always') read();
    tellPanel();
    browser.storage.local.onChanged.addListener(onChanged);
    browser.runtime.onMessage.addListener(onMessage);
    ctx.onInvalidated(stop);
  },
});
