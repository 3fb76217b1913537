import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { format } from '@/lib/notebook/export/format';
import { valuesOf } from '@/lib/notebook/export/markdown';
import { checkTemplate, DEFAULT_TEMPLATE, fillTemplate, MENTION_PLACEHOLDERS, PLACEHOLDERS, readTemplate, TemplateFault } from '@/lib/notebook/export/template';
import { aClip } from '../clips';

const fill = (template: string, with_: Parameters<typeof aClip>[0] = {}, wikiLinks = false) =>
  fillTemplate(readTemplate(template), valuesOf(aClip(with_), { wikiLinks }));

describe('a template', () => {
  it('puts in what a clip says', () => {
    expect(fill('{{title}} ({{ url }}): {{quote}}, {{note}}', { note: 'mine' })).toBe('Talks in Minsk (https://example.org/news/1): a passage, mine\n');
  });
  it('has sections for what is there, for what is not, and for each of a list', () => {
    const mentions = ['Makei', 'OSCE'].map((name) => ({ start: 0, end: 1, surface: name, kind: 'person' as const, entity: name, name, confidence: 1 }));
    const template = '{{#note}}\n> {{note}}\n{{/note}}\n{{^note}}\nno note\n{{/note}}\n{{#mentions}}\n- {{name}} in {{title}}\n{{/mentions}}\n';
    expect(fill(template, { mentions })).toBe('no note\n- Makei in Talks in Minsk\n- OSCE in Talks in Minsk\n');
    expect(fill(template, { note: 'n' })).toBe('> n\n');
  });
  it('knows every placeholder that is documented', () => {
    const all = `${Object.keys(PLACEHOLDERS)
      .filter((name) => name !== 'mentions')
      .map((name) => `{{${name}}}`)
      .join('')}{{#mentions}}${Object.keys(MENTION_PLACEHOLDERS)
      .map((name) => `{{${name}}}`)
      .join('')}{{/mentions}}`;
    expect(checkTemplate(all)).toBeUndefined();
    const values = valuesOf(aClip(), {});
    for (const name of Object.keys(PLACEHOLDERS)) expect(values, name).toHaveProperty(name);
    expect(checkTemplate(DEFAULT_TEMPLATE)).toBeUndefined();
  });
  it('takes text of pages as text, and notes as Markdown', () => {
    const page = { ...aClip().page, title: '# [x](y) *b* <i> `c` ==d== #tag' };
    expect(fill('{{title}}', { page })).toBe('\\# \\[x\\](y) \\*b\\* \\<i\\> \\`c\\` \\=\\=d\\=\\= \\#tag\n');
    expect(fill('{{note}}', { note: '*b* [[x]]' })).toBe('*b* [[x]]\n');
  });
  it('does not let a note’s open block of code swallow the rest', () =>
    expect(fill('{{note}}\n\nafter', { note: '```\ncode' })).toBe('```\ncode\n```\n\nafter\n'));
  it('links names, in the passage too, when links are wanted', () => {
    const mentions = [{ start: 2, end: 9, surface: 'passage', kind: 'person' as const, entity: 'person/x', name: 'Uladzimir [M]', confidence: 1 }];
    expect(fill('{{quote}} {{#mentions}}{{link}}{{/mentions}}', { mentions }, true)).toBe('a [[Uladzimir M|passage]] [[Uladzimir M]]\n');
    expect(fill('{{quote}} {{#mentions}}{{link}}{{/mentions}}', { mentions })).toBe('a passage Uladzimir \\[M\\]\n');
  });
});

describe('a bad template', () => {
  it.each([
    ['a\n{{titel}}', 2, 1, /no placeholder “titel”/, /did you mean “title”/],
    ['{{name}}', 1, 1, /no placeholder/, /inside \{\{#mentions}}/],
    ['{{title', 1, 1, /not closed/, /}}/],
    ['{{title\n}}', 1, 1, /not closed/, /}}/],
    ['x {{#note}} y', 1, 3, /section \{\{#note}} is not closed/, /\{\{\/note}}/],
    ['{{/note}}', 1, 1, /was not opened/, /\{\{#note}}/],
    ['{{#note}}{{#tags}}{{/note}}{{/tags}}', 1, 19, /\{\{\/tags}} was expected/, /close/],
    ['{{mentions}}', 1, 1, /is a list/, /\{\{#mentions}}/],
    ['{{}}', 1, 1, /no placeholder/, /there are: title/],
    ['{{__proto__}}', 1, 1, /no placeholder/, /there are/],
  ])('%j is told with its place and a mend', async (template, line, column, problem, mend) => {
    const fault = checkTemplate(template);
    expect(fault).toMatchObject({ line, column });
    expect(fault?.problem).toMatch(problem);
    expect(fault?.mend).toMatch(mend);
    await expect((await format('markdown')).write({ clips: [aClip()], options: { template } })).rejects.toBeInstanceOf(TemplateFault);
  });
  it('is never an error of another kind', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom('{{', '}}', '#', '/', '^', 'note', 'mentions', 'title', 'name', '\n', ' ', 'x')), (parts) => {
        const template = parts.join('');
        const fault = checkTemplate(template);
        if (fault) expect(fault.line).toBeLessThanOrEqual(template.split('\n').length);
        else expect(typeof fill(template)).toBe('string');
      }),
      { numRuns: 500 },
    ));
});
