import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { AUTHOR_ENDS, csvLines, defuse, joinList, restore, splitList, TAG_ENDS } from '@/lib/notebook/export/cells';
import { anyText, hostileText } from '../clips';

describe('a cell', () => {
  it.each(['=1+1', '+375 17', '-2', '@sum', '\t=1', '\r=1', "'=1", "''@x", '＝1'])('%j is run by no spreadsheet, and comes back', (cell) => {
    expect(defuse(cell)).toMatch(/^'/);
    expect(restore(defuse(cell))).toBe(cell);
  });
  it.each(['a=1', '', "'quoted'", 'Минск', ' =1'])('%j stays as it is', (cell) => expect(defuse(cell)).toBe(cell));
  it('comes back whatever was in it', () =>
    fc.assert(
      fc.property(fc.oneof(hostileText(), anyText(), fc.string({ unit: fc.constantFrom("'", '=', '@', 'a'), maxLength: 5 })), (cell) => {
        expect(restore(defuse(cell))).toBe(cell);
        expect(defuse(cell)).not.toMatch(/^[=+\-@\t\r\n]/);
      }),
    ));
});

describe('a table', () => {
  it('keeps numbers, empty cells, line ends and quotation marks', () => {
    const csv = csvLines([['a "b"', 'c\nd', null, 7, -3, '']]);
    expect(csv).toBe('"a ""b""","c\nd",,7,-3,\r\n');
    expect(Papa.parse(csv.trimEnd()).data).toEqual([['a "b"', 'c\nd', '', '7', '-3', '']]);
  });
});

describe('a list in a cell', () => {
  it('is read as it was written, whatever its items', () =>
    fc.assert(
      fc.property(fc.array(hostileText()), (items) => {
        const kept = items.map((item) => item.trim()).filter((item) => item !== '');
        expect(splitList(joinList(items, TAG_ENDS), ';,')).toEqual(kept);
        expect(splitList(joinList(items, AUTHOR_ENDS), ';')).toEqual(kept);
      }),
    ));
  it('of tags may be parted by commas, of authors not', () => {
    expect(splitList('osce, minsk;talks', ';,')).toEqual(['osce', 'minsk', 'talks']);
    expect(splitList('Reporter, Anna; Іваноў, Пётр', ';')).toEqual(['Reporter, Anna', 'Іваноў, Пётр']);
  });
});
