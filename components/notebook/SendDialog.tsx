/** Sending clips to another program or service: permission is asked for at the first time, a refusal says why, and what failed can be sent again. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { SenderId, SendReason } from '@/lib/notebook/send/types';
import type { Clip } from '@/lib/notebook/types';
import { say, sayCount, type WordKey } from '../words';
import { Dialog } from './Dialog';
import { sayFault } from './faults';
import { Progress } from './Progress';
import type { SendChoices, Sending, Shell, Tell } from './shell';

export interface SendDialogProps {
  readonly clips: readonly Clip[];
  readonly sending: Sending;
  readonly shell: Pick<Shell, 'copy' | 'open'>;
  readonly tell: Tell;
  onClose(): void;
}

const WHERE = {
  obsidian: 'notebook.send.obsidian',
  zotero: 'notebook.send.zotero',
  hypothesis: 'notebook.send.hypothesis',
} as const satisfies Readonly<Record<SenderId, WordKey>>;
const HOW = {
  obsidian: 'notebook.send.obsidianHow',
  zotero: 'notebook.send.zoteroHow',
  hypothesis: 'notebook.send.hypothesisHow',
} as const satisfies Readonly<Record<SenderId, WordKey>>;
const REASONS = {
  offline: 'notebook.send.reasons.offline',
  unreachable: 'notebook.send.reasons.unreachable',
  refused: 'notebook.send.reasons.refused',
  token: 'notebook.send.reasons.token',
  timeout: 'notebook.send.reasons.timeout',
  'too-long': 'notebook.send.reasons.tooLong',
  unfit: 'notebook.send.reasons.unfit',
  aborted: 'notebook.send.reasons.aborted',
  unexpected: 'notebook.send.reasons.unexpected',
} as const satisfies Readonly<Record<SendReason, WordKey>>;

export function SendDialog({ clips, sending, shell, tell, onClose }: SendDialogProps) {
  const [id, setId] = useState<SenderId>('obsidian');
  const [choices, setChoices] = useState<SendChoices>({});
  /** Those still to be sent. */
  const [left, setLeft] = useState(clips);
  const [part, setPart] = useState<number>();
  const [fault, setFault] = useState<{ readonly text: string; readonly more?: string }>();
  const stopping = useRef<AbortController>(undefined);
  useEffect(() => {
    void sending.choices().then(setChoices);
    return () => stopping.current?.abort();
  }, []);
  const set = (change: Partial<SendChoices>) => setChoices({ ...choices, ...change });

  const send = async () => {
    const origins = sending.origins[id];
    // Within the click: a browser asks its reader only then.
    const allowed = origins.length === 0 ? Promise.resolve(true) : sending.allow(origins);
    setFault(undefined);
    try {
      if (!(await allowed)) return setFault({ text: say('notebook.send.notAllowed') });
      await sending.keepChoices(choices);
      stopping.current = new AbortController();
      setPart(0);
      const result = await sending.send(id, left, {
        ...choices,
        signal: stopping.current.signal,
        onProgress: (done, total) => setPart(total === 0 ? 1 : done / total),
      });
      setPart(undefined);
      if (result.kind === 'failed') {
        setLeft(result.left);
        return setFault({
          text: `${say(REASONS[result.reason])}${result.sent > 0 ? ` ${sayCount('notebook.send.some', result.sent)}` : ''}`,
          more: result.message,
        });
      }
      if (result.clipboard !== undefined) await shell.copy(result.clipboard);
      if (result.open !== undefined) shell.open(result.open);
      tell({ text: sayCount('notebook.send.done', result.count, say(WHERE[id])) });
      onClose();
    } catch (error) {
      setPart(undefined);
      setFault({ text: sayFault(error) });
    }
  };

  return (
    <Dialog title={sayCount('notebook.send.heading', clips.length)} onClose={onClose}>
      <form
        class="sheet"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <fieldset disabled={part !== undefined}>
          <legend class="unseen">{say('notebook.send.open')}</legend>
          {(Object.keys(WHERE) as SenderId[]).map((one) => (
            <label key={one} class="check">
              <input
                type="radio"
                name="where"
                checked={id === one}
                onChange={() => {
                  setId(one);
                  setLeft(clips);
                  setFault(undefined);
                }}
              />
              {say(WHERE[one])}
            </label>
          ))}
        </fieldset>
        <p class="small soft">{say(HOW[id])}</p>
        {id === 'obsidian' && (
          <div class="columns-of">
            <label>
              {say('notebook.send.vault')}
              <input type="text" value={choices.vault ?? ''} onInput={(event) => set({ vault: event.currentTarget.value })} />
            </label>
            <label>
              {say('notebook.send.folder')}
              <input type="text" value={choices.folder ?? ''} onInput={(event) => set({ folder: event.currentTarget.value })} />
            </label>
            <label class="check">
              <input type="checkbox" checked={choices.wikiLinks === true} onChange={(event) => set({ wikiLinks: event.currentTarget.checked })} />
              {say('notebook.export.wikiLinks')}
            </label>
          </div>
        )}
        {id === 'hypothesis' && (
          <div class="columns-of">
            <label>
              {say('notebook.send.token')}
              <input type="password" autocomplete="off" required value={choices.token ?? ''} onInput={(event) => set({ token: event.currentTarget.value })} />
            </label>
            <label>
              {say('notebook.send.group')}
              <input type="text" placeholder="__world__" value={choices.group ?? ''} onInput={(event) => set({ group: event.currentTarget.value })} />
            </label>
            <label class="check">
              <input type="checkbox" checked={choices.shared === true} onChange={(event) => set({ shared: event.currentTarget.checked })} />
              {say('notebook.send.shared')}
            </label>
          </div>
        )}
        {fault && (
          <div class="fault" role="alert">
            <p>{fault.text}</p>
            {fault.more && <p class="small">{fault.more}</p>}
          </div>
        )}
        {part !== undefined && <Progress label={say('notebook.send.sending')} part={part} onStop={() => stopping.current?.abort()} />}
        <div class="acts">
          <button type="submit" class="primary" disabled={part !== undefined}>
            {fault ? say('clip.again') : say('notebook.send.go')}
          </button>
          <button type="button" onClick={onClose}>
            {say('clip.cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
