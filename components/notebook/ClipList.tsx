/** The clips found, one under the other: only those in view are drawn. Arrows walk, Enter opens, Space selects. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { articleDate, siteOf } from '@/lib/notebook/filter';
import { hashOf } from '@/lib/notebook/route';
import type { Clip, ClipId } from '@/lib/notebook/types';
import { sayDate } from '../dates';
import { say } from '../words';
import { useRows } from './useRows';

export interface ClipListProps {
  readonly clips: readonly Clip[];
  /** The clip that is open. */
  readonly shown: ClipId | undefined;
  readonly selected: ReadonlySet<ClipId>;
  /** `through`: also everything between the last one chosen and this. */
  onSelect(id: ClipId, on: boolean, through: boolean): void;
}

const ROW_REM = 6;

export const headOf = (clip: Clip): string => clip.target?.quote.exact.replace(/\s+/g, ' ').trim() || clip.page.title || clip.page.url;

export function ClipList({ clips, shown, selected, onSelect }: ClipListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const { rows, height, show } = useRows(scroller, clips.length, ROW_REM);
  const [active, setActive] = useState(0);
  /** The row that the focus waits for until it is drawn. */
  const wanted = useRef<number>(undefined);
  const at = Math.min(active, clips.length - 1);

  useEffect(() => {
    const index = clips.findIndex((clip) => clip.id === shown);
    if (index < 0) return;
    setActive(index);
    show(index);
  }, [shown]);
  useEffect(() => {
    if (wanted.current === undefined) return;
    const link = scroller.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"] a`);
    if (!link) return;
    link.focus({ preventScroll: true });
    wanted.current = undefined;
  });

  const walk = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 600) / (rows[0]?.size ?? 96)) - 1);
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + page, PageUp: at - page, Home: 0, End: clips.length - 1 };
    const to = steps[event.key];
    const clip = clips[at];
    if (to !== undefined) {
      const next = Math.max(0, Math.min(clips.length - 1, to));
      wanted.current = next;
      setActive(next);
      show(next);
      event.preventDefault();
    } else if (event.key === ' ' && clip && event.target instanceof HTMLAnchorElement) {
      onSelect(clip.id, !selected.has(clip.id), event.shiftKey);
      event.preventDefault();
    }
  };

  return (
    <div class="scroller" ref={scroller}>
      <ul class="clips" aria-label={say('notebook.clips')} style={{ height: `${height}px` }} onKeyDown={walk}>
        {rows.map(({ index, start, size }) => {
          const clip = clips[index];
          if (!clip) return null;
          const head = headOf(clip);
          return (
            <li
              key={clip.id}
              data-index={index}
              data-colour={clip.colour}
              data-shown={clip.id === shown}
              data-selected={selected.has(clip.id)}
              aria-setsize={clips.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)`, height: `${size}px` }}
            >
              <input
                type="checkbox"
                checked={selected.has(clip.id)}
                tabIndex={index === at ? 0 : -1}
                aria-label={say('notebook.select', head.slice(0, 80))}
                onFocus={() => setActive(index)}
                onClick={(event) => onSelect(clip.id, event.currentTarget.checked, event.shiftKey)}
              />
              <a
                href={hashOf({ at: 'clip', id: clip.id })}
                tabIndex={index === at ? 0 : -1}
                aria-current={clip.id === shown ? 'true' : undefined}
                onFocus={() => setActive(index)}
              >
                <span class="head" data-kind={clip.kind} dir="auto">
                  {head.slice(0, 300)}
                </span>
                <span class="about">
                  <span>{siteOf(clip)}</span>
                  <span>{sayDate(articleDate(clip))}</span>
                  {clip.note !== '' && <span>{say('clip.note')}</span>}
                  {clip.tags.slice(0, 4).map((tag) => (
                    <span key={tag} class="tag">
                      {tag}
                    </span>
                  ))}
                </span>
              </a>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
