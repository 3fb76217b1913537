/** Cards of each kind on the demo article: light, dark, forced colours, narrow. */
import { pointAt } from './point';
import type { Stage } from './stage';

const shots: readonly {
  readonly name: string;
  readonly text: string;
  readonly scheme: 'light' | 'dark';
  readonly width?: number;
  readonly forced?: boolean;
}[] = [
  { name: 'card-light', text: 'Makei, at the end', scheme: 'light' },
  { name: 'card-dark', text: 'Makei, at the end', scheme: 'dark' },
  { name: 'office-light', text: 'OSCE Secretary General', scheme: 'light' },
  { name: 'organisation-light', text: 'Trilateral Contact Group', scheme: 'light' },
  { name: 'card-forced', text: 'Makei, at the end', scheme: 'dark', forced: true },
  { name: 'card-narrow', text: 'Makei, at the end', scheme: 'light', width: 400 },
];

export async function take({ context, article, shoot }: Stage): Promise<void> {
  for (const { name, text, scheme, width, forced } of shots) {
    const page = await context.newPage();
    await page.setViewportSize({ width: width ?? 1000, height: 820 });
    await page.emulateMedia({ colorScheme: scheme, forcedColors: forced ? 'active' : 'none' });
    await page.goto(article);
    await page.waitForFunction(() => (CSS.highlights.get('attache-person')?.size ?? 0) > 5);
    const { x, y } = await pointAt(page, text);
    await page.mouse.move(x - 20, y + 70);
    await page.mouse.move(x, y, { steps: 4 });
    await page.locator('attache-card').waitFor({ state: 'attached' });
    await page.waitForTimeout(800);
    await shoot(page, name);
    await page.close();
  }
}
