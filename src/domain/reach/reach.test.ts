import { describe, expect, test } from "vitest";
import { assistant, committee, id, manager, worker } from "../testing/chain.ts";
import { received } from "../testing/story.ts";

const loan = id(430);
const bar = id(440);
const data = { until: "2026-03-20", reachReason: "Läser in sig." };

function given() {
  const chain = received();
  const ids = { unit: id(301), worker: worker.staff };
  chain.must("matter.assign", "2026-03-02T12:00", { by: manager, ids });
  return chain;
}

type Chain = ReturnType<typeof given>;

function lend(chain: Chain, more: Partial<Parameters<Chain["give"]>[2]> = {}) {
  const ids = { loan, staff: assistant.staff };
  return chain
    .give("access.lend", "2026-03-03T09:00", { by: manager, ids, data, ...more })
    .problems.map((found) => found.id);
}

describe("a matter opened for reading by name", () => {
  test("is open until its day, or until it is taken back", () => {
    const chain = given();
    expect(lend(chain)).toEqual([]);
    expect(chain.state?.matters[id(1)]?.loans).toMatchObject([
      { staff: assistant.staff, by: manager.staff, on: "2026-03-03", until: "2026-03-20" },
    ]);
    chain.must("access.end-loan", "2026-03-04T09:00", { by: manager, ids: { loan } });
    expect(chain.state?.matters[id(1)]?.loans).toEqual([]);
  });

  test.each([
    ["oneself", { ids: { loan, staff: manager.staff } }, "reach.self"],
    ["a body", { ids: { loan, staff: committee.staff } }, "reach.role"],
    ["nobody", { ids: { loan, staff: id(999) } }, "staff.not-found"],
    ["yesterday", { data: { ...data, until: "2026-03-02" } }, "reach.days"],
    ["ever", { data: { ...data, until: "2036-03-02" } }, "reach.days"],
    ["no reason", { data: { until: "2026-03-20", reachReason: "  " } }, "reach.no-reason"],
  ])("is not opened for %s", (_, more, problem) => {
    expect(lend(given(), more)).toEqual([problem]);
  });
});

describe("a conflict of interest", () => {
  const reason = { conflictGround: "other-circumstance", reachReason: "Grannar." };
  const keepOut = (chain: Chain, staff: typeof worker, by: typeof worker) =>
    chain
      .give("access.bar", "2026-03-03T10:00", {
        by,
        ids: { bar, staff: staff.staff },
        data: reason,
      })
      .problems.map((found) => found.id);

  test("is told by oneself, or by the manager, once", () => {
    const chain = given();
    expect(keepOut(chain, assistant, worker)).toEqual(["reach.not-yours"]);
    expect(keepOut(chain, worker, worker)).toEqual([]);
    expect(lend(chain, { ids: { loan, staff: worker.staff } })).toEqual(["reach.barred"]);
    expect(keepOut(given(), assistant, manager)).toEqual([]);
  });

  test("is never taken back by the one it is about", () => {
    const chain = given();
    expect(keepOut(chain, worker, manager)).toEqual([]);
    const lift = (by: typeof worker) =>
      chain
        .give("access.lift-bar", "2026-03-04T10:00", {
          by,
          ids: { bar },
          data: { reachReason: "Flyttat." },
        })
        .problems.map((found) => found.id);
    expect(lift(worker)).not.toEqual([]);
    expect(lift(manager)).toEqual([]);
    expect(chain.state?.matters[id(1)]?.bars).toEqual([]);
  });
});
