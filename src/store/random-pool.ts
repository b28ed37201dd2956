import { randomFillSync } from "node:crypto";

const POOL_BYTES = 4096;

/**
 * The machine's cryptographic randomness, fetched for many at once: a request asks for some bytes five times,
 * and each fetch costs as much as four thousand bytes. Gives a copy, which nobody else is given.
 */
export function pooledRandomBytes(): (length: number) => Buffer {
  const pool = Buffer.alloc(POOL_BYTES);
  let at = POOL_BYTES;
  return (length) => {
    if (length > POOL_BYTES) return randomFillSync(Buffer.alloc(length));
    if (at + length > POOL_BYTES) {
      randomFillSync(pool);
      at = 0;
    }
    const given = Buffer.from(pool.subarray(at, at + length));
    // What was given away is not kept.
    pool.fill(0, at, at + length);
    at += length;
    return given;
  };
}
