/** RIS: a tag and a value a line. `ELEC` is a web page to Zotero, EndNote, Mendeley and Citavi. */
import { fileOf } from './file';
import { type CslDate, type CslName, type Reference, references } from './reference';
import type { Format } from './types';

/** `2018/10/30/`: the slashes are there also where there is no day. */
const risDate = ({ 'date-parts': [[year, month, day]] }: CslDate): string =>
  `${String(year).padStart(4, '0')}/${month ? String(month).padStart(2, '0') : ''}/${day ? String(day).padStart(2, '0') : ''}/`;
const risName = (name: CslName): string => ('literal' in name ? name.literal : `${name.family}, ${name.given}`);
/** A value is one line; what ends paragraphs in a note becomes ` / `, as in quoted verse. */
const value = (text: string): string => text.replace(/\s*\n\s*/g, ' / ').trim();

function record({ item, tags, notes }: Reference): string {
  const lines: [tag: string, text: string][] = [
    ['TY', 'ELEC'],
    ['ID', item.id],
    ['TI', item.title],
    ...(item.author ?? []).map((name): [string, string] => ['AU', risName(name)]),
    ...(item['container-title'] === undefined ? [] : [['T2', item['container-title']] as [string, string]]),
    ...(item.issued
      ? ([
          ['PY', String(item.issued['date-parts'][0][0]).padStart(4, '0')],
          ['DA', risDate(item.issued)],
        ] as [string, string][])
      : []),
    ['Y2', risDate(item.accessed)],
    ['UR', item.URL],
    ...(item.language === undefined ? [] : [['LA', item.language] as [string, string]]),
    ...tags.map((tag): [string, string] => ['KW', tag]),
    ...notes.map((note): [string, string] => ['N1', note]),
  ];
  return [...lines.map(([tag, text]) => `${tag}  - ${value(text)}`), 'ER  - ', ''].join('\r\n');
}

export const ris: Format = {
  id: 'ris',
  async write(job) {
    return fileOf(job, 'ris', 'application/x-research-info-systems', (await references(job)).map(record).join('\r\n'));
  },
};
