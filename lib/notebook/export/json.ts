/**
 * Our own JSON: everything, exactly. A clip is one line, so that a fault in an edited file has a line. `JSON.stringify` escapes lone
 * surrogates, so the file is UTF-8 and still gives them back.
 */
import { each } from './each';
import { fileOf, momentOf } from './file';
import type { Format } from './types';

export const ATTACHE_FORMAT = 'attache-notebook';
export const ATTACHE_VERSION = 1;

export const json: Format = {
  id: 'json',
  async write(job) {
    const lines: string[] = [];
    await each(job.clips, job, (clip) => void lines.push(JSON.stringify(clip)));
    const head = `"format": ${JSON.stringify(ATTACHE_FORMAT)},\n"version": ${ATTACHE_VERSION},\n"exported": ${JSON.stringify(momentOf(job))},\n"clips": `;
    return fileOf(job, 'json', 'application/json', `{\n${head}[\n${lines.join(',\n')}\n]\n}\n`);
  },
};
