import { describe, expect, test } from "vitest";
import { assistant, basisContent, child, father, id, manager, mother } from "../testing/chain.ts";
import {
  goal,
  granted,
  measure,
  measureIn,
  need,
  plan,
  started,
} from "../testing/measure-story.ts";
import { communicated, decisionData, document } from "../testing/story.ts";

describe("what is refused, and at which field", () => {
  test("a goal that is not in the basis, or twice", () => {
    const refused = granted().give("measure.order", "2026-05-21T10:00", {
      ids: { measure },
      data: {
        goals: [
          { id: id(1940), goal: id(999) },
          { id: id(1941), goal },
          { id: id(1942), goal },
        ],
      },
    });
    expect(refused.problems.map((found) => `${found.id} ${found.pointer}`)).toEqual([
      "goal.unknown /data/goals/0/goal",
      "goal.twice /data/goals/2/goal",
    ]);
  });

  test("a goal without a need, in a plan and in the basis", () => {
    const added = started().give("implementation-plan.make", "2026-06-08T10:00", {
      ids: { measure },
      data: { newGoals: [{ id: id(943), words: "Äta frukost", measurable: true }] },
    });
    expect(added.problems).toMatchObject([
      { id: "goal.need-missing", pointer: "/data/newGoals/0/need" },
    ]);
    const other = started().give("implementation-plan.make", "2026-06-08T10:00", {
      ids: { measure },
      data: { newGoals: [{ id: id(943), area: "BU1", words: "Äta", measurable: true }] },
    });
    expect(other.ok).toBe(true);
    const basis = communicated().give("basis.sign", "2026-05-20T09:00", {
      ids: { document },
      content: { ...basisContent, goals: [{ id: id(911), words: "Sova" }] },
    });
    expect(basis.problems).toContainEqual(
      expect.objectContaining({ id: "goal.need-missing", pointer: "/content/goals/0/need" }),
    );
  });

  test("a goal that cannot be followed up stands only with a reason", () => {
    const vague = {
      ids: { measure },
      data: { newGoals: [{ id: id(943), need, words: "Må bättre", measurable: false }] },
    };
    const chain = started();
    expect(chain.give("implementation-plan.make", "2026-06-08T10:00", vague)).toMatchObject({
      ok: false,
      rules: ["GEN-03"],
    });
    chain.must("implementation-plan.make", "2026-06-08T10:00", {
      ...vague,
      reasons: { "GEN-03": "Skrivs om vid uppföljningen." },
    });
  });

  test("a follow-up before the start, by one without the degree, and after the end", () => {
    const held = { ids: { measure, followUp: id(61) }, data: { kind: "planned" } };
    const reasons = { "E-05": "Planen görs i nästa vecka." };
    expect(granted().give("measure.follow-up", "2026-06-20T10:00", held).problems).toMatchObject([
      { id: "measure.not-started" },
    ]);
    const chain = started();
    const assisted = chain.give("measure.follow-up", "2026-06-20T10:00", {
      ...held,
      by: assistant,
      reasons,
    });
    expect(assisted.rules).toContain("N-01");
    chain.must("measure.follow-up", "2026-06-20T10:00", { ...held, reasons });
    expect(chain.give("measure.follow-up", "2026-06-20T11:00", held).problems).toMatchObject([
      { id: "command.id-taken" },
    ]);
    chain.must("measure.end", "2026-06-21T10:00", {
      ids: { measure },
      data: { reason: "family-declines" },
    });
    expect(
      chain.give("measure.end", "2026-06-22T10:00", { ids: { measure } }).problems,
    ).toMatchObject([{ id: "measure.ended" }]);
  });

  test("an end without its reason", () => {
    const refused = started().give("measure.end", "2026-06-21T10:00", { ids: { measure } });
    expect(refused.problems).toMatchObject([{ id: "answer.required", pointer: "/data/reason" }]);
  });
});

describe("consent", () => {
  const against = {
    guardianPositions: [
      { id: id(920), guardian: mother, position: "opposes" },
      { id: id(921), guardian: father, position: "opposes" },
    ],
  };

  test("at eleven a measure needs the guardians', at twelve the child's own is enough", () => {
    expect(() => granted("2014-06-01", against)).toThrow(/21 kap\. 1 §/);
    const chain = granted("2014-02-17", against);
    expect(measureIn(chain).measure.grantedOn).toBe("2026-05-20");
  });

  test("withdrawn at eleven: nothing goes on, and the end is open", () => {
    const chain = started("2014-12-01");
    chain.must("measure.withdraw-consent", "2026-06-10T10:00", {
      ids: { measure },
      data: { by: [father] },
    });
    const refused = chain.give("implementation-plan.make", "2026-06-11T10:00", {
      ids: { measure },
      data: plan,
    });
    expect(refused.problems).toMatchObject([
      { ruleId: "D-05", section: expect.stringContaining("21 kap. 1 §") },
    ]);
    const held = { ids: { measure, followUp: id(61) }, reasons: { "E-05": "Avslutas." } };
    const goesOn = { ...held, data: { outcome: "continue" } };
    expect(chain.give("measure.follow-up", "2026-06-11T10:00", goesOn).rules).toContain("D-05");
    chain.must("measure.follow-up", "2026-06-11T10:00", { ...held, data: { outcome: "end" } });
    chain.must("measure.end", "2026-06-12T10:00", {
      ids: { measure },
      data: { reason: "family-declines" },
    });
  });

  test("withdrawn by a guardian at twelve: the child's own yes carries it", () => {
    const chain = started("2014-02-17");
    chain.must("measure.withdraw-consent", "2026-06-10T10:00", {
      ids: { measure },
      data: { by: [father] },
    });
    chain.must("implementation-plan.make", "2026-06-11T10:00", { ids: { measure }, data: plan });
    chain.must("measure.withdraw-consent", "2026-06-12T10:00", {
      ids: { measure },
      data: { by: [child] },
    });
    const refused = chain.give("implementation-plan.revise", "2026-06-13T10:00", {
      ids: { measure },
      data: { childParticipation: "alone" },
    });
    expect(refused.rules).toEqual(["D-05"]);
  });

  test("a decision that prolongs the measure is a consent anew", () => {
    const chain = started("2014-12-01");
    chain.must("measure.withdraw-consent", "2026-06-10T10:00", {
      ids: { measure },
      data: { by: [father] },
    });
    chain.must("decision.make", "2026-06-20T10:00", {
      by: manager,
      ids: { decision: id(14) },
      data: { ...decisionData, continues: true, validTo: "2026-12-31" },
    });
    expect(measureIn(chain).measure).toMatchObject({ decision: id(14), to: "2026-12-31" });
    chain.must("implementation-plan.make", "2026-06-21T10:00", { ids: { measure }, data: plan });
  });
});
