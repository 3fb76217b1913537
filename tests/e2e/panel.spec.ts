import fs from 'node:fs';
import type { BrowserContext, Locator, Page, Worker } from '@playwright/test';
import { faultsOf } from './axe';
import { expect, test } from './fixtures';

const ARTICLE = fs.readFileSync('tests/fixtures/demo/article.html', 'utf8');
test.use({ build: 'chrome-mv3-e2e' });

const extensionOf = (worker: Worker) => `chrome-extension://${new URL(worker.url()).host}`;

/** The number of the tab that shows an address; asked of the page script, for nobody else may know. */
async function tabOf(worker: Worker, url: string): Promise<number> {
  const find = () =>
    worker.evaluate(async (wanted) => {
      for (const { id } of await chrome.tabs.query({})) {
        const state = await chrome.tabs.sendMessage(id ?? 0, { kind: 'state' }, { frameId: 0 }).catch(() => undefined);
        if (state?.url === wanted) return id;
      }
      return undefined;
    }, url);
  await expect.poll(find).toBeDefined();
  return (await find()) as number;
}

/** The panel as a page beside the article’s tab. */
async function openPanel(context: BrowserContext, worker: Worker, tab: number): Promise<Page> {
  const panel = await context.newPage();
  await panel.setViewportSize({ width: 360, height: 900 });
  await panel.goto(`${extensionOf(worker)}/sidepanel.html?tab=${tab}`);
  return panel;
}

async function openBoth(context: BrowserContext, worker: Worker, url: string): Promise<{ article: Page; panel: Page }> {
  const article = await context.newPage();
  await article.goto(url);
  const panel = await openPanel(context, worker, await tabOf(worker, url));
  return { article, panel };
}

const group = (panel: Page, kind: string): Locator => panel.locator(`.group[data-kind="${kind}"]`);
const entry = (panel: Page, name: string): Locator => panel.locator('.entry').filter({ has: panel.locator('.name', { hasText: name }) });

test('lists everyone on the page by kind, with the role at the article’s date and how often each is named', async ({ context, worker, site, complaints }) => {
  const { panel } = await openBoth(context, worker, `${await site({ '/a': ARTICLE })}/a`);
  await expect(entry(panel, 'Vladimir Makei')).toContainText('Minister of Foreign Affairs of Belarus');
  await expect(entry(panel, 'Vladimir Makei')).toContainText('2 mentions');
  await expect(entry(panel, 'Alexander Lukashenko')).toContainText(/[34] mentions/);
  await expect(group(panel, 'person').getByRole('heading')).toContainText('People');
  await expect(group(panel, 'organisation')).toContainText('Trilateral Contact Group');
  await expect(group(panel, 'agreement')).toContainText('Minsk');
  await expect(panel.getByText('Nov 6, 2018', { exact: true })).toBeVisible();
  await expect(panel.locator('.date-bar')).toContainText('from the page’s metadata');
  expect(complaints).toEqual([]);
});

test('a line leads to the mention and flashes it, and on to the next', async ({ context, worker, site }) => {
  const { article, panel } = await openBoth(context, worker, `${await site({ '/a': ARTICLE })}/a`);
  await article.setViewportSize({ width: 800, height: 300 });
  const flashed = () =>
    article.evaluate(() => {
      const [range] = [...(CSS.highlights.get('attache-flash') ?? [])] as StaticRange[];
      return range ? `${range.startContainer.textContent?.slice(range.startOffset - 18, range.endOffset)}` : '';
    });
  const line = entry(panel, 'Vladimir Makei');
  await line.click();
  await expect.poll(flashed).toContain('Vladimir Makei');
  await expect(line).toContainText('1/2');
  expect(await article.evaluate(() => scrollY)).toBeGreaterThan(0);
  await line.press('Enter');
  await expect.poll(flashed).toContain('a new page; Makei');
  await expect(line).toContainText('2/2');
  await line.press('Enter');
  await expect(line).toContainText('1/2');
});

test('the filter finds names in any script, and roles; Enter goes to the first', async ({ context, worker, site }) => {
  const { panel } = await openBoth(context, worker, `${await site({ '/a': ARTICLE })}/a`);
  const filter = panel.getByRole('searchbox', { name: 'Filter those named' });
  await filter.fill('макей');
  await expect(panel.locator('.entry')).toHaveCount(1);
  await expect(entry(panel, 'Vladimir Makei')).toBeVisible();
  await filter.fill('minister poland');
  await expect(entry(panel, 'Jacek Czaputowicz')).toBeVisible();
  await filter.press('Enter');
  await expect(panel.locator('[data-current="true"]')).toHaveCount(1);
  await filter.fill('zzz');
  await expect(panel.getByText('Nobody here matches “zzz”.')).toBeVisible();
  await filter.press('Escape');
  await expect(entry(panel, 'Vladimir Makei')).toBeVisible();
});

test('another date reads the page as of that day, and “As found” goes back', async ({ context, worker, site }) => {
  const { panel } = await openBoth(context, worker, `${await site({ '/a': ARTICLE })}/a`);
  await expect(entry(panel, 'Vladimir Makei')).toContainText('Minister of Foreign Affairs');
  await panel.getByRole('button', { name: 'Change date' }).click();
  await panel.getByLabel('Read the page as of').fill('2010-05-05');
  await panel.getByRole('button', { name: 'Use', exact: true }).click();
  await expect(panel.locator('.date-bar')).toContainText('as you set it');
  await expect(entry(panel, 'Vladimir Makei')).toContainText('Presidential Administration');
  await expect(entry(panel, 'Vladimir Makei')).not.toContainText('Foreign Affairs of Belarus');
  await panel.getByRole('button', { name: 'As found' }).click();
  await expect(entry(panel, 'Vladimir Makei')).toContainText('Minister of Foreign Affairs');
  await expect(panel.locator('.date-bar')).toContainText('from the page’s metadata');
});

test('the timeline stands around the article’s date', async ({ context, worker, site }) => {
  const { panel } = await openBoth(context, worker, `${await site({ '/a': ARTICLE })}/a`);
  await panel.getByRole('button', { name: 'Timeline' }).click();
  await expect(panel.locator('.times .here')).toHaveText('Date of the article: Nov 6, 2018');
  const kinds = await panel.locator('.times li').evaluateAll((all) => all.map((li) => (li.className === 'here' ? 'here' : (li as HTMLElement).dataset.when)));
  const here = kinds.indexOf('here');
  expect(here).toBeGreaterThan(3);
  expect(kinds.slice(0, here)).not.toContain('after');
  expect(kinds.slice(here + 1).every((k) => k === 'after')).toBe(true);
  expect(kinds.length).toBeGreaterThan(here + 2);
  const visit = panel.locator('.times li').filter({ hasText: 'Mitchell' }).first();
  await expect(visit).toContainText('2018');
  await expect(visit.getByRole('link')).toHaveAttribute('href', /explorer\.html#\/event\//);
});

test('connections are drawn, walked by keyboard, and told with their reasons', async ({ context, worker, site }) => {
  const { panel } = await openBoth(context, worker, `${await site({ '/a': ARTICLE })}/a`);
  await panel.getByRole('button', { name: 'Connections' }).click();
  const drawing = panel.getByRole('group', { name: 'Who is connected with whom' });
  await expect(drawing.getByRole('button').first()).toBeVisible();
  expect(await drawing.locator('line').count()).toBeGreaterThan(5);
  const rows = panel.locator('.connections li');
  await expect(rows.filter({ hasText: 'named together in' }).first()).toBeVisible();
  // One stop for the tabulator, arrows inside.
  await expect(drawing.locator('[tabindex="0"]')).toHaveCount(1);
  await drawing.locator('[tabindex="0"]').focus();
  await panel.keyboard.press('ArrowRight');
  const second = drawing.getByRole('button').nth(1);
  await expect(second).toBeFocused();
  await panel.keyboard.press('Enter');
  await expect(second).toHaveAttribute('aria-pressed', 'true');
  const name = (await second.getAttribute('aria-label'))?.split(',')[0] ?? '';
  for (const text of await rows.allTextContents()) expect(text).toContain(name);
  // Nothing overlaps the frame, and nothing moves.
  const box = await drawing.boundingBox();
  for (const node of await drawing.getByRole('button').all()) {
    const own = await node.locator('.dot').boundingBox();
    expect(own && box && own.x >= box.x && own.x + own.width <= box.x + box.width && own.y >= box.y && own.y + own.height <= box.y + box.height).toBe(true);
  }
  expect(await panel.evaluate(() => document.getAnimations().length)).toBe(0);
});

test('a correction made on the page is listed and can be taken back', async ({ context, worker, site }) => {
  const url = `${await site({ '/a': ARTICLE })}/a`;
  const { panel } = await openBoth(context, worker, url);
  await expect(entry(panel, 'Vladimir Putin')).toBeVisible();
  await panel.evaluate(
    (where) =>
      chrome.runtime.sendMessage({
        kind: 'correct',
        correction: { id: 'c1', surface: 'Vladimir Putin', was: '*', entity: null, where, made: '2026-01-01T00:00:00Z' },
      }),
    url,
  );
  await expect(entry(panel, 'Vladimir Putin')).toHaveCount(0);
  await panel.getByText('Corrections').click();
  await expect(panel.getByText('“Vladimir Putin” is not marked')).toBeVisible();
  await panel.getByRole('button', { name: /^Undo/ }).click();
  await expect(entry(panel, 'Vladimir Putin')).toBeVisible();
  await expect(panel.getByText('Taken back.')).toBeVisible();
});

test('gives the mentions as JSON Lines and CSV whose offsets hold, and as text', async ({ context, worker, site }) => {
  const url = `${await site({ '/a': ARTICLE })}/a`;
  const { panel } = await openBoth(context, worker, url);
  await expect(entry(panel, 'Vladimir Makei')).toBeVisible();
  await panel.getByText('Take along').click();
  const take = async (name: string) => {
    const [file] = await Promise.all([panel.waitForEvent('download'), panel.getByRole('button', { name }).click()]);
    return { name: file.suggestedFilename(), text: fs.readFileSync(await file.path(), 'utf8') };
  };
  const jsonl = await take('JSON Lines');
  expect(jsonl.name).toBe('attache-2018-11-06-127.0.0.1.jsonl');
  const lines = jsonl.text
    .trim()
    .split('\n')
    .map((l) => JSON.parse(l));
  expect(lines.length).toBeGreaterThan(15);
  for (const line of lines) expect(line.text.slice(line.start, line.end)).toBe(line.surface);
  expect(lines.find((l) => l.surface === 'Vladimir Makei')).toMatchObject({ doc: url, entity: 'person/vladimir-makei', asOf: '2018-11-06' });
  const csv = await take('CSV');
  expect(csv.text.startsWith('\ufeffdoc,passage,start,end,surface,kind,entity,name,wikidata')).toBe(true);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await panel.getByRole('button', { name: 'Copy as text' }).click();
  await expect(panel.getByText('Copied')).toBeVisible();
  expect(await panel.evaluate(() => navigator.clipboard.readText())).toContain(
    '- Vladimir Makei (Уладзімір Макей): Minister of Foreign Affairs of Belarus (2 mentions)',
  );
});

test('follows the page where it goes, and hears its frames', async ({ context, worker, site }) => {
  const base = await site({
    '/a': ARTICLE,
    '/frame': '<!doctype html><html lang="en"><meta name="date" content="2018-11-06"><p>Chancellor Angela Merkel met Emmanuel Macron in Berlin.</p></html>',
    '/outer':
      '<!doctype html><html lang="en"><title>Outer</title><meta name="date" content="2018-11-06"><p>Vladimir Makei spoke.</p><div id="place"></div></html>',
  });
  const { article, panel } = await openBoth(context, worker, `${base}/a`);
  await expect(entry(panel, 'Vladimir Putin')).toBeVisible();
  await article.goto(`${base}/outer`);
  await expect(panel.locator('.page-title')).toHaveText('Outer');
  await expect(entry(panel, 'Vladimir Makei')).toBeVisible();
  await expect(entry(panel, 'Vladimir Putin')).toHaveCount(0);
  // A frame that comes later is heard, gone to, and forgotten with its frame.
  await article.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.src = '/frame';
    document.querySelector('#place')?.append(frame);
  });
  await expect(entry(panel, 'Angela Merkel')).toBeVisible();
  await entry(panel, 'Angela Merkel').click();
  await expect.poll(() => article.frames()[1]?.evaluate(() => [...(CSS.highlights.get('attache-flash') ?? [])].length)).toBe(1);
  await article.evaluate(() => document.querySelector('iframe')?.remove());
  await expect(entry(panel, 'Angela Merkel')).toHaveCount(0);
  await expect(entry(panel, 'Vladimir Makei')).toBeVisible();
  // What the page says anew is heard.
  await article.evaluate(() => document.body.append(Object.assign(document.createElement('p'), { textContent: 'Petro Poroshenko answered.' })));
  await expect(entry(panel, 'Petro Poroshenko')).toBeVisible();
});

test('without a tab in its address follows the tab in front', async ({ context, worker, site }) => {
  const base = await site({ '/a': ARTICLE, '/b': '<!doctype html><html lang="en"><title>B</title><p>Emmanuel Macron and Angela Merkel met.</p></html>' });
  const a = await context.newPage();
  await a.goto(`${base}/a`);
  const b = await context.newPage();
  await b.goto(`${base}/b`);
  // The panel opened as a tab takes itself for the tab in front until another is.
  const panel = await context.newPage();
  await panel.goto(`${extensionOf(worker)}/sidepanel.html`);
  await a.bringToFront();
  await expect(entry(panel, 'Vladimir Makei')).toBeVisible();
  await b.bringToFront();
  await expect(panel.locator('.page-title')).toHaveText('B');
  await expect(entry(panel, 'Emmanuel Macron')).toBeVisible();
  await expect(entry(panel, 'Vladimir Makei')).toHaveCount(0);
});

test('says why nobody is there, and what helps', async ({ context, worker, site }) => {
  const plain = (lang: string) => `<!doctype html><html lang="${lang}"><title>t</title><p>Mix the flour with water and salt.</p></html>`;
  const base = await site({ '/a': ARTICLE, '/plain': plain('en'), '/th': plain('th') });
  const { article, panel } = await openBoth(context, worker, `${base}/plain`);
  await expect(panel.getByRole('heading', { name: 'Nobody found' })).toBeVisible();
  await expect(panel.getByText('Language of the page')).toHaveCount(0);
  await article.goto(`${base}/th`);
  await expect(panel.getByText('Language of the page: Thai.')).toBeVisible();
  await article.goto('about:version');
  await expect(panel.getByRole('heading', { name: 'Attaché can’t look into this page' })).toBeVisible();

  await worker.evaluate(() => chrome.storage.sync.set({ settings: { version: 1, otherSites: 'click' } }));
  await article.goto(`${base}/a`);
  await expect(panel.getByRole('heading', { name: 'Read on a click only' })).toBeVisible();
  await panel.getByRole('button', { name: 'Read now' }).click();
  await expect(entry(panel, 'Vladimir Makei')).toBeVisible();

  await worker.evaluate(() => chrome.storage.sync.set({ settings: { version: 1, otherSites: 'never' } }));
  await expect(panel.getByRole('heading', { name: 'Switched off for this site' })).toBeVisible();
  await panel.getByRole('button', { name: 'Read this site' }).click();
  await expect(entry(panel, 'Vladimir Makei')).toBeVisible();
});

test('speaks the chosen language, names and roles included', async ({ context, worker, site }) => {
  await worker.evaluate(() => chrome.storage.sync.set({ settings: { version: 1, language: 'uk' } }));
  const { panel } = await openBoth(context, worker, `${await site({ '/a': ARTICLE })}/a`);
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText('На цій сторінці');
  await expect(panel.locator('.entry').filter({ hasText: 'Макей' })).toContainText('2 згадки');
});

for (const [scheme, forcedColors] of [
  ['light', 'none'],
  ['dark', 'none'],
  ['dark', 'active'],
] as const) {
  test(`has no accessibility faults in ${forcedColors === 'active' ? 'forced colours' : scheme}, at 320 pixels and wide`, async ({ context, worker, site }) => {
    const { panel } = await openBoth(context, worker, `${await site({ '/a': ARTICLE })}/a`);
    await panel.emulateMedia({ colorScheme: scheme, forcedColors });
    await expect(entry(panel, 'Vladimir Makei')).toBeVisible();
    await panel.getByText('Corrections').click();
    await panel.getByText('Take along').click();
    await panel.getByRole('button', { name: 'Change date' }).click();
    for (const width of [320, 1100]) {
      await panel.setViewportSize({ width, height: 900 });
      for (const part of ['Named', 'Timeline', 'Connections']) {
        await panel.getByRole('button', { name: part }).click();
        expect(await faultsOf(panel, undefined, { targets: true }), `${part} at ${width}`).toEqual([]);
        expect(await panel.evaluate(() => document.documentElement.scrollWidth), `${part} is wider than the window`).toBeLessThanOrEqual(width);
      }
    }
    await panel.setViewportSize({ width: 320, height: 900 });
    await panel.locator('.drawing [role="button"]').first().click();
    expect(await faultsOf(panel, undefined, { targets: true })).toEqual([]);
  });
}
