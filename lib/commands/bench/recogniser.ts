/** Scanning and recognising against a bare loop over the same text, against other ways to find names, and with ever more names. */
import { AhoCorasick as Monyone } from '@monyone/aho-corasick';
import AhoCorasick from 'ahocorasick';
import nlp from 'compromise';
import { openPack, type Pack } from '../../pack/open';
import { recognise } from '../../recognise/recognise';
import { scan } from '../../recognise/scan';
import type { Block } from '../../recognise/types';
import { alternately, median } from './measure';
import { bundled, dataset, enlargedPack, namesOf } from './packs';

export interface Document {
  readonly language: string | undefined;
  /** Days since 1970, when known. */
  readonly day: number | undefined;
  readonly blocks: readonly Block[];
}

/** Peers are slow: they read so much of the text. */
const PEER_CHARACTERS = 200_000;

export function benchRecogniser(documents: readonly Document[], times: readonly number[]): Record<string, number> {
  const blocks = documents.flatMap((d) => d.blocks);
  const characters = blocks.reduce((sum, b) => sum + b.text.length, 0);
  let kept = 0;
  const loop = (over: readonly Block[]) => () => {
    let sum = 0;
    for (const { text } of over) for (let i = 0; i < text.length; i++) sum = (sum + text.charCodeAt(i)) | 0;
    kept += sum;
  };
  const scanAll = (pack: Pack) => () => {
    for (const d of documents) for (const b of d.blocks) kept += scan(b, pack, d.language).hitsAt.length;
  };
  const recogniseAll = (pack: Pack) => () => {
    for (const { blocks: own, language, day } of documents)
      kept += recognise(own, pack, {
        today: 20_000,
        ...(language ? { language } : {}),
        ...(day === undefined ? {} : { date: { day, source: 'given' as const } }),
      }).mentions.length;
  };
  const pack = openPack(bundled());
  const small = alternately(9, { loop: loop(blocks), scan: scanAll(pack), recognise: recogniseAll(pack) });
  const figures: Record<string, number> = {
    characters,
    'bare loop, million characters a second': characters / small.loop / 1000,
    'scan, million characters a second': characters / small.scan / 1000,
    'recognise, million characters a second': characters / small.recognise / 1000,
    'scan to bare loop': small.loop / small.scan,
    'recognise to bare loop': small.loop / small.recognise,
    'hits in 1000 characters': (blocks.reduce((sum, b) => sum + scan(b, pack, 'en').hitsAt.length, 0) / characters) * 1000,
  };

  const real = dataset();
  const names = namesOf(real);
  const part: Block[] = [];
  for (let n = 0, i = 0; n < PEER_CHARACTERS && i < blocks.length; i++) {
    const block = blocks[i] as Block;
    part.push(block);
    n += block.text.length;
  }
  const one = new AhoCorasick(names);
  const other = new Monyone(names);
  // Longest first, as an alternation takes the first that fits.
  const alternation = new RegExp(
    [...names]
      .sort((a, b) => b.length - a.length)
      .map((n) => n.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('|'),
    'g',
  );
  const first = part.slice(0, Math.max(1, Math.floor(part.length / 20)));
  const peers = alternately(3, {
    loop: loop(part),
    scan: () => {
      for (const b of part) kept += scan(b, pack, 'en').hitsAt.length;
    },
    ahocorasick: () => {
      for (const b of part) kept += one.search(b.text).length;
    },
    monyone: () => {
      for (const b of part) kept += other.matchInText(b.text).length;
    },
  });
  const slow = alternately(1, {
    loop: loop(first),
    scan: () => {
      for (const b of first) kept += scan(b, pack, 'en').hitsAt.length;
    },
    regexp: () => {
      for (const b of first) kept += b.text.match(alternation)?.length ?? 0;
    },
    compromise: () => {
      for (const b of first) kept += nlp(b.text).people().length;
    },
  });
  figures['names given to the peers'] = names.length;
  figures['scan is faster than ahocorasick, times'] = peers.ahocorasick / peers.scan;
  figures['scan is faster than @monyone/aho-corasick, times'] = peers.monyone / peers.scan;
  figures['scan is faster than a RegExp of all names, times'] = slow.regexp / slow.scan;
  figures['scan is faster than compromise, times'] = slow.compromise / slow.scan;

  for (const n of times) {
    const bytes = enlargedPack(real, n);
    globalThis.gc?.();
    const before = process.memoryUsage();
    const opened: number[] = [];
    let large: Pack = pack;
    for (let round = 0; round < 5; round++) {
      const start = performance.now();
      large = openPack(bytes);
      opened.push(performance.now() - start);
    }
    scanAll(large)();
    globalThis.gc?.();
    const after = process.memoryUsage();
    const grown = alternately(5, {
      loop: loop(blocks),
      scan: scanAll(large),
      recognise: recogniseAll(large),
      plain: scanAll(pack),
      plainRecognise: recogniseAll(pack),
    });
    figures[`${n} times the people: entities`] = large.size;
    figures[`${n} times: pack, MB`] = bytes.byteLength / 1e6;
    figures[`${n} times: opening, ms`] = median(opened);
    figures[`${n} times: scan to bare loop`] = grown.loop / grown.scan;
    figures[`${n} times: scan is slower, times`] = grown.scan / grown.plain;
    figures[`${n} times: recognise is slower, times`] = grown.recognise / grown.plainRecognise;
    if (globalThis.gc)
      figures[`${n} times: memory over the pack’s bytes, share`] =
        (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / bytes.byteLength;
  }
  if (kept === 0.5) throw new Error('never: keeps the loops from being left out');
  return figures;
}
