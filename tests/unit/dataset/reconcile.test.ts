import { describe, expect, it } from 'vitest';
import { coverageOf } from '@/lib/dataset/coverage';
import { readDataset } from '@/lib/dataset/load';
import { reconcileLeaders, reconcileOfficials, reconcileVisits, settle } from '@/lib/dataset/reconcile';

const { dataset } = readDataset('data');
const outcomes = (findings: readonly { outcome: string }[]) => findings.map((f) => f.outcome);

describe('comparing with public records', () => {
  it('finds officials by role and name, and differences of over a month', () => {
    const row = {
      person: 'A. Wess Mitchell',
      role: 'Assistant Secretary of State for European and Eurasian Affairs',
      country_or_body: '',
      start: '2017-10-12',
      end: '2019-02-15',
    };
    expect(outcomes(reconcileOfficials(dataset, [row]))).toEqual(['agrees']);
    expect(outcomes(reconcileOfficials(dataset, [{ ...row, start: '2017-01-12' }]))).toEqual(['differs']);
    expect(outcomes(reconcileOfficials(dataset, [{ ...row, person: 'John Nobody' }]))).toEqual(['lacking']);
  });

  it.each([
    ['President Alexander Lukachenko', 'Belarus', '2015-09-25', 'agrees'],
    ['Chancellor Angela Merkel and Foreign Minister Heiko Maas', 'Germany', '2018-04-27', 'agrees agrees'],
    ['Chancellor Helmut Kohl', 'Germany', '2018-04-27', 'differs'],
    ['President-elect Somebody Else', 'Germany', '2018-04-27', ''],
  ])('compares the visit of %s (%s)', (visitor, from, start, expected) => {
    expect(outcomes(reconcileVisits(dataset, [{ visitor, from, start }])).join(' ')).toBe(expected);
  });

  it('takes the effective leader for head of state or of government, in any spelling', () => {
    expect(outcomes(reconcileLeaders(dataset, [{ state_cow: 'BLR', leader_family_name: 'Lukashenko', start: '1994-07-20', end_month: '2021-03' }]))).toEqual([
      'agrees',
    ]);
    expect(outcomes(reconcileLeaders(dataset, [{ state_cow: 'BLR', leader_family_name: 'Shushkevich', start: '2010-07-20', end_month: '2021-03' }]))).toEqual([
      'differs',
    ]);
  });

  it('calls a holder lacking, not different, where the line of the office meant has nobody', () => {
    const visit = { visitor: 'President Francis Nobody', from: 'Iraq', start: '2014-08-04' };
    const iraq = {
      ...dataset,
      offices: dataset.offices.filter((o) => o.id !== 'office/iq/president'),
    };
    expect(outcomes(reconcileVisits(iraq, [visit]))).toEqual(['differs']);
    const vacant = {
      id: 'office/iq/president',
      name: 'President of Iraq',
      role: 'role/head-of-state-president',
      of: 'place/iq',
      holders: [],
      sources: ['wikipedia:President of Iraq'],
    };
    expect(outcomes(reconcileVisits({ ...iraq, offices: [...iraq.offices, vacant] }, [visit]))).toEqual(['lacking']);
  });

  it('tells settled differences apart, and entries that settle nothing', () => {
    const findings = reconcileVisits(dataset, [{ visitor: 'Chancellor Helmut Kohl', from: 'Germany', start: '2018-04-27' }]);
    const entry = { record: '2018-04-27 Chancellor Helmut Kohl', why: 'The record errs.', sources: ['wikipedia:Helmut Kohl'] };
    const other = { ...entry, record: '2017-01-01 Somebody else' };
    const told = settle(findings, [entry, other]);
    expect(outcomes(told.findings)).toEqual(['settled']);
    expect(told.unused).toEqual([other]);
  });

  it('leaves a record of an unknown country aside', () =>
    expect(reconcileVisits(dataset, [{ visitor: 'President X', from: 'Atlantis', start: '2015-01-01' }])).toEqual([]));
});

describe('coverage', () => {
  it('counts what is there', () => {
    const c = coverageOf(dataset);
    expect(c.counts.get('people')).toBe(dataset.people.length);
    expect(c.lines.find((l) => l.place === 'place/by')?.offices.find((o) => o.kind === 'state')?.since).toBe('1994');
    expect(c.exactDays).toBeLessThanOrEqual(c.knownDays);
  });
});
