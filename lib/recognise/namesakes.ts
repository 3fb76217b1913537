/** By what a stranger’s family name is known again, so that a bare name after it is not taken for somebody of the dataset. */
import type { Pack } from '../pack/open';
import type { PersonCandidate, Stranger } from './people';

const SCRIPTS = ['latin', 'cyrillic', 'other'] as const;
const scriptOf = (key: string): (typeof SCRIPTS)[number] => {
  const first = key.charCodeAt(0);
  return first < 0x250 ? 'latin' : first >= 0x400 && first < 0x530 ? 'cyrillic' : 'other';
};

/** Its letters; for other scripts the people whose name it could have been. */
export const namesOfStranger = (pack: Pack, { key, persons }: Stranger): string[] => [key, ...persons.map((p) => `${scriptOf(key)} ${pack.idOf(p)}`)];

/** The names of strangers who would be namesakes of a candidate. A short name is nobody’s family name. */
export function namesakesOf(pack: Pack, { key, persons, form }: PersonCandidate): string[] {
  if (form === 'short') return [];
  const script = scriptOf(key);
  return [key, ...persons.flatMap((p) => SCRIPTS.filter((s) => s !== script).map((s) => `${s} ${pack.idOf(p)}`))];
}
