/** What the background answers to the page. Stateless: the pack is the only thing it has, and that can be opened again at any time. */
import { findEntities } from './card/find';
import { cardData } from './card/make';
import type { CardData, PersonLine } from './card/types';
import { today } from './dataset/dates';
import type { ToBackground } from './messages';
import { earliestToday } from './pack/checked';
import type { Pack } from './pack/open';
import { recognise } from './recognise/recognise';
import type { Block, Recognition } from './recognise/types';

/** The messages that need nothing but the pack. */
export type PackMessage = Extract<ToBackground, { kind: 'recognise' | 'card' | 'find' }>;

export const isForPack = (message: ToBackground): message is PackMessage => message.kind === 'recognise' || message.kind === 'card' || message.kind === 'find';

/** Answers one. */
export function answer(message: PackMessage, pack: Pack, now: number = Date.now()): Recognition | readonly CardData[] | readonly PersonLine[] {
  if (message.kind === 'find') return findEntities(pack, message.text, message.day, message.language);
  if (message.kind === 'card') {
    const query = {
      date: present(message.date),
      others: message.others,
      ...(message.language ? { language: message.language } : {}),
      ...(message.pageLanguage ? { pageLanguage: message.pageLanguage } : {}),
    };
    return message.entities.flatMap((entity) => cardData(pack, { ...query, entity }) ?? []);
  }
  const blocks: Block[] = message.blocks.map(({ id, text, lang }) => ({ id, text, ...(lang ? { lang } : {}) }));
  return recognise(blocks, pack, {
    // A clock that is behind what the dataset knows is wrong, and would put people into offices that they had long ago.
    today: Math.max(today(now), earliestToday(pack)),
    ...(message.date ? { date: present(message.date) } : {}),
    ...(message.language ? { language: message.language } : {}),
    ...(message.site ? { site: message.site } : {}),
    ...(message.context ? { context: message.context } : {}),
  });
}

const present = ({ day, source, between }: NonNullable<Extract<PackMessage, { kind: 'recognise' }>['date']>) => ({
  day,
  source,
  ...(between ? { between } : {}),
});
