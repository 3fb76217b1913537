// @vitest-environment happy-dom
/** A page that is too much, and one that changes between the question and its answer: what is not sure is not marked, and nothing twice. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { MOST_MARKS, type Reading, type Request, readPage } from '@/lib/page/reading';
import { EMPTY_CONTEXT, type Mention, type Recognition } from '@/lib/recognise/types';
import { makeScreen, openScreen } from '@/lib/text/screen';
import { fingerprint } from '@/lib/text/tokens';

// What this DOM has otherwise than browsers: a member of the document as its own, and no static ranges.
Reflect.deleteProperty(document, 'defaultView');
Object.defineProperty(Object.getPrototypeOf(document), 'defaultView', { value: window, configurable: true });
vi.stubGlobal(
  'StaticRange',
  class {
    constructor(init: StaticRangeInit) {
      Object.assign(this, init);
    }
  },
);

const lows = (...words: string[]) => words.map((word) => fingerprint(word).low);
const screen = openScreen(makeScreen({ alone: lows('merkel'), aloneSmall: [], opens: [], opensSmall: [], pairs: [], adjectives: [] }, 'p', 20_000));

/** Everybody who is called Merkel, as the recogniser would say it. */
const answerTo = ({ blocks }: Request): Recognition =>
  ({
    date: { day: 20_000, source: 'today' },
    context: EMPTY_CONTEXT,
    mentions: blocks.flatMap(({ id, text }) =>
      [...text.matchAll(/Merkel/g)].map(
        ({ index }): Mention =>
          ({
            block: id,
            start: index,
            end: index + 6,
            surface: 'Merkel',
            kind: 'person',
            entity: 'person/angela-merkel',
            confidence: 1,
            evidence: [],
          }) as unknown as Mention,
      ),
    ),
  }) as Recognition;

let reading: Reading | undefined;
afterEach(() => reading?.stop());

/** Reads the document; each question is answered when `next` is called, and not before. */
function read(html: string) {
  document.body.innerHTML = html;
  const asked: { request: Request; answer(): void }[] = [];
  const waiting: (() => void)[] = [];
  reading = readPage({
    document,
    screen: async () => screen,
    ask: (request) =>
      new Promise((done) => {
        asked.push({ request, answer: () => done(answerTo(request)) });
        waiting.shift()?.();
      }),
    onMarks: () => undefined,
  });
  const taken: number[] = [];
  const nextQuestion = async () => {
    if (asked.length === taken.length) await new Promise<void>((come) => waiting.push(come));
    taken.push(0);
    return asked[taken.length - 1] as (typeof asked)[number];
  };
  return { reading, nextQuestion };
}
const rested = async (of: Reading) => {
  while (of.busy()) await new Promise((done) => setTimeout(done, 5));
};
const surfaces = (of: Reading) => of.marks.all().map(({ range }) => (range.startContainer as Text).data.slice(range.startOffset, range.endOffset));

describe('a page that changes while it is asked about', () => {
  it('has no mark where the text says something else by now', async () => {
    const { reading, nextQuestion } = read('<p id="a">Merkel spoke.</p><p>Merkel left.</p>');
    const question = await nextQuestion();
    (document.querySelector('#a')?.firstChild as Text).data = 'Nobody spoke.';
    question.answer();
    await expect.poll(() => surfaces(reading).length).toBeGreaterThan(0);
    expect(surfaces(reading)).toEqual(['Merkel']);
  });
  it('has no mark in text that was taken out', async () => {
    const { reading, nextQuestion } = read('<p id="a">Merkel spoke.</p><p>Merkel left.</p>');
    const question = await nextQuestion();
    document.querySelector('#a')?.remove();
    question.answer();
    await expect.poll(() => surfaces(reading).length).toBeGreaterThan(0);
    expect(surfaces(reading)).toEqual(['Merkel']);
  });
  it('has each mark once: what an answer on its way lays is taken off before the block is read again', async () => {
    const { reading, nextQuestion } = read('<p id="a">Merkel spoke. </p>');
    const question = await nextQuestion();
    document.querySelector('#a')?.append('In Berlin.');
    // The change is seen, and waits for this answer.
    await new Promise((done) => setTimeout(done, 300));
    question.answer();
    (await nextQuestion()).answer();
    await rested(reading);
    expect(surfaces(reading)).toEqual(['Merkel']);
  });
  it('that became another takes nothing of an answer for the one before', async () => {
    const { reading, nextQuestion } = read('<p>Merkel spoke.</p>');
    const first = await nextQuestion();
    reading.again({ day: 10_000, source: 'given' });
    first.answer();
    const second = await nextQuestion();
    expect(second.request.date).toEqual({ day: 10_000, source: 'given' });
    expect(surfaces(reading)).toEqual([]);
    second.answer();
    await rested(reading);
    expect(surfaces(reading)).toEqual(['Merkel']);
  });
  it('loses the marks over a text at once when it says something else', async () => {
    const { reading, nextQuestion } = read('<p id="a">Merkel spoke.</p>');
    (await nextQuestion()).answer();
    await rested(reading);
    (document.querySelector('#a')?.firstChild as Text).data = 'Nobody spoke.';
    // Long before the page is read again.
    await new Promise((done) => setTimeout(done, 0));
    expect(surfaces(reading)).toEqual([]);
  });
});

describe('a page that is too much', () => {
  it('has so many marks and no more, and says so', async () => {
    const { reading, nextQuestion } = read(`<p>${'Merkel '.repeat(MOST_MARKS / 2 + 1)}</p><p>${'Merkel '.repeat(MOST_MARKS / 2)}</p>`);
    (await nextQuestion()).answer();
    await rested(reading);
    expect(reading.marks.count()).toBe(MOST_MARKS);
    expect(reading.full()).toBe(true);
  });
  it('is read for twenty million characters and no more, and says so', async () => {
    const { reading } = read('<p></p>');
    document.querySelector('p')?.append('lorem ipsum dolor sit amet '.repeat(780_000));
    document.body.append(Object.assign(document.createElement('p'), { textContent: 'Merkel spoke.' }));
    await expect.poll(() => reading.full(), { timeout: 60_000 }).toBe(true);
    await rested(reading);
    expect(surfaces(reading)).toEqual([]);
  });
  it('in which an element stands before a member of the document is not read, and says so', async () => {
    const { reading, nextQuestion } = read('<p>Merkel spoke.</p>');
    (await nextQuestion()).answer();
    await rested(reading);
    expect(reading.full()).toBe(false);
    // As browsers do for `<img name="body">`.
    Object.defineProperty(document, 'body', { value: document.createElement('img'), configurable: true });
    document.documentElement.append(Object.assign(document.createElement('p'), { textContent: 'Merkel left.' }));
    await expect.poll(() => reading.full()).toBe(true);
    await rested(reading);
    expect(surfaces(reading)).toHaveLength(1);
    delete (document as { body?: unknown }).body;
  });
});
