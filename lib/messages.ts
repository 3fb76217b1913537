/**
 * The one protocol between page scripts, extension pages and the background. Every message that arrives is parsed
 * with the schemas here before anything is done with it. The background keeps nothing between messages.
 */
import { z } from 'zod/mini';
import type { CardData, PersonLine } from './card/types';
import { DATE_SOURCES, type Recognition } from './recognise/types';
import { CorrectionShape } from './settings/corrections';

const EntityIdText = z.string().check(z.maxLength(200));
const ArticleDateShape = z.object({
  day: z.int(),
  source: z.enum(DATE_SOURCES),
  between: z.optional(z.object({ first: z.int(), last: z.int() })),
});
const ContextShape = z.object({
  named: z.array(z.string()),
  offices: z.array(z.string()),
  around: z.array(z.string()),
  prominent: z.array(z.string()),
  strangers: z.array(z.string()),
  otherwise: z.array(z.string()),
  introduced: z.record(z.string(), z.object({ at: z.number(), by: z.enum(['ours', 'stranger', 'both']) })),
});

/** More than any page script sends: it cuts its blocks at 50,000 letters and asks about some 200,000 at a time. */
const MOST_BLOCKS = 20_000;
const LONGEST_TEXT = 60_000;

/** The page asks who is named in these blocks. */
const RecogniseMessage = z.object({
  kind: z.literal('recognise'),
  blocks: z
    .array(
      z.object({
        id: z.int(),
        text: z.string().check(z.maxLength(LONGEST_TEXT, `the text of a block is longer than ${LONGEST_TEXT} letters: cut it at white space`)),
        lang: z.optional(z.string()),
      }),
    )
    .check(z.maxLength(MOST_BLOCKS, `more than ${MOST_BLOCKS} blocks at once: ask about them in several messages`)),
  date: z.optional(ArticleDateShape),
  language: z.optional(z.string()),
  /** Host name of the page’s address. */
  site: z.optional(z.string()),
  context: z.optional(ContextShape),
});
/** The page asks for the facts of one or several entities, for one card. */
const CardMessage = z.object({
  kind: z.literal('card'),
  entities: z.array(EntityIdText).check(z.minLength(1), z.maxLength(20)),
  date: ArticleDateShape,
  others: z.array(EntityIdText).check(z.maxLength(500)),
  /** Of the names and titles wanted, and of the page. */
  language: z.optional(z.string().check(z.maxLength(35))),
  pageLanguage: z.optional(z.string().check(z.maxLength(35))),
});
/** The reader looks for another bearer of a name, or for anybody. */
const FindMessage = z.object({
  kind: z.literal('find'),
  text: z.string().check(z.minLength(1), z.maxLength(200)),
  day: z.int(),
  language: z.optional(z.string().check(z.maxLength(35))),
});
/** The reader says who a name means, or takes that back. */
const CorrectMessage = z.object({ kind: z.literal('correct'), correction: CorrectionShape });
const UncorrectMessage = z.object({ kind: z.literal('uncorrect'), ids: z.array(z.string()).check(z.maxLength(5000)) });
/** A page script wants the words of the interface; the answer is empty when the browser’s own catalogue is the one. */
const WordsMessage = z.object({ kind: z.literal('words') });
/** A page says how many people it names. */
const CountMessage = z.object({ kind: z.literal('count'), people: z.int().check(z.minimum(0)) });

/** A page script found nothing that it can read of what the background keeps for it: it is to be written anew. */
const KeepMessage = z.object({ kind: z.literal('keep') });

export const ToBackground = z.discriminatedUnion('kind', [
  RecogniseMessage,
  CardMessage,
  FindMessage,
  CorrectMessage,
  UncorrectMessage,
  WordsMessage,
  CountMessage,
  KeepMessage,
]);
export type ToBackground = z.infer<typeof ToBackground>;

/** What the background answers, by the kind of the message. */
export interface Replies {
  recognise: Recognition;
  card: readonly CardData[];
  find: readonly PersonLine[];
  correct: null;
  uncorrect: null;
  /** Messages by key, as the browser keeps them; null: the browser’s own catalogue. */
  words: Readonly<Record<string, { readonly message: string }>> | null;
  count: null;
  keep: null;
}
