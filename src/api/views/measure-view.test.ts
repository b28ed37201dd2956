import { expect, test } from "vitest";
import type { RecordedEvent } from "../../domain/event.ts";
import { id } from "../../domain/testing/chain.ts";
import {
  goal,
  measure,
  measureIn,
  need,
  plan,
  started,
} from "../../domain/testing/measure-story.ts";
import type { FieldClass } from "../../access/policy-types.ts";
import { measuresPart } from "./measure-view.ts";

const all: readonly FieldClass[] = ["coded", "narrative"];

function planned() {
  const chain = started();
  chain.must("implementation-plan.make", "2026-06-08T10:00", { ids: { measure }, data: plan });
  return chain;
}

function followUp(n: number, attainment: string) {
  return {
    ids: { measure, followUp: id(n) },
    data: {
      kind: "planned",
      childParticipation: "alone",
      goals: [{ id: id(n + 1), goal, attainment, childAttainment: "2" }],
    },
  };
}

/** Newest first, as the log is quoted. */
function quoted(events: readonly RecordedEvent[]) {
  return events.toReversed().map((event) => ({ event, specDigest: "" }));
}

test("needs and goals have the words of the version that holds, also where signing it said nothing anew", () => {
  const chain = planned();
  const { matter } = measureIn(chain);
  const shown = measuresPart(matter, { events: quoted(chain.events), classes: all });
  expect(shown.needs).toEqual([{ id: need, area: "BU3", words: "Trygghet" }]);
  expect(shown.goals).toEqual([
    { id: goal, need, area: "BU3", words: "Barnet sover hela natten" },
    { id: id(943), need, area: "BU3", words: "Barnet äter frukost" },
  ]);
  const unchanged = chain.events.map((event) => {
    if (event.type !== "basis.signed") return event;
    const { content: _content, ...body } = event.body;
    return { ...event, body };
  });
  const before = measuresPart(matter, { events: quoted(unchanged), classes: all });
  expect(before.needs).toEqual(shown.needs);
});

test("a reader without narrative gets ids, areas and days, no words", () => {
  const chain = planned();
  const { matter } = measureIn(chain);
  const shown = measuresPart(matter, { events: quoted(chain.events), classes: ["coded"] });
  expect([...shown.needs, ...shown.goals].map(({ words }) => words)).toEqual(["", "", ""]);
  expect(shown.needs[0]?.area).toBe("BU3");
  expect(shown.measures[0]?.startedOn).toBe("2026-06-01");
});

test("a measure says its days, and of each goal what the latest follow-up that took it up said", () => {
  const chain = planned();
  chain.must("measure.follow-up", "2026-08-20T10:00", followUp(950, "1"));
  chain.must("measure.follow-up", "2026-10-20T10:00", followUp(960, "3"));
  const { matter } = measureIn(chain);
  const [shown] = measuresPart(matter, { events: [], classes: all }).measures;
  expect(shown).toMatchObject({
    measure,
    types: ["family-treatment"],
    grantedOn: "2026-05-20",
    orderedOn: "2026-05-21",
    startedOn: "2026-06-01",
    planMadeOn: "2026-06-08",
    planRevisedOn: null,
    followedUpOn: "2026-10-20",
    nextFollowUp: null,
    consentWithdrawn: false,
    ended: null,
  });
  expect(shown?.goals).toEqual([
    { goal, on: "2026-10-20", attainment: "3", childAttainment: "2", guardianAttainment: null },
    {
      goal: id(943),
      on: null,
      attainment: null,
      childAttainment: null,
      guardianAttainment: null,
    },
  ]);
});
