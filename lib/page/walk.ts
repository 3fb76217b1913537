/** The one message that the background sends to a page. Apart from the rest of the protocol, so that page scripts carry no schema library. */

/** The background asks the page to move: a keyboard command was given. The page trusts its own extension and checks only the shape. */
export type ToPage = { readonly kind: 'walk'; readonly to: 'next' | 'previous' };
export const isToPage = (message: unknown): message is ToPage => {
  const { kind, to } = (typeof message === 'object' && message !== null ? message : {}) as { kind?: unknown; to?: unknown };
  return kind === 'walk' && (to === 'next' || to === 'previous');
};
