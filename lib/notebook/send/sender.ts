/** Where clips can be sent. Each is a module of its own, fetched when it is first asked for; where it speaks to is known without. */
import type { Sender, SenderId } from './types';

export { ORIGINS } from './origins';
export { SENDER_IDS } from './types';

const MODULES: Readonly<Record<SenderId, () => Promise<Sender>>> = {
  obsidian: async () => (await import('./obsidian')).obsidian,
  zotero: async () => (await import('./zotero')).zotero,
  hypothesis: async () => (await import('./hypothesis')).hypothesis,
};

export const sender = (id: SenderId): Promise<Sender> => MODULES[id]();
