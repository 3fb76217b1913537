// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { isArticle, pageInfoOf } from '@/lib/notebook/page-info';

const NOW = Date.parse('2026-11-24T08:30:00Z');
const URL_ = 'https://www.example.org/world/talks?utm_source=x';
const info = (head: string, body = '', stale = false) => {
  document.head.innerHTML = head;
  document.body.innerHTML = body;
  return pageInfoOf(document, { url: URL_, now: NOW, stale });
};
beforeEach(() => document.documentElement.setAttribute('lang', 'en-GB'));

describe('a page is cited', () => {
  it('by what its JSON-LD says', () =>
    expect(
      info(`<title>Talks | Example</title><link rel="canonical" href="/world/talks">
      <script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"@type":["NewsArticle"],"headline":"Talks &amp; tanks","author":[{"name":"Ann Lee"},{"name":"Bo Ek"}],
        "publisher":{"name":"The Example"},"datePublished":"2018-11-06T23:30:00+03:00","dateModified":"2018-11-08"}]}</script>`),
    ).toEqual({
      url: URL_,
      canonical: 'https://www.example.org/world/talks',
      title: 'Talks & tanks',
      site: 'The Example',
      authors: ['Ann Lee', 'Bo Ek'],
      published: '2018-11-06',
      modified: '2018-11-08',
      read: '2026-11-24T08:30:00.000Z',
      language: 'en-gb',
    }));
  it('by its citation tags before anything else', () =>
    expect(
      info(`<meta name="citation_title" content="On borders"><meta name="citation_author" content="Ek, Bo"><meta name="citation_author" content="Lee, Ann">
      <meta name="citation_journal_title" content="Journal of Borders"><meta name="citation_publication_date" content="2019/5"><meta property="og:title" content="Other"><meta property="og:site_name" content="Publisher">`),
    ).toMatchObject({ title: 'On borders', authors: ['Ek, Bo', 'Lee, Ann'], site: 'Journal of Borders', published: '2019-05' }));
  it('by Open Graph, without addresses for authors', () =>
    expect(
      info(
        `<meta property="og:title" content="  Talks\n go on "><meta property="article:author" content="https://social.example/ann"><meta name="author" content="By Ann Lee">`,
      ),
    ).toMatchObject({ title: 'Talks go on', authors: ['Ann Lee'] }));
  it('by its one heading, its title, or its address, when it says nothing', () => {
    expect(info('<title>Site</title>', '<h1>Talks</h1>').title).toBe('Talks');
    expect(info('<title>Site</title>', '<h1>Talks</h1><h1>Others</h1>').title).toBe('Site');
    expect(info('').title).toBe(URL_);
  });
  it('by heading and address only, when it became another page without loading', () =>
    expect(info('<title>T</title><link rel="canonical" href="/first"><meta property="og:title" content="First">', '<h1>Second</h1>', true)).toEqual({
      url: URL_,
      title: 'Second',
      authors: [],
      read: '2026-11-24T08:30:00.000Z',
      language: 'en-gb',
    }));
  it('whatever is in it', () => {
    for (const broken of ['{', '[[[]]]', '{"@type":"NewsArticle","headline":{"a":1},"author":[null,3,{"name":[]}],"dateModified":7}', '"x"'])
      expect(info(`<title>T</title><script type="application/ld+json">${broken}</script><link rel="canonical" href="javascript:x">`)).toMatchObject({
        title: 'T',
        authors: [],
      });
  });
});

describe('an article', () => {
  const p = `<p>${'Talks went on for a while, and nobody said much about them. '.repeat(3)}</p>`;
  it('is what says so, or has paragraphs enough', () => {
    document.head.innerHTML = '<meta property="og:type" content="article">';
    expect(isArticle(document)).toBe(true);
    document.head.innerHTML = '';
    document.body.innerHTML = `<main>${p.repeat(3)}</main>`;
    expect(isArticle(document)).toBe(true);
  });
  it('is no list of teasers', () => {
    document.head.innerHTML = '<meta property="og:type" content="website">';
    document.body.innerHTML = `<main>${'<article><p>A short teaser.</p></article>'.repeat(20)}</main>`;
    expect(isArticle(document)).toBe(false);
  });
});
