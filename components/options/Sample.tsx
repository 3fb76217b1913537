/** Words as they look on a page in one style. They are painted by the page that shows them, with the highlights of real pages. */
import type { Settings } from '@/lib/settings/settings';
import { say } from '../words';

/** `[person:Vladimir Makei]`. */
const NAME = /\[([a-z]+):([^\]]+)\]/g;

export function Sample({ style }: { readonly style: Settings['style'] }) {
  return (
    <p class="sample" data-sample={style}>
      {[...say('options.sample').matchAll(NAME)].map(([, kind, text]) => (
        <>
          <span key={kind} data-kind={kind}>
            {text}
          </span>{' '}
        </>
      ))}
    </p>
  );
}
