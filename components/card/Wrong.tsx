/** “Wrong person?”: whom the name means instead, or nobody, and where that holds. */
import { useEffect, useState } from 'preact/hooks';
import type { PersonLine } from '@/lib/card/types';
import type { EntityId } from '@/lib/dataset/schema';
import type { Scope } from '@/lib/settings/corrections';
import { say } from '../words';

export interface WrongProps {
  /** The name as it stands on the page. */
  readonly surface: string;
  readonly was: EntityId;
  onFind(text: string): Promise<readonly PersonLine[]>;
  onCorrect(entity: EntityId | null, name: string | undefined, scope: Scope): void;
  onCancel(): void;
}

const SCOPES: readonly Scope[] = ['page', 'site', 'always'];

export function Wrong({ surface, was, onFind, onCorrect, onCancel }: WrongProps) {
  const [text, setText] = useState(surface);
  const [found, setFound] = useState<readonly PersonLine[]>();
  const [chosen, choose] = useState<PersonLine | null>();
  const [scope, setScope] = useState<Scope>('page');
  useEffect(() => {
    let stale = false;
    const wanted = text.trim();
    if (wanted === '') setFound([]);
    else onFind(wanted).then((lines) => stale || setFound(lines.filter((l) => l.entity !== was)));
    return () => {
      stale = true;
    };
  }, [text, was, onFind]);
  return (
    <form
      class="wrong"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen !== undefined) onCorrect(chosen?.entity ?? null, chosen?.name, scope);
      }}
    >
      <h3>{say('card.wrongTitle', surface)}</h3>
      <label>
        <span class="unseen">{say('card.wrongSearch')}</span>
        <input type="search" value={text} placeholder={say('card.wrongSearch')} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <fieldset class="choices">
        <legend class="unseen">{say('card.wrongWho')}</legend>
        <button type="button" aria-pressed={chosen === null} onClick={() => choose(null)}>
          {say('card.nobody')}
        </button>
        {found?.slice(0, 6).map((line) => (
          <button key={line.entity} type="button" aria-pressed={chosen?.entity === line.entity} onClick={() => choose(line)}>
            {line.name}
            {line.note && <span>{line.note}</span>}
          </button>
        ))}
      </fieldset>
      {found?.length === 0 && <p class="none">{say('card.wrongNone')}</p>}
      <fieldset>
        <legend>{say('card.where')}</legend>
        {SCOPES.map((s) => (
          <label key={s}>
            <input type="radio" name="scope" checked={scope === s} onChange={() => setScope(s)} />
            {say(`card.scope.${s}`)}
          </label>
        ))}
      </fieldset>
      <div class="row">
        <button type="submit" class="primary" disabled={chosen === undefined}>
          {say('card.save')}
        </button>
        <button type="button" onClick={onCancel}>
          {say('card.cancel')}
        </button>
      </div>
    </form>
  );
}
