/** Text as Markdown that reads as that text: in CommonMark and in what Obsidian adds to it. */
import { safeName, visible } from './clean';

/** Of one line or of several: line ends are kept, and each line is also guarded against what only counts at its beginning. */
export function markdownText(text: string): string {
  return (
    visible(text)
      .replace(/[\\`*_[\]<>|$~]/g, '\\$&')
      .replace(/==/g, '\\=\\=')
      .replace(/%%/g, '\\%\\%')
      .replace(/&(?=#?\w+;)/g, '\\&')
      .replace(/(^|[\s(])#(?=\S)/gm, '$1\\#')
      .replace(/^([ \t]*)([-+=#])/gm, '$1\\$2')
      .replace(/^([ \t]*\d{1,9})([.)])(?=\s|$)/gm, '$1\\$2')
      // Four blanks would be a block of code.
      .replace(/^[ \t]+/gm, '')
  );
}

/** A note is the reader’s own Markdown. A block of code that is left open would swallow what comes after it. */
export function closedNote(note: string): string {
  const text = visible(note).replace(/\s+$/, '');
  let open: string | undefined;
  for (const line of text.split('\n')) {
    const fence = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line);
    if (!fence?.[1]) continue;
    if (open === undefined) {
      if (!(fence[1].startsWith('`') && fence[2]?.includes('`'))) open = fence[1];
    } else if (fence[1].startsWith(open) && fence[2]?.trim() === '') open = undefined;
  }
  return open === undefined ? text : `${text}\n${open}`;
}

/** `[[Uladzimir Makei]]`, or `[[Uladzimir Makei|Makei]]` where another text is shown. */
export function wikiLink(name: string, shown = name): string {
  const page = safeName(name, '');
  if (page === '') return markdownText(shown);
  const label = visible(shown)
    .replace(/[[\]|\s]+/g, ' ')
    .trim();
  return label === page || label === '' ? `[[${page}]]` : `[[${page}|${label}]]`;
}

/** A tag that Obsidian takes: letters, digits, `_`, `-`, `/`, and not digits alone. Undefined when nothing is left. */
export function obsidianTag(tag: string): string | undefined {
  const plain = visible(tag)
    .normalize('NFC')
    .trim()
    .replace(/^#+/, '')
    .replace(/\s+/g, '-')
    .replace(/[^\p{L}\p{M}\p{N}\p{Emoji_Presentation}_/-]/gu, '')
    .replace(/^[-/]+|[-/]+$/g, '');
  if (plain === '') return undefined;
  return /^[\p{N}/_-]+$/u.test(plain) ? `_${plain}` : plain;
}
