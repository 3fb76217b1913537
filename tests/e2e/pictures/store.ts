/** The stores’ pictures, of the size they ask for (1280 × 800): those that were taken before, each under a line of what it shows. */
import fs from 'node:fs';
import type { Stage } from './stage';

const PICTURES: readonly (readonly [name: string, of: string, line: string])[] = [
  ['1-card', 'card-light', 'Who it is, and the office they held on the article’s date'],
  ['2-office', 'office-light', 'An office is whoever held it on that day'],
  ['3-panel', 'panel-light', 'Everyone named on the page, with their role at its date'],
  ['4-explorer', 'explorer-light', 'Every fact with its dates and its source'],
  ['5-notebook', 'notebook-light', 'Passages with your notes, kept on your machine'],
];

export async function take({ context, images, shootForStore }: Stage): Promise<void> {
  const page = await context.newPage();
  await page.setViewportSize({ width: 1280, height: 800 });
  for (const [name, of, line] of PICTURES) {
    const picture = fs.readFileSync(`${images}/${of}.png`).toString('base64');
    await page.setContent(
      `<!doctype html><style>
        body { margin: 0; height: 800px; display: grid; grid-template-rows: 96px 1fr; justify-items: center; overflow: hidden; background: #e7ece9; color: #1d2422 }
        h1 { align-self: center; margin: 0; font: 500 34px/1.2 Georgia, 'DejaVu Serif', serif }
        img { height: 690px; border-radius: 8px; box-shadow: 0 2px 24px #0003 }
      </style><h1>${line}</h1><img src="data:image/png;base64,${picture}" alt="">`,
    );
    await page.locator('img').evaluate((image: HTMLImageElement) => image.decode());
    await shootForStore(page, name);
  }
  await page.close();
}
