/** What every test in Firefox begins with: the shipped build in a browser of its own, and a small site to read. */
import http from 'node:http';
import path from 'node:path';
import { expect } from '@playwright/test';
import { ensure } from '../../browsers.mjs';
import { Firefox } from './marionette.mjs';

declare const WebExtensionPolicy: { getByID(id: string): { mozExtensionHostname: string; extension: { terminateBackground(): Promise<void> } } };

export const ID = 'attache@attache.example.org';

export interface Stage {
  readonly firefox: Firefox;
  /** Address of the site, with a slash at the end. */
  readonly site: string;
  /** Base address of the extension’s own pages, with a slash at the end. */
  readonly own: string;
  stopBackground(): Promise<void>;
  close(): Promise<void>;
}

export interface StageOptions {
  /** The page of the site at a path. */
  readonly serve?: (path: string) => string;
  /** Leave the page open that a fresh profile opens. */
  readonly firstRun?: boolean;
}

/** A server on a port of its own that gives pages. */
export async function openSite(serve: (path: string) => string): Promise<{ readonly address: string; close(): void }> {
  const server = http.createServer((request, response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(serve(request.url ?? '/')),
  );
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const at = server.address();
  return { address: `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}/`, close: () => server.close() };
}

export async function openStage({ serve = () => '', firstRun = false }: StageOptions = {}): Promise<Stage> {
  const site = await openSite(serve);
  const firefox = await Firefox.launch({ bin: ensure('firefox') });
  expect(await firefox.installAddon(path.resolve('.output/firefox-mv3'), { firstRun })).toBe(ID);
  const host = await firefox.chrome((id: string) => WebExtensionPolicy.getByID(id).mozExtensionHostname, ID);
  return {
    firefox,
    site: site.address,
    own: `moz-extension://${host}/`,
    stopBackground: async () => void (await firefox.chrome((id: string) => WebExtensionPolicy.getByID(id).extension.terminateBackground(), ID)),
    async close() {
      await firefox.close();
      site.close();
    },
  };
}

/** The background writes the screen once, just after the install: a page that was opened before is read at its next load. */
export async function openMarked({ firefox, site }: Stage, marks: () => Promise<number>, least = 0): Promise<void> {
  for (let loads = 0; loads < 8; loads++) {
    await firefox.goto(site);
    for (let looks = 0; looks < 10; looks++) {
      if ((await marks()) > least) return;
      await new Promise((done) => setTimeout(done, 200));
    }
  }
  throw new Error('the extension never marked the page');
}
