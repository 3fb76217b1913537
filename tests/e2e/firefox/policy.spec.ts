import http from 'node:http';
import { expect, test } from '@playwright/test';
import type { Firefox } from './marionette.mjs';
import { openStage, type Stage } from './stage';

declare const WebExtensionPolicy: { getByID(id: string): { mozExtensionHostname: string; extension: { manifest: { content_security_policy: unknown } } } };
declare const Services: {
  console: { getMessageArray(): { message: string; sourceName?: string; category?: string }[]; reset(): void };
  wm: { getMostRecentWindow(type: string): Window & { SidebarController: { show(id: string): Promise<boolean> } } };
};

const PAGES = ['welcome', 'options', 'popup', 'sidepanel', 'explorer', 'notebook'] as const;

/** The shipped build. What a policy refuses is in the browser’s console, whichever process the page is in. */
test.describe
  .serial('the policy of the extension’s own pages in Firefox', () => {
    let stage: Stage;
    let firefox: Firefox;
    let base: string;

    test.beforeAll(async () => {
      stage = await openStage();
      ({ firefox, own: base } = stage);
    });
    test.afterAll(() => stage?.close());

    const complaints = () =>
      firefox.chrome(
        (own: string) =>
          Services.console
            .getMessageArray()
            .filter((m) => /Content-Security-Policy|Trusted/.test(m.message) && `${m.message} ${m.sourceName ?? ''}`.includes(own))
            .map((m) => m.message),
        base,
      );

    test('refuses nothing that a page needs', async () => {
      for (const name of PAGES) {
        await firefox.goto(`${base}${name}.html`);
        await expect.poll(() => firefox.eval(() => document.querySelector('#app > *') !== null), { message: name }).toBe(true);
        expect(await firefox.eval(() => document.styleSheets.length > 0 && [...document.styleSheets].every((s) => s.cssRules.length > 0)), name).toBe(true);
      }
      await firefox.goto(`${base}options.html`);
      await expect.poll(() => firefox.eval(() => getComputedStyle(document.querySelector('attache-card') ?? document.body).position)).toBe('absolute');
      await firefox.goto(`${base}welcome.html`);
      await expect.poll(() => firefox.eval(() => CSS.highlights.get('attache-person')?.size ?? 0)).toBeGreaterThan(4);
      expect(await complaints()).toEqual([]);
    });

    test('lets the sidebar open', async () => {
      await firefox.chrome(
        (id: string) => Services.wm.getMostRecentWindow('navigator:browser').SidebarController.show(id),
        'attache_attache_example_org-sidebar-action',
      );
      const shown = () =>
        firefox.chrome(() => {
          const window = Services.wm.getMostRecentWindow('navigator:browser');
          const outer = window.document.querySelector('#sidebar') as (Element & { contentDocument: Document | null }) | null;
          const inner = outer?.contentDocument?.querySelector('#webext-panels-browser') as
            | (Element & { currentURI?: { spec: string }; contentTitle?: string })
            | null
            | undefined;
          return `${inner?.currentURI?.spec} ${inner?.contentTitle}`;
        });
      await expect.poll(shown).toBe(`${base}sidepanel.html On this page — Attaché`);
      expect(await complaints()).toEqual([]);
    });

    test('refuses what goes elsewhere, and says so in the console', async () => {
      const asked: string[] = [];
      const server = http.createServer((request, response) => {
        asked.push(request.url ?? '');
        response.writeHead(200, { 'access-control-allow-origin': '*' }).end('');
      });
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
      const elsewhere = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
      await firefox.goto(`${base}notebook.html`);
      const outcome = await firefox.eval(
        (to: string) =>
          fetch(`${to}/fetch`).then(
            () => 'went',
            () => 'refused',
          ),
        elsewhere,
      );
      server.close();
      expect(outcome).toBe('refused');
      expect(asked).toEqual([]);
      await expect.poll(async () => (await complaints()).length).toBeGreaterThan(0);
    });
  });
