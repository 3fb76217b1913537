/** Everyone on the page as text to paste. */
import type { Group } from '@/lib/panel/roll';
import type { ArticleDate } from '@/lib/recognise/types';
import { isoOf, sayDate } from '../dates';
import { KINDS_WORDS } from '../explorer/EntityLink';
import { say, sayCount } from '../words';
import { lineOf } from './Roll';

export function rollText(page: { readonly title: string; readonly url: string }, date: ArticleDate, groups: readonly Group[]): string {
  const head = [page.title, page.url, `${say('card.dateUsed')}: ${sayDate(isoOf(date.day))}`].filter(Boolean);
  const parts = groups.map(({ kind, entries }) => {
    const lines = entries.map((entry) => {
      const name = entry.native ? `${entry.name} (${entry.native.text})` : entry.name;
      const line = lineOf(entry);
      return `- ${line ? `${name}: ${line}` : name} (${[entry.uncertain && say('card.uncertain'), sayCount('panel.mentions', entry.places.length)].filter(Boolean).join(', ')})`;
    });
    return [say(KINDS_WORDS[kind]), ...lines].join('\n');
  });
  return `${[head.join('\n'), ...parts].join('\n\n')}\n`;
}
