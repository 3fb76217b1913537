/** Pages made to lead the walk astray or to have marks laid on other words: each stays usable, and what is marked is a name. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

const html = (body: string) => `<!doctype html><html lang="en"><title>t</title><meta name="date" content="2018-11-06"><main>${body}</main></html>`;

/** The texts that are painted. */
const marked = (page: Page) =>
  page.evaluate(() =>
    ['person', 'office', 'organisation', 'event', 'agreement', 'uncertain'].flatMap((kind) =>
      [...(CSS.highlights.get(`attache-${kind}`) ?? [])].map(({ startContainer, startOffset, endOffset }) =>
        (startContainer as Text).data.slice(startOffset, endOffset),
      ),
    ),
  );

test('controls named as members of their form do not lead the walk round in a circle', async ({ context, worker, site, complaints }) => {
  void worker;
  const page = await context.newPage();
  const hiding = [
    'parentNode',
    'parentElement',
    'nextSibling',
    'firstChild',
    'nodeType',
    'tagName',
    'localName',
    'closest',
    'getAttribute',
    'hasAttribute',
    'getRootNode',
    'contains',
    'shadowRoot',
    'checkVisibility',
    'isConnected',
    'ownerDocument',
  ];
  await page.goto(
    await site({
      '/': html(`<form>${hiding.map((name) => `<input type="hidden" name="${name}">`).join('')}Angela Merkel spoke.</form><p>Emmanuel Macron answered.</p>`),
    }),
  );
  await expect.poll(async () => (await marked(page)).sort()).toEqual(['Angela Merkel', 'Emmanuel Macron']);
  await page.evaluate(() => document.querySelector('form')?.append(Object.assign(document.createElement('p'), { textContent: 'Donald Tusk left.' })));
  await expect.poll(async () => (await marked(page)).sort()).toEqual(['Angela Merkel', 'Donald Tusk', 'Emmanuel Macron']);
  expect(complaints).toEqual([]);
});

test('elements named as members of the document hide none of it from the extension', async ({ context, worker, site, complaints }) => {
  void worker;
  const page = await context.newPage();
  const hiding = [
    'body',
    'head',
    'documentElement',
    'defaultView',
    'querySelector',
    'querySelectorAll',
    'createElement',
    'createTreeWalker',
    'addEventListener',
  ];
  const named = hiding.map((name) => `<img name="${name}" alt=""><form name="${name}"></form>`).join('');
  await page.goto(await site({ '/': html(`<p>Angela Merkel spoke.</p>${named}`) }));
  // The page itself sees the element.
  expect(await page.evaluate(() => document.body instanceof HTMLBodyElement)).toBe(false);
  await expect.poll(() => marked(page)).toEqual(['Angela Merkel']);
  await page.evaluate(() =>
    document.getElementsByTagName('main')[0]?.append(Object.assign(Document.prototype.createElement.call(document, 'p'), { textContent: 'Donald Tusk left.' })),
  );
  await expect.poll(async () => (await marked(page)).sort()).toEqual(['Angela Merkel', 'Donald Tusk']);
  expect(complaints).toEqual([]);
});
