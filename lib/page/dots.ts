/**
 * Marks as dots in the margin: for readers who want the text itself untouched. Highlights cannot paint beside the text, so the dots lie in a layer of
 * our own that takes no clicks and scrolls with the document.
 */

import { HOST_TAG } from './blocks';
import { lineOf } from './highlights';
import { rectsOf } from './marks';
import { addSheet } from './sheet';
import type { Mark } from './types';

export interface Dots {
  show(marks: readonly Mark[]): void;
  remove(): void;
}

/** From the start of the line’s block to the dot, in CSS pixels. */
const MARGIN = 12;

const STYLE = `
:host { all: initial; position: absolute; inset: 0 auto auto 0; width: 0; height: 0; pointer-events: none; z-index: 2147483646; }
i { position: absolute; width: 6px; height: 6px; border-radius: 50%; background: #2f6f6a; }
.office { background: #9a7425; } .organisation { background: #5b6dab; } .event, .agreement { background: #a84d70; }
.uncertain { background: none; border: 1.5px solid #777; }
@media (forced-colors: active) { i { forced-color-adjust: none; background: LinkText; } .uncertain { background: Canvas; border-color: LinkText; } }
`;

export function createDots(document: Document, mode: ShadowRootMode): Dots {
  const host = document.createElement(HOST_TAG);
  host.setAttribute('aria-hidden', 'true');
  const root = host.attachShadow({ mode });
  addSheet(root, STYLE);
  let shown: readonly Mark[] = [];
  let frame = 0;

  const draw = () => {
    frame = 0;
    for (const dot of [...root.querySelectorAll('i')]) dot.remove();
    const origin = host.getBoundingClientRect();
    const taken = new Set<string>();
    for (const mark of shown) {
      const box = rectsOf(mark)[0];
      if (!box) continue;
      const edge = mark.block.element.getBoundingClientRect();
      const rightToLeft = getComputedStyle(mark.block.element).direction === 'rtl';
      const x = Math.round((rightToLeft ? edge.right + MARGIN - 6 : edge.left - MARGIN) - origin.left);
      const y = Math.round(box.top + box.height / 2 - 3 - origin.top);
      // One dot a line: two names in it are found by the pointer.
      if (taken.has(`${x} ${y}`)) continue;
      taken.add(`${x} ${y}`);
      const dot = document.createElement('i');
      dot.className = lineOf(mark);
      dot.style.left = `${x}px`;
      dot.style.top = `${y}px`;
      root.append(dot);
    }
  };
  const again = () => {
    frame ||= requestAnimationFrame(draw);
  };
  const resized = new ResizeObserver(again);
  return {
    show(marks) {
      shown = marks;
      if (!host.isConnected) {
        document.documentElement.append(host);
        resized.observe(document.documentElement);
      }
      again();
    },
    remove() {
      cancelAnimationFrame(frame);
      resized.disconnect();
      host.remove();
    },
  };
}
