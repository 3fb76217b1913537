/** JSON of what may be damaged: it can hold what JSON cannot, and what is written beside it must not be lost for that. */

/** Large integers as their digits; a cycle is said in its place. */
export function plainJson(item: unknown, indent?: number): string {
  try {
    return JSON.stringify(item, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value), indent) ?? 'null';
  } catch (error) {
    return JSON.stringify({ unwritable: String(error) }, null, indent);
  }
}
