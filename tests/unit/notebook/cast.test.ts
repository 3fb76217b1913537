import { describe, expect, it } from 'vitest';
import { castLines, entityFile } from '@/lib/notebook/cast';
import { aClip } from './clips';

const minister = { office: 'office/by/foreign-minister', title: 'Minister of Foreign Affairs of Belarus', from: '2012-08-20', to: '2022-11-26' };
const head = { office: 'office/by/head-of-administration', title: 'Head of the Presidential Administration', from: '2008-07-15', to: '2012-08-20' };
const makei = (surface: string, role?: typeof minister) =>
  ({ start: 0, end: 5, surface, kind: 'person', entity: 'person/vladimir-makei', name: 'Vladimir Makei', confidence: 1, ...(role ? { role } : {}) }) as const;
const lavrov = { start: 0, end: 0, surface: 'Lavrov', kind: 'person', entity: 'person/sergei-lavrov', name: 'Sergei Lavrov', confidence: 1 } as const;
const clips = [
  aClip({ mentions: [makei('Makei', head), lavrov, lavrov] }),
  aClip({ mentions: [makei('Макей', minister), makei('Makei', minister)] }),
  aClip({ mentions: [lavrov] }),
];

describe('what the notebook has on somebody', () => {
  const file = entityFile(clips, 'person/vladimir-makei');
  it('is the clips that name them', () => expect(file?.clips).toEqual(clips.slice(0, 2)));
  it('the roles they had there, the latest first', () => expect(file?.roles).toEqual([minister, head]));
  it('what they are called, the most frequent first', () => expect(file?.surfaces).toEqual(['Makei', 'Макей']));
  it('and whom they are named with, each clip counting once', () =>
    expect(file?.company).toEqual([{ entity: 'person/sergei-lavrov', kind: 'person', name: 'Sergei Lavrov', clips: 1 }]));
  it('of an office is the clips of its holders', () => {
    const office = entityFile(clips, minister.office);
    expect(office).toMatchObject({ kind: 'office', name: minister.title });
    expect(office?.clips).toEqual([clips[1]]);
  });
  it('of somebody whom no clip names is nothing', () => expect(entityFile(clips, 'person/nobody')).toBeUndefined());
});

it('a cast is ordered by clips', () =>
  expect(castLines(clips).map((l) => [l.name, l.clips])).toEqual([
    ['Sergei Lavrov', 2],
    ['Vladimir Makei', 2],
  ]));
