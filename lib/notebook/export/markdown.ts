/** Markdown: one file, or one a clip in a zip for a vault of Obsidian. The front matter is YAML; what follows is made by a template. */
import { strToU8, Zip, ZipPassThrough } from 'fflate';
import { stringify } from 'yaml';
import type { Clip, ClipMention } from '../types';
import { oneLine, safeName, uniqueNames, visible } from './clean';
import { each } from './each';
import { closedNote, markdownText, obsidianTag, wikiLink } from './escape-markdown';
import { fileOf, momentOf, titleOf } from './file';
import { addressOf } from './reference';
import { DEFAULT_TEMPLATE, fillTemplate, readTemplate, type Template, type Values } from './template';
import type { ExportJob, ExportOptions, Format } from './types';

export const markdown: Format = {
  id: 'markdown',
  async write(job) {
    const { options = {} } = job;
    const template = readTemplate(options.template ?? DEFAULT_TEMPLATE);
    if (options.perClip) return zipped(job, template);
    const parts: string[] = [];
    await each(job.clips, job, (clip) => void parts.push(fillTemplate(template, valuesOf(clip, options))));
    const head = frontMatter({ title: titleOf(job), exported: momentOf(job).slice(0, 10), clips: job.clips.length });
    // An empty line before the rule: without it the line above would be a heading.
    return fileOf(job, 'md', 'text/markdown', `${head}\n${parts.join('\n---\n\n')}`);
  },
};

/** One note, as `send to` gives it to Obsidian as well. */
export function noteFile(clip: Clip, options: ExportOptions, template: Template = readTemplate(options.template ?? DEFAULT_TEMPLATE)) {
  const quote = clip.target?.quote.exact ?? '';
  return {
    name: safeName(oneLine(clip.page.title) || oneLine(quote).slice(0, 80)),
    text: `${frontMatter(propertiesOf(clip, options))}\n${fillTemplate(template, valuesOf(clip, options))}`,
  };
}

async function zipped(job: ExportJob, template: Template) {
  const chunks: Uint8Array[] = [];
  const failed: Error[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) failed.push(error);
    else chunks.push(chunk);
  });
  const unique = uniqueNames();
  const mtime = new Date(momentOf(job));
  await each(job.clips, job, (clip) => {
    const { name, text } = noteFile(clip, job.options ?? {}, template);
    // Stored as it is: the tables of a compressor are a hundred times as large as a note.
    const file = new ZipPassThrough(`${unique(name)}.md`);
    file.mtime = mtime;
    zip.add(file);
    file.push(strToU8(text), true);
  });
  zip.end();
  if (failed[0]) throw failed[0];
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return fileOf(job, 'zip', 'application/zip', bytes);
}

const frontMatter = (properties: object): string => `---\n${stringify(properties, { lineWidth: 0 })}---\n`;

/** Properties as Obsidian shows them. Undefined ones are left out by `yaml`. */
function propertiesOf({ id, kind, page, tags, colour, made, asOf, mentions }: Clip, { wikiLinks }: ExportOptions) {
  const names = [...new Set(mentions.map(nameOf))];
  return {
    title: oneLine(page.title) || undefined,
    url: addressOf(page),
    site: page.site === undefined ? undefined : oneLine(page.site),
    authors: page.authors.length > 0 ? page.authors.map(oneLine) : undefined,
    published: page.published,
    read: page.read.slice(0, 10),
    clipped: made.slice(0, 10),
    as_of: asOf?.date,
    tags: tags.length > 0 ? tagsOf(tags) : undefined,
    mentions: names.length > 0 ? names.map((name) => (wikiLinks ? wikiLink(name) : name)) : undefined,
    kind,
    colour,
    clip: oneLine(id),
  };
}

const nameOf = ({ name, surface, entity }: ClipMention): string => oneLine(name) || oneLine(surface) || oneLine(entity);
const tagsOf = (tags: readonly string[]): string[] => [...new Set(tags.map(obsidianTag))].filter((tag) => tag !== undefined);

export function valuesOf(clip: Clip, { wikiLinks = false }: ExportOptions): Values {
  const { page, target } = clip;
  const plain = (text: string | undefined) => markdownText(oneLine(text ?? ''));
  const title = plain(page.title) || plain(page.url);
  const quote = target ? quoted(target.quote.exact, clip.mentions, wikiLinks) : '';
  return {
    title,
    link: `[${title}](${linkTo(clip)})`,
    url: addressOf(page),
    site: plain(page.site),
    authors: page.authors.map(plain).join(', '),
    published: page.published ?? '',
    modified: page.modified ?? '',
    read: page.read.slice(0, 10),
    language: plain(page.language),
    quote: quote.replace(/\s*\n\s*/g, ' '),
    blockquote: quote === '' ? '' : quote.replace(/^/gm, '> ').replace(/^> $/gm, '>'),
    note: closedNote(clip.note),
    tags: tagsOf(clip.tags)
      .map((tag) => `#${tag}`)
      .join(' '),
    colour: clip.colour,
    kind: clip.kind,
    made: clip.made.slice(0, 10),
    changed: clip.changed.slice(0, 10),
    asof: clip.asOf?.date ?? '',
    id: plain(clip.id),
    mentions: [...new Map(clip.mentions.map((mention) => [mention.entity, mention])).values()].map((mention) => ({
      name: markdownText(nameOf(mention)),
      link: wikiLinks ? wikiLink(nameOf(mention)) : markdownText(nameOf(mention)),
      surface: plain(mention.surface),
      role: plain(mention.role?.title),
      from: plain(mention.role?.from),
      to: plain(mention.role?.to),
      kind: mention.kind,
      entity: plain(mention.entity),
      wikidata: plain(mention.wikidata),
    })),
  };
}

/** The passage, with links where names stand in it. */
function quoted(exact: string, mentions: readonly ClipMention[], wikiLinks: boolean): string {
  let text = '';
  let at = 0;
  const links: string[] = [];
  if (wikiLinks)
    for (const mention of [...mentions].sort((a, b) => a.start - b.start)) {
      if (mention.start < at || mention.end <= mention.start || exact.slice(mention.start, mention.end) !== mention.surface) continue;
      // A letter of private use holds the place, so that the text around a link is escaped as the one line that it is.
      text += `${exact.slice(at, mention.start).replaceAll(PLACE, '')}${PLACE}`;
      links.push(wikiLink(nameOf(mention), mention.surface));
      at = mention.end;
    }
  text += exact.slice(at).replaceAll(PLACE, '');
  return markdownText(visible(text).trim()).replaceAll(PLACE, () => links.shift() ?? '');
}
const PLACE = '\uf8ff';

/** The page at the passage: a text fragment, unless the address has a fragment of its own. */
function linkTo({ page, target }: Clip): string {
  const address = addressOf(page).replace(/[()]/g, (c) => (c === '(' ? '%28' : '%29'));
  const words = oneLine(target?.quote.exact ?? '');
  if (words === '' || address.includes('#') || !/^https?:/.test(address)) return address;
  const part = (text: string) => encodeURIComponent(text.toWellFormed()).replace(/[-()']/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  const [first, last] = [words.slice(0, 60).replace(/\s\S*$/, ''), words.slice(-60).replace(/^\S*\s/, '')];
  return `${address}#:~:text=${words.length <= 160 ? part(words) : `${part(first)},${part(last)}`}`;
}
