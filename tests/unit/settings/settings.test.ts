import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULTS, readSettings, storedSettings } from '@/lib/settings/settings';
import { cleaned, fits, patternFault, ruleFor, whenFor, whenForFrame, withSite } from '@/lib/settings/sites';

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
  const page = 'https://news.example.org/2018/minsk';
  it('goes when it says what other sites do anyway', () => {
    const off = withSite(DEFAULTS, page, 'never');
    expect(off.sites).toEqual([{ pattern: 'news.example.org', when: 'never' }]);
    expect(withSite(off, page, 'always').sites).toEqual([]);
  });
  it('stays when a wider rule would say otherwise without it', () => {
    const wide = { ...DEFAULTS, sites: [{ pattern: 'example.org', when: 'never' as const }] };
    const on = withSite(wide, page, 'always');
    expect(on.sites).toContainEqual({ pattern: 'news.example.org', when: 'always' });
    expect(whenFor(on, page)).toBe('always');
  });
  it('is the narrower one where that decides', () => {
    const narrow = { ...DEFAULTS, sites: [{ pattern: 'news.example.org/2018', when: 'never' as const }] };
    expect(withSite(narrow, page, 'click').sites).toEqual([{ pattern: 'news.example.org/2018', when: 'click' }]);
  });
  it('is nothing for a page without a host', () => expect(withSite(DEFAULTS, 'file:///home/article.html', 'never')).toBe(DEFAULTS));
  it('does what was chosen, whatever other rules there are', () => {
    const pattern = fc.constantFrom('example.org', '*.example.org', 'news.example.org', 'news.example.org/2018', '*.org', 'example.org/2018/m*');
    const when = fc.constantFrom('always' as const, 'click' as const, 'never' as const);
    fc.assert(
      fc.property(fc.uniqueArray(fc.record({ pattern, when }), { selector: (r) => r.pattern }), when, when, (sites, otherSites, chosen) => {
        expect(whenFor(withSite({ sites, otherSites }, page, chosen), page)).toBe(chosen);
      }),
    );
  });
});

describe('a frame', () => {
  const settings = {
    sites: [
      { pattern: 'quiet.example', when: 'never' as const },
      { pattern: 'press.example', when: 'always' as const },
    ],
    otherSites: 'click' as const,
  };
  it('is read as the page in which it stands', () => {
    expect(whenForFrame(settings, 'https://press.example/', 'about:srcdoc')).toBe('always');
    expect(whenForFrame(settings, 'https://press.example', 'https://video.example/player')).toBe('always');
    expect(whenForFrame(settings, 'https://quiet.example/', 'https://press.example/')).toBe('never');
  });
  it('of a site that is never read is not read anywhere', () =>
    expect(whenForFrame(settings, 'https://press.example/', 'https://quiet.example/ad')).toBe('never'));
  it('that does not know its page goes by its own site', () => expect(whenForFrame(settings, undefined, 'https://press.example/')).toBe('always'));
});

describe('a pattern that the reader wrote', () => {
  it('is kept as addresses are spelled', () => {
    expect(cleaned(' HTTPS://Example.org/News/ ')).toBe('example.org/news');
    expect(cleaned('https://наша.бел/навіны#верх')).toBe(`${new URL('https://наша.бел').host}${new URL('https://наша.бел/навіны').pathname.toLowerCase()}`);
    expect(fits(cleaned('наша.бел/навіны'), new URL('https://наша.бел/навіны/2018'))).toBe(true);
  });
  it.each(['example.org', '*.example.org', 'example.*', 'localhost:8080', '127.0.0.1', 'example.org/news/*', 'наша.бел', '[::1]:80'])('%s is good', (text) =>
    expect(patternFault(text, [])).toBeUndefined(),
  );
  it.each([
    ['', 'empty'],
    ['https://', 'empty'],
    ['two words.org', 'space'],
    ['*', 'host'],
    ['/news', 'host'],
    ['exa..mple.org', 'host'],
    ['user@example.org', 'host'],
    [`${'x'.repeat(190)}.example.org`, 'long'],
    ['Example.org', 'twice'],
  ])('%s is refused: %s', (text, fault) => expect(patternFault(text, [{ pattern: 'example.org', when: 'never' }])).toBe(fault));
});
