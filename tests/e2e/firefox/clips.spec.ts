import fs from 'node:fs';
import { expect, test } from '@playwright/test';
import type { Firefox } from './marionette.mjs';
import { openMarked, openStage, type Stage } from './stage';

declare const Services: { wm: { getMostRecentWindow(type: string): { document: Document } } };

const PASSAGE = 'the two ministers agreed to resume the consultations on border transit';
const article = (lead: string, passage: string) =>
  `<!doctype html><html lang="en"><title>Talks</title><meta name="date" content="2018-11-06"><main><h1>Talks in Vienna</h1>${lead}
  <p>According to it, ${passage} in November. Vladimir Makei met Jean Asselborn.</p><p>Neither side named the participants of the next round.</p></main></html>`;

/** The shipped build: the closed root is reached through WebDriver. */
test.describe
  .serial('the notebook in Firefox', () => {
    let stage: Stage;
    let firefox: Firefox;
    let base: string;
    let page = article('<p>After three hours behind closed doors the press service published a statement.</p>', PASSAGE.replace('agreed', '<b>agreed</b>'));

    test.beforeAll(async () => {
      stage = await openStage({ serve: () => page });
      ({ firefox, site: base } = stage);
      await openMarked(stage, () => firefox.eval(() => CSS.highlights.get('attache-person')?.size ?? 0));
    });
    test.afterAll(() => stage?.close());

    const painted = () =>
      firefox.eval(() => ['yellow', 'green', 'blue', 'pink', 'violet'].reduce((sum, c) => sum + (CSS.highlights.get(`attache-clip-${c}`)?.size ?? 0), 0));
    const select = (text: string) =>
      firefox.eval((wanted: string) => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const range = new Range();
        const all: Text[] = [];
        for (let node = walker.nextNode(); node; node = walker.nextNode()) all.push(node as Text);
        const at = all
          .map((n) => n.data)
          .join('')
          .indexOf(wanted);
        let passed = 0;
        for (const node of all) {
          if (at >= passed && at < passed + node.length) range.setStart(node, at - passed);
          if (at + wanted.length > passed && at + wanted.length <= passed + node.length) range.setEnd(node, at + wanted.length - passed);
          passed += node.length;
        }
        getSelection()?.removeAllRanges();
        getSelection()?.addRange(range);
        return getSelection()?.toString();
      }, text);
    const clipKey = () =>
      firefox.chrome(() => {
        const keyset = Services.wm.getMostRecentWindow('navigator:browser').document.querySelector('keyset[id^="ext-keyset-id-attache"]');
        const key = keyset?.querySelector('key[key="C"]');
        if (!key) throw new Error('no key for clipping');
        key.dispatchEvent(new (key.ownerDocument.defaultView as Window & typeof globalThis).Event('command'));
      });
    /** The text of the open parts of the notebook’s closed root. */
    const shown = async (): Promise<string> => {
      const host = (await firefox.send('WebDriver:FindElements', { using: 'css selector', value: 'attache-clip' }))[0];
      if (!host) return '';
      const { value: root } = await firefox.send('WebDriver:GetShadowRoot', { id: Object.values(host)[0] });
      const parts = await firefox.send('WebDriver:FindElementsFromShadowRoot', {
        shadowRoot: Object.values(root)[0],
        using: 'css selector',
        value: '[popover]',
      });
      const texts: string[] = [];
      for (const part of parts) texts.push((await firefox.send('WebDriver:GetElementText', { id: Object.values(part)[0] })).value);
      return texts.join('\n');
    };

    test('the command clips the selection', async () => {
      expect(await select(PASSAGE)).toBe(PASSAGE);
      await clipKey();
      await expect.poll(painted).toBe(1);
      await expect.poll(shown).toContain('Kept in the notebook.');
    });

    test('the clip is in its place when the changed page is visited again', async () => {
      page = article('<p>Updated at noon.</p><div><p>A new first paragraph.</p></div>', PASSAGE.replace('border', 'cross-border'));
      await firefox.goto(base);
      await expect.poll(painted).toBe(1);
    });

    test('a stopped background keeps the next clip', async () => {
      await stage.stopBackground();
      await select('Neither side named the participants of the next round.');
      await clipKey();
      await expect.poll(painted).toBe(2);
      await expect.poll(shown).toContain('Kept in the notebook.');
      await firefox.goto(base);
      await expect.poll(painted).toBe(2);
    });

    test('a passage that is gone is an orphan, and kept', async () => {
      page = article('<p>This article was corrected.</p>', 'nothing came of it');
      await firefox.goto(base);
      await expect.poll(shown).toContain('2 clips · 1 not found');
      expect(await painted()).toBe(1);
      fs.mkdirSync('.output/shots', { recursive: true });
      await firefox.screenshot('.output/shots/firefox-clips.png');
    });
  });
