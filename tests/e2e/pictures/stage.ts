/** What every taker of pictures gets: a real Chromium with the built extension, the demo article served, and where pictures go. */
import type { BrowserContext, Page, Worker } from '@playwright/test';

export interface Stage {
  readonly context: BrowserContext;
  readonly worker: Worker;
  /** Address of the demo article. */
  readonly article: string;
  /** Address of a second text: a meeting is named. */
  readonly second: string;
  /** Base address of the extension’s own pages, with a slash at the end. */
  readonly extension: string;
  /** Takes the picture `name` of a page. */
  readonly shoot: (page: Page, name: string) => Promise<void>;
  /** The folder in which `shoot` puts them. */
  readonly images: string;
  /** Takes a picture for the stores. */
  readonly shootForStore: (page: Page, name: string) => Promise<void>;
}
