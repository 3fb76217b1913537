/** The kinds of entities in the order in which the explorer shows them. Apart from the schema, which would bring zod into the page. */
import type { Kind } from '../dataset/schema';

export type { Kind };
export const KINDS: readonly Kind[] = ['person', 'office', 'organisation', 'event', 'agreement', 'place'];
