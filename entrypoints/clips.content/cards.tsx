/** What the notebook shows on a page and what it does there: clips in their places, a card for one, what was kept, the list of all. */
import { render } from 'preact';
import { ClipCard, type ClipCardProps, type ClipChange } from '@/components/clip/ClipCard';
import { ClipList, Pick, Said, type SaidProps } from '@/components/clip/Pick';
import { CLIP_STYLE } from '@/components/clip/style';
import { language, say, useWords } from '@/components/words';
import { ask } from '@/lib/browser/ask';
import { askNotebook, keepClip, Refusal } from '@/lib/browser/ask-notebook';
import { wordsFrom } from '@/lib/browser/words';
import { createInPlace, rectsOf } from '@/lib/notebook/in-place';
import type { Clip } from '@/lib/notebook/types';
import { world } from '@/lib/page/world';
import { createLayer, type Layer } from './layer';

declare const __FOR_TESTS__: boolean;

export interface PageCards {
  /** Takes these for the page’s clips. */
  show(clips: readonly Clip[]): Promise<void>;
  clips(): readonly Clip[];
  /** The page changed. */
  again(): void;
  /** Keeps a clip, shows it, and says so; or says why not, with a way to try again. */
  keep(clip: Clip): Promise<void>;
  /** Keeps it without a word: rejects with the reason in the reader’s words. */
  keepQuietly(clip: Clip): Promise<void>;
  say(text: 'nothing' | 'frame'): Promise<void>;
  /** Opens the card of a clip, to edit it. */
  edit(clip: Clip): Promise<void>;
  /** The button beside a selection; undefined: away with it. */
  offer(beside: DOMRect | undefined, onPick?: () => void): Promise<void>;
  stop(): void;
}

/** The pointer rests this long on a clip before its card opens, and is away so long before it closes, in milliseconds. */
const REST = 200;
const AWAY = 350;
/** What was done is told for so long. */
const TOLD = 8000;

export function createCards(document: Document): PageCards {
  const places = createInPlace(document);
  const stopping = new AbortController();
  let clips: readonly Clip[] = [];
  let layer: Layer | undefined;
  let making: Promise<Layer> | undefined;
  let following = false;
  let listOpen = false;
  let shown: { id: string; editing: boolean; held: boolean; fault?: ClipCardProps['fault'] } | undefined;
  let before: Element | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let telling: ReturnType<typeof setTimeout> | undefined;

  /** The words and the element come with the first thing to show. */
  const ready = (): Promise<Layer> => {
    making ??= (async () => {
      useWords(wordsFrom((await ask({ kind: 'words' }).catch(() => null)) ?? undefined));
      layer = createLayer(document, CLIP_STYLE, __FOR_TESTS__ ? 'open' : 'closed', language());
      layer.card.mount.setAttribute('aria-label', say('clip.single'));
      layer.list.mount.setAttribute('aria-label', say('clip.here'));
      return layer;
    })();
    return making;
  };

  const words = (error: unknown): string => (error instanceof Refusal ? say(`clip.faults.${error.kind}`) : String(error));

  const tell = async (text: string, acts: SaidProps['acts'] = []) => {
    const { said } = await ready();
    const close = () => {
      clearTimeout(telling);
      said.close();
    };
    const closing = acts.map(({ label, onAct }) => ({
      label,
      onAct() {
        close();
        onAct();
      },
    }));
    render(<Said text={text} acts={closing} onClose={close} />, said.mount);
    said.open();
    clearTimeout(telling);
    telling = setTimeout(() => said.isOpen() && !said.mount.matches(':hover, :focus-within') && said.close(), TOLD);
  };

  const replace = (clip: Clip) => {
    const there = clips.some((c) => c.id === clip.id);
    clips = there ? clips.map((c) => (c.id === clip.id ? clip : c)) : [...clips, clip];
    refresh();
  };
  const drop = (id: string) => {
    clips = clips.filter((c) => c.id !== id);
    if (shown?.id === id) closeCard();
    refresh();
  };
  const refresh = () => {
    places.show(clips);
    if (clips.length > 0) follow();
    void drawList();
  };

  const drawList = async () => {
    const placed = places.placed().map((p) => p.clip);
    const lost = places.orphans();
    if (placed.length + lost.length === 0) return layer?.list.close();
    const { list } = await ready();
    const props = { placed, lost, open: listOpen };
    const place = () => {
      list.mount.toggleAttribute('data-calm', lost.length === 0 && !listOpen);
      list.open();
    };
    render(
      <ClipList
        {...props}
        onDrawn={place}
        onToggle={(open) => {
          listOpen = open;
          place();
        }}
        onShow={(clip) => {
          const at = places.placed().find((p) => p.clip.id === clip.id);
          at?.range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
          void openCard(clip, { editing: false, held: true }).then(() => layer?.card.mount.focus({ preventScroll: true }));
        }}
      />,
      list.mount,
    );
  };

  const openCard = async (clip: Clip, { editing, held }: { editing: boolean; held: boolean }, near?: { x: number; y: number }) => {
    if (shown?.id !== clip.id && held && !layer?.card.isOpen()) before = document.activeElement;
    shown = { id: clip.id, editing, held };
    await drawCard(near);
  };
  const closeCard = () => {
    clearTimeout(timer);
    if (!shown) return;
    shown = undefined;
    places.activate(undefined);
    layer?.card.close();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    before = null;
  };
  const drawCard = async (near?: { x: number; y: number }) => {
    const { card } = await ready();
    const clip = clips.find((c) => c.id === shown?.id);
    if (!shown || !clip) return;
    const at = places.placed().find((p) => p.clip.id === clip.id);
    render(
      <ClipCard
        clip={clip}
        how={at?.how ?? (clip.target ? 'lost' : 'exact')}
        editing={shown.editing}
        fault={shown.fault}
        onEdit={(editing) => {
          if (!shown) return;
          shown = { id: clip.id, editing, held: true };
          void drawCard(near);
        }}
        onSave={(change) => save(clip, change, near)}
        onTrash={() => trash(clip)}
        onClose={closeCard}
      />,
      card.mount,
    );
    places.activate(clip);
    const boxes = at ? rectsOf(at.range) : [];
    card.open(boxes.find((b) => near && near.y >= b.top && near.y <= b.bottom) ?? boxes.at(-1));
  };

  const save = async (clip: Clip, change: ClipChange, near?: { x: number; y: number }) => {
    try {
      replace(await askNotebook({ kind: 'clip-edit', id: clip.id, revision: clip.revision, edit: change }));
      if (shown?.id === clip.id) shown = { id: clip.id, editing: false, held: true };
    } catch (error) {
      const theirs = error instanceof Refusal ? error.stored : undefined;
      // What is stored takes its place in the page; what the reader wrote stays in the form, to be kept on top of it.
      if (theirs) replace(theirs);
      if (shown?.id === clip.id) shown = { ...shown, fault: { text: words(error), ...(theirs ? { theirs } : {}) } };
    }
    await drawCard(near);
  };
  const trash = async (clip: Clip) => {
    try {
      await askNotebook({ kind: 'clip-trash', id: clip.id });
      drop(clip.id);
      await tell(say('clip.trashed'), [{ label: say('clip.undo'), onAct: () => restore(clip) }]);
    } catch (error) {
      await tell(words(error));
    }
  };
  const restore = async (clip: Clip) => {
    try {
      replace(await askNotebook({ kind: 'clip-restore', id: clip.id }));
    } catch (error) {
      await tell(words(error), [{ label: say('clip.again'), onAct: () => restore(clip) }]);
    }
  };

  /** Painted at once; taken off again when it could not be kept. */
  const keepOrThrow = async (clip: Clip): Promise<Clip> => {
    replace(clip);
    try {
      const kept = await keepClip(clip);
      replace(kept);
      return kept;
    } catch (error) {
      drop(clip.id);
      throw error;
    }
  };
  const keep = async (clip: Clip): Promise<void> => {
    try {
      const [kept] = await Promise.all([keepOrThrow(clip), ready()]);
      await tell(say(clip.kind === 'page' ? 'clip.keptPage' : 'clip.kept'), [
        { label: say('clip.addNote'), onAct: () => openCard(clips.find((c) => c.id === kept.id) ?? kept, { editing: true, held: true }) },
        { label: say('clip.undo'), onAct: () => trash(kept) },
      ]);
    } catch (error) {
      await ready();
      await tell(words(error), [{ label: say('clip.again'), onAct: () => keep(clip) }]);
    }
  };

  const isOnMention = (x: number, y: number): boolean =>
    (world().reading?.marks() ?? []).some(({ range }) => rectsOf(range).some((r) => x >= r.left && x <= r.right && y >= r.top && y <= r.bottom));

  const follow = () => {
    if (following) return;
    following = true;
    const listen = { capture: true, passive: true, signal: stopping.signal } as const;
    document.addEventListener(
      'pointermove',
      (event) => {
        if (!event.isTrusted || event.pointerType === 'touch') return;
        clearTimeout(timer);
        if (layer?.contains(event) || shown?.held) return;
        const { clientX: x, clientY: y } = event;
        timer = setTimeout(() => {
          // A name inside a clip has a card of its own.
          const at = isOnMention(x, y) ? undefined : places.at(x, y);
          if (at && at.clip.id !== shown?.id) void openCard(at.clip, { editing: false, held: false }, { x, y });
          else if (!at && shown) timer = setTimeout(closeCard, AWAY - REST);
        }, REST);
      },
      listen,
    );
    document.addEventListener(
      'click',
      (event) => {
        if (!event.isTrusted || event.button !== 0 || layer?.contains(event)) return;
        if (shown?.editing) return;
        const { clientX: x, clientY: y } = event;
        const onLink = event.composedPath().some((n) => n instanceof Element && n.matches('a[href], button, summary, input, label, [role="button"]'));
        const at = onLink || (document.getSelection()?.toString() ?? '') !== '' || isOnMention(x, y) ? undefined : places.at(x, y);
        if (at) void openCard(at.clip, { editing: false, held: true }, { x, y });
        else closeCard();
      },
      listen,
    );
    document.addEventListener('keydown', (event) => event.isTrusted && event.key === 'Escape' && !shown?.editing && closeCard(), listen);
    document.addEventListener('scroll', (event) => shown && !shown.held && !layer?.contains(event) && closeCard(), listen);
    window.addEventListener(
      'resize',
      () => {
        if (layer?.list.isOpen()) layer.list.open();
        if (shown) void drawCard();
      },
      { signal: stopping.signal },
    );
  };

  return {
    async show(given) {
      clips = given;
      if (shown && !shown.editing && !clips.some((c) => c.id === shown?.id)) closeCard();
      refresh();
      if (clips.length > 0) await ready();
    },
    clips: () => clips,
    again() {
      if (clips.length > 0 && places.again()) void drawList();
    },
    keep,
    async keepQuietly(clip) {
      try {
        await keepOrThrow(clip);
      } catch (error) {
        await ready();
        throw new Error(words(error), { cause: error });
      }
    },
    async say(what) {
      await ready();
      await tell(say(`clip.${what}`));
    },
    edit: (clip) => openCard(clip, { editing: true, held: true }),
    async offer(beside, onPick) {
      if (!beside || !onPick) return layer?.button.close();
      const { button } = await ready();
      render(<Pick onPick={onPick} />, button.mount);
      button.open(beside);
    },
    stop() {
      clearTimeout(timer);
      clearTimeout(telling);
      stopping.abort();
      places.clear();
      layer?.remove();
    },
  };
}
