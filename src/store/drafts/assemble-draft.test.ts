import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { parseUuid, type Uuid } from "../../kernel/ids.ts";
import { instantOfMillis } from "../../kernel/instant.ts";
import { assembleDraft, type DraftField } from "./assemble-draft.ts";

function id(n: number): Uuid {
  return parseUuid(`01900000-0000-7000-8000-${String(n).padStart(12, "0")}`)!;
}

const writer = id(99);

function field(path: string, value: unknown, more: Partial<DraftField> = {}): DraftField {
  return { path, rev: 1, value, by: writer, at: instantOfMillis(1000), ...more };
}

describe("assembleDraft", () => {
  test("puts fields and list items together, items in the order of their keys", () => {
    const draft = assembleDraft([
      field("childView", "Barnet vill hem."),
      field("informants", ["school"]),
      field("exposure", { missing: "unknown" }),
      field(`goals/${id(2)}/words`, "Andra målet"),
      field(`goals/${id(2)}/order`, "b"),
      field(`goals/${id(1)}/order`, "aV"),
      field(`goals/${id(1)}/words`, "Första målet"),
    ]);
    expect(draft).toEqual({
      answers: {
        childView: "Barnet vill hem.",
        informants: ["school"],
        exposure: { missing: "unknown" },
        goals: [
          { id: id(1), words: "Första målet" },
          { id: id(2), words: "Andra målet" },
        ],
      },
      unresolved: [],
    });
  });

  test("leaves out what was emptied and items taken away", () => {
    const draft = assembleDraft([
      field("childView", null),
      field("weighing", ""),
      field("informants", []),
      field(`goals/${id(1)}/order`, null),
      field(`goals/${id(1)}/words`, "Borttaget mål"),
    ]);
    expect(draft).toEqual({ answers: {}, unresolved: [] });
  });

  test("names the fields where another value stands", () => {
    const other = field("childView", "Från B", { other: "Från A" });
    expect(assembleDraft([other]).unresolved).toEqual(["childView"]);
  });

  test("an item taken away while somebody wrote in it is not settled", () => {
    const gone = field(`goals/${id(1)}/order`, null, { other: "a0" });
    const later = field(`goals/${id(1)}/words`, "Mer");
    expect(assembleDraft([gone, later]).unresolved).toEqual([`goals/${id(1)}/order`]);
    expect(assembleDraft([later, gone]).unresolved).toEqual([`goals/${id(1)}/order`]);
  });

  test("two texts in an item that is gone need no choice: nobody sees them", () => {
    const gone = field(`goals/${id(1)}/order`, null);
    const words = field(`goals/${id(1)}/words`, "Från B", { other: "Från A" });
    expect(assembleDraft([gone, words])).toEqual({ answers: {}, unresolved: [] });
  });

  test("drops what no document can hold", () => {
    const draft = assembleDraft([
      field("childView", "a\0b\ud800"),
      field("weighing", { hidden: "object" }),
      field("too/many/parts/here", "x"),
      field("goals/no-id/words", "x"),
    ]);
    expect(draft.answers).toEqual({ childView: "ab\ufffd" });
  });

  test("does not depend on the order the fields come in", () => {
    const fields = [1, 2, 3, 4].flatMap((n) => [
      field(`goals/${id(n)}/order`, n === 3 ? null : `a${5 - n}`),
      field(`goals/${id(n)}/words`, `Mål ${n}`),
    ]);
    const whole = assembleDraft(fields);
    fc.assert(
      fc.property(fc.shuffledSubarray(fields, { minLength: fields.length }), (shuffled) => {
        expect(assembleDraft(shuffled)).toEqual(whole);
      }),
    );
  });
});
