/** A notebook as a researcher may have it after years: any number of clips, the same at every run. */
import type { Clip, ClipMention, Colour } from '../../notebook/types';

const SITES = [
  'Reuters',
  'RFE/RL',
  'Politico Europe',
  'Le Monde',
  'Радыё Свабода',
  'Коммерсантъ',
  'Українська правда',
  'Gazeta Wyborcza',
  'Der Spiegel',
  'Tribuna',
];
const PEOPLE: readonly (readonly [string, string, string])[] = [
  ['person/vladimir-makei', 'Vladimir Makei', 'Уладзімір Макей'],
  ['person/alexander-lukashenko', 'Alexander Lukashenko', 'Лукашэнка'],
  ['person/sergei-lavrov', 'Sergei Lavrov', 'Лавров'],
  ['person/wess-mitchell', 'Wess Mitchell', 'Mitchell'],
  ['person/radoslaw-sikorski', 'Radosław Sikorski', 'Sikorski'],
  ['person/dmytro-kuleba', 'Dmytro Kuleba', 'Кулеба'],
  ['person/annalena-baerbock', 'Annalena Baerbock', 'Baerbock'],
  ['person/helga-schmid', 'Helga Schmid', 'Schmid'],
];
const TAGS = ['neutrality', 'border', 'wording', 'санкцыі', 'transit', 'energy', 'OSCE', 'Minsk II', 'interview', 'to check'];
const COLOURS: readonly Colour[] = ['yellow', 'green', 'blue', 'pink', 'violet'];
/** Syllables of the words that fill quotes and notes: a vocabulary as large as a language’s. */
const SYLLABLES = 'mi no ra ke sta tor ven lin gra po sel da chi fo nal ter мі на ра ста вен ліс гра под сел да чы фа нал тэр ў'.split(' ');
const WORDS = 'the of and to in that for on with as by at from minister talks agreement border statement said visit meeting sanctions president council'.split(
  ' ',
);

/** Park and Miller’s generator: enough for choosing words. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** `count` clips with about 60 words each, made over three years up to `now`. */
export function manyClips(count: number, now: number): Clip[] {
  const next = numbers(20_181_106);
  const word = (): string => {
    if (next(10) < 6) return WORDS[next(WORDS.length)] ?? '';
    const half = SYLLABLES.length / 2;
    const base = next(2) * half;
    return Array.from({ length: 2 + next(2) }, () => SYLLABLES[Math.floor(base) + next(Math.floor(half))] ?? '').join('');
  };
  const text = (length: number) => Array.from({ length }, word).join(' ');
  return Array.from({ length: count }, (_, i): Clip => {
    const made = new Date(now - Math.floor((i / count) * 3 * 365 * 86_400_000) - next(3_600_000)).toISOString();
    const named = [...new Set([next(PEOPLE.length), next(PEOPLE.length)])].map((p) => PEOPLE[p] as (typeof PEOPLE)[number]);
    let exact = `${text(15 + next(25))} `;
    const mentions = named.map(([entity, name, surface]): ClipMention => {
      const start = exact.length;
      exact += `${surface} ${text(3)} `;
      return {
        start,
        end: start + surface.length,
        surface,
        kind: 'person',
        entity,
        name,
        role: { office: 'office/by/foreign-minister', title: 'Minister of Foreign Affairs of Belarus', from: '2012-08-20', to: '2022-11-26' },
        confidence: 0.95,
      };
    });
    const site = next(SITES.length);
    return {
      id: `10000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
      kind: i % 17 === 0 ? 'page' : 'passage',
      made,
      changed: made,
      revision: 0,
      page: {
        url: `https://site${site}.example.org/news/${i}`,
        title: `${text(7)} ${i}`,
        site: SITES[site] ?? '',
        authors: [`A. Reporter ${next(50)}`],
        published: made.slice(0, 10),
        read: made,
        language: 'en',
      },
      ...(i % 17 === 0
        ? {}
        : { target: { quote: { exact: exact.trim(), prefix: text(4), suffix: text(4) }, position: { start: 100, end: 100 + exact.trim().length } } }),
      mentions: i % 17 === 0 ? mentions.map((m) => ({ ...m, start: 0, end: 0, count: 2 })) : mentions,
      asOf: { date: made.slice(0, 10), source: 'json-ld' },
      note: next(3) === 0 ? text(20) : '',
      tags: next(2) === 0 ? [TAGS[next(TAGS.length)] ?? ''] : [],
      colour: COLOURS[next(5)] ?? 'yellow',
    };
  });
}
