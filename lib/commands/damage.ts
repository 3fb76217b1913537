/** A small pack, damaged in all the ways that a disk, a download or a wrong compiler could, and what comes of reading it. */
import { cardData } from '../card/make';
import type { Dataset } from '../dataset/load';
import { compilePack } from '../pack/compile';
import { checksum, HEADER_BYTES, SECTIONS } from '../pack/layout';
import { openPack, PackError } from '../pack/open';
import { recognise } from '../recognise/recognise';

const SOURCES = [{ publisher: 'Example', title: 'Of all', url: 'https://example.org/' }];

/** Entities of every kind, joined in every way that a pack joins them. */
const DATASET: Dataset = {
  people: [
    {
      id: 'person/anna-berg',
      name: 'Anna _Berg_',
      country: 'place/xa',
      female: true,
      names: { ru: 'Анна _Берг_', de: 'Anna _Berg_' },
      about: 'Of the tests.',
      sources: SOURCES,
    },
    {
      id: 'person/boris-lind',
      name: 'Boris _Lind_',
      country: 'place/xb',
      born: '1950',
      names: { ru: 'Борис _Линд_' },
      about: 'Of the tests.',
      sources: SOURCES,
    },
    { id: 'person/carl-lind', name: 'Carl _Lind_', country: 'place/xb', relatives: ['person/boris-lind'], about: 'Of the tests.', sources: SOURCES },
  ],
  offices: [
    {
      id: 'office/xa/foreign-minister',
      name: 'Minister of Foreign Affairs of Arland',
      role: 'role/foreign-minister',
      of: 'place/xa',
      checked: '2020-01-01',
      holders: [
        { person: 'person/boris-lind', from: '2001-02-03', to: '2009-12-31' },
        { person: 'person/anna-berg', from: '2010-01-01', to: 'now' },
      ],
      sources: SOURCES,
    },
  ],
  organisations: [
    {
      id: 'organisation/northern-league',
      name: 'Northern League of States',
      type: 'international',
      seat: 'place/xa',
      about: 'Of the tests.',
      sources: SOURCES,
    },
  ],
  places: [
    { id: 'place/xa', name: 'Arland', type: 'country', adjectives: { en: 'Arlandic' }, sources: SOURCES },
    { id: 'place/xb', name: 'Borland', type: 'country', adjectives: { en: 'Borlandic' }, sources: SOURCES },
  ],
  events: [
    {
      id: 'event/arland-summit',
      name: 'Arland Summit',
      type: 'summit',
      from: '2012-05-06',
      place: 'place/xa',
      participants: ['person/anna-berg', 'person/carl-lind'],
      about: 'Of the tests.',
      sources: SOURCES,
    },
  ],
  agreements: [
    {
      id: 'agreement/arland-accord',
      name: 'Arland Accord',
      signed: '2012-05-06',
      signatories: ['place/xa', 'place/xb'],
      status: [],
      about: 'Of the tests.',
      sources: SOURCES,
    },
  ],
  roles: [{ id: 'role/foreign-minister', name: 'Foreign minister', phrases: { en: ['foreign minister', 'minister of foreign affairs'] }, rank: 5 }],
  publishers: [],
  fileOf: new Map(),
};

export const smallPack = (): ArrayBuffer =>
  compilePack(
    DATASET,
    { givenNames: [['Anna', 'Анна']], otherGivenNames: ['Carl'], commonFamilyNames: ['Berg'], ordinaryWords: ['Lind'], adjectives: {}, otherNames: {} },
    'small',
  );

const BLOCKS = [
  'Arland’s foreign minister Anna Berg met Boris Lind at the Arland Summit on 6 May 2012. Berg and the Borlandic foreign minister signed the Arland Accord.',
  'The Minister of Foreign Affairs of Arland spoke of the Northern League of States. Анна Берг встретилась с Борисом Линдом.',
].map((text, id) => ({ id, text }));

/** What a page would be told: its mentions, and the cards of all whom they name. */
export function readAll(bytes: ArrayBuffer): string {
  const pack = openPack(bytes);
  const today = 18_000;
  const { mentions, ...rest } = recognise(BLOCKS, pack, { today });
  const entities = [...new Set(mentions.map((mention) => mention.entity))];
  const cards = entities.map((entity) => cardData(pack, { entity, others: entities, date: { day: 15_466, source: 'today' } }));
  return JSON.stringify({ mentions, ...rest, cards });
}

export type Outcome = 'refused' | 'right' | 'error' | 'other';

/** Refused on opening; read as it was; an error that the caller catches; or another answer, for a pack whose facts were changed and its checksum made right. */
export function outcomeOf(bytes: ArrayBuffer, right: string): Outcome {
  try {
    return readAll(bytes) === right ? 'right' : 'other';
  } catch (error) {
    return error instanceof PackError ? 'refused' : 'error';
  }
}

export const DAMAGES = ['flipped', 'cut', 'longer', 'sealed flips', 'sealed numbers', 'sealed sections'] as const;
export type Damage = (typeof DAMAGES)[number];

/** Damages a copy. `random` gives whole numbers below its argument. A sealed one has its checksum made right again, so that what lies behind it is reached. */
export function damaged(whole: ArrayBuffer, how: Damage, random: (below: number) => number): ArrayBuffer {
  if (how === 'cut') return whole.slice(0, random(whole.byteLength));
  if (how === 'longer') {
    const longer = new Uint8Array(whole.byteLength + 1 + random(64));
    longer.set(new Uint8Array(whole));
    return longer.buffer;
  }
  const bytes = new Uint8Array(whole.slice(0));
  const table = new Uint32Array(bytes.buffer, HEADER_BYTES, SECTIONS.length * 2);
  const odd = (): number => [0, 1, 7, 255, 65_535, 0x7fffffff, 0x80000000, 0xfffffff0, 0xffffffff, random(bytes.length)][random(10)] as number;
  for (let times = 1 + random(4); times > 0; times--) {
    if (how === 'sealed sections') table[random(table.length)] = random(2) === 0 ? odd() : random(bytes.length / 8) * 8;
    else if (how === 'sealed numbers') {
      // In one of the tables of numbers, not in the texts: those are the most of the bytes.
      const n = random(SECTIONS.length - 2);
      const [, View] = SECTIONS[n] as (typeof SECTIONS)[number];
      const numbers = new View(bytes.buffer, table[n * 2], table[n * 2 + 1]);
      if (numbers.length > 0) numbers[random(numbers.length)] = random(2) === 0 ? odd() : random(numbers.length);
    } else {
      const at = how === 'flipped' ? random(bytes.length) : HEADER_BYTES + random(bytes.length - HEADER_BYTES);
      bytes[at] = (bytes[at] as number) ^ (1 + random(255));
    }
  }
  if (how !== 'flipped') new Uint32Array(bytes.buffer, 0, HEADER_BYTES / 4)[3] = checksum(bytes.subarray(HEADER_BYTES));
  return bytes.buffer;
}

/** Random numbers from a seed (mulberry32): whole, from 0 to below the argument. */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
  };
}
