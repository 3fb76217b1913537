/** Popup, options and first run, light and dark. */
import type { Stage } from './stage';

export async function take({ context, worker, article, extension, shoot }: Stage): Promise<void> {
  const read = await context.newPage();
  await read.goto(article);
  await read.waitForFunction(() => (CSS.highlights.get('attache-person')?.size ?? 0) > 5);
  await read.bringToFront();
  const tab = await worker.evaluate(async () => (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id ?? 0);
  for (const scheme of ['light', 'dark'] as const) {
    const page = await context.newPage();
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width: 360, height: 400 });
    await page.goto(`${extension}popup.html?tab=${tab}`);
    await page.locator('.found').waitFor();
    await shoot(page, `popup-${scheme}`);
    await page.setViewportSize({ width: 900, height: 820 });
    await page.goto(`${extension}options.html`);
    await page.waitForFunction(() => (CSS.highlights.get('attache-background-person')?.size ?? 0) > 0);
    await shoot(page, `options-${scheme}`);
    await page.goto(`${extension}welcome.html`);
    await page.waitForFunction(() => (CSS.highlights.get('attache-person')?.size ?? 0) > 4);
    await page.getByRole('button', { name: 'Next mention' }).click();
    await page.getByRole('button', { name: 'Next mention' }).first().waitFor();
    await page.locator('attache-card').waitFor({ state: 'attached' });
    await shoot(page, `welcome-${scheme}`);
    await page.close();
  }
  await read.close();
}
