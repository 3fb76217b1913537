/** The dataset explorer: a person’s page and an event’s, light and dark. */
import type { Stage } from './stage';

export async function take({ context, extension, shoot }: Stage): Promise<void> {
  for (const [name, hash, scheme] of [
    ['explorer-light', '#/person/vladimir-makei', 'light'],
    ['explorer-dark', '#/office/by/foreign-minister', 'dark'],
  ] as const) {
    const page = await context.newPage();
    await page.setViewportSize({ width: 1100, height: 820 });
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto(`${extension}explorer.html${hash}`);
    await page.locator('main[aria-busy="false"] h1').waitFor();
    await shoot(page, name);
    await page.close();
  }
}
