/** CSL-JSON: what citation processors, Zotero and Pandoc read. */
import { fileOf } from './file';
import { references } from './reference';
import type { Format } from './types';

export const csl: Format = {
  id: 'csl',
  async write(job) {
    const items = (await references(job)).map(({ item }) => JSON.stringify(item));
    return fileOf(job, 'csl.json', 'application/vnd.citationstyles.csl+json', `[\n${items.join(',\n')}\n]\n`);
  },
};
