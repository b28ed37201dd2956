import { describe, expect, test } from "vitest";
import { clocksOf } from "../clocks.ts";
import { type Chain, id, manager } from "../testing/chain.ts";
import { readSpecForTests } from "../testing/read-spec.ts";
import { opened } from "../testing/story.ts";

const { law, calendar } = readSpecForTests();

function clock(chain: Chain, rule: string) {
  if (chain.state === undefined) throw new Error("There is no akt");
  return clocksOf(chain.state, law, calendar).find(({ ruleId }) => ruleId === rule);
}

function act(chain: Chain, kind: string, time: string, more: object = {}) {
  const data = { kind, municipality: "Åsby kommun", ...more };
  return chain.give("act.record", time, { by: manager, ids: { act: id(700) }, data });
}

const asked = (chain: Chain, direction = "we-ask") =>
  act(chain, "transfer.requested", "2026-03-10T09:00", { transferDirection: direction });

describe("a request that another municipality takes over", () => {
  test("is answered within a month, or the inspectorate is asked and has three (SoL 2025 29:11)", () => {
    const chain = opened();
    expect(asked(chain).problems).toEqual([]);
    expect(clock(chain, "R-02a")).toMatchObject({ nominal: "2026-04-10", status: "open" });
    const applied = chain.give("act.record", "2026-04-13T09:00", {
      by: manager,
      ids: { act: id(701) },
      data: { kind: "ivo.applied", municipality: "Åsby kommun" },
    });
    expect(applied.ok).toBe(true);
    expect(clock(chain, "R-02b")).toMatchObject({ nominal: "2026-07-13", status: "open" });
  });

  test("says who asks; an answer says whether the matter is moved", () => {
    expect(act(opened(), "transfer.requested", "2026-03-10T09:00").problems).toMatchObject([
      { pointer: "/data/transferDirection" },
    ]);
    expect(act(opened(), "transfer.answer-received", "2026-03-10T09:00").problems).toMatchObject([
      { pointer: "/data/transferAgreed" },
    ]);
  });

  test.each([
    [true, []],
    [false, ["law.B-09.no-agreement"]],
  ])("lets the investigation be closed as moved only when agreed to: %s", (agreed, refused) => {
    const chain = opened();
    asked(chain);
    const answer = chain.give("act.record", "2026-03-20T09:00", {
      by: manager,
      ids: { act: id(701) },
      data: {
        kind: "transfer.answer-received",
        municipality: "Åsby kommun",
        transferAgreed: agreed,
      },
    });
    expect(answer.problems).toEqual([]);
    expect(clock(chain, "R-02a")).toMatchObject({ metOn: "2026-03-20" });
    const closing = chain.give("investigation.close", "2026-03-25T09:00", {
      by: manager,
      data: { result: "transfer", reason: "Familjen bor i Åsby." },
    });
    const ids = closing.problems.map((found) => found.id).filter((each) => each.includes("B-09"));
    expect(ids).toEqual(refused);
  });

  test("is made by the letter, once", () => {
    const chain = opened();
    const data = {
      letter: "transfer-request",
      recipient: "body",
      recipientName: "Åsby kommun",
      transferWhy: "Familjen har flyttat.",
      way: "post",
    };
    const sent = chain.give("letter.send", "2026-03-10T09:00", { ids: { letter: id(702) }, data });
    expect(sent.problems).toEqual([]);
    expect(clock(chain, "R-02a")).toMatchObject({ nominal: "2026-04-10" });
  });
});
