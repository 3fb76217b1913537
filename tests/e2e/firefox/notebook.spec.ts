import { expect, test } from '@playwright/test';
import { pageKeys } from '@/lib/notebook/address';
import type { Clip } from '@/lib/notebook/types';
import type { Firefox } from './marionette.mjs';
import { openStage, type Stage } from './stage';

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
function aClip(n: number, exact: string): Clip {
  const made = new Date(Date.UTC(2026, 2, 1, 12, n)).toISOString();
  return {
    id: uuid(n),
    kind: 'passage',
    made,
    changed: made,
    revision: 0,
    page: { url: `https://example.org/${n}`, title: `Article ${n}`, authors: [], read: made },
    target: { quote: { exact, prefix: '', suffix: '' }, position: { start: 0, end: exact.length } },
    mentions: [],
    note: '',
    tags: [],
    colour: 'yellow',
  };
}

/** The core of the page; all of it is driven in Chromium. */
test.describe
  .serial('the notebook’s page in Firefox', () => {
    let stage: Stage;
    let firefox: Firefox;
    let address: string;

    test.beforeAll(async () => {
      stage = await openStage();
      ({ firefox } = stage);
      address = `${stage.own}notebook.html`;
      await firefox.goto(address);
    });
    test.afterAll(() => stage?.close());

    const heads = () => firefox.eval(() => [...document.querySelectorAll('.clips .head')].map((e) => e.textContent));
    const status = () => firefox.eval(() => document.querySelector('.pane .status')?.textContent);
    const typed = (selector: string, text: string) =>
      firefox.eval(
        (at: string, value: string) => {
          const field = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(at);
          if (!field) throw new Error(`no ${at}`);
          field.value = value;
          field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        },
        selector,
        text,
      );
    const click = (text: string) =>
      firefox.eval((label: string) => {
        const button = [...document.querySelectorAll<HTMLElement>('main button, .told button')].find((b) => b.textContent?.trim() === label);
        if (!button) throw new Error(`no button “${label}”`);
        button.click();
      }, text);

    test('lists what is in the store, newest first, and finds it in another script', async () => {
      await expect.poll(() => firefox.eval(() => document.querySelector('h1')?.textContent)).toBe('Nothing kept yet');
      const rows = [aClip(1, 'Neutrality was never a choice.'), aClip(2, 'Сустрэча ў Вене з Макеем.')].map((clip) => ({ ...clip, keys: pageKeys(clip.page) }));
      await firefox.eval(
        (given: object[]) =>
          new Promise<void>((done, fail) => {
            const opening = indexedDB.open('notebook');
            opening.onerror = () => fail(opening.error);
            opening.onsuccess = () => {
              const writing = opening.result.transaction('clips', 'readwrite');
              for (const row of given) writing.objectStore('clips').put(row);
              writing.oncomplete = () => {
                opening.result.close();
                done();
              };
            };
          }),
        rows,
      );
      await firefox.goto(`${address}#/?sort=newest`);
      await firefox.eval(() => location.reload());
      await expect.poll(heads).toEqual(['Сустрэча ў Вене з Макеем.', 'Neutrality was never a choice.']);
      await typed('.pane input[type=search]', 'вене');
      await expect.poll(status).toBe('1 clip of 2');
    });

    test('a note is written, deleted with its clip, and comes back', async () => {
      await firefox.goto(`${address}#/clip/${uuid(1)}`);
      await expect.poll(() => firefox.eval(() => document.querySelector('h1')?.textContent)).toBe('Article 1');
      // The list beside it is still the one searched.
      await expect.poll(status).toBe('1 clip of 2');
      await typed('.pane input[type=search]', '');
      await expect.poll(status).toBe('2 clips');
      await click('Add a note');
      await expect.poll(() => firefox.eval(() => document.activeElement?.id)).toBe('note');
      await typed('#note', 'A **strong** word');
      await click('Save');
      await expect.poll(() => firefox.eval(() => document.querySelector('section.note strong')?.textContent)).toBe('strong');
      await click('Delete');
      await expect.poll(status).toBe('1 clip');
      await click('Undo');
      await expect.poll(status).toBe('2 clips');
      await firefox.screenshot('.output/firefox-notebook.png');
    });
  });
