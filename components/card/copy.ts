/** What a card gives to the clipboard: its facts as text, or its sources as a citation. */
import type { CardData } from '@/lib/card/types';
import { isoOf, sayDate, saySpan } from '../dates';
import { say } from '../words';
import { sourcesOf } from './Facts';

export function copyText(card: CardData): string {
  const role = (title: string, from?: string, to?: string) => `${title} (${saySpan(from, to)})`;
  const lines = [
    card.native ? `${card.name} (${card.native.text})` : card.name,
    card.about,
    card.kind === 'person' &&
      `${say('card.onDate', sayDate(isoOf(card.date.day)))}: ${card.rolesThen.map((r) => role(r.title, r.from, r.to)).join('; ') || say('card.noRole')}`,
    card.rolesNow.length > 0 && `${say('card.now')}: ${card.rolesNow.map((r) => role(r.title, r.from, r.to)).join('; ')}`,
    card.kind === 'office' && `${say('card.holders')}: ${card.holders.map((h) => role(h.name, h.from, h.to)).join('; ')}`,
    card.kind === 'event' && card.life && saySpan(card.life.from, card.life.to ?? card.life.from),
    card.people.length > 0 && card.people.map((p) => p.name).join(', '),
    ...sourcesOf(card).map((s) => `${s.publisher}: ${s.title}. ${s.url}`),
  ];
  return lines.filter((line) => typeof line === 'string' && line !== '').join('\n');
}

/** The sources as a reference list would have them, with the day of looking. */
export const copyCitation = (card: CardData, today: string): string =>
  sourcesOf(card)
    .map((s) => say('card.citation', s.title, s.publisher, s.date ? sayDate(s.date) : say('card.undated'), s.url, sayDate(today)))
    .join('\n');
