import { describe, expect, it } from 'vitest';
import { searchClips } from '@/lib/notebook/search';
import { aClip } from './clips';

const mention = { start: 0, end: 6, surface: 'Макей', kind: 'person', entity: 'person/vladimir-makei', name: 'Vladimir Makei', confidence: 1 } as const;
const quoting = (exact: string) => ({ target: { quote: { exact, prefix: '', suffix: '' }, position: { start: 0, end: exact.length } } });
const page = aClip().page;

describe('the search over clips', () => {
  const quoted = aClip(quoting('Міністр Уладзімір Макей сустрэўся з калегамі'));
  const noted = aClip({ note: 'Compare with the *communiqué* of 2016' });
  const tagged = aClip({ tags: ['Minsk II'] });
  const titled = aClip({ page: { ...page, title: 'Łukasiewicz in Ljubljana', authors: ['Žofia Nováková'], site: 'Sme' } });
  const naming = aClip({ mentions: [mention] });
  const chinese = aClip(quoting('外交部长王毅访问明斯克'));
  const search = searchClips();
  for (const clip of [quoted, noted, tagged, titled, naming, chinese]) search.put(clip);

  it.each([
    ['the quote, in another case', 'МАКЕЙ', quoted.id],
    ['the quote, by the beginning of a word', 'сустрэў', quoted.id],
    ['the note, without accents', 'communique 2016', noted.id],
    ['a tag', 'minsk ii', tagged.id],
    ['the title, without strokes', 'lukasiewicz', titled.id],
    ['the author', 'zofia', titled.id],
    ['the site', 'sme', titled.id],
    ['a name as the dataset has it', 'Vladimir', naming.id],
    ['a name in another script', 'Владимир', naming.id],
    ['Chinese, which has no spaces', '王毅', chinese.id],
    ['a word with a slip in it', 'comunique', noted.id],
  ])('finds %s', (_what, text, id) => expect(search.find(text)).toContain(id));

  it('wants every word', () => expect(search.find('communiqué Ljubljana')).toEqual([]));
  it('asks nothing where there are no words', () => {
    expect(search.find('  … ')).toBeUndefined();
    expect(search.find('m')).toBeUndefined();
  });
  it('knows a changed clip by its new words only, and a removed one not at all', () => {
    search.put({ ...noted, note: 'nothing of that kind' });
    expect(search.find('communiqué')).toEqual([]);
    expect(search.find('nothing kind')).toEqual([noted.id]);
    search.remove(noted.id);
    expect(search.find('nothing kind')).toEqual([]);
  });
});
