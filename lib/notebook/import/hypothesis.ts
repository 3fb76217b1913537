/**
 * Hypothesis: rows of its API (`GET /api/search`: h.readthedocs.io), or the file that its client exports (`annotations` in place of `rows`).
 * Its XPaths start from the body and are left out; a passage is found again by its quote.
 */
import { each } from '../export/each';
import {
  clipFault,
  clipOf,
  type Found,
  foreignId,
  isAddress,
  isRecord,
  listOf,
  momentFrom,
  quoteFrom,
  type Reading,
  type ReadOptions,
  selectorsOf,
  stringOf,
} from './read';
import type { ImportFault } from './types';

/** The list of rows, when it is such a file. */
export function hypothesisRows(value: unknown): { readonly rows: readonly unknown[]; readonly path: string } | undefined {
  const like = (rows: unknown): rows is readonly unknown[] =>
    Array.isArray(rows) && rows.length > 0 && rows.some((row) => isRecord(row) && 'uri' in row && !('@context' in row));
  if (like(value)) return { rows: value, path: '' };
  if (!isRecord(value)) return undefined;
  for (const path of ['rows', 'annotations']) {
    const rows = value[path];
    if (like(rows) || (Array.isArray(rows) && rows.length === 0 && ('total' in value || 'export_date' in value))) return { rows, path: `${path}.` };
  }
  return undefined;
}

export async function readHypothesis({ rows, path }: { readonly rows: readonly unknown[]; readonly path: string }, options: ReadOptions): Promise<Reading> {
  const found: Found[] = [];
  const faults: ImportFault[] = [];
  const skipped: ImportFault[] = [];
  await each(rows, options, (row, i) => {
    const place = { row: i + 1 };
    const at = `${path}${i}`;
    const fault = (field: string, message: string, mend: string): void =>
      void faults.push({ kind: 'field', ...place, path: `${at}.${field}`, message: `${at}.${field}: ${message}`, mend });
    if (!isRecord(row)) return fault('', 'expected an annotation', 'take it out');
    if (listOf(row.references).length > 0) {
      skipped.push({ kind: 'reply', ...place, path: at, message: `${at} is a reply to another annotation`, mend: 'its text can be copied by hand' });
      return;
    }
    const uri = stringOf(row.uri) ?? '';
    if (!isAddress(uri))
      return fault('uri', `expected the address of a page${uri === '' ? '' : `, not “${uri.slice(0, 100)}”`}`, 'write the whole address: https://…');
    const moments = (['created', 'updated'] as const).map((field) => {
      const moment = row[field] === undefined ? undefined : momentFrom(String(row[field]));
      if (row[field] !== undefined && moment === undefined) fault(field, 'expected a moment: 2026-11-24T08:30:00+00:00', 'put it right');
      return moment;
    });
    const [target] = listOf(row.target);
    const document = isRecord(row.document) ? row.document : {};
    const clip = clipOf(
      {
        id: foreignId('hypothesis', stringOf(row.id) ?? `${uri} ${String(row.created)}`),
        url: uri,
        title: stringOf(listOf(document.title)[0]),
        ...quoteFrom(selectorsOf(isRecord(target) ? target.selector : undefined)),
        note: stringOf(row.text),
        tags: listOf(row.tags).flatMap((tag) => stringOf(tag) ?? []),
        made: moments[0],
        changed: moments[1],
      },
      options.now ?? new Date(),
    );
    const wrong = clipFault(clip, place, at);
    if (wrong) faults.push(wrong);
    else found.push({ clip, says: ['note', 'tags'], place: { ...place, path: at } });
  });
  return { found, faults, skipped };
}
