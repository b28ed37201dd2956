import { describe, expect, test } from "vitest";
import { plainDate } from "../kernel/plain-date.ts";
import { mayDecide } from "./delegation.ts";
import type { DecisionToTake } from "./delegation.ts";
import { appealOn, sectionOn } from "./look-up.ts";
import { readLaw } from "./testing/law-files.ts";

const law = readLaw();
const order = law.orders.at(-1)!;

function refused(decision: string, change: Partial<DecisionToTake> = {}): string | undefined {
  const taken: DecisionToTake = {
    decision,
    level: "delegate",
    role: "unit-manager",
    qualified: true,
    on: plainDate("2026-03-02"),
    ...change,
  };
  const answer = mayDecide(law, order, taken);
  return answer.ok ? undefined : answer.problems.map(({ id }) => id).join(" ");
}

describe("the statutory ceiling", () => {
  test.each([
    ["care-outside-home.family-home", "F-02", "30 kap. 6 § SoL"],
    ["care-outside-home.emergency-home", "F-02", "30 kap. 6 § SoL"],
    ["care-outside-home", "F-02", "30 kap. 6 § SoL"],
    ["care-consideration", "I-01", "30 kap. 6 § SoL"],
    ["consent-replaced", "D-07", "30 kap. 10 § SoL"],
    ["care-order-application", "G-23", "30 kap. 7 § SoL"],
    ["lvu-contact-restriction", "G-10", "30 kap. 7 § SoL"],
    ["lvu-urgent-care", "G-01", "30 kap. 7 § SoL"],
    ["lvu-placement", "G-22", "30 kap. 7 § SoL"],
  ])(
    "V71: %s is refused to an employee by %s, and open to the committee",
    (decision, ruleId, section) => {
      const answer = mayDecide(law, order, {
        decision,
        level: "delegate",
        role: "unit-manager",
        qualified: true,
        on: plainDate("2026-03-02"),
      });
      expect(answer).toMatchObject({ ok: false, problems: [{ ruleId, section }] });
      expect(refused(decision, { level: "committee", role: "committee" })).toBeUndefined();
      expect(refused(decision, { level: "board", role: "board" })).toBeUndefined();
    },
  );

  test.each([
    ["open-measure", "caseworker", "law.N-03.not-delegated", "öppen insats, enhetschef"],
    ["extend-investigation", "caseworker", "law.N-03.not-delegated", "förlänga utredningstid"],
  ])("names the row of the order that %s is decided by, to a %s", (decision, role, id, row) => {
    const on = plainDate("2026-03-02");
    const taken = { decision, level: "delegate", role, qualified: true, on } as const;
    const text = { sv: expect.stringContaining(row) };
    expect(mayDecide(law, order, taken)).toMatchObject({ ok: false, problems: [{ id, text }] });
    const unqualified = { ...taken, role: "unit-manager", qualified: false };
    expect(mayDecide(law, order, unqualified)).toMatchObject({ problems: [{ text }] });
  });

  test("was there under the old act", () => {
    expect(refused("care-outside-home.family-home", { on: plainDate("2023-07-17") })).toBe(
      "law.F-02.level",
    );
  });

  test("lets the chair take what cannot wait, and nothing else", () => {
    expect(refused("lvu-urgent-care", { level: "chair", role: "chair" })).toBeUndefined();
    expect(refused("lvu-contact-restriction", { level: "chair", role: "chair" })).toBe(
      "law.G-10.level",
    );
    expect(refused("open-measure", { level: "chair", role: "chair" })).toBe("law.N-03.level");
  });

  test("keeps the prohibition to receive children with the board itself", () => {
    expect(refused("prohibition-receive-children", { level: "committee" })).toBe("law.I-04.level");
    expect(refused("prohibition-receive-children", { level: "board" })).toBeUndefined();
  });
});

describe("the board's order", () => {
  test.each([
    "open-investigation",
    "not-open-investigation",
    "extend-preliminary",
    "open-measure",
    "follow-up-23",
  ])("lets a unit manager decide %s, but no caseworker", (decision) => {
    expect(refused(decision)).toBeUndefined();
    expect(refused(decision, { role: "caseworker" })).toBe("law.N-03.not-delegated");
    expect(refused(decision, { qualified: false })).toBe("law.N-01.not-qualified");
  });

  test("gives nothing it does not name", () => {
    expect(refused("something-new")).toBe("law.N-03.not-delegated");
    expect(refused("something-new", { level: "committee" })).toBeUndefined();
  });

  test("holds while it is in force", () => {
    const ended = { ...order, validTo: plainDate("2025-12-31") };
    const taken = {
      decision: "open-measure",
      level: "delegate",
      role: "unit-manager",
      qualified: true,
    } as const;
    expect(mayDecide(law, ended, { ...taken, on: plainDate("2025-12-31") }).ok).toBe(true);
    expect(mayDecide(law, ended, { ...taken, on: plainDate("2026-01-01") }).ok).toBe(false);
  });
});

describe("look-ups by day", () => {
  test.each([
    ["open-measure", "2026-03-02", "appeal", "SoL25 35:1"],
    ["care-outside-home.family-home", "2023-07-19", "appeal", "SoL01 16:3"],
    ["consent-replaced", "2026-06-25", "appeal", "FB 6:13 a"],
    ["not-open-investigation", "2026-03-02", "not", "SoL25 35:1"],
    ["measure-without-assessment", "2026-03-02", "legality-review", "SoL25 35:1"],
  ])("%s decided on %s: %s", (decision, on, appealable, short) => {
    expect(appealOn(law, decision, plainDate(on))).toMatchObject({ appealable, short });
  });

  test("a kind without a row has no answer", () => {
    expect(appealOn(law, "other", plainDate("2026-03-02"))).toBeUndefined();
  });

  test.each([
    ["A-04", "2025-06-30", "SoL01 11:1 a"],
    ["A-04", "2025-07-01", "SoL25 20:2"],
    ["B-05", "2026-01-01", "SoL25 20:6"],
    ["F-02", "2024-01-01", "SoL01 10:4"],
    ["A-09", "2026-01-14", "OSL 26:9 a"],
  ])("%s stood on %s in %s", (ruleId, on, short) => {
    expect(sectionOn(law, ruleId, plainDate(on))?.short).toBe(short);
  });
});
