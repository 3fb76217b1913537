/** When a card opens and closes: by a rest of the pointer, a click or tap, a key. Never stands in the way of the page’s own events. */
import type { CardHost } from './card-host';
import { type Marks, rectsOf } from './marks';
import type { Mark } from './types';

export interface Openings {
  /** Shows the card of a mark. `by` says how it was asked for; `near` is the pointer. */
  show(mark: Mark, by: 'hover' | 'click' | 'keyboard', near?: { x: number; y: number }): void;
  hide(): void;
  /** The pointer rests this long on a name before its card opens, in milliseconds. */
  rest(): number;
}

export interface Pointer {
  /** Opens the next or previous mention’s card, as if by a key. */
  walk(to: 'next' | 'previous'): void;
  /** Opens a mention’s card where it stands, as if by a key. */
  open(mark: Mark): void;
  /** The card that is open was closed by its own button. */
  closed(): void;
  stop(): void;
}

/** The pointer is away this long before a card closes, in milliseconds. */
const AWAY = 300;

export function followPointer(document: Document, marks: Pick<Marks, 'all' | 'at'>, host: CardHost, { show, hide, rest }: Openings): Pointer {
  const aborting = new AbortController();
  const listen = { capture: true, passive: true, signal: aborting.signal } as const;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shown: Mark | undefined;
  /** Opened by click or key: stays until it is closed. */
  let held = false;
  let before: HTMLElement | undefined;

  const open = (mark: Mark, by: 'hover' | 'click' | 'keyboard', near?: { x: number; y: number }) => {
    shown = mark;
    held = by !== 'hover';
    show(mark, by, near);
  };
  const close = () => {
    clearTimeout(timer);
    if (!shown) return;
    shown = undefined;
    held = false;
    hide();
    before?.focus?.({ preventScroll: true });
    before = undefined;
  };

  document.addEventListener(
    'pointermove',
    (event) => {
      if (!event.isTrusted || event.pointerType === 'touch') return;
      clearTimeout(timer);
      if (host.contains(event)) return;
      const { clientX: x, clientY: y } = event;
      timer = setTimeout(() => {
        const mark = marks.at(x, y, document);
        if (mark && mark !== shown) open(mark, 'hover', { x, y });
        else if (!mark && shown && !held) timer = setTimeout(close, Math.max(50, AWAY - rest()));
      }, rest());
    },
    listen,
  );
  document.addEventListener(
    'click',
    (event) => {
      if (!event.isTrusted || event.button !== 0 || host.contains(event)) return;
      const onLink = event.composedPath().some((node) => node instanceof Element && node.matches('a[href], button, summary, input, label, [role="button"]'));
      const selecting = (document.getSelection()?.toString() ?? '') !== '';
      const mark = onLink || selecting ? undefined : marks.at(event.clientX, event.clientY, document);
      if (mark) open(mark, 'click', { x: event.clientX, y: event.clientY });
      else if (shown) close();
    },
    listen,
  );
  document.addEventListener('keydown', (event) => event.isTrusted && event.key === 'Escape' && close(), listen);
  document.addEventListener('scroll', (event) => shown && !held && !host.contains(event) && close(), listen);

  const goTo = (mark: Mark) => {
    mark.range.startContainer.parentElement?.scrollIntoView({ block: 'nearest' });
    if (before === undefined && document.activeElement instanceof HTMLElement && !shown) before = document.activeElement;
    open(mark, 'keyboard');
  };

  return {
    walk(to) {
      const all = marks.all();
      if (all.length === 0) return;
      const at = shown ? all.indexOf(shown) : -1;
      const next = all[at < 0 ? (to === 'next' ? firstBelow(all) : all.length - 1) : (at + (to === 'next' ? 1 : -1) + all.length) % all.length] as Mark;
      goTo(next);
    },
    open: goTo,
    closed: close,
    stop() {
      close();
      clearTimeout(timer);
      aborting.abort();
    },
  };
}

/** The first mark that is on the screen or below it. */
const firstBelow = (all: readonly Mark[]): number =>
  Math.max(
    0,
    all.findIndex((m) => (rectsOf(m)[0]?.bottom ?? -1) >= 0),
  );
