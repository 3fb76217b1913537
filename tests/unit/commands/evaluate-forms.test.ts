import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formsOf, scoreForms } from '@/lib/commands/evaluate-forms';
import { bundledPack } from '@/lib/commands/pack';
import { openPack } from '@/lib/pack/open';

describe('forms of names', () => {
  let dir = '';
  beforeAll(() => {
    dir = fs.mkdtempSync(path.join(os.tmpdir(), 'forms-'));
  });
  afterAll(() => fs.rmSync(dir, { recursive: true }));
  const file = (name: string, lines: readonly object[]): string => {
    const at = path.join(dir, name);
    fs.writeFileSync(at, lines.map((line) => JSON.stringify(line)).join('\n'));
    return at;
  };

  it('are told from a file of documents', () => {
    expect(formsOf(file('documents.jsonl', [{ id: '1', text: 'Putin' }]))).toBeUndefined();
    expect(formsOf(file('forms.jsonl', [{ entity: 'Vladimir Putin', lang: 'pl', form: 'Putina' }]))).toHaveLength(1);
  });
  it('are right when a name of that person covers them to the end, and missed otherwise', () => {
    const forms = [
      { entity: 'P', lang: 'pl', form: 'Władimirem Putinem' },
      { entity: 'P', lang: 'pl', form: 'Putinowcom' },
      { entity: 'P', lang: 'ru', form: 'Лавровым' },
    ];
    const scored = scoreForms(forms, openPack(bundledPack()), () => new Set(['person/vladimir-putin']));
    expect(scored).toMatchObject({ right: 1, of: 3, byLanguage: { pl: { right: 1, of: 2 }, ru: { right: 0, of: 1 } } });
    expect(scored.missed).toEqual(['P, pl: Putinowcom', 'P, ru: Лавровым']);
  });
});
