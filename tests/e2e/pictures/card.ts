/** Cards of each kind on the demo article: light, dark, forced colours, narrow. */
import { middleOf } from '../look';
import type { Stage } from './stage';

const shots: readonly {
  readonly name: string;
  readonly text: string;
  readonly scheme: 'light' | 'dark';
  readonly width?: number;
  readonly forced?: boolean;
  readonly on?: 'second';
}[] = [
  { name: 'card-light', text: 'Makei, at the end', scheme: 'light' },
  { name: 'card-dark', text: 'Makei, at the end', scheme: 'dark' },
  { name: 'office-light', text: 'Secretary General and', scheme: 'light' },
  { name: 'organisation-light', text: 'Trilateral Contact Group', scheme: 'light' },
  { name: 'event-light', text: 'summit in Brussels', scheme: 'light', on: 'second' },
  { name: 'event-dark', text: 'summit in Brussels', scheme: 'dark', on: 'second' },
  { name: 'office-dark', text: 'Secretary General and', scheme: 'dark' },
  { name: 'organisation-dark', text: 'Trilateral Contact Group', scheme: 'dark' },
  { name: 'card-forced', text: 'Makei, at the end', scheme: 'dark', forced: true },
  { name: 'card-narrow', text: 'Makei, at the end', scheme: 'light', width: 400 },
];

export async function take({ context, article, second, shoot }: Stage): Promise<void> {
  for (const { name, text, scheme, width, forced, on } of shots) {
    const page = await context.newPage();
    await page.setViewportSize({ width: width ?? 1000, height: 820 });
    await page.emulateMedia({ colorScheme: scheme, forcedColors: forced ? 'active' : 'none' });
    await page.goto(on === 'second' ? second : article);
    await page.waitForFunction(() => ['person', 'event', 'uncertain'].some((kind) => (CSS.highlights.get(`attache-${kind}`)?.size ?? 0) > 0));
    const { left, y } = await middleOf(page, text);
    // On the first letters: the text goes on behind the name, to be the only one like it.
    const x = left + 12;
    await page.mouse.move(x, y + 70);
    await page.mouse.move(x, y, { steps: 4 });
    await page.locator('attache-card').waitFor({ state: 'attached' });
    await page.waitForTimeout(800);
    await shoot(page, name);
    await page.close();
  }
}
