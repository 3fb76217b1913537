/** What the notebook has on somebody: in which roles, called what, named with whom. Their clips stand in the list beside it. */
import { useEffect, useRef } from 'preact/hooks';
import type { EntityFile } from '@/lib/notebook/cast';
import { hashOf } from '@/lib/notebook/route';
import { weeksOf } from '@/lib/notebook/weeks';
import { saySpan } from '../dates';
import { KindLabel } from '../explorer/EntityLink';
import { language, say, sayCount } from '../words';
import { Weeks } from './Weeks';

export interface EntityFileViewProps {
  readonly file: EntityFile;
  /** Address in the dataset explorer. */
  readonly explorer: string;
  readonly now: number;
  readonly focused: boolean;
}

const MOST = 24;

export function EntityFileView({ file, explorer, now, focused }: EntityFileViewProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focused) heading.current?.focus();
  }, [file.entity]);
  return (
    <article class="reading">
      <header>
        <p class="small">
          <KindLabel kind={file.kind} />
        </p>
        <h1 ref={heading} tabIndex={-1} dir="auto">
          {file.name}
        </h1>
        <p>
          {sayCount('clip.count', file.clips.length)} · <a href={explorer}>{say('notebook.inDataset')}</a>
        </p>
      </header>
      {file.surfaces.length > 0 && (
        <p class="soft">
          {say('notebook.calledHere')} {file.surfaces.slice(0, 12).join(' · ')}
        </p>
      )}
      {file.roles.length > 0 && (
        <section class="part">
          <h2>{say('notebook.rolesHere')}</h2>
          <ul class="lines">
            {file.roles.map((role) => (
              <li key={`${role.office}${role.from}`}>
                <a href={hashOf({ at: 'entity', id: role.office })}>{role.title}</a>
                {(role.from ?? role.to) && <span class="when">{saySpan(role.from, role.to === 'now' ? undefined : role.to)}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Weeks weeks={weeksOf(file.clips, now)} />
      {file.company.length > 0 && (
        <section class="part">
          <h2>{say('notebook.namedWith')}</h2>
          <ul class="lines columns">
            {file.company.slice(0, MOST).map((line) => (
              <li key={line.entity}>
                <a href={hashOf({ at: 'entity', id: line.entity })}>{line.name}</a> <span class="soft small">{line.clips.toLocaleString(language())}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}
