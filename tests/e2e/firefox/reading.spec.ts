import fs from 'node:fs';
import { expect, test } from '@playwright/test';
import type { Firefox } from './marionette.mjs';
import { openMarked, openStage, type Stage } from './stage';

declare const Services: { wm: { getMostRecentWindow(type: string): { document: Document } } };

const PLAIN = '<!doctype html><html lang="en"><title>t</title><p>Mix the flour with water and salt.</p></html>';
const ARTICLE = fs.readFileSync('tests/fixtures/demo/article.html', 'utf8');

/** The shipped build: the card’s closed root is reached through WebDriver. */
test.describe
  .serial('Firefox', () => {
    let stage: Stage;
    let firefox: Firefox;
    let base: string;

    test.beforeAll(async () => {
      stage = await openStage({ serve: (path) => (path === '/plain' ? PLAIN : ARTICLE) });
      ({ firefox, site: base } = stage);
      await openMarked(stage, painted, 15);
    });
    test.afterAll(() => stage?.close());

    const painted = () =>
      firefox.eval(() => ['person', 'office', 'organisation', 'agreement'].reduce((sum, kind) => sum + (CSS.highlights.get(`attache-${kind}`)?.size ?? 0), 0));

    /** Rests the pointer on a stretch of text, as WebDriver moves it: a trusted event. */
    const hover = async (text: string) => {
      const { x, y } = await firefox.eval((wanted: string) => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.textContent?.indexOf(wanted) ?? -1;
          if (at < 0) continue;
          const range = new Range();
          range.setStart(node, at);
          range.setEnd(node, at + wanted.length);
          node.parentElement?.scrollIntoView({ block: 'center' });
          const box = range.getBoundingClientRect();
          return { x: Math.round(box.left + box.width / 2), y: Math.round(box.top + box.height / 2) };
        }
        throw new Error(`no “${wanted}” on the page`);
      }, text);
      const moves = [
        [x - 20, y + 50],
        [x, y],
      ].map(([px, py]) => ({ type: 'pointerMove', duration: 50, x: px, y: py, origin: 'viewport' }));
      await firefox.send('WebDriver:PerformActions', { actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: moves }] });
    };
    const press = (key: string) =>
      firefox.send('WebDriver:PerformActions', {
        actions: [
          {
            type: 'key',
            id: 'keys',
            actions: [
              { type: 'keyDown', value: key },
              { type: 'keyUp', value: key },
            ],
          },
        ],
      });

    /** What is in the card’s closed root; undefined while there is no card. */
    const card = async (): Promise<{ label: string; text: string; shown: boolean } | undefined> => {
      const found = await firefox.send('WebDriver:FindElements', { using: 'css selector', value: 'attache-card' });
      const host = found[0];
      if (!host) return undefined;
      const { value: root } = await firefox.send('WebDriver:GetShadowRoot', { id: Object.values(host)[0] });
      const { value: dialog } = await firefox.send('WebDriver:FindElementFromShadowRoot', {
        shadowRoot: Object.values(root)[0],
        using: 'css selector',
        value: '[role="dialog"]',
      });
      const id = Object.values(dialog)[0];
      const label = (await firefox.send('WebDriver:GetElementAttribute', { id, name: 'aria-label' })).value;
      const text = (await firefox.send('WebDriver:GetElementText', { id })).value;
      const shown = (await firefox.send('WebDriver:IsElementDisplayed', { id })).value;
      return { label, text, shown };
    };

    test('hovering a name shows who it is and the role on the article’s date; Escape closes', async () => {
      await hover('Makei');
      await expect.poll(async () => (await card())?.shown).toBe(true);
      const shown = await card();
      expect(shown?.label).toBe('Vladimir Makei');
      expect(shown?.text).toContain('Уладзімір Макей');
      expect(shown?.text).toContain('Minister of Foreign Affairs of Belarus');
      fs.mkdirSync('.output/shots', { recursive: true });
      await firefox.screenshot('.output/shots/firefox-card.png');
      await press('\uE00C');
      await expect.poll(async () => (await card())?.shown).toBe(false);
    });

    test('the command walks to a mention', async () => {
      await firefox.chrome(() => {
        const keyset = Services.wm.getMostRecentWindow('navigator:browser').document.querySelector('keyset[id^="ext-keyset-id-attache"]');
        const key = keyset?.querySelector('key');
        if (!key) throw new Error('no key of the extension');
        key.dispatchEvent(new (key.ownerDocument.defaultView as Window & typeof globalThis).Event('command'));
      });
      await expect.poll(async () => (await card())?.shown).toBe(true);
      await press('\uE00C');
      await expect.poll(async () => (await card())?.shown).toBe(false);
    });

    test('a stopped background answers the next page and the next card', async () => {
      await stage.stopBackground();
      await firefox.goto(base);
      await expect.poll(painted).toBeGreaterThan(15);
      await stage.stopBackground();
      await hover('Makei');
      await expect.poll(async () => (await card())?.label).toBe('Vladimir Makei');
    });

    test('the page’s DOM is unchanged, its one host element aside', async () => {
      const result = await firefox.eval((source: string) => {
        const copy = document.documentElement.cloneNode(true) as Element;
        const hosts = copy.querySelectorAll('attache-card');
        for (const host of hosts) host.remove();
        return { hosts: hosts.length, same: copy.outerHTML === new DOMParser().parseFromString(source, 'text/html').documentElement.outerHTML };
      }, ARTICLE);
      expect(result).toEqual({ hosts: 1, same: true });
    });

    test('a page without names is left alone', async () => {
      await firefox.goto(`${base}plain`);
      await new Promise((done) => setTimeout(done, 800));
      expect(await firefox.eval(() => document.querySelectorAll('attache-card').length)).toBe(0);
      expect(await painted()).toBe(0);
    });
  });
