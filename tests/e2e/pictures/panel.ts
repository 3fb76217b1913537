/** The panel beside the demo article, as the browser would show them: light and dark. */
import type { Stage } from './stage';

export async function take({ context, worker, article, extension, shoot }: Stage): Promise<void> {
  const page = await context.newPage();
  await page.setViewportSize({ width: 720, height: 820 });
  await page.goto(article);
  await page.waitForFunction(() => (CSS.highlights.get('attache-person')?.size ?? 0) > 5);
  await page.bringToFront();
  const tab = await worker.evaluate(async () => (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id);
  const panel = await context.newPage();
  await panel.setViewportSize({ width: 380, height: 820 });
  await panel.goto(`${extension}sidepanel.html?tab=${tab}`);
  const makei = panel.locator('.entry').filter({ hasText: 'Vladimir Makei' });
  const beside = await context.newPage();
  await beside.setViewportSize({ width: 1101, height: 820 });
  for (const scheme of ['light', 'dark'] as const) {
    for (const one of [page, panel, beside]) await one.emulateMedia({ colorScheme: scheme });
    await panel.getByRole('button', { name: scheme === 'light' ? 'Named' : 'Connections' }).click();
    if (scheme === 'light') await makei.click();
    await page.bringToFront();
    const left = (await page.screenshot()).toString('base64');
    await panel.bringToFront();
    const right = (await panel.screenshot()).toString('base64');
    await beside.setContent(
      `<style>body { margin: 0; display: flex; gap: 1px; background: #888 } img { height: 820px }</style>
       <img src="data:image/png;base64,${left}" alt=""><img src="data:image/png;base64,${right}" alt="">`,
    );
    await shoot(beside, `panel-${scheme}`);
  }
  for (const one of [beside, panel, page]) await one.close();
}
