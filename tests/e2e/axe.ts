/** Accessibility faults of a page, as axe finds them, and whether it fits a narrow window. */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Of the whole page, or of what lies in an element. Targets of 24 pixels are asked for as well where `targets` is. */
export async function faultsOf(page: Page, at?: string, { targets = false } = {}): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(
    async ({ at, targets }) => {
      type Result = { violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] };
      const { axe } = globalThis as unknown as { axe: { run(at: unknown, options: object): Promise<Result> } };
      const { violations } = await axe.run(at ?? document, targets ? { rules: { 'target-size': { enabled: true } } } : {});
      return violations.map((v) => `${v.id}: ${v.nodes[0]?.html} ${v.nodes[0]?.failureSummary}`);
    },
    { at, targets },
  );
}

/** In light, dark and forced colours, wide and at the width of a 1280 pixel window enlarged four times. `ready` waits for what is to be looked at. */
export async function expectAccessible(page: Page, ready: () => Promise<void> = async () => undefined): Promise<void> {
  for (const [colorScheme, forcedColors] of [
    ['light', 'none'],
    ['dark', 'none'],
    ['dark', 'active'],
  ] as const) {
    await page.emulateMedia({ colorScheme, forcedColors });
    for (const width of [1000, 320]) {
      await page.setViewportSize({ width, height: 900 });
      await ready();
      expect(await faultsOf(page), `${colorScheme}, forced colours ${forcedColors}, ${width} wide`).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), 'wider than the window').toBeLessThanOrEqual(width);
    }
  }
}
