import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { SAMPLE_DAY } from '@/components/welcome/Welcome';
import { LANGUAGES } from '@/lib/browser/words';
import { bundledPack } from '@/lib/commands/pack';
import { today } from '@/lib/dataset/dates';
import { openPack } from '@/lib/pack/open';
import { recognise } from '@/lib/recognise/recognise';
import { CERTAIN } from '@/lib/recognise/types';

const pack = openPack(bundledPack());
const day = today(Date.parse(SAMPLE_DAY));

describe.each(LANGUAGES)('the sample of the first run in %s', (language) => {
  const { sample } = parse(fs.readFileSync(`components/locales/${language}.yml`, 'utf8')).welcome as { sample: Record<string, string> };
  const blocks = Object.values(sample).map((text, id) => ({ id, text }));
  const { mentions } = recognise(blocks, pack, { today: today(), date: { day, source: 'time' }, language });
  const entities = new Set(mentions.map((m) => m.entity));

  it('names those who met in Minsk', () => {
    for (const person of ['person/alexander-lukashenko', 'person/vladimir-makei', 'person/donald-trump']) expect(entities).toContain(person);
  });
  it('finds who held the offices that day', () => {
    expect(entities).toContain('person/thomas-greminger');
    expect(entities).toContain('person/jacek-czaputowicz');
  });
  it('has nothing uncertain', () => expect(mentions.filter((m) => m.confidence < CERTAIN).map((m) => m.surface)).toEqual([]));
});
