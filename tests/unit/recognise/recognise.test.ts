import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundledPack } from '@/lib/commands/pack';
import { dayRange, isoOf } from '@/lib/dataset/dates';
import { openPack } from '@/lib/pack/open';
import { recognise } from '@/lib/recognise/recognise';
import type { Mention, RecogniseOptions } from '@/lib/recognise/types';

const pack = openPack(bundledPack());
const day = (iso: string) => dayRange(iso)?.first ?? 0;
const today = day('2026-01-01');
const at = (iso: string): RecogniseOptions => ({ today, date: { day: day(iso), source: 'given' } });
const read = (text: string, options: RecogniseOptions = at('2018-11-06')): readonly Mention[] => recognise([{ id: 1, text }], pack, options).mentions;
/** “surface → entity” of each mention of a person or an office. */
const said = (text: string, options?: RecogniseOptions): string[] =>
  read(text, options)
    .filter((m) => m.kind === 'person' || m.kind === 'office')
    .map((m) => `${m.surface} → ${m.entity.replace(/^person\//, '')}`);

describe('names', () => {
  it('takes spellings by rule for one person', () => {
    for (const name of [
      'Alexander Lukashenko',
      'Aliaksandr Lukashenka',
      'Alyaksandr Lukashenka',
      'Alexandre Loukachenko',
      'Alexander Lukaschenko',
      'Аляксандр Лукашэнка',
      'Александра Лукашенко',
      'Олександру Лукашенку',
      'A. Lukashenko',
      'А. Лукашенко',
      'ALEXANDER LUKASHENKO',
    ]) {
      expect(
        read(`${name} spoke in Minsk.`).map((m) => m.entity),
        name,
      ).toContain('person/alexander-lukashenko');
    }
  });
  it('leaves the possessive out of the name', () => expect(said('Angela Merkel’s visit')).toEqual(['Angela Merkel → angela-merkel']));
  it('takes the longest name', () =>
    expect(said('Arndt Freytag von Loringhoven came.')).toEqual(['Arndt Freytag von Loringhoven → arndt-freytag-von-loringhoven']));
  it('takes “Pavel Lukashenko” for somebody else, and the bare name after him too', () =>
    expect(said('Pavel Lukashenko heads the club. Lukashenko likes sport.')).toEqual([]));
  it('takes Joni, Houston and Andrea Mitchell for somebody else', () => {
    for (const name of ['Joni Mitchell', 'Houston Mitchell', 'Andrea Mitchell']) expect(said(`${name} met US officials in Washington.`), name).toEqual([]);
  });
  it('takes a possessive of the country for support', () =>
    expect(said('China’s Xi and France’s Xi met nobody.', at('2021-12-12'))).toEqual(['Xi → xi-jinping']));
  it('knows that German rivers take an article', () =>
    expect(
      said('Außenminister Heiko Maas sprach. Das Dorf an der Maas und an der hier kleinen Maas schwieg. Maas reiste ab.', {
        ...at('2019-06-01'),
        language: 'de',
      }).filter((s) => s.endsWith('Maas → heiko-maas')),
    ).toEqual(['Heiko Maas → heiko-maas', 'Maas → heiko-maas']));
  it('does not take a short word at the start of a sentence for a name', () =>
    expect(said('То Лам прибыл в Москву. То было весной.', at('2025-05-14')).filter((s) => s.startsWith('То →'))).toEqual([]));
  it('gives rulers no family name', () =>
    expect(said('The Netherlands and Luxembourg signed.', at('2021-12-12')).filter((s) => /willem|henri/.test(s))).toEqual([]));
  it('needs support for a common family name', () => {
    expect(said('Mitchell noted the success.')).toEqual([]);
    expect(said('Wess Mitchell came to Minsk from the US. Mitchell noted the success.')).toEqual([
      'Wess Mitchell → a-wess-mitchell',
      'Mitchell → a-wess-mitchell',
    ]);
  });
  it('supports a family name by the title beside it', () => expect(said('Foreign Minister Makei spoke.')).toContain('Makei → vladimir-makei'));
  it('parts a pair joined by a hyphen', () =>
    expect(said('Lukashenko-Putin talks in Sochi between Belarus and Russia', at('2020-09-14'))).toEqual([
      'Lukashenko → alexander-lukashenko',
      'Putin → vladimir-putin',
    ]));
  it('does not take a disease or a street for its namesake', () => expect(said('Merkel cells were found. He lives in Merkel Street in Germany.')).toEqual([]));
  it('reads initials before and a patronymic between', () => {
    expect(said('В.В. Путин и С. В. Лавров прибыли в Москву.')).toEqual(['В.В. Путин → vladimir-putin', 'С. В. Лавров → sergey-lavrov']);
    expect(said('Владимир Владимирович Путин выступил в Москве.')[0]).toContain('vladimir-putin');
  });
});

describe('offices', () => {
  it('gives the holder on the article’s date', () => {
    expect(said('the Polish foreign minister', at('2017-06-01'))).toEqual(['the Polish foreign minister → witold-waszczykowski']);
    expect(said('the Polish foreign minister', at('2019-06-01'))).toEqual(['the Polish foreign minister → jacek-czaputowicz']);
  });
  it('reads several countries at once', () =>
    expect(said('the Foreign Ministers of Poland and Slovakia, the OSCE Secretary General')).toEqual([
      'the Foreign Ministers of Poland and Slovakia → jacek-czaputowicz',
      'the Foreign Ministers of Poland and Slovakia → miroslav-lajcak',
      'the OSCE Secretary General → thomas-greminger',
    ]));
  it('gives mentions of one span one group', () => {
    const groups = read('the presidents of Russia and Belarus').map((m) => m.group);
    expect(groups).toHaveLength(2);
    expect(new Set(groups).size).toBe(1);
  });
  it('shares the country of two offices', () =>
    expect(said('the Secretary of State and Secretary of Defense of the United States', at('2022-04-25')).map((s) => s.split(' → ')[1])).toEqual([
      'antony-blinken',
      'lloyd-austin',
    ]));
  it.each([
    ['польский министр иностранных дел', 'ru', 'jacek-czaputowicz'],
    ['глава МИД Польши', 'ru', 'jacek-czaputowicz'],
    ['президент Білорусі', 'uk', 'alexander-lukashenko'],
    ['prezydent Ukrainy', 'pl', 'petro-poroshenko'],
    ['szef polskiej dyplomacji', 'pl', 'jacek-czaputowicz'],
    ['der polnische Außenminister', 'de', 'jacek-czaputowicz'],
    ['le ministre polonais des Affaires étrangères', 'fr', 'jacek-czaputowicz'],
    ['le président biélorusse', 'fr', 'alexander-lukashenko'],
  ])('reads %s (%s)', (phrase, language, person) =>
    expect(said(`… ${phrase} …`, { ...at('2018-11-06'), language }).map((s) => s.split(' → ')[1])).toEqual([person]),
  );
  it('says nothing of a former or a deputy one', () => {
    expect(said('a former Polish foreign minister')).toEqual([]);
    expect(said('He was the 35th President of the United States. She met the first president of Ukraine.')).toEqual([]);
    expect(said('he was a British prime minister once')).toEqual([]);
    expect(said('the assistant of the deputy Polish president')).toEqual([]);
  });
  it('keeps silent when the text names somebody else in the office', () =>
    expect(said('Polish Foreign Minister Xaver Bartholom visited Lithuania', at('2018-11-06'))).toEqual([]));
  it('says the office when nobody is known in it', () => {
    const [mention] = read('the foreign minister of Belarus', at('2022-12-01'));
    expect(mention).toMatchObject({ kind: 'office', entity: 'office/by/foreign-minister', evidence: [{ code: 'no-holder' }] });
  });
  it('is less sure the longer ago the list was checked', () => {
    const sure = read('the president of Belarus', at('2025-01-01'))[0]?.confidence ?? 0;
    const stale = read('the president of Belarus', at('2032-01-01'))[0]?.confidence ?? 1;
    expect(stale).toBeLessThan(0.75);
    expect(sure).toBeGreaterThan(0.9);
  });
});

describe('organisations and agreements', () => {
  it('need their capitals', () => {
    expect(read('NATO and the OSCE').map((m) => m.entity)).toEqual(['organisation/nato', 'organisation/osce']);
    expect(read('please un-do it, it is so cis')).toEqual([]);
  });
  it('are found in case forms', () => {
    expect(read('санкции Европейского союза').map((m) => m.entity)).toEqual(['organisation/eu']);
    expect(read('по минским соглашениям').map((m) => m.entity)).toEqual(['agreement/minsk-agreements']);
  });
});

describe('the date', () => {
  it('is inferred from who holds which office in the text', () => {
    const { date } = recognise(
      [{ id: 1, text: 'US Assistant Secretary of State for European and Eurasian Affairs Wess Mitchell met Polish Foreign Minister Jacek Czaputowicz.' }],
      pack,
      { today },
    );
    expect(date.source).toBe('inferred');
    expect(isoOf(date.day) >= '2018-01-09' && isoOf(date.day) <= '2019-01-04').toBe(true);
  });
  it('is today when nothing says it', () =>
    expect(recognise([{ id: 1, text: 'Nothing at all.' }], pack, { today }).date).toEqual({ day: today, source: 'today' }));
});

describe('a document in batches', () => {
  it('remembers who was named in full, and strangers', () => {
    const first = recognise([{ id: 1, text: 'Wess Mitchell came to Minsk from the US. Viktor Orban came too. Oliver Hahn spoke.' }], pack, at('2018-11-06'));
    const context = JSON.parse(JSON.stringify(first.context));
    const later = recognise([{ id: 2, text: 'Mitchell left. Hahn stayed.' }], pack, { ...at('2018-11-06'), context });
    expect(later.mentions.map((m) => m.entity)).toEqual(['person/a-wess-mitchell']);
  });
});

describe('any text', () => {
  const part = fc.constantFrom(
    'Lukashenko',
    'Wess Mitchell',
    'the President of',
    'Poland',
    'and',
    ',',
    '.',
    'EU',
    '«',
    '"',
    '\n',
    'Путин',
    'глава МИД',
    'Польши',
    '\ud800',
    '\u200f',
    'von der Leyen',
    '’s',
    '-',
    'former ',
    '习近平',
    'И',
  );
  it('gives mentions whose surface is their slice of the text', () =>
    fc.assert(
      fc.property(fc.array(fc.oneof(part, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 40 }), (parts) => {
        const text = parts.join(' ');
        for (const m of read(text)) expect(text.slice(m.start, m.end)).toBe(m.surface);
      }),
    ));
});
