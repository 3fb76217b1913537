/** Plain text, to be read or pasted. */
import type { Clip } from '../types';
import { oneLine, visible } from './clean';
import { each } from './each';
import { fileOf, titleOf } from './file';
import { dayIn } from './time';
import type { Format } from './types';

const indented = (text: string): string => visible(text).replace(/^/gm, '    ').replace(/^ +$/gm, '');

function block({ page, target, note, tags, mentions, made }: Clip, language: string): string {
  const from = [oneLine(page.site ?? ''), page.authors.map(oneLine).join(', '), page.published && dayIn(page.published, language)].filter(Boolean).join(', ');
  const who = [...new Set(mentions.map((m) => oneLine(`${m.name || m.surface}${m.role ? `, ${m.role.title}` : ''}`)))];
  return [
    oneLine(page.title) || oneLine(page.url),
    from,
    oneLine(page.url),
    ...(target ? ['', indented(target.quote.exact)] : []),
    ...(note.trim() === '' ? [] : ['', visible(note).trim()]),
    '',
    ...(who.length > 0 ? [`@ ${who.join('; ')}`] : []),
    ...(tags.length > 0 ? [tags.map((tag) => `#${oneLine(tag)}`).join('  ')] : []),
    `+ ${dayIn(made, language)}`,
  ]
    .filter((line, i) => line !== '' || i > 1)
    .join('\n');
}

export const text: Format = {
  id: 'text',
  async write(job) {
    const language = job.options?.language ?? 'en';
    const blocks: string[] = [];
    await each(job.clips, job, (clip) => void blocks.push(block(clip, language)));
    const head = oneLine(titleOf(job));
    return fileOf(job, 'txt', 'text/plain', `${head}\n${'='.repeat(head.length)}\n\n${blocks.join(`\n\n${'-'.repeat(72)}\n\n`)}\n`);
  },
};
