/**
 * Templates of Markdown notes. `{{title}}` is put in; `{{#note}}…{{/note}}` is there only when there is a note, and once an item for lists
 * (`{{#mentions}}{{name}}{{/mentions}}`); `{{^note}}…{{/note}}` only when there is none. A section on a line of its own leaves no empty line.
 * What pages and readers wrote is put in escaped, so that it is text and not Markdown; notes are the reader’s Markdown and stay as they are.
 */

/** Of a clip. */
export const PLACEHOLDERS: Readonly<Record<string, string>> = {
  title: 'title of the page',
  link: 'the title as a link to the page, at the passage where the browser can go there',
  url: 'address of the page',
  site: 'name of the site',
  authors: 'authors, with commas',
  published: 'date of publication: 2018-10-30, 2018-10 or 2018',
  modified: 'date of the last change',
  read: 'day on which you read it',
  language: 'language of the page: en',
  quote: 'the passage, in one paragraph',
  blockquote: 'the passage as a Markdown quotation',
  note: 'your note',
  tags: 'tags, as #tags',
  colour: 'colour of the clip',
  kind: 'passage, mention or page',
  made: 'day on which it was clipped',
  changed: 'day of the last change',
  asof: 'day on which the roles are told',
  id: 'the clip’s own number',
  mentions: 'list of those who are mentioned',
};
/** Of one in `{{#mentions}}`. */
export const MENTION_PLACEHOLDERS: Readonly<Record<string, string>> = {
  name: 'name in the dataset',
  link: 'the name as a [[link]], when links are wanted; else the name',
  surface: 'as it stands in the text',
  role: 'role on the article’s date',
  from: 'since when',
  to: 'until when',
  kind: 'person, office, organisation, place, event or agreement',
  entity: 'id in the dataset',
  wikidata: 'id in Wikidata',
};

export const DEFAULT_TEMPLATE = `## {{title}}

{{#quote}}
{{blockquote}}

{{/quote}}
{{#note}}
{{note}}

{{/note}}
{{link}}{{#site}}, {{site}}{{/site}}{{#published}}, {{published}}{{/published}}

{{#tags}}
{{tags}}

{{/tags}}
{{#mentions}}
- {{link}}{{#role}}, {{role}}{{/role}}
{{/mentions}}
`;

/** Something is wrong in a template. `line` and `column` count from 1, columns in UTF-16 code units. */
export class TemplateFault extends Error {
  override readonly name = 'TemplateFault';
  constructor(
    readonly line: number,
    readonly column: number,
    readonly problem: string,
    readonly mend: string,
  ) {
    super(`template: line ${line}, column ${column}: ${problem}; ${mend}`);
  }
}

export type Values = { readonly [name: string]: string | readonly Values[] };
type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly name: string }
  | { readonly kind: 'section'; readonly name: string; readonly when: boolean; readonly parts: readonly Part[] };
export type Template = readonly Part[];

/** Throws a `TemplateFault`. */
export function readTemplate(source: string): Template {
  const root: Part[] = [];
  const open: { name: string; at: number; mark: string; parts: Part[]; inMentions: boolean }[] = [];
  const fault = (at: number, problem: string, mend: string): TemplateFault => {
    const before = source.slice(0, at);
    return new TemplateFault(before.split('\n').length, at - before.lastIndexOf('\n'), problem, mend);
  };
  let at = 0;
  for (;;) {
    const start = source.indexOf('{{', at);
    const parts = open.at(-1)?.parts ?? root;
    if (start < 0) {
      parts.push({ kind: 'text', text: source.slice(at) });
      break;
    }
    const close = source.indexOf('}}', start);
    if (close < 0 || source.slice(start, close).includes('\n')) throw fault(start, 'a placeholder is not closed', 'write “}}” after its name');
    const inner = source.slice(start + 2, close).trim();
    const mark = /^[#^/]/.exec(inner)?.[0] ?? '';
    const name = inner.slice(mark.length).trim();
    const inMentions = open.at(-1)?.inMentions ?? false;
    const known = inMentions ? { ...PLACEHOLDERS, ...MENTION_PLACEHOLDERS } : PLACEHOLDERS;
    if (!Object.hasOwn(known, name)) throw fault(start, `there is no placeholder “${name}”`, nearest(name, Object.keys(known), inMentions));

    let from = start;
    let to = close + 2;
    if (mark !== '') {
      // A section’s mark alone on its line takes the line with it.
      const lineStart = source.lastIndexOf('\n', start - 1) + 1;
      const rest = /^[ \t]*(\r?\n|$)/.exec(source.slice(to));
      if (rest && source.slice(lineStart, start).trim() === '' && lineStart >= at) {
        from = lineStart;
        to += rest[0].length;
      }
    }
    parts.push({ kind: 'text', text: source.slice(at, from) });
    at = to;
    if (mark === '') {
      if (name === 'mentions') throw fault(start, '“mentions” is a list', 'write {{#mentions}}{{name}}{{/mentions}}');
      parts.push({ kind: 'value', name });
    } else if (mark === '/') {
      const last = open.pop();
      if (!last) throw fault(start, `{{/${name}}} closes a section that was not opened`, `write {{#${name}}} before it, or take it out`);
      if (last.name !== name) throw fault(start, `{{/${name}}} stands where {{/${last.name}}} was expected`, `close {{${last.mark}${last.name}}} first`);
      (open.at(-1)?.parts ?? root).push({ kind: 'section', name, when: last.mark === '#', parts: last.parts });
    } else open.push({ name, at: start, mark, parts: [], inMentions: inMentions || (name === 'mentions' && mark === '#') });
  }
  const last = open.at(-1);
  if (last) throw fault(last.at, `the section {{${last.mark}${last.name}}} is not closed`, `write {{/${last.name}}} where it ends`);
  return root;
}

/** What is wrong with a template; undefined for a good one. */
export function checkTemplate(source: string): TemplateFault | undefined {
  try {
    readTemplate(source);
    return undefined;
  } catch (error) {
    if (error instanceof TemplateFault) return error;
    throw error;
  }
}

/** Without the empty lines at its ends that empty placeholders left behind. */
export const fillTemplate = (template: Template, values: Values): string => `${fill(template, values).trim()}\n`;

function fill(template: Template, values: Values): string {
  return template
    .map((part) => {
      if (part.kind === 'text') return part.text;
      const value = values[part.name] ?? '';
      if (part.kind === 'value') return typeof value === 'string' ? value : '';
      if (value.length > 0 !== part.when) return '';
      return typeof value === 'string' || !part.when ? fill(part.parts, values) : value.map((item) => fill(part.parts, { ...values, ...item })).join('');
    })
    .join('');
}

function nearest(name: string, known: readonly string[], inMentions: boolean): string {
  if (!inMentions && Object.hasOwn(MENTION_PLACEHOLDERS, name)) return `it is there inside {{#mentions}} only`;
  const close = known.find((other) => distance(name.toLowerCase(), other) <= (other.length > 4 ? 2 : 1));
  return close ? `did you mean “${close}”?` : `there are: ${known.join(', ')}`;
}

/** Edits between two short words. */
function distance(a: string, b: string): number {
  if (a.length > 20) return Number.POSITIVE_INFINITY;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1));
    row = next;
  }
  return row[b.length] ?? 0;
}
