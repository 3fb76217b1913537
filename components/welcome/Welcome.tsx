/** The first run: what Attaché does, on a text that can be tried; keys; where things are; privacy. It asks for nothing. */
import type { Shortcut } from '@/lib/settings/amounts';
import { sayDate } from '../dates';
import { KeyList } from '../options/Keys';
import { say } from '../words';

export interface WelcomeProps {
  readonly shortcuts: readonly Shortcut[];
  readonly hasPanel: boolean;
  /** Why the sample cannot be read. */
  readonly fault: string | undefined;
  onWalk(to: 'next' | 'previous'): void;
  onShortcuts(): void;
}

/** The day of the article: the second day of the visit that it tells of. */
export const SAMPLE_DAY = '2018-10-31';

export function Welcome({ shortcuts, hasPanel, fault, onWalk, onShortcuts }: WelcomeProps) {
  return (
    <main class="welcome">
      <header>
        <h1>{say('welcome.title')}</h1>
        <p class="lead">{say('welcome.lead')}</p>
      </header>
      <section aria-labelledby="try">
        <h2 id="try">{say('welcome.try')}</h2>
        <p>{say('welcome.tryHow')}</p>
        {fault !== undefined && (
          <p role="alert" class="bad">
            {say('options.failed', fault)}
          </p>
        )}
        <article>
          <h3>{say('welcome.sample.title')}</h3>
          <time datetime={SAMPLE_DAY} itemprop="datePublished">
            {sayDate(SAMPLE_DAY)}
          </time>
          <p>{say('welcome.sample.first')}</p>
          <p>{say('welcome.sample.second')}</p>
        </article>
        <div class="buttons">
          <button type="button" class="primary" onClick={() => onWalk('next')}>
            {say('card.nextMention')}
          </button>
          <button type="button" onClick={() => onWalk('previous')}>
            {say('card.previousMention')}
          </button>
        </div>
        <p class="soft small">{say('welcome.asOf')}</p>
        <p class="soft small">{say('options.lines')}</p>
      </section>
      <section aria-labelledby="keys">
        <h2 id="keys">{say('options.keys')}</h2>
        <KeyList shortcuts={shortcuts} />
        <button type="button" onClick={onShortcuts}>
          {say('options.changeKeys')}
        </button>
      </section>
      <section aria-labelledby="where">
        <h2 id="where">{say('welcome.where')}</h2>
        <ul>
          <li>{say('welcome.button')}</li>
          {hasPanel && <li>{say('welcome.panel')}</li>}
          <li>
            <a href="/notebook.html">{say('popup.notebook')}</a>: {say('welcome.notebook')}
          </li>
          <li>
            <a href="/explorer.html">{say('explorer.title')}</a>: {say('welcome.explorer')}
          </li>
          <li>
            <a href="/options.html">{say('options.title')}</a>: {say('welcome.options')}
          </li>
        </ul>
      </section>
      <section aria-labelledby="privacy">
        <h2 id="privacy">{say('options.privacy')}</h2>
        <p>{say('options.privacyWhat')}</p>
      </section>
    </main>
  );
}
