import { describe, expect, it } from 'vitest';
import { castOf } from '@/lib/card/cast';
import { bundledPack } from '@/lib/commands/pack';
import { openPack } from '@/lib/pack/open';

const pack = openPack(bundledPack());

describe('a cast', () => {
  it('has each entity’s name and its first role on the day', () => {
    const cast = castOf(pack, ['person/donald-tusk', 'person/nobody'], '2018-11-06');
    expect(Object.keys(cast)).toEqual(['person/donald-tusk']);
    expect(cast['person/donald-tusk']).toMatchObject({ name: 'Donald Tusk', role: { title: 'President of the European Council' } });
  });
  it('gives nobody an office they no longer held', () =>
    expect(castOf(pack, ['person/vladimir-makei'], '2023-01-01')['person/vladimir-makei']).not.toHaveProperty('role'));
  it('refuses what is no day', () => expect(() => castOf(pack, [], 'yesterday')).toThrow(/expected a day/));
});
