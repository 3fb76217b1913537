/**
 * A corpus for statistics: articles and mentions as tables, in JSON Lines and CSV, in a zip with a dictionary of their columns. Records come
 * in chunks and go out compressed, so that the texts of a large corpus are never in memory together.
 */
import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { CorpusRecord, Project } from '../types';
import { AUTHOR_ENDS, BOM, csvLines, joinList } from './cells';
import { oneLine, safeName } from './clean';
import { stopIfAborted } from './each';
import { momentOf } from './file';
import { MENTION_MEANINGS, type MentionRow, mentionRow } from './rows';
import type { CorpusExportJob, ExportFile } from './types';

interface ArticleRow {
  readonly id: string;
  readonly url: string;
  readonly canonical: string | null;
  readonly title: string;
  readonly site: string | null;
  readonly authors: readonly string[];
  readonly published: string | null;
  readonly modified: string | null;
  readonly read: string;
  readonly language: string | null;
  readonly as_of: string | null;
  readonly as_of_source: string | null;
  readonly entities: number;
  readonly mentions: number;
  readonly text?: string | null;
}

const ARTICLE_MEANINGS: Readonly<Record<keyof ArticleRow, string>> = {
  id: 'id of the record; `source` in the tables of mentions',
  url: 'address of the page',
  canonical: 'address by which the page wants to be known',
  title: 'title of the page',
  site: 'name of the site',
  authors: 'a list; in CSV with semicolons, one inside a name behind a backslash',
  published: 'date of publication as the page says it: 2018, 2018-10 or 2018-10-30',
  modified: 'date of the last change as the page says it',
  read: 'when it was first visited, ISO 8601 in UTC',
  language: 'language of the page, BCP 47',
  as_of: 'day on which roles are told, ISO 8601',
  as_of_source: 'where that day was found: given, json-ld, open-graph, meta, time, url, text, inferred or today',
  entities: 'how many different entities are mentioned',
  mentions: 'how many mentions there are',
  text: 'text of the article; only where the project keeps it',
};

function articleRow({ id, page, asOf, mentions, text }: CorpusRecord, withText: boolean): ArticleRow {
  return {
    id,
    url: page.url,
    canonical: page.canonical ?? null,
    title: page.title,
    site: page.site ?? null,
    authors: page.authors,
    published: page.published ?? null,
    modified: page.modified ?? null,
    read: page.read,
    language: page.language ?? null,
    as_of: asOf?.date ?? null,
    as_of_source: asOf?.source ?? null,
    entities: new Set(mentions.map((mention) => mention.entity)).size,
    mentions: mentions.reduce((sum, mention) => sum + (mention.count ?? 1), 0),
    ...(withText ? { text: text ?? null } : {}),
  };
}

const cell = (value: string | number | null | readonly string[]): string | number | null =>
  typeof value === 'string' || typeof value === 'number' || value === null ? value : joinList(value, AUTHOR_ENDS);

/** Rejects with an `AbortError` when it is stopped. */
export async function writeCorpus({ project, records, total = 0, onProgress, signal, now }: CorpusExportJob): Promise<ExportFile> {
  const chunks: Uint8Array[] = [];
  const failed: Error[] = [];
  const zip = new Zip((error, chunk) => (error ? failed.push(error) : chunks.push(chunk)));
  const moment = momentOf(now ? { now } : {});
  const open = (name: string) => {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = new Date(moment);
    zip.add(file);
    return (text: string, last = false) => file.push(strToU8(text.toWellFormed()), last);
  };
  const { withText } = project;
  const columns = Object.keys(ARTICLE_MEANINGS).filter((column) => column !== 'text' || withText) as (keyof ArticleRow)[];
  const mentionColumns = Object.keys(MENTION_MEANINGS) as (keyof MentionRow)[];
  const articles = { jsonl: open('articles.jsonl'), csv: open('articles.csv') };
  const mentions = { jsonl: open('mentions.jsonl'), csv: open('mentions.csv') };
  articles.csv(BOM + csvLines([columns]));
  mentions.csv(BOM + csvLines([mentionColumns]));

  let done = 0;
  let rows = 0;
  for await (const some of records) {
    stopIfAborted(signal);
    const articleRows = some.map((record) => articleRow(record, withText));
    const mentionRows = some.flatMap((record) => record.mentions.map((mention) => mentionRow(record, mention)));
    articles.jsonl(articleRows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    articles.csv(csvLines(articleRows.map((row) => columns.map((column) => cell(row[column] ?? null)))));
    mentions.jsonl(mentionRows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    mentions.csv(csvLines(mentionRows.map((row) => mentionColumns.map((column) => cell(row[column])))));
    done += some.length;
    rows += mentionRows.length;
    onProgress?.(done, Math.max(done, total));
    await new Promise((resolve) => setTimeout(resolve));
  }
  stopIfAborted(signal);
  for (const end of [articles.jsonl, articles.csv, mentions.jsonl, mentions.csv]) end('', true);
  open('data-dictionary.md')(dictionary(project, moment, { articles: done, mentions: rows }), true);
  zip.end();
  if (failed[0]) throw failed[0];
  const data = new Uint8Array(await new Blob(chunks as BlobPart[]).arrayBuffer());
  return { name: `${safeName(project.name, 'corpus')} ${moment.slice(0, 10)}.zip`, type: 'application/zip', data };
}

function dictionary(project: Project, moment: string, counts: { readonly articles: number; readonly mentions: number }): string {
  const table = (meanings: Readonly<Record<string, string>>) =>
    ['| column | meaning |', '| --- | --- |', ...Object.entries(meanings).map(([column, meaning]) => `| \`${column}\` | ${meaning} |`)].join('\n');
  const { text, ...withoutText } = ARTICLE_MEANINGS;
  return `# ${oneLine(project.name)}

A corpus of the articles that were visited while its recording was on, begun on ${project.made.slice(0, 10)}, written on ${moment.slice(0, 10)}.
What is recognised are the entities of the dataset; roles are those on the article’s date, as the dataset had them when the article was visited.

- \`articles.jsonl\`, \`articles.csv\`: one row an article, ${counts.articles} in all.
- \`mentions.jsonl\`, \`mentions.csv\`: one row for each entity that an article mentions, ${counts.mentions} in all; \`source\` is the article’s \`id\`.

The files of both kinds hold the same. JSON Lines: a JSON object a line, UTF-8, \`null\` for what is not known; a lone surrogate is escaped. CSV: RFC 4180, UTF-8 with a byte
order mark, an empty cell for what is not known. A cell that begins with \`=\`, \`+\`, \`-\`, \`@\`, a tab or a line end would be run as a formula by a
spreadsheet and has a \`'\` before it; one that had \`'\` before such a character has one more. Take one off to get what was there.

## articles

${table(project.withText ? { ...withoutText, text } : withoutText)}

## mentions

${table(MENTION_MEANINGS)}
`;
}
