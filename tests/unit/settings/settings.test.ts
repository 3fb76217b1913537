import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULTS, readSettings, storedSettings } from '@/lib/settings/settings';
import { fits, ruleFor, whenFor, withSite } from '@/lib/settings/sites';

describe('settings', () => {
  it('are the defaults when nothing is stored', () => expect(readSettings(undefined)).toEqual({ settings: DEFAULTS, faults: [] }));
  it('come back as they were stored', () => {
    const mine = { ...DEFAULTS, style: 'dotted' as const, delay: 400, sites: [{ pattern: 'example.org', when: 'never' as const }] };
    expect(readSettings(JSON.parse(JSON.stringify(storedSettings(mine))))).toEqual({ settings: mine, faults: [] });
  });
  it('fall back one by one, and say which', () => {
    const { settings, faults } = readSettings({ version: 1, style: 'blinking', delay: 400, kinds: { person: 'yes' } });
    expect(settings).toEqual({ ...DEFAULTS, delay: 400 });
    expect(faults).toEqual([
      { field: 'kinds', found: '{"person":"yes"}' },
      { field: 'style', found: '"blinking"' },
    ]);
  });
  it('are read whatever is stored, without an error', () =>
    fc.assert(
      fc.property(fc.jsonValue(), (stored) => {
        const { settings } = readSettings(stored);
        expect(readSettings(storedSettings(settings)).faults).toEqual([]);
      }),
    ));
  it('too large for one synchronised item are refused with the mend', () => {
    const sites = Array.from({ length: 100 }, (_, i) => ({ pattern: `${'x'.repeat(150)}${i}.example.org`, when: 'never' as const }));
    expect(() => storedSettings({ ...DEFAULTS, sites })).toThrow(/8192.*shorten the list of sites/);
  });
});

describe('a site pattern', () => {
  const url = (text: string) => new URL(text);
  it('means the host and what is below it', () => {
    expect(fits('example.org', url('https://example.org/a'))).toBe(true);
    expect(fits('example.org', url('https://news.example.org/'))).toBe(true);
    expect(fits('example.org', url('https://notexample.org/'))).toBe(false);
  });
  it('may name a path, and stand for anything with a star', () => {
    expect(fits('example.org/news', url('https://example.org/news/1'))).toBe(true);
    expect(fits('example.org/news', url('https://example.org/sport'))).toBe(false);
    expect(fits('example.*', url('https://example.com/'))).toBe(true);
  });
  it('of more letters decides', () => {
    const sites = [
      { pattern: 'example.org', when: 'never' as const },
      { pattern: 'example.org/world', when: 'click' as const },
    ];
    expect(ruleFor(sites, 'https://example.org/world/x')?.when).toBe('click');
    expect(whenFor({ sites, otherSites: 'always' }, 'https://example.org/')).toBe('never');
    expect(whenFor({ sites, otherSites: 'always' }, 'https://example.com/')).toBe('always');
  });
  it('is not an expression: what a pattern holds stands for itself', () => expect(fits('exa(mple.org/a+b', url('https://example.org/'))).toBe(false));
});

describe('a rule for this site', () => {
  it('goes when it says what other sites do anyway', () => {
    const off = withSite(DEFAULTS, 'example.org', 'never');
    expect(off.sites).toEqual([{ pattern: 'example.org', when: 'never' }]);
    expect(withSite(off, 'example.org', 'always').sites).toEqual([]);
  });
});
