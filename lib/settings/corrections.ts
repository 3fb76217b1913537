/**
 * What the reader said of names: “here this means somebody else”, “nobody”, “never mark it”. Kept in `storage.local` as one item by the background,
 * the only one that writes it.
 */
import { z } from 'zod/mini';

export const CorrectionShape = z.object({
  /** UUID. */
  id: z.string().check(z.maxLength(40)),
  /** The name as it stood on the page. */
  surface: z.string().check(z.minLength(1), z.maxLength(300)),
  /** Whom it was taken for; `*`: whoever it is taken for. */
  was: z.string().check(z.maxLength(200)),
  /** Whom it means; null: nobody that should be marked. */
  entity: z.nullable(z.string().check(z.maxLength(200))),
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

/** Reads what storage holds; entries that are none are left out. */
export function readCorrections(stored: unknown): readonly Correction[] {
  const list = typeof stored === 'object' && stored !== null && 'list' in stored ? (stored as { list: unknown }).list : [];
  return Array.isArray(list) ? list.flatMap((item) => CorrectionShape.safeParse(item).data ?? []) : [];
}

/** With one more: it takes the place of an earlier one about the same name in the same place. */
export const withCorrection = (list: readonly Correction[], added: Correction): readonly Correction[] =>
  [...list.filter((c) => !(c.surface === added.surface && c.where === added.where && (c.was === added.was || added.was === '*'))), added].slice(
    -MOST_CORRECTIONS,
  );

export const storedCorrections = (list: readonly Correction[]) => ({ version: 1, list });
