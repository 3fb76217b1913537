/**
 * Clips as references: a page is cited once, however many clips it has, and its notes carry the passages. References are CSL items
 * (docs.citationstyles.org); RIS, BibTeX and BibLaTeX are written from them.
 *
 * Written by us, not by citation-js, which reads them back in the tests: its BibTeX drops every letter that has no TeX command (all of
 * Cyrillic), or, told to keep them, leaves `%` and braces as they are; its RIS breaks lines in the middle of characters.
 */
import { pageKey } from '../address';
import type { Clip, PageInfo } from '../types';
import { oneLine, visible } from './clean';
import { each } from './each';
import type { ExportJob } from './types';

export type CslName = { readonly family: string; readonly given: string } | { readonly literal: string };
export interface CslDate {
  readonly 'date-parts': readonly [readonly number[]];
}

/** What of a CSL item we fill. */
export interface CslItem {
  readonly id: string;
  readonly 'citation-key': string;
  readonly type: 'webpage';
  readonly title: string;
  readonly author?: readonly CslName[];
  readonly 'container-title'?: string;
  readonly issued?: CslDate;
  readonly accessed: CslDate;
  readonly URL: string;
  readonly language?: string;
  readonly keyword?: string;
  readonly note?: string;
}

export interface Reference {
  readonly item: CslItem;
  /** Everybody’s tags, each once. */
  readonly tags: readonly string[];
  /** A note for each clip that says something: the passage in quotation marks, then the reader’s note. Line ends are `\n`. */
  readonly notes: readonly string[];
}

export async function references(job: Pick<ExportJob, 'clips' | 'onProgress' | 'signal'>): Promise<Reference[]> {
  const key = citationKeys();
  const all: Reference[] = [];
  await each(byPage(job.clips), job, (clips) => void all.push(referenceOf(clips, key)));
  return all;
}

/** The clips of each page, in the order in which the pages come. */
export function byPage(clips: readonly Clip[]): Clip[][] {
  const pages = new Map<string, Clip[]>();
  for (const clip of clips) {
    const key = pageKey(clip.page.url) ?? clip.page.url;
    const there = pages.get(key);
    if (there) there.push(clip);
    else pages.set(key, [clip]);
  }
  return [...pages.values()];
}

function referenceOf(clips: readonly Clip[], key: (page: PageInfo, names: readonly CslName[]) => string): Reference {
  const [{ page }] = clips as [Clip];
  const names = page.authors.map((author) => nameOf(author, page)).filter((name) => name !== undefined);
  const tags = [...new Set(clips.flatMap((clip) => clip.tags.map(oneLine)))].filter((tag) => tag !== '');
  const notes = clips.map(noteOf).filter((note) => note !== '');
  const id = key(page, names);
  const site = oneLine(page.site ?? '');
  const language = oneLine(page.language ?? '');
  const issued = dateOf(page.published);
  return {
    tags,
    notes,
    item: {
      id,
      'citation-key': id,
      type: 'webpage',
      title: oneLine(page.title) || addressOf(page),
      ...(names.length > 0 ? { author: names } : {}),
      ...(site === '' ? {} : { 'container-title': site }),
      ...(issued ? { issued } : {}),
      accessed: dateOf(page.read.slice(0, 10)) ?? { 'date-parts': [[1970]] },
      URL: addressOf(page),
      ...(language === '' ? {} : { language }),
      ...(tags.length === 0 ? {} : { keyword: tags.join(',') }),
      ...(notes.length === 0 ? {} : { note: notes.join('\n\n') }),
    },
  };
}

/** The address as it goes over the wire: without blanks, quotes and letters that would end it in some format. */
export function addressOf({ url }: Pick<PageInfo, 'url'>): string {
  const address = URL.parse(url)?.href ?? encodeURI(url.toWellFormed());
  return address.replace(/[{}<>"\\^`|\s]/g, (c) => encodeURIComponent(c));
}

export function noteOf({ target, note }: Pick<Clip, 'target' | 'note'>): string {
  const quote = visible(target?.quote.exact ?? '').trim();
  return [quote === '' ? '' : `“${quote}”`, visible(note).trim()].filter((part) => part !== '').join('\n');
}

function dateOf(partial: string | undefined): CslDate | undefined {
  const parts = partial?.split('-').map(Number) ?? [];
  return parts.length > 0 && parts.every((part) => part > 0) ? { 'date-parts': [parts] } : undefined;
}

/** Words of bodies that sign articles. */
const BODIES =
  /(?<!\p{L})(news|agency|agence|agentur|press|presse|team|staff|desk|editors?|editorial|redaktion|redakcja|redaction|reuters|afp|dpa|times|post|journal|media|service|office|ministry|group|council|institute|the|and|of|und|редакция|редакция|рэдакцыя|редакція|агентство|агенцтва|агенція|служба|новости|навіны|новини|министерство)(?!\p{L})/iu;
/** Where the family name stands first. */
const FAMILY_FIRST = /^(zh|ja|ko|vi|hu|km|mn)\b/i;

/** Given and family name where that is plain; else the whole as it stands, for a name cut in the wrong place is a wrong name. */
export function nameOf(author: string, { site, language }: Pick<PageInfo, 'site' | 'language'>): CslName | undefined {
  const name = oneLine(author);
  if (name === '') return undefined;
  const [family, given, more] = name.split(/\s*,\s*/);
  if (family && given && more === undefined) return { family, given };
  const words = name.split(' ');
  const plain = words.every((word) => /^\p{Lu}[\p{L}\p{M}’'.-]*$/u.test(word)) && !/[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(name);
  const last = words.at(-1);
  if (last === undefined || words.length < 2 || words.length > 3 || !plain || last.endsWith('.') || BODIES.test(name)) return { literal: name };
  if (name === site || FAMILY_FIRST.test(language ?? '')) return { literal: name };
  return { family: last, given: words.slice(0, -1).join(' ') };
}

/** Latin letters for the Cyrillic ones, for keys only: TeX’s own programs want ASCII there. */
const LATIN: Readonly<Record<string, string>> = Object.fromEntries(
  'а a б b в v г h ґ g д d е e ё e є ye ж zh з z и i і i ї yi й y к k л l м m н n о o п p р r с s т t у u ў u ф f х kh ц ts ч ch ш sh щ shch ъ _ ы y ь _ э e ю yu я ya'
    .split(' ')
    .flatMap((letter, i, all) => (i % 2 === 0 ? [[letter, (all[i + 1] ?? '').replace('_', '')]] : [])),
);

const ascii = (text: string): string =>
  text
    .toLowerCase()
    .replace(/./gu, (c) => LATIN[c] ?? c)
    .normalize('NFKD')
    .replace(/[^a-z0-9]/g, '');

/** `makei2018minsk`, `makei2018minskb`: author or site, year, first long word of the title; a letter or number where that is taken. */
function citationKeys(): (page: PageInfo, names: readonly CslName[]) => string {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  return (page, [first]) => {
    const who = first ? ('family' in first ? first.family : first.literal) : (page.site ?? URL.parse(page.url)?.hostname.replace(/^www\./, '') ?? '');
    const word = page.title.split(/[^\p{L}\p{N}]+/u).find((w) => w.length > 3) ?? '';
    const base = `${ascii(who).slice(0, 30)}${page.published?.slice(0, 4) ?? ''}${ascii(word).slice(0, 20)}` || 'page';
    let key = base;
    let n = next.get(base) ?? 2;
    for (; taken.has(key); n++) key = `${base}-${n}`;
    next.set(base, n);
    taken.add(key);
    return key;
  };
}
