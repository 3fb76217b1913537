import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bundledPack } from '@/lib/commands/pack';
import { openPack } from '@/lib/pack/open';
import { scan } from '@/lib/recognise/scan';

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
