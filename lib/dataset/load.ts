/** Reads `data/` from disk: YAML, one list a file, into one dataset. Node only; nothing here runs in a browser. */
import fs from 'node:fs';
import path from 'node:path';
import { parse, YAMLParseError } from 'yaml';
import type { z } from 'zod';
import { type Agreement, type Event, FILES, type Office, type Organisation, type Person, type Place, type Publisher, type Role } from './schema';

export interface Dataset {
  readonly people: readonly Person[];
  readonly offices: readonly Office[];
  readonly organisations: readonly Organisation[];
  readonly places: readonly Place[];
  readonly events: readonly Event[];
  readonly agreements: readonly Agreement[];
  readonly roles: readonly Role[];
  readonly publishers: readonly Publisher[];
  /** The file that holds an entity, by id: for messages. */
  readonly fileOf: ReadonlyMap<string, string>;
}

/** Something wrong in the data: where, which entity, what, and how to mend it. */
export interface Problem {
  /** Path below the data folder’s parent, e.g. `data/people/by.yaml`. */
  readonly file: string;
  /** The entity’s id, or `#3` for the third entry of a list when it has none. */
  readonly entity: string;
  /** What is wrong, with the field, and what to do. */
  readonly message: string;
}

export const sayProblem = (p: Problem): string => `${p.file}: ${p.entity}: ${p.message}`;

/** Thrown when a dataset cannot be used; `problems` holds every one found, not only the first. */
export class DatasetError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(`${problems.length} problem${problems.length === 1 ? '' : 's'} in the data:\n${problems.slice(0, 50).map(sayProblem).join('\n')}`);
    this.name = 'DatasetError';
  }
}

type Section = Exclude<keyof Dataset, 'fileOf'>;
const sectionOf = (key: string): Section => key.replace('.yaml', '') as Section;

/** Reads every file of the data folder `dir`. Problems of shape are given back beside what could be read. Throws only when the folder itself cannot be read. */
export function readDataset(dir: string): { readonly dataset: Dataset; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const fileOf = new Map<string, string>();
  const sections: Record<Section, unknown[]> = {
    people: [],
    offices: [],
    organisations: [],
    places: [],
    events: [],
    agreements: [],
    roles: [],
    publishers: [],
  };
  for (const [key, schema] of Object.entries(FILES)) {
    for (const file of yamlFiles(path.join(dir, key))) {
      const shown = path.relative(path.dirname(path.resolve(dir)), file);
      for (const [index, raw] of listIn(file, shown, problems).entries()) {
        const id = typeof (raw as { id?: unknown } | null)?.id === 'string' ? (raw as { id: string }).id : `#${index + 1}`;
        const parsed = (schema as z.ZodType).safeParse(raw);
        if (!parsed.success) {
          for (const issue of parsed.error.issues) problems.push({ file: shown, entity: id, message: sayIssue(issue, raw) });
          continue;
        }
        const twin = fileOf.get(id);
        if (twin !== undefined) {
          problems.push({ file: shown, entity: id, message: `id is used already in ${twin}; give one of the two another id, or merge them` });
          continue;
        }
        fileOf.set(id, shown);
        sections[sectionOf(key)].push(parsed.data);
      }
    }
  }
  return { dataset: { ...sections, fileOf } as unknown as Dataset, problems };
}

function yamlFiles(at: string): string[] {
  if (!fs.existsSync(at)) return [];
  if (fs.statSync(at).isFile()) return [at];
  return fs
    .readdirSync(at, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => path.join(at, name));
}

function listIn(file: string, shown: string, problems: Problem[]): unknown[] {
  let value: unknown;
  try {
    value = parse(fs.readFileSync(file, 'utf8'), { version: '1.2', schema: 'core' });
  } catch (error) {
    const where = error instanceof YAMLParseError && error.linePos ? `line ${error.linePos[0].line}` : 'the file';
    problems.push({ file: shown, entity: where, message: `not YAML: ${(error as Error).message.split('\n')[0]}` });
    return [];
  }
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value;
  problems.push({ file: shown, entity: 'the file', message: 'expected a list: each entity starts with `- id: …`' });
  return [];
}

function sayIssue(issue: z.core.$ZodIssue, raw: unknown): string {
  const at = issue.path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text} ${key + 1}` : text === '' ? String(key) : `${text}.${String(key)}`),
    '',
  );
  const found = issue.path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], raw);
  const shown = found === undefined ? 'nothing' : JSON.stringify(found)?.slice(0, 80);
  return `${at || 'entry'}: ${issue.message} (found ${shown})`;
}
