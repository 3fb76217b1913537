/**
 * The one protocol between page scripts, extension pages and the background. Every message that arrives is parsed
 * with the schemas here before anything is done with it. The background keeps nothing between messages.
 */
import { z } from 'zod/mini';
import type { CardData } from './card/types';
import { DATE_SOURCES, type Recognition } from './recognise/types';

const EntityIdText = z.string().check(z.maxLength(200));
const ArticleDateShape = z.object({
  day: z.int(),
  source: z.enum(DATE_SOURCES),
  between: z.optional(z.object({ first: z.int(), last: z.int() })),
});
const ContextShape = z.object({ named: z.record(z.string(), z.number()), strangers: z.record(z.string(), z.array(z.string())) });

/** The page asks who is named in these blocks. */
const RecogniseMessage = z.object({
  kind: z.literal('recognise'),
  blocks: z.array(z.object({ id: z.int(), text: z.string(), lang: z.optional(z.string()) })),
  date: z.optional(ArticleDateShape),
  language: z.optional(z.string()),
  context: z.optional(ContextShape),
});
/** The page asks for the facts of one or several entities, for one card. */
const CardMessage = z.object({
  kind: z.literal('card'),
  entities: z.array(EntityIdText).check(z.minLength(1), z.maxLength(20)),
  date: ArticleDateShape,
  others: z.array(EntityIdText).check(z.maxLength(500)),
});

export const ToBackground = z.discriminatedUnion('kind', [RecogniseMessage, CardMessage]);
export type ToBackground = z.infer<typeof ToBackground>;

/** What the background answers, by the kind of the message. */
export interface Replies {
  recognise: Recognition;
  card: readonly CardData[];
}
