/**
 * The content security policy of the extension’s pages and of its background: nothing but files of its own, no code and no style out of text, and no
 * address besides the two that clips can be sent to.
 */

/** Where sending clips speaks to: Zotero on this machine, and Hypothesis. Both are permissions as well, asked for at the first sending. */
const SPOKEN_TO = ['http://127.0.0.1:23119', 'https://api.hypothes.is'];

const DIRECTIVES: Readonly<Record<string, readonly string[]>> = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'"],
  'connect-src': ["'self'", ...SPOKEN_TO],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
  'require-trusted-types-for': ["'script'"],
  'trusted-types': ["'none'"],
};

export const PAGES_POLICY = Object.entries(DIRECTIVES)
  .map(([name, sources]) => `${name} ${sources.join(' ')}`)
  .join('; ');
