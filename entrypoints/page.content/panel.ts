/** This frame’s side of the panel: tells of its mentions while a panel listens, and does what the panel asks. */
import { type Browser, browser } from 'wxt/browser';
import { languageOf } from '@/lib/page/metadata';
import { type FromFrame, meant, PANEL_PORT, type ToFrame, told } from '@/lib/page/telling';
import type { When } from '@/lib/settings/settings';
import type { OpenReading } from './start-reading';

/** Changes that come together are told together; in milliseconds. */
const PAUSE = 80;

/** `when` is undefined while it is not known yet: then nothing is told. Gives back how to say that something changed. */
export function servePanel(open: () => OpenReading | undefined, when: () => When | undefined): () => void {
  const frame = Math.random().toString(36).slice(2);
  const ports = new Set<Browser.runtime.Port>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const say = (words: FromFrame) => {
    for (const port of ports) {
      try {
        port.postMessage(words);
      } catch {
        // Closed without a word: the page was asleep in the history.
        ports.delete(port);
      }
    }
  };
  const tell = () => {
    timer = undefined;
    const rule = when();
    if (rule === undefined) return;
    const reading = open()?.page.reading;
    const date = reading?.date();
    const language = languageOf(document);
    say({
      frame,
      top: window === window.top,
      url: location.href,
      title: document.title,
      when: rule,
      reading: reading !== undefined,
      busy: reading?.busy() ?? false,
      ...(date ? { date } : {}),
      ...(language ? { language } : {}),
      ...told(reading?.marks.all() ?? []),
    });
  };
  const changed = () => {
    if (ports.size > 0 && timer === undefined) timer = setTimeout(tell, PAUSE);
  };

  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== PANEL_PORT) return;
    ports.add(port);
    port.onDisconnect.addListener(() => ports.delete(port));
    port.onMessage.addListener((message: ToFrame) => {
      const page = open()?.page;
      if (message.kind === 'date') page?.reading.again(message.day === undefined ? undefined : { day: message.day, source: 'given' });
      else if (message.frame === frame) {
        const mark = page && meant(page.reading.marks.all(), message.at, message.entity);
        if (mark) page.flash(mark);
      }
    });
    tell();
  });
  addEventListener('pagehide', () => say({ frame, gone: true }));
  return changed;
}
