/**
 * The one element that the extension adds to a page for its cards: a host with a closed shadow root, in which they lie in the top
 * layer (popovers). One is live, beside the text that it is for; those that were pinned stand at the window’s edge.
 * What is drawn in them is given.
 */
import { computePosition, flip, offset, type Platform, shift, size } from '@floating-ui/core';
import { HOST_TAG } from './blocks';
import { addSheet } from './sheet';

/** One card’s place in the top layer. */
export interface CardFrame {
  /** Its inside, to draw in. */
  readonly mount: HTMLElement;
  isOpen(): boolean;
  focus(): void;
  close(): void;
}

export interface CardHost {
  /** The card that follows the reader. */
  live(): CardFrame;
  /** Opens the live card beside `anchor` (boxes on the screen, one a line), nearest to `near`. */
  open(label: string, anchor: () => readonly DOMRect[], near: { x: number; y: number } | undefined): Promise<void>;
  /** Moves the live card to the window’s edge and makes a new one live. Closing it takes it away. */
  pin(): CardFrame;
  /** Says something to readers of screens, politely. */
  announce(text: string): void;
  /** Is this event inside a card? Events of a closed root only show its host. */
  contains(event: Event): boolean;
  remove(): void;
}

/**
 * The card lies in the top layer: only the window clips it, and nothing of the page’s layout matters. So Floating UI’s
 * core is enough; its DOM platform, which walks the page’s ancestors, would be a third of the page script.
 */
const PLATFORM: Platform = {
  getElementRects: ({ reference, floating }) => ({
    reference: reference.getBoundingClientRect(),
    floating: { x: 0, y: 0, width: floating.offsetWidth, height: floating.offsetHeight },
  }),
  getDimensions: (element: HTMLElement) => ({ width: element.offsetWidth, height: element.offsetHeight }),
  getClippingRect: () => ({ x: 0, y: 0, width: document.documentElement.clientWidth, height: window.innerHeight }),
};

const GAP = 8;
/** Heights of the card in CSS pixels. */
const TALLEST = 512;
const LOWEST = 160;
/** In windows up to this wide (CSS pixels) the card is a sheet at the foot: its style sheet places it. */
export const NARROW = 480;

/** `language` is the one that the cards speak, whatever the page does. */
export function createCardHost(document: Document, style: string, mode: ShadowRootMode, language: string): CardHost {
  const host = document.createElement(HOST_TAG);
  const root = host.attachShadow({ mode });
  addSheet(root, style);
  const spoken = document.createElement('p');
  spoken.className = 'unseen';
  spoken.setAttribute('role', 'status');
  root.append(spoken);
  const pinned: HTMLElement[] = [];

  const create = (): HTMLElement => {
    const popover = document.createElement('div');
    popover.setAttribute('popover', 'manual');
    popover.setAttribute('role', 'dialog');
    popover.tabIndex = -1;
    popover.lang = language;
    popover.dir = 'ltr';
    root.append(popover);
    return popover;
  };
  const isOpen = (popover: HTMLElement) => popover.isConnected && popover.matches(':popover-open');
  const close = (popover: HTMLElement) => {
    if (isOpen(popover)) popover.hidePopover();
  };
  const frameOf = (popover: HTMLElement): CardFrame => ({
    mount: popover,
    isOpen: () => isOpen(popover),
    focus: () => popover.focus({ preventScroll: true }),
    close: () => close(popover),
  });
  /** Side by side from the window’s end, the first pinned outermost. */
  const arrange = () => {
    let edge = GAP;
    for (const popover of pinned) {
      popover.style.insetInlineEnd = `${edge}px`;
      edge += popover.offsetWidth + GAP;
    }
  };

  let popover = create();
  return {
    live: () => frameOf(popover),
    async open(label, anchor, near) {
      if (!host.isConnected) document.documentElement.append(host);
      popover.setAttribute('aria-label', label);
      if (!isOpen(popover)) popover.showPopover();
      popover.scrollTop = 0;
      const boxes = anchor();
      const box = boxes.find((b) => near && near.y >= b.top - 2 && near.y <= b.bottom + 2) ?? boxes[0];
      if (!box || window.innerWidth <= NARROW) {
        popover.removeAttribute('style');
        return;
      }
      popover.style.maxHeight = '';
      // Above or below, never beside: the line that is being read stays free. Where both are low, the card scrolls.
      const placed = await computePosition({ getBoundingClientRect: () => box }, popover, {
        platform: PLATFORM,
        strategy: 'fixed',
        placement: 'bottom-start',
        middleware: [
          offset(GAP),
          flip({ fallbackStrategy: 'bestFit', padding: GAP }),
          shift({ padding: GAP }),
          size({
            padding: GAP,
            apply({ availableHeight }) {
              popover.style.maxHeight = `${Math.min(TALLEST, Math.max(LOWEST, availableHeight))}px`;
            },
          }),
        ],
      });
      popover.style.left = `${placed.x}px`;
      popover.style.top = `${placed.y}px`;
    },
    pin() {
      const kept = popover;
      kept.removeAttribute('style');
      kept.classList.add('pinned');
      pinned.push(kept);
      arrange();
      popover = create();
      return {
        ...frameOf(kept),
        close() {
          close(kept);
          kept.remove();
          pinned.splice(pinned.indexOf(kept), 1);
          arrange();
        },
      };
    },
    announce(text) {
      const { ariaNotify } = document as { ariaNotify?: (text: string) => void };
      if (ariaNotify) ariaNotify.call(document, text);
      else spoken.textContent = text;
    },
    contains: (event) => event.composedPath().includes(host),
    remove: () => host.remove(),
  };
}
