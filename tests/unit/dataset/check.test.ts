import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { checkDataset } from '@/lib/dataset/check';
import { sourceOf } from '@/lib/dataset/cite';
import { dayRange, isoOf } from '@/lib/dataset/dates';
import { readDataset, sayProblem } from '@/lib/dataset/load';
import { readPersonName } from '@/lib/dataset/names';

const made: string[] = [];
afterEach(() => {
  for (const dir of made.splice(0)) fs.rmSync(dir, { recursive: true, force: true });
});

const BASE: Readonly<Record<string, string>> = {
  'publishers.yaml': "- {id: wikipedia, name: Wikipedia, url: 'https://en.wikipedia.org/wiki/{path}'}",
  'roles.yaml': '- {id: role/president, name: president, rank: 1, phrases: {en: [president]}}',
  'places/all.yaml': "- {id: place/xx, name: Examplia, type: country, sources: ['wikipedia:Example']}",
  'people/xx.yaml':
    "- {id: person/ann-example, name: Ann Example, born: 1960-01-01, died: 2020-05-05, about: President of Examplia., sources: ['wikipedia:Ann']}\n- {id: person/bo-sample, name: Bo Sample, born: 1970, about: President after her., sources: ['wikipedia:Bo']}",
  'offices/xx.yaml':
    "- id: office/xx/president\n  name: President of Examplia\n  role: role/president\n  of: place/xx\n  checked: 2024-01\n  holders:\n    - {person: person/ann-example, from: 2000-01-01, to: 2010-01-01}\n    - {person: person/bo-sample, from: 2010-01-01, to: now}\n  sources: ['wikipedia:President']",
};

/** What is said of a dataset that differs from a sound one in the files given. */
function problemsWith(changes: Readonly<Record<string, string>>): string[] {
  const dir = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'attache-data-')), 'data');
  made.push(path.dirname(dir));
  for (const [file, text] of Object.entries({ ...BASE, ...changes })) {
    fs.mkdirSync(path.dirname(path.join(dir, file)), { recursive: true });
    fs.writeFileSync(path.join(dir, file), text);
  }
  const { dataset, problems } = readDataset(dir);
  return [...problems, ...checkDataset(dataset, new Set(['paper']))].map(sayProblem);
}
const office = (from: string, to: string) => ({ 'offices/xx.yaml': (BASE['offices/xx.yaml'] as string).replace(from, to) });

describe('checking the dataset', () => {
  it('finds nothing wrong with a sound one', () => expect(problemsWith({})).toEqual([]));
  it.each([
    ['a person who is not there', office('bo-sample', 'no-body'), /holder 2: there is no person\/no-body/],
    ['an end before its start', office('to: 2010-01-01', 'to: 1999-01-01'), /to 1999-01-01 is before from 2000-01-01/],
    ['two at once in an office of one', office('to: 2010-01-01', 'to: 2012-01-01'), /overlaps person\/bo-sample/],
    ['a gap in the line', office('from: 2010-01-01', 'from: 2011-01-01'), /nobody between person\/ann-example/],
    [
      'a gap behind an acting holder within a longer tenure',
      office(
        'to: 2010-01-01}\n    - {person: person/bo-sample, from: 2010-01-01',
        'to: 2009-01-01}\n    - {person: person/bo-sample, from: 2005-01-01, to: 2005-02-01, acting: true}\n    - {person: person/bo-sample, from: 2010-01-01',
      ),
      /nobody between person\/ann-example \(to 2009-01-01\)/,
    ],
    [
      'one tenure written twice',
      office('    - {person: person/bo-sample', '    - {person: person/ann-example, from: 2000, to: 2010}\n    - {person: person/bo-sample'),
      /ann-example holds it twice at the same time/,
    ],
    ['a source of two publishers', office("'wikipedia:President'", "'wikipedia:wikipedia:President'"), /names two publishers/],
    ['`now` without a check', office('  checked: 2024-01\n', ''), /no `checked`/],
    ['an office held after death', office('to: 2010-01-01', 'to: now'), /but the person died 2020-05-05/],
    ['an office held by a child', office('from: 2000-01-01', 'from: 1970-01-01'), /before the age of 18/],
    ['a date that is none', office('from: 2000-01-01', 'from: 2000-13-01'), /expected a date/],
    ['a field that is none', office('role: role', 'rolle: role'), /Unrecognized key/],
    ['a source of nobody', { 'places/all.yaml': "- {id: place/xx, name: Examplia, type: country, sources: ['nowhere:X']}" }, /no publisher `nowhere`/],
    ['an entity without a source', { 'places/all.yaml': '- {id: place/xx, name: Examplia, type: country, sources: []}' }, /at least one source/],
    ['YAML that is none', { 'places/all.yaml': '- {id: place/xx' }, /not YAML/],
    [
      'somebody at a summit without an office',
      {
        'events/2015.yaml':
          "- {id: event/2015-x, name: A summit, type: summit, from: 2015-01-01, participants: [person/ann-example], about: A meeting of some kind., sources: ['wikipedia:X']}",
      },
      /ann-example held no known office on 2015-01-01/,
    ],
    [
      'one person twice, the names in another order',
      { 'people/yy.yaml': "- {id: person/example-ann, name: _Example_ Ann, about: President of Examplia., sources: ['wikipedia:Ann']}" },
      /may be person\/ann-example \(same words of the name\)/,
    ],
    [
      'one person twice, by birthday',
      { 'people/yy.yaml': "- {id: person/anna-example, name: Anna Example, born: 1960-01-01, about: President of Examplia., sources: ['wikipedia:Ann']}" },
      /may be person\/ann-example \(same family name and birthday\)/,
    ],
    [
      'one person twice, under the short given name and without a middle letter',
      {
        'people/yy.yaml':
          "- {id: person/dan-coat, name: Dan Coat, country: place/xx, born: 1943-05-16, about: Head of a service., sources: ['wikipedia:Dan']}\n- {id: person/daniel-r-coat, name: Daniel R. Coat Jr., country: place/xx, born: 1943, about: Ambassador of Examplia., sources: ['wikipedia:Daniel']}",
      },
      /daniel-r-coat: may be person\/dan-coat \(“Daniel R. Coat Jr.” and “Dan Coat”, of one country\)/,
    ],
    [
      'a name that is a word',
      {
        'organisations/xx.yaml':
          "- {id: organisation/xx/paper, name: The Paper, type: media, names: {en: Paper}, about: A newspaper of Examplia., sources: ['wikipedia:Paper']}",
      },
      /name “Paper” also is an ordinary word/,
    ],
    [
      'an event after a participant’s death',
      {
        'events/2021.yaml':
          "- {id: event/2021-x, name: A meeting, type: meeting, from: 2021-01-01, participants: [person/ann-example], about: A meeting of some kind., sources: ['wikipedia:X']}",
      },
      /before the event/,
    ],
    [
      'an event before a participant’s birth',
      {
        'events/1950.yaml':
          "- {id: event/1950-x, name: A war, type: war, from: 1950, participants: [person/ann-example], about: A war of some kind., sources: ['wikipedia:X']}",
      },
      /was born 1960-01-01, after the event/,
    ],
    [
      'an event whose id says another year',
      { 'events/2015.yaml': "- {id: event/2014-x, name: A war, type: war, from: 2015, about: A war of some kind., sources: ['wikipedia:X']}" },
      /the id says 2014, from says 2015/,
    ],
    [
      'one Wikidata id of two',
      {
        'organisations/xx.yaml':
          "- {id: organisation/a, name: One Party, type: party, wikidata: Q42, about: A party of Examplia., sources: ['wikipedia:X']}\n- {id: organisation/b, name: Other Party, type: party, wikidata: Q42, about: A party of Examplia., sources: ['wikipedia:Y']}",
      },
      /wikidata: Q42 is organisation\/a’s already/,
    ],
    [
      'a name of two',
      { 'organisations/xx.yaml': "- {id: organisation/a, name: President of Examplia, type: party, about: Something else., sources: ['wikipedia:X']}" },
      /is .*’s too/,
    ],
    [
      'somebody without any office',
      { 'people/yy.yaml': "- {id: person/cy-idle, name: Cy Idle, about: Does nothing at all., sources: ['wikipedia:C']}" },
      /holds no office/,
    ],
  ])('finds %s, and names file, entity and mend', (_what, changes, message) => {
    const found = problemsWith(changes);
    expect(found.join('\n')).toMatch(message);
    expect(found[0]).toMatch(/^data\/[a-z0-9./]+: \S+/);
  });
});

describe('partial dates', () => {
  it('stand for every day that they can mean', () => {
    expect(dayRange('2018-02')).toEqual({ first: dayRange('2018-02-01')?.first, last: dayRange('2018-02-28')?.last });
    expect(isoOf(dayRange('2020-02-29')?.first ?? 0)).toBe('2020-02-29');
  });
  it.each(['2018-13', '2018-02-30', '18', 'spring', ''])('%s is none', (text) => expect(dayRange(text)).toBeUndefined());
});

describe('sources and names', () => {
  it('a short source becomes publisher, title and address', () =>
    expect(
      sourceOf(
        'wikipedia:Ann Example (politician)',
        new Map([['wikipedia', { id: 'wikipedia', name: 'Wikipedia', url: 'https://en.wikipedia.org/wiki/{path}' }]]),
      ),
    ).toEqual({ publisher: 'Wikipedia', title: 'Ann Example (politician)', url: 'https://en.wikipedia.org/wiki/Ann_Example_(politician)' }));
  it('the family name is the last word with its particles, or what is marked', () => {
    const family = (marked: string) => {
      const { text, family: span } = readPersonName(marked);
      return span && text.slice(span.start, span.end);
    };
    expect(family('Ursula von der Leyen')).toBe('von der Leyen');
    expect(family('_Xi_ Jinping')).toBe('Xi');
    expect(family('Arndt _Freytag von Loringhoven_')).toBe('Freytag von Loringhoven');
  });
});
