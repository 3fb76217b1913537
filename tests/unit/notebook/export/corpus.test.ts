import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { restore } from '@/lib/notebook/export/cells';
import { writeCorpus } from '@/lib/notebook/export/corpus';
import type { CorpusRecord, Project } from '@/lib/notebook/types';
import { hostileClip, hostileText } from '../clips';

const project: Project = { id: 'p', name: 'Minsk: talks/2018', made: '2026-01-01T00:00:00.000Z', withText: true };
const anyRecord: fc.Arbitrary<CorpusRecord> = fc.tuple(hostileClip, hostileText(200)).map(([{ id, page, mentions, asOf }, text]) => ({
  id,
  project: 'p',
  page,
  mentions,
  text,
  ...(asOf ? { asOf } : {}),
}));
const written = async (records: readonly CorpusRecord[], of = project) => {
  const file = await writeCorpus({ project: of, records: [records.slice(0, 1), records.slice(1)], now: new Date('2026-11-25T10:00:00Z') });
  return { file, files: Object.fromEntries(Object.entries(unzipSync(file.data as Uint8Array)).map(([name, bytes]) => [name, strFromU8(bytes)])) };
};
const table = (csv = '') => Papa.parse<Record<string, string>>(csv.replace(/^\ufeff/, ''), { header: true, newline: '\r\n', skipEmptyLines: true }).data;
const lines = (jsonl = '') =>
  jsonl
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('a corpus', () => {
  it('is written as tables that say the same in both formats, whatever is in it', () =>
    fc.assert(
      fc.asyncProperty(fc.array(anyRecord, { maxLength: 4 }), async (records) => {
        const { files } = await written(records);
        const articles = lines(files['articles.jsonl']);
        expect(articles).toMatchObject(records.map(({ id, page, text }) => ({ id, title: page.title, authors: page.authors, text })));
        expect(lines(files['mentions.jsonl'])).toMatchObject(
          records.flatMap(({ id, mentions }) => mentions.map(({ entity, surface }) => ({ source: id, entity, surface }))),
        );
        for (const name of ['articles', 'mentions']) {
          const objects = lines(files[`${name}.jsonl`]);
          const rows = table(files[`${name}.csv`]);
          expect(rows).toHaveLength(objects.length);
          for (const [i, row] of rows.entries())
            for (const [column, value] of Object.entries(objects[i] ?? {}))
              if (!Array.isArray(value)) expect(restore(row[column] ?? ''), column).toBe(value === null ? '' : String(value).toWellFormed());
        }
      }),
      { numRuns: 100 },
    ));

  it('has every column in its dictionary, and no more', async () => {
    const [record] = fc.sample(
      anyRecord.filter((r) => r.mentions.length > 0),
      { numRuns: 1, seed: 7 },
    ) as [CorpusRecord];
    for (const withText of [true, false]) {
      const { file, files } = await written([record], { ...project, withText });
      expect(file.name).toBe('Minsk talks 2018 2026-11-25.zip');
      const [, articles = '', mentions = ''] = /## articles\n([\s\S]*)## mentions\n([\s\S]*)/.exec(files['data-dictionary.md'] ?? '') ?? [];
      const told = (section: string) => [...section.matchAll(/^\| `(\w+)` \| .+ \|$/gm)].map(([, name]) => name);
      expect(told(articles)).toEqual(Object.keys(table(files['articles.csv'])[0] ?? {}));
      expect(told(articles)).toEqual(Object.keys(lines(files['articles.jsonl'])[0] ?? {}));
      expect(told(mentions)).toEqual(Object.keys(lines(files['mentions.jsonl'])[0] ?? {}));
      expect(told(articles).includes('text')).toBe(withText);
    }
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    const records = async function* () {
      yield fc.sample(anyRecord, 3);
      stop.abort();
      yield fc.sample(anyRecord, 3);
    };
    await expect(writeCorpus({ project, records: records(), signal: stop.signal })).rejects.toMatchObject({ name: 'AbortError' });
  });
});
