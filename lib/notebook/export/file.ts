/** The file that a format writes: its name, type and data. */
import { safeName } from './clean';
import type { ExportFile, ExportJob } from './types';

export const DEFAULT_TITLE = 'Attaché notebook';

export const titleOf = ({ options }: Pick<ExportJob, 'options'>): string => options?.title?.trim() || DEFAULT_TITLE;
export const momentOf = ({ now }: Pick<ExportJob, 'now'>): string => (now ?? new Date()).toISOString();

/** `Attaché notebook 2026-11-25.csv`. */
export function fileOf(job: ExportJob, ending: string, type: string, data: ExportFile['data']): ExportFile {
  return { name: `${safeName(titleOf(job), 'notebook')} ${momentOf(job).slice(0, 10)}.${ending}`, type, data };
}
