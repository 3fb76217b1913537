/** The cards of a page: which one is open for which mention, what was opened in it, and what its buttons do. */
import { render } from 'preact';
import { Card } from '@/components/card/Card';
import { copyCitation, copyText } from '@/components/card/copy';
import { CARD_STYLE } from '@/components/card/style';
import { language, say } from '@/components/words';
import type { CardData, CardView } from '@/lib/card/types';
import type { EntityId } from '@/lib/dataset/schema';
import { isFull } from '@/lib/notebook/fault';
import { type CardFrame, createCardHost } from '@/lib/page/card-host';
import { pageKey } from '@/lib/page/corrections';
import { rectsOf } from '@/lib/page/marks';
import { languageOf } from '@/lib/page/metadata';
import { followPointer, type Pointer } from '@/lib/page/pointer';
import type { Mark } from '@/lib/page/types';
import { world } from '@/lib/page/world';
import type { Scope } from '@/lib/settings/corrections';
import type { OpenPage } from './open-page';

declare const __FOR_TESTS__: boolean;

/** One card: the mention it is for, and what was opened in it, the shown last. */
interface Open {
  readonly mark: Mark;
  readonly views: readonly CardView[];
}

export interface Cards extends Pointer {
  remove(): void;
}

export function startCards(page: OpenPage): Cards {
  const { ask } = page;
  const host = createCardHost(document, CARD_STYLE, __FOR_TESTS__ ? 'open' : 'closed', language());
  /** Answers that come after another card was asked for are dropped. */
  let asked = 0;

  const fetchCards = (entities: readonly EntityId[]): Promise<readonly CardData[]> => {
    const date = page.reading.date();
    const others = [...new Set(page.reading.marks.all().map((m) => m.mention.entity))].filter((e) => e !== entities[0]).slice(0, 200);
    const pageLanguage = languageOf(document);
    return date
      ? ask({ kind: 'card', entities: [...entities], date, others, language: language(), ...(pageLanguage ? { pageLanguage } : {}) })
      : Promise.resolve([]);
  };

  const draw = (frame: CardFrame, open: Open, pinned: boolean) => {
    const { mark, views } = open;
    const view = views.at(-1);
    if (!view) return;
    const own = page.shown().filter((m) => m.mention.entity === mark.mention.entity);
    const clipping = world().clipping;
    const go = (next: readonly CardView[]) => draw(frame, { mark, views: next }, pinned);
    render(
      <Card
        key={views.length + view.card.entity}
        view={view}
        place={own.includes(mark) ? { at: own.indexOf(mark) + 1, of: own.length } : undefined}
        pinned={pinned}
        onClose={() => (pinned ? frame.close() : pointer.closed())}
        onOpen={(entity) =>
          fetchCards([entity]).then(
            ([card]) => card && go([...views, { card, candidates: [] }]),
            () => undefined,
          )
        }
        onBack={views.length > 1 ? () => go(views.slice(0, -1)) : undefined}
        onWalk={pinned ? undefined : pointer.walk}
        onPin={() => {
          if (pinned) return frame.close();
          const kept = host.pin();
          draw(kept, open, true);
          pointer.closed();
        }}
        onCopy={(card, as) => copy(frame, as === 'text' ? copyText(card) : copyCitation(card, new Date().toISOString().slice(0, 10)))}
        onClip={clipping && (() => clipping.clipMention(mark))}
        onFind={(text) => ask({ kind: 'find', text, day: page.reading.date()?.day ?? 0, language: language() }).catch(() => [])}
        onCorrect={(entity, name, scope, anyone) => correct(mark, entity, name, scope, anyone)}
      />,
      frame.mount,
    );
  };

  /** The card stays open until it is kept, so that there is a place to say that it was not. */
  const correct = async (mark: Mark, entity: EntityId | null, name: string | undefined, scope: Scope, anyone: boolean) => {
    const where = { page: pageKey(location.href), site: location.host || pageKey(location.href), always: '*' }[scope];
    const { surface, entity: was } = mark.mention;
    await ask({
      kind: 'correct',
      correction: {
        id: crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`,
        surface: surface.slice(0, 300),
        was: anyone ? '*' : was,
        entity,
        where,
        made: new Date().toISOString(),
        ...(name ? { name } : {}),
      },
    }).catch((error: unknown) => {
      throw new Error(isFull(Object(error)) ? say('card.full') : say('card.asleep'), { cause: error });
    });
    pointer.closed();
  };

  const show = async (mark: Mark, by: 'hover' | 'click' | 'keyboard', near?: { x: number; y: number }) => {
    const mine = ++asked;
    const { entity, candidates } = mark.mention;
    const cards = await fetchCards(candidates ? [...candidates] : [entity]).catch((): readonly CardData[] => []);
    const card = cards[0];
    if (!card || mine !== asked) return;
    const frame = host.live();
    draw(frame, { mark, views: [{ card, mention: mark.mention, candidates: cards }] }, false);
    await host.open(card.name, () => rectsOf(mark), near);
    page.activate(mark);
    if (by === 'keyboard') {
      frame.focus();
      host.announce(say('card.announced', card.name, card.rolesThen[0]?.title ?? card.about ?? say(`kind.${card.kind}`)));
    }
  };
  const hide = () => {
    asked++;
    host.live().close();
    page.activate(undefined);
  };
  const at = (x: number, y: number, where: Document) => {
    const mark = page.reading.marks.at(x, y, where);
    return mark && page.shown().includes(mark) ? mark : undefined;
  };
  const pointer = followPointer(document, { all: page.shown, at }, host, { show, hide, rest: () => page.settings().delay });
  return {
    ...pointer,
    remove() {
      pointer.stop();
      host.remove();
    },
  };
}

/** To the clipboard. Pages without a secure context have no clipboard of their own: there a selected field is copied. */
async function copy(frame: CardFrame, text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const field = document.createElement('textarea');
  field.className = 'unseen';
  field.value = text;
  frame.mount.append(field);
  field.select();
  document.execCommand('copy');
  field.remove();
}
