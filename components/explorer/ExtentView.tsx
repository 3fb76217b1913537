/** What is seen before anything is asked: what the dataset covers. */
import type { Extent } from '@/lib/explore/extent';
import { hashOf } from '@/lib/explore/route';
import { sayDate } from '../dates';
import { language, say } from '../words';
import { KINDS_WORDS } from './EntityLink';
import { Timeline } from './Timeline';

export function ExtentView({ extent }: { readonly extent: Extent }) {
  const number = (n: number) => n.toLocaleString(language());
  return (
    <article class="extent">
      <h1>{say('explorer.heading')}</h1>
      <p class="about">{say('explorer.intro')}</p>
      <ul class="counts">
        {extent.counts.map(({ kind, count }) => (
          <li key={kind}>
            <a href={hashOf({ at: 'search', text: '', kinds: [kind] })} data-kind={kind}>
              <strong>{number(count)}</strong> <span>{say(KINDS_WORDS[kind])}</span>
            </a>
          </li>
        ))}
      </ul>
      <p>
        {say('explorer.covers', number(extent.tenures), number(extent.countries))}{' '}
        {extent.years && say('explorer.coversEvents', extent.years.first, extent.years.last)}{' '}
        {extent.checked && say('explorer.coversChecked', sayDate(extent.checked))}
      </p>
      {extent.latest.length > 0 && (
        <section class="part">
          <h2>{say('explorer.latest')}</h2>
          <Timeline events={extent.latest} />
        </section>
      )}
    </article>
  );
}
