/**
 * The shape of the curated dataset, as its YAML files hold it. One file is one list of one kind of entity; the folder
 * says which kind. Every fact that can be looked up names where: see `Citation`.
 */
import { z } from 'zod';
import { isPartialDate } from './dates';

export const KINDS = ['person', 'office', 'organisation', 'place', 'event', 'agreement'] as const;
export type Kind = (typeof KINDS)[number];

/** Languages of names and of interface: ISO 639-1, with `be-tarask` for the classical Belarusian orthography. */
export const Language = z.string().regex(/^[a-z]{2,3}(-[a-z]{2,8})?$/, 'expected a language code such as `be`, `ru`, `pl`, `be-tarask`');

const id = (kind: string) =>
  z
    .string()
    .regex(new RegExp(`^${kind}/[a-z0-9]+(?:[-/][a-z0-9]+)*$`), `expected an id such as \`${kind}/some-name\`: lower-case Latin letters, digits, - and /`);

export const PersonId = id('person');
export const OfficeId = id('office');
export const OrganisationId = id('organisation');
export const PlaceId = id('place');
export const EventId = id('event');
export const AgreementId = id('agreement');
export const RoleId = id('role');
export const AnyId = z
  .string()
  .regex(
    /^(person|office|organisation|place|event|agreement)\/[a-z0-9]+(?:[-/][a-z0-9]+)*$/,
    'expected an id with its kind: `person/…`, `office/…`, `organisation/…`, `place/…`, `event/…`, `agreement/…`',
  );

export const DateText = z
  .union([z.string(), z.number().int().transform(String)])
  .refine(isPartialDate, 'expected a date: `2018`, `2018-10` or `2018-10-30`')
  .describe('A date, as exact as it is known: 2018, 2018-10 or 2018-10-30.');

export const WikidataId = z
  .string()
  .regex(/^Q[1-9]\d*$/, 'expected a Wikidata id such as `Q1234`')
  .describe('Wikidata id. Only where a record shows it for this entity, never from memory.');

/** `wikipedia:Vladimir Makei` (a publisher of `data/publishers.yaml`, then what its address pattern needs), or all of it spelt out. */
export const Citation = z.union([
  z.string().regex(/^[a-z][a-z0-9-]*:.+$/, 'expected `publisher:path`, e.g. `wikipedia:Vladimir Makei`, with a publisher of data/publishers.yaml'),
  z.strictObject({
    publisher: z.string().min(2),
    title: z.string().min(2),
    url: z.url({ protocol: /^https?$/ }),
    date: DateText.optional(),
  }),
]);
export type Citation = z.infer<typeof Citation>;
const Citations = z.array(Citation).min(1, 'expected at least one source');

/** `seat`: the building that a body sits in, by which texts call it (“the Kremlin”). */
export const NAME_KINDS = ['full', 'family', 'short', 'former', 'acronym', 'seat'] as const;
export type NameKind = (typeof NAME_KINDS)[number];
/** A name: a string (in a person's name `_underscores_` mark the family name where it is not the last word), or one with its kind. */
const NameText = z.string().trim().min(2);
export const Name = z.union([
  NameText,
  z.strictObject({
    name: NameText,
    kind: z.enum(NAME_KINDS).optional(),
    ambiguous: z.boolean().optional().describe('True for a form that also is an ordinary word or somebody else’s: it needs support in the text.'),
  }),
]);
export type Name = z.infer<typeof Name>;
/** Names by language: one or a list. What rules derive (transliterations, case forms) is not listed. */
export const Names = z.record(Language, z.union([Name, z.array(Name).min(1)]));
export type Names = z.infer<typeof Names>;

const about = z.string().trim().min(10).max(200).describe('One neutral sentence in our own words, at most 200 characters.');

export const Person = z.strictObject({
  id: PersonId,
  name: NameText.describe('The usual English name, as an encyclopaedia would title it, without a qualifier in brackets.'),
  wikidata: WikidataId.optional(),
  wikipedia: z.string().optional().describe('Title of the English Wikipedia article, when it differs from `name`.'),
  country: PlaceId.optional().describe('The country whose public life the person belongs to.'),
  names: Names.optional(),
  female: z.boolean().optional().describe('True for a woman: decides feminine case forms.'),
  born: DateText.optional(),
  died: DateText.optional(),
  relatives: z.array(PersonId).optional().describe('Relatives in public life who share the family name.'),
  namesakes: z.array(PersonId).optional().describe('People of the same name who are somebody else: says that this is no duplicate.'),
  about,
  sources: Citations,
});
export type Person = z.infer<typeof Person>;

export const Holder = z.strictObject({
  person: PersonId,
  from: DateText.or(z.literal('?')).describe('First day in office; `?` when not known.'),
  to: DateText.or(z.enum(['now', '?'])).describe('Last day in office; `now` for still in office on the date `checked`; `?` when not known.'),
  acting: z.boolean().optional(),
  disputed: z.string().min(5).max(200).optional().describe('Said neutrally, when the tenure is contested.'),
  note: z.string().max(200).optional(),
  sources: Citations.optional().describe('Sources of this tenure; else those of the office hold.'),
});
export type Holder = z.infer<typeof Holder>;

export const Office = z.strictObject({
  id: OfficeId,
  name: NameText.describe('The English title in full, with country or body: Minister of Foreign Affairs of Belarus.'),
  wikidata: WikidataId.optional(),
  role: RoleId.optional().describe('The kind of office (data/roles.yaml): gives the phrases by which texts name it.'),
  of: z
    .array(z.union([PlaceId, OrganisationId]))
    .min(1)
    .or(PlaceId)
    .or(OrganisationId)
    .describe('The country or body (or bodies) whose office it is.'),
  to: PlaceId.or(OrganisationId).optional().describe('The country or body that an ambassador or permanent representative is sent to.'),
  names: Names.optional().describe('Titles and phrases that name this office by themselves, country or body included.'),
  titles: Names.optional().describe(
    'Titles without country or body, for a title before a name and for a document that has named the body (“Assistant Secretary of State for European and Eurasian Affairs”).',
  ),
  seats: z.enum(['one', 'several']).optional().describe('`several` when more than one person holds it at a time. Default: one.'),
  power: z
    .enum(['ceremonial', 'shared'])
    .optional()
    .describe(
      'Of a head of state: `ceremonial` when the head of government rules (“the Greek leader” is the prime minister), `shared` when either may be called the leader. Default: the head of state rules.',
    ),
  exists: z.strictObject({ from: DateText.optional(), to: DateText.optional() }).optional(),
  checked: DateText.optional().describe('When the list of holders was last known to be complete. Required with `to: now`.'),
  about: about.optional(),
  gaps: z
    .array(z.strictObject({ from: DateText, to: DateText, why: z.string().min(3) }))
    .optional()
    .describe('Known vacancies, or stretches that are knowingly left out.'),
  holders: z.array(Holder),
  sources: Citations,
});
export type Office = z.infer<typeof Office>;

export const ORGANISATION_TYPES = [
  'international',
  'government',
  'ministry',
  'agency',
  'parliament',
  'court',
  'military',
  'party',
  'movement',
  'company',
  'media',
  'think-tank',
  'ngo',
  'conference',
  'format',
  'religious',
  'armed-group',
] as const;
export type OrganisationType = (typeof ORGANISATION_TYPES)[number];
export const Organisation = z.strictObject({
  id: OrganisationId,
  name: NameText,
  wikidata: WikidataId.optional(),
  wikipedia: z.string().optional(),
  type: z.enum(ORGANISATION_TYPES),
  of: PlaceId.optional().describe('The country it belongs to.'),
  parent: OrganisationId.optional(),
  names: Names.optional(),
  founded: DateText.optional(),
  dissolved: DateText.optional(),
  seat: PlaceId.optional(),
  members: z.array(z.union([PlaceId, OrganisationId])).optional(),
  about,
  sources: Citations,
});
export type Organisation = z.infer<typeof Organisation>;

export const PLACE_TYPES = ['country', 'city', 'region', 'territory', 'building', 'sea'] as const;
export const Place = z.strictObject({
  id: PlaceId,
  name: NameText,
  wikidata: WikidataId.optional(),
  type: z.enum(PLACE_TYPES),
  in: PlaceId.optional().describe('The country of a city, region or building.'),
  official: NameText.optional(),
  names: Names.optional(),
  adjectives: Names.optional().describe('“Belarusian”, “белорусский” (masculine singular nominative): what stands before an office.'),
  demonyms: Names.optional(),
  capital: PlaceId.optional(),
  disputed: z.string().min(5).max(200).optional(),
  sources: Citations,
});
export type Place = z.infer<typeof Place>;

export const EVENT_TYPES = [
  'summit',
  'meeting',
  'visit',
  'conference',
  'election',
  'protest',
  'coup',
  'war',
  'attack',
  'ceasefire',
  'treaty',
  'withdrawal',
  'sanctions',
  'expulsion',
  'incident',
  'exchange',
  'exercise',
  'accession',
  'statement',
  'trial',
  'crisis',
  'referendum',
  'appointment',
  'opening',
  'death',
] as const;
export const Event = z.strictObject({
  id: EventId,
  name: NameText,
  wikidata: WikidataId.optional(),
  wikipedia: z.string().optional(),
  type: z.enum(EVENT_TYPES),
  from: DateText,
  to: DateText.or(z.literal('now')).optional().describe('Last day, for an event of more than one.'),
  place: z.union([PlaceId, z.array(PlaceId).min(1)]).optional(),
  series: z
    .union([OrganisationId, EventId])
    .optional()
    .describe('The conference or format of which this is one meeting: its name with a date means this event.'),
  names: Names.optional().describe('Names by which texts call it.'),
  participants: z.array(AnyId).optional(),
  agreement: AgreementId.optional(),
  about,
  disputed: z.string().min(5).max(200).optional(),
  sources: Citations,
});
export type Event = z.infer<typeof Event>;

export const Agreement = z.strictObject({
  id: AgreementId,
  name: NameText,
  wikidata: WikidataId.optional(),
  wikipedia: z.string().optional(),
  names: Names.optional(),
  signed: DateText.optional(),
  place: PlaceId.optional(),
  signatories: z.array(AnyId).min(1),
  status: z
    .array(
      z.strictObject({
        from: DateText,
        status: z.enum(['proposed', 'initialled', 'signed', 'in-force', 'suspended', 'violated', 'withdrawn', 'terminated', 'expired', 'superseded']),
        by: AnyId.optional(),
        note: z.string().max(200).optional(),
      }),
    )
    .min(1),
  about,
  sources: Citations,
});
export type Agreement = z.infer<typeof Agreement>;

/** A kind of office that many countries or bodies have, with the phrases by which texts name it, without country or body. */
export const Role = z.strictObject({
  id: RoleId,
  name: NameText,
  phrases: z
    .record(Language, z.array(z.string().min(2)).min(1))
    .describe('Without country or body, singular, nominative: “foreign minister”, “министр иностранных дел”. The rules add plural and case forms.'),
  metonyms: z
    .record(Language, z.array(z.string().min(2)))
    .optional()
    .describe('Journalists’ phrases that only mean the office with a country or body: “top diplomat”, “szef dyplomacji”.'),
  rank: z.number().int().min(1).max(99).describe('Which of several offices is shown first: 1 for heads of state.'),
});
export type Role = z.infer<typeof Role>;

export const Publisher = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: z.string().min(2),
  url: z.string().regex(/^https:\/\/.*\{path\}/, 'expected an https address with {path} in it'),
  title: z.string().optional().describe('Pattern of the title shown, with {path}. Default: {path} itself.'),
});
export type Publisher = z.infer<typeof Publisher>;

/** A difference from a public record that was looked up, where the record errs: data/settled.yaml, read by `npm run data:reconcile` alone. */
export const Settled = z.strictObject({
  record: z.string().min(10).describe('How the comparison prints the record: its whole text or the start of it.'),
  why: z.string().min(10).max(300).describe('What is true, and what the record has wrong.'),
  sources: Citations,
});
export type Settled = z.infer<typeof Settled>;

/** What a file in each folder (or the file itself) of `data/` holds: a list of these. */
export const FILES = {
  people: Person,
  offices: Office,
  organisations: Organisation,
  places: Place,
  events: Event,
  agreements: Agreement,
  'roles.yaml': Role,
  'publishers.yaml': Publisher,
} as const;

export type EntityId = string;
