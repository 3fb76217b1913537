/** Taking times. What is compared takes turns, so that a busy minute of the machine falls on all alike; the median of the rounds counts. */

/** Milliseconds of each piece of work, by name: medians of `rounds` alternating rounds after one that warms up. */
export function alternately<Name extends string>(rounds: number, works: Readonly<Record<Name, () => unknown>>): Record<Name, number> {
  const names = Object.keys(works) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = -1; round < rounds; round++) {
    for (const name of names) {
      const start = performance.now();
      works[name]();
      if (round >= 0) times[name].push(performance.now() - start);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times[name])])) as Record<Name, number>;
}

export const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[times.length >> 1] as number;

/** A number as a person reads it. */
export const rounded = (n: number): string => (Math.abs(n) >= 1000 ? Math.round(n).toLocaleString('en') : n.toPrecision(3));
