import fc from 'fast-check';
import { expect, it } from 'vitest';
import { smallPack } from '@/lib/commands/damage';
import { bundledPack } from '@/lib/commands/pack';
import { openPack } from '@/lib/pack/open';
import { scan } from '@/lib/recognise/scan';
import { fold } from '@/lib/text/fold';

const bytes = bundledPack();
const pack = openPack(bytes);
/** Asked of everything: nothing is passed over before the trie is walked. */
const patient = { ...openPack(bytes), mayBegin: () => true };

it('finds with its quick looks what it finds without them, in any text of names and ordinary words', () => {
  const word = fc.constantFrom(
    ...'the The president President of Belarus Belarusian Russian foreign minister ministers Minister and Poland Germany German Chancellor Angela Merkel Merkel’s'.split(
      ' ',
    ),
    ...'wood Makei Lukashenko-Putin OSCE Secretary General NATO Minsk agreements ministre russe des Affaires étrangères le la глава МИД Польши Лукашэнкi Путину'.split(
      ' ',
    ),
    ...'szef polskiej dyplomacji Bundesaußenministerin der, — ( “ 习近平 主席 and\n\nthe'.split(' '),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 60 }), fc.constantFrom('en', 'ru', 'pl', 'fr', 'de', undefined), (words, language) => {
      const block = { id: 1, text: words.join(' ') };
      const plain = ({ hitsAt, starting }: ReturnType<typeof scan>) => hitsAt.map((at) => [at, starting[at]]);
      expect(plain(scan(block, pack, language))).toEqual(plain(scan(block, patient, language)));
    }),
    { numRuns: 400 },
  );
});

it('makes no tokens for a text in which no name begins', () => {
  expect(scan({ id: 1, text: 'Mix the flour with the water, and leave the dough to the morning.' }, pack, 'en').tokens.count).toBe(0);
});

it('finds at each word the longest name of a small dataset that a slow search of all of them finds', () => {
  const names = [
    ...['Berg', 'Lind', 'Берг', 'Линд', 'Arland', 'Borland', 'Arlandic', 'Borlandic', 'Arland Summit', 'Arland Accord', 'Northern League of States'],
    ...['foreign minister', 'minister of foreign affairs', 'Minister of Foreign Affairs of Arland'],
  ];
  const small = openPack(smallPack());
  const known = new Set(names.map(fold));
  const longest = Math.max(...names.map((name) => name.split(' ').length));
  const slowly = (words: readonly string[]): [from: number, to: number][] => {
    const found: [number, number][] = [];
    for (let from = 0, start = 0; from < words.length; start += (words[from++] ?? '').length + 1)
      for (let count = Math.min(longest, words.length - from); count > 0; count--) {
        const run = words.slice(from, from + count).join(' ');
        if (!known.has(fold(run))) continue;
        found.push([start, start + run.length]);
        break;
      }
    return found;
  };
  let all = 0;
  const part = fc.oneof(
    fc.constantFrom(...names),
    fc.constantFrom(...names.flatMap((name) => name.split(' ')).filter((w) => w !== 'affairs')),
    fc.constantFrom('and', 'Met', 'в'),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
      const text = parts.join(' ');
      const { tokens, hitsAt, starting } = scan({ id: 1, text }, small, 'en');
      const found = hitsAt.flatMap((at) => {
        const hit = starting[at]?.find(({ exact, inner }) => exact && !inner);
        return hit ? [[tokens.start[at], tokens.end[hit.to - 1]]] : [];
      });
      expect(found, text).toEqual(slowly(text.split(' ')));
      all += found.length;
    }),
    { numRuns: 500 },
  );
  expect(all, 'names that were found').toBeGreaterThan(500);
});
