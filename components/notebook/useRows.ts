/** A long list of which only the rows in view are drawn. All rows are equally high: `rem` times the page’s size of type. */
import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

export interface Rows {
  readonly rows: readonly { readonly index: number; readonly start: number; readonly size: number }[];
  /** Height of all of them, in pixels. */
  readonly height: number;
  readonly show: (index: number) => void;
}

export function useRows(scroller: RefObject<HTMLElement | null>, count: number, rem: number): Rows {
  const [, redraw] = useState(0);
  const [size] = useState(() => Math.round(rem * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)));
  const options = {
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => size,
    overscan: 8,
    // Before the box is measured: enough for a first paint.
    initialRect: { width: 400, height: 900 },
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: () => redraw((n) => n + 1),
  };
  const [virtual] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(options));
  virtual.setOptions(options);
  useLayoutEffect(() => virtual._didMount(), [virtual]);
  useLayoutEffect(() => virtual._willUpdate());
  return { rows: virtual.getVirtualItems(), height: virtual.getTotalSize(), show: (index) => virtual.scrollToIndex(index, { align: 'auto' }) };
}
