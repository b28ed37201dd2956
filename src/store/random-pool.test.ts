import { expect, test } from "vitest";

import { pooledRandomBytes } from "./random-pool.ts";

test("gives as many bytes as asked for, never the same ones, over many pools", () => {
  const next = pooledRandomBytes();
  const given = Array.from({ length: 2000 }, (_, at) => next(8 + (at % 9)));
  expect(given.every((bytes, at) => bytes.length === 8 + (at % 9))).toBe(true);
  const texts = given.map((bytes) => Buffer.from(bytes).toString("hex"));
  expect(new Set(texts.map((text) => text.slice(0, 16))).size).toBe(2000);
  expect(next(10_000).some((byte) => byte > 0)).toBe(true);
});

test("what was given is the taker's own", () => {
  const next = pooledRandomBytes();
  const first = next(16);
  const before = [...first];
  for (let n = 0; n < 1000; n += 1) next(16).fill(0);
  expect([...first]).toEqual(before);
});
