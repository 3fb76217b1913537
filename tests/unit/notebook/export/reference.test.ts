import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import { describe, expect, it } from 'vitest';
import { format } from '@/lib/notebook/export/format';
import { nameOf, references } from '@/lib/notebook/export/reference';
import type { FormatId } from '@/lib/notebook/export/types';
import type { PageInfo } from '@/lib/notebook/types';
import { aClip } from '../clips';

const page = (with_: Partial<PageInfo> = {}): PageInfo => ({
  ...aClip().page,
  url: 'https://example.org/talks?a=1_b&c=%20d~e',
  title: 'Переговоры в Минске: 100% & #1, {a} \\ ~ ^ $x_y$ <b>',
  authors: ['Іваноў, Пётр', 'Anna Reporter', 'Reuters News and Co'],
  site: 'BelTA & Co',
  published: '2018-10-30',
  ...with_,
});
const records = async (id: FormatId, forceType?: string, with_: Partial<PageInfo> = {}) => {
  const clips = [aClip({ page: page(with_), tags: ['osce', 'two words'], note: 'first\n\nsecond 5%' }), aClip({ page: page(with_), tags: ['osce'] })];
  return new Cite(String((await (await format(id)).write({ clips })).data), forceType ? { forceType } : {}).data;
};

describe('a page as a reference', () => {
  it.each([
    ['csl', undefined],
    ['ris', '@ris/file'],
    ['bibtex', '@bibtex/text'],
    ['biblatex', '@biblatex/text'],
  ] as const)('is cited once in %s, with all that was said of it, in any script', async (id, type) => {
    const [record, ...more] = await records(id, type);
    expect(more).toEqual([]);
    expect(record).toMatchObject({
      title: page().title,
      URL: page().url,
      author: [{ family: 'Іваноў', given: 'Пётр' }, { family: 'Reporter', given: 'Anna' }, expect.anything()],
      // The reader knows no day of access in BibTeX, and none of a web page in RIS.
      ...(id === 'csl' || id === 'biblatex' ? { accessed: { 'date-parts': [[2026, 11, 24]] } } : {}),
    });
    expect(JSON.stringify(record?.author)).toContain('Reuters News and Co');
    expect(JSON.stringify(record)).toContain('second 5%');
    // Nor does it know keywords in BibTeX.
    if (id !== 'bibtex') expect(String(record?.keyword).split(/,\s*/)).toEqual(['osce', 'two words']);
  });

  it.each([
    ['2018-10-30', [2018, 10, 30]],
    ['2018-10', [2018, 10]],
    ['2018', [2018]],
  ])('published on %s has no more of a date than is known', async (published, parts) => {
    for (const [id, type] of [
      ['csl', undefined],
      ['ris', '@ris/file'],
      ['biblatex', '@biblatex/text'],
    ] as const)
      expect((await records(id, type, { published }))[0]?.issued, id).toMatchObject({ 'date-parts': [parts] });
  });

  it('says in RIS and BibTeX as well when it was read', async () => {
    const clips = [aClip({ page: page() })];
    expect((await (await format('ris')).write({ clips })).data).toContain('\r\nY2  - 2026/11/24/\r\n');
    expect((await (await format('bibtex')).write({ clips })).data).toContain('  urldate = {2026-11-24},\n');
  });

  it('is drawn by a citation processor', async () => {
    const cite = new Cite(await records('csl'));
    expect(cite.format('bibliography', { template: 'apa', lang: 'en-US' })).toMatch(
      /Іваноў, П\..*\(2018, October 30\)\..*BelTA & Co\..*https:\/\/example\.org\/talks/s,
    );
  });

  it('has a key of its own in ASCII', async () => {
    const clips = [1, 2, 3].map((n) => aClip({ page: { ...page(), url: `https://example.org/${n}` } }));
    expect((await references({ clips })).map(({ item }) => item.id)).toEqual(['ivanou2018perehovory', 'ivanou2018perehovory-2', 'ivanou2018perehovory-3']);
  });
});

describe('an author’s name', () => {
  it.each([
    ['Reporter, Anna', {}, { family: 'Reporter', given: 'Anna' }],
    ['Anna Reporter', {}, { family: 'Reporter', given: 'Anna' }],
    ['Anna M. Reporter', {}, { family: 'Reporter', given: 'Anna M.' }],
    ['Пётр Іваноў', {}, { family: 'Іваноў', given: 'Пётр' }],
    ['Reuters', {}, { literal: 'Reuters' }],
    ['Reuters News', {}, { literal: 'Reuters News' }],
    ['Belta Minsk', { site: 'Belta Minsk' }, { literal: 'Belta Minsk' }],
    ['Xi Jinping', { language: 'zh-Hans' }, { literal: 'Xi Jinping' }],
    ['习 近平', {}, { literal: '习 近平' }],
    ['Ludwig van Beethoven', {}, { literal: 'Ludwig van Beethoven' }],
    ['  ', {}, undefined],
  ])('%s is cut only where that is plain', (author, of, name) => expect(nameOf(author, of)).toEqual(name));
});
