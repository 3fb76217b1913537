/** The keyboard commands with the keys that they have now. The browser alone may change them. */
import type { Shortcut } from '@/lib/settings/amounts';
import { commandWords } from '../settings-words';
import { say } from '../words';

export interface KeysProps {
  readonly shortcuts: readonly Shortcut[];
  onShortcuts(): void;
}

export function Keys({ shortcuts, onShortcuts }: KeysProps) {
  return (
    <section id="keys" aria-labelledby="keys-title">
      <h2 id="keys-title">{say('options.keys')}</h2>
      <KeyList shortcuts={shortcuts} />
      <p class="soft small">{say('options.keysWhere')}</p>
      <button type="button" onClick={onShortcuts}>
        {say('options.changeKeys')}
      </button>
    </section>
  );
}

/** What each command does and its keys. */
export function KeyList({ shortcuts }: { readonly shortcuts: readonly Shortcut[] }) {
  return (
    <dl class="keys">
      {shortcuts.map(({ command, description, keys }) => {
        const words = commandWords(command);
        const what = words ? say(words) : description;
        return what ? (
          <div key={command}>
            <dt>{what}</dt>
            <dd>{keys === undefined ? <span class="soft">{say('options.noKeys')}</span> : <kbd>{keys}</kbd>}</dd>
          </div>
        ) : null;
      })}
    </dl>
  );
}
