/** A table, ours or another’s: which column is which is said by a mapping, or guessed from the headings. */
import Papa from 'papaparse';
import { restore, splitList } from '../export/cells';
import { each } from '../export/each';
import { COLOURS } from '../types';
import { clipFault, clipOf, colourFrom, dateFrom, type Found, idFrom, isAddress, momentFrom, type Reading, type ReadOptions } from './read';
import { type ColumnMapping, CSV_FIELDS, type CsvField, type ImportFault } from './types';

/** Headings by which other programs call our fields, in the order of trust. Ours come first. */
const HEADINGS: Readonly<Record<CsvField, readonly string[]>> = {
  id: ['id', 'guid', 'annotation id'],
  quote: ['quote', 'highlight', 'passage', 'quotation', 'selected text', 'selection', 'exact', 'excerpt', 'цитата', 'cytat', 'zitat'],
  prefix: ['prefix'],
  suffix: ['suffix'],
  note: ['note', 'notes', 'comment', 'comments', 'annotation', 'text', 'заметка', 'нататка', 'нотатка', 'notatka', 'notiz'],
  tags: ['tags', 'tag', 'labels', 'keywords', 'теги', 'tagi', 'schlagwörter'],
  colour: ['colour', 'color'],
  url: ['url', 'uri', 'link', 'address', 'source url', 'page url', 'article url', 'web address', 'href', 'адрес', 'адрас', 'adres', 'adresse'],
  canonical: ['canonical', 'canonical url'],
  title: ['title', 'document title', 'page title', 'article title', 'headline', 'document', 'заголовок', 'загаловак', 'tytuł', 'titel'],
  site: ['site', 'site name', 'publisher', 'publication', 'website', 'source', 'сайт', 'witryna'],
  authors: ['authors', 'author', 'creator', 'byline', 'автор', 'аўтар', 'autor'],
  published: ['published', 'date published', 'publication date', 'date', 'дата', 'data', 'datum'],
  modified: ['modified', 'date modified'],
  read: ['read', 'accessed', 'access date', 'date accessed'],
  language: ['language', 'lang'],
  made: ['made', 'created', 'date added', 'highlighted at', 'created at', 'clipped'],
  changed: ['changed', 'updated', 'updated at', 'last changed'],
};

export function guessMapping(columns: readonly string[]): ColumnMapping {
  const plain = (heading: string) =>
    heading
      .trim()
      .toLowerCase()
      .replace(/[\s_-]+/g, ' ');
  const taken = new Set<string>();
  const mapping: Partial<Record<CsvField, string>> = {};
  for (const field of CSV_FIELDS)
    for (const heading of HEADINGS[field]) {
      const column = columns.find((c) => plain(c) === heading && !taken.has(c));
      if (column === undefined) continue;
      mapping[field] = column;
      taken.add(column);
      break;
    }
  return mapping;
}

/** Can this be a table: at least two columns in its first line, by a separator that tables use? */
export const looksLikeTable = (text: string): boolean => (Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { preview: 1 }).data[0]?.length ?? 0) > 1;

export async function readCsv(text: string, options: ReadOptions): Promise<Reading> {
  const parsed = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { skipEmptyLines: 'greedy' });
  const [headings = [], ...rows] = parsed.data;
  const columns = headings.map((heading) => restore(heading).trim());
  const mapping = options.mapping ?? guessMapping(columns);
  const faults: ImportFault[] = parsed.errors.flatMap(({ type, message, row }) =>
    type === 'Quotes'
      ? [
          {
            kind: 'syntax' as const,
            row: (row ?? 0) + 1,
            message: `row ${(row ?? 0) + 1}: ${message}`,
            mend: 'close the quotation mark; one inside a cell is written twice',
          },
        ]
      : [],
  );
  const indices = new Map<CsvField, number>();
  for (const field of CSV_FIELDS) {
    const heading = mapping[field];
    if (heading === undefined) continue;
    const index = columns.indexOf(heading);
    if (index >= 0) indices.set(field, index);
    else
      faults.push({
        kind: 'column',
        row: 1,
        path: heading,
        message: `there is no column “${heading}” for ${field}`,
        mend: `choose one of: ${columns.join(', ')}`,
      });
  }
  if (!indices.has('url') && mapping.url === undefined)
    faults.push({ kind: 'column', row: 1, message: 'no column has the addresses of the pages', mend: 'choose the column with the addresses' });
  if (faults.length > 0) return { found: [], faults, skipped: [], columns, mapping };

  const says = (['note', 'tags', 'colour'] as const).filter((field) => indices.has(field));
  const found: Found[] = [];
  const now = options.now ?? new Date();
  await each(rows, options, (cells, i) => {
    const row = i + 2;
    const before = faults.length;
    const cell = (field: CsvField): string | undefined => {
      const index = indices.get(field);
      const value = index === undefined ? undefined : cells[index];
      return value === undefined || value === '' ? undefined : restore(value);
    };
    const wrong = (field: CsvField, message: string, mend: string): void =>
      void faults.push({ kind: 'field', row, path: mapping[field] ?? field, message: `row ${row}, ${mapping[field] ?? field}: ${message}`, mend });
    const checked = <T>(field: CsvField, read: (text: string) => T | undefined, expected: string): T | undefined => {
      const value = cell(field);
      if (value === undefined || value.trim() === '') return undefined;
      const good = read(value);
      if (good === undefined) wrong(field, `“${value.slice(0, 60)}” is not ${expected}`, `put it right, empty the cell, or leave the column out`);
      return good;
    };
    if (cells.length > columns.length)
      faults.push({
        kind: 'syntax',
        row,
        message: `row ${row}: ${cells.length} cells, but ${columns.length} headings`,
        mend: 'put cells with separators in quotation marks',
      });
    const url = cell('url')?.trim() ?? '';
    if (!isAddress(url))
      wrong('url', url === '' ? 'the address is missing' : `“${url.slice(0, 100)}” is not the address of a page`, 'write the whole address: https://…');
    const [exact, note, title] = [cell('quote'), cell('note'), cell('title')];
    const clip = clipOf(
      {
        id: cell('id')?.trim() || idFrom('csv', url, exact ?? '', note ?? ''),
        url,
        canonical: cell('canonical'),
        title,
        site: cell('site'),
        authors: splitList(cell('authors') ?? '', ';'),
        published: checked('published', dateFrom, 'a date as in 2018-10-30'),
        modified: checked('modified', dateFrom, 'a date as in 2018-10-30'),
        read: checked('read', momentFrom, 'a moment as in 2026-11-24T08:30:00Z'),
        language: cell('language'),
        exact,
        prefix: cell('prefix'),
        suffix: cell('suffix'),
        note,
        tags: splitList(cell('tags') ?? '', ';,'),
        colour: checked('colour', colourFrom, `one of ${COLOURS.join(', ')}`),
        made: checked('made', momentFrom, 'a moment as in 2026-11-24T08:30:00Z'),
        changed: checked('changed', momentFrom, 'a moment as in 2026-11-24T08:30:00Z'),
      },
      now,
    );
    if (faults.length > before) return;
    const fault = clipFault(clip, { row }, '');
    if (fault) faults.push({ ...fault, message: `row ${row}, ${fault.message}` });
    else found.push({ clip, says, place: { row } });
  });
  return { found, faults, skipped: [], columns, mapping };
}
