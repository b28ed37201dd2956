import { describe, expect, test } from "vitest";
import { deriveNextSteps } from "../next-steps.ts";
import { at, type Chain, id, worker } from "../testing/chain.ts";
import { assessed, opened } from "../testing/story.ts";

const question = { id: id(950), text: "Hur har barnet det hemma?", areas: ["FF4", "FM1"] };

function planOf(chain: Chain) {
  const plan = chain.state?.matters[id(1)]?.plan;
  if (plan === undefined) throw new Error("no plan");
  return plan;
}

function stepsOf(chain: Chain): readonly string[] {
  if (chain.state === undefined) throw new Error("no akt");
  const ctx = chain.context(at("2026-03-20T12:00"), worker);
  return deriveNextSteps(chain.state, id(1), ctx).map(({ command }) => command);
}

describe("the investigation plan", () => {
  test("belongs to an open investigation", () => {
    const refused = assessed().give("plan.make", "2026-03-10T09:00", { data: {} });
    expect(refused.problems).toMatchObject([{ id: "investigation.not-open" }]);
  });

  test("is made once and then changed; the state keeps no words of it", () => {
    const chain = opened();
    expect(stepsOf(chain)).toContain("plan.make");
    chain.must("plan.make", "2026-03-12T09:00", {
      data: { questions: [question], targetOn: "2026-06-01", childParticipation: "alone" },
    });
    expect(chain.give("plan.make", "2026-03-13T09:00").problems).toMatchObject([
      { id: "plan.made-already" },
    ]);
    expect(stepsOf(chain)).toContain("plan.revise");
    const silent = chain.give("plan.revise", "2026-04-01T09:00", { data: {} });
    expect(silent.ok).toBe(true);
    chain.must("plan.revise", "2026-04-02T09:00", {
      data: {
        changes: "En fråga till.",
        questions: [question, { ...question, id: id(951), areas: [] }],
        childParticipation: "guardian-present",
      },
    });
    expect(planOf(chain)).toMatchObject({
      madeOn: "2026-03-12",
      revisedOn: "2026-04-02",
      version: 3,
      questions: [
        { id: question.id, areas: ["FF4", "FM1"] },
        { id: id(951), areas: [] },
      ],
      participation: ["alone", "guardian-present"],
    });
    expect(JSON.stringify(chain.state)).not.toContain("hemma");
  });

  test("is not changed before it is made", () => {
    expect(opened().give("plan.revise", "2026-03-12T09:00").problems).toMatchObject([
      { id: "plan.none", status: 409 },
    ]);
  });
});
