/** Pages that are against it: the page stays usable, and the marks are right or not there. */
import http from 'node:http';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { KINDS, people } from './look';

const html = (body: string, head = '') =>
  `<!doctype html><html lang="en"><title>t</title><meta name="date" content="2018-11-06">${head}<main>${body}</main></html>`;
const NAMED = '<p id="named">Vladimir Makei met Angela Merkel.</p>';

/** The texts that are painted, asked of an untouched frame’s `Range`, for a page may have changed its own. */
const marked = (page: Page) =>
  page.evaluate(
    (kinds) =>
      kinds.flatMap((kind) =>
        [...(CSS.highlights.get(`attache-${kind}`) ?? [])].map(({ startContainer, startOffset, endContainer, endOffset }) =>
          startContainer === endContainer
            ? (startContainer as Text).data.slice(startOffset, endOffset)
            : `${(startContainer as Text).data.slice(startOffset)}…${(endContainer as Text).data.slice(0, endOffset)}`,
        ),
      ),
    [...KINDS],
  );
const both = ['Angela Merkel', 'Vladimir Makei'];

/** How long the page’s own timers are kept waiting, at most, in milliseconds: started before `work`, read after it. */
async function longestWait(page: Page, work: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => {
    let last = performance.now();
    Object.assign(window, { waited: 0 });
    setInterval(() => {
      const now = performance.now();
      const state = window as unknown as { waited: number };
      state.waited = Math.max(state.waited, now - last - 10);
      last = now;
    }, 10);
  });
  await work();
  return page.evaluate(() => (window as unknown as { waited: number }).waited);
}

const middle = (page: Page, selector: string) =>
  page.evaluate((wanted) => {
    const box = (document.querySelector(wanted) as Element).getBoundingClientRect();
    return { x: box.left + 20, y: box.top + box.height / 2 };
  }, selector);

test.describe('with the card’s root open', () => {
  test.use({ build: 'chrome-mv3-e2e' });

  test('a page that replaced the DOM’s own methods changes nothing for the extension', async ({ context, worker, site, complaints }) => {
    void worker;
    const page = await context.newPage();
    await page.goto(
      await site({
        '/': html(
          NAMED,
          `<script>
            const broken = () => { throw new Error('the page broke this'); };
            for (const [type, names] of [[Element, ['attachShadow', 'closest', 'checkVisibility', 'getBoundingClientRect', 'hasAttribute', 'showPopover']], [Node, ['contains', 'compareDocumentPosition', 'getRootNode', 'appendChild']], [Document, ['createElement', 'createTreeWalker', 'caretPositionFromPoint', 'elementFromPoint']], [Range, ['setStart', 'getClientRects']]])
              for (const name of names) type.prototype[name] = broken;
            Object.defineProperty(Node.prototype, 'nodeType', { get: broken });
            Object.defineProperty(CharacterData.prototype, 'data', { get: () => 'Wess Mitchell' });
            Array.prototype.map = broken; Promise.prototype.then = Promise.prototype.then; window.MutationObserver = broken; window.chrome = undefined;
          </script>`,
        ),
      }),
    );
    await expect.poll(() => people(page)).toBe(2);
    const session = await context.newCDPSession(page);
    await session.send('Input.dispatchMouseEvent', { type: 'mousePressed', x: 60, y: 24, button: 'left', clickCount: 1 });
    await session.send('Input.dispatchMouseEvent', { type: 'mouseReleased', x: 60, y: 24, button: 'left', clickCount: 1 });
    await expect(page.locator('attache-card')).toBeAttached();
    expect(complaints.filter((c) => !c.includes('the page broke this'))).toEqual([]);
  });

  test('rules and covers of the page do not reach the card; its scripts cannot open or click it', async ({ context, worker, site }) => {
    void worker;
    const page = await context.newPage();
    await page.goto(
      await site({
        '/': html(
          `${NAMED}<div style="position:fixed;inset:100px 0 0 0;z-index:2147483647;background:red"></div>`,
          '<style>attache-card, * { display: none !important; opacity: 0 !important; zoom: 9 !important; pointer-events: none !important; transform: scale(0) !important; font-size: 90px !important; color: red !important } html, head + body, body, main, p, div { display: block !important; opacity: 1 !important; zoom: 1 !important; transform: none !important; font-size: 16px !important; pointer-events: auto !important }</style>',
        ),
      }),
    );
    await expect.poll(async () => (await marked(page)).sort()).toEqual(both);
    const { x, y } = await middle(page, '#named');
    // What a script makes up is not the reader.
    await page.evaluate(
      ({ x, y }) => {
        const target = document.querySelector('#named') as Element;
        for (const type of ['pointermove', 'pointerdown', 'click'])
          target.dispatchEvent(new PointerEvent(type, { bubbles: true, clientX: x, clientY: y, button: 0 }));
        document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
      },
      { x, y },
    );
    await page.waitForTimeout(600);
    await expect(page.locator('attache-card')).toHaveCount(0);
    await page.mouse.click(x, y);
    const card = page.getByRole('dialog', { name: 'Vladimir Makei' });
    await expect(card).toBeVisible();
    await expect.poll(() => card.evaluate((e) => e.getAnimations().length)).toBe(0);
    const look = await card.evaluate((e) => {
      const style = getComputedStyle(e);
      const box = e.getBoundingClientRect();
      return {
        opacity: style.opacity,
        size: style.fontSize,
        width: Math.round(box.width),
        top: document.elementFromPoint(box.left + 30, box.top + 30)?.localName,
      };
    });
    expect(look).toEqual({ opacity: '1', size: '14px', width: 368, top: 'attache-card' });
    await page.evaluate(() => document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })));
    await page.waitForTimeout(300);
    await expect(card).toBeVisible();
    // Taken out of the page by the page, it is made again for the next name.
    await page.evaluate(() => document.querySelector('attache-card')?.remove());
    await page.mouse.click(x + 130, y);
    await expect(page.getByRole('dialog', { name: 'Angela Merkel' })).toBeVisible();
  });

  test('under the strictest policies the marks are painted and the card has its style', async ({ context, worker, complaints }) => {
    void worker;
    const server = http.createServer((_request, response) => {
      response.setHeader('content-security-policy', "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; sandbox allow-scripts");
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html(NAMED));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as { port: number }).port}/`);
    await expect.poll(async () => (await marked(page)).sort()).toEqual(both);
    const { x, y } = await middle(page, '#named');
    await page.mouse.click(x, y);
    const card = page.getByRole('dialog', { name: 'Vladimir Makei' });
    await expect(card).toBeVisible();
    expect(await card.evaluate((e) => getComputedStyle(e).borderTopLeftRadius)).toBe('10px');
    server.close();
    expect(complaints.filter((c) => !c.includes('favicon'))).toEqual([]);
  });
});

test('a quarter of a million nodes, fifteen million characters, elements a hundred thousand deep: the page is answered all the while', async ({
  context,
  worker,
  site,
  complaints,
}) => {
  void worker;
  test.setTimeout(400_000);
  const shapes = {
    nodes: `for (let i = 0; i < 250000; i++) { const p = document.createElement('i'); p.textContent = 'x '; main.append(p); }`,
    text: `main.append('lorem ipsum dolor sit amet '.repeat(550000));`,
    deep: `let at = main; for (let i = 0; i < 100000; i++) { const d = document.createElement('div'); at.append(d); at = d; } at.textContent = 'Angela Merkel';`,
  };
  for (const [name, make] of Object.entries(shapes)) {
    const page = await context.newPage();
    await page.goto(await site({ '/': html(NAMED) }));
    await expect.poll(async () => (await marked(page)).sort()).toEqual(both);
    const wait = await longestWait(page, async () => {
      // Out of sight, so that what the browser itself needs to lay it out is not what is measured.
      await page.evaluate(
        (script) =>
          new Function('main', script)(
            document.querySelector('main')?.appendChild(Object.assign(document.createElement('section'), { style: 'content-visibility: hidden' })),
          ),
        make,
      );
      await page.evaluate(() => {
        (window as unknown as { waited: number }).waited = 0;
        document.querySelector('main')?.append(Object.assign(document.createElement('p'), { textContent: 'Emmanuel Macron spoke.' }));
      });
      await expect.poll(() => marked(page), { timeout: 120_000 }).toContain('Emmanuel Macron');
    });
    // The page’s own second of work is in it; what must not be is a minute.
    expect(wait, name).toBeLessThan(15_000);
    expect((await marked(page)).filter((t) => both.includes(t)).sort(), name).toEqual(both);
    await page.close();
  }
  expect(complaints).toEqual([]);
});

test('text that is names by the hundred thousand: it stops at a bound, and says so', async ({ context, worker, site, complaints }) => {
  test.setTimeout(400_000);
  const page = await context.newPage();
  await page.goto(await site({ '/': html(`${'<p>Angela Merkel, Emmanuel Macron, Vladimir Putin, Joe Biden, Xi Jinping.</p>'.repeat(20_000)}`) }));
  const state = () =>
    worker.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      // While the page is not there yet nobody answers.
      const state = await chrome.tabs.sendMessage(tab?.id ?? 0, { kind: 'state' }, { frameId: 0 }).catch(() => undefined);
      return state as { full: boolean; marks: number } | undefined;
    });
  await page.bringToFront();
  await expect.poll(async () => (await state())?.full, { timeout: 200_000 }).toBe(true);
  expect((await state())?.marks).toBe(10_000);
  expect(await page.evaluate(() => document.title)).toBe('t');
  expect(complaints).toEqual([]);
});

test('a page that never rests is answered, and what is painted always says a name', async ({ context, worker, site, complaints }) => {
  void worker;
  const page = await context.newPage();
  await page.goto(
    await site({
      '/': html(
        '<p id="a">Angela Merkel spoke.</p><p id="b">x</p>',
        `<script>let n = 0; setInterval(() => { n++; document.querySelector('#a').firstChild.data = n % 2 ? 'Nobody in particular spoke at all.' : 'Angela Merkel spoke.'; document.querySelector('#b').textContent = 'Emmanuel Macron ' + n; }, 7);</script>`,
      ),
    }),
  );
  const wait = await longestWait(page, async () => {
    for (let look = 0; look < 60; look++) {
      for (const text of await marked(page)) expect(['Angela Merkel', 'Emmanuel Macron']).toContain(text);
      await page.waitForTimeout(50);
    }
  });
  expect(wait).toBeLessThan(5000);
  expect(complaints).toEqual([]);
});

test('names in pieces, turned round, half hidden and decorated have their own places', async ({ context, worker, site, complaints }) => {
  void worker;
  const page = await context.newPage();
  const pieces = [...'Angela Merkel'.repeat(1)].map((c) => `<b><i>${c}</i></b>`).join('');
  await page.goto(
    await site({
      '/': html(`<p>${pieces} spoke.</p><p>\u202eEmmanuel\u202c Macron</p><p>O\u0301l\u0335\u0336a\u0337f Scholz \u0489</p><p id="half"></p><p>Vladi\u00admir\u200b Putin</p>
      <script>document.querySelector('#half').textContent = '\\ud83d Joe Biden \\ude00';</script>`),
    }),
  );
  await expect.poll(async () => (await marked(page)).length).toBeGreaterThanOrEqual(3);
  const texts = await marked(page);
  expect(texts).toContain('A…l');
  expect(texts).toContain('Joe Biden');
  for (const text of texts) expect(text).not.toMatch(/^\s|\s$/);
  expect(complaints).toEqual([]);
});

test('documents of other kinds and frames without rights are read or left alone, without an error', async ({ context, worker, complaints }) => {
  void worker;
  const types: Record<string, [string, string]> = {
    '/page.xhtml': [
      'application/xhtml+xml',
      '<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>t</title></head><body><p>Angela Merkel spoke.</p></body></html>',
    ],
    '/picture.svg': ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="50"><text y="20">Angela Merkel</text></svg>'],
    '/data.xml': ['text/xml', '<?xml version="1.0"?><news><item>Angela Merkel</item></news>'],
    '/plain.txt': ['text/plain; charset=utf-8', 'Angela Merkel spoke.'],
    '/frames.html': [
      'text/html; charset=utf-8',
      html(
        '<iframe sandbox srcdoc="&lt;p&gt;Emmanuel Macron spoke.&lt;/p&gt;"></iframe><iframe srcdoc="&lt;p&gt;Emmanuel Macron spoke.&lt;/p&gt;"></iframe><p>Angela Merkel spoke.</p>',
      ),
    ],
    '/written.html': [
      'text/html; charset=utf-8',
      html('<p>Nobody.</p><script>setTimeout(() => { document.open(); document.write("<p>Angela Merkel spoke.</p>"); document.close(); }, 600)</script>'),
    ],
  };
  const server = http.createServer((request, response) => {
    const [type, body] = types[request.url ?? ''] ?? ['text/plain', ''];
    response.writeHead(body ? 200 : 204, { 'content-type': type }).end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const base = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  const page = await context.newPage();
  for (const path of Object.keys(types)) {
    await page.goto(base + path);
    if (path === '/picture.svg' || path === '/data.xml') await page.waitForTimeout(500);
    else await expect.poll(() => marked(page), { message: path }).toContain('Angela Merkel');
  }
  server.close();
  expect(complaints).toEqual([]);
});

test('a page hears nothing of the extension’s scripts when they start, and cannot stop them with their own words', async ({ context, worker, site }) => {
  const id = new URL(worker.url()).host;
  const page = await context.newPage();
  await page.addInitScript((own) => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    addEventListener('message', (event) => heard.push(JSON.stringify(event.data)), true);
    // The framework’s way to tell an earlier script of the same extension that a later one has come.
    for (const script of ['page', 'clips'])
      for (const target of [window, document]) target.addEventListener(`${own}:${script}:wxt:content-script-started`, ({ type }) => heard.push(type), true);
  }, id);
  await page.goto(await site({ '/': html(NAMED) }));
  await expect.poll(async () => (await marked(page)).sort()).toEqual(both);
  expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
  await page.evaluate((own) => {
    for (const script of ['page', 'clips']) {
      const type = `${own}:${script}:wxt:content-script-started`;
      const detail = { contentScriptName: script, messageId: 'later' };
      document.dispatchEvent(new CustomEvent(type, { detail }));
      postMessage({ type, ...detail }, '*');
    }
    document.querySelector('main')?.append(Object.assign(document.createElement('p'), { textContent: 'Emmanuel Macron spoke.' }));
  }, id);
  await expect.poll(async () => (await marked(page)).sort()).toEqual(['Angela Merkel', 'Emmanuel Macron', 'Vladimir Makei']);
});

test('a page cannot tell that the extension is there before a card is opened, save by the names of its highlights', async ({ context, worker, site }) => {
  const id = new URL(worker.url()).host;
  const page = await context.newPage();
  await page.goto(await site({ '/': html('<p>Mix the flour with the water.</p>') }));
  await page.waitForTimeout(800);
  const found = await page.evaluate(async (own) => {
    const files = [
      'manifest.json',
      'attache.pack',
      'content-scripts/page.js',
      'content-scripts/page.css',
      'explorer.html',
      'notebook.html',
      'icon/128.png',
      '_locales/en/messages.json',
    ];
    const reached: string[] = [];
    for (const file of files) {
      const url = `chrome-extension://${own}/${file}`;
      await fetch(url).then(
        () => reached.push(`fetch ${file}`),
        () => undefined,
      );
      for (const tag of ['img', 'script', 'link', 'iframe'] as const) {
        const element = document.createElement(tag) as HTMLImageElement & HTMLLinkElement;
        const loaded = new Promise<boolean>((done) => {
          element.onload = () => done(tag !== 'iframe');
          element.onerror = () => done(false);
          setTimeout(() => done(false), 300);
        });
        if (tag === 'link') Object.assign(element, { rel: 'stylesheet', href: url });
        else element.src = url;
        document.body.append(element);
        if (await loaded) reached.push(`${tag} ${file}`);
        element.remove();
      }
    }
    return {
      reached,
      elements: [...document.querySelectorAll('*')].filter((e) => e.localName.includes('attache') || [...e.attributes].some((a) => a.name.includes('attache')))
        .length,
      sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
      names: Object.getOwnPropertyNames(window).filter((n) => /attach[eé]|webextension|polyfill/i.test(n)),
      highlights: [...CSS.highlights.keys()],
      messaging: typeof (window as { chrome?: { runtime?: unknown } }).chrome?.runtime,
    };
  }, id);
  expect(found).toEqual({ reached: [], elements: 0, sheets: 0, names: [], highlights: [], messaging: 'undefined' });
});
