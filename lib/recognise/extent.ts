import type { DocumentContext } from './types';

/** How much a document has said: when it grows, what was decided of earlier blocks may be decided otherwise. */
export const extentOf = ({ named, offices, around, prominent, strangers, otherwise }: DocumentContext): number =>
  named.length + offices.length + around.length + prominent.length + strangers.length + otherwise.length;
