/** The country of a site: a paper speaks of its own country without naming it. */
import type { EntityId } from '../dataset/schema';

/** Domains of countries that sites of everywhere take for their sound. */
const ANYBODYS = new Set('ac ag ai am as cc cd ch co dj eu fm gg gl im io is la li ly me ms mu nu pn pw sc sh so st su tk tl to tv vc vu ws'.split(' '));

/** `place/lt` for `www.lrt.lt`; undefined for a site that its address gives no country. */
export function countryOfSite(host: string): EntityId | undefined {
  const last = /\.([a-z]{2})\.?$/i.exec(host)?.[1]?.toLowerCase();
  if (last === undefined || ANYBODYS.has(last)) return undefined;
  return `place/${last === 'uk' ? 'gb' : last}` as EntityId;
}
