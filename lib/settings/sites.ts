/** Does Attaché read this page? The rule of the longest site pattern that fits, else the rule for other sites. Free of zod: page scripts carry it. */
import type { Settings, SiteRule, When } from './settings';

/** The rule that fits an address best; undefined when none does. */
export function ruleFor(sites: readonly SiteRule[], url: string): SiteRule | undefined {
  const address = URL.parse(url);
  if (!address) return undefined;
  return sites.filter((rule) => fits(rule.pattern, address)).sort((a, b) => b.pattern.length - a.pattern.length)[0];
}

export const whenFor = (settings: Pick<Settings, 'sites' | 'otherSites'>, url: string): When => ruleFor(settings.sites, url)?.when ?? settings.otherSites;

/** `example.org` means it and what is below it; `*` stands for anything; after the first slash comes the start of the path. */
export function fits(pattern: string, address: URL): boolean {
  const [host = '', ...path] = pattern
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .split('/');
  const start = `/${path.join('/')}`;
  const name = host.replace(/^\*\./, '');
  const hostFits =
    host.startsWith('*.') || !name.includes('*')
      ? address.host === name || address.hostname === name || address.hostname.endsWith(`.${name}`)
      : like(name, address.hostname);
  return hostFits && (start === '/' || like(`${start}*`, (address.pathname + address.search).toLowerCase()));
}

const like = (pattern: string, text: string): boolean =>
  new RegExp(
    `^${pattern
      .split('*')
      .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
  ).test(text);

/** The settings with this site’s rule set or, when it says what other sites do anyway, taken out. */
export function withSite(settings: Settings, pattern: string, when: When): Settings {
  const others = settings.sites.filter((rule) => rule.pattern !== pattern);
  return { ...settings, sites: when === settings.otherSites ? others : [...others, { pattern, when }] };
}
