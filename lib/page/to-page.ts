/** The messages that the extension sends to a page. Apart from the rest of the protocol, so that page scripts carry no schema library. */

/** Walk to a mention (a keyboard command was given); read this page now, though its site is read on a click only. */
export type ToPage = { readonly kind: 'walk'; readonly to: 'next' | 'previous' } | { readonly kind: 'read' } | { readonly kind: 'state' };

/** What a page answers to `state`. */
export interface PageState {
  /** Its address: without the permission to see tabs, only the page itself can say it. */
  readonly url: string;
  readonly reading: boolean;
  /** How many different people are named, and how many marks there are. */
  readonly people: number;
  readonly marks: number;
  /** It is too much to be read to its end, or hides what it is: the rest of it is not read. */
  readonly full?: boolean;
}

/** The page trusts its own extension and checks only the shape. */
export const isToPage = (message: unknown): message is ToPage => {
  const { kind, to } = (typeof message === 'object' && message !== null ? message : {}) as { kind?: unknown; to?: unknown };
  return kind === 'read' || kind === 'state' || (kind === 'walk' && (to === 'next' || to === 'previous'));
};
