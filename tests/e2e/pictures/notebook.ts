/** The notebook: a clip being read beside the list, light and dark, and the export. */
import { pageKeys } from '@/lib/notebook/address';
import type { Clip, ClipMention, Colour } from '@/lib/notebook/types';
import type { Stage } from './stage';

const person = (quote: string, surface: string, entity: string, name: string, role?: ClipMention['role']): ClipMention => {
  const start = quote.indexOf(surface);
  return { start, end: start + surface.length, surface, kind: 'person', entity, name, confidence: 0.95, ...(role ? { role } : {}) };
};
const MINISTER = { office: 'office/by/foreign-minister', title: 'Minister of Foreign Affairs of Belarus', from: '2012-08-20', to: '2022-11-26' };
const QUOTE = '“We would be content to be a place where people talk,” said Vladimir Makei, at the end of the talks with Wess Mitchell in Minsk.';

function aClip(n: number, day: string, title: string, site: string, quote: string, colour: Colour, rest: Partial<Clip> = {}): Clip {
  const made = `${day}T09:${10 + n}:00.000Z`;
  return {
    id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    kind: 'passage',
    made,
    changed: made,
    revision: 0,
    page: { url: `https://example.org/${n}`, title, site, authors: [], published: '2018-11-06', read: made, language: 'en' },
    target: { quote: { exact: quote, prefix: '', suffix: '' }, position: { start: 0, end: quote.length } },
    mentions: [],
    asOf: { date: '2018-11-06', source: 'json-ld' },
    note: '',
    tags: [],
    colour,
    ...rest,
  };
}
const CLIPS: readonly Clip[] = [
  aClip(1, '2026-11-20', 'Minsk offers itself again', 'The Vienna Observer', QUOTE, 'yellow', {
    mentions: [
      person(QUOTE, 'Vladimir Makei', 'person/vladimir-makei', 'Vladimir Makei', MINISTER),
      person(QUOTE, 'Wess Mitchell', 'person/wess-mitchell', 'Wess Mitchell'),
    ],
    note: 'Compare with the communiqué of **2016**: neutrality was not in it yet.\n\n- Who wrote the draft?\n- Ask for the text in Russian.',
    tags: ['neutrality', 'wording'],
  }),
  aClip(
    2,
    '2026-11-18',
    'Border transit: talks resume',
    'The Vienna Observer',
    'The two sides agreed to resume the consultations on border transit in November.',
    'green',
    { tags: ['border'] },
  ),
  aClip(3, '2026-11-12', 'Сустрэча ў Вене', 'Радыё', 'Міністр замежных спраў сустрэўся з генеральным сакратаром АБСЕ.', 'blue', { tags: ['АБСЕ'] }),
  aClip(
    4,
    '2026-11-04',
    'After the summit',
    'Brussels Letter',
    'Nobody at the table used the word “sanctions”, and everybody had it in front of them.',
    'pink',
    { tags: ['sanctions'] },
  ),
  aClip(5, '2026-10-27', 'Rozmowy bez komunikatu', 'Kurier', 'Po trzech godzinach rozmów nie ogłoszono wspólnego komunikatu.', 'violet'),
  aClip(
    6,
    '2026-10-09',
    'A minister explains',
    'Brussels Letter',
    'A policy of many vectors, he said, is a policy of a small country with large neighbours.',
    'yellow',
    { tags: ['neutrality'] },
  ),
];

export async function take({ context, extension, shoot }: Stage): Promise<void> {
  const page = await context.newPage();
  await page.setViewportSize({ width: 1180, height: 820 });
  const address = `${extension}notebook.html`;
  await page.goto(address);
  await page.locator('main[aria-busy=false]').waitFor();
  await page.evaluate(
    (rows) =>
      new Promise<void>((done) => {
        const opening = indexedDB.open('notebook');
        opening.onsuccess = () => {
          const writing = opening.result.transaction(['clips', 'state'], 'readwrite');
          writing.objectStore('clips').clear();
          for (const row of rows) writing.objectStore('clips').put(row);
          // A notebook that is kept well: nothing reminds of a backup.
          writing.objectStore('state').put({ key: 'last-export', value: new Date().toISOString() });
          writing.oncomplete = () => {
            opening.result.close();
            done();
          };
        };
      }),
    CLIPS.map((clip) => ({ ...clip, keys: pageKeys(clip.page) })),
  );
  const visit = async (scheme: 'light' | 'dark', hash: string) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto('about:blank');
    await page.goto(`${address}${hash}`);
    await page.locator('main[aria-busy=false]').waitFor();
  };
  for (const scheme of ['light', 'dark'] as const) {
    await visit(scheme, `#/clip/${CLIPS[0]?.id}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await shoot(page, `notebook-${scheme}`);
  }
  await visit('light', `#/clip/${CLIPS[0]?.id}`);
  await page.getByRole('main').getByRole('button', { name: 'Export…' }).click();
  await page.getByRole('dialog').waitFor();
  await shoot(page, 'notebook-export');
  await page.close();
}
