/**
 * Folding: what two spellings of one name have in common. Case, diacritics, apostrophes, soft hyphens and look-alike
 * letters go; what separates words becomes one space. Both the names of a pack and the text of a page are folded by
 * the one table here, so they cannot disagree.
 */

/** What the table gives for a character that ends a word. */
export const BREAK = 0;
/** What the table gives for a character that vanishes inside a word: soft hyphen, joiners, combining marks, apostrophes. */
export const SKIP = 1;

/** Letters whose folding is not what Unicode decomposition gives. */
const SPECIAL: Record<string, string> = {
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ø: 'o',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ħ: 'h',
  ŋ: 'n',
  ə: 'a',
  ё: 'е',
  й: 'и',
  ў: 'у',
  ї: 'і',
  ґ: 'г',
  ѐ: 'е',
  ѝ: 'и',
  ӣ: 'и',
  ӯ: 'у',
  қ: 'к',
  ғ: 'г',
  ң: 'н',
  ү: 'у',
  ұ: 'у',
  һ: 'х',
  ө: 'о',
  ә: 'а',
  ҳ: 'х',
  ҷ: 'ч',
};

/** Apostrophes and their look-alikes. They vanish inside a word (“Lukʼianov”), save after a single letter (“d’Artagnan”): see `words`. */
const APOSTROPHES = '\u0027\u0060\u00b4\u02b9\u02bb\u02bc\u02bd\u2018\u2019\u201b\u2032\uff07\u055a\u05f3';
export const isApostrophe = (code: number): boolean => code === 0x27 || code === 0x2019 || (code > 0x5f && APOSTROPHES.includes(String.fromCharCode(code)));

/** Vanish anywhere: soft hyphen, zero-width space family, bidi controls, variation selectors. */
const isInvisible = (code: number): boolean =>
  code === 0xad ||
  (code >= 0x200b && code <= 0x200f) ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2060 && code <= 0x2069) ||
  (code >= 0xfe00 && code <= 0xfe0f) ||
  code === 0xfeff ||
  code === 0x34f ||
  code === 0x61c;

const LETTER = /[\p{L}\p{N}]/u;
const MARK = /\p{M}/u;

/**
 * The table: for each UTF-16 code unit the folded unit, BREAK or SKIP, plus one. Filled as characters are met, for a page script
 * must not pay for 65,536 of them. Two-letter foldings (ß → ss) are in `PAIRS`, marked by units of the private use area.
 */
let table = new Uint16Array(0x3000);
const PAIRS: string[] = [];
const PAIR_BASE = 0xe000;

/** The folded form of one UTF-16 code unit: a unit, BREAK, SKIP, or a pair (see `pairOf`). */
export function foldOf(code: number): number {
  // Surrogates stand for rare letters and emoji, neither of which is part of a name we hold; the private use area for nothing.
  if (code >= 0xd800 && code <= 0xf8ff) return BREAK;
  if (code >= table.length) {
    // The first Chinese character or its like; most pages have none and need no table for them.
    const all = new Uint16Array(65536);
    all.set(table);
    table = all;
  }
  const known = table[code] as number;
  if (known !== 0) return known - 1;
  const folded = foldUnit(code);
  table[code] = folded + 1;
  return folded;
}
export const isPair = (folded: number): boolean => folded >= PAIR_BASE && folded < PAIR_BASE + PAIRS.length;
export const pairOf = (folded: number): string => PAIRS[folded - PAIR_BASE] as string;

function foldUnit(code: number): number {
  if (isInvisible(code) || isApostrophe(code)) return SKIP;
  const char = String.fromCharCode(code);
  if (MARK.test(char)) return SKIP;
  if (!LETTER.test(char)) return BREAK;
  const lower = char.toLowerCase();
  const base = SPECIAL[lower] ?? stripMarks(lower);
  if (base.length === 1) return base.charCodeAt(0);
  if (base.length === 0) return SKIP;
  PAIRS.push(base.slice(0, 2));
  return PAIR_BASE + PAIRS.length - 1;
}

function stripMarks(text: string): string {
  const stripped = text.normalize('NFKD').replace(/\p{M}/gu, '');
  return [...stripped]
    .map((c) => SPECIAL[c] ?? c)
    .join('')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

const LATIN_AS_CYRILLIC: Record<string, string> = { a: 'а', c: 'с', e: 'е', i: 'і', o: 'о', p: 'р', x: 'х', y: 'у', k: 'к', m: 'м', t: 'т', h: 'н', b: 'в' };
const CYRILLIC = /[\u0400-\u04ff]/;
const LATIN = /[a-z]/;

/** Latin letters inside a Cyrillic word are look-alikes (“Лукашэнкi” with a Latin i): read them as Cyrillic. */
export const mendMixedScript = (word: string): string =>
  CYRILLIC.test(word) && LATIN.test(word) ? word.replace(/[a-z]/g, (c) => LATIN_AS_CYRILLIC[c] ?? c) : word;

/** A word of a text: its folded form and where it stands, in UTF-16 code units of the text. */
export interface Word {
  readonly folded: string;
  readonly start: number;
  /** One past the last code unit. For “Putin’s” this is the end of “Putin”. */
  readonly end: number;
  /** One past the possessive, when there is one; else `end`. */
  readonly endWithPossessive: number;
  /** True when the first letter is a capital or has no case (CJK, Arabic, Hebrew, Georgian). */
  readonly capital: boolean;
  /** True when every letter is a capital and there are at least two. */
  readonly allCaps: boolean;
}

const startsCapital = (char: string): boolean => char.toLowerCase() !== char || char.toUpperCase() === char;

/** The words of `text`, folded. CJK characters are words of their own, for their text has no spaces. */
export function words(text: string): Word[] {
  const out: Word[] = [];
  const length = text.length;
  let at = 0;
  while (at < length) {
    const first = foldOf(text.charCodeAt(at));
    if (first === BREAK || first === SKIP) {
      at++;
      continue;
    }
    const start = at;
    let folded = '';
    let end = at;
    let letters = 0;
    let possessive = -1;
    if (isCjk(text.charCodeAt(at))) {
      folded = String.fromCharCode(first);
      end = ++at;
    } else {
      for (; at < length; at++) {
        const code = text.charCodeAt(at);
        const unit = foldOf(code);
        if (unit === BREAK || isCjk(code)) break;
        if (unit === SKIP) {
          if (isApostrophe(code) && at > start) {
            if (letters === 1 || (letters === 2 && folded === 'qu')) break;
            if (isPossessiveAt(text, at)) {
              possessive = at + 2;
              break;
            }
          }
          continue;
        }
        folded += unit >= PAIR_BASE && isPair(unit) ? pairOf(unit) : String.fromCharCode(unit);
        letters++;
        end = at + 1;
      }
      if (possessive > 0) at = possessive;
    }
    const surface = text.slice(start, end);
    out.push({
      folded: mendMixedScript(folded),
      start,
      end,
      endWithPossessive: possessive > 0 ? possessive : end,
      capital: startsCapital(text[start] as string),
      allCaps: letters > 1 && surface === surface.toUpperCase() && surface !== surface.toLowerCase(),
    });
  }
  return out;
}

/** `'s` followed by no letter. */
function isPossessiveAt(text: string, at: number): boolean {
  const s = text.charCodeAt(at + 1);
  if (s !== 0x73 && s !== 0x53) return false;
  const after = at + 2 < text.length ? foldOf(text.charCodeAt(at + 2)) : BREAK;
  return after === BREAK || after === SKIP;
}

export const isCjk = (code: number): boolean => (code >= 0x3040 && code <= 0x30ff) || (code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff);

/** The folded words of a name, joined by one space: the key under which a pack knows it. */
export const fold = (text: string): string =>
  words(text)
    .map((w) => w.folded)
    .join(' ');
