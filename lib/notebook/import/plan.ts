/** A dry run of an import: of which kind the file is, what is wrong in it and where, and what would become of its clips. Nothing is written. */
import { pageKey } from '../address';
import { each } from '../export/each';
import { ATTACHE_FORMAT } from '../export/json';
import type { Clip, ClipId } from '../types';
import { isAnnotations, readAnnotations } from './annotations';
import { readAttache } from './attache';
import { hypothesisRows, readHypothesis } from './hypothesis';
import { type Found, isRecord, type Reading } from './read';
import type { ImportFault, ImportFile, ImportKind, ImportOptions, ImportPlan } from './types';

/** Faults told in full. */
const TOLD = 100;

/** Rejects with an `AbortError` when it is stopped; for anything that is wrong with the file there are faults in the plan. */
export async function planImport(file: ImportFile, options: ImportOptions): Promise<ImportPlan> {
  const read = await readFile(file, options);
  if ('fault' in read) return empty([read.fault]);
  const { kind, reading } = read;
  const table = { ...(reading.columns ? { columns: reading.columns } : {}), ...(reading.mapping ? { mapping: reading.mapping } : {}) };
  if (reading.faults.length > 0) return { ...empty(reading.faults), kind, skipped: reading.skipped, ...table };
  if (reading.found.length === 0 && reading.skipped.length === 0)
    return { ...empty([{ kind: 'empty', message: 'there is nothing in the file to import', mend: 'choose another file' }]), kind, ...table };
  return { ...(await merged(kind, reading, options)), kind, ...table };
}

const empty = (faults: readonly ImportFault[]): ImportPlan => ({
  clips: [],
  added: [],
  replaced: [],
  kept: 0,
  faults: faults.slice(0, TOLD),
  moreFaults: Math.max(0, faults.length - TOLD),
  skipped: [],
});

async function readFile({ name, text }: ImportFile, options: ImportOptions): Promise<{ kind: ImportKind; reading: Reading } | { fault: ImportFault }> {
  const start = text.replace(/^\ufeff?\s*/, '').charAt(0);
  if (start === '') return { fault: { kind: 'empty', message: `${name} is empty`, mend: 'choose another file' } };
  const isTable = /\.(csv|tsv|tab)$/i.test(name);
  if (isTable || (start !== '{' && start !== '[')) {
    // Fetched when the first table comes: the reader of tables is a library.
    const { looksLikeTable, readCsv } = await import('./csv');
    if (isTable || looksLikeTable(text)) return { kind: 'csv', reading: await readCsv(text, options) };
    return { fault: unknown(name) };
  }
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    return { fault: syntaxFault(text, error) };
  }
  if (isRecord(value) && value.format === ATTACHE_FORMAT) return { kind: 'attache', reading: await readAttache(value, text, options) };
  if (isAnnotations(value)) return { kind: 'annotations', reading: await readAnnotations(value, options) };
  const rows = hypothesisRows(value);
  if (rows) return { kind: 'hypothesis', reading: await readHypothesis(rows, options) };
  return { fault: unknown(name) };
}

const unknown = (name: string): ImportFault => ({
  kind: 'unknown',
  message: `${name} is none of the files that can be imported`,
  mend: 'choose a notebook in Attaché’s JSON, annotations in JSON-LD, a JSON file of Hypothesis, or a table in CSV',
});

/** Every engine says in its own words where JSON is broken. */
function syntaxFault(text: string, error: unknown): ImportFault {
  const said = error instanceof Error ? error.message : String(error);
  const byLine = /line (\d+) column (\d+)/.exec(said);
  const byPosition = /position (\d+)/.exec(said);
  const at = byPosition ? Number(byPosition[1]) : text.length;
  const before = text.slice(0, at);
  const line = byLine ? Number(byLine[1]) : before.split('\n').length;
  const column = byLine ? Number(byLine[2]) : at - before.lastIndexOf('\n');
  const cut = !byPosition && !byLine;
  return {
    kind: 'syntax',
    line,
    column,
    message: `line ${line}, column ${column}: ${cut ? 'the file ends in the middle' : 'this is not JSON'}`,
    mend: cut ? 'it was not written to its end: export or copy it again' : 'put it right there, or take the file as it was exported',
  };
}

async function merged(kind: ImportKind, { found, skipped }: Reading, options: ImportOptions): Promise<ImportPlan> {
  const stored = new Map<ClipId, Clip>(options.stored.map((clip) => [clip.id, clip]));
  // Other programs’ ids are their own: what says the same of the same passage is the same.
  const said = new Set(kind === 'attache' ? [] : options.stored.map(saying));
  const latest = new Map<ClipId, Found>();
  const passed: ImportFault[] = [...skipped];
  let kept = 0;
  for (const one of found) {
    const there = latest.get(one.clip.id);
    if (!there || one.clip.changed > there.clip.changed) latest.set(one.clip.id, one);
    if (there)
      passed.push({
        kind: 'double',
        ...(one.clip.changed > there.clip.changed ? there.place : one.place),
        message: `${one.clip.id} is there twice: the later one is taken`,
        mend: 'nothing needs to be done',
      });
  }
  const added: Clip[] = [];
  const replaced: Clip[] = [];
  await each([...latest.values()], { ...(options.signal ? { signal: options.signal } : {}) }, (one) => {
    const { clip } = one;
    const there = stored.get(clip.id);
    if (!there) {
      if (said.has(saying(clip))) kept++;
      else added.push(clip);
      return;
    }
    const newer = kind === 'attache' ? (clip.changed > there.changed ? clip : undefined) : edited(there, one, options.now ?? new Date());
    if (newer) replaced.push(newer);
    else kept++;
  });
  return { clips: [...added, ...replaced], added, replaced, kept, faults: [], moreFaults: 0, skipped: passed };
}

const saying = ({ page, target, note }: Clip): string => JSON.stringify([pageKey(page.url) ?? page.url, plain(target?.quote.exact ?? ''), plain(note)]);
const plain = (text: string): string => text.toWellFormed().replace(/\r\n?/g, '\n').trim();

/**
 * A stored clip that comes back from a format that does not hold all of it: its note, tags and colour are taken, the rest stays. In a
 * spreadsheet nobody changes the moment of change as well; an older one says that the notebook has moved on.
 */
function edited(there: Clip, { clip, says = ['note', 'tags', 'colour'] }: Found, now: Date): Clip | undefined {
  if (clip.changed < there.changed) return undefined;
  const list = (tags: readonly string[]) => [...new Set(tags.map(plain))].filter((tag) => tag !== '').join('\n');
  const edit = {
    ...(says.includes('note') && plain(clip.note) !== plain(there.note) ? { note: clip.note } : {}),
    ...(says.includes('tags') && list(clip.tags) !== list(there.tags) ? { tags: clip.tags } : {}),
    ...(says.includes('colour') && clip.colour !== there.colour ? { colour: clip.colour } : {}),
  };
  if (Object.keys(edit).length === 0) return undefined;
  const moment = now.toISOString();
  const changed = moment > there.changed ? moment : new Date(Date.parse(there.changed) + 1).toISOString();
  return { ...there, ...edit, revision: there.revision + 1, changed };
}
