/**
 * The notebook on a page, in its top frame. At the start of a page it reads one small item of extension storage; on a page without clips, with
 * corpus mode off, nothing else happens until the reader clips.
 */
import './style.css';
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { askNotebook } from '@/lib/browser/ask-notebook';
import { fingerprint, hostOf, pageKeys } from '@/lib/notebook/address';
import { CORPUS_KEY, comingKey, isAskToClip, isPageList, pagesKey, recordedFor } from '@/lib/notebook/asking';
import { castOf, makeClip, mentionsIn } from '@/lib/notebook/make';
import { canonicalOf, pageInfoOf } from '@/lib/notebook/page-info';
import { readPageText } from '@/lib/notebook/page-text';
import { sentenceAround, targetAt, targetOf } from '@/lib/notebook/quote';
import type { Clip, ClipKind, ClipMention, Target } from '@/lib/notebook/types';
import { languageOf } from '@/lib/page/metadata';
import { makesHtml } from '@/lib/page/own';
import type { Mark } from '@/lib/page/types';
import { type Watcher, watchPage } from '@/lib/page/watch';
import { world } from '@/lib/page/world';
import { SETTINGS_KEY } from '@/lib/settings/keys';
import type { Settings } from '@/lib/settings/settings';
import { whenFor } from '@/lib/settings/sites';
import { areKept } from '@/lib/settings/values';
import { createCards, type PageCards } from './cards';
import { onSelection } from './selection';
import { recordVisit } from './visit';

export default defineContentScript({
  matches: ['<all_urls>'],
  runAt: 'document_idle',
  async main(ctx) {
    if (!makesHtml(document)) return;
    // A page that is drawn ahead is not visited yet.
    if ('prerendering' in document && document.prerendering) await new Promise((seen) => document.addEventListener('prerenderingchange', seen, { once: true }));
    if (ctx.isInvalid) return;
    const first = location.href;
    const firstCanonical = canonicalOf(document, first);
    let cards: PageCards | undefined;
    let watcher: Watcher | undefined;
    let stopRecording: (() => void) | undefined;
    let stopOffering: (() => void) | undefined;

    /** Became another page without loading, and the head is still of the first one. */
    const isStale = () => location.href.split('#')[0] !== first.split('#')[0] && canonicalOf(document, location.href) === firstCanonical;
    const info = () => pageInfoOf(document, { url: location.href, now: Date.now(), stale: isStale() });
    const here = () => {
      const canonical = isStale() ? undefined : canonicalOf(document, location.href);
      return { url: location.href, ...(canonical ? { canonical } : {}) };
    };

    const open = (): PageCards => {
      cards ??= createCards(document);
      return cards;
    };
    /** Text that comes late is looked at as well: from when the page has clips. */
    const follow = (): PageCards => {
      watcher ??= watchPage(document, { onChanged: () => cards?.again(), onNavigated: () => moved() });
      return open();
    };
    /** The same passage, kept before. */
    const known = ({ quote }: Target): Clip | undefined =>
      cards
        ?.clips()
        .find(({ target }) => target && target.quote.exact === quote.exact && target.quote.prefix === quote.prefix && target.quote.suffix === quote.suffix);

    /** Looks up this page: its clips, and whether visits are recorded. */
    const arrive = async () => {
      // The extension was reloaded or removed: this script has fallen silent.
      if (ctx.isInvalid) return;
      const { href } = location;
      const keys = pageKeys(here());
      const lists = [...new Set(keys.flatMap((key) => [pagesKey(hostOf(key)), comingKey(hostOf(key))]))];
      const stored = await browser.storage.local.get<Record<string, unknown>>([...lists, CORPUS_KEY, SETTINGS_KEY]);
      if (ctx.isInvalid || location.href !== href) return;
      const settings = stored[SETTINGS_KEY];
      // Damaged ones are written anew when the page is read, and come by a change.
      offer(areKept(settings) ? settings : undefined);
      stopRecording?.();
      const recording = recordedFor(stored[CORPUS_KEY], browser.extension.inIncognitoContext);
      if (recording) stopRecording = recordVisit(document, recording, { url: href, stale: isStale() });
      const found = lists.map((at) => stored[at]).filter((list) => list !== undefined);
      // A list that is damaged says nothing: then it is asked.
      const isListed = (key: string) => found.some((list) => !isPageList(list) || list.includes(fingerprint(key)));
      if (!keys.some(isListed)) return void (await cards?.show([]));
      const clips = await askNotebook({ kind: 'clips-here', ...here() }).catch(() => undefined);
      if (clips && location.href === href && (clips.length > 0 || cards)) await follow().show(clips);
    };

    const offer = (settings: Settings | undefined) => {
      stopOffering?.();
      stopOffering = undefined;
      if (!settings?.clipButton || whenFor(settings, location.href) === 'never') return void cards?.offer(undefined);
      stopOffering = onSelection(document, (beside) => {
        if (beside || cards) void open().offer(beside, () => clip('selection'));
      });
    };

    const make = (kind: ClipKind, mentions: readonly ClipMention[], target?: Target): Clip =>
      makeClip({ kind, page: info(), mentions, date: world().reading?.date(), now: Date.now(), ...(target ? { target } : {}) });
    const marks = () => world().reading?.marks() ?? [];

    const clip = async (what: 'selection' | 'page' | 'either') => {
      const selection = document.getSelection();
      if (what !== 'page' && selection && selection.rangeCount > 0 && !selection.isCollapsed) {
        const page = readPageText(document.body ?? document.documentElement);
        const target = targetOf(page, selection.getRangeAt(0));
        if (target) {
          selection.removeAllRanges();
          void cards?.offer(undefined);
          const there = known(target);
          return there ? open().edit(there) : follow().keep(make('passage', mentionsIn(marks(), page, target), target));
        }
      }
      if (what === 'selection') return open().say('nothing');
      // A page is kept once.
      const there =
        cards?.clips().find((c) => c.kind === 'page') ?? (await askNotebook({ kind: 'clips-here', ...here() }).catch(() => [])).find((c) => c.kind === 'page');
      if (!there) return open().keep(make('page', castOf(marks())));
      if (!cards?.clips().some((c) => c.id === there.id)) await open().show([...(cards?.clips() ?? []), there]);
      return open().edit(there);
    };

    const clipMention = async (mark: Mark) => {
      const page = readPageText(document.body ?? document.documentElement);
      const start = page.offsetOf(mark.range.startContainer, mark.range.startOffset);
      const around = sentenceAround(page.text, start, Math.min(page.text.length, start + mark.mention.surface.length), languageOf(document));
      const target = targetAt(page, around.start, around.end);
      if (target && known(target)) return;
      const mentions = target ? mentionsIn([mark], page, target) : [];
      // In a component’s own tree the page’s text does not reach: the mention is kept with the page.
      await follow().keepQuietly(mentions.length > 0 ? make('mention', mentions, target) : make('mention', castOf([mark])));
    };
    world().clipping = { clipMention };

    browser.runtime.onMessage.addListener((message: unknown) => {
      if (!isAskToClip(message)) return;
      if (message.what === 'frame') void open().say('frame');
      else void clip(message.what);
    });
    const onChanged = (changes: Record<string, unknown>) => {
      const mine = pageKeys(here()).map((key) => pagesKey(hostOf(key)));
      if (SETTINGS_KEY in changes || CORPUS_KEY in changes || (!cards && mine.some((at) => at in changes))) void arrive();
    };
    browser.storage.local.onChanged.addListener(onChanged);
    let href = first;
    const moved = () => {
      if (location.href === href) return;
      ({ href } = location);
      void arrive();
    };
    // After the address changed; the framework’s own event comes before it. Where there is no `navigation`, the watcher sees it with the page’s changes.
    const { navigation } = window as { navigation?: EventTarget };
    navigation?.addEventListener('currententrychange', moved);
    window.addEventListener('popstate', moved);
    window.addEventListener('hashchange', moved);
    // Back from the browser’s memory: much may have changed since.
    ctx.addEventListener(window, 'pageshow', (event) => {
      if (event.persisted) void arrive();
    });
    ctx.onInvalidated(() => {
      delete world().clipping;
      navigation?.removeEventListener('currententrychange', moved);
      window.removeEventListener('popstate', moved);
      window.removeEventListener('hashchange', moved);
      stopRecording?.();
      stopOffering?.();
      watcher?.stop();
      cards?.stop();
    });
    await arrive();
  },
});
