/** A clip’s passage, with a link to the notebook’s page of each one who is named in it. */
import { hashOf } from '@/lib/notebook/route';
import type { Clip } from '@/lib/notebook/types';

export function Quote({ clip }: { readonly clip: Clip }) {
  const exact = clip.target?.quote.exact ?? '';
  const pieces = [];
  let from = 0;
  for (const { start, end, entity, name, kind } of [...clip.mentions].sort((a, b) => a.start - b.start)) {
    if (start < from || end <= start || end > exact.length) continue;
    pieces.push(
      exact.slice(from, start),
      <a key={start} class="mention" data-kind={kind} href={hashOf({ at: 'entity', id: entity })} title={name}>
        {exact.slice(start, end)}
      </a>,
    );
    from = end;
  }
  pieces.push(exact.slice(from));
  return (
    <blockquote class="quote" dir="auto" lang={clip.page.language} cite={clip.page.url}>
      {pieces}
    </blockquote>
  );
}
