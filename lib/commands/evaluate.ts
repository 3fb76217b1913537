/**
 * `npm run -s evaluate -- FILE… [--errors] [--json]`: scores the recogniser against documents with gold mentions.
 *
 * A gold line is {"id","text","date","lang","mentions":[{"start","end","surface","entity","type","optional"?}],
 * "negatives":[{"start","end","not"}]}; types PER, OFFICE, ORG, EVENT; `entity` is the title of an English Wikipedia
 * article (or a Wikidata id in `wikidata`). A prediction is right when it covers the gold span of the same entity with
 * at most a title, an article or a possessive more. Optional mentions are neither missed nor false.
 *
 * Where the gold of a file names no holder of an office (it has the office itself, or nothing), offices are left out of the score, and the output says so.
 *
 * A file of lines {"entity","lang","form"} is scored otherwise: is the form of a name known as one of that person?
 */
import { z } from 'zod';
import { readDataset } from '../dataset/load';
import { eachName } from '../dataset/names';
import { openPack, type Pack } from '../pack/open';
import { fold } from '../text/fold';
import { annotateDocument, type Line } from './annotate';
import { asked, refuse } from './asked';
import { type Document, documentsOf, InputError } from './documents';
import { formsOf, scoreForms } from './evaluate-forms';
import { bundledPack } from './pack';

const GoldMention = z.object({
  start: z.number(),
  end: z.number(),
  surface: z.string().optional(),
  entity: z.string().nullish(),
  wikidata: z.string().nullish(),
  type: z.string().nullish(),
  optional: z.boolean().nullish(),
  group: z.unknown().optional(),
});
const Gold = z.object({
  mentions: z.array(GoldMention).default([]),
  negatives: z.array(z.object({ start: z.number(), end: z.number(), surface: z.string().optional(), not: z.string() })).default([]),
  evalSpan: z.unknown().optional(),
});
type GoldMention = z.infer<typeof GoldMention>;
type Gold = z.infer<typeof Gold>;

interface Tally {
  right: number;
  missed: number;
  wrong: number;
  /** Missed mentions of entities that the dataset does not hold. */
  unknown: number;
}
const tally = (): Tally => ({ right: 0, missed: 0, wrong: 0, unknown: 0 });

/** Some gold files name entities by Wikidata id, in `wikidata` or as `entity` itself. */
const wikidataOf = (mention: GoldMention): string | undefined =>
  mention.wikidata ?? (/^Q\d+$/.test(mention.entity ?? '') ? (mention.entity ?? undefined) : undefined);

/** Types of gold and of predictions on one scale. Places are not annotated in gold and are left out. */
const typeOf = (line: Line): string =>
  line.kind === 'person' ? (line.via === 'office' ? 'OFFICE' : 'PER') : line.kind === 'office' ? 'OFFICE' : line.kind === 'organisation' ? 'ORG' : 'EVENT';
const goldType = (type: string | null | undefined): string => {
  const t = (type ?? 'PER').toUpperCase();
  return t.startsWith('PER')
    ? 'PER'
    : t.startsWith('OFF') || t === 'TITLE'
      ? 'OFFICE'
      : t.startsWith('ORG')
        ? 'ORG'
        : t.startsWith('EV') || t === 'AGREEMENT'
          ? 'EVENT'
          : t;
};

/** Who the dataset knows under a Wikipedia title: by `wikipedia`, name, other names, without the qualifier in brackets. */
function knownTitles(data: string | undefined): (title: string) => Set<string> {
  const { dataset } = readDataset(data ?? 'data');
  const ids = new Map<string, Set<string>>();
  const put = (title: string, id: string) => {
    const key = fold(title);
    ids.set(key, (ids.get(key) ?? new Set()).add(id));
  };
  for (const list of [dataset.people, dataset.organisations, dataset.events, dataset.agreements] as const) {
    for (const e of list) {
      put(e.name.replaceAll('_', ''), e.id);
      if (e.wikipedia) put(e.wikipedia, e.id);
      for (const s of e.sources) if (typeof s === 'string' && s.startsWith('wikipedia:')) put(s.slice('wikipedia:'.length), e.id);
      for (const n of eachName(e.names, list === dataset.people ? 'person' : 'other')) if (n.kind === 'full' && !n.ambiguous) put(n.text, e.id);
    }
  }
  return (title) => ids.get(fold(title)) ?? ids.get(fold(title.replace(/\s*\([^)]*\)$/, ''))) ?? new Set();
}

const MORE = 40;
const covers = (line: Line, gold: { start: number; end: number }): boolean =>
  line.start <= gold.start && line.end >= gold.end && line.end - line.start <= gold.end - gold.start + MORE;
const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }): boolean => a.start < b.end && b.start < a.end;

interface Scored {
  /** The ids that the dataset holds. */
  readonly wikidata: ReadonlySet<string>;
  /** Does the gold say who holds the offices that are mentioned? */
  readonly offices: boolean;
  readonly byType: Map<string, Tally>;
  readonly byLanguage: Map<string, Tally>;
  readonly reliability: Map<number, { right: number; all: number }>;
  negatives: number;
  negativesLinked: number;
  readonly errors: string[];
}

function score(gold: Gold, lines: readonly Line[], doc: string, language: string, known: (title: string) => Set<string>, into: Scored): void {
  const isSame = (line: Line, mention: GoldMention): boolean => {
    const q = wikidataOf(mention);
    return q !== undefined ? line.wikidata === q : mention.entity ? known(mention.entity).has(line.entity) : false;
  };
  const used = new Set<Line>();
  const tallies = (type: string) =>
    [into.byType, into.byLanguage].map((map, i) => {
      const key = i === 0 ? type : language;
      const found = map.get(key) ?? tally();
      map.set(key, found);
      return found;
    });
  const span = spanOfEvaluation(gold.evalSpan);
  const inside = (m: { start: number; end: number }) => !span || (m.start >= span.start && m.end <= span.end);
  for (const mention of gold.mentions.filter(inside)) {
    const type = goldType(mention.type);
    if (!['PER', 'OFFICE', 'ORG', 'EVENT'].includes(type) || (type === 'OFFICE' && !into.offices)) continue;
    // The same person by name and by office may be laid over one another; each gold mention takes one prediction.
    const match = lines.find((l) => !used.has(l) && covers(l, mention) && isSame(l, mention)) ?? lines.find((l) => covers(l, mention) && isSame(l, mention));
    if (match) {
      used.add(match);
      reliability(into, match.confidence, true);
      if (!mention.optional) for (const t of tallies(type)) t.right++;
    } else if (!mention.optional) {
      const q = wikidataOf(mention);
      const has = q !== undefined ? into.wikidata.has(q) : mention.entity ? known(mention.entity).size > 0 : false;
      for (const t of tallies(type)) {
        if (has) t.missed++;
        else t.unknown++;
      }
      into.errors.push(
        `${has ? 'missed ' : 'unknown'}\t${type}\t${doc}\t${mention.surface ?? `${mention.start}-${mention.end}`}\t${mention.entity ?? mention.wikidata ?? ''}`,
      );
    }
  }
  for (const line of lines) {
    if (used.has(line) || line.kind === 'place' || !inside(line) || (typeOf(line) === 'OFFICE' && !into.offices)) continue;
    const beside = gold.mentions.filter((m) => overlaps(m, line));
    // A second reading of an optional span, or an office that holds the body named inside it, is no fault.
    if (beside.some((m) => m.optional || isSame(line, m))) continue;
    // The gold says only an id and the dataset has none for this entity: nobody can tell whether they are the same.
    if (line.wikidata === null && beside.some((m) => wikidataOf(m) !== undefined && covers(line, m))) continue;
    for (const t of tallies(typeOf(line))) t.wrong++;
    reliability(into, line.confidence, false);
    into.errors.push(
      `false  \t${typeOf(line)}\t${doc}\t${line.surface}\t${line.name} (${line.confidence})${beside.length > 0 ? `; gold: ${beside.map((m) => m.entity).join(', ')}` : ''}`,
    );
  }
  for (const negative of gold.negatives) {
    into.negatives++;
    const forbidden = known(negative.not);
    const linked = lines.find((l) => overlaps(l, negative) && forbidden.has(l.entity));
    if (linked) {
      into.negativesLinked++;
      into.errors.push(`negative\t\t${doc}\t${linked.surface}\t${linked.name} (${linked.confidence})`);
    }
  }
}

function spanOfEvaluation(value: unknown): { start: number; end: number } | undefined {
  if (Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'number') return { start: value[0], end: value[1] };
  const parsed = z.object({ start: z.number(), end: z.number() }).safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

function reliability(into: Scored, confidence: number, right: boolean): void {
  const bin = Math.floor(confidence * 20) / 20;
  const found = into.reliability.get(bin) ?? { right: 0, all: 0 };
  found.all++;
  if (right) found.right++;
  into.reliability.set(bin, found);
}

const ratio = (a: number, b: number): number => (b === 0 ? Number.NaN : a / b);
const figures = (t: Tally) => {
  const precision = ratio(t.right, t.right + t.wrong);
  const recall = ratio(t.right, t.right + t.missed);
  return { ...t, precision, recall, f1: ratio(2 * precision * recall, precision + recall), recallOfAll: ratio(t.right, t.right + t.missed + t.unknown) };
};
const shown = (n: number): string => (Number.isNaN(n) ? '–' : n.toFixed(3)).padStart(6);

function table(title: string, rows: ReadonlyMap<string, Tally>): string {
  const lines = [`${title.padEnd(10)} right missed unknown false  precision  recall     F1  recall of all`];
  for (const [key, t] of [...rows].sort()) {
    const f = figures(t);
    lines.push(
      `${key.padEnd(10)} ${String(t.right).padStart(5)} ${String(t.missed).padStart(6)} ${String(t.unknown).padStart(7)} ${String(t.wrong).padStart(5)}  ${shown(f.precision).padStart(9)}  ${shown(f.recall)} ${shown(f.f1)}  ${shown(f.recallOfAll).padStart(13)}`,
    );
  }
  return lines.join('\n');
}

async function evaluateFile(file: string, pack: Pack, known: (title: string) => Set<string>): Promise<Scored> {
  const documents: { readonly document: Document; readonly gold: Gold }[] = [];
  for await (const document of documentsOf(file)) {
    const gold = Gold.safeParse(document.raw);
    if (!gold.success) throw new InputError(`${file}: ${document.id}: ${gold.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; ')}`);
    documents.push({ document, gold: gold.data });
  }
  const wikidata = new Set<string>();
  const people = new Set<string>();
  for (let e = 0; e < pack.size; e++) {
    const q = pack.record(e, pack.kindOf(e)).wikidata;
    if (q === undefined) continue;
    wikidata.add(q);
    if (pack.kindOf(e) === 'person') people.add(q);
  }
  // A few mentions of a file may be of persons though its offices are ranks (“president”): most of those that are known decide.
  const kinds = documents.flatMap(({ gold }) => gold.mentions).filter((m) => goldType(m.type) === 'OFFICE');
  const holders = kinds.filter((m) => people.has(wikidataOf(m) ?? '') || (!!m.entity && [...known(m.entity)].some((id) => id.startsWith('person/')))).length;
  const ranks = kinds.filter((m) => wikidata.has(wikidataOf(m) ?? '') && !people.has(wikidataOf(m) ?? '')).length;
  const offices = holders > ranks;
  const into: Scored = { wikidata, offices, byType: new Map(), byLanguage: new Map(), reliability: new Map(), negatives: 0, negativesLinked: 0, errors: [] };
  for (const { document, gold } of documents) score(gold, annotateDocument(document, pack).lines, document.id, document.lang ?? '?', known, into);
  return into;
}

const USAGE = 'evaluate -- FILE… [--errors] [--json] [--data FOLDER]';

async function main(): Promise<void> {
  const { positionals, values } = asked(USAGE, { errors: { type: 'boolean' }, json: { type: 'boolean' }, data: { type: 'string' } });
  if (positionals.length === 0) return refuse('say which gold files to score against', USAGE);
  const pack = openPack(bundledPack(values.data));
  const known = knownTitles(values.data);
  for (const file of positionals) {
    const forms = formsOf(file);
    if (forms) {
      const scored = scoreForms(forms, pack, known);
      if (values.json) console.log(JSON.stringify({ file, ...scored, ...(values.errors ? {} : { missed: scored.missed.length }) }));
      else {
        console.log(`${file}\nforms recognised: ${scored.right} of ${scored.of} (${shown(ratio(scored.right, scored.of)).trim()})`);
        for (const [language, { right, of }] of Object.entries(scored.byLanguage)) console.log(`  ${language.padEnd(4)} ${right} of ${of}`);
        if (values.errors) console.log(scored.missed.join('\n'));
      }
      continue;
    }
    const result = await evaluateFile(file, pack, known);
    if (values.json) {
      const plain = (map: Map<string, Tally>) => Object.fromEntries([...map].map(([k, t]) => [k, figures(t)]));
      console.log(
        JSON.stringify({
          file,
          offices: result.offices,
          byType: plain(result.byType),
          byLanguage: plain(result.byLanguage),
          reliability: Object.fromEntries(result.reliability),
          negatives: result.negatives,
          negativesLinked: result.negativesLinked,
          ...(values.errors ? { errors: result.errors } : {}),
        }),
      );
      continue;
    }
    console.log(`${file}\n(precision and recall: on entities that the dataset knows; recall of all: also on those it lacks)\n`);
    if (!result.offices) console.log('(offices are left out: the gold does not say who held them)\n');
    console.log(table('type', result.byType));
    console.log(`\n${table('language', result.byLanguage)}`);
    console.log(`\nnegatives linked: ${result.negativesLinked} of ${result.negatives}`);
    console.log('\nconfidence  mentions  right');
    for (const [bin, { right, all }] of [...result.reliability].sort((a, b) => a[0] - b[0]))
      console.log(`${bin.toFixed(2)}–${(bin + 0.05).toFixed(2)}  ${String(all).padStart(8)}  ${shown(right / all)}`);
    if (values.errors) console.log(`\n${result.errors.join('\n')}`);
  }
}

main().catch((error: unknown) => {
  if (!(error instanceof InputError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
});
