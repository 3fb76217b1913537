/** Our own JSON, as `export/json.ts` writes it. Clips come back exactly as they were, with fields that a later version added. */
import { each } from '../export/each';
import { ATTACHE_VERSION } from '../export/json';
import type { Clip } from '../types';
import { clipFault, type Found, isRecord, type Place, type Reading, type ReadOptions } from './read';
import type { ImportFault } from './types';

export async function readAttache(value: Readonly<Record<string, unknown>>, text: string, options: ReadOptions): Promise<Reading> {
  const { version, clips } = value;
  const stop = (fault: ImportFault): Reading => ({ found: [], faults: [fault], skipped: [] });
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return stop({ kind: 'field', path: 'version', message: 'version: expected a whole number from 1', mend: 'take the file as it was exported' });
  if (version > ATTACHE_VERSION)
    return stop({
      kind: 'newer',
      path: 'version',
      message: `the file is of version ${version}; this version of Attaché reads up to ${ATTACHE_VERSION}`,
      mend: 'update Attaché, then import it again',
    });
  if (!Array.isArray(clips)) return stop({ kind: 'field', path: 'clips', message: 'clips: expected a list', mend: 'take the file as it was exported' });

  const lineOf = lines(text);
  const found: Found[] = [];
  const faults: ImportFault[] = [];
  await each(clips as readonly unknown[], options, (clip, i) => {
    const line = lineOf(i);
    const place: Place = { row: i + 1, ...(line === undefined ? {} : { line }) };
    const fault = clipFault(clip, place, `clips.${i}`);
    if (fault) faults.push(fault);
    // Checked just before.
    else if (isRecord(clip)) found.push({ clip: clip as unknown as Clip, place });
  });
  return { found, faults, skipped: [] };
}

/** On which line a clip is, when the file still has one on each. */
function lines(text: string): (clip: number) => number | undefined {
  const all = text.split('\n');
  const head = all.findIndex((line) => /^\s*"clips":\s*\[\s*$/.test(line));
  return (clip) => (head >= 0 && all[head + 1 + clip]?.trimStart().startsWith('{') ? head + 2 + clip : undefined);
}
