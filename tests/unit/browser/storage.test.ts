/** What is damaged in extension storage, key by key: a rebuilt value, nothing of the reader’s lost. */
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { addPages } from '@/lib/browser/clip-pages';
import { addCorrection, keepForPages } from '@/lib/browser/keep';
import { emptyOutbox } from '@/lib/browser/outbox';
import { recording } from '@/lib/browser/recording';
import { sendChoices } from '@/lib/browser/send';
import { changeSettings, loadSettings } from '@/lib/browser/settings';
import { bundledPack } from '@/lib/commands/pack';
import { fingerprint } from '@/lib/notebook/address';
import { isPageList, pagesKey, recordedFor } from '@/lib/notebook/asking';
import { screenOf } from '@/lib/pack/first-words';
import { openPack } from '@/lib/pack/open';
import { keptCorrections } from '@/lib/page/corrections';
import { type Correction, readCorrections, unreadCorrections } from '@/lib/settings/corrections';
import { DEFAULTS } from '@/lib/settings/settings';
import { areKept } from '@/lib/settings/values';
import { openScreen } from '@/lib/text/screen';

const pack = openPack(bundledPack());
const screen = screenOf(pack);
const { local, sync } = fakeBrowser.storage;
const kept = async (key: string): Promise<unknown> => (await local.get(key))[key];
/** Of a wrong type, truncated, huge, of another version. */
const DAMAGE: readonly unknown[] = [null, 0, true, '', 'x'.repeat(1_000_000), [], [null], {}, { version: 99 }, { list: 3 }];

beforeEach(() => fakeBrowser.reset());
// Node has none; one after another is what the fake storage does anyway.
vi.stubGlobal('navigator', { locks: { request: (_name: string, work: () => unknown) => work() } });

describe('the screen', () => {
  it('is made anew when it is damaged, also inside and under the right version, and left alone when it is whole', async () => {
    const inside = { ...screen, alone: screen.alone.replace(/.{4}$/, 'AAAA') };
    for (const found of [...DAMAGE, { ...screen, alone: screen.alone.slice(0, 1000) }, { ...screen, version: 3 }, { ...screen, pack: 'other' }, inside]) {
      await local.set({ screen: found });
      await keepForPages(pack);
      expect(() => openScreen(screen)).not.toThrow();
      expect(await kept('screen')).toEqual(screen);
    }
    const written: string[] = [];
    local.onChanged?.addListener((changes) => written.push(...Object.keys(changes)));
    await keepForPages(pack);
    expect(written).not.toContain('screen');
  });
});

describe('settings', () => {
  it('for pages are made anew from those that the reader chose', async () => {
    await sync.set({ settings: { version: 1, style: 'dotted' } });
    for (const found of DAMAGE) {
      await local.set({ settings: found });
      await keepForPages(pack);
      expect(await kept('settings')).toEqual({ ...DEFAULTS, style: 'dotted' });
    }
  });
  it('are taken by page scripts only when they are whole', () => {
    expect(areKept(DEFAULTS)).toBe(true);
    expect(areKept({ ...DEFAULTS, sites: [{ pattern: 'a.org', when: 'never' }], later: 1 })).toBe(true);
    for (const found of DAMAGE) expect(areKept(found)).toBe(false);
    for (const field of ['kinds', 'density', 'style', 'delay', 'clipButton', 'sites', 'otherSites'] as const)
      for (const found of [undefined, ...DAMAGE].filter(
        (value) => !(Array.isArray(value) && value.length === 0) && typeof value !== 'number' && value !== true,
      ))
        expect(areKept({ ...DEFAULTS, [field]: found }), `${field} ${String(found).slice(0, 30)}`).toBe(false);
    expect(areKept({ ...DEFAULTS, kinds: { person: true } })).toBe(false);
    expect(areKept({ ...DEFAULTS, sites: [{ pattern: 'a.org' }] })).toBe(false);
  });
  it('lose of the rules for sites only those that are none', async () => {
    const sites = [{ pattern: 'a.org', when: 'never' }, { pattern: '' }, 7, { pattern: 'b.org', when: 'click' }];
    await sync.set({ settings: { version: 1, sites } });
    const { settings, faults } = await loadSettings();
    expect(settings.sites).toEqual([sites[0], sites[3]]);
    expect(faults).toMatchObject([{ field: 'sites' }]);
  });
  it('of a later version stay under a change of this one', async () => {
    await sync.set({ settings: { version: 7, style: 'dot', aura: 'green' } });
    await changeSettings((settings) => ({ ...settings, badge: false }));
    expect((await sync.get('settings')).settings).toMatchObject({ version: 7, style: 'dot', badge: false, aura: 'green' });
  });
});

describe('corrections', () => {
  const said = (surface: string): Correction => ({ id: surface, surface, was: '*', entity: null, where: '*', made: '2026-11-24T08:30:00.000Z' });
  it('that are damaged are set aside when another is kept, not lost', async () => {
    // The fake storage gives null back as nothing.
    for (const found of DAMAGE.filter((value) => value !== null)) {
      await local.set({ corrections: found });
      await addCorrection(said('a'));
      await addCorrection(said('b'));
      const stored = await kept('corrections');
      expect(readCorrections(stored).map((c) => c.surface)).toEqual(['a', 'b']);
      expect(unreadCorrections(stored)).toEqual([found]);
    }
    const bad = { ...said('c'), made: 5 };
    await local.set({ corrections: { version: 1, list: [said('a'), bad] } });
    await addCorrection(said('b'));
    expect(readCorrections(await kept('corrections')).map((c) => c.surface)).toEqual(['a', 'b']);
    expect(unreadCorrections(await kept('corrections'))).toEqual([bad]);
  });
  it('without an entity, or to what is none, are no corrections to a page', () => {
    const { entity: _none, ...without } = said('a');
    expect(keptCorrections({ list: [without, { ...said('a'), entity: '' }, { ...said('a'), entity: 'nobody' }, { ...said('a'), entity: 7 }] })).toEqual([]);
    expect(keptCorrections({ list: [said('a'), { ...said('a'), entity: 'person/x' }] })).toHaveLength(2);
  });
});

describe('the lists of pages with clips', () => {
  it('that are damaged are not written over by a list of one page', async () => {
    for (const found of [3, null, 'x', {}, [1, 'x']]) {
      await local.set({ [pagesKey('example.org')]: found });
      await addPages(['example.org/a']);
      expect(isPageList(await kept(pagesKey('example.org'))), JSON.stringify(found)).toBe(found === null);
    }
    await local.remove(pagesKey('example.org'));
    await addPages(['example.org/a', 'example.org/b']);
    expect(await kept(pagesKey('example.org'))).toEqual(['example.org/a', 'example.org/b'].map(fingerprint));
  });
});

describe('clips on their way', () => {
  it('are each handed over with their key, and one that is refused holds up no other', async () => {
    // As before Chromium 130, and as the fake storage is.
    Object.assign(local, { getKeys: undefined });
    await local.set({ 'outbox:a': 3, 'outbox:b': { page: 'x' }, 'outbox:c': 'kept', other: 1 });
    const seen: unknown[] = [];
    await emptyOutbox(async (clip, key) => {
      seen.push([key, clip]);
      return key !== 'outbox:b';
    });
    expect(seen).toHaveLength(3);
    expect(Object.keys(await local.get(null)).sort()).toEqual(['other', 'outbox:b']);
  });
});

describe('the other items', () => {
  it('a visit in a private window is recorded for nothing, whatever corpus mode says', () => {
    const on = { project: 'p', name: 'Vienna', withText: true };
    expect(recordedFor(on, false)).toEqual(on);
    expect(recordedFor(on, true)).toBeUndefined();
    for (const found of DAMAGE) expect(recordedFor(found, false)).toBeUndefined();
  });
  it('choices of sending lose only the field that is damaged: a token is not typed again for a folder', async () => {
    await local.set({ send: { token: 'secret', folder: 7, vault: 'x'.repeat(3000), shared: true } });
    expect(await sendChoices()).toEqual({ token: 'secret', shared: true });
    for (const found of DAMAGE) {
      await local.set({ send: found });
      expect(await sendChoices()).toEqual({});
    }
  });
  it('corpus mode is off when its item is none', () =>
    fc.assert(
      fc.asyncProperty(fc.anything(), async (found) => {
        await local.set({ corpus: found });
        expect(await recording()).toBeUndefined();
      }),
    ));
});
