import { describe, expect, test } from "vitest";
import { chronologyLine } from "../chronology-line.ts";
import { clocksOf } from "../clocks.ts";
import { deriveNextSteps } from "../next-steps.ts";
import { at, type Chain, child, father, id, mother, worker } from "../testing/chain.ts";
import {
  goal,
  granted,
  measure,
  measureIn,
  need,
  plan,
  started,
} from "../testing/measure-story.ts";
import { readSpecForTests } from "../testing/read-spec.ts";
import { decision } from "../testing/story.ts";
import { goalsOf } from "./find-measure.ts";

function stepsOf(chain: Chain, time = "2026-12-01T10:00"): readonly string[] {
  if (chain.state === undefined) throw new Error("no state");
  const steps = deriveNextSteps(chain.state, id(1), chain.context(at(time), worker));
  return steps
    .filter(({ ids }) => ids["measure"] !== undefined)
    .map(({ command, missing }) => (missing.length === 0 ? command : `${command} !`));
}

describe("from need to goal, measure, plan, follow-up and end", () => {
  test("everything follows the goal by its id, and nothing written stands in the state", () => {
    const chain = started();
    chain.must("implementation-plan.make", "2026-06-08T10:00", { ids: { measure }, data: plan });
    chain.must("talk.sign", "2026-07-01T10:00", {
      data: { withPersons: [child], alone: true, summary: "Det går framåt.", consent: "Ja." },
    });
    chain.must("measure.follow-up", "2026-08-20T10:00", {
      ids: { measure, followUp: id(61) },
      data: {
        kind: "planned",
        childParticipation: "alone",
        goals: [
          { id: id(944), goal, attainment: "3", childAttainment: "4", now: "4 nätter" },
          { id: id(945), goal: id(943), attainment: "2", guardianAttainment: "3" },
        ],
        childRating: 27,
        guardianRatings: [{ id: id(946), guardian: mother, rating: 8 }],
        risk: "reduced",
        outcome: "continue",
        conclusion: "Vi fortsätter.",
      },
    });
    chain.must("measure.end", "2026-11-30T10:00", {
      ids: { measure },
      data: {
        reason: "goals-reached",
        sessionsGiven: 21,
        childRating: "better",
        guardianRatings: [
          { id: id(947), guardian: mother, rating: "better" },
          { id: id(948), guardian: father, rating: { missing: "unknown" } },
        ],
      },
    });
    const { matter, measure: found } = measureIn(chain);
    expect(goalsOf(matter)).toMatchObject([
      { goal, need, area: "BU3", measurable: true },
      { goal: id(943), need, area: "BU3", addedBy: measure },
    ]);
    expect(found).toMatchObject({
      types: ["family-treatment"],
      providerKind: "own",
      grantedOn: "2026-05-20",
      orderedOn: "2026-05-21",
      startedOn: "2026-06-01",
      goals: [goal, id(943)],
      sessionsGiven: 21,
      plan: { madeOn: "2026-06-08", childParticipation: "alone" },
      followUps: [
        {
          on: "2026-08-20",
          talks: 1,
          alone: 1,
          goals: [
            { goal, attainment: "3", child: "4" },
            { goal: id(943), attainment: "2", guardian: "3" },
          ],
          guardians: [{ guardian: mother, rating: 8 }],
        },
      ],
      end: { on: "2026-11-30", reason: "goals-reached", coded: { childRating: "better" } },
    });
    const kept = JSON.stringify(chain.state);
    for (const words of ["frukost", "Kvällsrutin", "4 nätter", "Vi fortsätter"]) {
      expect(kept).not.toContain(words);
    }
    expect(stepsOf(chain)).toEqual([]);
    expect(chronologyLine(chain.events.at(-1)!)).toMatchObject({
      textId: "measure.ended",
      params: { reason: { code: "goals-reached", codelist: "end-reason" } },
    });
  });

  test("the next steps follow what has been done", () => {
    const last = ["measure.withdraw-consent", "measure.end"];
    expect(stepsOf(granted())).toEqual([
      "measure.order",
      "measure.start",
      "implementation-plan.make",
      ...last,
    ]);
    const chain = started();
    expect(stepsOf(chain)).toEqual(["implementation-plan.make", "measure.follow-up", ...last]);
    chain.must("implementation-plan.make", "2026-06-08T10:00", { ids: { measure }, data: plan });
    expect(stepsOf(chain)).toContain("implementation-plan.revise");
  });

  test("a decision that grants several makes a measure of each", () => {
    const chain = granted(undefined, {
      measureTypes: [],
      measures: [
        { id: id(71), measureType: "yac-75", providerKind: "own", validTo: "2026-12-31" },
        { id: id(72), measureType: "yac-80", providerKind: "contact" },
      ],
    });
    const matter = chain.state?.matters[id(1)];
    expect(matter?.measures).toMatchObject([
      { measure: id(71), types: ["yac-75"], decision, to: "2026-12-31" },
      { measure: id(72), types: ["yac-80"], decision, providerKind: "contact" },
    ]);
    expect(matter?.decisions[0]?.coded["measureTypes"]).toEqual(["yac-75", "yac-80"]);
    expect(stepsOf(chain)).toContain("contact-plan.make");
  });

  test("the clock for starting is met by the start", () => {
    const { law, calendar } = readSpecForTests();
    const met = (chain: Chain) =>
      clocksOf(chain.state!, law, calendar).some((clock) => clock.metOn === "2026-06-01");
    expect(met(granted())).toBe(false);
    expect(met(started())).toBe(true);
  });
});
