import type { Pool } from "pg";
import { expect, test } from "vitest";

import { readSpecForTests } from "../../domain/testing/read-spec.ts";
import { instantOfMillis } from "../../kernel/instant.ts";
import { tenantOf } from "../../store/tenant.ts";
import { keptFills } from "./kept-fills.ts";

const { pack } = readSpecForTests();

/** A board of so many rows, asked at moments in seconds; gives how often it was counted. */
async function counted(rows: number, seconds: readonly number[]): Promise<number> {
  const pool = {} as Pool;
  let times = 0;
  for (const second of seconds) {
    const clock = { now: () => instantOfMillis(1_800_000_000_000 + second * 1000) };
    const packs = { current: () => ({ digest: "one", pack }) };
    const count = async () => {
      times += 1;
      return new Map([["AKT-03", { n: rows, filled: rows }]]);
    };
    await keptFills({ pool, packs, clock }, { tenant: tenantOf(7) }, count);
  }
  return times;
}

test("few rows are counted each time, very many at most once a minute", async () => {
  expect(await counted(199_999, [0, 1, 2])).toBe(3);
  expect(await counted(200_000, [0, 1, 59])).toBe(1);
  expect(await counted(1_000_000, [0, 59, 60, 61])).toBe(2);
});
