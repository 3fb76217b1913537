/** Compares the dataset with rows of public records: who held which office on which day. Pure. */
import { fold } from '../text/fold';
import { dayRange } from './dates';
import type { Dataset } from './load';
import { eachName, readPersonName } from './names';
import type { Holder, Office, Settled } from './schema';

export interface Finding {
  /** `settled`: a difference (or somebody lacking) that was looked up, where the record is the one that errs (data/settled.yaml). */
  readonly outcome: 'agrees' | 'differs' | 'lacking' | 'settled';
  readonly text: string;
  /** Nearer to the dataset’s purpose first: Europe and its neighbours 0, others 1. */
  readonly rank: number;
}
type Row = Readonly<Record<string, string>>;

const TOLERANCE_DAYS = 31;
const NEAR = new Set(
  'by ru ua pl lt lv ee md ge am az kz de fr gb us cn tr cz sk hu ro fi se no ch at it ir il in jp bg hr si rs ba me mk al xk gr cy es pt be nl lu dk ie is mt va'.split(
    ' ',
  ),
);

/** Finds people by folded name: the whole name, or given and family name without what stands between. */
class People {
  readonly #byName = new Map<string, Set<string>>();
  readonly #families = new Map<string, Set<string>>();

  constructor(readonly dataset: Dataset) {
    for (const p of dataset.people) {
      const families = new Set<string>();
      for (const text of [p.name, ...[...eachName(p.names, 'person')].map((n) => n.text)]) {
        const words = fold(text.replaceAll('_', '')).split(' ');
        for (const key of [words.join(' '), `${words[0]} ${words.at(-1)}`]) this.#byName.set(key, (this.#byName.get(key) ?? new Set()).add(p.id));
        for (const w of words) families.add(w);
      }
      const { text, family } = readPersonName(p.name);
      if (family) families.add(fold(text.slice(family.start, family.end)));
      this.#families.set(p.id, families);
    }
  }

  named(name: string): ReadonlySet<string> {
    const words = fold(name).split(' ').filter(Boolean);
    return this.#byName.get(words.join(' ')) ?? this.#byName.get(`${words[0]} ${words.at(-1)}`) ?? new Set();
  }

  /** Whether a name of a record may be this person: a word of it is one of the person’s names, or differs from one by a spelling. */
  mayBe(id: string, name: string): boolean {
    const known = this.#families.get(id) ?? new Set();
    return fold(name)
      .split(' ')
      .some((w) => w.length > 2 && [...known].some((k) => k === w || (k.length > 3 && w.length > 3 && (near(k, w) || skeleton(k) === skeleton(w)))));
  }
}

/** Consonants only, without those that spellings disagree about: Lukashenka and Lukachenko, Zelenskyy and Zelensky. */
const skeleton = (word: string): string =>
  word
    .replace(/[aeiouyjhw]/g, '')
    .replace(/c|k|q/g, 'k')
    .replace(/z/g, 's')
    .replace(/(.)\1+/g, '$1');

/** At most one letter differs, is left out or is added. */
function near(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  let j = 0;
  while (j < Math.min(a.length, b.length) - i && a[a.length - 1 - j] === b[b.length - 1 - j]) j++;
  return Math.max(a.length, b.length) - i - j <= 1;
}

const days = (h: Holder): { readonly from: number; readonly to: number } => ({
  from: h.from === '?' ? Number.NEGATIVE_INFINITY : (dayRange(h.from)?.first ?? Number.NEGATIVE_INFINITY),
  to: h.to === '?' || h.to === 'now' ? Number.POSITIVE_INFINITY : (dayRange(h.to)?.last ?? Number.POSITIVE_INFINITY),
});
/** Whether a partial date of ours can be within the tolerance of a record’s day. */
function fits(ours: string, theirs: string): boolean {
  const a = dayRange(ours);
  const b = dayRange(theirs);
  return !a || !b || (b.first <= a.last + TOLERANCE_DAYS && b.last >= a.first - TOLERANCE_DAYS);
}

const countryNames = (dataset: Dataset): ReadonlyMap<string, string> => {
  const map = new Map<string, string>();
  for (const p of dataset.places) {
    if (p.type !== 'country' && p.type !== 'territory') continue;
    const iso = p.id.slice('place/'.length);
    for (const name of [p.name, p.official ?? p.name, ...[...eachName(p.names, 'other')].filter((n) => n.language === 'en').map((n) => n.text)])
      map.set(fold(name), iso);
  }
  for (const [name, iso] of Object.entries(ALSO)) map.set(name, iso);
  return map;
};
const ALSO: Readonly<Record<string, string>> = {
  'holy see': 'va',
  'the holy see': 'va',
  'the vatican': 'va',
  turkey: 'tr',
  turkiye: 'tr',
  'czech republic': 'cz',
  korea: 'kr',
  'great britain': 'gb',
  'bosnia herzegovina': 'ba',
  'people s republic of china': 'cn',
};

/** Officials of the United States: name, role, country or body, start and end. */
export function reconcileOfficials(dataset: Dataset, rows: readonly Row[]): Finding[] {
  const people = new People(dataset);
  const countries = countryNames(dataset);
  const offices = new Map<string, Office>();
  for (const o of dataset.offices) {
    if (o.of !== 'place/us' && !(Array.isArray(o.of) && o.of.includes('place/us'))) continue;
    offices.set(o.id, o);
    for (const name of [o.name, ...[...eachName(o.titles, 'other'), ...eachName(o.names, 'other')].map((n) => n.text)]) offices.set(officeKey(name), o);
  }
  const findings: Finding[] = [];
  for (const row of rows) {
    const { person = '', role = '', country_or_body: where = '', start = '', end = '' } = row;
    if (end !== '' && end < '2000') continue;
    const iso = countries.get(fold(where.replaceAll('-', ' ')));
    const ambassador = role.startsWith('Ambassador Extraordinary') && iso !== undefined;
    const office = ambassador ? offices.get(`office/us/ambassador-to-${iso}`) : (offices.get(officeKey(role)) ?? offices.get(officeKey(where)));
    if (!office) continue;
    const text = `${person}, ${role} ${where} ${start}–${end || '?'}`;
    const rank = iso === undefined || NEAR.has(iso) ? 0 : 1;
    const named = people.named(person);
    const held = office.holders.filter(
      (h) =>
        named.has(h.person) ||
        people.mayBe(
          h.person,
          person
            .replace(/,? (?:Jr|Sr|[IVX]+)\.?$/, '')
            .split(' ')
            .at(-1) ?? '',
        ),
    );
    if (held.length === 0) {
      findings.push({ outcome: 'lacking', text, rank });
      continue;
    }
    const fit = held.find((h) => fits(h.from, start) && (h.to === 'now' || end === '' || fits(h.to, end)));
    findings.push(
      fit
        ? { outcome: 'agrees', text, rank }
        : { outcome: 'differs', text: `${text}; here ${held.map((h) => `${h.from}–${h.to}`).join(', ')} (${office.id})`, rank },
    );
  }
  return findings;
}
const officeKey = (title: string): string =>
  fold(title)
    .split(' ')
    .filter((w) => !/^(of|the|for|to|and|united|states|usa|u|s|a|us)$/.test(w))
    .sort()
    .join(' ');

const TITLES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:Vice President|Deputy )/, []],
  [/President-elect|Prime Minister-designate|Former/, []],
  [/^President(?: of the (?:Republic|Government))? /, ['head-of-state-president', 'president-of-body', 'prime-minister']],
  [/^(?:Prime Minister|Premier|Taoiseach) /, ['prime-minister']],
  [/^(?:Federal )?Chancellor /, ['chancellor', 'prime-minister']],
  [/^(?:Foreign Minister|Minister of Foreign Affairs|Foreign Secretary) /, ['foreign-minister']],
  [/^(?:King|Queen|Emir|Sultan|Emperor) /, ['monarch']],
];

/** Visits of foreign leaders: title and name of the visitor, the country, the days. */
export function reconcileVisits(dataset: Dataset, rows: readonly Row[]): Finding[] {
  const countries = countryNames(dataset);
  const seen: Finding[] = [];
  for (const row of rows) {
    const iso = countries.get(fold(row.from ?? ''));
    const day = dayRange(row.start ?? '')?.first;
    if (iso === undefined || day === undefined) continue;
    // “President A and Prime Minister B”: each visitor by himself.
    for (const visitor of (row.visitor ?? '').split(/ and (?=(?:President|Prime Minister|Foreign Minister|Chancellor|King|Queen)\b)/)) {
      const found = TITLES.find(([pattern]) => pattern.test(visitor));
      if (!found || found[1].length === 0) continue;
      seen.push(
        compareHolder(dataset, iso, found[1], meantBy(dataset, iso, found[1]), visitor.replace(found[0], ''), day, `${row.start} ${visitor} (${row.from})`),
      );
    }
  }
  return seen;
}

/**
 * Whether somebody of that name held one of the offices on that day. Where the line of an office that the record may mean has
 * nobody on it, the person is lacking here; only where others hold all of them, the record differs.
 */
function compareHolder(dataset: Dataset, iso: string, roles: readonly string[], meant: readonly string[], name: string, day: number, text: string): Finding {
  const people = peopleOf(dataset);
  const rank = NEAR.has(iso) ? 0 : 1;
  const roleOf = (o: Office) => o.role?.slice('role/'.length) ?? '';
  const offices = dataset.offices.filter((o) => o.of === `place/${iso}` && roles.includes(roleOf(o)));
  const tenures = offices.flatMap((o) => o.holders.map((h) => ({ office: o, h, ...days(h) })));
  if (tenures.some((t) => t.from <= day + TOLERANCE_DAYS && t.to >= day - TOLERANCE_DAYS && people.mayBe(t.h.person, name)))
    return { outcome: 'agrees', text, rank };
  const on = tenures.filter((t) => t.from <= day && t.to >= day);
  const lines = offices.filter((o) => meant.includes(roleOf(o)));
  if (lines.length === 0 || lines.some((o) => !on.some((t) => t.office === o))) return { outcome: 'lacking', text, rank };
  return { outcome: 'differs', text: `${text}; here ${on.map((t) => `${t.h.person} ${t.h.from}–${t.h.to} (${t.office.id})`).join(', ')}`, rank };
}

/** Findings with the settled differences told apart; `unused` are the entries that settle nothing (any more). */
export function settle(
  findings: readonly Finding[],
  settled: readonly Settled[],
): { readonly findings: readonly Finding[]; readonly unused: readonly Settled[] } {
  const used = new Set<Settled>();
  const told = findings.map((f): Finding => {
    const entry = f.outcome === 'differs' || f.outcome === 'lacking' ? settled.find((s) => f.text.startsWith(s.record)) : undefined;
    if (!entry) return f;
    used.add(entry);
    return { ...f, outcome: 'settled' };
  });
  return { findings: told, unused: settled.filter((s) => !used.has(s)) };
}

const made = new WeakMap<Dataset, People>();
function peopleOf(dataset: Dataset): People {
  const known = made.get(dataset) ?? new People(dataset);
  made.set(dataset, known);
  return known;
}

/** The first of the kinds of office that a title may mean which the country has: a president of the republic before one of the government. */
const meantBy = (dataset: Dataset, iso: string, roles: readonly string[]): readonly string[] =>
  roles.filter((role) => dataset.offices.some((o) => o.of === `place/${iso}` && o.role === `role/${role}`)).slice(0, 1);

/** The kinds of office of which an effective leader holds one. */
const LEADING = ['head-of-state-president', 'monarch', 'supreme-leader', 'prime-minister', 'chancellor'];

/** Effective leaders by country code of the Correlates of War, with family names: whoever of head of state and of government it was. */
export function reconcileLeaders(dataset: Dataset, rows: readonly Row[]): Finding[] {
  const findings: Finding[] = [];
  const top = ['head-of-state-president', 'monarch', 'supreme-leader', 'president-of-body', 'prime-minister', 'chancellor', 'party-leader', 'chairperson', ''];
  for (const row of rows) {
    const iso = COW[row.state_cow ?? ''];
    const first = dayRange(row.start ?? '')?.first;
    const last = dayRange(row.end_month ?? '')?.first;
    if (iso === undefined || first === undefined || last === undefined || (row.end_month ?? '') < '2010-01') continue;
    // The end is known to the month only: a tenure that began in its last month is compared on its first day.
    const middle = Math.floor((Math.max(first, dayRange('2010-01-02')?.first ?? 0) + Math.max(first, last)) / 2);
    findings.push(
      compareHolder(
        dataset,
        iso,
        top,
        LEADING,
        row.leader_family_name ?? '',
        middle,
        `${row.state_cow} ${row.leader_family_name} ${row.start}–${row.end_month}`,
      ),
    );
  }
  return findings;
}

/** Codes of the Correlates of War project whose first letters are not those of ISO 3166. */
const COW: Readonly<Record<string, string>> = Object.fromEntries(
  `USA us CAN ca BHM bs CUB cu HAI ht DOM do JAM jm TRI tt BAR bb DMA dm GRN gd SLU lc SVG vc AAB ag SKN kn MEX mx BLZ bz GUA gt HON hn SAL sv NIC ni COS cr PAN pa COL co VEN ve GUY gy SUR sr ECU ec PER pe BRA br BOL bo PAR py CHL cl ARG ar URU uy UKG gb IRE ie NTH nl BEL be LUX lu FRN fr MNC mc LIE li SWZ ch SPN es AND ad POR pt GMY de POL pl AUS at HUN hu CZR cz SLO sk ITA it SNM sm MLT mt ALB al MNG me MAC mk CRO hr YUG rs BOS ba KOS xk SLV si GRC gr CYP cy BUL bg MLD md ROM ro RUS ru EST ee LAT lv LIT lt UKR ua BLR by ARM am GRG ge AZE az FIN fi SWD se NOR no DEN dk ICE is CAP cv STP st GNB gw EQG gq GAM gm MLI ml SEN sn BEN bj MAA mr NIR ne CDI ci GUI gn BFO bf LBR lr SIE sl GHA gh TOG tg CAO cm NIG ng GAB ga CEN cf CHA td CON cg DRC cd UGA ug KEN ke TAZ tz BUI bi RWA rw SOM so DJI dj ETH et ERI er ANG ao MZM mz ZAM zm ZIM zw MAW mw SAF za NAM na LES ls BOT bw MAG mg COM km MAS mu SEY sc MOR ma ALG dz TUN tn LIB ly SUD sd SSD ss IRN ir TUR tr IRQ iq EGY eg SYR sy LEB lb JOR jo ISR il SAU sa YEM ye KUW kw BAH bh QAT qa UAE ae OMA om AFG af TKM tm TAJ tj KYR kg UZB uz KZK kz CHN cn MON mn TAW tw PRK kp ROK kr JPN jp IND in BHU bt PAK pk BNG bd MYA mm SRI lk MAD mv NEP np THI th CAM kh LAO la DRV vn MAL my SIN sg BRU bn PHI ph INS id ETM tl AUL au PNG pg NEW nz VAN vu SOL sb KIR ki TUV tv FIJ fj TON to NAU nr PAL pw FSM fm WSM ws`
    .split(' ')
    .flatMap((code, n, all) => (n % 2 === 0 ? [[code, all[n + 1] ?? '']] : [])),
);
