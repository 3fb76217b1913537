import fs from 'node:fs';
import { expect, test } from '@playwright/test';
import type { Firefox } from './marionette.mjs';
import { openStage, type Stage } from './stage';

interface MessageManager {
  addMessageListener(name: string, listener: (message: { data: unknown }) => void): void;
  removeMessageListener(name: string, listener: (message: { data: unknown }) => void): void;
  loadFrameScript(url: string, delayed: boolean): void;
}
declare const Services: {
  wm: { getMostRecentWindow(type: string): Window & { SidebarController: { show(id: string): Promise<boolean> } } };
};

const ARTICLE = fs.readFileSync('tests/fixtures/demo/article.html', 'utf8');
const OTHER = '<!doctype html><html lang="en"><title>Other</title><meta name="date" content="2018-11-06"><p>Emmanuel Macron and Angela Merkel met.</p></html>';
const SIDEBAR = 'attache_attache_example_org-sidebar-action';

test.describe
  .serial('Firefox: the sidebar', () => {
    let stage: Stage;
    let firefox: Firefox;
    let base: string;

    test.beforeAll(async () => {
      stage = await openStage({ serve: (path) => (path === '/other' ? OTHER : ARTICLE) });
      ({ firefox, site: base } = stage);
      await firefox.goto(base);
      await firefox.chrome((id: string) => Services.wm.getMostRecentWindow('navigator:browser').SidebarController.show(id), SIDEBAR);
    });
    test.afterAll(() => stage?.close());

    /** Runs a function in the sidebar’s own document, which lives in the extension’s process. */
    const inSidebar = async <R>(run: (document: Document, argument: string) => R, argument = ''): Promise<R> =>
      (await firefox.chrome(
        (source: string) => {
          const window = Services.wm.getMostRecentWindow('navigator:browser');
          const outer = window.document.querySelector('#sidebar') as (Element & { contentDocument: Document | null }) | null;
          const inner = outer?.contentDocument?.querySelector('#webext-panels-browser') as (Element & { messageManager?: MessageManager }) | null | undefined;
          const manager = inner?.messageManager;
          if (!manager) return null;
          return new Promise<unknown>((done) => {
            const listen = (message: { data: unknown }) => {
              manager.removeMessageListener('attache-test', listen);
              done(message.data);
            };
            manager.addMessageListener('attache-test', listen);
            manager.loadFrameScript(`data:,${encodeURIComponent(`sendAsyncMessage('attache-test', ${source})`)}`, false);
          });
        },
        `(${run})(content.document, ${JSON.stringify(argument)})`,
      )) as R;

    const names = () => inSidebar((document) => [...document.querySelectorAll('.entry .name')].map((e) => e.textContent?.trim() ?? ''));
    const text = () => inSidebar((document) => document.body?.textContent ?? '');
    const press = (label: string) =>
      inSidebar((document, wanted) => {
        const button = [...document.querySelectorAll('button')].find((b) => b.textContent?.includes(wanted));
        button?.click();
        return button !== undefined;
      }, label);

    test('lists everyone on the page in the tab beside it', async () => {
      await expect.poll(names, { timeout: 60_000 }).toEqual(expect.arrayContaining([expect.stringContaining('Vladimir Makei')]));
      expect(await text()).toContain('Minister of Foreign Affairs of Belarus');
    });

    test('leads to the mention on the page', async () => {
      const flashed = () => firefox.eval(() => CSS.highlights.get('attache-flash')?.size ?? 0);
      await expect
        .poll(async () => {
          await press('Petro Poroshenko');
          return flashed();
        })
        .toBe(1);
    });

    test('shows the timeline and the connections', async () => {
      expect(await press('Timeline')).toBe(true);
      await expect.poll(text).toContain('Date of the article');
      expect(await press('Connections')).toBe(true);
      await expect.poll(() => inSidebar((document) => document.querySelectorAll('svg g[role="button"]').length)).toBeGreaterThan(5);
      expect(await press('Named')).toBe(true);
    });

    test('follows the page where it goes', async () => {
      await firefox.goto(`${base}other`);
      await expect.poll(names).toEqual(expect.arrayContaining([expect.stringContaining('Emmanuel Macron')]));
      expect(await names()).not.toEqual(expect.arrayContaining([expect.stringContaining('Vladimir Makei')]));
    });

    test('says that it cannot look into a page of the browser', async () => {
      await firefox.goto('about:license');
      await expect.poll(text).toContain('Attaché can’t look into this page');
    });
  });
