/** What else the notebook shows on a page: the button beside a selection, what was done, the page’s clips. Pictures of their props. */
import { useEffect } from 'preact/hooks';
import type { Clip } from '@/lib/notebook/types';
import { Icon } from '../card/icons';
import { say, sayCount } from '../words';

export function Pick({ onPick }: { onPick(): void }) {
  return (
    // Not by click: the page must not lose its selection first.
    <button type="button" class="pick" onPointerDown={(event) => event.preventDefault()} onClick={onPick}>
      <Icon name="clip" />
      {say('clip.pick')}
    </button>
  );
}

export interface SaidProps {
  readonly text: string;
  readonly acts: readonly { readonly label: string; onAct(): void }[];
  onClose(): void;
}

export function Said({ text, acts, onClose }: SaidProps) {
  return (
    <div class="said">
      <p role="status">{text}</p>
      {acts.map(({ label, onAct }) => (
        <button key={label} type="button" class="quiet" onClick={onAct}>
          {label}
        </button>
      ))}
      <button type="button" class="quiet" aria-label={say('clip.close')} title={say('clip.close')} onClick={onClose}>
        <Icon name="close" />
      </button>
    </div>
  );
}

export interface ClipListProps {
  readonly placed: readonly Clip[];
  readonly lost: readonly Clip[];
  readonly open: boolean;
  onToggle(open: boolean): void;
  onShow(clip: Clip): void;
  /** The list became larger or smaller. */
  onDrawn(): void;
}

/** The page’s clips, folded: those in their places first, then those whose passage is not found. */
export function ClipList({ placed, lost, open, onToggle, onShow, onDrawn }: ClipListProps) {
  useEffect(onDrawn);
  const line = (clip: Clip, isLost: boolean) => (
    <li key={clip.id} class={isLost ? 'lost' : ''} data-colour={clip.colour}>
      <button type="button" onClick={() => onShow(clip)}>
        <i aria-hidden="true" />
        <span>{clip.target?.quote.exact ?? clip.page.title}</span>
      </button>
    </li>
  );
  return (
    <details class="list" open={open} onToggle={(event) => onToggle(event.currentTarget.open)}>
      <summary>
        {sayCount('clip.count', placed.length + lost.length)}
        {lost.length > 0 && ` · ${sayCount('clip.lostCount', lost.length)}`}
      </summary>
      <ul>
        {placed.map((clip) => line(clip, false))}
        {lost.map((clip) => line(clip, true))}
      </ul>
    </details>
  );
}
