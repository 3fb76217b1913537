/** The card: who this is, the role on the article’s date, the role now, what happened, and where that is known from. A picture of its props. */
import { useRef, useState } from 'preact/hooks';
import type { CardData, CardView, PersonLine } from '@/lib/card/types';
import type { EntityId } from '@/lib/dataset/schema';
import { CERTAIN } from '@/lib/recognise/types';
import type { Scope } from '@/lib/settings/corrections';
import { isoOf, sayDate, saySpan } from '../dates';
import { say } from '../words';
import { Facts, Sources } from './Facts';
import { Icon } from './icons';
import { Wrong } from './Wrong';
import { sayDateSource, sayWhy } from './why';

export interface CardProps {
  readonly view: CardView;
  /** Which of the entity’s mentions on the page this is, from 1, and how many there are. */
  readonly place?: { readonly at: number; readonly of: number } | undefined;
  readonly pinned?: boolean;
  onClose(): void;
  /** Opens another entity in this card. */
  onOpen(entity: EntityId): void;
  /** Back to what the card showed before; undefined: nothing behind. */
  readonly onBack?: (() => void) | undefined;
  readonly onWalk?: ((to: 'next' | 'previous') => void) | undefined;
  readonly onPin?: (() => void) | undefined;
  /** Rejects with the reason in words. */
  onCopy(card: CardData, as: 'text' | 'citation'): Promise<void>;
  readonly onClip?: (() => Promise<void>) | undefined;
  readonly onFind?: ((text: string) => Promise<readonly PersonLine[]>) | undefined;
  /** The reader says whom the name means; null: nobody. Rejects with the reason in words when it could not be kept. */
  readonly onCorrect?: ((entity: EntityId | null, name: string | undefined, scope: Scope, anyone: boolean) => Promise<void>) | undefined;
}

/** A country’s flag as an emoji, from its two letters; systems without flags show the letters. */
const flag = (code: string): string => String.fromCodePoint(...[...code.toUpperCase()].map((c) => 0x1f1a5 + c.charCodeAt(0)));

const lifeOf = ({ kind, life }: CardData): string | undefined => {
  if (!life) return undefined;
  if (kind !== 'person') return saySpan(life.from, kind === 'event' || kind === 'agreement' ? (life.to ?? life.from) : life.to);
  if (life.to) return `${life.from ? sayDate(life.from) : '?'} – ${sayDate(life.to)}`;
  return life.from && say('card.born', sayDate(life.from));
};

function Tool({ icon, label, onClick, pressed }: { icon: Parameters<typeof Icon>[0]['name']; label: string; onClick(): void; pressed?: boolean }) {
  return (
    <button type="button" class="tool" aria-label={label} title={label} aria-pressed={pressed} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
}

export function Card(props: CardProps) {
  const { view, place, pinned, onOpen, onBack, onWalk, onPin, onClip, onFind, onCorrect } = props;
  const { mention } = view;
  const [chosen, choose] = useState(0);
  const [asking, ask] = useState(false);
  const [said, saySomething] = useState('');
  const forget = useRef<ReturnType<typeof setTimeout>>(undefined);
  const uncertain = view.candidates.length > 1;
  const card = view.candidates[chosen] ?? view.card;
  const life = lifeOf(card);

  const tell = (text: string) => {
    clearTimeout(forget.current);
    saySomething(text);
    forget.current = setTimeout(() => saySomething(''), 4000);
  };
  const doing = (work: Promise<void>, done: string) =>
    work.then(
      () => tell(done),
      (error: unknown) => tell(error instanceof Error ? error.message : String(error)),
    );

  return (
    <article class="card" data-kind={card.kind}>
      <header>
        <p class="kind">
          {card.affiliation?.code && (
            <span class="flag" aria-hidden="true">
              {flag(card.affiliation.code)}
            </span>
          )}
          {say(`kind.${card.kind}`)}
          {card.affiliation && <> · {card.affiliation.name}</>}
        </p>
        <h2>{card.name}</h2>
        {card.here && (
          <p class="native" lang={card.here.language} dir="auto">
            {card.here.text}
          </p>
        )}
        {card.native && card.native.text !== card.here?.text && card.native.text !== card.name && (
          <p class="native" lang={card.native.language} dir="auto">
            {card.native.text}
          </p>
        )}
        {life && <p class="life">{life}</p>}
        <div class="corner">
          {onBack && <Tool icon="back" label={say('card.back')} onClick={onBack} />}
          <Tool icon="close" label={say('card.close')} onClick={props.onClose} />
        </div>
      </header>
      {(uncertain || (mention && mention.confidence < CERTAIN)) && (
        <section class="uncertain">
          <h3>{say('card.uncertain')}</h3>
          {uncertain ? (
            <div class="choices">
              {view.candidates.map((c, i) => (
                <button key={c.entity} type="button" aria-pressed={i === chosen} onClick={() => choose(i)}>
                  {c.name}
                  {c.rolesThen[0] && <span>{c.rolesThen[0].title}</span>}
                </button>
              ))}
            </div>
          ) : (
            <p>{say('card.maybeOther')}</p>
          )}
        </section>
      )}
      {asking && mention && onFind && onCorrect ? (
        <Wrong
          surface={mention.surface}
          was={mention.entity}
          onFind={onFind}
          onCorrect={(entity, name, scope) => doing(onCorrect(entity, name, scope, false), '')}
          onCancel={() => ask(false)}
        />
      ) : (
        <Facts card={card} onOpen={onOpen} />
      )}
      <footer>
        <Sources card={card} />
        <details>
          <summary>{say(mention ? `card.why.${card.kind === 'person' ? 'person' : 'any'}` : 'card.dateUsed')}</summary>
          <ul>
            {mention?.evidence.map((e) => (
              <li key={e.code + (e.detail ?? '')}>{sayWhy(e)}</li>
            ))}
            <li>{say('card.dateFrom', sayDate(isoOf(card.date.day)), sayDateSource(card.date.source))}</li>
          </ul>
        </details>
      </footer>
      <div class="foot">
        <div class="tools" role="toolbar" aria-label={say('card.actions')}>
          {onWalk && (
            <>
              <Tool icon="previous" label={say('card.previousMention')} onClick={() => onWalk('previous')} />
              <Tool icon="next" label={say('card.nextMention')} onClick={() => onWalk('next')} />
              {place && place.of > 1 && (
                <span class="place">
                  {place.at} / {place.of}
                </span>
              )}
            </>
          )}
          <span class="gap" />
          {onPin && <Tool icon="pin" label={say('card.pin')} onClick={onPin} pressed={pinned === true} />}
          <Tool icon="copy" label={say('card.copyText')} onClick={() => doing(props.onCopy(card, 'text'), say('card.copied'))} />
          <Tool icon="cite" label={say('card.copyCitation')} onClick={() => doing(props.onCopy(card, 'citation'), say('card.copied'))} />
          {onClip && <Tool icon="clip" label={say('card.clip')} onClick={() => doing(onClip(), say('card.clipped'))} />}
          {onCorrect && mention && (
            <>
              <Tool icon="wrong" label={say('card.wrong')} onClick={() => ask(!asking)} pressed={asking} />
              <Tool icon="mute" label={say('card.ignore', mention.surface)} onClick={() => doing(onCorrect(null, undefined, 'always', true), '')} />
            </>
          )}
        </div>
        <p class="said" role="status">
          {said}
        </p>
      </div>
    </article>
  );
}
