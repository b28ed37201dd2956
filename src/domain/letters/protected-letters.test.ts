import { describe, expect, test } from "vitest";
import { report } from "../testing/story.ts";
import { Chain, child, father, id, manager, mother, reportData, worker } from "../testing/chain.ts";

const letter = id(70);
const toMother = { recipient: "guardian", to: [mother], way: "post" };

function send(chain: Chain, data: Record<string, string | string[]>) {
  const outcome = chain.give("letter.send", "2026-05-06T09:00", { ids: { letter }, data });
  return { ...outcome, found: outcome.problems.map((one) => one.id) };
}

describe("somebody with protected data", () => {
  function protectedMother(born = "2014-02-17", hidden = [mother]): Chain {
    const chain = new Chain(born, [mother, father, child], hidden);
    chain.must("akt.create", "2026-03-02T10:05", { ids: { person: child } });
    chain.must("report.receive", "2026-03-02T10:05", { ids: { report }, data: reportData });
    chain.must("matter.assign", "2026-03-02T11:00", { by: manager, ids: { worker: worker.staff } });
    return chain;
  }

  const summons = { letter: "summons", meetingAt: "2026-05-12T13:00", meetingPlace: "Rådhuset" };

  test.each(["post", "registered", "digital-mail"])(
    "gets nothing by %s, and it is said whom to ask",
    (way) => {
      const outcome = send(protectedMother(), { ...summons, ...toMother, way });
      expect(outcome.problems).toMatchObject([
        { id: "letter.protected-address-ask", params: { ask: worker.name } },
      ]);
    },
  );

  test.each(["handed-over", "forwarded"])("gets it %s, and the other guardian by post", (way) => {
    expect(send(protectedMother(), { ...summons, ...toMother, way }).ok).toBe(true);
    expect(
      send(protectedMother(), { ...summons, recipient: "guardian", to: [father], way: "post" }).ok,
    ).toBe(true);
  });

  test("is a child too that lives with somebody protected: no address, and no meeting with the family", () => {
    // Its own data says nothing; the parties do.
    const chain = protectedMother("2009-02-17", [child]);
    const toChild = { ...summons, recipient: "child", to: [child], way: "post" };
    expect(send(chain, toChild).found).toEqual(["letter.protected-address-ask"]);
    const meeting = { ...summons, recipient: "guardian", to: [father], way: "post" };
    expect(send(chain, { ...meeting, summoned: [child, mother] }).found).toContain(
      "letter.protected-meeting",
    );
  });

  test("gets nothing where nobody has said how", () => {
    expect(send(protectedMother(), { ...summons, recipient: "guardian", to: [mother] }).ok).toBe(
      false,
    );
  });
});
