/** JSON Lines: one row a mention (`rows.ts`), for data frames. */
import { each } from './each';
import { fileOf } from './file';
import { mentionRow } from './rows';
import type { Format } from './types';

export const jsonl: Format = {
  id: 'jsonl',
  async write(job) {
    const lines: string[] = [];
    await each(job.clips, job, (clip) => {
      for (const mention of clip.mentions) lines.push(`${JSON.stringify(mentionRow(clip, mention))}\n`);
    });
    return fileOf(job, 'jsonl', 'application/jsonl', lines.join(''));
  },
};
