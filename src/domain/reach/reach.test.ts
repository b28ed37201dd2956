import { describe, expect, test } from "vitest";
import type { Answers } from "../event.ts";
import { plainDate } from "../../kernel/plain-date.ts";
import { assistant, committee, id, manager, performer, worker } from "../testing/chain.ts";
import { granted, measure, measureIn, started } from "../testing/measure-story.ts";
import { received } from "../testing/story.ts";
import { appointmentDays, performsOn } from "./appointment-days.ts";

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

describe("an assignment of somebody outside the board", () => {
  const appointment = id(450);
  const ids = { appointment, staff: performer.staff, measure };
  const appoint = (chain: Chain, time: string, data: Answers) =>
    chain.give("access.appoint", time, { ids, data }).problems.map((found) => found.id);
  function daysOf(chain: Chain) {
    const { matter } = measureIn(chain);
    const [link] = matter.appointments ?? [];
    if (link === undefined) throw new Error("no link");
    const on = (day: string) => performsOn(matter, link, plainDate(day));
    return { days: appointmentDays(matter, link), on };
  }

  test("is read from its first day, and not before it is given", () => {
    const chain = granted();
    expect(appoint(chain, "2026-05-20T12:00", { until: "2026-12-31" })).toEqual([]);
    expect(daysOf(chain).days).toBeUndefined();
    const order = { ids: { measure }, data: { providerKind: "own", validFrom: "2026-06-01" } };
    chain.must("measure.order", "2026-05-21T10:00", {
      ...order,
      reasons: { "E-06": "Mål finns." },
    });
    const { days, on } = daysOf(chain);
    expect(days).toEqual({ since: "2026-06-01", until: "2026-12-31" });
    expect(["2026-05-31", "2026-06-01", "2026-12-31", "2027-01-01"].map(on)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test("ends with the measure, or with the link before that", () => {
    const until = { until: "2026-12-31" };
    const ended = started();
    expect(appoint(ended, "2026-06-02T09:00", until)).toEqual([]);
    ended.must("measure.end", "2026-08-14T10:00", {
      ids: { measure },
      data: { reason: "goals-reached" },
      reasons: { "E-05": "Klart.", "M-02": "Klart." },
    });
    expect(daysOf(ended).days?.until).toBe("2026-08-14");
    const taken = started();
    expect(appoint(taken, "2026-06-02T09:00", until)).toEqual([]);
    taken.must("access.end-appointment", "2026-07-01T09:00", { ids: { appointment } });
    // Who checks the log sees that there was a task until then; it is read no more, not even that day.
    expect(daysOf(taken).days).toEqual({ since: "2026-06-02", until: "2026-07-01" });
    expect(daysOf(taken).on("2026-07-01")).toBe(false);
  });

  test.each([
    ["before today", { from: "2026-06-01", until: "2026-11-20" }, "reach.first-day"],
    ["after its last day", { from: "2026-11-20", until: "2026-11-19" }, "reach.first-day"],
    ["after the measure", { until: "2026-11-21" }, "reach.after-measure"],
  ])("is not given %s", (_, days, problem) => {
    const chain = granted(undefined, { validTo: "2026-11-20" });
    expect(appoint(chain, "2026-06-02T09:00", days)).toEqual([problem]);
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
