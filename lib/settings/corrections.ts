/**
 * What the reader said of names: “here this means somebody else”, “nobody”, “never mark it”. Kept in `storage.local` as one item by the background,
 * the only one that writes it.
 */
import { z } from 'zod/mini';

/** `person/angela-merkel`: a correction to anything else would be a mark of no kind. */
const ENTITY = /^[a-z]+\/./;

export const CorrectionShape = z.object({
  /** UUID. */
  id: z.string().check(z.maxLength(40)),
  /** The name as it stood on the page. */
  surface: z.string().check(z.minLength(1), z.maxLength(300)),
  /** Whom it was taken for; `*`: whoever it is taken for. */
  was: z.string().check(z.maxLength(200)),
  /** Whom it means; null: nobody that should be marked. */
  entity: z.nullable(z.string().check(z.maxLength(200), z.regex(ENTITY))),
  /** Name of that entity, for lists. */
  name: z.optional(z.string().check(z.maxLength(300))),
  /** Where it holds: a page’s address without fragment, a host, or `*`. */
  where: z.string().check(z.minLength(1), z.maxLength(4000)),
  /** ISO 8601. */
  made: z.string().check(z.maxLength(40)),
});
export type Correction = Readonly<z.infer<typeof CorrectionShape>>;
export type Scope = 'page' | 'site' | 'always';

/** More than this and the oldest go. */
export const MOST_CORRECTIONS = 5000;

const fieldOf = (stored: unknown, field: 'list' | 'unread'): unknown =>
  typeof stored === 'object' && stored !== null && field in stored ? (stored as Record<string, unknown>)[field] : undefined;

/** Reads what storage holds; entries that are none are left out. */
export function readCorrections(stored: unknown): readonly Correction[] {
  const list = fieldOf(stored, 'list');
  return Array.isArray(list) ? list.flatMap((item) => CorrectionShape.safeParse(item).data ?? []) : [];
}

/** What is there and is no correction, of a damaged storage or a later version: set aside when the list is written again, not lost. */
export function unreadCorrections(stored: unknown): readonly unknown[] {
  if (stored === undefined) return [];
  const list = fieldOf(stored, 'list');
  const unread = fieldOf(stored, 'unread');
  const found = Array.isArray(list) ? list.filter((item) => !CorrectionShape.safeParse(item).success) : [stored];
  return [...(Array.isArray(unread) ? unread : []), ...found].slice(-MOST_CORRECTIONS);
}

/** With one more: it takes the place of an earlier one about the same name in the same place. */
export const withCorrection = (list: readonly Correction[], added: Correction): readonly Correction[] =>
  [...list.filter((c) => !(c.surface === added.surface && c.where === added.where && (c.was === added.was || added.was === '*'))), added].slice(
    -MOST_CORRECTIONS,
  );

export const storedCorrections = (list: readonly Correction[], unread: readonly unknown[] = []) => ({
  version: 1,
  list,
  ...(unread.length > 0 ? { unread } : {}),
});
