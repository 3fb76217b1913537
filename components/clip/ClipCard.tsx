/** A clip in its place on the page: the note, and a form to edit it. A picture of its props. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Clip, Colour } from '@/lib/notebook/types';
import { Icon } from '../card/icons';
import { tagsOf } from '../notebook/tags';
import { language, say } from '../words';

export interface ClipChange {
  readonly note: string;
  readonly tags: readonly string[];
  readonly colour: Colour;
}

export interface ClipCardProps {
  readonly clip: Clip;
  /** How its passage was found; `lost`: it was not. */
  readonly how: 'exact' | 'context' | 'approximate' | 'lost';
  readonly editing: boolean;
  /** Why the last change was not kept, in words; with `theirs`, what somebody else saved meanwhile. */
  readonly fault?: { readonly text: string; readonly theirs?: Clip } | undefined;
  onEdit(editing: boolean): void;
  /** Resolves when it is kept, or was refused: then `fault` says why. */
  onSave(change: ClipChange): Promise<void>;
  onTrash(): void;
  onClose(): void;
}

const COLOURS: readonly Colour[] = ['yellow', 'green', 'blue', 'pink', 'violet'];

export function ClipCard(props: ClipCardProps) {
  const { clip, how, editing, onClose } = props;
  const made = new Date(clip.made).toLocaleDateString(language(), { dateStyle: 'medium' });
  return (
    <article class={`clip ${how === 'lost' ? 'lost' : ''}`} data-colour={clip.colour}>
      <header>
        <p>{say('clip.made', made)}</p>
        <button type="button" class="close" aria-label={say('clip.close')} title={say('clip.close')} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      {clip.target && <blockquote class="quote">{clip.target.quote.exact}</blockquote>}
      {(how === 'context' || how === 'approximate') && <p class="state">{say('clip.changed')}</p>}
      {how === 'lost' && <p class="state">{say('clip.lost')}</p>}
      {editing ? <Form key={clip.id} {...props} /> : <Note {...props} />}
    </article>
  );
}

function Note({ clip, onEdit, onTrash, fault }: ClipCardProps) {
  return (
    <>
      {clip.note === '' ? <p class="note none">{say('clip.noNote')}</p> : <p class="note">{clip.note}</p>}
      {clip.tags.length > 0 && (
        <ul class="tags" aria-label={say('clip.tags')}>
          {clip.tags.map((tag) => (
            <li key={tag}>{tag}</li>
          ))}
        </ul>
      )}
      {fault && (
        <div class="fault" role="alert">
          {fault.text}
        </div>
      )}
      <div class="acts">
        <button type="button" class="quiet" onClick={() => onEdit(true)}>
          {say('clip.edit')}
        </button>
        <span class="gap" />
        <button type="button" class="quiet" onClick={onTrash}>
          {say('clip.delete')}
        </button>
      </div>
    </>
  );
}

function Form({ clip, fault, onEdit, onSave }: ClipCardProps) {
  const [note, setNote] = useState(clip.note);
  const [tags, setTags] = useState(clip.tags.join(', '));
  const [colour, setColour] = useState(clip.colour);
  const [busy, setBusy] = useState(false);
  const first = useRef<HTMLTextAreaElement>(null);
  useEffect(() => first.current?.focus({ preventScroll: true }), []);
  const save = async () => {
    setBusy(true);
    await onSave({ note, tags: tagsOf(tags), colour });
    setBusy(false);
  };
  return (
    <form
      data-colour={colour}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
        // What was written is not thrown away by one key.
        if (event.key === 'Escape' && note === clip.note && tags === clip.tags.join(', ') && colour === clip.colour) onEdit(false);
      }}
    >
      <label for="clip-note">{say('clip.note')}</label>
      <textarea id="clip-note" ref={first} value={note} dir="auto" onInput={(event) => setNote(event.currentTarget.value)} />
      <label for="clip-tags">{say('clip.tagsHint')}</label>
      <input id="clip-tags" type="text" value={tags} dir="auto" onInput={(event) => setTags(event.currentTarget.value)} />
      <fieldset>
        <legend>{say('clip.colour')}</legend>
        <div class="colours">
          {COLOURS.map((one) => (
            <label key={one} data-colour={one} title={say(`clip.colours.${one}`)}>
              <input type="radio" name="colour" value={one} checked={one === colour} aria-label={say(`clip.colours.${one}`)} onChange={() => setColour(one)} />
              <span />
            </label>
          ))}
        </div>
      </fieldset>
      {fault && (
        <div class="fault" role="alert">
          {fault.text}
          {fault.theirs && <p class="theirs">{fault.theirs.note || say('clip.noNote')}</p>}
          {fault.theirs && (
            <button type="button" class="quiet" onClick={() => onEdit(false)}>
              {say('clip.takeTheirs')}
            </button>
          )}
        </div>
      )}
      <div class="acts">
        <span class="gap" />
        <button type="button" class="quiet" onClick={() => onEdit(false)}>
          {say('clip.cancel')}
        </button>
        <button type="submit" class="primary" disabled={busy}>
          {fault?.theirs ? say('clip.keepMine') : say('clip.save')}
        </button>
      </div>
    </form>
  );
}
