/** Where a number stands between `low` and `high` of ascending numbers, both included; -1 when it does not. */
export function seek(list: Uint32Array, low: number, high: number, wanted: number): number {
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = list[middle] as number;
    if (found === wanted) return middle;
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
