// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPageText } from '@/lib/notebook/page-text';
import { targetOf } from '@/lib/notebook/quote';
import { nodeAt, pathTo } from '@/lib/notebook/xpath';

const read = (html: string) => {
  document.body.innerHTML = html;
  return readPageText(document.body);
};
/** The text of a place, with the page’s white space collapsed. */
const said = (place: ReturnType<ReturnType<typeof readPageText>['placeOf']>) => {
  if (!place) return undefined;
  const range = document.createRange();
  range.setStart(place.startContainer, place.startOffset);
  range.setEnd(place.endContainer, place.endOffset);
  return range.toString().replace(/\s+/g, ' ');
};

describe('the text of a page', () => {
  it('has a line for each block, inline elements joined, white space as drawn', () =>
    expect(read('  <h1> Talks\n in <b>Minsk</b></h1><p>One<br>two  three<span> four</span></p><ul><li>a</li><li>b </li></ul> ').text).toBe(
      'Talks in Minsk\nOne\ntwo three four\na\nb',
    ));
  it('has nothing of scripts, fields and our own elements', () =>
    expect(read('<p>a</p><script>x</script><style>x</style><textarea>x</textarea><attache-card>x</attache-card><p>b</p>').text).toBe('a\nb'));

  const tree: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small' },
      fc.stringMatching(/^[a-zа-я ]{1,12}$/u).map((t) => t.replace(/ /g, '  \n')),
      fc
        .tuple(fc.constantFrom('p', 'b', 'div', 'span', 'i'), fc.array(tie('node'), { maxLength: 4 }))
        .map(([tag, inner]) => `<${tag}>${inner.join('')}</${tag}>`),
    ),
  })).node;

  it('leads back to the page from any offsets, and from there to the same offsets', () =>
    fc.assert(
      fc.property(fc.array(tree, { minLength: 1, maxLength: 6 }), fc.nat(), fc.nat(), (html, a, b) => {
        const page = read(html.map((h) => `<div>${h}</div>`).join(''));
        if (page.text === '') return;
        const start = a % page.text.length;
        const end = Math.min(page.text.length, start + 1 + (b % 20));
        const wanted = page.text.slice(start, end);
        const place = page.placeOf(start, end);
        if (wanted.trim() === '') return;
        expect(said(place)?.replace(/\s/g, '')).toBe(wanted.replace(/\s/g, ''));
        const target = place && targetOf(page, place);
        expect(target?.quote.exact).toBe(wanted.trim());
        expect(page.text.slice(target?.position.start, target?.position.end)).toBe(wanted.trim());
        const { range } = target ?? {};
        if (!range) throw new Error('no range');
        const node = nodeAt(document, range.startContainer);
        expect(node && pathTo(node)).toBe(range.startContainer);
        expect(node?.nodeType).toBe(3);
      }),
      { numRuns: 300 },
    ));

  it('takes a selection that begins and ends at elements', () => {
    const page = read('<p>a</p><p id="x">Talks <b>went</b> on</p><p>b</p>');
    const range = document.createRange();
    range.selectNode(document.querySelector('#x') as Element);
    expect(targetOf(page, range)?.quote).toEqual({ exact: 'Talks went on', prefix: 'a\n', suffix: '\nb' });
    range.selectNodeContents(document.body);
    expect(targetOf(page, range)?.quote.exact).toBe('a\nTalks went on\nb');
  });
  it('has no target for a selection without text', () => {
    const page = read('<p>a</p><hr><p> b</p>');
    const range = document.createRange();
    range.selectNode(document.querySelector('hr') as Element);
    expect(targetOf(page, range)).toBeUndefined();
  });
});

it('a path that the page has not, or of another form, leads nowhere', () => {
  document.body.innerHTML = '<p>a</p>';
  for (const path of ['/html[1]/body[1]/p[2]/text()[1]', '', '/', '//p', 'p[1]', '/html[1]/body[1]/p[1]/@id']) expect(nodeAt(document, path)).toBeUndefined();
});
