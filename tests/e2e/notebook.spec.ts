import fs from 'node:fs';
import http from 'node:http';
import type { BrowserContext, Page, Worker } from '@playwright/test';
import { pageKeys } from '@/lib/notebook/address';
import type { Clip } from '@/lib/notebook/types';
import { faultsOf } from './axe';
import { expect, test } from './fixtures';

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const makei = (start: number, surface: string) =>
  ({
    start,
    end: start + surface.length,
    surface,
    kind: 'person',
    entity: 'person/vladimir-makei',
    name: 'Vladimir Makei',
    role: { office: 'office/by/foreign-minister', title: 'Minister of Foreign Affairs of Belarus', from: '2012-08-20', to: '2022-11-26' },
    confidence: 0.95,
  }) as const;

/** A clip as one would have it; the higher the number, the newer. */
function aClip(n: number, exact: string, with_: Partial<Clip> = {}): Clip {
  const made = new Date(Date.UTC(2026, 2, 1, 12, n)).toISOString();
  return {
    id: uuid(n),
    kind: 'passage',
    made,
    changed: made,
    revision: 0,
    page: {
      url: `https://example.org/news/${n}`,
      title: `Article ${n}`,
      site: 'The Example',
      authors: ['A. Reporter'],
      published: '2018-11-06',
      read: made,
      language: 'en',
    },
    target: { quote: { exact, prefix: '', suffix: '' }, position: { start: 0, end: exact.length } },
    mentions: [],
    asOf: { date: '2018-11-06', source: 'json-ld' },
    note: '',
    tags: [],
    colour: 'yellow',
    ...with_,
  };
}
const NEUTRALITY = 'Makei said that neutrality was never a choice between two sides.';
const CLIPS: readonly Clip[] = [
  aClip(1, 'The two ministers agreed to resume the consultations on border transit.', { tags: ['border'], colour: 'green' }),
  aClip(2, 'Міністр Уладзімір Макей сустрэўся з калегамі ў Вене.', {
    mentions: [makei(8, 'Уладзімір Макей')],
    page: { ...aClip(2, 'x').page, site: 'Радыё Свабода' },
  }),
  aClip(3, NEUTRALITY, {
    mentions: [makei(0, 'Makei')],
    note: 'Compare with the **communiqué** of 2016.\n\n- neutrality\n- <img src=x onerror=alert(1)>',
    tags: ['wording'],
  }),
];

const addressOf = (worker: Worker, hash = '') => `chrome-extension://${new URL(worker.url()).host}/notebook.html${hash}`;

async function openNotebook(context: BrowserContext, worker: Worker, hash = ''): Promise<Page> {
  const page = await context.newPage();
  await page.goto(addressOf(worker, hash));
  await expect(page.locator('main')).toHaveAttribute('aria-busy', 'false');
  return page;
}

/** Puts records into the store as they are, from a page of the extension’s own origin. */
const put = (page: Page, table: string, rows: readonly object[]) =>
  page.evaluate(
    ([table, rows]) =>
      new Promise<void>((done, fail) => {
        const opening = indexedDB.open('notebook');
        opening.onerror = () => fail(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction(table, 'readwrite');
          for (const row of rows) writing.objectStore(table).put(row);
          writing.onabort = () => fail(writing.error);
          writing.oncomplete = () => {
            opening.result.close();
            done();
          };
        };
      }),
    [table, rows] as const,
  );
const rowsOf = (clips: readonly Clip[]) => clips.map((clip) => ({ ...clip, keys: pageKeys(clip.page) }));

async function seeded(context: BrowserContext, worker: Worker, hash = '', clips = CLIPS): Promise<Page> {
  const page = await openNotebook(context, worker);
  await put(page, 'clips', rowsOf(clips));
  await page.goto('about:blank');
  await page.goto(addressOf(worker, hash));
  await expect(page.locator('main')).toHaveAttribute('aria-busy', 'false');
  return page;
}

const list = (page: Page) => page.getByRole('list', { name: 'Clips' }).getByRole('listitem');
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search the notebook' });
const status = (page: Page) => page.locator('.pane .status');
const told = (page: Page) => page.locator('.told');

test('an empty notebook says how a clip is made', async ({ context, worker, complaints }) => {
  const page = await openNotebook(context, worker);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing kept yet');
  await expect(page.getByRole('main')).toContainText('Alt+Shift+C');
  expect(complaints).toEqual([]);
});

test('clips are listed newest first; one is read with its passage, source, roles and note', async ({ context, worker, complaints }) => {
  const page = await seeded(context, worker);
  await expect(list(page)).toHaveCount(3);
  await expect(list(page).first()).toContainText('neutrality was never');
  await list(page).first().getByRole('link').click();
  await expect(page).toHaveURL(new RegExp(`#/clip/${uuid(3)}$`));
  const main = page.getByRole('main');
  await expect(page.getByRole('heading', { level: 1, name: 'Article 3' })).toBeFocused();
  await expect(main.locator('blockquote.quote')).toHaveText(NEUTRALITY);
  await expect(main).toContainText('Minister of Foreign Affairs of Belarus, Aug 20, 2012 – Nov 26, 2022');
  await expect(main).toContainText('The Example · A. Reporter · Nov 6, 2018');
  // The note is shown as it reads, and HTML in it is text.
  await expect(main.locator('.note strong')).toHaveText('communiqué');
  await expect(main.locator('.note li').nth(1)).toHaveText('<img src=x onerror=alert(1)>');
  await expect(main.locator('.note img')).toHaveCount(0);
  await expect(main.getByRole('link', { name: 'Open the page at this place' })).toHaveAttribute(
    'href',
    /^https:\/\/example\.org\/news\/3#:~:text=Makei%20said/,
  );
  expect(complaints).toEqual([]);
});

test('the search finds in any script as one types, and filters stand in the address', async ({ context, worker }) => {
  const page = await seeded(context, worker);
  await page.keyboard.press('/');
  await expect(search(page)).toBeFocused();
  await search(page).pressSequentially('macej');
  await expect(status(page)).toHaveText('0 clips of 3');
  for (const [text, count] of [
    ['makei', 2],
    // In Cyrillic and, by its Latin spelling, in the other.
    ['МАКЕЙ', 2],
    ['communique', 1],
    ['Свабода', 1],
    ['border', 1],
  ] as const) {
    await search(page).fill(text);
    await expect(list(page), text).toHaveCount(count);
  }
  await search(page).press('Escape');
  await expect(list(page)).toHaveCount(3);
  await page.getByText('Filters').click();
  await page.getByLabel('Who is named').selectOption({ label: 'Vladimir Makei (2)' });
  await expect(list(page)).toHaveCount(2);
  await page.getByLabel('Site').selectOption({ label: 'Радыё Свабода (1)' });
  await expect(list(page)).toHaveCount(1);
  await page.reload();
  await expect(list(page)).toHaveCount(1);
  await page.getByText('Filters (2)').click();
  await page.getByRole('button', { name: 'Clear the filters' }).click();
  await expect(list(page)).toHaveCount(3);
  await page.getByLabel('green').check();
  await expect(list(page)).toHaveCount(1);
  await page.getByLabel('green').uncheck();
  await page.getByRole('combobox', { name: 'Order' }).selectOption('oldest');
  await expect(list(page).first()).toContainText('border transit');
});

test('a note is edited, its tags too, and is there after a reload', async ({ context, worker }) => {
  const page = await seeded(context, worker, `#/clip/${uuid(1)}`);
  await page.getByRole('button', { name: 'Add a note' }).click();
  const note = page.getByRole('textbox', { name: 'Note' });
  await expect(note).toBeFocused();
  await note.fill('Ask for the *text*.');
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(page.locator('.preview em')).toHaveText('text');
  await page.getByRole('button', { name: 'Preview' }).click();
  await page.getByLabel('Tags, with commas between').fill('border, to check');
  await page.getByRole('radio', { name: 'pink' }).check();
  await note.press('Control+Enter');
  await expect(told(page)).toContainText('Kept in the notebook.');
  await expect(page.locator('section.note em')).toHaveText('text');
  await page.reload();
  await expect(page.locator('section.note em')).toHaveText('text');
  await expect(page.getByRole('main').getByRole('link', { name: 'to check' })).toBeVisible();
  await expect(page.locator('article.reading')).toHaveAttribute('data-colour', 'pink');
});

test('what is written is still there after a look at another clip', async ({ context, worker }) => {
  const page = await seeded(context, worker, `#/clip/${uuid(1)}`);
  await page.getByRole('button', { name: 'Add a note' }).click();
  await page.getByRole('textbox', { name: 'Note' }).fill('Half a thought');
  await list(page).first().getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Article 3');
  await page.goBack();
  await expect(page.getByRole('textbox', { name: 'Note' })).toHaveValue('Half a thought');
});

test('two tabs: a change appears in the other at once; on top of each other both versions are shown', async ({ context, worker }) => {
  const one = await seeded(context, worker, `#/clip/${uuid(1)}`);
  const other = await openNotebook(context, worker, `#/clip/${uuid(1)}`);
  await one.getByRole('button', { name: 'Add a note' }).click();
  await one.getByRole('textbox', { name: 'Note' }).fill('Mine');
  await other.getByRole('button', { name: 'Add a note' }).click();
  await other.getByRole('textbox', { name: 'Note' }).fill('Theirs');
  await other.getByRole('button', { name: 'Save' }).click();
  await expect(other.locator('section.note')).toHaveText('Theirs');
  await expect(one.getByRole('alert')).toContainText('changed elsewhere');
  await expect(one.locator('.theirs .note')).toHaveText('Theirs');
  await expect(one.getByRole('textbox', { name: 'Note' })).toHaveValue('Mine');
  await one.getByRole('button', { name: 'Keep mine' }).click();
  await expect(one.locator('section.note')).toHaveText('Mine');
  await expect(other.locator('section.note')).toHaveText('Mine');
});

test('many are tagged and deleted at once, and each is undone', async ({ context, worker }) => {
  const page = await seeded(context, worker);
  await page.getByRole('checkbox', { name: /^Select: Makei said/ }).check();
  await page.getByRole('checkbox', { name: /^Select: The two/ }).click({ modifiers: ['Shift'] });
  const chosen = page.getByRole('region', { name: '3 clips selected' });
  await chosen.getByRole('textbox').fill('vienna');
  await chosen.getByRole('button', { name: 'Add' }).click();
  await expect(told(page)).toContainText('Tags of 3 clips changed.');
  await expect(list(page).filter({ hasText: 'vienna' })).toHaveCount(3);
  await told(page).getByRole('button', { name: 'Undo' }).click();
  await expect(list(page).filter({ hasText: 'vienna' })).toHaveCount(0);
  await expect(list(page).filter({ hasText: 'wording' })).toHaveCount(1);
  await chosen.getByRole('button', { name: 'Delete' }).click();
  await expect(told(page)).toContainText('3 clips moved to the trash.');
  await expect(list(page)).toHaveCount(0);
  await told(page).getByRole('button', { name: 'Undo' }).click();
  await expect(list(page)).toHaveCount(3);
});

test('the trash gives back, and erases only when asked twice', async ({ context, worker }) => {
  const page = await seeded(context, worker, `#/clip/${uuid(1)}`);
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('main')).toContainText('This clip is in the trash.');
  await page.getByRole('link', { name: 'Trash 1' }).click();
  await expect(page.getByRole('main').getByRole('listitem')).toContainText('30 days left');
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(page.getByRole('main')).toContainText('The trash is empty.');
  await told(page).getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Erase for good' }).click();
  const dialog = page.getByRole('dialog', { name: 'Erase 1 clip for good?' });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1);
  await page.getByRole('button', { name: 'Erase for good' }).click();
  await dialog.getByRole('button', { name: 'Erase for good' }).click();
  await expect(told(page)).toContainText('1 clip erased.');
  await page.getByRole('link', { name: 'Clips', exact: true }).click();
  await expect(list(page)).toHaveCount(2);
});

test('a person’s page collects their clips, roles and company, and leads to the dataset', async ({ context, worker }) => {
  const page = await seeded(context, worker, `#/clip/${uuid(3)}`);
  await page.locator('blockquote').getByRole('link', { name: 'Makei' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vladimir Makei');
  await expect(list(page)).toHaveCount(2);
  await expect(page.getByRole('main')).toContainText('Уладзімір Макей');
  await page.getByRole('link', { name: 'What the dataset knows' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vladimir Makei');
  await expect(page).toHaveURL(/explorer\.html#\/person\/vladimir-makei$/);
});

test('clips by week are a chart with its sentence, and a table', async ({ context, worker }) => {
  const page = await seeded(context, worker);
  await expect(page.getByRole('img', { name: /^3 clips since the week of .* Most, 3, in the week of/ })).toBeVisible();
  await page.getByText('As a table').click();
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(2);
});

test('a damaged record is set aside, shown with what is wrong, and saved out whole', async ({ context, worker }) => {
  const page = await seeded(context, worker, '', [...CLIPS, { ...aClip(9, 'x'), note: 17 } as unknown as Clip]);
  await expect(list(page)).toHaveCount(3);
  await page.getByRole('link', { name: 'Look at them' }).click();
  await expect(page.getByRole('main')).toContainText('note: ');
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save all to a file' }).click();
  const file = await (await coming).path();
  expect(JSON.parse(fs.readFileSync(file, 'utf8'))).toMatchObject([{ id: uuid(9), found: { note: 17 } }]);
});

test('all by keyboard: search, walk, read, select, delete, undo', async ({ context, worker }) => {
  const page = await seeded(context, worker);
  await page.keyboard.press('/');
  await page.keyboard.type('makei');
  await expect(list(page)).toHaveCount(2);
  await list(page).first().getByRole('link').focus();
  await page.keyboard.press('ArrowDown');
  await expect(list(page).nth(1).getByRole('link')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(page.getByRole('region', { name: '1 clip selected' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Article 2' })).toBeFocused();
});

test('thousands of clips: only the rows in view are drawn, the last is reached', async ({ context, worker }) => {
  const many = Array.from({ length: 4000 }, (_, i) => ({
    ...aClip(i + 1, `passage number ${i + 1} of many`),
    made: new Date(Date.UTC(2020, 0, 1) + i * 60_000).toISOString(),
  }));
  const page = await seeded(context, worker, '', many);
  await expect(status(page)).toHaveText('4,000 clips');
  expect(await list(page).count()).toBeLessThan(60);
  await list(page).first().getByRole('link').focus();
  await page.keyboard.press('End');
  await expect(page.getByRole('link', { name: /passage number 1 of many/ })).toBeFocused();
  await search(page).fill('3777');
  await expect(status(page)).toHaveText('1 clip of 4,000');
});

test('everything is exported as a backup, which stills the reminder; a selection as Markdown and as text in the clipboard', async ({ context, worker }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await seeded(context, worker);
  await expect(page.locator('.banner')).toContainText('It is time for a backup: 3 changes');
  await page.locator('.banner').getByRole('button', { name: 'Export everything' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  const download = async () => {
    const coming = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Download' }).click();
    const file = await coming;
    return { name: file.suggestedFilename(), text: fs.readFileSync(await file.path(), 'utf8') };
  };
  const backup = await download();
  expect(backup.name).toMatch(/^Attaché notebook \d{4}-\d\d-\d\d\.json$/);
  expect(JSON.parse(backup.text)).toMatchObject({ clips: [{ id: uuid(3) }, { id: uuid(2) }, { id: uuid(1) }] });
  await expect(told(page)).toContainText('Exported.');
  await expect(page.locator('.banner')).toHaveCount(0);
  await expect(page.locator('.safety')).toContainText('Last full export:');

  await page.getByRole('checkbox', { name: /^Select: Makei said/ }).check();
  await page.getByRole('region', { name: '1 clip selected' }).getByRole('button', { name: 'Export…' }).click();
  await dialog.getByLabel('Names as [[links]]').check();
  const markdown = await download();
  expect(markdown.name).toMatch(/\.md$/);
  expect(markdown.text).toContain('[[Vladimir Makei]]');
  expect(markdown.text).not.toContain('border transit');

  await page.getByRole('region', { name: '1 clip selected' }).getByRole('button', { name: 'Export…' }).click();
  await dialog.getByText('Template of a clip').click();
  await dialog.getByRole('textbox', { name: 'Template of a clip' }).fill('{{#tags}} never closed');
  await expect(dialog.locator('.fault')).toContainText('not closed');
  await expect(dialog.getByRole('button', { name: 'Download' })).toBeDisabled();
  await dialog.getByLabel('Format').selectOption({ label: 'Plain text' });
  await dialog.getByRole('button', { name: 'Copy to the clipboard' }).click();
  await expect(told(page)).toContainText('Copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(NEUTRALITY);
});

test('a backup is imported: first what would happen, then the clips, and back again', async ({ context, worker }) => {
  const page = await seeded(context, worker, '', CLIPS.slice(0, 2));
  const newer = { ...(CLIPS[1] as Clip), note: 'Changed on another machine', revision: 1, changed: '2026-05-01T00:00:00.000Z' };
  const file = (clips: readonly object[]) => ({
    name: 'backup.json',
    mimeType: 'application/json',
    buffer: Buffer.from(
      `{\n"format": "attache-notebook",\n"version": 1,\n"exported": "2026-05-01T00:00:00.000Z",\n"clips": [\n${clips.map((c) => JSON.stringify(c)).join(',\n')}\n]\n}`,
    ),
  });
  await page.getByRole('button', { name: 'Import…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import' });
  await dialog.getByLabel('File').setInputFiles(file([CLIPS[0] as Clip, { ...newer, colour: 'beige' }]));
  await expect(dialog).toContainText('Nothing was written.');
  await expect(dialog.locator('.faults')).toContainText(/line 7.*colour/);
  await dialog.getByLabel('File').setInputFiles(file([CLIPS[0] as Clip, newer, CLIPS[2] as Clip]));
  await expect(dialog.locator('.verdict')).toHaveText('New1Newer than here: replaced1Here already: left alone1');
  await expect(list(page)).toHaveCount(2);
  await dialog.getByRole('button', { name: 'Import 2 clips' }).click();
  await expect(told(page)).toContainText('1 clip added. 1 replaced.');
  await expect(list(page)).toHaveCount(3);
  await search(page).fill('another machine');
  await expect(list(page)).toHaveCount(1);
  await search(page).fill('');
  await told(page).getByRole('button', { name: 'Undo' }).click();
  await expect(list(page)).toHaveCount(2);
});

test('a table is imported with its columns chosen', async ({ context, worker }) => {
  const page = await openNotebook(context, worker);
  await page.getByRole('button', { name: 'Import…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import' });
  await dialog.getByLabel('File').setInputFiles({
    name: 'reading.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Where,What they said\nhttps://example.org/a,"Neutrality, again"\nhttps://example.org/b,Transit\n'),
  });
  await expect(dialog).toContainText('Nothing was written.');
  await dialog.getByRole('combobox', { name: 'url', exact: true }).selectOption('Where');
  await dialog.getByText('Which column is what').click();
  await dialog.getByRole('combobox', { name: 'quote', exact: true }).selectOption('What they said');
  await dialog.getByRole('button', { name: 'Import 2 clips' }).click();
  await expect(list(page).filter({ hasText: 'Neutrality, again' })).toHaveCount(1);
});

test('a clip is sent to Zotero: permission in the click, a reason when it is not running, then again', async ({ context, worker }) => {
  const page = await seeded(context, worker, `#/clip/${uuid(3)}`);
  // The browser’s own question cannot be answered by a test.
  await page.evaluate(() => {
    const asked: unknown[] = [];
    Object.assign(globalThis, { asked });
    chrome.permissions.request = (async (what: unknown) => {
      asked.push(what);
      return asked.length > 1;
    }) as typeof chrome.permissions.request;
  });
  await page.getByRole('button', { name: 'Send to…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Send 1 clip' });
  await dialog.getByLabel('Zotero').check();
  await dialog.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('was not given permission');
  expect(await page.evaluate(() => (globalThis as unknown as { asked: unknown }).asked)).toEqual([{ origins: ['http://127.0.0.1/*'] }]);
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Is the program running?');
  const taken: string[] = [];
  const zotero = http.createServer((request, response) => {
    const allowed = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*', 'content-type': 'application/json' };
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      if (request.method === 'OPTIONS') return response.writeHead(204, allowed).end();
      if (request.url === '/connector/saveItems') taken.push(body);
      response.writeHead(request.url === '/connector/saveItems' ? 201 : 200, allowed).end('{}');
    });
  });
  await new Promise<void>((done) => zotero.listen(23119, '127.0.0.1', done));
  try {
    await dialog.getByRole('button', { name: 'Try again' }).click();
    await expect(told(page)).toContainText('1 clip sent to Zotero.');
    expect(taken).toHaveLength(1);
    expect(taken[0]).toContain('neutrality was never');
  } finally {
    zotero.close();
  }
});

test('clips go to Hypothesis with the reader’s token; a refusal in between says how many went, and the rest goes later', async ({ context, worker }) => {
  const page = await seeded(context, worker, '');
  await page.evaluate(() => {
    chrome.permissions.request = (async () => true) as typeof chrome.permissions.request;
  });
  const taken: { uri: string; permissions: { read: string[] } }[] = [];
  let busy = true;
  await page.route('https://api.hypothes.is/**', async (route) => {
    const request = route.request();
    const allowed = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };
    const answer = (status: number, json: unknown) => route.fulfill({ status, json, headers: allowed });
    if (request.method() === 'OPTIONS') return route.fulfill({ status: 204, headers: allowed });
    if (request.headers().authorization !== 'Bearer 6879-secret') return answer(401, { status: 'failure' });
    if (request.url().endsWith('/profile')) return answer(200, { userid: 'acct:reader@hypothes.is' });
    if (taken.length === 1 && busy) return answer(429, { status: 'failure' });
    taken.push(request.postDataJSON());
    return answer(200, { id: `a${taken.length}` });
  });
  await list(page).nth(0).getByRole('checkbox').check();
  await list(page).nth(1).getByRole('checkbox').check();
  await page.locator('.chosen').getByRole('button', { name: 'Send to…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Send 2 clips' });
  await dialog.getByLabel('Hypothesis').check();
  await dialog.getByLabel(/^API token/).fill('wrong');
  await dialog.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('hypothes.is/account/developer');
  await dialog.getByLabel(/^API token/).fill('6879-secret');
  await dialog.getByRole('button', { name: /^(Send|Try again)$/ }).click();
  await expect(dialog.getByRole('alert')).toContainText('try again in a minute');
  busy = false;
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await expect(told(page)).toContainText('sent to Hypothesis.');
  expect(new Set(taken.map((a) => a.uri)).size).toBe(2);
  expect(taken).toHaveLength(2);
  expect(taken.every((a) => a.permissions.read[0] === 'acct:reader@hypothes.is')).toBe(true);
});

test('a clip goes to Obsidian by a link; without a token nothing goes to Hypothesis', async ({ context, worker }) => {
  const page = await seeded(context, worker, `#/clip/${uuid(3)}`);
  await page.getByRole('button', { name: 'Send to…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Send 1 clip' });
  await dialog.getByLabel('Hypothesis').check();
  await dialog.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(dialog.getByLabel(/^API token/)).toBeFocused();
  await dialog.getByLabel('Obsidian').check();
  await dialog.getByLabel('Folder').fill('Clips');
  await dialog.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(told(page)).toContainText('1 clip sent to Obsidian.');
  await page.getByRole('button', { name: 'Send to…' }).click();
  await expect(dialog.getByLabel('Folder')).toHaveValue('Clips');
});

test('corpus mode: a project is made, records, is renamed, is deleted and comes back', async ({ context, worker }) => {
  const page = await openNotebook(context, worker, '#/corpus');
  await expect(page.getByRole('main')).toContainText('Corpus mode is off.');
  await page.getByLabel('Name of a new project').fill('Coverage of Vienna');
  await page.getByRole('button', { name: 'Make the project' }).click();
  await page.getByRole('button', { name: 'Record for this Coverage of Vienna' }).click();
  await expect(page.getByRole('main')).toContainText('Recording visits for “Coverage of Vienna”.');
  await page.getByRole('button', { name: 'Rename Coverage of Vienna' }).click();
  await page.getByLabel('Name of the project').fill('Vienna 2018');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toContainText('Recording visits for “Vienna 2018”.');
  const project = await page.evaluate(async () => ((await chrome.storage.local.get('corpus')).corpus as { project: string }).project);
  const visit = (n: number) => ({ id: uuid(n), project, key: `example.org/news/${n}`, page: aClip(n, 'x').page, mentions: [makei(0, 'Makei')] });
  await put(page, 'records', [visit(1), visit(2)]);
  await page.reload();
  await page.getByRole('link', { name: 'Vienna 2018' }).click();
  const records = page.getByRole('list', { name: 'Vienna 2018' }).getByRole('listitem');
  await expect(records).toHaveCount(2);
  await page.getByRole('button', { name: 'Delete Article 1' }).click();
  await expect(records).toHaveCount(1);
  await told(page).getByRole('button', { name: 'Undo' }).click();
  await expect(records).toHaveCount(2);
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export… Vienna 2018' }).click();
  expect((await coming).suggestedFilename()).toMatch(/Vienna 2018.*\.zip$/);
  await page.getByRole('button', { name: 'Delete Vienna 2018' }).click();
  await expect(page.getByRole('main')).toContainText('Corpus mode is off.');
  await page.getByRole('link', { name: 'Trash' }).click();
  await page.getByRole('button', { name: 'Restore' }).click();
  await page.getByRole('link', { name: 'Corpus' }).click();
  await expect(page.getByRole('main')).toContainText('2 articles');
});

test('speaks the chosen language', async ({ context, worker }) => {
  await worker.evaluate(() => chrome.storage.sync.set({ settings: { version: 1, language: 'uk' } }));
  const page = await seeded(context, worker);
  await expect(status(page)).toHaveText('3 витяги');
  await expect(page.locator('html')).toHaveAttribute('lang', 'uk');
});

for (const [scheme, forcedColors] of [
  ['light', 'none'],
  ['dark', 'none'],
  ['dark', 'active'],
] as const) {
  test(`has no accessibility faults in ${forcedColors === 'active' ? 'forced colours' : scheme}, wide and narrow`, async ({ context, worker }) => {
    const page = await seeded(context, worker);
    await page.emulateMedia({ colorScheme: scheme, forcedColors });
    for (const width of [1200, 320]) {
      await page.setViewportSize({ width, height: 900 });
      for (const hash of ['', `#/clip/${uuid(3)}`, '#/entity/person/vladimir-makei', '#/trash', '#/damaged', '#/corpus', '#/clip/nothing']) {
        await page.goto(addressOf(worker, hash));
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        expect(await faultsOf(page), `${hash} at ${width}`).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), `${hash} is wider than the window`).toBeLessThanOrEqual(width);
      }
      await page.goto(addressOf(worker, `#/clip/${uuid(3)}`));
      await page.getByRole('button', { name: 'Edit' }).click();
      expect(await faultsOf(page), `the form at ${width}`).toEqual([]);
      await page.getByRole('button', { name: 'Cancel' }).click();
      await page.goto(addressOf(worker));
      await page.getByText('Filters').click();
      await list(page).first().getByRole('checkbox').check();
      expect(await faultsOf(page), `filters and selection at ${width}`).toEqual([]);
      await page.getByRole('region', { name: '1 clip selected' }).getByRole('button', { name: 'Export…' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await faultsOf(page), `export at ${width}`).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('region', { name: '1 clip selected' }).getByRole('button', { name: 'Send to…' }).click();
      await page.getByLabel('Hypothesis').check();
      expect(await faultsOf(page), `sending at ${width}`).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Import…' }).click();
      expect(await faultsOf(page), `import at ${width}`).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Clear selection' }).click();
      await page.getByText('Filters').click();
    }
  });
}
