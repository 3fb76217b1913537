/** All that the panel shows of a page, made once for what its frames told. Pure. */
import type { Pack } from '../pack/open';
import type { Telling } from '../page/telling';
import type { ArticleDate } from '../recognise/types';
import { type Web, webOf } from './connections';
import { type Group, rollOf } from './roll';
import { type Timeline, timelineOf } from './timeline';

export interface View {
  readonly groups: readonly Group[];
  /** The events that say most, at most so many. */
  timeline(most: number): Timeline;
  readonly web: Web;
}

let last: { readonly tellings: readonly Telling[]; readonly language: string; readonly view: View } | undefined;

/** The same view as before while the frames told nothing new. */
export function viewOf(pack: Pack, tellings: readonly Telling[], date: ArticleDate, language: string): View {
  if (last?.language === language && last.tellings.length === tellings.length && last.tellings.every((t, i) => t === tellings[i])) return last.view;
  const groups = rollOf(pack, tellings, language);
  const entries = groups.flatMap((g) => g.entries);
  const view: View = {
    groups,
    timeline: (most) => timelineOf(pack, entries, date.day, language, most),
    web: webOf(pack, tellings, entries, date.day, language),
  };
  last = { tellings, language, view };
  return view;
}
