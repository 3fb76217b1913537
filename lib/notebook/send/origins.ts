/** Where senders speak to, as match patterns: to be granted before the first sending, and named in the manifest as `optional_host_permissions`. */
import type { SenderId } from './types';

export const ORIGINS: Readonly<Record<SenderId, readonly string[]>> = {
  obsidian: [],
  // Patterns have no ports.
  zotero: ['http://127.0.0.1/*'],
  hypothesis: ['https://api.hypothes.is/*'],
};
