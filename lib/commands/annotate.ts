/**
 * `npm run -s annotate -- FILE… [--date YYYY-MM-DD] [--lang xx] [--format jsonl|json|text|html] [--explain]`
 * The recogniser of the extension on the command line: one JSON object a mention.
 */
import { type Line, lineOf } from '../card/line';
import { dayRange, isoOf, today } from '../dataset/dates';
import { openPack, type Pack } from '../pack/open';
import { recognise } from '../recognise/recognise';
import type { ArticleDate } from '../recognise/types';
import { asked, refuse } from './asked';
import { blocksOfText, type Document, documentsOf, InputError } from './documents';
import { bundledPack } from './pack';

export type { Line };

export function annotateDocument(document: Document, pack: Pack, explain?: (line: string) => void): { lines: Line[]; date: ArticleDate } {
  const { blocks, offsets } = blocksOfText(document.text);
  const given = document.date === undefined ? undefined : dayRange(document.date);
  const result = recognise(
    blocks,
    pack,
    { today: today(), ...(given ? { date: { day: given.last, source: 'given' } } : {}), ...(document.lang ? { language: document.lang } : {}) },
    explain &&
      ((e) =>
        explain(
          `${document.id}\t${(offsets[e.block] ?? 0) + e.start}\t${e.surface}\t${e.rule}\t${e.mention ? `${e.mention.entity} ${e.mention.confidence}` : '–'}`,
        )),
  );
  return { lines: result.mentions.map((m) => lineOf(document.id, m, offsets[m.block] ?? 0, pack, result.date)), date: result.date };
}

const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The document with its mentions marked, for a look in a browser. Of mentions that overlap the outer one is marked. */
function htmlOf(document: Document, lines: readonly Line[]): string {
  let at = 0;
  let out = '';
  for (const line of lines) {
    if (line.start < at) continue;
    out += `${escapeHtml(document.text.slice(at, line.start))}<mark title="${escapeHtml(`${line.name}${line.role ? `, ${line.role}` : ''} (${line.confidence})`)}">${escapeHtml(line.surface)}</mark>`;
    at = line.end;
  }
  return `<!doctype html><meta charset="utf-8"><title>${escapeHtml(document.id)}</title><pre style="white-space:pre-wrap;font:16px/1.5 Georgia,serif;max-width:45em">${out}${escapeHtml(document.text.slice(at))}</pre>\n`;
}

const USAGE = 'annotate -- FILE… [--date YYYY-MM-DD] [--lang xx] [--format jsonl|json|text|html] [--explain] [--data FOLDER]';

async function main(): Promise<void> {
  const { positionals, values } = asked(USAGE, {
    date: { type: 'string' },
    lang: { type: 'string' },
    format: { type: 'string', default: 'jsonl' },
    explain: { type: 'boolean' },
    data: { type: 'string' },
  });
  if (positionals.length === 0) return refuse('say which files to annotate (`-` for standard input)', USAGE);
  if (values.date !== undefined && !dayRange(values.date)) throw new InputError(`--date: expected YYYY-MM-DD, found ${values.date}`);
  if (!['jsonl', 'json', 'text', 'html'].includes(values.format)) throw new InputError(`--format: expected jsonl, json, text or html, found ${values.format}`);
  const pack = openPack(bundledPack(values.data));
  const all: Line[] = [];
  for (const file of positionals) {
    for await (const read of documentsOf(file)) {
      const date = values.date ?? read.date;
      const lang = values.lang ?? read.lang;
      const document: Document = { id: read.id, text: read.text, ...(date ? { date } : {}), ...(lang ? { lang } : {}) };
      const { lines, date: used } = annotateDocument(document, pack, values.explain ? (line) => console.error(line) : undefined);
      if (values.format === 'jsonl') for (const line of lines) console.log(JSON.stringify(line));
      else if (values.format === 'json') all.push(...lines);
      else if (values.format === 'html') console.log(htmlOf(document, lines));
      else {
        console.log(`${document.id}: ${lines.length} mentions as of ${isoOf(used.day)} (${used.source})`);
        for (const line of lines)
          console.log(`  ${line.surface}  →  ${line.name}${line.role ? `, ${line.role}` : ''}  ${line.confidence}  [${line.evidence.join('; ')}]`);
      }
    }
  }
  if (values.format === 'json') console.log(JSON.stringify(all, null, 2));
}

if (process.argv[1] === import.meta.filename) {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // The reader of a pipe may stop early (`| head`).
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  main().catch((error: unknown) => {
    if (!(error instanceof InputError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  });
}
