import type { Plugin } from 'vite';

/**
 * Code with escapes in the place of all that is not ASCII: in strings, regular expressions and names an escape means the same. Throws where it would not: after
 * a backslash, and where the code asks for the text of a template as it is written.
 */
export function escaped(code: string): string {
  if (/(?<!\\)(?:\\\\)*\\[^\0-\x7f]|String\.raw/.test(code)) throw new Error('a character that is not ASCII stands where an escape would mean something else');
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * Page scripts in ASCII: a browser holds the text of a script in every frame of every tab, and with one letter outside Latin-1 each of its letters takes two
 * bytes.
 */
export function ascii(): Plugin {
  return {
    name: 'attache:ascii',
    enforce: 'post',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const chunk of Object.values(bundle))
          if (chunk.type === 'chunk' && chunk.fileName.startsWith('content-scripts/')) chunk.code = escaped(chunk.code);
      },
    },
  };
}
