import { describe, expect, test } from "vitest";
import type { CatalogueVariable } from "../../../api/queries.ts";
import { everything, matching, useOf } from "./matching.ts";

const text = (sv: string) => ({ sv, en: sv });

function variable(id: string, more: Partial<CatalogueVariable> = {}): CatalogueVariable {
  return {
    id,
    grain: "akt",
    step: "intake",
    area: "del",
    label: text(`Namn ${id}`),
    definition: text("Hur barnet kom till tals."),
    guidance: null,
    difficulty: null,
    source: text("Källa"),
    derived: false,
    available: true,
    status: "own",
    type: "code",
    codelist: null,
    codes: [],
    starter: true,
    fill: null,
    ...more,
  };
}

const catalogue = {
  onRequest: ["UTR-21"],
  variables: [
    variable("AKT-13"),
    variable("UTR-21", { step: "investigate", starter: false }),
    variable("FOL-05", { available: false, area: "res" }),
    variable("BES-01", { starter: false, label: text("Ärlighet") }),
  ],
};
const found = (wanted: Partial<typeof everything>) =>
  matching(catalogue, { ...everything, ...wanted }, "sv").map(({ id }) => id);

describe("looking for a variable", () => {
  test("finds every word in id, name or definition, whatever the case", () => {
    expect(found({ text: "  akt-13 TALS " })).toEqual(["AKT-13"]);
    expect(found({ text: "ÄRLIGHET" })).toEqual(["BES-01"]);
    expect(found({ text: "ingenting" })).toEqual([]);
    expect(found({})).toHaveLength(4);
  });

  test("keeps to step, area and use together", () => {
    expect(found({ step: "investigate" })).toEqual(["UTR-21"]);
    expect(found({ area: "res", use: "later" })).toEqual(["FOL-05"]);
    expect(found({ area: "res", use: "starter" })).toEqual([]);
  });

  test("a part is in use as its whole", () => {
    expect(useOf(variable("UTR-21.ff1"), catalogue)).toBe("on-request");
    expect(useOf(variable("AKT-06.main", { starter: false }), catalogue)).toBe("more");
  });
});
