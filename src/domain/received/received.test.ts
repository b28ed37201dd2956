import { describe, expect, test } from "vitest";
import { basisContent, type Chain, child, father, id, manager, mother } from "../testing/chain.ts";
import { document, opened, received, report } from "../testing/story.ts";
import type { Answers } from "../event.ts";
import { withCitedSecrecy } from "./citations.ts";

const letter = id(80);
const answers: Answers = {
  foundOn: "2026-03-09",
  arrivalWay: "handed-over",
  kind: "school-report",
  sender: "school",
  about: "Betyg och frånvaro",
  text: "Hej! Här är uppgifterna.",
};

function take(chain: Chain, data: Answers = {}, more = {}, time = "2026-03-09T15:00") {
  const outcome = chain.give("document.receive", time, {
    ids: { received: letter },
    data: { ...answers, ...data },
    ...more,
  });
  return { ...outcome, found: outcome.problems.map((one) => `${one.id} ${one.pointer ?? ""}`) };
}

function matterOf(chain: Chain) {
  const matter = chain.state?.matters[id(1)];
  if (matter === undefined) throw new Error("no matter");
  return matter;
}

describe("a document that comes in", () => {
  test("is kept with its day, its pages and whom it is hidden from", () => {
    const chain = received();
    const computed = { file: id(81), fileHash: "aa", filePages: 3 };
    expect(take(chain, { hiddenFrom: [mother, id(199)] }, { computed }).ok).toBe(true);
    expect(matterOf(chain).received).toEqual([
      {
        document: letter,
        seq: chain.events.at(-1)?.seq,
        on: "2026-03-09",
        pages: 3,
        file: id(81),
        kind: "school-report",
        sender: "school",
        hiddenFrom: [mother],
      },
    ]);
    expect(chain.events.at(-1)?.body.data).toMatchObject({
      arrivedOn: "2026-03-09",
      file: id(81),
      fileHash: "aa",
      hiddenFrom: [mother],
    });
  });

  // 2026-03-09 is a Monday; 6 April 2026 is Easter Monday, 3 April Good Friday.
  test.each([
    ["handed-over", "2026-03-09", {}, "2026-03-09"],
    ["post", "2026-03-09", {}, "2026-03-09"],
    ["mailbox", "2026-03-09", {}, "2026-03-06"],
    ["notified", "2026-03-10", {}, "2026-03-09"],
    ["notified", "2026-03-10", { notThereBefore: true }, "2026-03-10"],
    ["mailbox", "2026-03-10", { notThereBefore: true }, "2026-03-09"],
    ["mailbox", "2026-04-07", {}, "2026-04-02"],
  ])("by %s on %s counts as arrived on the right day", (arrivalWay, foundOn, more, day) => {
    const chain = received();
    expect(take(chain, { arrivalWay, foundOn, ...more }, {}, "2026-04-08T09:00").ok).toBe(true);
    expect(matterOf(chain).received?.[0]?.on).toBe(day);
  });

  test("is refused without a file or a text, from a day to come, and twice", () => {
    const chain = received();
    expect(take(chain, { text: "  " }).found).toEqual(["received.nothing /file"]);
    expect(take(chain, { foundOn: "2026-03-10" }).found).toEqual([
      "received.found-later-than-now /data/foundOn",
    ]);
    expect(take(chain).ok).toBe(true);
    expect(take(chain).found).toEqual(["received.id-taken "]);
  });

  test("is asked its sender, kind and what it is about", () => {
    const { sender: _, kind: _kind, about: _about, ...rest } = answers;
    const chain = received();
    const outcome = chain.give("document.receive", "2026-03-09T15:00", {
      ids: { received: letter },
      data: rest,
    });
    expect(outcome.problems.map(({ pointer }) => pointer)).toEqual([
      "/data/kind",
      "/data/sender",
      "/data/about",
    ]);
  });

  test("comes also when the matter is closed", () => {
    const chain = received();
    chain.must("protection.assess", "2026-03-02T14:00", {
      ids: { report },
      data: { assessedAt: "2026-03-02T14:00", outcome: "no-immediate-need", reasons: "Trygg." },
    });
    chain.must("investigation.not-open", "2026-03-12T09:00", {
      by: manager,
      ids: { report },
      data: {
        outcome: "not-open",
        decidedAt: "2026-03-12T09:00",
        reason: "Nej.",
        risk: "Låg.",
        notOpenReason: "no-measure",
      },
      reasons: { "A-07": "Vet ej.", "A-10": "Sagt." },
    });
    chain.must("matter.close", "2026-03-13T09:00", { by: manager, data: { reason: "Klart." } });
    expect(matterOf(chain).closedOn).toBe("2026-03-13");
    expect(take(chain, {}, {}, "2026-03-21T09:00").ok).toBe(true);
  });
});

describe("a statement that cites a received document", () => {
  function fix(chain: Chain, more: Answers) {
    const statement = {
      id: id(90),
      area: "BU1",
      kind: "fact",
      text: "Nio dagars frånvaro.",
      ...more,
    };
    const content = { ...basisContent, statements: [{ ...statement, id: id(90) }] };
    const outcome = chain.give("basis.fix", "2026-05-04T09:00", { ids: { document }, content });
    return outcome.problems
      .filter(({ severity }) => severity === "block")
      .map((one) => `${one.id} ${one.pointer ?? ""}`);
  }

  test("names a document of the matter and a page that it has", () => {
    const chain = opened();
    expect(take(chain, {}, { computed: { file: id(81), filePages: 3 } }).ok).toBe(true);
    expect(fix(chain, { sourceDocument: id(82) })).toEqual([
      "citation.unknown-document /content/statements/0/sourceDocument",
    ]);
    for (const sourcePage of [0, 4]) {
      expect(fix(chain, { sourceDocument: letter, sourcePage })).toEqual([
        "citation.no-such-page /content/statements/0/sourcePage",
      ]);
    }
    expect(fix(chain, { sourceDocument: letter, sourcePage: 3 })).toEqual([]);
  });

  test("is hidden from those the document is hidden from", () => {
    const chain = opened();
    expect(take(chain, { hiddenFrom: [mother] }).ok).toBe(true);
    const content = {
      statements: [
        { id: id(90), text: "Ur brevet.", sourceDocument: letter, hiddenFrom: [father] },
        { id: id(91), text: "Ur samtalet.", sourcePerson: child },
      ],
    };
    expect(withCitedSecrecy(content, matterOf(chain))["statements"]).toMatchObject([
      { hiddenFrom: [father, mother] },
      { id: id(91), text: "Ur samtalet." },
    ]);
  });
});
