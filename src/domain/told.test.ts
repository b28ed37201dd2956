import { describe, expect, test } from "vitest";
import { id, manager, reportData, worker } from "./testing/chain.ts";
import { received } from "./testing/story.ts";

describe("what good practice only tells", () => {
  test("comes with the answer, asks for no reason and keeps none", () => {
    const chain = received();
    const assign = (to: typeof worker) =>
      chain.give("matter.assign", "2026-03-02T15:00", {
        by: manager,
        ids: { worker: to.staff },
        reasons: { "GEN-19": "Ovidkommande text" },
      });
    expect(assign(worker)).toMatchObject({ ok: true, rules: [] });
    expect(assign(manager)).toMatchObject({
      ok: true,
      problems: [{ id: "law.GEN-19.worker-changed", severity: "tell" }],
    });
    expect(chain.events.at(-1)?.body).not.toHaveProperty("reasons");
  });

  test("says that another report came before this one, and that this one is marked with violence", () => {
    const chain = received();
    const again = (data: typeof reportData) =>
      chain.give("report.receive", "2026-03-20T10:05", { data, ids: { report: id(20) } });
    const marked = again({ ...reportData, violence: ["physical"] });
    expect(marked.rules).toEqual(expect.arrayContaining(["A-06", "AKT-10"]));
  });

  test("says that something is written down late", () => {
    const chain = received();
    const data = { occurredAt: "2026-03-02T12:00", text: "Anteckning" };
    expect(chain.give("note.sign", "2026-03-16T12:00", { data }).rules).toEqual([]);
    expect(chain.give("note.sign", "2026-03-17T12:00", { data }).rules).toEqual(["M-02"]);
  });
});
