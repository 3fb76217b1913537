/** Text on its way into files that cannot hold every string of JavaScript. */

/** Without lone surrogates (no UTF-8 has them) and with control characters, which no reader shows, as their pictures: `␀`. Line ends are `\n`. */
export const visible = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g, (c) => (c === '\x7f' ? '␡' : String.fromCharCode(0x2400 + c.charCodeAt(0))))
    .replace(/[\x80-\x9f\ufffe\uffff]/g, '\ufffd');

/** The same in one line. */
export const oneLine = (text: string): string => visible(text).replace(/\s+/g, ' ').trim();

/** Names that Windows keeps for devices, with any ending. */
const DEVICES = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;
/** Room for a number and an ending within the 255 bytes that most file systems give a name. */
const LONGEST_BYTES = 180;
const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const utf8 = new TextEncoder();

/** A name, without ending, that Windows, macOS and Linux take, and that Obsidian can link to. */
export function safeName(text: string, fallback = 'clip'): string {
  const plain = text
    .toWellFormed()
    .normalize('NFC')
    // What paths, shells or links would read: separators, wildcards, `#^[]|`; controls; marks that turn the direction of text.
    .replace(/[\p{Cc}\u2028\u2029<>:"/\\|?*#^[\]%]+/gu, ' ')
    .replace(/[\p{Cf}\p{Co}\p{Cn}\ufffd]/gu, '')
    .replace(/\s+/g, ' ');
  let name = '';
  let bytes = 0;
  for (const { segment } of letters.segment(plain.slice(0, 400))) {
    bytes += utf8.encode(segment).length;
    if (bytes > LONGEST_BYTES) break;
    name += segment;
  }
  name = name.replace(/^[\s.]+|[\s.]+$/g, '');
  if (name === '') name = fallback;
  return DEVICES.test(name) ? `_${name}` : name;
}

/** Gives names of their own to all that ask, for file systems that know neither capitals nor how an accent is composed. */
export function uniqueNames(): (name: string) => string {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  const key = (name: string) => name.normalize('NFKD').toUpperCase().toLowerCase();
  return (name) => {
    let unique = name;
    let n = next.get(key(name)) ?? 2;
    for (; taken.has(key(unique)); n++) unique = `${name} ${n}`;
    next.set(key(name), n);
    taken.add(key(unique));
    return unique;
  };
}
