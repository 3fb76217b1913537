/** The demo article as the panel hears of it. */
import fs from 'node:fs';
import { Window } from 'happy-dom';
import { bundledPack } from '@/lib/commands/pack';
import { dayRange, today } from '@/lib/dataset/dates';
import { openPack } from '@/lib/pack/open';
import type { Telling } from '@/lib/page/telling';
import { recognise } from '@/lib/recognise/recognise';

export const pack = openPack(bundledPack());

/** What a frame tells of paragraphs, read as of a day. */
export function telling(paragraphs: readonly string[], date: string, more: Partial<Telling> = {}): Telling {
  const blocks = paragraphs.map((text, id) => ({ id, text }));
  const read = recognise(blocks, pack, { today: today(), date: { day: dayRange(date)?.first ?? 0, source: 'json-ld' }, language: 'en' });
  return {
    frame: 'f',
    top: true,
    url: 'https://news.example/2018/11/06/minsk',
    title: 'A busy week',
    when: 'always',
    reading: true,
    busy: false,
    date: read.date,
    language: 'en',
    mentions: read.mentions,
    passages: Object.fromEntries(blocks.map((b) => [b.id, b.text])),
    ...more,
  };
}

const { document } = new Window();
document.write(fs.readFileSync('tests/fixtures/demo/article.html', 'utf8'));
export const article = telling(
  [...document.querySelectorAll('h1, p')].map((p) => p.textContent.trim()),
  '2018-11-06',
);
