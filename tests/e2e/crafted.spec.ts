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
