/** What the parts of the page script share: the page that is being read, what is shown of it, and the reader’s settings. */
import type { Ask } from '@/lib/browser/ask';
import type { Reading } from '@/lib/page/reading';
import type { Mark } from '@/lib/page/types';
import type { Settings } from '@/lib/settings/settings';

export interface OpenPage {
  readonly reading: Reading;
  /** Asks for facts, and tells what the reader said. */
  readonly ask: Ask;
  /** The marks that are shown, in document order. */
  shown(): readonly Mark[];
  settings(): Settings;
  activate(mark: Mark | undefined): void;
  /** Scrolls to a mark and draws the eye to it. */
  flash(mark: Mark): void;
}
