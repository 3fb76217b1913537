// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { dayRange } from '@/lib/dataset/dates';
import { blocksOf, collectBlocks } from '@/lib/page/blocks';
import { articleDateOf, languageOf } from '@/lib/page/metadata';

const texts = (html: string): string[] => {
  document.body.innerHTML = html;
  let id = 0;
  return collectBlocks(document.body, () => id++).map((b) => b.text.trim());
};

describe('blocks', () => {
  it('join inline elements', () => expect(texts('<p><a href="#">Alexander</a> <b>Luka</b>shenka spoke</p>')).toEqual(['Alexander Lukashenka spoke']));
  it('are parted by block elements, cells and items', () =>
    expect(texts('<div>one<p>two</p>three</div><ul><li>four<li>five</ul><table><tr><td>six<td>seven</table>')).toEqual([
      'one',
      'two',
      'three',
      'four',
      'five',
      'six',
      'seven',
    ]));
  it('collapse white space as it is rendered, and break at <br>', () => expect(texts('<p>  a \n\t b<br>c </p>')).toEqual(['a b\nc']));
  it('leave inputs, editable text, code, scripts and hidden text out', () =>
    expect(
      texts('<textarea>a</textarea><div contenteditable>b</div><code>c</code><script>d</script><p hidden>e</p><p>f</p><attache-card>g</attache-card>'),
    ).toEqual(['f']));
  it('know the nearest language', () => {
    document.body.innerHTML = '<div lang="be"><p>Мінск</p></div>';
    expect(collectBlocks(document.body, () => 0)[0]?.lang).toBe('be');
  });
  it('are found as deep as parsers build, and are left alone where only a script can have nested them', () => {
    const nested = (deep: number) => {
      let inner: Element = document.createElement('div');
      const outer = inner;
      for (let i = 0; i < deep; i++) {
        const next = document.createElement('div');
        inner.append(next);
        inner = next;
      }
      inner.append('deep');
      document.body.replaceChildren(outer);
      return [...blocksOf(outer, () => 0)].map((block) => block?.text ?? '').join('');
    };
    expect(nested(512)).toBe('deep');
    expect(nested(1100)).toBe('');
  });
  it('give the caller its turn where there is long no text', () => {
    document.body.innerHTML = '<i></i>'.repeat(3000);
    expect([...blocksOf(document.body, () => 0)].length).toBeGreaterThan(5);
  });
  it('end at white space when the text is longer than a block, and lose nothing', () => {
    const text = 'Angela Merkel spoke. '.repeat(10_000).trim();
    document.body.replaceChildren(text);
    const blocks = collectBlocks(document.body, () => 0);
    expect(blocks.length).toBeGreaterThan(3);
    for (const block of blocks) expect(block.text.trim()).toMatch(/^(Angela|Merkel|spoke\.).*(Angela|Merkel|spoke\.)$/su);
    expect(blocks.map((b) => b.text.trim()).join(' ')).toBe(text);
  });
  it('of a very long text are not searched to the end of it each', () => {
    const text = document.createTextNode('lorem ipsum dolor sit amet '.repeat(20_000));
    document.body.replaceChildren(text);
    let searched = 0;
    const exec = RegExp.prototype.exec;
    const watch = vi.spyOn(RegExp.prototype, 'exec').mockImplementation(function (this: RegExp, in_: string) {
      searched += in_.length - this.lastIndex;
      return exec.call(this, in_);
    });
    const blocks = collectBlocks(document.body, () => 0);
    watch.mockRestore();
    expect(blocks.length).toBeGreaterThan(10);
    expect(searched).toBeGreaterThan(0);
    expect(searched).toBeLessThan(2 * text.data.length);
  });
  it('lead back to their text nodes, character for character', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('b', 'a', 'em', 'p', 'div', 'br'), fc.stringMatching(/^[ab \n\t\u00a0Я]{0,12}$/u)), { maxLength: 12 }),
        (parts) => {
          document.body.replaceChildren(
            ...parts.map(([tag, text]) => {
              const element = document.createElement(tag);
              if (tag !== 'br') element.append(text);
              return element;
            }),
          );
          for (const block of collectBlocks(document.body, () => 0)) {
            for (const piece of block.pieces) {
              const there = piece.node.data.slice(piece.from, piece.from + piece.length).replace(/[\n\t]/g, ' ');
              expect(block.text.slice(piece.at, piece.at + piece.length)).toBe(there);
            }
          }
        },
      ),
    ));
});

describe('what a page says of itself', () => {
  const now = Date.parse('2026-01-01');
  const dateOf = (head: string, body = '', url = 'https://example.org/') => {
    document.head.innerHTML = head;
    document.body.innerHTML = body;
    return articleDateOf(document, url, now);
  };
  const day = (iso: string) => dayRange(iso)?.first;
  it('is the date of its article, best source first', () => {
    expect(
      dateOf(
        '<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":["NewsArticle"],"datePublished":"2018-11-06T23:30:00+03:00"}]}</script><meta property="article:published_time" content="2017-01-01">',
      ),
    ).toEqual({ day: day('2018-11-06'), source: 'json-ld' });
    expect(dateOf('<meta property="article:published_time" content="2017-01-01T00:00:00Z">')).toEqual({ day: day('2017-01-01'), source: 'open-graph' });
    expect(dateOf('', '<article><time datetime="2016-02-03">then</time></article>')).toEqual({ day: day('2016-02-03'), source: 'time' });
    expect(dateOf('', '', 'https://example.org/2015/4/5/story')).toEqual({ day: day('2015-04-05'), source: 'url' });
  });
  it('is no date of the future or of nonsense', () => {
    expect(dateOf('<meta property="article:published_time" content="2099-01-01">')).toBeUndefined();
    expect(dateOf('<script type="application/ld+json">{broken</script><meta name="date" content="soon">')).toBeUndefined();
  });
  it('is its language', () => {
    document.documentElement.lang = 'be-Tarask';
    expect(languageOf(document)).toBe('be-tarask');
  });
});
