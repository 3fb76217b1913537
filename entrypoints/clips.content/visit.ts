/** Corpus mode on a page: one record of the article, when its reading has come to rest, and again when more was found. */
import { askNotebook } from '@/lib/browser/ask-notebook';
import type { Recording } from '@/lib/notebook/asking';
import { asOf, castOf, newId } from '@/lib/notebook/make';
import { isArticle, pageInfoOf } from '@/lib/notebook/page-info';
import { readPageText } from '@/lib/notebook/page-text';
import { world } from '@/lib/page/world';

/** How often it is looked whether the reading rests, in milliseconds, and how often at most. */
const LOOK = 1500;
const LOOKS = 40;

/** Records this visit until it is stopped. Pages that are not read (the reader’s rules for the site) and pages that are no articles are left out. */
export function recordVisit(document: Document, { project, withText }: Recording, info: { readonly url: string; readonly stale: boolean }): () => void {
  const id = newId();
  let last = -1;
  let sent = -1;
  let looks = 0;
  const timer = setInterval(async () => {
    const marks = world().reading?.marks();
    const count = marks?.length ?? -1;
    const rests = count === last;
    last = count;
    if (++looks >= LOOKS) clearInterval(timer);
    if (!marks || !rests || count === sent || !isArticle(document)) return;
    sent = count;
    const text = withText ? { text: readPageText(document.querySelector('article, main, [role="main"]') ?? document.body).text } : {};
    const record = {
      id,
      project,
      page: pageInfoOf(document, { ...info, now: Date.now() }),
      mentions: castOf(marks),
      ...asOf(world().reading?.date()),
      ...text,
    };
    // Not kept: it is tried again at the next look.
    await askNotebook({ kind: 'corpus-visit', record }).catch(() => {
      sent = -1;
    });
  }, LOOK);
  return () => clearInterval(timer);
}
