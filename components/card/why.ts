/** Evidence in words: why a mention is taken for somebody, and where the date is from. */
import type { ArticleDate, Evidence } from '@/lib/recognise/types';
import { sayDate } from '../dates';
import { say } from '../words';

export function sayDateSource(source: ArticleDate['source']): string {
  switch (source) {
    case 'json-ld':
    case 'open-graph':
    case 'meta':
      return say('dateSource.metadata');
    default:
      return say(`dateSource.${source}`);
  }
}

export function sayWhy({ code, detail }: Evidence): string {
  switch (code) {
    case 'full-name':
    case 'native-name':
      return say('why.fullName');
    case 'unique-name':
      return say('why.uniqueName');
    case 'introduced':
      return say('why.introduced');
    case 'title-beside':
      return detail ? say('why.titleBeside', detail) : say('why.nameBeside');
    case 'company':
      return detail === 'place' ? say('why.place') : say('why.company');
    case 'holder-at-date':
      return say('why.holder');
    case 'holder-when-checked':
      return detail ? say('why.holderChecked', sayDate(detail)) : say('why.holder');
    case 'former-holder':
      return say('why.former');
    case 'office-only':
      return say('why.officeOnly');
    case 'no-holder':
      return say('why.noHolder');
    case 'several-holders':
      return say('why.severalHolders');
    case 'series-at-date':
      return say('why.series');
    case 'acronym':
      return say('why.acronym');
    case 'given-name-initial':
      return say('why.initial');
    case 'corrected-by-reader':
      return say('why.corrected');
  }
}
