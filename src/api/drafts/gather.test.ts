import { describe, expect, test, vi } from "vitest";

import type { Store } from "../../store/deps.ts";
import type { Tenant } from "../../store/tenant.ts";
import { StaleContext, type RequestContext } from "../http/handler.ts";
import { gather, type Outcome, type Sizes } from "./gather.ts";

interface Asked {
  readonly ctx: RequestContext;
  readonly n: number;
}

/** Batches that are carried out when the test says so. */
function gathering(outcomeOf: (n: number, alone: boolean) => Outcome<number>, sizes?: Sizes) {
  const store = {} as Store;
  const ctx = { tenant: 7 as Tenant } as RequestContext;
  const batches: { readonly numbers: readonly number[]; readonly end: () => void }[] = [];
  const ask = gather<Asked, number>((_, asked, { alone }) => {
    const { promise, resolve, reject } = Promise.withResolvers<Outcome<number>[]>();
    const end = () => {
      try {
        resolve(asked.map(({ n }) => outcomeOf(n, alone)));
      } catch (error) {
        reject(error);
      }
    };
    if (alone) end();
    else batches.push({ numbers: asked.map(({ n }) => n), end });
    return promise;
  }, sizes);
  return { batches, ask: (n: number) => ask(store, { ctx, n }) };
}

const started = (batches: readonly unknown[], count: number) =>
  vi.waitFor(() => expect(batches).toHaveLength(count), { timeout: 20_000 });

describe("requests that come in faster than they are carried out", () => {
  test("gather while one runs, and each gets its own answer", async () => {
    const { batches, ask } = gathering((n) => ({ given: n * 10 }));
    const first = ask(1);
    await started(batches, 1);
    const others = [ask(2), ask(3)];
    batches[0]?.end();
    expect(await first).toBe(10);
    await started(batches, 2);
    batches[1]?.end();
    expect(await Promise.all(others)).toEqual([20, 30]);
    expect(batches.map(({ numbers }) => numbers)).toEqual([[1], [2, 3]]);
  });

  test("run as many at once, and go as many together, as is said", async () => {
    const { batches, ask } = gathering((n) => ({ given: n }), {
      most: 2,
      atOnce: 2,
      slowMs: 60_000,
    });
    const asked = [ask(1), ask(2), ask(3), ask(4), ask(5)];
    await started(batches, 2);
    batches[0]?.end();
    await started(batches, 3);
    for (const { end } of batches.slice(1)) end();
    expect(batches.map(({ numbers }) => numbers)).toEqual([[1, 2], [3, 4], [5]]);
    expect(await Promise.all(asked)).toEqual([1, 2, 3, 4, 5]);
  });

  test("are shared out in numbers that come again, and who was answered is waited for", async () => {
    const sizes = { most: 16, atOnce: 2, slowMs: 60_000, backWithinMs: 60_000 };
    const { batches, ask } = gathering((n) => ({ given: n }), sizes);
    const all = [1, 2, 3, 4, 5, 6, 7, 8, 9].map(ask);
    await started(batches, 2);
    batches[0]?.end();
    await all[0];
    all.push(...[10, 11, 12, 13].map(ask));
    await started(batches, 3);
    batches[1]?.end();
    batches[2]?.end();
    await started(batches, 4);
    batches[3]?.end();
    expect(await Promise.all(all)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    const sizesOf = batches.map(({ numbers }) => numbers.length);
    expect(sizesOf).toEqual([4, 4, 4, 1]);
  });

  test("do not wait long for who does not come back, nor for anybody when nothing runs", async () => {
    const sizes = { most: 16, atOnce: 2, slowMs: 60_000, backWithinMs: 1 };
    const { batches, ask } = gathering((n) => ({ given: n }), sizes);
    const [first, , third] = [1, 2, 3, 4].map(ask);
    await started(batches, 2);
    batches[0]?.end();
    await first;
    const fifth = ask(5);
    await started(batches, 3);
    batches[1]?.end();
    batches[2]?.end();
    expect(await Promise.all([third, fifth])).toEqual([3, 5]);
    const sixth = ask(6);
    await started(batches, 4);
    batches[3]?.end();
    expect(await sixth).toBe(6);
    expect(batches.map(({ numbers }) => numbers)).toEqual([[1, 2], [3, 4], [5], [6]]);
  });

  test("are not kept waiting for ever by one that does not end", async () => {
    const { batches, ask } = gathering((n) => ({ given: n }));
    void ask(1);
    await started(batches, 1);
    const next = ask(2);
    await started(batches, 2);
    batches[1]?.end();
    expect(await next).toBe(2);
  });

  test("fall, wait and are refused each for itself", async () => {
    const fault = new Error("a fault of one");
    const { batches, ask } = gathering((n, alone) => {
      if (n === 1) throw fault;
      if (n === 2) return "stale";
      return alone ? { given: n } : "alone";
    });
    const answers = Promise.allSettled([ask(1), ask(2), ask(3)]);
    await started(batches, 1);
    batches[0]?.end();
    expect(await answers).toMatchObject([
      { reason: fault },
      { reason: expect.any(StaleContext) },
      { value: 3 },
    ]);
    const next = Promise.allSettled([ask(2), ask(3)]);
    await started(batches, 2);
    batches[1]?.end();
    expect(await next).toMatchObject([{ reason: expect.any(StaleContext) }, { value: 3 }]);
  });
});
