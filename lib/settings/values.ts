/** What settings may be, and the check of page scripts, which carry no schema library: of what the background wrote for them, whole. */
import type { Settings } from './settings';

export const MARK_STYLES = ['underline', 'dotted', 'background', 'dot', 'hover'] as const;
export const DENSITIES = ['each', 'section', 'page'] as const;
export const WHEN = ['always', 'click', 'never'] as const;
export const MARKED_KINDS = ['person', 'office', 'organisation', 'event', 'agreement'] as const;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isOneOf = (of: readonly string[], value: unknown): boolean => typeof value === 'string' && of.includes(value);

/** Are these settings as the background keeps them? Anything else is damage: it has to write them anew. */
export function areKept(value: unknown): value is Settings {
  if (!isRecord(value)) return false;
  const { kinds, density, style, delay, clipButton, sites, otherSites } = value;
  return (
    isRecord(kinds) &&
    MARKED_KINDS.every((kind) => typeof kinds[kind] === 'boolean') &&
    isOneOf(DENSITIES, density) &&
    isOneOf(MARK_STYLES, style) &&
    typeof delay === 'number' &&
    typeof clipButton === 'boolean' &&
    Array.isArray(sites) &&
    sites.every((rule: unknown) => isRecord(rule) && typeof rule.pattern === 'string' && isOneOf(WHEN, rule.when)) &&
    isOneOf(WHEN, otherSites)
  );
}
