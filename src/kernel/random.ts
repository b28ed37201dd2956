/** Numbers that look random and are always the same for a seed. Never for keys or salts of real people. */
export interface SeededRandom {
  /** A whole number from 0 to 2^32 - 1. */
  uint32(): number;
  /** A number from 0 (included) to 1 (excluded). */
  float(): number;
  /** A whole number from `min` to `max`, both included. */
  integer(min: number, max: number): number;
  /** `length` bytes. */
  bytes(length: number): Uint8Array;
  /** One of the items. Throws RangeError where there is none. */
  pick<T>(items: readonly T[]): T;
}

/** Makes a generator (sfc32 by Chris Doty-Humphrey). Only for demo data and replay. */
export function seededRandom(seed: number | string): SeededRandom {
  const uint32 = sfc32(String(seed));
  const float = (): number => uint32() / 2 ** 32;
  const integer = (min: number, max: number): number => min + Math.floor(float() * (max - min + 1));
  return {
    uint32,
    float,
    integer,
    bytes: (length) => Uint8Array.from({ length }, () => uint32() >>> 24),
    pick: (items) => {
      const item = items[integer(0, items.length - 1)];
      if (item === undefined) throw new RangeError("Nothing to pick from");
      return item;
    },
  };
}

function sfc32(seed: string): () => number {
  let a = fnv1a(seed, 0x811c9dc5);
  let b = fnv1a(seed, 0x9e3779b9);
  let c = fnv1a(seed, 0x85ebca6b);
  let counter = 1;
  function next(): number {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  }
  // The first numbers still resemble the seed.
  for (let round = 0; round < 15; round += 1) next();
  return next;
}

function fnv1a(text: string, basis: number): number {
  let hash = basis;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash | 0;
}
