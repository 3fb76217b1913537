import { describe, expect, it } from 'vitest';
import type { Dataset } from '@/lib/dataset/load';
import { checkPlausible } from '@/lib/dataset/plausible';
import type { Event, Office, Organisation, Person } from '@/lib/dataset/schema';

const sources = ['wikipedia:Example'];
const person = (id: string, more: Partial<Person> = {}): Person => ({ id: `person/${id}`, name: id, about: 'Somebody in public life.', sources, ...more });
const office = (id: string, role: string, of: string, from: string, to: string, more: Partial<Office> = {}): Office => ({
  id: `office/${id}`,
  name: id,
  role: `role/${role}`,
  of,
  holders: [{ person: 'person/ann', from, to }],
  sources,
  ...more,
});

interface Given {
  readonly people?: readonly Person[];
  readonly offices?: readonly Office[];
  readonly organisations?: readonly Organisation[];
  readonly events?: readonly Event[];
  readonly files?: Readonly<Record<string, string>>;
}

function said({ people = [], offices = [], organisations = [], events = [], files = {} }: Given): string[] {
  const dataset: Dataset = {
    people,
    offices,
    organisations,
    events,
    places: [],
    agreements: [],
    roles: [],
    publishers: [],
    fileOf: new Map(Object.entries(files)),
  };
  const messages: string[] = [];
  checkPlausible(dataset, (entity, message) => messages.push(`${entity}: ${message}`));
  return messages;
}

describe('what is hardly true', () => {
  const minister = office('xx/foreign-minister', 'foreign-minister', 'place/xx', '2010-01-01', '2015-01-01');
  it('an ambassador who is a minister at the same time', () => {
    expect(said({ offices: [minister, office('xx/ambassador-to-yy', 'ambassador', 'place/xx', '2012-01-01', '2016-01-01')] })).toEqual([
      expect.stringMatching(/a minister is no ambassador/),
    ]);
    expect(said({ offices: [minister, office('xx/ambassador-to-yy', 'ambassador', 'place/xx', '2015-01-01', '2016-01-01')] })).toEqual([]);
    expect(said({ offices: [minister, office('xx/ambassador-to-yy', 'ambassador', 'place/xx', '2012', '?')] })).toEqual([]);
  });

  it('a minister of two countries, but not two ministries of one', () => {
    expect(said({ offices: [minister, office('yy/prime-minister', 'prime-minister', 'place/yy', '2012', '2014')] })).toEqual([
      expect.stringMatching(/for two countries/),
    ]);
    expect(said({ offices: [minister, office('xx/prime-minister', 'prime-minister', 'place/xx', '2012', '2014')] })).toEqual([]);
  });

  it('an office held before its body was founded, after it was dissolved, or outside the years it existed', () => {
    const body: Organisation = {
      id: 'organisation/club',
      name: 'The Club',
      type: 'international',
      founded: '2011',
      dissolved: '2013',
      about: 'A club of countries.',
      sources,
    };
    const head = office('club/head', 'president-of-body', 'organisation/club', '2010-01-01', '2015-01-01');
    expect(said({ offices: [head], organisations: [body] })).toEqual([
      expect.stringMatching(/before The Club existed \(2011\)/),
      expect.stringMatching(/after The Club ended \(2013\)/),
    ]);
    expect(said({ offices: [{ ...minister, exists: { from: '2012' } }] })).toEqual([expect.stringMatching(/before the office existed \(2012\)/)]);
  });

  it('a declared gap that holders fill, but not one that they only touch', () => {
    const gaps = [{ from: '2012-01-01', to: '2014-01-01', why: 'not listed' }];
    const filled = [
      { person: 'person/ann', from: '2010-01-01', to: '2013-01-01' },
      { person: 'person/bo', from: '2013-01-01', to: '2015-01-01' },
    ];
    expect(said({ offices: [{ ...minister, gaps, holders: filled }] })).toEqual([expect.stringMatching(/gap 2012-01-01–2014-01-01: holders fill it/)]);
    const holders = [
      { person: 'person/ann', from: '2010-01-01', to: '2012-01-01' },
      { person: 'person/bo', from: '2014-01-01', to: '2015-01-01' },
    ];
    expect(said({ offices: [{ ...minister, gaps, holders }] })).toEqual([]);
    const partly = [...holders, { person: 'person/cy', from: '2012-06-01', to: '2012-12-01' }];
    expect(said({ offices: [{ ...minister, gaps, holders: partly }] })).toEqual([]);
  });

  it('a declared gap, however short, within the tenure of one holder', () => {
    const gap = (from: string, to: string, more: Partial<Office> = {}) => ({ ...minister, gaps: [{ from, to, why: 'vacant' }], ...more });
    expect(said({ offices: [gap('2012-01-01', '2012-01-20')] })[0]).toMatch(/gap 2012-01-01–2012-01-20: person\/ann held it throughout/);
    expect(said({ offices: [gap('2015-01-01', '2015-01-20')] })).toEqual([]);
    expect(said({ offices: [gap('2012-01-01', '2012-01-20', { seats: 'several' })] })).toEqual([]);
  });

  it('“since” of what has ended, unless the person holds something still', () => {
    const ann = person('ann', { about: 'Foreign minister of Examplia since January 2010.' });
    expect(said({ people: [ann], offices: [minister] })[0]).toMatch(/person\/ann: about says “since 2010”, but the tenure from 2010-01-01 ended 2015-01-01/);
    expect(said({ people: [ann], offices: [minister, office('xx/speaker', 'speaker', 'place/xx', '2016-01-01', 'now')] })).toEqual([]);
    expect(said({ people: [person('ann', { about: 'Member of a party since 1999.' })], offices: [minister] })).toEqual([]);
  });

  it('a holder of a hundred years', () => {
    const king = office('xx/monarch', 'monarch', 'place/xx', '1950', 'now', { checked: '2024-01' });
    expect(said({ people: [person('ann', { born: '1920-01-01' })], offices: [king] })).toEqual([expect.stringMatching(/over 100 years old/)]);
    expect(said({ people: [person('ann', { born: '1924-06' })], offices: [king] })).toEqual([]);
  });

  it('an event in the file of another year', () => {
    const event: Event = { id: 'event/2015-x', name: 'X', type: 'summit', from: '2015-01-01', about: 'A meeting of some kind.', sources };
    expect(said({ events: [event], files: { 'event/2015-x': 'data/events/2014.yaml' } })).toEqual([expect.stringMatching(/move it to events\/2015.yaml/)]);
    expect(said({ events: [event], files: { 'event/2015-x': 'data/events/2015.yaml' } })).toEqual([]);
  });

  it.each([
    ['Анна Иванова', false, 1],
    ['Анна Иванова', true, 0],
    ['Иван Иванский', true, 1],
    ['Денис Малюська', false, 0],
  ])('a Russian name of the other gender: %s', (ru, female, count) =>
    expect(said({ people: [person('ann', { country: 'place/ru', names: { ru }, ...(female ? { female } : {}) })] })).toHaveLength(count),
  );
});
