/** A table of clips that opens in spreadsheets as it is. Its headings are those that the import knows. */
import type { Clip } from '../types';
import { AUTHOR_ENDS, BOM, csvLines, joinList, TAG_ENDS } from './cells';
import { each } from './each';
import { fileOf } from './file';
import type { Format } from './types';

type Column = readonly [heading: string, cell: (clip: Clip) => string | number];

export const COLUMNS: readonly Column[] = [
  ['id', (c) => c.id],
  ['kind', (c) => c.kind],
  ['quote', (c) => c.target?.quote.exact ?? ''],
  ['note', (c) => c.note],
  ['tags', (c) => joinList(c.tags, TAG_ENDS)],
  ['colour', (c) => c.colour],
  ['title', (c) => c.page.title],
  ['url', (c) => c.page.url],
  ['canonical', (c) => c.page.canonical ?? ''],
  ['site', (c) => c.page.site ?? ''],
  ['authors', (c) => joinList(c.page.authors, AUTHOR_ENDS)],
  ['published', (c) => c.page.published ?? ''],
  ['modified', (c) => c.page.modified ?? ''],
  ['read', (c) => c.page.read],
  ['language', (c) => c.page.language ?? ''],
  ['as of', (c) => c.asOf?.date ?? ''],
  ['mentions', (c) => joinList(mentionNames(c), AUTHOR_ENDS)],
  ['made', (c) => c.made],
  ['changed', (c) => c.changed],
  ['prefix', (c) => c.target?.quote.prefix ?? ''],
  ['suffix', (c) => c.target?.quote.suffix ?? ''],
];

/** `Uladzimir Makei, Minister of Foreign Affairs of Belarus`, each entity once. */
function mentionNames(clip: Clip): string[] {
  const named = clip.mentions.map(({ name, surface, role }) => `${name || surface}${role ? `, ${role.title}` : ''}`);
  return [...new Set(named)];
}

export const csv: Format = {
  id: 'csv',
  async write(job) {
    const parts = [BOM, csvLines([COLUMNS.map(([heading]) => heading)])];
    await each(job.clips, job, (clip) => void parts.push(csvLines([COLUMNS.map(([, cell]) => cell(clip))])));
    return fileOf(job, 'csv', 'text/csv', parts.join(''));
  },
};
