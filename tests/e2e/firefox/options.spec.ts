import { expect, test } from '@playwright/test';
import { ARTICLE } from '../article';
import type { Firefox } from './marionette.mjs';
import { openStage, type Stage } from './stage';

declare const gBrowser: { tabs: { linkedBrowser: { currentURI: { spec: string } } }[] };
declare const Services: { wm: { getMostRecentWindow(type: string): { gBrowser: typeof gBrowser } } };

/** The shipped build. */
test.describe
  .serial('options, popup and first run in Firefox', () => {
    let stage: Stage;
    let firefox: Firefox;
    let site: string;
    let base: string;

    test.beforeAll(async () => {
      stage = await openStage({ serve: () => ARTICLE, firstRun: true });
      ({ firefox, site, own: base } = stage);
    });
    test.afterAll(() => stage?.close());

    const marks = (name: string) => firefox.eval((key: string) => CSS.highlights.get(key)?.size ?? 0, name);

    test('the first run opens once', async () => {
      const opened = () =>
        firefox.chrome(
          () =>
            Services.wm.getMostRecentWindow('navigator:browser').gBrowser.tabs.filter((t) => t.linkedBrowser.currentURI.spec.endsWith('/welcome.html')).length,
        );
      await expect.poll(opened, { timeout: 30_000 }).toBe(1);
    });

    test('its sample is marked', async () => {
      await firefox.goto(`${base}welcome.html`);
      await expect.poll(() => marks('attache-person'), { timeout: 30_000 }).toBeGreaterThan(4);
    });

    test('a style chosen in the options is on the next page', async () => {
      await firefox.goto(`${base}options.html`);
      await expect.poll(() => marks('attache-background-person'), { timeout: 30_000 }).toBe(1);
      await firefox.eval(() => document.querySelector<HTMLInputElement>('input[value="dotted"]')?.click());
      await firefox.goto(site);
      await expect.poll(() => marks('attache-dotted-person'), { timeout: 30_000 }).toBe(4);
    });
  });
