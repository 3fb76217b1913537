import { describe, expect, it } from 'vitest';
import { corrected, correctionsFor, keptCorrections } from '@/lib/page/corrections';
import type { Mention } from '@/lib/recognise/types';
import { type Correction, MOST_CORRECTIONS, readCorrections, storedCorrections, withCorrection } from '@/lib/settings/corrections';

const mention: Mention = {
  block: 1,
  start: 0,
  end: 8,
  surface: 'Mitchell',
  kind: 'person',
  entity: 'person/wess-mitchell',
  via: 'family-name',
  confidence: 0.8,
  evidence: [],
};
const said = (over: Partial<Correction>): Correction => ({
  id: '1',
  surface: 'Mitchell',
  was: 'person/wess-mitchell',
  entity: 'person/john-mitchell',
  where: '*',
  made: '2026-01-01T00:00:00Z',
  ...over,
});

describe('a correction', () => {
  it('puts another in the place, surely and said to be the reader’s', () =>
    expect(corrected(mention, [said({})])).toMatchObject({ entity: 'person/john-mitchell', confidence: 1, evidence: [{ code: 'corrected-by-reader' }] }));
  it('holds for the possessive and capitals of the name', () => {
    expect(corrected({ ...mention, surface: 'MITCHELL’s' }, [said({})])?.entity).toBe('person/john-mitchell');
  });
  it('leaves other names and other people alone', () => {
    expect(corrected({ ...mention, surface: 'Wess Mitchell' }, [said({})])).toMatchObject({ entity: 'person/wess-mitchell' });
    expect(corrected({ ...mention, entity: 'person/george-mitchell' }, [said({})])).toMatchObject({ entity: 'person/george-mitchell' });
  });
  it('takes the mark away when it is nobody', () => expect(corrected(mention, [said({ entity: null })])).toBeUndefined());
  it('of “never mark this name” holds whoever it is taken for', () =>
    expect(corrected({ ...mention, entity: 'person/x' }, [said({ entity: null, was: '*' })])).toBeUndefined());
  it('of the page goes before the site’s, and that before everywhere’s', () => {
    const page = said({ id: 'p', where: 'https://example.org/a', entity: 'person/p' });
    const site = said({ id: 's', where: 'example.org', entity: 'person/s' });
    const all = [said({}), site, page];
    expect(correctionsFor(all, 'https://example.org/a#top').map((c) => c.id)).toEqual(['p', 's', '1']);
    expect(correctionsFor(all, 'https://example.org/b').map((c) => c.id)).toEqual(['s', '1']);
    expect(correctionsFor(all, 'https://example.com/').map((c) => c.id)).toEqual(['1']);
  });
  it('takes the place of an earlier one about the same name in the same place', () =>
    expect(withCorrection([said({})], said({ id: '2', entity: null }))).toEqual([said({ id: '2', entity: null })]));
  it('is one of so many: the oldest go', () => {
    const all = Array.from({ length: MOST_CORRECTIONS }, (_, i) => said({ id: String(i), surface: `name ${i}` }));
    const more = withCorrection(all, said({ id: 'new', surface: 'another' }));
    expect(more).toHaveLength(MOST_CORRECTIONS);
    expect(more.at(-1)?.id).toBe('new');
    expect(more[0]?.id).toBe('1');
  });
  it('is read back as stored, and what is none is left out', () => {
    expect(readCorrections(JSON.parse(JSON.stringify(storedCorrections([said({})]))))).toEqual([said({})]);
    expect(readCorrections({ list: [said({}), { surface: 3 }] })).toEqual([said({})]);
    expect(readCorrections('x')).toEqual([]);
  });
  it('is taken by pages from what storage holds, whatever that is', () => {
    expect(keptCorrections(storedCorrections([said({ entity: null }), said({})]))).toEqual([said({ entity: null }), said({})]);
    for (const stored of [undefined, null, 7, 'x', [], { list: 'none' }, { list: [null, 7, {}, { ...said({}), where: 3 }] }])
      expect(keptCorrections(stored)).toEqual([]);
  });
});
