/**
 * `npm run e2e:pages -- FOLDER [--only NAME]`: does the extension change the pages it reads? Every saved page of FOLDER is served from this machine with
 * its scripts, other hosts are not reached, and it is loaded without and with the extension: its DOM must be the same but for our own elements, its
 * console too, and nothing of ours may throw. Table on stdout; what is marked, and screenshots, in `.output/pages/report.html`, and as data in `report.json`;
 * exit 1 when a difference is ours. Needs `npm run build` first.
 */
import fs from 'node:fs';
import path from 'node:path';
import type { ConsoleMessage } from '@playwright/test';
import { HOST_TAG } from '../page/blocks';
import { CERTAIN } from '../recognise/types';
import { asked, refuse } from './asked';
import { type Browser, builtExtension, launch, serve } from './bench/browser';
import { type Loaded, type Verdict, verdictOf } from './bench/compare';
import { pageScriptOf } from './bench/page-script';

const USAGE = 'e2e:pages -- FOLDER [--only NAME] [--out FOLDER]';
const { positionals, values } = asked(USAGE, {
  only: { type: 'string' },
  build: { type: 'string', default: 'chrome-mv3' },
  out: { type: 'string', default: '.output/pages' },
});
const [folder] = positionals;
if (!folder || !fs.existsSync(folder)) refuse('name a folder of saved pages', USAGE);
const extension = builtExtension(values.build);
const files = fs.readdirSync(folder).filter((file) => /\.html?$/.test(file) && (!values.only || file.includes(values.only)));
if (files.length === 0) refuse(`${folder} has no .html${values.only ? ` with “${values.only}” in its name` : ''}`);

/** A page that never comes to rest is looked at as it is after so many looks. */
const MOST_LOOKS = 16;
const BETWEEN_LOOKS = 250;
/** A page that differs from itself is loaded so many times each way. */
const ROUNDS = 3;
/** And so many times before a difference is laid to us: scripts that wait for the body to come put their elements now here, now there. */
const MOST_ROUNDS = 8;
const out = path.resolve(values.out);
fs.mkdirSync(out, { recursive: true });

/** In the page: what it draws by lot is the same in every load. */
function withoutChance(): void {
  let seed = 1;
  Math.random = () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
}

interface Look {
  readonly html: string;
  readonly marks: number;
}

/** In the page: its DOM without our elements, and how much is marked. */
function look(host: string): Look {
  const copy = document.documentElement.cloneNode(true) as Element;
  for (const own of copy.querySelectorAll(host)) own.remove();
  let marks = 0;
  for (const [name, { size }] of CSS.highlights) if (/^attache-(person|office|organisation|event|agreement|uncertain)$/.test(name)) marks += size;
  return { html: copy.outerHTML, marks };
}

/** In the page: brings the first thing that is marked into sight. */
function showFirst(): void {
  const ranges = [...CSS.highlights].flatMap(([name, highlight]) => (name.startsWith('attache-') ? [...highlight] : []));
  ranges[0]?.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
}

/** Beside what is compared: what the page script has marked. */
interface Seen extends Loaded {
  readonly mentions: readonly Mentioned[];
}
interface Mentioned {
  readonly surface: string;
  readonly entity: string;
  readonly confidence: number;
  /** A line of text around it. */
  readonly around: string;
}

/** In the page script’s world. */
const MENTIONED = `(attache.reading?.marks() ?? []).map(({ mention: { surface, entity, confidence, start, end }, block: { text } }) =>
  ({ surface, entity, confidence, around: text.slice(Math.max(0, start - 60), end + 60).replace(/\\s+/g, ' ') }))`;

async function load({ context, worker }: Browser, url: string, picture: (of: string) => string): Promise<Seen> {
  const page = await context.newPage();
  const said: string[] = [];
  const ours: string[] = [];
  page.on('pageerror', (error) => (error.stack?.includes('chrome-extension://') ? ours : said).push(`${error.name}: ${error.message}`));
  page.on('console', (message: ConsoleMessage) =>
    (message.location().url.startsWith('chrome-extension://') ? ours : said).push(`${message.type()}: ${message.text()}`),
  );
  const inWorker = (message: ConsoleMessage) => message.type() === 'error' && ours.push(`in the background: ${message.text()}`);
  worker?.on('console', inWorker);
  await page.addInitScript(withoutChance);
  await page.goto(url, { waitUntil: 'load', timeout: 60_000 });
  let seen: Look = { html: '', marks: -1 };
  for (let looks = 0, quiet = 0; looks < MOST_LOOKS && quiet < 3; looks++) {
    await page.waitForTimeout(BETWEEN_LOOKS);
    // A page that goes elsewhere meanwhile is looked at where it arrives.
    const now = await page.evaluate(look, HOST_TAG).catch(() => seen);
    quiet = now.html === seen.html && now.marks === seen.marks ? quiet + 1 : 0;
    seen = now;
  }
  const shoot = (of: string) => page.screenshot({ path: path.join(out, picture(of)), type: 'jpeg', quality: 60 });
  await shoot(worker ? 'with' : 'without');
  let mentions: readonly Mentioned[] = [];
  if (worker) {
    mentions = await (await pageScriptOf(context, page, new URL(worker.url()).host))<Mentioned[]>(MENTIONED);
    await page.evaluate(showFirst);
    await shoot('marks');
  }
  await page.close();
  worker?.off('console', inWorker);
  return { ...seen, said, ours, mentions };
}

const site = await serve();
const bare = await launch(undefined);
const own = await launch(extension);

interface Judged extends Verdict {
  readonly file: string;
  readonly rounds: number;
  readonly mentions: readonly Mentioned[];
}

const pictureOf = (file: string, of: string) => `${file}.${of}.jpg`;

async function judge(file: string): Promise<Judged> {
  const url = site.put(encodeURIComponent(file), fs.readFileSync(path.join(folder as string, file), 'utf8'));
  const picture = (of: string) => pictureOf(file, of);
  const without: Loaded[] = [];
  const withOurs: Seen[] = [];
  for (let rounds = 1; ; rounds++) {
    const [a, b] = await Promise.all([load(bare, url, picture), load(own, url, picture)]);
    without.push(a);
    withOurs.push(b);
    const verdict = verdictOf(without, withOurs);
    const enough = (verdict.dom === 'same' && verdict.console === 'same') || rounds === MOST_ROUNDS || (rounds >= ROUNDS && !verdict.isOurs);
    if (enough) return { file, rounds, ...verdict, mentions: b.mentions };
  }
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
/** Each thing that is marked, with the first place where it stands. */
function listed(mentions: readonly Mentioned[]): string {
  const byMeaning = new Map<string, Mentioned[]>();
  for (const mention of mentions) {
    const key = `${mention.surface} → ${mention.entity}${mention.confidence < CERTAIN ? ' ?' : ''}`;
    byMeaning.set(key, [...(byMeaning.get(key) ?? []), mention]);
  }
  return [...byMeaning].map(([key, all]) => `<li><b>${escaped(key)}</b> × ${all.length}: <small>${escaped(all[0]?.around ?? '')}</small></li>`).join('');
}
const row = ({ file, dom, console: said, ours, marks, mentions, detail }: Judged) =>
  `<tr><td><b>${escaped(file)}</b><br>DOM ${dom}, console ${said}, ${marks} marks${[...ours, ...detail].map((line) => `<pre>${escaped(line)}</pre>`).join('')}
  <details><summary>What is marked</summary><ul>${listed(mentions)}</ul></details></td>
  ${['without', 'with', 'marks'].map((side) => `<td><img loading="lazy" alt="${side}" src="${encodeURIComponent(pictureOf(file, side))}"></td>`).join('')}</tr>`;

const verdicts: Judged[] = [];
console.log('page'.padEnd(44), 'DOM'.padEnd(7), 'console'.padEnd(7), 'thrown', ' marks');
for (const file of files) {
  const verdict = await judge(file);
  verdicts.push(verdict);
  console.log(
    file.slice(0, 44).padEnd(44),
    verdict.dom.padEnd(7),
    verdict.console.padEnd(7),
    String(verdict.ours.length).padStart(6),
    String(verdict.marks).padStart(6),
  );
  for (const line of [...verdict.ours, ...(verdict.isOurs ? verdict.detail : [])]) console.log(`    ${line}`);
}
fs.writeFileSync(path.join(out, 'report.json'), `${JSON.stringify(verdicts, null, 2)}\n`);
fs.writeFileSync(
  path.join(out, 'report.html'),
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Pages without and with the extension</title>
<style>body { font: 15px/1.5 system-ui; margin: 2em } td { vertical-align: top; padding: .5em; border-top: 1px solid #ccc } img { width: 30em } pre { white-space: pre-wrap; max-width: 30em }</style>
<h1>Pages without and with the extension</h1><table>${verdicts.map(row).join('\n')}</table></html>\n`,
);
const count = (is: (verdict: Verdict) => boolean) => verdicts.filter(is).length;
console.log(
  `${files.length} pages: DOM the same on ${count((v) => v.dom === 'same')}, varying by itself on ${count((v) => v.dom === 'varies')}; console the same on ${count((v) => v.console === 'same')}; ` +
    `${verdicts.reduce((sum, v) => sum + v.marks, 0)} marks on ${count((v) => v.marks > 0)} pages; differences of ours on ${count((v) => v.isOurs)}`,
);
await bare.close();
await own.close();
site.close();
if (verdicts.some((v) => v.isOurs)) process.exitCode = 1;
