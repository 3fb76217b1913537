/** What a clip must be to be kept: checked where it comes in (messages, imports) and where it is read back, so that a damaged record is seen. */
import { z } from 'zod/mini';
import { DATE_SOURCES } from '../recognise/types';
import { type Clip, COLOURS } from './types';

const KINDS = ['person', 'office', 'organisation', 'place', 'event', 'agreement'] as const;

/** UTF-16 code units that one field may hold; a note of 100 kB is usual for nobody and still fits ten times. */
const text = (longest: number) => z.string().check(z.maxLength(longest));
const Moment = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/, 'expected a moment in UTC: 2026-11-24T08:30:00.000Z'));
const Partial = z.string().check(z.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'expected a date: 2018, 2018-10 or 2018-10-30'));
const Offset = z.int().check(z.minimum(0));

export const PageInfoShape = z.object({
  url: text(20_000).check(z.minLength(1)),
  canonical: z.exactOptional(text(20_000)),
  title: text(5_000),
  site: z.exactOptional(text(2_000)),
  authors: z.array(text(2_000)).check(z.maxLength(200)),
  published: z.exactOptional(Partial),
  modified: z.exactOptional(Partial),
  read: Moment,
  language: z.exactOptional(text(100)),
});

export const TargetShape = z.object({
  quote: z.object({ exact: text(1_000_000).check(z.minLength(1)), prefix: text(5_000), suffix: text(5_000) }),
  position: z.object({ start: Offset, end: Offset }),
  range: z.exactOptional(z.object({ startContainer: text(20_000), startOffset: Offset, endContainer: text(20_000), endOffset: Offset })),
});

export const ClipMentionShape = z.object({
  start: Offset,
  end: Offset,
  surface: text(5_000),
  kind: z.enum(KINDS),
  entity: text(200).check(z.minLength(1)),
  name: text(2_000),
  wikidata: z.exactOptional(text(40)),
  role: z.exactOptional(z.object({ office: text(200), title: text(2_000), from: z.exactOptional(text(20)), to: z.exactOptional(text(20)) })),
  confidence: z.number().check(z.minimum(0), z.maximum(1)),
  count: z.exactOptional(z.int().check(z.minimum(1))),
});

export const AsOfShape = z.object({ date: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a day: 2018-10-30')), source: z.enum(DATE_SOURCES) });
export const NoteShape = text(1_000_000);
export const TagsShape = z.array(text(200).check(z.minLength(1))).check(z.maxLength(500));
export const ColourShape = z.enum(COLOURS);
export const IdShape = z.string().check(z.minLength(1), z.maxLength(200));
export const RevisionShape = z.int().check(z.minimum(0));

export const ClipShape = z.object({
  id: IdShape,
  kind: z.enum(['passage', 'mention', 'page']),
  made: Moment,
  changed: Moment,
  revision: RevisionShape,
  deleted: z.exactOptional(Moment),
  page: PageInfoShape,
  target: z.exactOptional(TargetShape),
  mentions: z.array(ClipMentionShape).check(z.maxLength(20_000)),
  asOf: z.exactOptional(AsOfShape),
  note: NoteShape,
  tags: TagsShape,
  colour: ColourShape,
});

export const ProjectShape = z.object({
  id: IdShape,
  name: text(200).check(z.minLength(1, 'expected a name')),
  made: Moment,
  withText: z.boolean(),
  deleted: z.exactOptional(Moment),
});

export const CorpusRecordShape = z.object({
  id: IdShape,
  project: IdShape,
  page: PageInfoShape,
  asOf: z.exactOptional(AsOfShape),
  mentions: z.array(ClipMentionShape).check(z.maxLength(20_000)),
  text: z.exactOptional(text(5_000_000)),
});

/** What is wrong with a record, with the place in it; undefined for a clip that is whole. */
export function faultOf(record: unknown, shape: z.ZodMiniType = ClipShape): string | undefined {
  const parsed = shape.safeParse(record);
  if (parsed.success) return undefined;
  const issue = parsed.error.issues[0];
  return `${issue?.path.join('.') || 'record'}: ${issue?.message ?? 'not as expected'}`;
}

/** Is this a whole clip? Fields that a later version added are let through. */
export const isClip = (record: unknown): record is Clip => faultOf(record) === undefined;
