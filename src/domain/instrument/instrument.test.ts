import { describe, expect, test } from "vitest";
import { cutoffOf, findInstrument } from "../../spec/instruments.ts";
import type { Answers } from "../event.ts";
import { type Chain, id } from "../testing/chain.ts";
import { readSpecForTests } from "../testing/read-spec.ts";
import { opened } from "../testing/story.ts";

const sdq: Answers = {
  instrument: "sdq",
  respondentKind: "guardian",
  total: "18",
  interpretation: "Ligger högt, främst känslor.",
};

function score(chain: Chain, data: Answers, result = id(60)) {
  return chain.give("instrument.score", "2026-03-20T10:00", { ids: { result }, data });
}

describe("a result of an instrument", () => {
  test("keeps its value, not its interpretation", () => {
    const chain = opened();
    const subscales = [
      { id: id(961), scale: "prosocialt", value: "8" },
      { id: id(962), scale: "emotional", value: "8" },
    ];
    expect(score(chain, { ...sdq, subscales }).ok).toBe(true);
    expect(chain.state?.matters[id(1)]?.instruments).toMatchObject([
      { instrument: "sdq", on: "2026-03-20", total: 18, respondent: "guardian" },
    ]);
    expect(JSON.stringify(chain.state)).not.toContain("känslor");
    expect(score(chain, sdq).problems).toMatchObject([{ id: "command.id-taken" }]);
  });

  test.each([
    ["no number", { total: "hög" }, "instrument.no-number", "/data/total"],
    ["more than it can be", { total: "41" }, "instrument.out-of-range", "/data/total"],
    [
      "of a scale that is not there",
      { subscales: [{ id: id(961), scale: "lust", value: "1" }] },
      "instrument.no-such-scale",
      "/data/subscales/0/scale",
    ],
    [
      "a subscale out of range",
      { subscales: [{ id: id(961), scale: "conduct", value: "11" }] },
      "instrument.out-of-range",
      "/data/subscales/0/value",
    ],
    ["a sum where there is none", { instrument: "freda" }, "instrument.no-total", "/data/total"],
  ])("is refused when it is %s", (_what, data, problem, pointer) => {
    const refused = score(opened(), { ...sdq, ...data });
    expect(refused.problems).toMatchObject([{ id: problem, pointer }]);
  });

  test("of an instrument outside the register is taken as it is written", () => {
    expect(score(opened(), { ...sdq, instrument: "other", total: "112" }).ok).toBe(true);
  });
});

describe("a cut-off", () => {
  const { pack } = readSpecForTests();
  const ors = findInstrument(pack, "ors");
  const label = (value: number, age: number | undefined) =>
    ors && cutoffOf(ors, { scale: "total", value, age })?.label.en;

  test("follows the value and the age, and is nothing where the age is not known", () => {
    expect(label(27.9, 15)).toBe("below the limit for ages 13-17");
    expect(label(28, 15)).toBe("above the limit for ages 13-17");
    expect(label(26, 18)).toBe("above the limit for adults");
    expect(label(26, undefined)).toBeUndefined();
    expect(label(26, 8)).toBeUndefined();
  });
});
