/**
 * The one element that the extension adds to a page: a host with a closed shadow root, in which the card lies in the top
 * layer (a popover), beside the text that it is for. What is drawn in it is given.
 */
import { computePosition, flip, offset, type Platform, shift, size } from '@floating-ui/core';
import { HOST_TAG } from './blocks';

export interface CardHost {
  /** The popover’s inside, to draw in. */
  readonly mount: HTMLElement;
  /** Opens beside `anchor` (boxes on the screen, one a line), nearest to `near`. */
  open(label: string, anchor: () => readonly DOMRect[], near: { x: number; y: number } | undefined): Promise<void>;
  close(): void;
  isOpen(): boolean;
  /** Is this event inside the card? Events of a closed root only show its host. */
  contains(event: Event): boolean;
  focus(): void;
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

export function createCardHost(document: Document, style: string, mode: ShadowRootMode): CardHost {
  const host = document.createElement(HOST_TAG);
  const root = host.attachShadow({ mode });
  const sheet = document.createElement('style');
  sheet.textContent = style;
  const popover = document.createElement('div');
  popover.setAttribute('popover', 'manual');
  popover.setAttribute('role', 'dialog');
  popover.tabIndex = -1;
  root.append(sheet, popover);

  return {
    mount: popover,
    async open(label, anchor, near) {
      if (!host.isConnected) document.documentElement.append(host);
      popover.setAttribute('aria-label', label);
      if (!popover.matches(':popover-open')) popover.showPopover();
      popover.scrollTop = 0;
      const boxes = anchor();
      const box = boxes.find((b) => near && near.y >= b.top - 2 && near.y <= b.bottom + 2) ?? boxes[0];
      if (!box) return;
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
    close() {
      if (popover.isConnected && popover.matches(':popover-open')) popover.hidePopover();
    },
    isOpen: () => popover.isConnected && popover.matches(':popover-open'),
    contains: (event) => event.composedPath().includes(host),
    focus: () => popover.focus({ preventScroll: true }),
    remove: () => host.remove(),
  };
}
