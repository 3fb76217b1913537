import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { absenceOf } from '@/lib/panel/absence';
import { webOf } from '@/lib/panel/connections';
import { csv, fileName, jsonLines, linesOf } from '@/lib/panel/export';
import { heightFor, layoutOf, NODE_HEIGHT, widthOf } from '@/lib/panel/layout';
import { dateOf, filtered, rollOf } from '@/lib/panel/roll';
import { timelineOf } from '@/lib/panel/timeline';
import { viewOf } from '@/lib/panel/view';
import { article, pack, telling } from './page';

const groups = rollOf(pack, [article], 'en');
const entries = groups.flatMap((g) => g.entries);
const named = (name: string) => entries.find((e) => e.name === name);
const day = article.date?.day ?? 0;

describe('the roll', () => {
  it('has everyone by kind, the most named first, with the role on the date', () => {
    expect(groups.map((g) => g.kind)).toEqual(['person', 'office', 'organisation', 'event', 'agreement'].filter((k) => groups.some((g) => g.kind === k)));
    expect(groups[0]?.entries[0]?.name).toBe('Alexander Lukashenko');
    expect(named('Vladimir Makei')).toMatchObject({ role: { when: 'then', line: { title: 'Minister of Foreign Affairs of Belarus' } }, uncertain: false });
    expect(named('Vladimir Makei')?.places).toHaveLength(2);
  });
  it('counts the mentions of all frames, the page’s own first', () => {
    const frame = telling(['Vladimir Makei spoke in Minsk.'], '2018-11-06', { frame: 'inner', top: false });
    const both = rollOf(pack, [frame, article], 'en').flatMap((g) => g.entries);
    expect(both.find((e) => e.name === 'Vladimir Makei')?.places.map((p) => p.frame)).toEqual(['f', 'f', 'inner']);
    expect(dateOf([frame, article])).toEqual(article.date);
  });
  it('points to mentions by their place in the telling', () => {
    for (const { entity, places } of entries) for (const { at } of places) expect(article.mentions[at]?.entity).toBe(entity);
  });
  it('tells an earlier role as earlier', () => {
    const later = rollOf(pack, [telling(['Vladimir Makei was remembered in Minsk.'], '2023-06-01')], 'en')[0]?.entries[0];
    expect(later?.role).toMatchObject({ when: 'before', line: { title: 'Minister of Foreign Affairs of Belarus' } });
  });
  it.each(['makei', 'Макей', 'МАКЕЙ', 'Уладзімір', 'minister belarus', 'Makiej'])('is filtered by “%s” to Makei', (text) =>
    expect(filtered(groups, text).flatMap((g) => g.entries.map((e) => e.name))).toContain('Vladimir Makei'),
  );
  it('is whole without a filter and empty when nobody fits', () => {
    expect(filtered(groups, '  ')).toBe(groups);
    expect(filtered(groups, 'akei')).toEqual([]);
  });
});

describe('the timeline', () => {
  it('is in order of time, each event told from the date', () => {
    const { events } = timelineOf(pack, entries, day, 'en', 30);
    const starts = events.map((e) => pack.entityFrom[pack.indexOf(e.event) as number] as number);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    for (const [i, e] of events.entries()) expect(e.when === 'after').toBe((starts[i] as number) > day);
    expect(events.find((e) => e.event === 'event/2018-mitchell-minsk')?.who).toEqual(expect.arrayContaining(['A. Wess Mitchell']));
  });
  it('prefers what is near and shared, and says how much is left', () => {
    const few = timelineOf(pack, entries, day, 'en', 5);
    const all = timelineOf(pack, entries, day, 'en', 100_000);
    expect(few.events).toHaveLength(5);
    expect(few.more).toBe(all.events.length - 5);
    expect(few.events.every((e) => e.who.length > 1 || e.named)).toBe(true);
  });
  it('has no events for a country alone', () =>
    expect(
      timelineOf(
        pack,
        rollOf(pack, [telling(['A day in Poland.'], '2018-11-06')], 'en').flatMap((g) => g.entries),
        day,
        'en',
        9,
      ).events,
    ).toEqual([]));
});

describe('the web', () => {
  const web = webOf(pack, [article], entries, day, 'en');
  const between = (a: string, b: string) => web.connections.find((c) => [c.a, c.b].sort().join() === [a, b].sort().join())?.reasons ?? [];
  it('joins those named in one paragraph', () =>
    expect(between('person/vladimir-putin', 'person/petro-poroshenko')).toContainEqual({ kind: 'paragraph', times: 1 }));
  it('joins those of one event in the dataset', () =>
    expect(between('person/a-wess-mitchell', 'person/vladimir-makei').some((r) => r.kind === 'shared' && r.what === 'event')).toBe(true));
  it('names the office that a person held in a body', () =>
    expect(between('person/wolfgang-ischinger', 'organisation/munich-security-conference')).toContainEqual(
      expect.objectContaining({ kind: 'shared', what: 'officeThere', names: ['Chairman of the Munich Security Conference'] }),
    ));
  it('never takes a country for a connection', () => {
    const two = telling(['Jacek Czaputowicz spoke.', 'Donald Tusk spoke.'], '2018-11-06');
    const roll = rollOf(pack, [two], 'en').flatMap((g) => g.entries);
    for (const { reasons } of webOf(pack, [two], roll, day, 'en').connections)
      for (const reason of reasons) expect(reason.kind === 'shared' ? reason.names : []).not.toContain('Poland');
  });
  it('has no node without a connection, and no connection without its nodes', () => {
    const nodes = new Set(web.nodes.map((n) => n.entity));
    expect(new Set(web.connections.flatMap((c) => [c.a, c.b]))).toEqual(nodes);
  });
  it.each([290, 340, 600, 1100])('is laid out %i pixels wide with every name inside and on no other, the same each time', (width) => {
    const height = heightFor(web, width);
    const spots = layoutOf(web, width, height);
    expect(layoutOf(web, width, height)).toEqual(spots);
    const boxes = web.nodes.map(({ entity, label }) => ({ ...(spots.get(entity) ?? { x: -1, y: -1 }), width: widthOf(label), label }));
    const overlaps = boxes.flatMap((a, i) =>
      boxes
        .slice(i + 1)
        .flatMap((b) => (Math.abs(a.x - b.x) < (a.width + b.width) / 2 - 2 && Math.abs(a.y - b.y) < NODE_HEIGHT - 2 ? [`${a.label} ${b.label}`] : [])),
    );
    expect(overlaps).toEqual([]);
    for (const b of boxes) {
      expect(b.x - b.width / 2).toBeGreaterThanOrEqual(0);
      expect(b.x + b.width / 2).toBeLessThanOrEqual(width);
      expect(b.y).toBeGreaterThan(0);
      expect(b.y).toBeLessThan(height);
    }
  });
  it('calls a body by its short name on the page', () => expect(web.nodes.find((n) => n.entity === 'organisation/osce')?.label).toBe('OSCE'));
});

describe('taking along', () => {
  const lines = linesOf(pack, [article]);
  it('gives every mention, with offsets that hold in its passage', () => {
    expect(lines).toHaveLength(article.mentions.length);
    for (const line of lines) expect(line.text.slice(line.start, line.end)).toBe(line.surface);
  });
  it('is the same read back from JSON Lines and from CSV', () => {
    expect(
      jsonLines(lines)
        .trimEnd()
        .split('\n')
        .map((l) => JSON.parse(l)),
    ).toEqual(JSON.parse(JSON.stringify(lines)));
    const rows = Papa.parse<Record<string, string>>(csv(lines).replace('\ufeff', ''), { header: true, skipEmptyLines: true }).data;
    expect(rows.map((r) => [r.surface, r.entity, Number(r.start), r.text])).toEqual(lines.map((l) => [l.surface, l.entity, l.start, l.text]));
  });
  it('lets no text of a page be run as a formula', () => {
    const [line] = linesOf(pack, [telling(['=1+1 Vladimir Makei spoke in Minsk.'], '2018-11-06')]);
    expect(csv(line ? [line] : [])).toContain("'=1+1 Vladimir Makei");
  });
  it('names the file by date and site', () => {
    expect(fileName('https://news.example/a?b', '2018-11-06', 'csv')).toBe('attache-2018-11-06-news.example.csv');
    expect(fileName('file:///a', undefined, 'jsonl')).toBe('attache.jsonl');
  });
});

describe('why nobody is there', () => {
  const state = { tab: 1, loading: false, mute: false, tellings: [] };
  const empty = telling(['Mix the flour with water.'], '2018-11-06');
  it('is not asked when somebody is', () => expect(absenceOf({ ...state, tellings: [article] }, pack)).toBeUndefined());
  it.each([
    ['no-tab', { ...state, tab: undefined }],
    ['loading', { ...state, loading: true, mute: true }],
    ['mute', { ...state, mute: true }],
    ['never', { ...state, tellings: [{ ...empty, reading: false, when: 'never' as const }] }],
    ['click', { ...state, tellings: [{ ...empty, reading: false, when: 'click' as const }] }],
    ['reading', { ...state, tellings: [{ ...empty, busy: true }] }],
    ['nobody', { ...state, tellings: [empty] }],
  ])('“%s”', (why, given) => expect(absenceOf(given, pack)?.why).toBe(why));
  it('names the language where the dataset has few names in its script, and only there', () => {
    const inLanguage = (language: string) => absenceOf({ ...state, tellings: [{ ...empty, language }] }, pack);
    expect(inLanguage('th')).toEqual({ why: 'nobody', language: 'th', names: 0 });
    expect(inLanguage('be-tarask')).toEqual({ why: 'nobody' });
    expect(inLanguage('sr-Latn')).toEqual({ why: 'nobody' });
  });
});

describe('the view', () => {
  it('is made once for what was told', () => {
    const date = article.date as NonNullable<typeof article.date>;
    const first = viewOf(pack, [article], date, 'en');
    expect(viewOf(pack, [article], date, 'en')).toBe(first);
    expect(viewOf(pack, [{ ...article }], date, 'en')).not.toBe(first);
  });
});
