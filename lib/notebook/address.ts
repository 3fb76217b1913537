/**
 * When are two addresses the same page? A clip is kept under the keys of its page’s address and of the canonical one; a page that is
 * visited looks for clips under its own. Strings in, values out; small, for it runs on every page.
 */
import type { PageInfo } from './types';

/** Parameters that say how the reader came, not what is read. */
const TRACKING = /^(utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|mc_[ce]id|_ga|_gl|cmpid|ocid|at_\w+|ns_\w+)$/i;

/** `example.org/news?id=7`: without scheme, `www.`, fragment, tracking parameters and closing slash. Undefined for what is no page with an address. */
export function pageKey(url: string): string | undefined {
  const address = URL.parse(url);
  if (!address || !/^(https?|file):$/.test(address.protocol)) return undefined;
  // By hand: in Firefox’s content scripts the keys of URLSearchParams cannot be walked.
  const kept = address.search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !TRACKING.test(part.split('=', 1)[0] ?? ''));
  // Some applications keep the page in the fragment: `#!/article/7`.
  const fragment = /^#!?\//.test(address.hash) ? address.hash : '';
  const host = address.host.replace(/^www\./, '');
  return `${host}${address.pathname.replace(/\/+$/, '')}${kept.length > 0 ? `?${kept.join('&')}` : ''}${fragment}`;
}

/**
 * The keys of a page. A canonical address at the root of a site counts only for the root itself: some sites give it to every page, and all
 * their pages would be one.
 */
export function pageKeys({ url, canonical }: Pick<PageInfo, 'url' | 'canonical'>): string[] {
  const own = pageKey(url);
  const other = canonical === undefined ? undefined : pageKey(canonical);
  const isRoot = other !== undefined && !/[/?#]/.test(other);
  return [...new Set([own, isRoot ? undefined : other])].filter((key) => key !== undefined);
}

/** The host of a key. */
export const hostOf = (key: string): string => key.split(/[/?#]/, 1)[0] ?? '';

/** 53 bits of a key’s fingerprint (cyrb53), as a number that JSON keeps whole. */
export function fingerprint(key: string): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < key.length; i++) {
    const unit = key.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}
