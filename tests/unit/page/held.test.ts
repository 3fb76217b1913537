import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { heldWhileUsed } from '@/lib/page/held';

describe('what is held while it is used', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is made once while it is asked for again in time', async () => {
    const make = vi.fn(async () => ({}));
    const get = heldWhileUsed(make, 1000);
    const first = await get();
    vi.advanceTimersByTime(900);
    expect(await get()).toBe(first);
    vi.advanceTimersByTime(900);
    expect(await get()).toBe(first);
    expect(make).toHaveBeenCalledTimes(1);
  });

  it('is let go of when nobody asks, and made anew for who asks then', async () => {
    const make = vi.fn(async () => ({}));
    const get = heldWhileUsed(make, 1000);
    const first = await get();
    vi.advanceTimersByTime(1001);
    expect(await get()).not.toBe(first);
    expect(make).toHaveBeenCalledTimes(2);
  });

  it('is made again after it could not be made', async () => {
    const make = vi.fn(async () => 'made').mockRejectedValueOnce(new Error('not now'));
    const get = heldWhileUsed(make, 1000);
    await expect(get()).rejects.toThrow('not now');
    expect(await get()).toBe('made');
  });
});
