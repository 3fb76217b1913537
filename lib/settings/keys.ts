/** Under which keys extension storage keeps what page scripts read; apart from the schemas, so that page scripts carry none. */

/** In `sync` as the reader chose, in `local` as read and checked by the background. */
export const SETTINGS_KEY = 'settings';
export const CORRECTIONS_KEY = 'corrections';
