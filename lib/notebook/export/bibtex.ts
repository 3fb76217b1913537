/** BibTeX (`@misc`) and BibLaTeX (`@online`), in UTF-8, with all that TeX would take for a command escaped. */
import { fileOf } from './file';
import { type CslDate, type CslName, type Reference, references } from './reference';
import type { Format } from './types';

const COMMANDS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  // BibTeX counts braces also behind a backslash.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '`': '\\textasciigrave{}',
};

/** A paragraph is `\par`: an empty line ends an argument of TeX. */
export const tex = (text: string): string =>
  text
    .replace(/[\\{}~^<>|`]/g, (c) => COMMANDS[c] ?? c)
    .replace(/[&%$#_]/g, '\\$&')
    .replace(/\s*\n\s*\n\s*/g, ' \\par{} ')
    .replace(/\s+/g, ' ')
    .trim();

/** Braces keep a name whole and `and` inside of it from parting two. */
const texName = (name: CslName): string => ('literal' in name ? `{${tex(name.literal)}}` : `${texPart(name.family)}, ${texPart(name.given)}`);
const texPart = (part: string): string => (/(^|\s)and(\s|$)|[^\p{L}\p{M}\p{N}\s.’'-]/iu.test(part) ? `{${tex(part)}}` : tex(part));
const isoDate = ({ 'date-parts': [parts] }: CslDate): string => parts.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0')).join('-');
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** BibLaTeX splits keywords at commas. */
const keywords = (tags: readonly string[]): string => tags.map((tag) => tex(tag.replaceAll(',', ' '))).join(', ');

type Field = readonly [name: string, value: string | undefined];

function entry(type: string, key: string, fields: readonly Field[]): string {
  const lines = fields.filter(([, value]) => value !== undefined && value !== '{}').map(([name, value]) => `  ${name} = ${value},\n`);
  return `@${type}{${key},\n${lines.join('')}}\n`;
}
const braced = (text: string | undefined): string | undefined => (text === undefined || text === '' ? undefined : `{${text}}`);

/** Double braces keep capitals: most styles would lower those of names. */
const title = ({ item }: Reference): Field => ['title', `{{${tex(item.title)}}}`];
const author = ({ item }: Reference): Field => ['author', braced(item.author?.map(texName).join(' and '))];
/** Addresses are verbatim: only what ends the comment or the braces is written otherwise, and `addressOf` has done that. */
const url = ({ item }: Reference): Field => ['url', braced(item.URL)];

function misc(reference: Reference): string {
  const { item, tags, notes } = reference;
  const [year, month] = item.issued?.['date-parts'][0] ?? [];
  return entry('misc', item.id, [
    title(reference),
    author(reference),
    ['year', year === undefined ? undefined : `{${String(year).padStart(4, '0')}}`],
    ['month', month === undefined ? undefined : MONTHS[month - 1]],
    ['howpublished', braced(item['container-title'] && tex(item['container-title']))],
    url(reference),
    ['urldate', braced(isoDate(item.accessed))],
    ['language', braced(item.language && tex(item.language))],
    ['keywords', braced(keywords(tags))],
    ['annote', braced(tex(notes.join('\n\n')))],
  ]);
}

function online(reference: Reference): string {
  const { item, tags, notes } = reference;
  return entry('online', item.id, [
    title(reference),
    author(reference),
    ['date', braced(item.issued && isoDate(item.issued))],
    ['organization', braced(item['container-title'] && `{${tex(item['container-title'])}}`)],
    url(reference),
    ['urldate', braced(isoDate(item.accessed))],
    ['language', braced(item.language && tex(item.language))],
    ['keywords', braced(keywords(tags))],
    ['annotation', braced(tex(notes.join('\n\n')))],
  ]);
}

const written = (id: 'bibtex' | 'biblatex', each: (reference: Reference) => string): Format => ({
  id,
  async write(job) {
    const entries = (await references(job)).map(each);
    return fileOf(job, id === 'bibtex' ? 'bib' : 'biblatex.bib', 'application/x-bibtex', `% Encoding: UTF-8\n\n${entries.join('\n')}`);
  },
});

export const bibtex = written('bibtex', misc);
export const biblatex = written('biblatex', online);
