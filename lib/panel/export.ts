/** The page’s mentions as data: JSON Lines and CSV with the fields of `npm run annotate`; and as text to paste. Pure. */
import { type Line, lineOf } from '../card/line';
import type { Pack } from '../pack/open';
import type { Telling } from '../page/telling';
import { inOrder } from './roll';

/** A mention with the passage in whose text `start` and `end` count. */
export interface PageLine extends Line {
  /** The passages of the page are numbered from 1. */
  readonly passage: number;
  readonly text: string;
}

/** In the order of the page. `doc` is the address of the page or frame. */
export function linesOf(pack: Pack, tellings: readonly Telling[]): readonly PageLine[] {
  let passage = 0;
  return inOrder(tellings).flatMap(({ url, date, mentions, passages }) => {
    const numbers = new Map<number, number>();
    if (!date) return [];
    return mentions.flatMap((mention) => {
      if (pack.indexOf(mention.entity) === undefined) return [];
      const number = numbers.get(mention.block) ?? ++passage;
      numbers.set(mention.block, number);
      return [{ ...lineOf(url, mention, 0, pack, date), passage: number, text: passages[mention.block] ?? '' }];
    });
  });
}

export const jsonLines = (lines: readonly PageLine[]): string => lines.map((line) => `${JSON.stringify(line)}\n`).join('');

const FIELDS = [
  'doc',
  'passage',
  'start',
  'end',
  'surface',
  'kind',
  'entity',
  'name',
  'wikidata',
  'via',
  'confidence',
  'role',
  'asOf',
  'evidence',
  'group',
  'candidates',
  'text',
] as const satisfies readonly (keyof PageLine)[];

/** RFC 4180, with a byte order mark, by which spreadsheets know the encoding. Lists are joined by “; ”. */
export function csv(lines: readonly PageLine[]): string {
  const rows = lines.map((line) => FIELDS.map((field) => cell(line[field])).join(','));
  return `\ufeff${[FIELDS.join(','), ...rows].map((row) => `${row}\r\n`).join('')}`;
}

function cell(value: PageLine[keyof PageLine] | undefined): string {
  const text = Array.isArray(value) ? value.join('; ') : String(value ?? '');
  // A text of the page that begins like a formula would be run by a spreadsheet.
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** `attache-2018-11-06-example.org.csv` */
export function fileName(url: string, asOf: string | undefined, ending: 'jsonl' | 'csv'): string {
  const host = (URL.parse(url)?.hostname ?? '').replace(/[^\p{L}\p{N}.-]/gu, '');
  return `${['attache', asOf, host].filter(Boolean).join('-')}.${ending}`;
}
