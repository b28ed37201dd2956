import { describe, expect, test } from "vitest";

import type { MatterState } from "../../domain/akt-state.ts";
import { env, notAsked, notRelevant, reported, rowsOf, valueOf } from "../testing/one-matter.ts";
import {
  aktOf,
  basisOf,
  day,
  decisionOf,
  id,
  investigationOf,
  matterOf,
  personOf,
  reportOf,
} from "../testing/states.ts";
import { followupRows } from "./rows.ts";

function investigated(
  given: Partial<MatterState>,
  opened: Parameters<typeof investigationOf>[2] = {},
): MatterState {
  return matterOf("matter", "2025-10-22", {
    investigation: investigationOf("inv", "2025-10-31", opened),
    ...given,
  });
}

describe("an investigation", () => {
  const talks = { withChild: 2, alone: 1, homeVisits: 1, adults: [], participation: [] };

  test("of a very young child counts talks as observation", () => {
    const matter = investigated({ talks: { ...talks, participation: ["observation"] } });
    expect(valueOf("UTR-06", [matter])).toBe(2);
    expect(valueOf("UTR-07", [matter])).toBe(1);
    expect(valueOf("UTR-08", [matter])).toBe("observation");
  });

  test("takes the fullest way of talks, notes and the basis", () => {
    const older = personOf("maja", "2016-02-29", {});
    const withTalk = investigated({ talks: { ...talks, alone: 0, participation: ["declined"] } });
    const row = rowsOf([withTalk], older).find((each) => each.kind === "utr");
    expect(row?.values["UTR-08"]).toBe("guardian-present");
    const asked = investigated({ basis: basisOf("b", { childParticipation: "unreachable" }, {}) });
    expect(valueOf("UTR-08", [asked])).toBe("unreachable");
  });

  test("counts extensions and days, and needs no assessment of risk without violence", () => {
    const matter = investigated(
      { reports: [reportOf("calm", "2025-10-22T09:00", { kind: "report", violence: ["none"] })] },
      { extensions: 1, extensionReason: "police", closedOn: day("2026-01-15") },
    );
    expect(valueOf("UTR-02", [matter])).toBe(76);
    expect(valueOf("UTR-03", [matter])).toBe(1);
    expect(valueOf("UTR-03.reason", [matter])).toBe("police");
    expect(valueOf("UTR-18", [matter])).toBe("not-relevant");
    expect(valueOf("UTR-13", [matter])).toBe("not-requested");
  });

  test("of a report of violence lacks the assessment of risk until it is answered", () => {
    const violence = { kind: "report", violence: ["physical"] };
    const matter = investigated({ reports: [reportOf("hard", "2025-10-22T09:00", violence)] });
    expect(valueOf("UTR-18", [matter])).toEqual(notAsked);
    const basis = basisOf("risk", { violenceRiskAssessment: "yes-with-instrument" }, {});
    expect(valueOf("UTR-18", [{ ...matter, basis }])).toBe("yes-with-instrument");
  });

  test("keeps every way the child was informed in", () => {
    const informed = { way: "picture", understood: "partly" };
    const matter = investigated(
      {},
      { childInformed: informed, childInformedWays: ["oral", "oral"] },
    );
    expect(valueOf("UTR-10.ways", [matter])).toEqual(["oral", "picture"]);
    expect(valueOf("UTR-10.understood", [matter])).toBe("partly");
  });

  test("with a basis that names no factor has none of them, and is not unanswered", () => {
    expect(valueOf("UTR-33", [investigated({ basis: basisOf("empty", {}, {}) })])).toEqual(
      notRelevant,
    );
    expect(valueOf("UTR-33", [investigated({})])).toEqual(notAsked);
  });
});

describe("a decision", () => {
  const closed = { closedOn: day("2026-01-15"), result: "care-order-application" };

  test("carries the result when it was the last before the closing", () => {
    const decisions = [
      decisionOf("temporary", "2025-12-22", {}, { type: "other" }),
      decisionOf("application for care", "2026-01-15", { childPosition: "cannot-express" }),
      decisionOf("situation", "2026-01-15", {}, { type: "follow-up-23" }),
      decisionOf("longer", "2026-05-28", {}),
    ];
    const rows = rowsOf([investigated({ decisions }, closed)]).filter((row) => row.kind === "bes");
    expect(rows.map((row) => row.values["BES-01"])).toEqual([
      notRelevant,
      "care-order-application",
      notRelevant,
      notRelevant,
    ]);
    expect(rows[1]?.values["BES-06"]).toBe("cannot-express");
    expect(rows[1]?.values["BES-09"]).toBe("no");
  });

  test("is not needed for a result: a closing without one has a row", () => {
    const rows = rowsOf([investigated({}, { closedOn: day("2026-01-15"), result: "struck-off" })]);
    const bes = rows.filter((row) => row.kind === "bes");
    expect(bes.map((row) => [row.on, row.values["BES-01"], row.values["BES-05"]])).toEqual([
      ["2026-01-15", "struck-off", notRelevant],
    ]);
  });

  test("that was appealed waits for the court, then has its outcome", () => {
    const appealed = { by: id("robert"), on: day("2026-02-01") };
    const pending = decisionOf("d1", "2026-01-15", {}, { appealed });
    const settled = decisionOf(
      "d2",
      "2026-01-15",
      {},
      {
        appealed: { ...appealed, outcome: "unchanged" },
      },
    );
    const values = rowsOf([investigated({ decisions: [pending, settled] }, closed)])
      .filter((row) => row.kind === "bes")
      .map((row) => row.values["BES-10"]);
    expect(values).toEqual(["pending", "unchanged"]);
  });
});

describe("guardians", () => {
  test("are those of the day of the row", () => {
    const child = personOf("alve", "2024-02-29", {});
    const before = personOf("jennie", "1990-01-01", { legalSex: "female" }, [["guardian", "alve"]]);
    const [relation] = before.relations;
    if (relation === undefined) throw new Error("no relation");
    const guardians = [
      { ...before, relations: [{ ...relation, validTo: day("2026-03-09") }] },
      personOf("dennis", "1988-01-01", { legalSex: "male" }, [["guardian", "alve"]]),
      personOf("farmor", "1960-01-01", { legalSex: "female" }, [["relative", "alve"]]),
    ];
    const matter = reported({});
    const [row] = followupRows(aktOf("alve", [matter]), matter.matter, { child, guardians }, env);
    expect(row?.guardians).toHaveLength(1);
    expect(row?.values["BAK-10"]).toEqual(["male"]);
  });
});
