/**
 * The notebook’s tables in IndexedDB and the steps from each version of them to the next. A step runs in the transaction that raises the
 * version: when it fails, everything stays as it was.
 */
import { Dexie, type Table, type Transaction } from 'dexie';
import type { Clip, ClipId, CorpusRecord, Project, Timestamp } from './types';

/** A clip as it is stored: with the keys of its page. */
export interface ClipRow extends Clip {
  readonly keys: readonly string[];
}

/** A visited article as it is stored: with the key of its page, of which a project has one record. */
export interface RecordRow extends CorpusRecord {
  readonly key: string;
}

/** A record that cannot be read as what it should be: set aside whole, for somebody to look at. */
export interface Damaged {
  readonly id: string;
  readonly table: string;
  readonly found: unknown;
  /** Where it is wrong and how. */
  readonly fault: string;
  readonly when: Timestamp;
}

export interface Version {
  readonly stores: Readonly<Record<string, string | null>>;
  readonly upgrade?: (transaction: Transaction) => PromiseLike<unknown>;
}

/** In order; a version that was released never changes. */
export const VERSIONS: readonly Version[] = [
  { stores: { clips: 'id, made, deleted, *keys', damaged: '[table+id]', state: 'key' } },
  // Corpus mode; what changed since the last export, by an index.
  { stores: { clips: 'id, made, changed, deleted, *keys', projects: 'id, deleted', records: 'id, project, [project+key]' } },
];

export interface Database {
  readonly dexie: Dexie;
  readonly clips: Table<ClipRow, ClipId>;
  readonly projects: Table<Project, string>;
  readonly records: Table<RecordRow, string>;
  readonly damaged: Table<Damaged, [string, string]>;
  readonly state: Table<{ readonly key: string; readonly value: unknown }, string>;
}

export function openDatabase(name: string, versions: readonly Version[] = VERSIONS): Database {
  // A promise that a change is kept is given when it is on the disk, not when it is on its way.
  const dexie = new Dexie(name, { chromeTransactionDurability: 'strict', cache: 'disabled' });
  versions.forEach(({ stores, upgrade }, i) => {
    const version = dexie.version(i + 1).stores({ ...stores });
    if (upgrade) version.upgrade(upgrade);
  });
  // Another context opens a later version: let go, so that it is not held up.
  dexie.on('versionchange', () => dexie.close());
  // Asked for when they are used: a test opens earlier versions, which lack some.
  return {
    dexie,
    clips: dexie.table('clips'),
    get projects() {
      return dexie.table<Project, string>('projects');
    },
    get records() {
      return dexie.table<RecordRow, string>('records');
    },
    damaged: dexie.table('damaged'),
    state: dexie.table('state'),
  };
}
