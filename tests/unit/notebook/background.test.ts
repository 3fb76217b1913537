import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerNotebook, type NotebookService } from '@/lib/notebook/background';
import { type Notebook, openNotebook } from '@/lib/notebook/store';
import { aClip } from './clips';

const HERE = 'https://example.org/news/1';
let notebook: Notebook;
const service = (over: Partial<NotebookService> = {}): NotebookService => ({ notebook, describe: async () => ({}), ...over });
const asked = (message: unknown, from: string | undefined = HERE, over?: Partial<NotebookService>) => answerNotebook(message, from, service(over));

beforeEach(() => {
  notebook = openNotebook({ name: 'test-background' });
});
afterEach(async () => {
  notebook.close();
  await Dexie.delete('test-background');
});

const mention = { start: 0, end: 1, surface: 'Makei', kind: 'person', entity: 'person/uladzimir-makei', name: '', confidence: 0.9 } as const;

describe('the background', () => {
  it('keeps a clip with the names and roles of the article’s date, and once however often it is asked', async () => {
    const days: string[] = [];
    const role = { office: 'office/x', title: 'Minister' };
    const describing = {
      describe: async (_: readonly string[], date: string) => {
        days.push(date);
        return { 'person/uladzimir-makei': { name: 'Vladimir Makei', role } };
      },
    };
    const clip = aClip({ mentions: [mention, { ...mention, entity: 'person/nobody' }], asOf: { date: '2018-11-06', source: 'meta' } });
    const first = await asked({ kind: 'clip-add', clip }, HERE, describing);
    expect(first).toMatchObject({ ok: { mentions: [{ name: 'Vladimir Makei', role }, { name: 'Makei' }] } });
    expect(await asked({ kind: 'clip-add', clip }, HERE, describing)).toEqual(first);
    expect(days[0]).toBe('2018-11-06');
    expect((await notebook.count()).kept).toBe(1);
  });
  it('keeps a clip even when nobody can say who is in it', async () => {
    const dead = { describe: () => Promise.reject(new Error('no pack')) };
    expect(await asked({ kind: 'clip-add', clip: aClip({ mentions: [mention] }) }, HERE, dead)).toMatchObject({ ok: { mentions: [{ name: 'Makei' }] } });
  });
  it('gives a page its own clips', async () => {
    const clip = aClip();
    await notebook.add(clip);
    expect(await asked({ kind: 'clips-here', url: HERE })).toEqual({ ok: [clip] });
    expect(await asked({ kind: 'clips-here', url: HERE }, 'https://elsewhere.example/')).toMatchObject({ fault: 'bad' });
    expect(await asked({ kind: 'clip-add', clip: aClip() }, 'https://elsewhere.example/')).toMatchObject({ fault: 'bad' });
    expect(await asked({ kind: 'clips-here', url: HERE }, '')).toMatchObject({ fault: 'bad' });
  });
  it('answers a conflict with what is stored', async () => {
    const clip = aClip();
    await notebook.add(clip);
    const edit = (note: string) => asked({ kind: 'clip-edit', id: clip.id, revision: 0, edit: { note } });
    expect(await edit('one')).toMatchObject({ ok: { revision: 1, note: 'one' } });
    expect(await edit('one')).toMatchObject({ ok: { revision: 1, note: 'one' } });
    expect(await edit('two')).toMatchObject({ fault: 'conflict', stored: { revision: 1, note: 'one' } });
  });
  it('moves a clip to the trash and back, twice as well as once', async () => {
    const clip = aClip();
    await notebook.add(clip);
    for (let times = 0; times < 2; times++) expect(await asked({ kind: 'clip-trash', id: clip.id })).toMatchObject({ ok: { id: clip.id, revision: 1 } });
    expect((await notebook.count()).trash).toBe(1);
    for (let times = 0; times < 2; times++) expect(await asked({ kind: 'clip-restore', id: clip.id })).toMatchObject({ ok: { revision: 2 } });
    expect(await asked({ kind: 'clip-trash', id: 'nothing' })).toMatchObject({ fault: 'gone' });
  });
  it('lets a page change the clips of its own site only', async () => {
    const clip = aClip();
    await notebook.add(clip);
    const changes = [
      { kind: 'clip-edit', id: clip.id, revision: 0, edit: { note: 'theirs' } },
      { kind: 'clip-trash', id: clip.id },
      { kind: 'clip-restore', id: clip.id },
    ];
    for (const message of changes)
      for (const from of ['https://elsewhere.example/news/1', 'https://notexample.org/', 'about:blank', '', undefined])
        expect(await answerNotebook(message, from, service()), `${message.kind} from ${from}`).toMatchObject({
          fault: 'bad',
          error: expect.stringContaining('another site'),
        });
    expect(await notebook.get(clip.id)).toEqual(clip);
    const edit = { kind: 'clip-edit', id: clip.id, revision: 0, edit: { note: 'mine' } };
    expect(await asked(edit, 'http://m.example.org/other')).toMatchObject({ ok: { note: 'mine' } });
  });
  it('refuses what is no message, with the place of the fault', async () => {
    expect(await asked({ kind: 'clip-add', clip: { ...aClip(), note: 3 } })).toMatchObject({ fault: 'bad', error: expect.stringMatching(/clip\.note/) });
    expect(await asked({ kind: 'clip-steal' })).toMatchObject({ fault: 'bad' });
    expect(await asked(null)).toMatchObject({ fault: 'bad' });
  });
});
