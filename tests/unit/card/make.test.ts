import { describe, expect, it } from 'vitest';
import { answer } from '@/lib/answer';
import { cardData } from '@/lib/card/make';
import type { CardData, PersonLine } from '@/lib/card/types';
import { bundledPack } from '@/lib/commands/pack';
import { dayRange } from '@/lib/dataset/dates';
import { ToBackground } from '@/lib/messages';
import { openPack } from '@/lib/pack/open';

const pack = openPack(bundledPack());
const on = (iso: string) => ({ day: dayRange(iso)?.first ?? 0, source: 'given' as const });
const card = (entity: string, iso: string, others: string[] = []) => cardData(pack, { entity, date: on(iso), others });

describe('a card', () => {
  it('tells the role on the date apart from the role now', () => {
    const tusk = card('person/donald-tusk', '2018-11-06');
    expect(tusk?.rolesThen.map((r) => r.title)).toEqual(['President of the European Council']);
    expect(tusk?.rolesNow[0]?.title).toBe('Prime Minister of Poland');
    expect(tusk?.rolesNow[0]?.checked).toBeDefined();
  });
  it('gives nobody an office they no longer held', () => {
    const makei = card('person/vladimir-makei', '2023-01-01');
    expect(makei?.rolesThen).toEqual([]);
    expect(makei?.before?.title).toBe('Minister of Foreign Affairs of Belarus');
  });
  it('shows the native name and the country', () =>
    expect(card('person/vladimir-makei', '2018-11-06')).toMatchObject({
      native: { text: 'Уладзімір Макей', language: 'be' },
      affiliation: { name: 'Belarus', code: 'by' },
    }));
  it('puts events first that are near and shared with others on the page', () => {
    const events = card('person/vladimir-makei', '2018-11-06', ['person/a-wess-mitchell'])?.events.map((e) => e.event) ?? [];
    expect(events[0]).toBe('event/2018-mitchell-minsk');
    expect(events.length).toBeLessThanOrEqual(5);
  });
  it('of an office shows its holders around the date', () => {
    const holders = card('office/pl/foreign-minister', '2019-01-01')?.holders ?? [];
    expect(holders.find((h) => h.current)?.name).toBe('Jacek Czaputowicz');
    expect(holders.length).toBeGreaterThan(2);
  });
  it('is none for what the pack does not hold', () => expect(card('person/nobody', '2018-01-01')).toBeUndefined());
});

describe('the background', () => {
  it('answers what it is asked', () => {
    const found = answer({ kind: 'recognise', blocks: [{ id: 3, text: 'Angela Merkel' }] }, pack);
    expect(found).toMatchObject({ mentions: [{ block: 3, entity: 'person/angela-merkel' }] });
    expect(answer({ kind: 'card', entities: ['person/angela-merkel', 'person/nobody'], date: on('2018-01-01'), others: [] }, pack)).toHaveLength(1);
  });
  it('finds by the start of any name, in any script, people with their role on the day first', () => {
    const find = (text: string) => answer({ kind: 'find', text, day: on('2018-11-06').day }, pack) as PersonLine[];
    expect(find('Макей')[0]).toMatchObject({ entity: 'person/vladimir-makei', note: 'Minister of Foreign Affairs of Belarus' });
    expect(find('merkel ang')[0]?.entity).toBe('person/angela-merkel');
    expect(find('zzz')).toEqual([]);
  });
  it('gives titles in the reader’s language, with the country behind where no title is listed', () => {
    const [makei] = answer({ kind: 'card', entities: ['person/vladimir-makei'], date: on('2018-11-06'), others: [], language: 'de' }, pack) as CardData[];
    expect(makei?.rolesThen[0]?.title).toBe('Außenminister (Belarus)');
  });
  it.each([null, 'recognise', { kind: 'erase' }, { kind: 'recognise', blocks: 'all' }, { kind: 'card', entities: [], date: {}, others: [] }])(
    'refuses %j',
    (message) => expect(() => ToBackground.parse(message)).toThrow(),
  );
});
