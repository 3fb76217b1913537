/** What the background does for the page’s notebook script. Keeps nothing between messages; answers only when the change is on the disk. */
import { hostOf, pageKey, pageKeys } from './address';
import type { NotebookReply } from './asking';
import { NotebookFault } from './fault';
import { type NotebookReplies, ToNotebook } from './messages';
import type { Notebook } from './store';
import type { Clip, ClipMention, CorpusRecord } from './types';

/** What the pack knows of an entity on a day. */
export type Described = Pick<ClipMention, 'name' | 'wikidata' | 'role'>;

export interface NotebookService {
  readonly notebook: Notebook;
  /** Names and roles on an ISO day; entities that the pack does not know are left out. */
  describe(entities: readonly string[], date: string): Promise<Readonly<Record<string, Described>>>;
}

/** Answers one message of a page whose address is `from`. Never throws: what goes wrong is in the reply. */
export async function answerNotebook(raw: unknown, from: string | undefined, service: NotebookService): Promise<NotebookReply<keyof NotebookReplies>> {
  const parsed = ToNotebook.safeParse(raw);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return { fault: 'bad', error: `not a message of the notebook: ${issue?.path.join('.')}: ${issue?.message}` };
  }
  try {
    return { ok: await carryOut(parsed.data, from, service) };
  } catch (error) {
    if (!(error instanceof NotebookFault)) return { fault: 'closed', error: error instanceof Error ? error.message : String(error) };
    return { fault: error.kind, error: error.message, ...(error.versions ? { stored: error.versions.stored } : {}) };
  }
}

async function carryOut(
  message: ToNotebook,
  from: string | undefined,
  { notebook, describe }: NotebookService,
): Promise<NotebookReplies[keyof NotebookReplies]> {
  switch (message.kind) {
    case 'clips-here':
      sameOrigin(message.url, from);
      return notebook.clipsOn(pageKeys(message));
    case 'clip-add': {
      const { clip } = message;
      sameOrigin(clip.page.url, from);
      return notebook.add(await described(clip, describe));
    }
    case 'clip-edit':
      await ofThisSite(notebook, message.id, from);
      return notebook.edit(message.id, message.revision, message.edit);
    case 'clip-trash':
      await ofThisSite(notebook, message.id, from);
      await notebook.trash([message.id]);
      return stored(notebook, message.id);
    case 'clip-restore':
      await ofThisSite(notebook, message.id, from);
      await notebook.restore([message.id]);
      return stored(notebook, message.id);
    case 'corpus-visit':
      sameOrigin(message.record.page.url, from);
      return notebook.corpus.record(await described(message.record, describe));
  }
}

async function stored(notebook: Notebook, id: string): Promise<Clip> {
  const clip = await notebook.get(id);
  if (!clip) throw new NotebookFault('gone', `there is no clip ${id} in the notebook`);
  return clip;
}

/** A page’s script speaks of its own page only. */
function sameOrigin(url: string, from: string | undefined): void {
  const asked = URL.parse(url);
  const sender = URL.parse(from ?? '');
  if (!asked || !sender || asked.protocol !== sender.protocol || asked.host !== sender.host)
    throw new NotebookFault('bad', `a page asked for the clips of another site: ${asked?.host || url.slice(0, 100)}`);
}

/** A page’s script changes clips of its own site only. The clip’s page or its canonical address may be without the `www.` or `m.` of the one that asks. */
async function ofThisSite(notebook: Notebook, id: string, from: string | undefined): Promise<void> {
  const { page } = await stored(notebook, id);
  const sender = pageKey(from ?? '');
  const here = sender === undefined ? undefined : hostOf(sender);
  const isNear = (host: string) => here === host || (host !== '' && here?.endsWith(`.${host}`)) || (here !== '' && host.endsWith(`.${here}`));
  if (here === undefined || !pageKeys(page).map(hostOf).some(isNear))
    throw new NotebookFault('bad', 'a page asked to change a clip of another site: change it in the notebook');
}

/** The clip or record with names and roles. When the pack cannot be read it is kept all the same, with the names as the page has them. */
async function described<T extends Clip | CorpusRecord>(clip: T, describe: NotebookService['describe']): Promise<T> {
  if (clip.mentions.length === 0) return clip;
  const known: Awaited<ReturnType<typeof describe>> = await describe(
    [...new Set(clip.mentions.map((m) => m.entity))],
    clip.asOf?.date ?? clip.page.read.slice(0, 10),
  ).catch(() => ({}));
  return { ...clip, mentions: clip.mentions.map((m) => ({ ...m, name: m.name || m.surface, ...known[m.entity] })) };
}
