/**
 * Corpus mode, for researchers: while it is on, every article visited is one record in a named project. Off by default; the switch and which
 * project it is are kept in extension storage (`lib/browser/corpus.ts`), the records here, in the notebook’s database.
 */
import { pageKey } from './address';
import type { Database, RecordRow } from './database';
import { NotebookFault, plainFault } from './fault';
import { CorpusRecordShape, faultOf, ProjectShape } from './shape';
import type { CorpusRecord, Project } from './types';

export interface Corpus {
  /** Those that are not in the trash (or those that are), newest first, with how many records each has. */
  projects(options?: { readonly trash?: boolean }): Promise<(Project & { readonly records: number })[]>;
  project(id: string): Promise<Project | undefined>;
  /** Throws `bad` for a name that is empty. */
  makeProject(name: string, withText?: boolean): Promise<Project>;
  changeProject(id: string, change: Partial<Pick<Project, 'name' | 'withText'>>): Promise<Project>;
  trashProject(id: string): Promise<void>;
  restoreProject(id: string): Promise<void>;
  /** Erases projects that have been in the trash since before `before`, with their records. */
  purge(before: string): Promise<void>;
  /**
   * Keeps a visit. An article that the project has already is the same record: the later reading takes the place of the earlier, with the
   * first one’s id and time of reading. Throws `gone` when there is no such project.
   */
  record(record: CorpusRecord): Promise<CorpusRecord>;
  /** A project’s records in chunks, by id, or (undefined) all: for exports that must not hold all of them. Damaged ones are set aside on the way. */
  records(project: string | undefined, chunk?: number): AsyncGenerator<CorpusRecord[]>;
  /** Gives back the records as they were, to undo with `record`. */
  removeRecords(ids: readonly string[]): Promise<CorpusRecord[]>;
}

export function openCorpus(database: Database, now: () => number): Corpus {
  const { dexie, damaged } = database;
  const moment = () => new Date(now()).toISOString();
  const changing = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await dexie.transaction('rw', database.projects, database.records, damaged, work);
    } catch (error) {
      throw plainFault(error);
    }
  };
  const changed = (id: string, change: (project: Project) => Project): Promise<Project> =>
    changing(async () => {
      const stored = await database.projects.get(id);
      if (!stored) throw new NotebookFault('gone', `there is no project ${id}`);
      const project = change(stored);
      refuse(project);
      await database.projects.put(project);
      return project;
    });

  /** A damaged project is set aside and made anew from what is whole of it: its records would hang in the air. */
  const wholeProjects = async (rows: readonly Project[]): Promise<Project[]> => {
    const bad = rows.filter((row) => faultOf(row, ProjectShape) !== undefined);
    if (bad.length === 0) return [...rows];
    const mended = new Map(bad.map((row) => [row, mendedProject(row, moment())]));
    await changing(async () => {
      await damaged.bulkPut(bad.map((row) => ({ id: row.id, table: 'projects', found: row, fault: faultOf(row, ProjectShape) ?? '', when: moment() })));
      await database.projects.bulkPut([...mended.values()]);
    });
    return rows.map((row) => mended.get(row) ?? row);
  };

  return {
    async projects({ trash = false } = {}) {
      const all = (await wholeProjects(await database.projects.toArray())).filter((p) => (p.deleted !== undefined) === trash);
      const counted = await Promise.all(all.map(async (p) => ({ ...p, records: await database.records.where('project').equals(p.id).count() })));
      return counted.sort((a, b) => (a.made < b.made ? 1 : -1));
    },
    async project(id) {
      const stored = await database.projects.get(id);
      return stored && (await wholeProjects([stored]))[0];
    },
    async makeProject(name, withText = false) {
      const project: Project = { id: crypto.randomUUID(), name: name.trim(), made: moment(), withText };
      refuse(project);
      await changing(() => database.projects.add(project));
      return project;
    },
    changeProject: (id, change) => changed(id, (project) => ({ ...project, ...change, ...(change.name === undefined ? {} : { name: change.name.trim() }) })),
    trashProject: async (id) => void (await changed(id, (project) => ({ ...project, deleted: project.deleted ?? moment() }))),
    restoreProject: async (id) => void (await changed(id, ({ deleted: _deleted, ...project }) => project)),
    purge: (before) =>
      changing(async () => {
        const gone = await database.projects.where('deleted').between('', before).primaryKeys();
        await database.records.where('project').anyOf(gone).delete();
        await database.projects.bulkDelete(gone);
      }),
    record(record) {
      const fault = faultOf(record, CorpusRecordShape);
      if (fault !== undefined) throw new NotebookFault('bad', `not a record: ${fault}`);
      return changing(async () => {
        const project = await database.projects.get(record.project);
        if (!project || project.deleted !== undefined) throw new NotebookFault('gone', `there is no project ${record.project}`);
        const key = pageKey(record.page.url) ?? record.page.url;
        const there = await database.records.where('[project+key]').equals([record.project, key]).first();
        const { text, ...rest } = record;
        const kept: CorpusRecord = {
          ...rest,
          ...(project.withText && text !== undefined ? { text } : {}),
          ...(there ? { id: there.id, page: { ...record.page, read: there.page.read } } : {}),
        };
        await database.records.put({ ...kept, key });
        return kept;
      });
    },
    async *records(project, chunk = 500) {
      let after = '';
      for (;;) {
        const rows = await database.records
          .where('id')
          .above(after)
          .filter((row) => project === undefined || row.project === project)
          .limit(chunk)
          .toArray();
        const last = rows.at(-1);
        if (!last) return;
        after = last.id;
        const bad = rows.filter((row) => faultOf(row, CorpusRecordShape) !== undefined);
        if (bad.length > 0)
          await changing(async () => {
            await damaged.bulkPut(
              bad.map((row) => ({ id: row.id, table: 'records', found: row, fault: faultOf(row, CorpusRecordShape) ?? '', when: moment() })),
            );
            await database.records.bulkDelete(bad.map((row) => row.id));
          });
        yield rows.filter((row) => !bad.includes(row)).map(recordOf);
      }
    },
    removeRecords: (ids) =>
      changing(async () => {
        const there = (await database.records.bulkGet([...ids])).filter((row) => row !== undefined);
        await database.records.bulkDelete(there.map((row) => row.id));
        return there.map(recordOf);
      }),
  };
}

const recordOf = ({ key: _key, ...record }: RecordRow): CorpusRecord => record;

/** What of a damaged project can be used; its name is its id when it has none. */
function mendedProject(found: Partial<Record<keyof Project, unknown>> & { readonly id: string }, now: string): Project {
  const usable = <K extends keyof Project>(field: K): Project[K] | undefined =>
    (ProjectShape.shape[field].safeParse(found[field]).data as Project[K]) ?? undefined;
  const deleted = usable('deleted');
  return {
    id: found.id,
    name: usable('name') ?? found.id,
    made: usable('made') ?? now,
    withText: usable('withText') ?? false,
    ...(deleted === undefined ? {} : { deleted }),
  };
}

function refuse(project: Project): void {
  const fault = faultOf(project, ProjectShape);
  if (fault !== undefined) throw new NotebookFault('bad', `not a project: ${fault}`);
}
