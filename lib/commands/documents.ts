/** Documents from files: .txt, .html, .jsonl, or standard input as `-`. Read one at a time, so that a large file needs no memory. */
import fs from 'node:fs';
import readline from 'node:readline';
import { z } from 'zod';
import { isPartialDate } from '../dataset/dates';
import type { Block } from '../recognise/types';

export interface Document {
  readonly id: string;
  readonly text: string;
  readonly date?: string;
  readonly lang?: string;
}

const Line = z.object({ id: z.union([z.string(), z.number()]).optional(), text: z.string(), date: z.string().nullish(), lang: z.string().nullish() });

/** Says where input cannot be read and how to mend it. */
export class InputError extends Error {}

export async function* documentsOf(file: string): AsyncGenerator<Document & { readonly raw?: unknown }> {
  if (file !== '-' && !fs.existsSync(file)) throw new InputError(`${file}: there is no such file`);
  if (file === '-' || file.endsWith('.jsonl')) {
    const lines = readline.createInterface({ input: file === '-' ? process.stdin : fs.createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
    let number = 0;
    for await (const line of lines) {
      number++;
      if (line.trim() === '') continue;
      yield readLine(line, `${file === '-' ? 'standard input' : file}:${number}`, number);
    }
    return;
  }
  const content = fs.readFileSync(file, 'utf8');
  yield /\.x?html?$/i.test(file) ? await htmlDocument(file, content) : { id: file, text: content };
}

function readLine(line: string, where: string, number: number): Document & { raw: unknown } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new InputError(`${where}: not JSON (${(error as Error).message}); each line must be one object {"id", "text", "date", "lang"}`);
  }
  const parsed = Line.safeParse(value);
  if (!parsed.success)
    throw new InputError(
      `${where}: ${parsed.error.issues.map((i) => `${i.path.join('.') || 'line'}: ${i.message}`).join('; ')}; each line must be one object {"id", "text", "date", "lang"}`,
    );
  const { id, text, date, lang } = parsed.data;
  if (date && !isPartialDate(date)) throw new InputError(`${where}: date: expected YYYY-MM-DD, found ${JSON.stringify(date)}`);
  return { id: String(id ?? number), text, ...(date ? { date } : {}), ...(lang ? { lang } : {}), raw: value };
}

/** The text of a page as the extension reads it: the same blocks, from the same code, in a DOM without layout. */
async function htmlDocument(file: string, html: string): Promise<Document> {
  const { Window } = await import('happy-dom');
  const window = new Window({
    settings: { disableJavaScriptEvaluation: true, disableJavaScriptFileLoading: true, disableCSSFileLoading: true, disableIframePageLoading: true } as never,
  });
  window.document.write(html);
  const [{ collectBlocks }, { articleDateOf, languageOf }] = await Promise.all([import('../page/blocks'), import('../page/metadata')]);
  const document = window.document as unknown as globalThis.Document;
  let next = 0;
  const blocks = collectBlocks(document.body, () => next++);
  const date = articleDateOf(document, `file://${file}`);
  const lang = languageOf(document);
  const text = blocks.map((b) => b.text).join('\n\n');
  await window.happyDOM.close();
  return { id: file, text, ...(date ? { date: new Date(date.day * 86_400_000).toISOString().slice(0, 10) } : {}), ...(lang ? { lang } : {}) };
}

/** A text as blocks, a line each, with the offset of each block in the whole. */
export function blocksOfText(text: string): { readonly blocks: Block[]; readonly offsets: number[] } {
  const blocks: Block[] = [];
  const offsets: number[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') {
      blocks.push({ id: blocks.length, text: line });
      offsets.push(at);
    }
    at += line.length + 1;
  }
  return { blocks, offsets };
}
