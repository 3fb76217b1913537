import './style.css';
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { useWords } from '@/components/words';
import { ask } from '@/lib/browser/ask';
import { wordsFrom } from '@/lib/browser/words';
import type { ToBackground } from '@/lib/messages';
import { chosenMarks } from '@/lib/page/choose';
import { corrected, correctionsFor } from '@/lib/page/corrections';
import { createDots, type Dots } from '@/lib/page/dots';
import { createPainter, type Painter } from '@/lib/page/highlights';
import { readPage } from '@/lib/page/reading';
import { isToPage, type PageState } from '@/lib/page/to-page';
import type { Mark } from '@/lib/page/types';
import { world } from '@/lib/page/world';
import type { Correction } from '@/lib/settings/corrections';
import { CORRECTIONS_KEY, SETTINGS_KEY } from '@/lib/settings/keys';
import type { Settings } from '@/lib/settings/settings';
import { whenFor } from '@/lib/settings/sites';
import { openScreen, SCREEN_KEY } from '@/lib/text/screen';
import { type Cards, startCards } from './cards';
import type { OpenPage } from './open-page';

declare const __FOR_TESTS__: boolean;

/** What the background keeps for page scripts, already checked. */
interface Stored {
  readonly [SCREEN_KEY]?: unknown;
  readonly [SETTINGS_KEY]?: Settings;
  readonly [CORRECTIONS_KEY]?: { readonly list: readonly Correction[] };
}
const KEYS: string[] = [SCREEN_KEY, SETTINGS_KEY, CORRECTIONS_KEY];

/** Right after the install the background is still writing, and the page waits. */
async function stored(): Promise<Stored> {
  const now = (await browser.storage.local.get<Record<string, unknown>>(KEYS)) as Stored;
  if (now[SCREEN_KEY] !== undefined && now[SETTINGS_KEY] !== undefined) return now;
  await new Promise<void>((done) => {
    browser.storage.local.onChanged.addListener(function listen() {
      browser.storage.local.onChanged.removeListener(listen);
      done();
    });
  });
  return stored();
}

/** Reads this page until it is stopped. */
function startReading(
  kept: Stored,
  settings: () => Settings,
  corrections: () => readonly Correction[],
): { page: OpenPage; cards(): Cards | undefined; refresh(): void; stop(): void } {
  let cards: Cards | undefined;
  let painter: Painter | undefined;
  let dots: Dots | undefined;
  let shown: readonly Mark[] = [];
  let counted = -1;
  let begun = false;

  /** Cards wait for the words they are told in. */
  const begin = async () => {
    begun = true;
    useWords(wordsFrom((await ask({ kind: 'words' }).catch(() => null)) ?? undefined));
    if (begun) cards = startCards(page);
  };
  const refresh = () => {
    const all = reading.marks.all();
    if (all.length === 0 && !painter) return;
    shown = chosenMarks(all, settings(), document);
    const { style } = settings();
    painter ??= createPainter(style);
    painter.restyle(style);
    painter.show(shown);
    if (style === 'dot') {
      dots ??= createDots(document, __FOR_TESTS__ ? 'open' : 'closed');
      dots.show(shown);
    } else {
      dots?.remove();
      dots = undefined;
    }
    if (!begun) begin();
    const people = new Set(all.flatMap(({ mention }) => (mention.kind === 'person' ? [mention.entity] : []))).size;
    if (window === window.top && people !== counted) {
      counted = people;
      ask({ kind: 'count', people }).catch(() => undefined);
    }
  };
  const reading = readPage({
    document,
    screen: openScreen(kept[SCREEN_KEY]),
    ask: (request) =>
      ask({
        kind: 'recognise',
        ...request,
        blocks: [...request.blocks],
        context: {
          named: { ...request.context.named },
          strangers: Object.fromEntries(Object.entries(request.context.strangers).map(([k, v]) => [k, [...v]])),
        },
      } as Extract<ToBackground, { kind: 'recognise' }>),
    correct: (mention) => corrected(mention, corrections()),
    onMarks: refresh,
  });
  const page: OpenPage = {
    reading,
    shown: () => shown,
    settings,
    activate: (mark) => painter?.activate(mark),
    flash(mark) {
      mark.range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
      painter?.flash(mark);
    },
  };
  world().reading = { marks: reading.marks.all, date: reading.date };
  return {
    page,
    cards: () => cards,
    refresh,
    stop() {
      begun = false;
      delete world().reading;
      reading.stop();
      cards?.remove();
      painter?.clear();
      dots?.remove();
    },
  };
}

export default defineContentScript({
  matches: ['<all_urls>'],
  allFrames: true,
  matchAboutBlank: true,
  runAt: 'document_idle',
  async main(ctx) {
    const kept = await stored();
    if (ctx.isInvalid || !kept[SETTINGS_KEY]) return;
    let settings: Settings = kept[SETTINGS_KEY];
    let corrections = kept[CORRECTIONS_KEY]?.list ?? [];
    let open: ReturnType<typeof startReading> | undefined;

    const read = () => {
      open ??= startReading(
        kept,
        () => settings,
        () => correctionsFor(corrections, location.href),
      );
    };
    const stop = () => {
      open?.stop();
      open = undefined;
    };
    const onChanged = (changes: Record<string, { newValue?: unknown }>) => {
      if (changes[SETTINGS_KEY]?.newValue) {
        const before = whenFor(settings, location.href);
        settings = changes[SETTINGS_KEY].newValue as Settings;
        const when = whenFor(settings, location.href);
        if (when === 'always') read();
        else if (when !== before) stop();
        open?.refresh();
      }
      if (changes[CORRECTIONS_KEY]) {
        corrections = (changes[CORRECTIONS_KEY].newValue as Stored[typeof CORRECTIONS_KEY])?.list ?? [];
        open?.page.reading.again();
      }
    };
    const onMessage = (message: unknown, _sender: unknown, reply: (value: unknown) => void) => {
      if (!isToPage(message)) return;
      if (message.kind === 'read') read();
      if (window !== window.top) return;
      if (message.kind === 'walk') open?.cards()?.walk(message.to);
      if (message.kind === 'state') {
        const marks = open?.page.reading.marks.all() ?? [];
        const people = new Set(marks.flatMap(({ mention }) => (mention.kind === 'person' ? [mention.entity] : []))).size;
        reply({ reading: open !== undefined, people, marks: marks.length } satisfies PageState);
      }
    };
    if (whenFor(settings, location.href) === 'always') read();
    browser.storage.local.onChanged.addListener(onChanged);
    browser.runtime.onMessage.addListener(onMessage);
    ctx.onInvalidated(stop);
  },
});
