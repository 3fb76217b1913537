/**
 * Cells of tables for spreadsheets. A cell that begins like a formula is run as one when the file is opened; a quote mark before it makes it
 * text. So that it can be taken off again, a cell that already has such marks before a formula gets one more.
 */
import Papa from 'papaparse';

// Tab and line ends are passed over by some programs, and full-width signs are read as signs by others.
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
const DEFUSED = /^'+[=+\-@\t\r\n＝＋－＠]/;

export const defuse = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);
export const restore = (cell: string): string => (DEFUSED.test(cell) ? cell.slice(1) : cell);

/** RFC 4180 with a byte order mark, without which Excel takes UTF-8 for something else. */
export const BOM = '\ufeff';

/** Lines of a table, each with its line end. Numbers stay numbers. */
export function csvLines(rows: readonly (readonly (string | number | null)[])[]): string {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? defuse(cell.toWellFormed()) : cell)));
  return rows.length === 0 ? '' : `${Papa.unparse(cells, { newline: '\r\n', quotes: (cell) => typeof cell === 'string' && cell !== '' })}\r\n`;
}

/** A list in one cell: `a; b`. What would be read as its end is behind a backslash. */
export const joinList = (items: readonly string[], ends: RegExp): string => items.map((item) => item.replace(ends, '\\$&')).join('; ');
/** Tags are split at commas as well when they come in: many tables have them so. */
export const TAG_ENDS = /[\\;,]/g;
export const AUTHOR_ENDS = /[\\;]/g;

/** The other way. Empty items are none. */
export function splitList(cell: string, separators: string): string[] {
  const items: string[] = [''];
  for (let at = 0; at < cell.length; at++) {
    const char = cell.charAt(at);
    if (char === '\\' && at + 1 < cell.length && (cell.charAt(at + 1) === '\\' || separators.includes(cell.charAt(at + 1))))
      items[items.length - 1] += cell.charAt(++at);
    else if (separators.includes(char)) items.push('');
    else items[items.length - 1] += char;
  }
  return items.map((item) => item.trim()).filter((item) => item !== '');
}
