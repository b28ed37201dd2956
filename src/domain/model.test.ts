import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, plainDate } from "../kernel/plain-date.ts";
import { clocksOf } from "./clocks.ts";
import type { Answers } from "./event.ts";
import { goalsOf, measuresOf } from "./measure/find-measure.ts";
import { deriveNextSteps } from "./next-steps.ts";
import { investigationRunning } from "./notes/apply-notes.ts";
import { phaseOf } from "./phase.ts";
import {
  assistant,
  at,
  basisContent,
  Chain,
  child,
  father,
  id,
  manager,
  mother,
  reportData,
  worker,
} from "./testing/chain.ts";
import { readSpecForTests } from "./testing/read-spec.ts";

interface Move {
  readonly type: string;
  readonly data: Answers;
  readonly by: typeof worker;
  readonly n: number;
  readonly days: number;
  readonly reasoned: boolean;
}

const decision: Answers = {
  type: "open-measure",
  wording: "Barnet beviljas samtal.",
  legalBasis: ["sol25-11-1"],
  reasons: "Behövs.",
  favourable: true,
  childPosition: "consents",
  guardianPositions: [
    { id: id(920), guardian: mother, position: "consents" },
    { id: id(921), guardian: father, position: "consents" },
  ],
};

/** Commands with answers that are sometimes enough and sometimes not, in any order. */
const answersOf: Readonly<Record<string, readonly Answers[]>> = {
  "report.receive": [reportData, { ...reportData, violence: ["physical"] }, {}],
  "protection.assess": [{ outcome: "no-immediate-need", reasons: "Trygg." }, {}],
  "preliminary.note": [{ text: "Talat med mamma.", childParticipation: "guardian-refused" }],
  "preliminary.extend": [
    { until: "2026-06-30", reason: "police-interview", reasonText: "Förhör." },
  ],
  "investigation.open": [{ outcome: "open", reason: "Oro." }, {}],
  "investigation.not-open": [
    {
      outcome: "not-open",
      reason: "Ingen åtgärd.",
      risk: "Låg.",
      notOpenReason: "no-measure",
      violenceConfirmed: true,
    },
  ],
  "report.link": [{ outcome: "link" }],
  "party.inform": [{ who: [mother, father] }],
  "note.sign": [{ text: "Anteckning." }, {}],
  "talk.sign": [{ withPersons: [child], alone: true, summary: "Samtal.", consent: "Ja." }],
  "basis.fix": [{}],
  "basis.communicate": [{ to: [mother, father], answerBy: "2026-07-30" }],
  "party.answer": [{ party: [mother, father], position: "agrees" }],
  "basis.sign": [{}],
  "decision.make": [decision, { ...decision, favourable: false, type: "close-without-measure" }],
  "decision.notify": [{ to: [mother], receivedOn: "2026-12-01", appealInfo: true }],
  "investigation.extend": [
    { until: "2026-12-30", reason: "police", reasonText: "Förundersökning." },
  ],
  "investigation.close": [{ result: "granted" }, { result: "no-need" }],
  "measure.order": [{ goals: [{ id: id(930), goal: id(911) }] }, { goals: [{ id: id(931) }] }],
  "measure.start": [{}],
  "implementation-plan.make": [
    { newGoals: [{ id: id(932), need: id(910), words: "Sova.", measurable: true }] },
    { newGoals: [{ id: id(933), words: "Sova." }] },
  ],
  "measure.follow-up": [
    { goals: [{ id: id(934), goal: id(911), attainment: "3" }], outcome: "continue" },
  ],
  "measure.withdraw-consent": [{ by: [mother] }],
  "measure.end": [{ reason: "goals-reached" }, {}],
  "follow-up-23.decide": [
    { afterWhat: "investigation", consent: "with-consent", reason: "Följs." },
  ],
  "follow-up-23.end": [{ outcome: "ended", text: "Slut." }],
  "matter.close": [{ reason: "Klart." }],
};

function moveOf(type: string): fc.Arbitrary<Move> {
  const known = answersOf[type] ?? [{}];
  return fc.record({
    type: fc.constant(type),
    data: fc.oneof(
      { weight: 4, arbitrary: fc.constant(known[0] ?? {}) },
      fc.constantFrom(...known),
    ),
    by: fc.oneof(
      { weight: 5, arbitrary: fc.constant(manager) },
      fc.constantFrom(worker, assistant),
    ),
    n: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, fc.nat(2)),
    days: fc.nat(6),
    reasoned: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, fc.boolean()),
  });
}

const chainOrder = Object.keys(answersOf);

/** The chain with some steps left out, and now and then a step out of turn. */
const moves: fc.Arbitrary<readonly Move[]> = fc
  .tuple(
    fc.subarray(chainOrder, { minLength: 8 }),
    fc.array(fc.tuple(fc.nat(30), fc.constantFrom(...chainOrder)), { maxLength: 8 }),
  )
  .chain(([kept, extra]) => {
    const types = [...kept];
    for (const [place, type] of extra) types.splice(place % (types.length + 1), 0, type);
    return fc.tuple(...types.map(moveOf));
  });

const reasons = Object.fromEntries(
  ["A-03", "A-06", "A-07", "A-10", "B-02", "B-03", "B-06", "C-01", "E-05", "E-06", "GEN-03"].map(
    (rule) => [rule, "Skäl."],
  ),
);

function play(chain: Chain, tried: readonly Move[], seen: Set<string>): void {
  let day = plainDate("2026-03-02");
  for (const { type, data, by, n, days, reasoned } of tried) {
    day = addDays(day, days);
    const before = JSON.stringify(chain.state);
    const count = chain.events.length;
    const outcome = chain.give(type, `${day}T12:00`, {
      by,
      data:
        type === "report.receive" && "arrivedAt" in data
          ? { ...data, arrivedAt: `${day}T10:00` }
          : data,
      matter: id(1 + (n % 2)),
      ids: {
        report: id(10 + n),
        investigation: id(20 + n),
        document: id(30 + n),
        decision: id(40 + n),
        measure: id(40 + n),
        followUp: id(60 + n),
      },
      ...(type === "basis.fix" || type === "basis.sign" ? { content: basisContent } : {}),
      ...(reasoned ? { reasons } : {}),
    });
    if (outcome.ok) {
      for (const matter of Object.values(chain.state?.matters ?? {})) seen.add(phaseOf(matter));
      continue;
    }
    expect(JSON.stringify(chain.state)).toBe(before);
    expect(chain.events).toHaveLength(count);
    expect(outcome.problems.length).toBeGreaterThan(0);
  }
}

test("whatever is tried in whatever order, the record stays sound", () => {
  const { law, calendar } = readSpecForTests();
  const seen = new Set<string>();
  fc.assert(
    fc.property(moves, (tried) => {
      const chain = new Chain("2014-02-17");
      chain.must("akt.create", "2026-03-02T08:00", { ids: { person: child } });
      play(chain, tried, seen);
      const state = chain.state;
      if (state === undefined) throw new Error("the akt is gone");
      const matters = Object.values(state.matters);
      expect(matters.filter(investigationRunning).length).toBeLessThanOrEqual(1);
      for (const matter of matters) {
        if (matter.investigation?.closedOn !== undefined)
          expect(matter.basis?.status).toBe("signed");
        if (matter.basis?.status === "signed") expect(matter.basis.signedOn).toBeDefined();
        for (const made of matter.decisions) expect(made.level).toBe("delegate");
        const goals = new Set(goalsOf(matter).map(({ goal }) => goal));
        for (const measure of measuresOf(matter)) {
          seen.add(measure.end === undefined ? "measure" : "measure-ended");
          expect(matter.decisions.some((made) => made.decision === measure.decision)).toBe(true);
          for (const goal of measure.goals) expect(goals).toContain(goal);
          if (measure.followUps.length > 0) expect(measure.startedOn).toBeDefined();
          if (measure.plan !== undefined) seen.add("measure-planned");
        }
        deriveNextSteps(state, matter.matter, chain.context(at("2026-12-31T12:00"), worker));
      }
      const clocks = clocksOf(state, law, calendar);
      expect(new Set(clocks.map((clock) => clock.id)).size).toBe(clocks.length);
      for (const clock of clocks) {
        expect(clock.target <= clock.legalLatest && clock.nominal <= clock.legalLatest).toBe(true);
      }
      expect(JSON.stringify(state).length).toBeLessThan(64_000);
    }),
    { numRuns: 250, seed: 20261122 },
  );
  // The moves really come somewhere: a test that only ever is refused proves nothing.
  for (const phase of [
    "received",
    "protection-assessed",
    "not-opened",
    "investigating",
    "basis-fixed",
    "communicated",
    "signed",
    "measure",
    "measure-planned",
    "measure-ended",
  ]) {
    expect(seen).toContain(phase);
  }
}, 30_000);
