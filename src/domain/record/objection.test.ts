import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Command } from "../command.ts";
import { assistant, type Chain, father, id, mother } from "../testing/chain.ts";
import { communicated, document, talked } from "../testing/story.ts";
import { objectionsTo } from "./objections.ts";

const objection = id(60);

function object(chain: Chain, entry: number | undefined, more: Partial<Command> = {}) {
  return chain.give("objection.note", "2026-05-06T10:00", {
    by: assistant,
    ids: { objection, ...more.ids },
    data: {
      by: [father],
      text: "Jag sa aldrig så.",
      ...(entry === undefined ? {} : { entry }),
    },
  });
}

function problemsOf(outcome: ReturnType<Chain["give"]>) {
  return outcome.problems.map((found) => found.id);
}

describe("an objection", () => {
  test("stands beside the line it is about, and changes nothing else of the matter", () => {
    const chain = talked();
    const before = chain.state?.matters[id(1)];
    const entry = chain.events.length;
    expect(object(chain, entry).ok).toBe(true);
    const after = chain.state?.matters[id(1)];
    expect(objectionsTo(after, { seq: entry })).toMatchObject([{ objection, by: [father] }]);
    expect(objectionsTo(after, { seq: entry - 1 })).toEqual([]);
    expect({ ...after, objections: [], facts: [] }).toEqual({
      ...before,
      objections: [],
      facts: [],
    });
  });

  test("is about a document, or a passage of the version that a line made", () => {
    const chain = communicated();
    const made = chain.events.find(({ type }) => type === "basis.fixed")?.seq ?? 0;
    const passage = { ids: { document, item: id(911) } };
    expect(object(chain, made, passage).ok).toBe(true);
    expect(objectionsTo(chain.state?.matters[id(1)], { document })).toMatchObject([
      { item: id(911), entry: made },
    ]);
  });

  test("names what it is about, by something that is there", () => {
    const refusals: readonly (readonly [number | undefined, Partial<Command>, string])[] = [
      [undefined, {}, "objection.about-nothing"],
      [999, {}, "record.entry-missing"],
      [1, {}, "record.entry-missing"],
      [undefined, { ids: { document: id(77) } }, "objection.document-missing"],
      [4, { ids: { item: id(77) } }, "objection.paragraph-missing"],
    ];
    for (const [entry, more, problem] of refusals) {
      expect(problemsOf(object(communicated(), entry, more)), problem).toEqual([problem]);
    }
  });

  test("has words and somebody who says them (M-03)", () => {
    const chain = talked();
    const outcome = chain.give("objection.note", "2026-05-06T10:00", {
      ids: { objection },
      data: { entry: 3 },
    });
    expect(outcome.problems.map(({ pointer }) => pointer)).toEqual(["/data/by", "/data/text"]);
  });

  test("is taken once, and in a closed matter too", () => {
    const chain = talked();
    expect(object(chain, 3).ok).toBe(true);
    expect(problemsOf(object(chain, 3))).toEqual(["command.id-taken"]);
  });

  test("never changes what it is about, whatever is objected to and however often", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 8 }), (entries) => {
        const chain = talked();
        const before = JSON.stringify(chain.events);
        const stood = chain.events.length;
        const taken: number[] = [];
        for (const [index, entry] of entries.entries()) {
          // What stands in the matter, earlier objections among it; the first line is the akt's own.
          if (entry > 1 && entry <= chain.events.length) taken.push(entry);
          chain.give("objection.note", "2026-05-06T10:00", {
            ids: { objection: id(600 + index) },
            data: { by: [mother], text: "Fel.", entry },
          });
        }
        expect(JSON.stringify(chain.events.slice(0, stood))).toBe(before);
        const noted = chain.state?.matters[id(1)]?.objections ?? [];
        expect(noted.map(({ entry }) => entry)).toEqual(taken);
      }),
    );
  });
});

test("an objection names a section that the line holds, and whom it is kept from", () => {
  const chain = talked();
  const entry = chain.events.findLast(({ type }) => type === "talk.signed")?.seq;
  const give = (field: string) =>
    chain.give("objection.note", "2026-05-06T10:00", {
      by: assistant,
      ids: { objection },
      data: { by: [father], text: "Fel.", entry: entry ?? 0, field, hiddenFrom: [mother] },
    });
  expect(problemsOf(give("conclusion"))).toEqual(["objection.paragraph-missing"]);
  expect(give("summary").ok).toBe(true);
  expect(chain.state?.matters[id(1)]?.objections).toMatchObject([
    { field: "summary", hiddenFrom: [mother] },
  ]);
});
