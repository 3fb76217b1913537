/** Packs of the bundled size and larger ones, the latter with people whose names are made of parts of real names. Larger ones are kept in `.output/bench/`. */
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { type Dataset, readDataset } from '../../dataset/load';
import { eachName, readPersonName } from '../../dataset/names';
import type { Person } from '../../dataset/schema';
import { compilePack } from '../../pack/compile';
import { Lexicon } from '../../pack/lexicon';
import { openPack } from '../../pack/open';
import { ordinaryWords } from '../ordinary-words';
import { bundledPack } from '../pack';

const DATA = path.resolve('data');
const CACHE = path.resolve('.output/bench');

export const bundled = (): ArrayBuffer => bundledPack(DATA);

/** The names of the dataset as written, for those who search for strings. */
export function namesOf({ people, organisations, offices, events, agreements, places }: Dataset): string[] {
  const names = new Set<string>();
  for (const person of people) {
    const own = readPersonName(person.name);
    for (const name of [{ ...own, kind: 'full' as const }, ...eachName(person.names, 'person')]) {
      names.add(name.text);
      if ('family' in name && name.family) names.add(name.text.slice(name.family.start, name.family.end));
    }
  }
  for (const entity of [...organisations, ...offices, ...events, ...agreements, ...places]) {
    names.add(entity.name);
    for (const name of eachName(entity.names, 'other')) names.add(name.text);
  }
  return [...names].filter((n) => n.length > 1);
}

export function dataset(): Dataset {
  return readDataset(DATA).dataset;
}

/**
 * The dataset with `times` as many people. A new family name is the beginning of one and the end of another, so that lengths, letters and
 * first words are spread as in life. They are of a country whose Latin spellings decline in German only: names grow a hundredfold, their
 * case forms less, for the compiler keeps all forms in maps that have an end.
 */
export function enlarged(real: Dataset, times: number): Dataset {
  const parts = real.people.flatMap((p) => {
    const { text, family } = readPersonName(p.name);
    if (!family || family.start === 0) return [];
    return [{ given: text.slice(0, family.start).trim(), family: text.slice(family.start, family.end) }];
  });
  const seen = new Set<string>();
  const made: Person[] = [];
  const wanted = real.people.length * (times - 1);
  for (let n = 0; made.length < wanted && n < wanted * 20; n++) {
    const a = parts[(n * 7919) % parts.length]?.family ?? '';
    const b = parts[(n * 104_729 + Math.floor(n / parts.length) * 31) % parts.length]?.family ?? '';
    const given = parts[(n * 1_299_709) % parts.length]?.given ?? '';
    const family = a.slice(0, Math.ceil(a.length * 0.6)) + b.slice(Math.floor(b.length * 0.4)).toLowerCase();
    if (/[\s-]/.test(family) || seen.has(family)) continue;
    seen.add(family);
    made.push({
      id: `person/made-${made.length}`,
      name: `${given} ${family}`,
      country: 'place/by',
      about: `${family} was made for a measurement.`,
      sources: [],
    } as unknown as Person);
  }
  return { ...real, people: [...real.people, ...made] };
}

/** The enlarged pack, from the cache when dataset and compiler are the same. */
export function enlargedPack(real: Dataset, times: number): ArrayBuffer {
  const state = openPack(bundled()).meta_.dataset;
  const file = path.join(CACHE, `${state}-${times}.pack`);
  if (fs.existsSync(file)) {
    const bytes = fs.readFileSync(file);
    return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  }
  const lexicon = Lexicon.parse(parse(fs.readFileSync(path.join(DATA, 'lexicon.yaml'), 'utf8')));
  const pack = compilePack(enlarged(real, times), lexicon, `${state}-${times}`, ordinaryWords());
  fs.mkdirSync(CACHE, { recursive: true });
  for (const old of fs.readdirSync(CACHE)) if (old.endsWith(`-${times}.pack`)) fs.rmSync(path.join(CACHE, old));
  fs.writeFileSync(file, new Uint8Array(pack));
  return pack;
}
