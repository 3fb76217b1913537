/**
 * A random draw of facts to look up again. What is drawn hangs on the seed and on what a fact is of, not on its place in a file nor on
 * its dates: a draw stays the same, but for a few items at its edge, when facts are mended and others are added.
 */
import type { Dataset } from './load';
import type { Event, Holder, Office } from './schema';

export interface DrawnTenure {
  readonly office: Office;
  readonly holder: Holder;
}

export interface Draw {
  /** In the order of the dataset, as are the events: neighbours in a line are looked up together. */
  readonly tenures: readonly DrawnTenure[];
  readonly events: readonly Event[];
}

/** The `share` (0 to 1) of the tenures and of the events that `seed` draws, rounded up. */
export function drawFrom(dataset: Dataset, seed: number, share: number): Draw {
  const tenures = dataset.offices.flatMap((office) =>
    office.holders.map((holder, n) => {
      const before = office.holders.slice(0, n).filter((h) => h.person === holder.person).length;
      return { key: `${office.id} ${holder.person} ${before}`, office, holder };
    }),
  );
  const events = dataset.events.map((event) => ({ key: event.id, event }));
  return { tenures: chosen(tenures, seed, share), events: chosen(events, seed, share).map((e) => e.event) };
}

/** The items whose key has the lowest numbers under the seed. */
function chosen<T extends { readonly key: string }>(items: readonly T[], seed: number, share: number): T[] {
  const numbered = items.map((item, place) => ({ item, place, number: numberOf(item.key, seed) }));
  numbered.sort((a, b) => a.number - b.number || a.place - b.place);
  return numbered
    .slice(0, Math.ceil(items.length * share))
    .sort((a, b) => a.place - b.place)
    .map((n) => n.item);
}

/** FNV-1a over the UTF-16 code units, started from the seed, then mixed as MurmurHash3 ends: keys that differ in one letter lie far apart. */
function numberOf(key: string, seed: number): number {
  let h = 0x811c9dc5 ^ seed;
  for (let i = 0; i < key.length; i++) h = Math.imul(h ^ key.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
