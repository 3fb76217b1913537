/** One clip to read: its passage, where it is from, who is named in it and as what, the note. */
import { useEffect, useRef } from 'preact/hooks';
import { articleDate, EVERYTHING, siteOf } from '@/lib/notebook/filter';
import { readMarkdown } from '@/lib/notebook/markdown';
import { placeOf } from '@/lib/notebook/place';
import { hashOf } from '@/lib/notebook/route';
import type { Clip, ClipMention } from '@/lib/notebook/types';
import { sayDateSource } from '../card/why';
import { sayDate, saySpan } from '../dates';
import { KindLabel } from '../explorer/EntityLink';
import { language, say } from '../words';
import { ClipForm, type Draft, draftOf } from './ClipForm';
import { CLIP_KIND_WORDS } from './Filters';
import { Markdown } from './Markdown';
import { Quote } from './Quote';

export interface ClipViewProps {
  readonly clip: Clip;
  /** The clip is being edited. */
  readonly draft: Draft | undefined;
  readonly knownTags: readonly string[];
  /** The reader came here by a choice inside the notebook. */
  readonly focused: boolean;
  onDraft(draft: Draft | undefined): void;
  onSave(revision: number, change: Pick<Clip, 'note' | 'tags' | 'colour'>): Promise<void>;
  onTrash(): void;
  onRestore(): void;
  onExport(): void;
  onSend(): void;
}

const moment = (at: string): string => new Date(at).toLocaleDateString(language(), { dateStyle: 'medium' });

export function ClipView(props: ClipViewProps) {
  const { clip, draft, focused, onDraft, onSave } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focused) heading.current?.focus();
  }, [clip.id]);
  const { page } = clip;
  const place = placeOf(clip);
  return (
    <article class="reading" data-colour={clip.colour}>
      <header>
        <p class="small soft">
          {say(CLIP_KIND_WORDS[clip.kind])} · {say('clip.made', moment(clip.made))}
          {clip.changed !== clip.made && ` · ${say('notebook.changedOn', moment(clip.changed))}`}
        </p>
        <h1 ref={heading} tabIndex={-1} dir="auto">
          {page.title || page.url}
        </h1>
        <p class="from">
          {[siteOf(clip), page.authors.join(', '), sayDate(articleDate(clip))].filter((part) => part !== '').join(' · ')}
          <span class="soft small">{say('notebook.readOn', moment(page.read))}</span>
        </p>
      </header>
      {clip.deleted !== undefined && (
        <p class="notice">
          {say('notebook.isInTrash')}{' '}
          <button type="button" onClick={props.onRestore}>
            {say('notebook.restore')}
          </button>
        </p>
      )}
      {clip.target && <Quote clip={clip} />}
      <div class="acts">
        {place && (
          <a class="button" href={place} target="_blank" rel="noreferrer">
            {clip.target ? say('notebook.openPlace') : say('notebook.openPage')}
          </a>
        )}
        {!draft && (
          <button type="button" onClick={() => onDraft(draftOf(clip))}>
            {clip.note === '' ? say('clip.addNote') : say('clip.edit')}
          </button>
        )}
        <button type="button" onClick={props.onExport}>
          {say('notebook.export.open')}
        </button>
        <button type="button" onClick={props.onSend}>
          {say('notebook.send.open')}
        </button>
        {clip.deleted === undefined && (
          <button type="button" class="quiet" onClick={props.onTrash}>
            {say('clip.delete')}
          </button>
        )}
      </div>
      {draft ? (
        <ClipForm
          key={clip.id}
          clip={clip}
          draft={draft}
          knownTags={props.knownTags}
          onDraft={onDraft}
          onSave={onSave}
          onDone={() => {
            onDraft(undefined);
            heading.current?.focus();
          }}
        />
      ) : (
        <>
          {clip.note !== '' && (
            <section class="note" aria-label={say('clip.note')}>
              <Markdown blocks={readMarkdown(clip.note)} />
            </section>
          )}
          {clip.tags.length > 0 && (
            <ul class="tags" aria-label={say('clip.tags')}>
              {clip.tags.map((tag) => (
                <li key={tag}>
                  <a class="tag" href={hashOf({ at: 'list', wanted: { ...EVERYTHING, tags: [tag] } })}>
                    {tag}
                  </a>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      {clip.mentions.length > 0 && <Named clip={clip} />}
    </article>
  );
}

/** Each one once, in the order of the passage. */
function Named({ clip }: { readonly clip: Clip }) {
  const once = [...new Map(clip.mentions.map((m): [string, ClipMention] => [m.entity, m])).values()];
  return (
    <section class="part">
      <h2>{say('notebook.named')}</h2>
      {clip.asOf && (
        <p class="small soft">
          {say('card.asOf', sayDate(clip.asOf.date))}, {sayDateSource(clip.asOf.source)}
        </p>
      )}
      <ul class="lines named">
        {once.map((m) => (
          <li key={m.entity}>
            <a href={hashOf({ at: 'entity', id: m.entity })}>{m.name || m.surface}</a> <KindLabel kind={m.kind} />
            {m.role && (
              <span class="when">
                {m.role.title}
                {(m.role.from ?? m.role.to) && `, ${saySpan(m.role.from, m.role.to === 'now' ? undefined : m.role.to)}`}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
