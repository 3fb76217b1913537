/**
 * Reads the Markdown of a note into a tree that is shown without any HTML of the note’s own. What people write in notes: paragraphs, headings,
 * lists, quotes, code, rules; strong, emphasis, code, struck out, links. Everything else stays the text that it is.
 */
export type Inline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis' | 'struck'; readonly of: readonly Inline[] }
  | { readonly kind: 'link'; readonly to: string; readonly of: readonly Inline[] }
  | { readonly kind: 'break' };

export type Block =
  | { readonly kind: 'paragraph'; readonly of: readonly Inline[] }
  | { readonly kind: 'heading'; readonly level: number; readonly of: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly start: number; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: 'quote'; readonly of: readonly Block[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'rule' };

/** Quotes and lists inside each other deeper than this are text. */
const DEEPEST = 8;

export const readMarkdown = (text: string): readonly Block[] => blocks(text.replace(/\r\n?/g, '\n').split('\n'), 0);

const ITEM = /^( {0,3})([-*+]|\d{1,9}[.)])( +|$)/;
const RULE = /^ {0,3}([-*_])[ ]*(?:\1[ ]*){2,}$/;
const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/;
const FENCE = /^ {0,3}(```+|~~~+)/;
const QUOTE = /^ {0,3}> ?/;

function blocks(lines: readonly string[], depth: number): Block[] {
  const out: Block[] = [];
  let paragraph: string[] = [];
  const finish = () => {
    if (paragraph.length > 0) out.push({ kind: 'paragraph', of: inline(paragraph.join('\n').trim()) });
    paragraph = [];
  };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const fence = FENCE.exec(line)?.[1];
    const heading = HEADING.exec(line);
    const item = depth < DEEPEST ? ITEM.exec(line) : null;
    if (line.trim() === '') finish();
    else if (fence) {
      finish();
      const code: string[] = [];
      while (++at < lines.length && !(lines[at] ?? '').trim().startsWith(fence)) code.push(lines[at] ?? '');
      out.push({ kind: 'code', text: code.join('\n') });
    } else if (heading) {
      finish();
      out.push({ kind: 'heading', level: (heading[1] ?? '').length, of: inline(heading[2] ?? '') });
    } else if (RULE.test(line)) {
      finish();
      out.push({ kind: 'rule' });
    } else if (QUOTE.test(line) && depth < DEEPEST) {
      finish();
      const inside: string[] = [];
      for (; at < lines.length && QUOTE.test(lines[at] ?? ''); at++) inside.push((lines[at] ?? '').replace(QUOTE, ''));
      at--;
      out.push({ kind: 'quote', of: blocks(inside, depth + 1) });
    } else if (item && (paragraph.length === 0 || !/\d/.test(item[2] ?? '') || item[2]?.startsWith('1'))) {
      finish();
      const { list, next } = readList(lines, at, depth);
      out.push(list);
      at = next - 1;
    } else paragraph.push(line);
  }
  finish();
  return out;
}

/** A list from line `at` on; what is indented below an item belongs to it. */
function readList(lines: readonly string[], at: number, depth: number): { readonly list: Block; readonly next: number } {
  const first = ITEM.exec(lines[at] ?? '');
  const marker = first?.[2] ?? '-';
  const ordered = /\d/.test(marker);
  const items: Block[][] = [];
  while (at < lines.length) {
    const item = ITEM.exec(lines[at] ?? '');
    if (!item || /\d/.test(item[2] ?? '') !== ordered || RULE.test(lines[at] ?? '')) break;
    const indent = item[0].length;
    const inside = [(lines[at] ?? '').slice(indent)];
    for (at++; at < lines.length; at++) {
      const line = lines[at] ?? '';
      const spaces = line.length - line.trimStart().length;
      if (line.trim() === '') {
        const after = lines[at + 1] ?? '';
        if (after.trim() === '' || after.length - after.trimStart().length < 2) break;
        inside.push('');
      } else if (spaces >= 2 && (spaces >= indent || ITEM.test(line.trimStart()))) inside.push(line.slice(Math.min(indent, spaces)));
      else if (ITEM.test(line) || QUOTE.test(line) || HEADING.test(line) || FENCE.test(line) || RULE.test(line)) break;
      else inside.push(line.trimStart());
    }
    items.push(blocks(inside, depth + 1));
    // One empty line between two items does not end the list.
    if ((lines[at] ?? '').trim() === '' && ITEM.test(lines[at + 1] ?? '')) at++;
  }
  return { list: { kind: 'list', ordered, start: ordered ? Number.parseInt(marker, 10) : 1, items }, next: at };
}

/** Each alternative starts with a mark of its own and is bounded by it, so that no text takes long. */
const MARKS =
  /\\([\\`*_{}[\]()#+\-.!~>|])|(`+)([^`]+?)\2(?!`)|\*\*(?=\S)([^*\n]+?)\*\*|(?<![\p{L}\p{N}_])__(?=\S)([^_\n]+?)__(?![\p{L}\p{N}_])|\*(?=\S)([^*\n]+?)\*|(?<![\p{L}\p{N}_])_(?=\S)([^_\n]+?)_(?![\p{L}\p{N}_])|~~([^~\n]+?)~~|\[([^[\]\n]{1,1000})\]\(<?((?:[^()\s<>]|\([^()\s<>]{0,200}\)){1,2000})>?\)|<?(https?:\/\/[^\s<>)\]]{1,2000}[^\s<>)\].,;:!?'"”»])>?|( {2,}|\\)?\n/gu;

export function inline(text: string): readonly Inline[] {
  const out: Inline[] = [];
  let from = 0;
  const put = (piece: string) => {
    const last = out.at(-1);
    if (piece === '') return;
    if (last?.kind === 'text') out[out.length - 1] = { kind: 'text', text: last.text + piece };
    else out.push({ kind: 'text', text: piece });
  };
  for (const match of text.matchAll(MARKS)) {
    const [whole, escaped, , code, strong, strong2, em, em2, struck, label, target, bare] = match;
    put(text.slice(from, match.index));
    from = match.index + whole.length;
    if (escaped !== undefined) put(escaped);
    else if (code !== undefined) out.push({ kind: 'code', text: code.trim() || code });
    else if (strong !== undefined || strong2 !== undefined) out.push({ kind: 'strong', of: inline(strong ?? strong2 ?? '') });
    else if (em !== undefined || em2 !== undefined) out.push({ kind: 'emphasis', of: inline(em ?? em2 ?? '') });
    else if (struck !== undefined) out.push({ kind: 'struck', of: inline(struck) });
    else if (label !== undefined && target !== undefined) {
      if (isSafe(target)) out.push({ kind: 'link', to: target, of: inline(label) });
      else put(whole);
    } else if (bare !== undefined) out.push({ kind: 'link', to: bare, of: [{ kind: 'text', text: bare }] });
    // A note is not a book: every end of a line is one.
    else out.push({ kind: 'break' });
  }
  put(text.slice(from));
  return out;
}

/** A link of a note leads to the web or to a letter, never to script. */
const isSafe = (target: string): boolean => /^(https?|mailto|obsidian|zotero):$/.test(URL.parse(target)?.protocol ?? '');
