/** Editing a clip: the note as text, tags, colour. When somebody saved in between, both versions are shown and the reader decides. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { readMarkdown } from '@/lib/notebook/markdown';
import { type Clip, COLOURS, type Colour } from '@/lib/notebook/types';
import { say } from '../words';
import { sayFault } from './faults';
import { Markdown } from './Markdown';
import { tagsOf } from './tags';

/** What was written and not saved yet, with the clip that it was begun on. */
export interface Draft {
  readonly base: Clip;
  readonly note: string;
  readonly tags: string;
  readonly colour: Colour;
}

export const draftOf = (clip: Clip): Draft => ({ base: clip, note: clip.note, tags: clip.tags.join(', '), colour: clip.colour });
export const isTouched = ({ base, note, tags, colour }: Draft): boolean => note !== base.note || colour !== base.colour || tags !== base.tags.join(', ');

export interface ClipFormProps {
  /** As it is stored now. */
  readonly clip: Clip;
  readonly draft: Draft;
  readonly knownTags: readonly string[];
  onDraft(draft: Draft): void;
  /** Saves on top of the revision given; rejects when it was refused. */
  onSave(revision: number, change: Pick<Clip, 'note' | 'tags' | 'colour'>): Promise<void>;
  onDone(): void;
}

export function ClipForm({ clip, draft, knownTags, onDraft, onSave, onDone }: ClipFormProps) {
  const [fault, setFault] = useState<string>();
  const [theirs, setTheirs] = useState<Clip>();
  const [busy, setBusy] = useState(false);
  const [preview, setPreview] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => area.current?.focus(), []);
  const differs =
    clip.revision !== draft.base.revision &&
    (clip.note !== draft.base.note || clip.colour !== draft.base.colour || clip.tags.join() !== draft.base.tags.join());
  const other = theirs ?? (differs ? clip : undefined);

  const save = async (revision: number) => {
    setBusy(true);
    setFault(undefined);
    try {
      await onSave(revision, { note: draft.note, tags: tagsOf(draft.tags), colour: draft.colour });
    } catch (error) {
      const stored = storedIn(error);
      if (stored) setTheirs(stored);
      else setFault(sayFault(error));
    }
    setBusy(false);
  };
  const cancel = () => {
    onDone();
  };

  return (
    <form
      class="edit"
      data-colour={draft.colour}
      onSubmit={(event) => {
        event.preventDefault();
        void save(other ? other.revision : draft.base.revision);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save(other ? other.revision : draft.base.revision);
        // What was written is not thrown away by one key.
        if (event.key === 'Escape' && !isTouched(draft)) cancel();
      }}
    >
      {other && (
        <section class="conflict" role="alert">
          <p>{say('notebook.conflict')}</p>
          <div class="theirs">
            <h3>{say('notebook.theirs')}</h3>
            <div class="note">{other.note === '' ? <p class="soft">{say('clip.noNote')}</p> : <Markdown blocks={readMarkdown(other.note)} top={4} />}</div>
            <p class="small">
              {say('clip.tags')}: {other.tags.join(', ') || '–'} · {say('clip.colour')}: {say(`clip.colours.${other.colour}`)}
            </p>
            <button type="button" onClick={cancel}>
              {say('clip.takeTheirs')}
            </button>
          </div>
          <h3>{say('notebook.mine')}</h3>
        </section>
      )}
      <div class="line">
        <label for="note">{say('clip.note')}</label>
        <button type="button" class="quiet small" aria-pressed={preview} onClick={() => setPreview(!preview)}>
          {say('notebook.preview')}
        </button>
      </div>
      {preview ? (
        <div class="note preview">
          <Markdown blocks={readMarkdown(draft.note)} />
        </div>
      ) : (
        <textarea
          id="note"
          ref={area}
          rows={8}
          dir="auto"
          value={draft.note}
          aria-describedby="note-how"
          onInput={(event) => onDraft({ ...draft, note: event.currentTarget.value })}
        />
      )}
      <p class="small soft" id="note-how">
        {say('notebook.noteHow')}
      </p>
      <label for="tags">{say('clip.tagsHint')}</label>
      <input
        id="tags"
        type="text"
        dir="auto"
        list="known-tags"
        autocomplete="off"
        value={draft.tags}
        onInput={(event) => onDraft({ ...draft, tags: event.currentTarget.value })}
      />
      <datalist id="known-tags">
        {continuations(draft.tags, knownTags).map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
      <fieldset>
        <legend>{say('clip.colour')}</legend>
        <div class="colours">
          {COLOURS.map((one) => (
            <label key={one} data-colour={one} title={say(`clip.colours.${one}`)}>
              <input
                type="radio"
                name="colour"
                checked={one === draft.colour}
                aria-label={say(`clip.colours.${one}`)}
                onChange={() => onDraft({ ...draft, colour: one })}
              />
              <span />
            </label>
          ))}
        </div>
      </fieldset>
      {fault !== undefined && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
      <div class="acts">
        <button type="submit" class="primary" disabled={busy}>
          {other ? say('clip.keepMine') : say('clip.save')}
        </button>
        <button type="button" class="quiet" onClick={cancel}>
          {say('clip.cancel')}
        </button>
      </div>
    </form>
  );
}

/** Of a conflict: the version that is stored. */
function storedIn(error: unknown): Clip | undefined {
  if (!(error instanceof Error) || !('versions' in error)) return undefined;
  return (error.versions as { readonly stored: Clip } | undefined)?.stored;
}

/** The line with its last tag completed: what a browser’s list of suggestions needs. */
function continuations(line: string, known: readonly string[]): string[] {
  const before = line.slice(0, line.search(/[^,;]*$/));
  const taken = new Set(tagsOf(before));
  return known.filter((tag) => !taken.has(tag)).map((tag) => `${before}${before === '' ? '' : ' '}${tag}`);
}
