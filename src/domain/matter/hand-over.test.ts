import { describe, expect, test } from "vitest";
import { assistant, id, manager, otherManager, worker } from "../testing/chain.ts";
import { received } from "../testing/story.ts";

const reception = id(301);
const other = id(302);
const data = { remaining: "Samtal med skolan är bokat." };

/** A matter that the reception has and hands over. */
function handed() {
  const chain = received();
  const ids = { unit: reception, worker: worker.staff };
  chain.must("matter.assign", "2026-03-02T12:00", { by: manager, ids });
  chain.must("matter.hand-over", "2026-03-03T09:00", { ids: { unit: other }, data });
  return chain;
}

function matterOf(chain: ReturnType<typeof handed>) {
  return chain.state?.matters[id(1)];
}

describe("a matter that is handed over", () => {
  test("stays where it is, with its worker, until it is received", () => {
    const chain = handed();
    expect(matterOf(chain)).toMatchObject({
      unit: reception,
      worker: worker.staff,
      handOver: { to: other, on: "2026-03-03", by: worker.staff },
    });
    const ids = { unit: other, worker: otherManager.staff };
    chain.must("matter.assign", "2026-03-03T10:00", { by: otherManager, ids });
    expect(matterOf(chain)).toMatchObject({ unit: other, worker: otherManager.staff });
    expect(matterOf(chain)).not.toHaveProperty("handOver");
  });

  test("goes to another unit of the board", () => {
    const chain = handed();
    const to = (unit: ReturnType<typeof id>) =>
      chain
        .give("matter.hand-over", "2026-03-03T09:30", { ids: { unit }, data })
        .problems.map((found) => found.id);
    expect(to(reception)).toEqual(["hand-over.same-unit"]);
    expect(to(id(999))).toEqual(["unit.not-found"]);
  });

  test("is given back with words, once", () => {
    const chain = handed();
    const back = (text: string) =>
      chain
        .give("matter.hand-back", "2026-03-03T11:00", { by: otherManager, data: { text } })
        .problems.map((found) => found.id);
    expect(back("  ")).toEqual(["hand-over.no-words"]);
    expect(back("Hör mamman först.")).toEqual([]);
    expect(matterOf(chain)).toMatchObject({ unit: reception, worker: worker.staff });
    expect(back("En gång till.")).toEqual(["hand-over.none"]);
  });
});

describe("whoever is named as worker and co-worker", () => {
  test("works alone", () => {
    const chain = handed();
    const give = (ids: Readonly<Record<string, ReturnType<typeof id>>>, time: string) =>
      chain.must("matter.assign", time, { by: manager, ids });
    give({ coWorker: assistant.staff }, "2026-03-03T13:00");
    expect(matterOf(chain)?.coWorker).toBe(assistant.staff);
    give({ coWorker: worker.staff }, "2026-03-03T14:00");
    expect(matterOf(chain)).not.toHaveProperty("coWorker");
  });
});
