/** The words of the settings’ values: by key, for popup and options alike. */
import type { Settings, When } from '@/lib/settings/settings';
import type { WordKey } from './words';

export const WHEN_WORDS: Readonly<Record<When, WordKey>> = { always: 'options.when.always', click: 'options.when.click', never: 'options.when.never' };

export const STYLE_WORDS: Readonly<Record<Settings['style'], WordKey>> = {
  underline: 'options.styles.underline',
  dotted: 'options.styles.dotted',
  background: 'options.styles.background',
  dot: 'options.styles.dot',
  hover: 'options.styles.hover',
};

export const DENSITY_WORDS: Readonly<Record<Settings['density'], WordKey>> = {
  each: 'options.densities.each',
  section: 'options.densities.section',
  page: 'options.densities.page',
};

/** What the commands of the manifest do; the browser’s own description is in the browser’s language. */
const COMMAND_WORDS: Readonly<Record<string, WordKey>> = {
  'next-mention': 'command.next',
  'previous-mention': 'command.previous',
  clip: 'command.clip',
  panel: 'command.panel',
};
export const commandWords = (command: string): WordKey | undefined => COMMAND_WORDS[command];
