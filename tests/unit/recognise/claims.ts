/** What the tests of the recogniser share: the bundled pack, a text read on a day, and what it is said to mention. */
import { bundledPack } from '@/lib/commands/pack';
import { dayRange } from '@/lib/dataset/dates';
import { openPack } from '@/lib/pack/open';
import { recognise } from '@/lib/recognise/recognise';
import type { Mention } from '@/lib/recognise/types';

export const pack = openPack(bundledPack());
export const dayOf = (iso: string): number => dayRange(iso)?.first ?? 0;

/** The mentions of a text of that day; paragraphs parted by ¶. */
export const mentionsOf = (text: string, day: string, language?: string): readonly Mention[] =>
  recognise(
    text.split('¶').map((part, id) => ({ id, text: part })),
    pack,
    { today: dayOf('2026-01-01'), date: { day: dayOf(day), source: 'given' }, ...(language ? { language } : {}) },
  ).mentions;

/** “surface → entity”, without places; the kind is left out of the ids of people and organisations. */
export const said = (text: string, day: string, language?: string): string[] =>
  mentionsOf(text, day, language)
    .filter((m) => m.kind !== 'place')
    .map((m) => `${m.surface} → ${m.entity.replace(/^(person|organisation)\//, '')}`);

/** The entities alone, of people and offices. */
export const people = (text: string, day: string, language?: string): string[] =>
  mentionsOf(text, day, language)
    .filter((m) => m.kind === 'person' || m.kind === 'office')
    .map((m) => m.entity.replace(/^person\//, ''));
