/** What an entity is called in the reader’s language, and which countries it has to do with. */
import type { Pack } from '../pack/open';

/** The name in `language` where the dataset has one, else the English one. */
export function nameOf(pack: Pack, entity: number, language: string): string {
  const { name, names } = pack.record(entity, pack.kindOf(entity));
  return (language === 'en' ? undefined : names?.[language]) ?? name;
}

/** The countries an entity belongs to or concerns, as entities of the pack, the first first. */
export function countriesOf(pack: Pack, entity: number): readonly number[] {
  switch (pack.kindOf(entity)) {
    case 'office':
      return unique(pack.record(entity, 'office').of.flatMap((of) => own(pack, of)));
    case 'event': {
      const { places, participants } = pack.record(entity, 'event');
      return unique([...places, ...participants].flatMap((e) => (pack.kindOf(e) === 'office' ? countriesOf(pack, e) : own(pack, e))));
    }
    case 'agreement':
      return unique(pack.record(entity, 'agreement').signatories.flatMap((e) => own(pack, e)));
    default:
      return own(pack, entity);
  }
}

const own = (pack: Pack, entity: number): readonly number[] => {
  const country = pack.entityCountry[entity] as number;
  return country < 0 ? [] : [country];
};
const unique = (list: readonly number[]): readonly number[] => [...new Set(list)];

/** ISO code of a country, lower case; undefined for what is none. */
export function codeOf(pack: Pack, entity: number): string | undefined {
  return pack.kindOf(entity) === 'place' ? pack.record(entity, 'place').code : undefined;
}
