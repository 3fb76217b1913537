/** Looking an entity up by what a reader types: every word the start of a word of one of its names, in any script. */
import type { Day } from '../dataset/dates';
import type { Pack } from '../pack/open';
import { holdersAt, officeOfTenure, tenuresOf } from '../recognise/time';
import { fold } from '../text/fold';
import { nameOf, titleOf } from './make';
import type { PersonLine } from './types';

const MOST = 12;

/** The folded words of every name of every person, office and organisation; made once for a pack, when it is first asked for. */
const folded = new WeakMap<Pack, readonly (readonly string[])[]>();

function wordsOf(pack: Pack): readonly (readonly string[])[] {
  let all = folded.get(pack);
  if (!all) {
    all = Array.from({ length: pack.size }, (_, entity) => {
      const { name, names } = pack.record(entity, pack.kindOf(entity));
      return [...new Set([name, ...Object.values(names ?? {})].flatMap(split))];
    });
    folded.set(pack, all);
  }
  return all;
}

const split = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** The best first: whole words before starts of words, people before offices and bodies; the note is the role on the day. */
export function findEntities(pack: Pack, text: string, day: Day, language?: string): PersonLine[] {
  const wanted = split(text);
  if (wanted.length === 0) return [];
  const found: { entity: number; score: number }[] = [];
  for (const [entity, words] of wordsOf(pack).entries()) {
    const kind = pack.kindOf(entity);
    if (kind === 'place') continue;
    let score = kind === 'person' ? 1 : 0;
    for (const word of wanted) {
      const best = words.reduce((most, own) => Math.max(most, own === word ? 2 : own.startsWith(word) ? 1 : 0), 0);
      score = best === 0 ? Number.NEGATIVE_INFINITY : score + best;
    }
    if (score > 0) found.push({ entity, score });
  }
  return found
    .sort(
      (a, b) =>
        b.score - a.score ||
        (pack.linkFirst[b.entity + 1] as number) -
          (pack.linkFirst[b.entity] as number) -
          ((pack.linkFirst[a.entity + 1] as number) - (pack.linkFirst[a.entity] as number)),
    )
    .slice(0, MOST)
    .map(({ entity }) => {
      const role =
        pack.kindOf(entity) === 'person'
          ? tenuresOf(pack, entity).find((t) => holdersAt(pack, officeOfTenure(pack, t), day).some((h) => h.tenure === t))
          : undefined;
      return {
        entity: pack.idOf(entity),
        name: nameOf(pack, entity, language),
        ...(role === undefined ? {} : { note: titleOf(pack, officeOfTenure(pack, role), language) }),
      };
    });
}
