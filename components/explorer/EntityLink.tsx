/** The way to another entity. An ordinary link to an address of the explorer: it can be opened in a tab, copied, gone back from. */
import type { Link } from '@/lib/explore/entity';
import type { Kind } from '@/lib/explore/kinds';
import { say, type WordKey } from '../words';

export const KIND_WORDS = {
  person: 'kind.person',
  office: 'kind.office',
  organisation: 'kind.organisation',
  place: 'kind.place',
  event: 'kind.event',
  agreement: 'kind.agreement',
} as const satisfies Readonly<Record<Kind, WordKey>>;

export const KINDS_WORDS = {
  person: 'explorer.kinds.person',
  office: 'explorer.kinds.office',
  organisation: 'explorer.kinds.organisation',
  place: 'explorer.kinds.place',
  event: 'explorer.kinds.event',
  agreement: 'explorer.kinds.agreement',
} as const satisfies Readonly<Record<Kind, WordKey>>;

export const EntityLink = ({ link }: { readonly link: Pick<Link, 'id' | 'name'> }) => <a href={`#/${link.id}`}>{link.name}</a>;

/** What sort of thing it is, in the colour that its marks have on pages. */
export const KindLabel = ({ kind, also }: { readonly kind: Kind; readonly also?: string | undefined }) => (
  <span class="kind" data-kind={kind}>
    {say(KIND_WORDS[kind])}
    {also ? ` · ${also}` : ''}
  </span>
);
