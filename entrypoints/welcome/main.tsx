import '@/components/page.css';
import '@/components/form.css';
import '@/components/welcome/welcome.css';
import '@/entrypoints/page.content/style.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { Welcome, type WelcomeProps } from '@/components/welcome/Welcome';
import { say, useWords } from '@/components/words';
import { type OpenReading, startReading } from '@/entrypoints/page.content/start-reading';
import { answer, isForPack } from '@/lib/answer';
import { type Ask, ask } from '@/lib/browser/ask';
import { onCorrections } from '@/lib/browser/corrections';
import { bundledPack } from '@/lib/browser/pack';
import { startPage } from '@/lib/browser/page';
import { openShortcuts, panelOpener, shortcuts } from '@/lib/browser/pages';
import { onSettings } from '@/lib/browser/settings';
import type { ToBackground } from '@/lib/messages';
import { screenOf } from '@/lib/pack/first-words';
import { correctionsFor } from '@/lib/page/corrections';
import { isToPage, type PageState } from '@/lib/page/to-page';
import type { Correction } from '@/lib/settings/corrections';
import { openScreen } from '@/lib/text/screen';

const start = await startPage(document);
let { settings } = start;
useWords(start.words);
document.title = `${say('welcome.title')} — Attaché`;
const app = document.querySelector('#app');

let reading: OpenReading | undefined;
let shown: Pick<WelcomeProps, 'shortcuts' | 'fault'> = { shortcuts: [], fault: undefined };

function show(change: Partial<typeof shown>): void {
  shown = { ...shown, ...change };
  if (!app) return;
  render(<Welcome {...shown} hasPanel={panelOpener() !== undefined} onWalk={(to) => void reading?.walk(to)} onShortcuts={() => void openShortcuts()} />, app);
}

// Before the sample is read: its text must not change afterwards.
show({ shortcuts: await shortcuts() });

/** No script of ours runs in the extension’s own pages: the pack is opened here, and what a page would ask the background is answered here. */
try {
  const pack = await bundledPack();
  const screen = openScreen(screenOf(pack));
  const here: Ask = async (message) => {
    const asked: ToBackground = message;
    return isForPack(asked) ? (answer(asked, pack) as never) : ask(message);
  };
  let corrections: readonly Correction[] = [];
  reading = startReading({
    screen: async () => screen,
    settings: () => settings,
    corrections: () => correctionsFor(corrections, location.href),
    ask: here,
    words: async () => undefined,
  });
  onCorrections((list) => {
    const had = corrections.length;
    corrections = list;
    if (had + list.length > 0) reading?.page.reading.again();
  });
} catch (error) {
  show({ fault: error instanceof Error ? error.message : String(error) });
}

onSettings((read) => {
  settings = read.settings;
  reading?.refresh();
});
// The keys work here as on any page.
browser.runtime.onMessage.addListener((message: unknown, _sender, reply: (value: unknown) => void) => {
  if (!isToPage(message)) return;
  if (message.kind === 'walk') void reading?.walk(message.to);
  if (message.kind === 'state') {
    const marks = reading?.page.reading.marks.all() ?? [];
    const people = new Set(marks.flatMap(({ mention }) => (mention.kind === 'person' ? [mention.entity] : []))).size;
    reply({ url: location.href, reading: reading !== undefined, people, marks: marks.length } satisfies PageState);
  }
});
