import http from 'node:http';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { ensure } from '../../browsers.mjs';
import { ARTICLE } from '../article';
import { Firefox } from './marionette.mjs';

declare const WebExtensionPolicy: { getByID(id: string): { mozExtensionHostname: string } };
declare const gBrowser: { tabs: { linkedBrowser: { currentURI: { spec: string } } }[] };
declare const Services: { wm: { getMostRecentWindow(type: string): { gBrowser: typeof gBrowser } } };

const ID = 'attache@attache.example.org';

/** The shipped build. */
test.describe
  .serial('options, popup and first run in Firefox', () => {
    let firefox: Firefox;
    let site: string;
    let base: string;
    const server = http.createServer((_request, response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(ARTICLE));

    test.beforeAll(async () => {
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
      const address = server.address();
      site = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`;
      firefox = await Firefox.launch({ bin: ensure('firefox') });
      expect(await firefox.installAddon(path.resolve('.output/firefox-mv3'), { firstRun: true })).toBe(ID);
      base = `moz-extension://${await firefox.chrome((id: string) => WebExtensionPolicy.getByID(id).mozExtensionHostname, ID)}/`;
    });
    test.afterAll(async () => {
      await firefox?.close();
      server.close();
    });

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
