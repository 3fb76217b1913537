import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundledPack } from '@/lib/commands/pack';
import { MAGIC } from '@/lib/pack/layout';
import { openPack, PackError } from '@/lib/pack/open';

const whole = bundledPack();
const changed = (change: (words: Uint32Array) => void): ArrayBuffer => {
  const copy = whole.slice(0);
  change(new Uint32Array(copy, 0, 5));
  return copy;
};
const reasonOf = (bytes: ArrayBuffer): string => {
  try {
    openPack(bytes);
    return 'opened';
  } catch (error) {
    return error instanceof PackError ? error.reason : `threw ${String(error)}`;
  }
};

describe('opening a pack', () => {
  it('gives back every entity by its id', () => {
    const pack = openPack(whole);
    expect(pack.size).toBe(pack.meta_.entities);
    for (const id of ['person/alexander-lukashenko', 'office/by/president', 'place/by']) {
      const entity = pack.indexOf(id);
      expect(entity).toBeDefined();
      expect(pack.idOf(entity ?? -1)).toBe(id);
    }
    expect(pack.indexOf('person/nobody')).toBeUndefined();
  });
  it('says what is wrong with bytes that it does not open', () => {
    expect(reasonOf(new ArrayBuffer(0))).toBe('not-a-pack');
    expect(reasonOf(changed((w) => (w[0] = 7)))).toBe('not-a-pack');
    expect(reasonOf(changed((w) => (w[1] = 0)))).toBe('older');
    expect(reasonOf(changed((w) => (w[1] = 99)))).toBe('newer');
    expect(reasonOf(whole.slice(0, whole.byteLength - 8))).toBe('truncated');
    expect(reasonOf(changed((w) => (w[3] = ((w[3] ?? 0) ^ 1) >>> 0)))).toBe('damaged');
    const short = new ArrayBuffer(16);
    new Uint32Array(short)[0] = MAGIC;
    expect(reasonOf(short)).toBe('truncated');
  });
  it('never opens a pack with one byte changed', () =>
    fc.assert(
      fc.property(fc.nat(whole.byteLength - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const copy = new Uint8Array(whole.slice(0));
        copy[at] = (copy[at] ?? 0) ^ by;
        return reasonOf(copy.buffer) !== 'opened';
      }),
      { numRuns: 200 },
    ));
});
