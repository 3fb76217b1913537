/** Where a frame stands. */

/**
 * Address of the page that a frame is in, as exactly as the browser tells: whole when it is of the same origin, else its origin; its own address for the page
 * itself; undefined when nothing is told. `ancestorOrigins` is not in every Firefox, where the referrer names the frame above.
 */
export function above(window: Window): string | undefined {
  if (window === window.top) return window.location.href;
  try {
    const href = window.top?.location.href;
    if (href) return href;
  } catch {
    // Of another origin.
  }
  const { ancestorOrigins } = window.location as { ancestorOrigins?: DOMStringList };
  return ancestorOrigins?.[ancestorOrigins.length - 1] ?? (window.document.referrer || undefined);
}
