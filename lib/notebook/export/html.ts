/**
 * One page of HTML that needs nothing else: no script, no picture, nothing fetched, and a policy that says so. Everything is escaped;
 * notes stand as they were written.
 */
import type { Clip, Colour } from '../types';
import { oneLine, visible } from './clean';
import { each } from './each';
import { fileOf, momentOf, titleOf } from './file';
import { dayIn } from './time';
import type { Format } from './types';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escapeHtml = (text: string): string => visible(text).replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c);
const line = (text: string): string => escapeHtml(oneLine(text));

const INKS: Readonly<Record<Colour, string>> = { yellow: '#d9a400', green: '#3f9a5b', blue: '#3a7fc4', pink: '#c9517e', violet: '#7e5cc0' };

const STYLE = `
:root { color-scheme: light dark; }
body { font: 16px/1.55 Georgia, 'Times New Roman', serif; max-width: 42rem; margin: 3rem auto; padding: 0 1.25rem; color: light-dark(#1d1d1b, #e6e4df); background: light-dark(#fdfcf9, #191a1c); }
h1 { font-size: 1.7rem; font-weight: 600; margin: 0; }
h2 { font-size: 1.1rem; font-weight: 600; margin: 0; overflow-wrap: anywhere; }
a { color: inherit; text-decoration-thickness: 1px; text-underline-offset: .15em; }
header p, .from, .who, .tags { font: 13px/1.5 system-ui, sans-serif; color: light-dark(#5d5c57, #a5a29a); margin: .2rem 0; overflow-wrap: anywhere; }
article { margin-top: 2.75rem; break-inside: avoid; }
blockquote { margin: .8rem 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--ink); white-space: pre-line; overflow-wrap: anywhere; }
.note { margin: .8rem 0; white-space: pre-wrap; overflow-wrap: anywhere; }
${Object.entries(INKS)
  .map(([colour, ink]) => `.${colour} { --ink: ${ink}; }`)
  .join('\n')}
@media print { body { margin: 0; max-width: none; } }
`;

export const html: Format = {
  id: 'html',
  async write(job) {
    const language = job.options?.language ?? 'en';
    const parts: string[] = [];
    await each(job.clips, job, (clip) => void parts.push(article(clip, language)));
    const title = line(titleOf(job));
    const policy = "default-src 'none'; style-src 'unsafe-inline'";
    const head = `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width"><meta name="referrer" content="no-referrer"><title>${title}</title><style>${STYLE}</style>`;
    const top = `<header><h1>${title}</h1><p><time datetime="${momentOf(job)}">${line(dayIn(momentOf(job), language))}</time></p></header>`;
    const page = `<!DOCTYPE html>\n<html lang="${line(language)}">\n<head>${head}</head>\n<body>\n${top}\n<main>\n${parts.join('\n')}\n</main>\n</body>\n</html>\n`;
    return fileOf(job, 'html', 'text/html', page);
  },
};

/** A link only where it leads to a web page: `javascript:` and the like stay text. */
const linked = (url: string, label: string): string => {
  const address = URL.parse(url);
  return address && /^https?:$/.test(address.protocol) ? `<a href="${escapeHtml(address.href)}" rel="noreferrer noopener">${label}</a>` : label;
};

function article({ page, target, note, tags, mentions, colour, made }: Clip, language: string): string {
  const lang = page.language && /^[a-z]{2,8}(-[a-z\d]{1,8})*$/i.test(page.language) ? ` lang="${page.language}"` : '';
  const from = [page.site, page.authors.join(', '), page.published && dayIn(page.published, language)].flatMap((part) => (part ? [line(part)] : []));
  const who = [...new Map(mentions.map((m) => [m.entity, m])).values()].map(
    (m) => `<span title="${line(m.entity)}">${line(m.name || m.surface)}</span>${m.role ? `, ${line(m.role.title)}` : ''}`,
  );
  return [
    `<article class="${colour}">`,
    `<h2${lang} dir="auto">${linked(page.url, line(page.title) || line(page.url))}</h2>`,
    `<p class="from">${[...from, `<time datetime="${escapeHtml(made)}">${line(dayIn(made, language))}</time>`].join(' · ')}</p>`,
    target ? `<blockquote${lang} dir="auto">${escapeHtml(target.quote.exact)}</blockquote>` : '',
    note === '' ? '' : `<div class="note" dir="auto">${escapeHtml(note)}</div>`,
    who.length > 0 ? `<p class="who">${who.join('; ')}</p>` : '',
    tags.length > 0 ? `<p class="tags">${tags.map((tag) => `#${line(tag)}`).join(' ')}</p>` : '',
    '</article>',
  ]
    .filter((part) => part !== '')
    .join('\n');
}
