import { describe, expect, test } from "vitest";
import { assistant, committee, id, manager, worker } from "../testing/chain.ts";
import { received } from "../testing/story.ts";

function assign(ids: Readonly<Record<string, ReturnType<typeof id>>>, more = {}) {
  const chain = received();
  const outcome = chain.give("matter.assign", "2026-03-02T15:00", { by: manager, ids, ...more });
  return { problems: outcome.problems.map((found) => [found.id, found.pointer]), chain, outcome };
}

describe("a matter is given", () => {
  test("to a worker and a co-worker of the board, in one of its units", () => {
    const { outcome, chain } = assign({
      worker: worker.staff,
      coWorker: assistant.staff,
      unit: id(301),
    });
    expect(outcome.ok).toBe(true);
    expect(chain.state?.matters[id(1)]).toMatchObject({
      worker: worker.staff,
      coWorker: assistant.staff,
      unit: id(301),
    });
  });

  test("never to a unit that is not there: nobody would see the matter any more", () => {
    expect(assign({ unit: id(999) }).problems).toEqual([["unit.not-found", "/ids/unit"]]);
  });

  test.each([
    ["somebody unknown", id(998)],
    ["a body that decides", committee.staff],
  ])("never to %s", (_who, coWorker) => {
    expect(assign({ coWorker }).problems).toEqual([["staff.no-case-work", "/ids/coWorker"]]);
  });
});

describe("what a command says beside its document", () => {
  test("is refused where there is no document: nothing unread goes into the log", () => {
    const free = { data: { worker: "Fritext om någon" } };
    expect(assign({ worker: worker.staff }, free).problems).toEqual([
      ["command.data-unexpected", "/data/worker"],
    ]);
  });

  test("as a reason is kept for the rules that asked for one", () => {
    const reasons = { "Z-99": "Ovidkommande text" };
    const { chain } = assign({ worker: worker.staff }, { reasons });
    expect(chain.events.at(-1)?.body).not.toHaveProperty("reasons");
  });
});
