import './style.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { Card } from '@/components/Card';
import { CARD_STYLE } from '@/components/card-style';
import type { CardData } from '@/lib/card/types';
import type { Replies, ToBackground } from '@/lib/messages';
import { type CardHost, createCardHost } from '@/lib/page/card-host';
import { rectsOf } from '@/lib/page/marks';
import { followPointer } from '@/lib/page/pointer';
import { readPage } from '@/lib/page/reading';
import type { Mark } from '@/lib/page/types';
import { isToPage } from '@/lib/page/walk';
import { openScreen, SCREEN_KEY } from '@/lib/text/screen';

declare const __FOR_TESTS__: boolean;

/** Asks the background; once more when its worker was just stopped. Rejects when the extension was reloaded or removed. */
async function ask<K extends ToBackground['kind']>(message: Extract<ToBackground, { kind: K }>): Promise<Replies[K]> {
  for (let attempt = 0; ; attempt++) {
    try {
      const reply = (await browser.runtime.sendMessage(message)) as { ok: Replies[K] } | { error: string } | undefined;
      if (reply && 'ok' in reply) return reply.ok;
      throw new Error(reply?.error ?? 'no answer');
    } catch (error) {
      if (attempt > 0 || !browser.runtime?.id) throw error;
    }
  }
}

/** The screen; right after the install the background is still writing it, and the page waits. */
async function storedScreen(): Promise<unknown> {
  const stored = (await browser.storage.local.get(SCREEN_KEY))[SCREEN_KEY];
  if (stored !== undefined) return stored;
  return new Promise((done) => {
    browser.storage.local.onChanged.addListener(function listen(changes) {
      if (!changes[SCREEN_KEY]) return;
      browser.storage.local.onChanged.removeListener(listen);
      done(changes[SCREEN_KEY].newValue);
    });
  });
}

export default defineContentScript({
  matches: ['<all_urls>'],
  allFrames: true,
  matchAboutBlank: true,
  runAt: 'document_idle',
  async main(ctx) {
    const stored = await storedScreen();
    if (ctx.isInvalid) return;
    let host: CardHost | undefined;
    let pointer: ReturnType<typeof followPointer> | undefined;
    /** Answers that come after another card was asked for are dropped. */
    let asked = 0;

    const reading = readPage({
      document,
      screen: openScreen(stored),
      ask: (request) =>
        ask({
          kind: 'recognise',
          ...request,
          blocks: [...request.blocks],
          context: {
            named: { ...request.context.named },
            strangers: Object.fromEntries(Object.entries(request.context.strangers).map(([k, v]) => [k, [...v]])),
          },
        } as Extract<ToBackground, { kind: 'recognise' }>),
      onMarks() {
        if (pointer) return;
        host = createCardHost(document, CARD_STYLE, __FOR_TESTS__ ? 'open' : 'closed');
        pointer = followPointer(document, reading.marks, host, { show, hide });
      },
    });

    const show = async (mark: Mark, by: 'hover' | 'click' | 'keyboard', near?: { x: number; y: number }) => {
      const mine = ++asked;
      const date = reading.date();
      if (!date || !host) return;
      const { entity, candidates } = mark.mention;
      const others = [...new Set(reading.marks.all().map((m) => m.mention.entity))].filter((e) => e !== entity).slice(0, 200);
      const cards: readonly CardData[] = await ask({ kind: 'card', entities: candidates ? [...candidates] : [entity], date, others }).catch(() => []);
      const card = cards[0];
      if (!card || mine !== asked || !host) return;
      render(<Card key={mine} view={{ card, mention: mark.mention, candidates: cards }} onClose={hide} />, host.mount);
      await host.open(card.name, () => rectsOf(mark), near);
      reading.painter()?.activate(mark);
      if (by === 'keyboard') host.focus();
    };
    const hide = () => {
      asked++;
      host?.close();
      reading.painter()?.activate(undefined);
    };

    const onMessage = (message: unknown) => {
      if (isToPage(message) && window === window.top) pointer?.walk(message.to);
    };
    browser.runtime.onMessage.addListener(onMessage);
    ctx.onInvalidated(() => {
      reading.stop();
      pointer?.stop();
      host?.remove();
    });
  },
});
