/**
 * To Obsidian by a link (obsidian.md/help, “Obsidian URI”): `obsidian://new` makes a note. Systems cut or refuse long links, so a note that
 * does not fit goes through the clipboard, and the link says so.
 */
import { DEFAULT_TITLE } from '../export/file';
import { markdown, noteFile } from '../export/markdown';
import { checkTemplate } from '../export/template';
import type { Clip } from '../types';
import { failed } from './ask';
import { ORIGINS } from './origins';
import type { Sender, SendOptions } from './types';

/** UTF-16 code units; Windows passes on 2,048 to the program of a scheme. */
export const LONGEST_LINK = 2000;

export const obsidian: Sender = {
  id: 'obsidian',
  origins: ORIGINS.obsidian,
  async send(clips, options) {
    if (clips.length === 0) return failed({ reason: 'unfit', message: 'there is nothing to send' }, 0, clips);
    const fault = options.template === undefined ? undefined : checkTemplate(options.template);
    if (fault) return failed({ reason: 'unfit', message: fault.message }, 0, clips);
    const { name, text } = await note(clips, options);
    const where = options.folder ? `${options.folder.replace(/^\/+|\/+$/g, '')}/${name}` : name;
    const to = [
      ...(options.vault ? [`vault=${encode(options.vault)}`] : []),
      // With a folder it is a path in the vault; without, the note goes where new notes go.
      `${options.folder ? 'file' : 'name'}=${encode(where)}`,
    ];
    const whole = `obsidian://new?${[...to, `content=${encode(text)}`].join('&')}`;
    if (whole.length <= LONGEST_LINK) return { kind: 'sent', count: clips.length, open: whole, where };
    const short = `obsidian://new?${[...to, 'clipboard'].join('&')}`;
    if (short.length <= LONGEST_LINK) return { kind: 'sent', count: clips.length, open: short, clipboard: text, where };
    return failed({ reason: 'too-long', message: 'the names of the vault, the folder and the note are too long for a link' }, 0, clips);
  },
};

/** One clip is a note of its own; many are one note. */
async function note(clips: readonly Clip[], { template, wikiLinks, signal, onProgress }: SendOptions): Promise<{ name: string; text: string }> {
  const options = { ...(template === undefined ? {} : { template }), ...(wikiLinks === undefined ? {} : { wikiLinks }) };
  const [first] = clips;
  if (first && clips.length === 1) return noteFile(first, options);
  const file = await markdown.write({
    clips,
    options: { ...options, title: DEFAULT_TITLE },
    ...(signal ? { signal } : {}),
    ...(onProgress ? { onProgress } : {}),
  });
  return { name: file.name.replace(/\.md$/, ''), text: String(file.data) };
}

const encode = (text: string): string => encodeURIComponent(text.toWellFormed());
