/** What the background answers to the page. Stateless: the pack is the only thing it has, and that can be opened again at any time. */
import { cardData } from './card/make';
import type { CardData } from './card/types';
import { today } from './dataset/dates';
import { ToBackground } from './messages';
import type { Pack } from './pack/open';
import { recognise } from './recognise/recognise';
import type { Block, Recognition } from './recognise/types';

/** Parses a message and answers it. Throws for a message that is none of the protocol’s. */
export function answer(raw: unknown, pack: Pack, now: number = Date.now()): Recognition | readonly CardData[] {
  const message = ToBackground.parse(raw);
  if (message.kind === 'card') {
    const query = { date: present(message.date), others: message.others };
    return message.entities.flatMap((entity) => cardData(pack, { ...query, entity }) ?? []);
  }
  const blocks: Block[] = message.blocks.map(({ id, text, lang }) => ({ id, text, ...(lang ? { lang } : {}) }));
  return recognise(blocks, pack, {
    today: today(now),
    ...(message.date ? { date: present(message.date) } : {}),
    ...(message.language ? { language: message.language } : {}),
    ...(message.context ? { context: message.context } : {}),
  });
}

const present = ({ day, source, between }: NonNullable<Extract<ToBackground, { kind: 'recognise' }>['date']>) => ({
  day,
  source,
  ...(between ? { between } : {}),
});
