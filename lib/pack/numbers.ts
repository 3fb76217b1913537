/**
 * Numbers as they travel. Lists of small numbers as bytes (LEB128: seven bits a byte, the top bit says that more follow). How long the lists of
 * a table are takes a byte each and compresses well; where each of them begins, four bytes that hardly do.
 */

/** Whole numbers from 0 to 2³² − 1. */
export function toBytes(numbers: Iterable<number>): Uint8Array {
  const bytes: number[] = [];
  for (let rest of numbers) {
    for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
    bytes.push(rest);
  }
  return Uint8Array.from(bytes);
}

/** The `count` numbers that the bytes are, all of them; undefined when they are not as many, or too large. */
export function fromBytes(bytes: Uint8Array, count: number): Uint32Array | undefined {
  if (bytes.length < count) return undefined;
  const numbers = new Uint32Array(count);
  let at = 0;
  for (let i = 0; i < count; i++) {
    const byte = bytes[at++] as number;
    if (byte < 128) numbers[i] = byte;
    else {
      const end = endOf(bytes, at);
      const number = numberOf(bytes, at - 1, end);
      if (number > 0xffffffff) return undefined;
      numbers[i] = number;
      at = end;
    }
  }
  return at === bytes.length ? numbers : undefined;
}

/** After the next byte from `at` whose top bit is not set. */
function endOf(bytes: Uint8Array, at: number): number {
  let end = at;
  while (end < bytes.length && (bytes[end] as number) > 127) end++;
  return end + 1;
}

function numberOf(bytes: Uint8Array, from: number, end: number): number {
  let number = 0;
  for (let i = end - 1; i >= from; i--) number = number * 128 + ((bytes[i] as number) & 127);
  return number;
}

/** Numbers of 32 bits as their lowest bytes, then their second, third and highest: alike bytes side by side compress better. */
export function toPlanes(numbers: ArrayLike<number>): Uint8Array {
  const count = numbers.length;
  const planes = new Uint8Array(count * 4);
  for (let i = 0; i < count; i++) for (let plane = 0; plane < 4; plane++) planes[plane * count + i] = (numbers[i] as number) >>> (8 * plane);
  return planes;
}

/** Undefined when the bytes are no whole number of numbers. */
export function fromPlanes(planes: Uint8Array): Uint32Array | undefined {
  const count = planes.length >>> 2;
  if (count * 4 !== planes.length) return undefined;
  const numbers = new Uint32Array(count);
  const second = count;
  const third = count * 2;
  const fourth = count * 3;
  for (let i = 0; i < count; i++)
    numbers[i] = (planes[i] as number) | ((planes[second + i] as number) << 8) | ((planes[third + i] as number) << 16) | ((planes[fourth + i] as number) << 24);
  return numbers;
}

/** Where each of lists of these lengths begins, and at the end where the last one ends. Undefined when they are too long together. */
export function startsOf(lengths: Uint32Array): Uint32Array | undefined {
  const starts = new Uint32Array(lengths.length + 1);
  let end = 0;
  for (let i = 0; i < lengths.length; i++) {
    end += lengths[i] as number;
    starts[i + 1] = end;
  }
  return end > 0xffffffff ? undefined : starts;
}

/** The steps from 0 to each of ascending numbers. */
export const stepsOf = (ascending: readonly number[]): number[] => ascending.map((n, i) => n - (ascending[i - 1] ?? 0));
