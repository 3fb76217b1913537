import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, type Inline, inline, readMarkdown } from '@/lib/notebook/markdown';
import { anyText } from './clips';

const text = (said: string): Inline => ({ kind: 'text', text: said });
const paragraph = (...of: Inline[]): Block => ({ kind: 'paragraph', of });

describe('the Markdown of a note', () => {
  it('has paragraphs, and every end of a line is one', () =>
    expect(readMarkdown('one\ntwo\n\nthree')).toEqual([paragraph(text('one'), { kind: 'break' }, text('two')), paragraph(text('three'))]));
  it('has headings, rules and code', () =>
    expect(readMarkdown('## Vienna ##\n---\n```js\nlet a = *b*;\n```')).toEqual([
      { kind: 'heading', level: 2, of: [text('Vienna')] },
      { kind: 'rule' },
      { kind: 'code', text: 'let a = *b*;' },
    ]));
  it('has lists, inside each other too', () =>
    expect(readMarkdown('- a\n- b\n  - c\n\n3. d')).toEqual([
      {
        kind: 'list',
        ordered: false,
        start: 1,
        items: [[paragraph(text('a'))], [paragraph(text('b')), { kind: 'list', ordered: false, start: 1, items: [[paragraph(text('c'))]] }]],
      },
      { kind: 'list', ordered: true, start: 3, items: [[paragraph(text('d'))]] },
    ]));
  it('has quotes', () => expect(readMarkdown('> a\n> b')).toEqual([{ kind: 'quote', of: [paragraph(text('a'), { kind: 'break' }, text('b'))] }]));
  it('has emphasis in either way, and none inside a word', () => {
    expect(inline('**a** and *b* and __c__ and ~~d~~')).toEqual([
      { kind: 'strong', of: [text('a')] },
      text(' and '),
      { kind: 'emphasis', of: [text('b')] },
      text(' and '),
      { kind: 'strong', of: [text('c')] },
      text(' and '),
      { kind: 'struck', of: [text('d')] },
    ]);
    expect(inline('snake_case_name and 2 * 3 * 4')).toEqual([text('snake_case_name and 2 * 3 * 4')]);
  });
  it('has links, with brackets inside, and bare ones without the full stop behind', () =>
    expect(inline('[the text](https://example.org/a_(b)) see https://example.org/c.')).toEqual([
      { kind: 'link', to: 'https://example.org/a_(b)', of: [text('the text')] },
      text(' see '),
      { kind: 'link', to: 'https://example.org/c', of: [text('https://example.org/c')] },
      text('.'),
    ]));
  it.each(['javascript:alert(1)', 'JavaScript:alert(1)', 'data:text/html,x', 'vbscript:x', '//example.org', 'chrome://settings'])('leads nowhere by %s', (to) =>
    expect(JSON.stringify(inline(`[x](${to})`))).not.toContain('"link"'),
  );
  it('shows HTML as the text that it is', () =>
    expect(readMarkdown('<img src=x onerror=alert(1)>')).toEqual([paragraph(text('<img src=x onerror=alert(1)>'))]));
  it('takes a mark for itself after a backslash', () => expect(inline('\\*a\\* and `*b*`')).toEqual([text('*a* and '), { kind: 'code', text: '*b*' }]));
  it('reads any text at all, quickly', () => {
    fc.assert(fc.property(anyText(300), (any) => void readMarkdown(any)));
    for (const piece of ['*', '**a', '[', '[a](', '> ', '- ', '`', '_a', '\\', '~~', '1. ', '  - '])
      expect(readMarkdown(piece.repeat(20_000)).length).toBeGreaterThan(0);
  });
  it('loses no letter', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', '*', '_', '\n', ' ', '- ', '> ', '#', '1. ', '~~'), { maxLength: 40 }), (pieces) => {
        // Beside a fence stands the name of a language, which is not shown.
        fc.pre(!pieces.join('').includes('~~~'));
        const said = JSON.stringify(readMarkdown(pieces.join(''))).replace(
          /"(kind|of|text|items|ordered|start|level)":("(paragraph|heading|list|quote|code|rule|text|strong|emphasis|struck|break|link)")?/g,
          '',
        );
        expect(said.match(/[ab]/g)?.filter((letter) => letter === 'b').length ?? 0).toBe(pieces.filter((p) => p === 'b').length);
      }),
    ));
});
