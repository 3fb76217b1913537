import { describe, expect, it } from 'vitest';
import { recognise } from '@/lib/recognise/recognise';
import { countryOfSite } from '@/lib/recognise/site';
import { dayOf, pack } from './claims';

const read = (text: string, day: string, site?: string) =>
  recognise([{ id: 1, text }], pack, {
    today: dayOf('2026-01-01'),
    date: { day: dayOf(day), source: 'given' },
    language: 'en',
    ...(site ? { site } : {}),
  }).mentions.map((m) => m.entity);

describe('the country of a site', () => {
  it.each([
    ['www.lrt.lt', 'place/lt'],
    ['news.bbc.co.uk', 'place/gb'],
    ['example.com', undefined],
    ['paper.example.tv', undefined],
    ['start-up.io', undefined],
    ['localhost', undefined],
    ['', undefined],
  ])('of %s is %s', (host, country) => expect(countryOfSite(host)).toBe(country));
  it('counts as named', () => {
    const text = 'The Congress was long.';
    expect(read(text, '2017-06-01')).toEqual([]);
    expect(read(text, '2017-06-01', 'paper.example.us')).toEqual(['organisation/us/congress']);
    expect(read(text, '2017-06-01', 'paper.example.pl')).toEqual([]);
  });
  it('is not enough for a name that many bear', () => expect(read('Mitchell noted the success.', '2018-11-06', 'paper.example.us')).toEqual([]));
});
