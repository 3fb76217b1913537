/**
 * `npm run bench:card [-- --json]`: how long a card takes from the moment at which the pointer has rested long enough to the frame in which it stands, on an article of
 * 100 kB; with a running worker, and with one that was stopped. Beside it a popover of the page’s own. Needs `npm run build` first.
 */
import fs from 'node:fs';
import { asked } from './asked';
import { builtExtension, launch, nameAt, serve, stopWorker } from './bench/browser';
import { median } from './bench/measure';
import { articleOf } from './bench/pages';

const { values } = asked('bench:card [-- --rounds N] [--json]', { json: { type: 'boolean' }, rounds: { type: 'string', default: '15' } });
const built = builtExtension();

const site = await serve();
const url = site.put('article', articleOf(100_000, true));
const browser = await launch(built);
const page = await browser.context.newPage();
await page.setViewportSize({ width: 1000, height: 900 });
await page.goto(url);
await page.waitForFunction(() => (CSS.highlights.get('attache-person')?.size ?? 0) > 100, undefined, { timeout: 120_000 });
/** The reader’s delay, as it is set at first. */
const DELAY = 150;

/** Milliseconds from the decision to the frame. */
async function opening(n: number): Promise<number> {
  await page.mouse.move(3, 3);
  await page.waitForFunction(
    () => !document.querySelector('attache-card') || document.elementFromPoint(innerWidth / 2, innerHeight / 2 + 60)?.localName !== 'attache-card',
  );
  const { x, y } = await nameAt(page, n);
  await page.waitForTimeout(300);
  const seen = page.evaluate(
    ({ below, left, delay }) =>
      new Promise<number>((done) => {
        let moved = 0;
        addEventListener(
          'pointermove',
          (event) => {
            moved = event.timeStamp;
          },
          { capture: true },
        );
        const look = () => {
          const stands = [below, -below].some((down) => document.elementFromPoint(left, innerHeight / 2 + down)?.localName === 'attache-card');
          if (moved > 0 && stands) setTimeout(() => done(performance.now() - moved - delay));
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    { below: 60, left: x, delay: DELAY },
  );
  await page.mouse.move(x, y);
  // A pointer that rested before the page could open cards moves once more; the time counts from its last move.
  const again = setInterval(() => void page.mouse.move(x + Math.random(), y), 5000);
  const took = await seen;
  clearInterval(again);
  await page.keyboard.press('Escape');
  return took;
}

const warm: number[] = [];
const cold: number[] = [];
const plain: number[] = [];
for (let round = -2; round < Number(values.rounds); round++) {
  const running = await opening(round + 2);
  await stopWorker(browser);
  const stopped = await opening(round + 30);
  const own = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        const start = performance.now();
        const box = document.createElement('div');
        box.popover = 'manual';
        box.textContent = 'A card of the page’s own.';
        document.body.append(box);
        box.showPopover();
        requestAnimationFrame(() =>
          setTimeout(() => {
            done(performance.now() - start);
            box.remove();
          }),
        );
      }),
  );
  if (round < 0) continue;
  warm.push(running);
  cold.push(stopped);
  plain.push(own);
}
await browser.close();
site.close();
const figures = {
  'a card from decision to paint, running worker, ms': median(warm),
  'the slowest of these, ms': Math.max(...warm),
  'a card from decision to paint, stopped worker, ms': median(cold),
  'a popover of the page’s own, ms': median(plain),
  'a card to a popover of the page’s own': median(warm) / median(plain),
};
fs.mkdirSync('.output/bench', { recursive: true });
fs.writeFileSync('.output/bench/card.json', `${JSON.stringify(figures, null, 2)}\n`);
if (values.json) console.log(JSON.stringify(figures, null, 2));
else for (const [label, value] of Object.entries(figures)) console.log(`${label.padEnd(56)} ${value.toFixed(1).padStart(8)}`);
