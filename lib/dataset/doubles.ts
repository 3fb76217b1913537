/** People who may stand in the dataset twice: the same words in another order, one family name and birthday, or a shorter form of the given name. */
import { fold } from '../text/fold';
import type { Dataset } from './load';
import { readPersonName } from './names';
import type { Person } from './schema';

type Say = (entity: string, message: string) => void;

const GENERATION = /^(?:jr|sr|ii|iii|iv)$/;
/** Shorter beginnings (“Al”) are common to too many given names. */
const SHORTEST = 3;

export function checkDoubles(dataset: Dataset, say: Say): void {
  const seen = new Map<string, Person>();
  const families = new Map<string, { readonly person: Person; readonly given: string }[]>();
  for (const p of dataset.people) {
    const { text, family } = readPersonName(p.name);
    const keys = [`words ${fold(text).split(' ').sort().join(' ')}`];
    if (p.born?.length === 10 && family) keys.push(`birthday ${p.born} ${fold(text.slice(family.start, family.end))}`);
    for (const key of keys) {
      const other = seen.get(key);
      if (other && !apart(p, other) && !p.relatives?.includes(other.id))
        say(
          p.id,
          `may be ${other.id} (same ${key.startsWith('words') ? 'words of the name' : 'family name and birthday'}); merge the two, or say namesakes: [${other.id}]`,
        );
      else seen.set(key, p);
    }
    const words = fold(text).replaceAll('.', '').split(' ');
    while (words.length > 2 && GENERATION.test(words.at(-1) ?? '')) words.pop();
    const given = words[0] ?? '';
    if (words.length < 2 || p.country === undefined) continue;
    const key = `${p.country} ${words.at(-1)}`;
    const relatives = families.get(key) ?? [];
    for (const r of relatives)
      if (shortened(given, r.given) && mayBeOneAge(p, r.person) && !apart(p, r.person))
        say(p.id, `may be ${r.person.id} (“${p.name}” and “${r.person.name}”, of one country); merge the two, or say namesakes: [${r.person.id}]`);
    families.set(key, [...relatives, { person: p, given }]);
  }
}

const apart = (a: Person, b: Person): boolean => a.id === b.id || a.namesakes?.includes(b.id) === true || b.namesakes?.includes(a.id) === true;

/** “Dan” and “Daniel”: one is the other, or its beginning. */
const shortened = (a: string, b: string): boolean => a.length >= SHORTEST && b.length >= SHORTEST && (a.startsWith(b) || b.startsWith(a));

/** Years of birth that do not contradict each other. */
const mayBeOneAge = (a: Person, b: Person): boolean => a.born === undefined || b.born === undefined || a.born.slice(0, 4) === b.born.slice(0, 4);
