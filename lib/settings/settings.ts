/**
 * The one settings object: what the reader chose. Kept in `storage.sync` as one item with a version; read leniently, field by field, so
 * that one bad value costs that value only and is reported by name.
 */
import { z } from 'zod/mini';
import { SETTINGS_KEY } from './keys';
import { DENSITIES, MARK_STYLES, MARKED_KINDS, WHEN } from './values';

export { DENSITIES, MARK_STYLES, MARKED_KINDS, WHEN };
export const SETTING_LANGUAGES = ['auto', 'en', 'be', 'ru', 'uk', 'pl', 'de'] as const;

export type When = (typeof WHEN)[number];

/** Where a site’s pages are read: `example.org`, `*.example.org`, `example.org/news`. The longest pattern that fits decides. */
const SiteShape = z.object({ pattern: z.string().check(z.minLength(1), z.maxLength(200)), when: z.enum(WHEN) });
export type SiteRule = z.infer<typeof SiteShape>;

const MOST_SITES = 100;

const FIELDS = {
  /** Which kinds of entities are marked. */
  kinds: z.object({
    person: z.boolean(),
    office: z.boolean(),
    organisation: z.boolean(),
    event: z.boolean(),
    agreement: z.boolean(),
  }),
  /** Each mention, the first in each section, or the first on the page. */
  density: z.enum(DENSITIES),
  style: z.enum(MARK_STYLES),
  /** The pointer rests this long on a name before its card opens, in milliseconds. */
  delay: z.int().check(z.minimum(50), z.maximum(2000)),
  /** Language of the interface and of names on cards; `auto`: the browser’s. */
  language: z.enum(SETTING_LANGUAGES),
  /** The number of people found, on the toolbar button. */
  badge: z.boolean(),
  /** A small button beside a selection that clips it. */
  clipButton: z.boolean(),
  sites: z.array(SiteShape).check(z.maxLength(MOST_SITES)),
  /** For sites without a rule. */
  otherSites: z.enum(WHEN),
  /** Remind of a backup of the notebook after so many days; 0: never. */
  backupDays: z.int().check(z.minimum(0), z.maximum(365)),
} as const;

export type Settings = { readonly [K in keyof typeof FIELDS]: z.infer<(typeof FIELDS)[K]> };

export const DEFAULTS: Settings = {
  kinds: { person: true, office: true, organisation: true, event: true, agreement: true },
  density: 'each',
  style: 'underline',
  delay: 150,
  language: 'auto',
  badge: true,
  clipButton: true,
  sites: [],
  otherSites: 'always',
  backupDays: 30,
};

/** Version of the stored form. A change that a lenient reading does not cover gets a step in `MIGRATIONS`. */
export const SETTINGS_VERSION = 1;

/** From the stored form of version n to that of n + 1; the first is for what has no version. */
const MIGRATIONS: readonly ((old: Record<string, unknown>) => Record<string, unknown>)[] = [(old) => old];

/** A stored value that was not usable; the default took its place. */
export interface SettingsFault {
  /** Name of the field; `settings` when nothing could be read. */
  readonly field: string;
  readonly found: string;
}

export interface ReadSettings {
  readonly settings: Settings;
  readonly faults: readonly SettingsFault[];
}

/** Reads what storage holds, of this or an earlier version. Never throws: each bad field falls back alone. Fields of a later version are left out. */
export function readSettings(stored: unknown): ReadSettings {
  if (stored === undefined) return { settings: DEFAULTS, faults: [] };
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored))
    return { settings: DEFAULTS, faults: [{ field: 'settings', found: shown(stored) }] };
  let record = stored as Record<string, unknown>;
  const version = typeof record.version === 'number' ? record.version : 0;
  for (const migrate of MIGRATIONS.slice(version)) record = migrate(record);
  const faults: SettingsFault[] = [];
  const read = Object.fromEntries(
    (Object.keys(FIELDS) as (keyof Settings)[]).map((field) => {
      const value = record[field];
      if (value === undefined) return [field, DEFAULTS[field]];
      const parsed = FIELDS[field].safeParse(value);
      if (parsed.success) return [field, parsed.data];
      faults.push({ field, found: shown(value) });
      return [field, field === 'sites' ? usableSites(value) : DEFAULTS[field]];
    }),
  );
  return { settings: read as Settings, faults };
}

/** One bad rule costs that rule: without the others, pages would be read that the reader took out. */
const usableSites = (value: unknown): readonly SiteRule[] =>
  Array.isArray(value) ? value.flatMap((rule) => SiteShape.safeParse(rule).data ?? []).slice(0, MOST_SITES) : [];

/**
 * The form in which they are stored, in the place of what is stored now: fields that a later version put there (on another of the reader’s machines) stay,
 * with its number. Throws when it is too large for one synchronised item, and says what to do.
 */
export function storedSettings(settings: Settings, now?: unknown): Record<string, unknown> {
  const { version: found, ...there } = (typeof now === 'object' && now !== null && !Array.isArray(now) ? now : {}) as Record<string, unknown>;
  const version = typeof found === 'number' && found > SETTINGS_VERSION ? found : SETTINGS_VERSION;
  const stored = { ...(version > SETTINGS_VERSION ? there : {}), version, ...settings };
  const bytes = new TextEncoder().encode(JSON.stringify(stored)).length + SETTINGS_KEY.length;
  if (bytes > 8192) throw new Error(`settings take ${bytes} bytes and 8192 can be kept: shorten the list of sites`);
  return stored;
}

const shown = (value: unknown): string => (JSON.stringify(value) ?? String(value)).slice(0, 80);
