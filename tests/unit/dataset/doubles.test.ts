import { describe, expect, it } from 'vitest';
import { checkDoubles } from '@/lib/dataset/doubles';
import type { Dataset } from '@/lib/dataset/load';
import type { Person } from '@/lib/dataset/schema';

const person = (id: string, name: string, more: Partial<Person> = {}): Person => ({
  id: `person/${id}`,
  name,
  country: 'place/xx',
  about: 'Somebody in public life.',
  sources: [],
  ...more,
});

function said(...people: readonly Person[]): string[] {
  const dataset: Dataset = { people, offices: [], organisations: [], places: [], events: [], agreements: [], roles: [], publishers: [], fileOf: new Map() };
  const messages: string[] = [];
  checkDoubles(dataset, (entity, message) => messages.push(`${entity}: ${message}`));
  return messages;
}

describe('people who may be one', () => {
  it('are told by a shorter given name, a middle letter or a “Jr.” more', () => {
    expect(said(person('a', 'Dan Coat'), person('b', 'Daniel R. Coat Jr.'))).toEqual([expect.stringMatching(/person\/b: may be person\/a/)]);
    expect(said(person('a', 'Edward S. Walk'), person('b', 'Edward S. Walk Jr.'))).toHaveLength(1);
  });

  it('are not, when years of birth, countries or given names differ', () => {
    expect(said(person('a', 'Dan Coat', { born: '1943' }), person('b', 'Daniel Coat', { born: '1960-01-01' }))).toEqual([]);
    expect(said(person('a', 'Dan Coat'), person('b', 'Daniel Coat', { country: 'place/yy' }))).toEqual([]);
    expect(said(person('a', 'Dan Coat'), person('b', 'David Coat'))).toEqual([]);
    expect(said(person('a', 'Al Coat'), person('b', 'Alexander Coat'))).toEqual([]);
  });

  it('are not, when they are said to be namesakes', () => {
    expect(said(person('a', 'Dan Coat'), person('b', 'Daniel Coat', { namesakes: ['person/a'] }))).toEqual([]);
    expect(said(person('a', 'Hamad bin Jassim _Al Thani_', { namesakes: ['person/b'] }), person('b', 'Hamad bin Khalifa _Al Thani_'))).toEqual([]);
  });
});
