/** Reading a page with marks and cards: what the page script does on every page, and the first run page on its sample. */
import type { Ask } from '@/lib/browser/ask';
import type { ToBackground } from '@/lib/messages';
import { chosenMarks } from '@/lib/page/choose';
import { corrected } from '@/lib/page/corrections';
import { createDots, type Dots } from '@/lib/page/dots';
import { createPainter, type Painter } from '@/lib/page/highlights';
import { readPage } from '@/lib/page/reading';
import type { Mark } from '@/lib/page/types';
import { world } from '@/lib/page/world';
import type { Correction } from '@/lib/settings/corrections';
import type { Settings } from '@/lib/settings/settings';
import type { Screen } from '@/lib/text/screen';
import { type Cards, startCards } from './cards';
import type { OpenPage } from './open-page';

declare const __FOR_TESTS__: boolean;

/** What reading needs of who starts it. */
export interface ReadingNeeds {
  screen(): Promise<Screen>;
  settings(): Settings;
  /** Those that hold on this page, the nearest first. */
  corrections(): readonly Correction[];
  readonly ask: Ask;
  /** Sets the words that cards speak, before the first one. */
  words(): Promise<void>;
  /** Marks came or went, or the reading came to rest. */
  onChange?(): void;
}

export interface OpenReading {
  readonly page: OpenPage;
  /** Opens the card of the next or previous mention, as soon as cards can be opened; nothing while nothing is marked. */
  walk(to: 'next' | 'previous'): Promise<void>;
  refresh(): void;
  stop(): void;
}

/** Reads this page until it is stopped. */
export function startReading({ screen, settings, corrections, ask, words, onChange }: ReadingNeeds): OpenReading {
  let cards: Cards | undefined;
  let painter: Painter | undefined;
  let dots: Dots | undefined;
  let shown: readonly Mark[] = [];
  let counted = 0;
  let beginning: Promise<void> | undefined;
  let stopped = false;

  /** Cards wait for the words they are told in. */
  const begin = async () => {
    await words();
    if (!stopped) cards = startCards(page);
  };
  /** Tells the toolbar button. */
  const count = (people: number) => {
    if (window !== window.top || people === counted) return;
    counted = people;
    ask({ kind: 'count', people }).catch(() => undefined);
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
    beginning ??= begin();
    const people = new Set(all.flatMap(({ mention }) => (mention.kind === 'person' ? [mention.entity] : []))).size;
    count(people);
  };
  const reading = readPage({
    document,
    screen,
    ask: (request) =>
      ask({
        kind: 'recognise',
        ...request,
        blocks: [...request.blocks],
        site: location.hostname,
      } as Extract<ToBackground, { kind: 'recognise' }>),
    correct: (mention) => corrected(mention, corrections()),
    onMarks() {
      refresh();
      onChange?.();
    },
    onRest: () => onChange?.(),
  });
  const page: OpenPage = {
    reading,
    ask,
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
    async walk(to) {
      await beginning;
      cards?.walk(to);
    },
    refresh,
    stop() {
      stopped = true;
      delete world().reading;
      count(0);
      reading.stop();
      cards?.remove();
      painter?.clear();
      dots?.remove();
    },
  };
}
