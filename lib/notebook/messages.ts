/**
 * What the page’s notebook script asks the background. Extension pages open the notebook themselves (`store.ts`). Every message is parsed with
 * these schemas; every one may be asked again, for a worker may die between the change and the answer.
 */
import { z } from 'zod/mini';
import { ClipShape, ColourShape, CorpusRecordShape, IdShape, NoteShape, RevisionShape, TagsShape } from './shape';
import type { Clip, CorpusRecord } from './types';

const Address = z.string().check(z.minLength(1), z.maxLength(20_000));

/** Keep this clip. The page knows who is mentioned, not their names and roles: the background fills them in. */
const AddMessage = z.object({ kind: z.literal('clip-add'), clip: ClipShape });
/** Which clips are of this page? */
const HereMessage = z.object({ kind: z.literal('clips-here'), url: Address, canonical: z.exactOptional(Address) });
const EditMessage = z.object({
  kind: z.literal('clip-edit'),
  id: IdShape,
  revision: RevisionShape,
  edit: z.object({ note: z.exactOptional(NoteShape), tags: z.exactOptional(TagsShape), colour: z.exactOptional(ColourShape) }),
});
const TrashMessage = z.object({ kind: z.literal('clip-trash'), id: IdShape });
const RestoreMessage = z.object({ kind: z.literal('clip-restore'), id: IdShape });
/** An article was visited while corpus mode was on. */
const VisitMessage = z.object({ kind: z.literal('corpus-visit'), record: CorpusRecordShape });

export const ToNotebook = z.discriminatedUnion('kind', [AddMessage, HereMessage, EditMessage, TrashMessage, RestoreMessage, VisitMessage]);
export type ToNotebook = z.infer<typeof ToNotebook>;

export interface NotebookReplies {
  'clip-add': Clip;
  'clips-here': readonly Clip[];
  'clip-edit': Clip;
  'clip-trash': Clip;
  'clip-restore': Clip;
  'corpus-visit': CorpusRecord;
}

const KINDS: readonly string[] = ['clip-add', 'clips-here', 'clip-edit', 'clip-trash', 'clip-restore', 'corpus-visit'];

/** Is this message for the notebook? Its shape is not checked yet. */
export const isForNotebook = (message: unknown): boolean =>
  typeof message === 'object' && message !== null && 'kind' in message && typeof message.kind === 'string' && KINDS.includes(message.kind);
