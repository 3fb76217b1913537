/** What the readers of the kinds of files share: what they find, where it was, and how foreign fields become a clip’s. */
import { fingerprint } from '../address';
import { ClipShape } from '../shape';
import { type Clip, COLOURS, type Colour, type Target, type Timestamp } from '../types';
import type { ColumnMapping, ImportFault, ImportOptions } from './types';

export type Place = Pick<ImportFault, 'line' | 'column' | 'row' | 'path'>;

/** What a reader may have changed elsewhere. */
export type Edited = 'note' | 'tags' | 'colour';

export interface Found {
  readonly clip: Clip;
  /** Of these the file speaks; what it does not mention stays as it is stored. Default: all. */
  readonly says?: readonly Edited[];
  readonly place: Place;
}

export interface Reading {
  readonly found: readonly Found[];
  readonly faults: readonly ImportFault[];
  readonly skipped: readonly ImportFault[];
  readonly columns?: readonly string[];
  readonly mapping?: ColumnMapping;
}

export type ReadOptions = Pick<ImportOptions, 'mapping' | 'stored' | 'onProgress' | 'signal' | 'now'>;

/** What another program says of an annotation. */
export interface Foreign {
  readonly id: string;
  readonly url: string;
  readonly canonical?: string | undefined;
  readonly title?: string | undefined;
  readonly site?: string | undefined;
  readonly authors?: readonly string[] | undefined;
  readonly published?: string | undefined;
  readonly modified?: string | undefined;
  readonly read?: Timestamp | undefined;
  readonly language?: string | undefined;
  readonly exact?: string | undefined;
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
  readonly position?: Target['position'] | undefined;
  readonly range?: Target['range'] | undefined;
  readonly note?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly colour?: Colour | undefined;
  readonly made?: Timestamp | undefined;
  readonly changed?: Timestamp | undefined;
}

/** The clip of what another program kept. Without a moment of its own it was made `now`. */
export function clipOf(foreign: Foreign, now: Date): Clip {
  const { exact = '', prefix = '', suffix = '', position, range } = foreign;
  const made = foreign.made ?? foreign.changed ?? now.toISOString();
  const target =
    exact === '' ? undefined : { quote: { exact, prefix, suffix }, position: position ?? { start: 0, end: exact.length }, ...(range ? { range } : {}) };
  const { canonical, site, published, modified, language } = foreign;
  return {
    id: foreign.id,
    kind: target ? 'passage' : 'page',
    made,
    changed: foreign.changed ?? made,
    revision: 0,
    page: {
      url: foreign.url,
      ...(canonical === undefined ? {} : { canonical }),
      title: foreign.title ?? '',
      ...(site === undefined ? {} : { site }),
      authors: foreign.authors ?? [],
      ...(published === undefined ? {} : { published }),
      ...(modified === undefined ? {} : { modified }),
      read: foreign.read ?? made,
      ...(language === undefined ? {} : { language }),
    },
    ...(target ? { target } : {}),
    mentions: [],
    note: foreign.note ?? '',
    tags: [...new Set(foreign.tags ?? [])].filter((tag) => tag !== ''),
    colour: foreign.colour ?? 'yellow',
  };
}

/** The first thing that keeps a record from being a clip. `at`: the path of the record in the file. */
export function clipFault(record: unknown, place: Place, at: string): ImportFault | undefined {
  const parsed = ClipShape.safeParse(record);
  if (parsed.success) return undefined;
  const issue = parsed.error.issues[0];
  const path = [at, ...(issue?.path ?? [])].filter((part) => part !== '').join('.');
  const large = issue?.code === 'too_big';
  return {
    kind: large ? 'large' : 'field',
    ...place,
    path,
    message: `${path || 'record'}: ${issue?.message ?? 'not as expected'}`,
    mend: large ? 'make it shorter' : 'put it right, or take the record out',
  };
}

/** A moment in UTC; a day is its first moment, a moment without a zone is taken as UTC. Undefined for what is none. */
export function momentFrom(text: string): Timestamp | undefined {
  const [, day, time = '00:00:00', zone = 'Z'] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?))?\s*(Z|[+-]\d{2}:?\d{2})?$/i.exec(text.trim()) ?? [];
  if (!day) return undefined;
  const moment = new Date(`${day}T${time}${zone.toUpperCase()}`);
  return Number.isNaN(moment.getTime()) || (zone.toUpperCase() === 'Z' && moment.toISOString().slice(0, 10) !== day) ? undefined : moment.toISOString();
}

/** A partial date: `2018`, `2018-10`, `2018-10-30`, the same with slashes, `30.10.2018`, or the day of a moment. Undefined for what is none. */
export function dateFrom(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2})(?:[T ].*)?)?)?$/.exec(text.trim()) ?? [];
  const [, d, m, y] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text.trim()) ?? [];
  const parts = year ? [year, month, day] : [y, m, d];
  const said = parts.flatMap((part) => (part === undefined ? [] : part.padStart(2, '0')));
  if (said.length === 0) return undefined;
  const whole = [said[0], said[1] ?? '01', said[2] ?? '01'].join('-');
  const date = new Date(`${whole}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== whole ? undefined : said.join('-');
}

export const colourFrom = (text: string): Colour | undefined => COLOURS.find((colour) => colour === text.trim().toLowerCase());

/** An id for a record that has none: the same for the same words, so that a second import finds it again. */
export const idFrom = (source: string, ...words: readonly string[]): string => {
  const text = JSON.stringify(words);
  return `${source}-${fingerprint(text).toString(36)}-${fingerprint(`${text}.`).toString(36)}`;
};

/** Another program’s id as one of ours; a long one is shortened to a fingerprint. */
export const foreignId = (source: string, id: string): string => (id.length <= 180 ? `${source}:${id}` : idFrom(source, id));

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
export const stringOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
/** One or many. */
export const listOf = (value: unknown): readonly unknown[] => (value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]);

/** Is this the address of a page? */
export const isAddress = (text: string): boolean => /^(https?|file|ftp):$/.test(URL.parse(text)?.protocol ?? '');

/** A quote selector, wherever it is: alone, in a list, or refining another. */
export function selectorsOf(value: unknown, depth = 0): Readonly<Record<string, unknown>>[] {
  if (depth > 5) return [];
  return listOf(value).flatMap((selector) => (isRecord(selector) ? [selector, ...selectorsOf(selector.refinedBy, depth + 1)] : []));
}

export function quoteFrom(selectors: readonly Readonly<Record<string, unknown>>[]): Pick<Foreign, 'exact' | 'prefix' | 'suffix' | 'position'> {
  const quote = selectors.find((selector) => selector.type === 'TextQuoteSelector');
  const place = selectors.find((selector) => selector.type === 'TextPositionSelector');
  const [start, end] = [place?.start, place?.end];
  const placed = Number.isSafeInteger(start) && Number.isSafeInteger(end) && (start as number) >= 0 && (end as number) >= (start as number);
  return {
    exact: stringOf(quote?.exact),
    prefix: stringOf(quote?.prefix)?.slice(-5000),
    suffix: stringOf(quote?.suffix)?.slice(0, 5000),
    ...(placed ? { position: { start: start as number, end: end as number } } : {}),
  };
}
