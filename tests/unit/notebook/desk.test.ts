import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Desk, openDesk } from '@/lib/notebook/desk';
import { EVERYTHING } from '@/lib/notebook/filter';
import { type Notebook, openNotebook } from '@/lib/notebook/store';
import { aClip } from './clips';

let count = 0;
const open: (Notebook | Desk)[] = [];
afterEach(() => {
  for (const one of open.splice(0)) 'close' in one ? one.close() : one.stop();
});
const notebooks = () => {
  const name = `desk-${++count}`;
  const one = openNotebook({ name });
  const other = openNotebook({ name });
  open.push(one, other);
  return { one, other };
};
const deskOf = (notebook: Notebook, seen: unknown[] = [], first = 2): Desk => {
  const desk = openDesk(notebook, { onState: ({ clips, whole }) => seen.push([clips.length, whole]), first });
  open.push(desk);
  return desk;
};
const day = (n: number) => `2026-03-0${n}T12:00:00.000Z`;

describe('the desk', () => {
  it('has the newest first, then all, then the search', async () => {
    const { one } = notebooks();
    const clips = [1, 2, 3].map((n) => aClip({ made: day(n), note: `word${n}` }));
    await one.putAll(clips);
    const seen: unknown[] = [];
    const desk = deskOf(one, seen);
    await desk.start();
    expect(seen.slice(0, 2)).toEqual([
      [2, false],
      [3, true],
    ]);
    expect(desk.state().clips.map((c) => c.id)).toEqual(clips.toReversed().map((c) => c.id));
    await vi.waitFor(() => expect(desk.state().searchable).toBe(true));
    expect(desk.find({ ...EVERYTHING, text: 'word2' })?.map((c) => c.id)).toEqual([clips[1]?.id]);
  });
  it('says that the search is not ready rather than that nothing was found', async () => {
    const { one } = notebooks();
    await one.add(aClip({ note: 'word' }));
    const desk = openDesk(one, { onState: () => undefined, pause: () => new Promise(() => undefined) });
    open.push(desk);
    void desk.start();
    await vi.waitFor(() => expect(desk.state().clips).toHaveLength(1));
    expect(desk.find({ ...EVERYTHING, text: 'word' })).toBeUndefined();
    expect(desk.find(EVERYTHING)).toHaveLength(1);
  });
  it('follows what is changed here and in another tab', async () => {
    const { one, other } = notebooks();
    const clip = aClip({ made: day(1) });
    await one.add(clip);
    const desk = deskOf(one);
    await desk.start();
    await vi.waitFor(() => expect(desk.state().searchable).toBe(true));
    await other.edit(clip.id, 0, { note: 'from the other tab' });
    await vi.waitFor(() => expect(desk.get(clip.id)?.note).toBe('from the other tab'));
    expect(desk.find({ ...EVERYTHING, text: 'other tab' })).toHaveLength(1);
    const newer = aClip({ made: day(2) });
    await other.add(newer);
    await vi.waitFor(() => expect(desk.state().clips.map((c) => c.id)).toEqual([newer.id, clip.id]));
    await one.trash([clip.id]);
    await vi.waitFor(() => expect(desk.state()).toMatchObject({ clips: [{ id: newer.id }], count: { kept: 1, trash: 1 } }));
    expect(desk.find({ ...EVERYTHING, text: 'other tab' })).toEqual([]);
    await one.restore([clip.id]);
    await vi.waitFor(() => expect(desk.find({ ...EVERYTHING, text: 'other tab' })).toHaveLength(1));
  });
  it('reads everything anew when many were changed', async () => {
    const { one, other } = notebooks();
    const desk = deskOf(one);
    await desk.start();
    await other.putAll(Array.from({ length: 250 }, (_, i) => aClip({ note: `many${i}` })));
    await vi.waitFor(() => expect(desk.state()).toMatchObject({ clips: { length: 250 }, searchable: true }));
    expect(desk.find({ ...EVERYTHING, text: 'many249' })).toHaveLength(1);
  });
});
