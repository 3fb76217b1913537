/** Pages to read in a browser: generated ones of a given size, and the saved pages of a folder. */
import fs from 'node:fs';
import path from 'node:path';

const PLAIN =
  'Mix the flour with the water and leave it under a cloth until the evening. The path goes along the river, past the old mill, and up to the wood. She had read the letter twice before she put it back into the drawer. Nobody could say when the bridge had been built or by whom. In winter the bus runs every second hour, and the shop is closed.';
const NAMED = [
  'Russian President Vladimir Putin and Belarusian leader Alexander Lukashenko met in Sochi on Tuesday.',
  'German Chancellor Angela Merkel spoke with Emmanuel Macron about the Minsk agreements.',
  'The foreign ministers of Poland and Ukraine discussed it with NATO Secretary General Jens Stoltenberg.',
];

/** An article of about `characters` of text, with some mark-up; with a sentence that names somebody in every third paragraph, or none. */
export function articleOf(characters: number, named: boolean): string {
  const sentences = PLAIN.split('. ');
  const paragraphs: string[] = [];
  for (let made = 0, n = 0; made < characters; n++) {
    const text = Array.from({ length: 5 }, (_, i) => sentences[(n * 3 + i * 2) % sentences.length]).join('. ');
    const name = named && n % 3 === 0 ? ` ${NAMED[(n / 3) % NAMED.length]}` : '';
    paragraphs.push(`<p>${text.replace(/\b(old mill|letter|bridge)\b/, '<a href="#">$1</a>')}.${name}</p>`);
    made += text.length + name.length;
  }
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Article</title><meta property="article:published_time" content="2016-05-04"><body><h1>Article</h1><article>${paragraphs.join('\n')}</article></body></html>`;
}

export interface BenchPage {
  readonly name: string;
  readonly html: string;
}

export const generatedPages = (): BenchPage[] =>
  [
    { name: '100 kB', size: 100_000 },
    { name: '1 MB', size: 1_000_000 },
    { name: '10 MB', size: 10_000_000 },
  ].flatMap(({ name, size }) => [
    { name: `${name} with names`, html: articleOf(size, true) },
    { name: `${name} without`, html: articleOf(size, false) },
  ]);

/** Scripts are taken out: what is measured is our work, and a saved page’s scripts wait for servers that are not there. */
export const savedPages = (folder: string): BenchPage[] =>
  fs
    .readdirSync(folder)
    .filter((file) => /\.html?$/.test(file))
    .sort()
    .map((file) => ({ name: file.slice(0, 40), html: fs.readFileSync(path.join(folder, file), 'utf8').replace(/<script\b[\s\S]*?<\/script>/gi, '') }));
