import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBytes, fromPlanes, startsOf, stepsOf, toBytes, toPlanes } from '@/lib/pack/numbers';

const numbers = fc.array(fc.oneof(fc.nat(300), fc.nat(0xffff), fc.integer({ min: 0, max: 0xffffffff })));

describe('numbers as bytes', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(numbers, (all) => {
        expect([...(fromBytes(toBytes(all), all.length) ?? [])]).toEqual(all);
      }),
    );
  });
  it('come back from planes', () => {
    fc.assert(
      fc.property(numbers, (all) => {
        expect([...(fromPlanes(toPlanes(all)) ?? [])]).toEqual(all);
      }),
    );
    expect(fromPlanes(new Uint8Array(6))).toBeUndefined();
  });
  it('take a byte each below 128, and five at most', () => {
    expect(toBytes([0, 127]).length).toBe(2);
    expect(toBytes([0xffffffff]).length).toBe(5);
  });
  it('are refused when they are fewer or more than asked for, or larger than 32 bits', () => {
    fc.assert(
      fc.property(numbers, (all) => {
        expect([fromBytes(toBytes(all), all.length + 1), fromBytes(toBytes([...all, 1]), all.length)]).toEqual([undefined, undefined]);
      }),
    );
    expect(fromBytes(Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0x1f), 1)).toBeUndefined();
    expect(fromBytes(Uint8Array.of(0x80, 0x80), 1)).toBeUndefined();
    expect(fromBytes(Uint8Array.of(0x80), 1)).toBeUndefined();
  });
  it('sum up to where lists begin, or are refused when no table could be as long', () => {
    expect([...(startsOf(Uint32Array.of(2, 0, 3)) ?? [])]).toEqual([0, 2, 2, 5]);
    expect(startsOf(Uint32Array.of(0xffffffff, 1))).toBeUndefined();
    expect(stepsOf([3, 4, 9])).toEqual([3, 1, 5]);
  });
});
