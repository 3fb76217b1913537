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

/** From the widest to the strictest. */
const STRICTER: readonly When[] = ['always', 'click', 'never'];

/**
 * For a frame: the page decides in which it stands, and a rule for the frame’s own site can only forbid more. `page` is undefined when the frame cannot
 * know it.
 */
export function whenForFrame(settings: Pick<Settings, 'sites' | 'otherSites'>, page: string | undefined, own: string): When {
  if (page === undefined || page === own) return whenFor(settings, own);
  const outer = whenFor(settings, page);
  const inner = ruleFor(settings.sites, own)?.when ?? outer;
  return STRICTER.indexOf(inner) > STRICTER.indexOf(outer) ? inner : outer;
}

/** The pattern under which a choice for this page’s site is kept: of the rule that decides now when it is narrower than the host, else the host; undefined for pages that are of no site. */
export function patternFor(sites: readonly SiteRule[], url: string): string | undefined {
  const address = URL.parse(url);
  if (!address || !/^https?:$/.test(address.protocol)) return undefined;
  const { host } = address;
  const rule = ruleFor(sites, url);
  return rule && rule.pattern.length > host.length ? rule.pattern : host;
}

/** The settings with this site’s rule set or, when the others say the same without it, taken out. */
export function withSite<S extends Pick<Settings, 'sites' | 'otherSites'>>(settings: S, url: string, when: When): S {
  const pattern = patternFor(settings.sites, url);
  if (pattern === undefined) return settings;
  const without = { ...settings, sites: settings.sites.filter((rule) => rule.pattern !== pattern) };
  return whenFor(without, url) === when ? without : { ...without, sites: [...without.sites, { pattern, when }] };
}

/** What is wrong with a pattern that the reader wrote; undefined when nothing is. */
export type PatternFault = 'empty' | 'space' | 'host' | 'long' | 'twice';

export function patternFault(pattern: string, others: readonly SiteRule[]): PatternFault | undefined {
  const text = cleaned(pattern);
  if (text === '') return 'empty';
  if (/\s/.test(text)) return 'space';
  if (text.length > 200) return 'long';
  const host = text.split('/')[0] ?? '';
  // Every part between dots is letters, digits, hyphens and stars: whatever the script; a port may follow.
  if (!/^([\p{L}\p{N}\p{M}*_-]+\.)*[\p{L}\p{N}\p{M}*_-]+(:\d{1,5})?$/u.test(host) && !/^\[[0-9a-f:]+\](:\d{1,5})?$/.test(host)) return 'host';
  if (!/[\p{L}\p{N}]/u.test(host)) return 'host';
  return others.some((rule) => rule.pattern === text) ? 'twice' : undefined;
}

/** A pattern as it is kept: lower case, without protocol, a slash at its end or `www` that would leave the bare domain out; hosts as browsers spell them. */
export function cleaned(pattern: string): string {
  const [host = '', ...path] = pattern
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/#.*$/, '')
    .split('/');
  const spelled = /[^\x20-\x7e]/.test(host) && !host.includes('*') ? (URL.parse(`http://${host}`)?.host ?? host) : host;
  const rest = path.map((part) => (/[^\x20-\x7e]/.test(part) ? encodeURI(part).toLowerCase() : part));
  return [spelled, ...rest].join('/').replace(/\/+$/, '');
}
