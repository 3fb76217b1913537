/**
 * Office phrases: a role with the countries or bodies it is of (“the Foreign Ministers of Poland and Slovakia”, “OSCE
 * Secretary General”, «польский министр иностранных дел»), or the title of one office. A phrase becomes offices here;
 * who held them is asked later, when the article’s date is known.
 */
import { END } from '../dataset/dates';
import { ALIAS, AMBIGUOUS, CEREMONIAL, GIVEN_NAME, METONYM, PLURAL, SHARED_POWER } from '../pack/layout';
import type { Pack } from '../pack/open';
import { AFTER_COMMA, CAPITAL, HYPHENATED, LOOSE, SENTENCE_START } from '../text/tokens';
import { aliasesOf, type Hit, isAcronymWritten, isJoined, type Scanned, surfaceOf, wordFlagsAt } from './scan';
import { AND, ARTICLES, isActing, isCounting, isDeputy, isFormer, isFuture, isIndefinite, isNeutral, isPartOfBody, isStandIn, isThen, OF, TO } from './wording';

export interface OfficePhrase {
  readonly scanned: Scanned;
  /** Tokens, with countries, bodies and an article before; `to` exclusive. */
  readonly from: number;
  readonly to: number;
  /** Tokens of the role or title itself. */
  readonly roleFrom: number;
  readonly roleTo: number;
  /** One for each country or body named; several offices in one entry when the phrase leaves open which. */
  readonly offices: readonly (readonly number[])[];
  readonly when: 'at-date' | 'former' | 'then' | 'future';
  /** Roles, for a phrase without country or body: it can only support a name beside it. */
  readonly roles: readonly number[];
  /** A title that names exactly one office without naming its body. */
  readonly byTitle: boolean;
  /** Why it means no holder, whatever its country or body. */
  readonly turned?: 'any-of-them' | 'deputy';
  /** “acting”, “interim”: somebody in the holder’s place. */
  readonly standIn: boolean;
}

/** Offices of a pack by role and country or body. */
export interface OfficeIndex {
  find(roles: readonly number[], of: number): number[];
  withRole(roles: readonly number[]): ReadonlySet<number>;
  /** Are offices of one of these roles sent to a country or body? */
  isSent(roles: readonly number[]): boolean;
}

const indices = new WeakMap<Pack, OfficeIndex>();

export function officeIndex(pack: Pack): OfficeIndex {
  const known = indices.get(pack);
  if (known) return known;
  const byRole = new Map<number, Map<number, number[]>>();
  const sent = new Set<number>();
  for (let e = 0; e < pack.size; e++) {
    const role = pack.officeRole[e] as number;
    if (role < 0) continue;
    if ((pack.officeTo[e] as number) >= 0) sent.add(role);
    const ofs = byRole.get(role) ?? new Map<number, number[]>();
    byRole.set(role, ofs);
    for (let i = pack.officeOfFirst[e] as number; i < (pack.officeOfFirst[e + 1] as number); i++) {
      const of = pack.officeOf[i] as number;
      ofs.set(of, [...(ofs.get(of) ?? []), e]);
    }
  }
  const withRoles = new Map<string, ReadonlySet<number>>();
  const index: OfficeIndex = {
    find: (roles, of) => [...new Set(roles.flatMap((r) => byRole.get(r)?.get(of) ?? []))],
    withRole(roles) {
      const key = roles.join();
      const known = withRoles.get(key);
      if (known) return known;
      const made = new Set(roles.flatMap((r) => [...(byRole.get(r)?.values() ?? [])].flat()));
      withRoles.set(key, made);
      return made;
    },
    isSent: (roles) => roles.some((r) => sent.has(r)),
  };
  indices.set(pack, index);
  return index;
}

/** What stands left or right of a role: countries and bodies, and where they end. */
interface Qualifier {
  readonly targets: readonly number[];
  /** First token (left) or one past the last (right). */
  readonly edge: number;
}

export function findOffices(pack: Pack, scanned: Scanned): OfficePhrase[] {
  const phrases: OfficePhrase[] = [];
  let done = 0;
  for (const i of scanned.hitsAt) {
    const phrase = i < done ? undefined : phraseAt(pack, scanned, i);
    if (!phrase) continue;
    phrases.push(isAnyOf(scanned, phrase.from) ? { ...phrase, offices: [], turned: 'any-of-them' } : phrase);
    done = phrase.roleTo;
  }
  return shareQualifiers(pack, scanned, phrases);
}

/** “a British prime minister”: any of them. */
const isAnyOf = (scanned: Scanned, from: number): boolean =>
  from > 0 && isJoined(scanned.tokens, from) && isIndefinite(surfaceOf(scanned.tokens, from - 1).toLowerCase(), scanned.language);

function phraseAt(pack: Pack, scanned: Scanned, i: number): OfficePhrase | undefined {
  // “presidents of Russia and Belarus” is a plural, not a form of the title “President of Russia”.
  const plurals = (scanned.starting[i] ?? []).some((hit) => aliasesOf(pack, hit.node).some((a) => a.type === ALIAS.ROLE && a.flags & PLURAL));
  for (const hit of scanned.starting[i] ?? []) {
    const aliases = aliasesOf(pack, hit.node);
    const literal = aliases.filter((a) => a.type === ALIAS.OFFICE);
    if (literal.length > 0 && !(plurals && !hit.exact) && isWritten(scanned, hit, literal[0]?.flags ?? 0))
      return literalPhrase(
        pack,
        scanned,
        hit,
        literal.map((a) => a.target),
      );
    const titles = aliases.filter((a) => a.type === ALIAS.TITLE);
    const roles = aliases.filter((a) => a.type === ALIAS.ROLE);
    if (titles.length === 0 && roles.length === 0) continue;
    if (hit.to - i === 1 && isCounting(surfaceOf(scanned.tokens, i).toLowerCase(), scanned.language)) continue;
    if (isGermanVerb(scanned, hit)) continue;
    const phrase = rolePhrase(pack, scanned, hit, titles, roles);
    if (phrase) return phrase;
  }
  return undefined;
}

/** “sprechen” is no plural of “Sprecher”: a German noun has a capital. */
const isGermanVerb = (scanned: Scanned, hit: Hit): boolean =>
  scanned.language?.startsWith('de') === true && !((scanned.tokens.flags[hit.to - 1] as number) & CAPITAL);

type A = { readonly flags: number; readonly target: number };

const isWritten = (scanned: Scanned, hit: Hit, flags: number): boolean =>
  (flags & AMBIGUOUS) === 0 || ((scanned.tokens.flags[hit.from] as number) & CAPITAL) !== 0;

function literalPhrase(pack: Pack, scanned: Scanned, hit: Hit, offices: readonly number[]): OfficePhrase {
  const country = leftQualifier(pack, scanned, hit.from, false);
  const left = modifiersBefore(scanned, country && offices.some((o) => country.targets.some((t) => isOf(pack, o, t))) ? country.edge : hit.from);
  return {
    scanned,
    from: withArticle(scanned, left.from),
    to: hit.to,
    roleFrom: hit.from,
    roleTo: hit.to,
    offices: left.deputy ? [] : [offices],
    when: left.when,
    roles: [],
    byTitle: false,
    standIn: left.standIn,
    ...(left.deputy ? { turned: 'deputy' as const } : {}),
  };
}

function rolePhrase(pack: Pack, scanned: Scanned, hit: Hit, titles: readonly A[], roles: readonly A[]): OfficePhrase | undefined {
  const index = officeIndex(pack);
  const roleIds = roles.map((a) => a.target);
  const metonym = titles.length === 0 && roles.every((a) => a.flags & METONYM);
  const plural = roles.some((a) => a.flags & PLURAL) || !hit.exact || scanned.language?.startsWith('de') === true;
  const before = modifiersBefore(scanned, hit.from);
  const left = leftQualifier(pack, scanned, before.from, plural);
  if (index.isSent(roleIds)) return envoyPhrase(pack, scanned, hit, roleIds, before, left);
  const outer = left ? modifiersBefore(scanned, left.edge) : before;
  const officesOf = (target: number): number[] => {
    const byRole = metonym ? rulersOf(pack, index, roleIds, target) : index.find(roleIds, target);
    if (byRole.length > 0) return byRole;
    return titles.map((a) => a.target).filter((o) => isOf(pack, o, target));
  };
  const right = rightQualifier(pack, scanned, hit.to, plural, (targets) => targets.some((t) => officesOf(t).length > 0));
  const when = before.when !== 'at-date' ? before.when : outer.when;
  const deputy = before.deputy || (outer.deputy && left !== undefined && outer.from < left.edge);
  const standIn = before.standIn || outer.standIn;
  const shape = {
    scanned,
    roleFrom: hit.from,
    roleTo: hit.to,
    when,
    roles: roleIds,
    byTitle: false,
    standIn,
    ...(deputy ? { turned: 'deputy' as const } : {}),
  };
  for (const [qualifier, side] of [
    [hit.inner ? { targets: hit.inner, edge: 0 } : undefined, 'inner'],
    [right, 'right'],
    [left, 'left'],
  ] as const) {
    if (!qualifier) continue;
    const named = distinct(qualifier.targets.map(officesOf).filter((o) => o.length > 0));
    const offices =
      named.length > 0 || side !== 'left'
        ? named
        : distinct(
            byCapital(pack, roleIds, qualifier.targets)
              .map(officesOf)
              .filter((o) => o.length > 0),
          );
    if (offices.length === 0) continue;
    // “Foreign Ministers of Australia (Payne), India (…)”: a plural of one country is a list that is not read to its end. It supports names.
    if (side === 'right' && offices.length === 1 && roles.every((a) => a.flags & PLURAL))
      return { ...shape, when: 'then', from: before.from, to: qualifier.edge, offices };
    const from = side === 'left' ? outer.from : right && left?.targets.some((t) => qualifier.targets.includes(t)) ? left.edge : before.from;
    const to =
      side === 'right'
        ? qualifier.edge
        : right && side === 'left' && right.targets.some((t) => offices.flat().some((o) => isOf(pack, o, t)))
          ? right.edge
          : hit.to;
    return { ...shape, from: withArticle(scanned, from), to, offices: deputy ? [] : offices };
  }
  if (titles.length > 0 && !deputy) {
    // A title by itself names its office only when it is the only one of that title and long enough to be one.
    const alone = titles.length === 1 && (titles[0]?.flags ?? 0 & AMBIGUOUS) % 2 === 0 && hit.to - hit.from >= 3;
    if (alone)
      return {
        ...shape,
        from: withArticle(scanned, left && isOf(pack, titles[0]?.target ?? -1, left.targets[0] ?? -1) ? left.edge : before.from),
        to: hit.to,
        offices: [[titles[0]?.target as number]],
        byTitle: true,
      };
    return { ...shape, from: before.from, to: hit.to, offices: [], roles: roleIds };
  }
  if (metonym) return undefined;
  return { ...shape, from: before.from, to: hit.to, offices: [], roles: deputy ? [] : roleIds };
}

/**
 * An ambassador is of one country and to another: “the U.S. ambassador to Russia”, «посол Беларуси в Украине», “Botschafter Russlands in Berlin”. Without the
 * country that sends it is a title that supports a name; without the one that receives it may be any of that country’s.
 */
function envoyPhrase(
  pack: Pack,
  scanned: Scanned,
  hit: Hit,
  roles: readonly number[],
  before: ReturnType<typeof modifiersBefore>,
  left: Qualifier | undefined,
): OfficePhrase {
  const after = besideEnvoy(pack, scanned, hit.to);
  const sender = after.sender ?? left ?? (hit.inner && { targets: hit.inner, edge: before.from });
  const outer = sender === left && left ? modifiersBefore(scanned, left.edge) : before;
  const shape = {
    scanned,
    from: withArticle(scanned, outer.from),
    to: after.edge,
    roleFrom: hit.from,
    roleTo: hit.to,
    when: before.when !== 'at-date' ? before.when : outer.when,
    roles,
    byTitle: false,
    standIn: before.standIn || outer.standIn,
  };
  if (before.deputy || outer.deputy) return { ...shape, offices: [], turned: 'deputy' };
  const hosts = after.host?.targets ?? namedInside(pack, scanned, hit);
  const offices = distinct((sender?.targets ?? []).map((s) => officeIndex(pack).find(roles, s))).map((list) =>
    hosts.length === 0 ? list : list.filter((o) => isSentTo(pack, o, hosts)),
  );
  return { ...shape, offices: offices.filter((list) => list.length > 0) };
}

/** A capital stands for its country: “the U.S. ambassador in Moscow”. */
const isSentTo = (pack: Pack, office: number, hosts: readonly number[]): boolean => {
  const to = pack.officeTo[office] as number;
  return to >= 0 && hosts.some((h) => to === h || to === pack.entityCountry[h]);
};

/** What follows an ambassador: whose, and to whom; and where that ends. */
function besideEnvoy(pack: Pack, scanned: Scanned, token: number): { sender?: Qualifier; host?: Qualifier; edge: number } {
  const { tokens } = scanned;
  const found: { sender?: Qualifier; host?: Qualifier; edge: number } = { edge: token };
  for (;;) {
    let at = found.edge;
    let to = false;
    for (; at < tokens.count && canFollow(scanned, at); at++) {
      const word = surfaceOf(tokens, at).toLowerCase();
      if (!OF.has(word) && !TO.has(word)) break;
      to ||= TO.has(word);
    }
    if (tokens.full[at - 1] !== tokens.end[at - 1]) return found;
    const next = firstQualifier(pack, scanned, at, at > found.edge);
    if (!next || (at === found.edge && scanned.language?.startsWith('en')) || (to ? found.host : (found.sender ?? found.host))) return found;
    if (to) found.host = next;
    else found.sender = next;
    found.edge = next.edge;
  }
}

/** “ambassador to the United Nations” is one phrase. */
function namedInside(pack: Pack, scanned: Scanned, hit: Hit): number[] {
  for (let t = hit.from; t < hit.to; t++)
    for (const inside of scanned.starting[t] ?? [])
      if (inside.to <= hit.to) {
        const targets = placesAndBodies(pack, scanned, inside, [ALIAS.ORGANISATION]);
        if (targets.length > 0) return targets;
      }
  return [];
}

/** Whom “leader” and “ruler” mean: the head of state, the head of government where the head of state is ceremonial, nobody where both may be. */
function rulersOf(pack: Pack, index: OfficeIndex, roles: readonly number[], of: number): number[] {
  const heads = index.find(roles, of);
  if (!roles.some((role) => pack.roleRank[role] === 1)) return heads;
  const states = index.find(withRank(pack, 1), of);
  const flags = states.reduce((all, office) => all | (pack.officeFlags[office] as number), 0);
  if (flags & SHARED_POWER) return [];
  return flags & CEREMONIAL ? index.find(withRank(pack, 2), of).filter((office) => pack.entityTo[office] === END) : heads;
}

const withRank = (pack: Pack, rank: number): number[] => [...pack.roleRank].flatMap((r, role) => (r === rank ? [role] : []));

/** Ministers of whom a text speaks by their country’s capital: “Warsaw’s chief diplomat”. A president or a chief of a capital is its mayor. */
const BY_CAPITAL: ReadonlySet<string> = new Set(['role/foreign-minister', 'role/secretary-of-state-us', 'role/defence-minister']);

/** The countries whose capitals are named. */
function byCapital(pack: Pack, roles: readonly number[], places: readonly number[]): number[] {
  if (!roles.some((r) => BY_CAPITAL.has(pack.role(r).id))) return [];
  return places.flatMap((place) => {
    const country = pack.kindOf(place) === 'place' ? (pack.entityCountry[place] as number) : -1;
    return country >= 0 && country !== place && pack.record(country, 'place').capital === place ? [country] : [];
  });
}

/** Two names of one country (“US”, “U.S.”) give the same offices. */
const distinct = (lists: readonly (readonly number[])[]): (readonly number[])[] => [...new Map(lists.map((l) => [l.join(), l])).values()];

function isOf(pack: Pack, office: number, target: number): boolean {
  for (let i = pack.officeOfFirst[office] as number; i < (pack.officeOfFirst[office + 1] as number); i++) {
    const of = pack.officeOf[i] as number;
    if (of === target || pack.entityCountry[of] === target) return true;
  }
  return false;
}

/** “former”, “then”, “acting”, “deputy” and neutral adjectives directly before a token. */
function modifiersBefore(scanned: Scanned, token: number): { from: number; when: OfficePhrase['when']; deputy: boolean; standIn: boolean } {
  let from = token;
  let when: OfficePhrase['when'] = 'at-date';
  let deputy = false;
  let standIn = false;
  while (from > 0 && isJoined(scanned.tokens, from)) {
    const word = surfaceOf(scanned.tokens, from - 1).toLowerCase();
    if (isFormer(word)) when = 'former';
    else if (isThen(word)) when = 'then';
    else if (isFuture(word)) when = 'future';
    else if (isDeputy(word)) deputy = true;
    else if (isActing(word)) standIn ||= isStandIn(word);
    else if (!isNeutral(word)) break;
    from--;
  }
  const after = token < scanned.tokens.count && (scanned.tokens.flags[token] as number) & HYPHENATED;
  if (after && token > 0 && isFormer(surfaceOf(scanned.tokens, token - 1).toLowerCase())) when = 'former';
  return { from, when, deputy, standIn };
}

export function withArticle(scanned: Scanned, from: number): number {
  return from > 0 && isJoined(scanned.tokens, from) && ARTICLES.has(surfaceOf(scanned.tokens, from - 1).toLowerCase()) ? from - 1 : from;
}

/** Places and bodies that a hit can mean, when it is written as a name. */
function placesAndBodies(pack: Pack, scanned: Scanned, hit: Hit, sorts: readonly number[]): number[] {
  const out: number[] = [];
  for (const alias of aliasesOf(pack, hit.node)) {
    if (!sorts.includes(alias.type)) continue;
    const acronym = (alias.flags & 2) !== 0;
    const flags = scanned.tokens.flags[hit.from] as number;
    if (alias.type !== ALIAS.ADJECTIVE && !(flags & CAPITAL)) continue;
    if (acronym && hit.to - hit.from === 1 && !isAcronymWritten(pack, scanned, hit.from)) continue;
    out.push(alias.target);
  }
  return out;
}

function leftQualifier(pack: Pack, scanned: Scanned, token: number, plural: boolean): Qualifier | undefined {
  const { tokens } = scanned;
  if (token === 0 || !canFollow(scanned, token)) return undefined;
  const sorts = leftSorts(scanned, token - 1);
  const best = longestEnding(pack, scanned, token - 1, sorts);
  if (!best) return undefined;
  let edge = best.hit.from;
  const targets = [best.targets];
  // “Polish and Slovak foreign ministers”, “Polish, German and French”.
  while (plural && edge >= 2) {
    const comma = (tokens.flags[edge] as number) & AFTER_COMMA;
    const and = AND.has(surfaceOf(tokens, edge - 1).toLowerCase());
    const end = and ? edge - 2 : comma ? edge - 1 : -1;
    if (end < 0) break;
    const more = longestEnding(pack, scanned, end, sorts);
    if (!more) break;
    targets.unshift(more.targets);
    edge = more.hit.from;
  }
  return { targets: targets.flat(), edge };
}

/** “Belarus president” and “Poland’s foreign minister” are English and German; in Slavic texts a name before a role is mostly somebody’s object. */
function leftSorts(scanned: Scanned, token: number): readonly number[] {
  const cyrillic = /[\u0400-\u04ff]/.test(surfaceOf(scanned.tokens, token));
  const language = scanned.language?.slice(0, 2);
  if (cyrillic || (language && !['en', 'de', 'sv', 'no', 'da', 'nl', 'lt', 'lv', 'fi', 'hu', 'tr'].includes(language))) return [ALIAS.ADJECTIVE];
  return [ALIAS.ADJECTIVE, ALIAS.PLACE, ALIAS.ORGANISATION];
}

const canFollow = (scanned: Scanned, token: number): boolean => {
  const flags = scanned.tokens.flags[token] as number;
  return isJoined(scanned.tokens, token) || ((flags & HYPHENATED) !== 0 && (flags & SENTENCE_START) === 0);
};

function longestEnding(pack: Pack, scanned: Scanned, token: number, sorts: readonly number[]): { hit: Hit; targets: number[] } | undefined {
  for (const hit of scanned.ending[token] ?? []) {
    const targets = placesAndBodies(pack, scanned, hit, sorts);
    if (targets.length > 0) return { hit, targets };
  }
  return undefined;
}

/** `fits` tells whether a country or body has such an office: a list ends before the first that has none, if what follows is a body. */
function rightQualifier(pack: Pack, scanned: Scanned, token: number, plural: boolean, fits: (targets: readonly number[]) => boolean): Qualifier | undefined {
  const { tokens } = scanned;
  let at = token;
  if (at >= tokens.count || !canFollow(scanned, at)) return undefined;
  // A possessive after the role (“the president’s Russia policy”) closes the phrase.
  if (tokens.full[at - 1] !== tokens.end[at - 1]) return undefined;
  let connector = false;
  while (at < tokens.count && canFollow(scanned, at) && OF.has(surfaceOf(tokens, at).toLowerCase())) {
    connector = true;
    at++;
  }
  const language = scanned.language?.slice(0, 2);
  const english = language === 'en' || (!language && /^[\x20-\x7e]*$/.test(surfaceOf(tokens, token - 1)));
  if (english && !connector) return undefined;
  const first = firstQualifier(pack, scanned, at, connector);
  if (!first) return undefined;
  const targets = [...first.targets];
  let edge = first.edge;
  while (plural && edge < tokens.count) {
    const flags = tokens.flags[edge] as number;
    if (flags & SENTENCE_START) break;
    let next = edge;
    const comma = (flags & AFTER_COMMA) !== 0;
    if (AND.has(surfaceOf(tokens, next).toLowerCase())) next++;
    else if (!comma) break;
    while (next < tokens.count && ARTICLES.has(surfaceOf(tokens, next).toLowerCase())) next++;
    if (comma && isUnknownName(scanned, next)) {
      next++;
      if (AND.has(surfaceOf(tokens, next).toLowerCase())) next++;
    }
    const more = firstQualifier(pack, scanned, next, true);
    if (!more || (!fits(more.targets) && more.targets.some((t) => pack.kindOf(t) !== 'place'))) break;
    targets.push(...more.targets);
    edge = more.edge;
  }
  return { targets, edge };
}

/** One capital word between two commas that the pack does not know: a country misspelt or not in the dataset (“Kazakhstan, Kyryzstan, Tajikistan”). */
function isUnknownName({ tokens, starting }: Scanned, token: number): boolean {
  if (token + 1 >= tokens.count || starting[token] !== undefined) return false;
  return ((tokens.flags[token] as number) & CAPITAL) !== 0 && ((tokens.flags[token + 1] as number) & AFTER_COMMA) !== 0;
}

function firstQualifier(pack: Pack, scanned: Scanned, at: number, connector: boolean): Qualifier | undefined {
  const { tokens } = scanned;
  if (at >= tokens.count || (tokens.flags[at] as number) & SENTENCE_START) return undefined;
  if (!canFollow(scanned, at) && !((tokens.flags[at] as number) & LOOSE)) return undefined;
  for (const hit of scanned.starting[at] ?? []) {
    // An adjective after the role is French (“le président biélorusse”); before another noun it belongs to that.
    const sorts = connector
      ? [ALIAS.PLACE, ALIAS.ORGANISATION]
      : [
          ALIAS.PLACE,
          ALIAS.ORGANISATION,
          ...(scanned.language?.startsWith('fr') || scanned.language?.startsWith('es') || scanned.language?.startsWith('it') ? [ALIAS.ADJECTIVE] : []),
        ];
    const targets = placesAndBodies(pack, scanned, hit, sorts);
    if (targets.length === 0) continue;
    // “…of Ukraine's parliament”: what is possessed is another body.
    if (tokens.full[hit.to - 1] !== tokens.end[hit.to - 1]) continue;
    if (isOnlyPartOf(pack, scanned, hit.to)) continue;
    return { targets, edge: hit.to };
  }
  return undefined;
}

/** “Head of EU Delegation”, “head of the OSCE mission”: what follows the body at once is a part of it. */
const isOnlyPartOf = (pack: Pack, scanned: Scanned, token: number): boolean =>
  token < scanned.tokens.count &&
  isJoined(scanned.tokens, token) &&
  (wordFlagsAt(pack, scanned, token) & GIVEN_NAME) === 0 &&
  isPartOfBody(surfaceOf(scanned.tokens, token).toLowerCase());

/** “Secretary of State and Secretary of Defense of the United States”: a role without country takes that of the next one. */
function shareQualifiers(pack: Pack, scanned: Scanned, phrases: readonly OfficePhrase[]): OfficePhrase[] {
  const index = officeIndex(pack);
  return phrases.map((phrase, n) => {
    const next = phrases[n + 1];
    if (
      !next ||
      phrase.offices.length > 0 ||
      phrase.roles.length === 0 ||
      next.offices.length === 0 ||
      next.from !== phrase.to + 1 ||
      phrase.when !== 'at-date'
    )
      return phrase;
    if (!AND.has(surfaceOf(scanned.tokens, phrase.to).toLowerCase())) return phrase;
    const countries = new Set<number>();
    for (const o of next.offices.flat())
      for (let i = pack.officeOfFirst[o] as number; i < (pack.officeOfFirst[o + 1] as number); i++) countries.add(pack.officeOf[i] as number);
    const offices = [...countries].map((c) => index.find(phrase.roles, c)).filter((o) => o.length > 0);
    return offices.length > 0 ? { ...phrase, from: withArticle(scanned, phrase.from), to: next.to, offices } : phrase;
  });
}
