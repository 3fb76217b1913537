/** Whether a difference between loads of a page is the extension’s or the page’s own: pages with scripts differ from load to load by themselves. */

export interface Loaded {
  /** Its DOM without our elements. */
  readonly html: string;
  readonly marks: number;
  /** What it said on the console, errors of its own scripts included. */
  readonly said: readonly string[];
  /** Errors and words of the extension. */
  readonly ours: readonly string[];
}

/** `varies`: the page differs from itself without the extension too, so a difference says nothing. */
export type Sameness = 'same' | 'varies' | 'ours';

export interface Verdict {
  readonly dom: Sameness;
  readonly console: Sameness;
  readonly ours: readonly string[];
  readonly marks: number;
  readonly isOurs: boolean;
  /** What differs, in words. */
  readonly detail: readonly string[];
}

/** Clocks and counters. */
const timeless = (text: string) => text.replace(/\d+/g, '0');
const piecesOf = (html: string) => timeless(html).split(/(?=<)/);

/** Where two DOMs part. */
function parting(a: string, b: string): string {
  const left = piecesOf(a);
  const right = piecesOf(b);
  const at = left.findIndex((piece, i) => piece !== right[i]);
  const from = at < 0 ? left.length : at;
  return `without: ${(left[from] ?? 'nothing').slice(0, 200)}\nwith: ${(right[from] ?? 'nothing').slice(0, 200)}`;
}

/** Of loads without and with the extension, as many of each. */
export function verdictOf(without: readonly Loaded[], withOurs: readonly Loaded[]): Verdict {
  const doms = new Set(without.map((load) => timeless(load.html)));
  const same = withOurs.some((load) => doms.has(timeless(load.html)));
  // An address or a name of ours is never the page’s own, however it varies.
  const trace = withOurs.flatMap(({ html }) => /(?:chrome|moz)-extension:[^"'\s<]*|attache-[a-z-]+/.exec(html)?.[0] ?? []);
  const traced = trace.length > 0 && !without.some(({ html }) => trace.some((word) => html.includes(word)));
  const dom: Sameness = traced ? 'ours' : same ? 'same' : doms.size > 1 ? 'varies' : 'ours';

  const known = new Set(without.flatMap(({ said }) => said.map(timeless)));
  const sayings = withOurs.map(({ said }) => new Set(said.map(timeless)));
  const fresh = [...(sayings[0] ?? [])].filter((line) => !known.has(line));
  const always = fresh.filter((line) => sayings.every((said) => said.has(line)));
  const missing = [...known].filter(
    (line) => without.every(({ said }) => said.some((word) => timeless(word) === line)) && !sayings.some((said) => said.has(line)),
  );
  const differs = [...always.map((line) => `only with: ${line}`), ...missing.map((line) => `only without: ${line}`)];

  const ours = [...new Set(withOurs.flatMap((load) => load.ours))];
  const said: Sameness = differs.length > 0 ? 'ours' : 'same';
  const last = withOurs.at(-1);
  return {
    dom,
    console: said,
    ours,
    marks: Math.max(0, last?.marks ?? 0),
    isOurs: dom === 'ours' || said === 'ours' || ours.length > 0,
    detail: [
      ...(dom === 'same' ? [] : [parting(without.at(-1)?.html ?? '', last?.html ?? '')]),
      ...(traced ? [`of ours in the DOM: ${trace.join(', ')}`] : []),
      ...differs.map((line) => line.slice(0, 300)),
    ],
  };
}
