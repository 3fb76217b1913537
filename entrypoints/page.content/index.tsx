import './style.css';
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { useWords } from '@/components/words';
import { type Ask, ask } from '@/lib/browser/ask';
import { wordsFrom } from '@/lib/browser/words';
import { correctionsFor, keptCorrections } from '@/lib/page/corrections';
import { above } from '@/lib/page/frame';
import { heldWhileUsed } from '@/lib/page/held';
import { isHidden, makesHtml } from '@/lib/page/own';
import { isToPage, type PageState } from '@/lib/page/to-page';
import type { Correction } from '@/lib/settings/corrections';
import { CORRECTIONS_KEY, SETTINGS_KEY } from '@/lib/settings/keys';
import type { Settings, When } from '@/lib/settings/settings';
import { whenForFrame } from '@/lib/settings/sites';
import { areKept } from '@/lib/settings/values';
import { openScreen, SCREEN_KEY } from '@/lib/text/screen';
import { servePanel } from './panel';
import { type OpenReading, startReading } from './start-reading';

interface Kept {
  readonly settings: Settings;
  readonly corrections: readonly Correction[];
}

/**
 * What the background keeps for page scripts, already checked. Right after the install it is still writing. What is damaged it writes anew when it is
 * asked, once: what is still not as it should be then is waited for.
 */
async function kept<T>(keys: string[], take: (kept: Record<string, unknown>) => T | undefined): Promise<T> {
  for (let tries = 0; ; tries++) {
    // Most often all is there at once, and nothing has to be listened to.
    const changed = tries > 0 ? nextChange() : undefined;
    const taken = take(await browser.storage.local.get<Record<string, unknown>>(keys));
    if (taken !== undefined) return taken;
    if (tries === 1) void ask({ kind: 'keep' }).catch(() => undefined);
    await changed;
  }
}
const stored = () =>
  kept([SETTINGS_KEY, CORRECTIONS_KEY], ({ [SETTINGS_KEY]: settings, [CORRECTIONS_KEY]: corrections }): Kept | undefined =>
    areKept(settings) ? { settings, corrections: keptCorrections(corrections) } : undefined,
  );
const storedScreen = () =>
  kept([SCREEN_KEY], ({ [SCREEN_KEY]: screen }) => {
    try {
      return openScreen(screen);
    } catch {
      return undefined;
    }
  });

/** A page that rests needs no screen, which takes a megabyte and some milliseconds to open. In milliseconds. */
const SCREEN_REST = 10_000;

/** Settles when extension storage changes. */
const nextChange = (): Promise<void> =>
  new Promise((done) => {
    browser.storage.local.onChanged.addListener(function listen() {
      browser.storage.local.onChanged.removeListener(listen);
      done();
    });
  });

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
    let { settings, corrections } = await stored();
    if (ctx.isInvalid) return;

    /** When the extension was reloaded or removed there is nobody to ask: what was laid is taken off, and this script falls silent. */
    const orLeave = <T,>(answer: Promise<T>): Promise<T> =>
      answer.catch((error: unknown) => {
        if (ctx.isInvalid) stop();
        throw error;
      });
    const askOrLeave: Ask = (message) => orLeave(ask(message));
    const screen = heldWhileUsed(() => orLeave(storedScreen()), SCREEN_REST);

    const rule = () => whenForFrame(settings, above(window), location.href);
    when = rule;
    const read = () => {
      // Nothing that this page says of itself can be relied on.
      if (isHidden(document)) return;
      // On its way while the first frame is waited for. Most frames in a page are without text and never need it.
      if (!open && window === window.top) void screen().catch(() => undefined);
      open ??= startReading({
        screen,
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
    const again = () => {
      const date = open?.page.reading.date();
      open?.page.reading.again(date?.source === 'given' ? date : undefined);
    };
    const take = (changed: Settings) => {
      const before = rule();
      settings = changed;
      const now = rule();
      if (now === 'always') read();
      else if (now !== before) stop();
      open?.refresh();
      tellPanel();
    };
    const onChanged = (changes: Record<string, { newValue?: unknown }>) => {
      const changed = changes[SETTINGS_KEY]?.newValue;
      if (areKept(changed)) take(changed);
      if (changes[CORRECTIONS_KEY]) {
        corrections = keptCorrections(changes[CORRECTIONS_KEY].newValue);
        again();
      }
    };
    /** Asleep in the browser’s memory a page hears nothing, and what it had asked is not answered. */
    let interrupted = false;
    const onHide = () => {
      interrupted = open?.page.reading.busy() ?? false;
    };
    const onShow = async ({ persisted }: PageTransitionEvent) => {
      if (!persisted) return;
      const now = await stored();
      if (ctx.isInvalid) return;
      const isSame = JSON.stringify(now.corrections) === JSON.stringify(corrections);
      corrections = now.corrections;
      take(now.settings);
      if (interrupted || !isSame) again();
    };
    const onMessage = (message: unknown, _sender: unknown, reply: (value: unknown) => void) => {
      if (!isToPage(message)) return;
      if (message.kind === 'read' && rule() !== 'never') {
        read();
        tellPanel();
      }
      if (window !== window.top) return;
      if (message.kind === 'walk') void open?.walk(message.to);
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
    ctx.addEventListener(window, 'pagehide', onHide);
    ctx.addEventListener(window, 'pageshow', onShow);
    ctx.onInvalidated(stop);
  },
});
