import fc from "fast-check";
import { expect, test } from "vitest";
import type { AktState, MatterState } from "./akt-state.ts";
import { foldAkt } from "./apply.ts";
import { clocksOf } from "./clocks.ts";
import { definitions } from "./definitions.ts";
import { goalsOf, measuresOf } from "./measure/find-measure.ts";
import { deriveNextSteps } from "./next-steps.ts";
import { investigationRunning } from "./notes/apply-notes.ts";
import { phaseOf } from "./phase.ts";
import { at, Chain, child, id, worker } from "./testing/chain.ts";
import { answersOf, moves } from "./testing/moves.ts";
import { playMoves } from "./testing/play-moves.ts";
import { readSpecForTests } from "./testing/read-spec.ts";

/** Commands that exist only to be refused. */
const neverDone: readonly string[] = ["record.delete", "record.change"];

function unique(ids: readonly string[]): void {
  expect(new Set(ids).size).toBe(ids.length);
}

/** What must be true of a matter, whatever has been tried. */
function isSound(matter: MatterState): void {
  const { investigation, basis, decisions } = matter;
  if (investigation?.closedOn !== undefined) expect(basis?.status).toBe("signed");
  if (basis?.status === "signed") expect(basis.signedOn).toBeDefined();
  for (const made of decisions) expect(made.level).toBe("delegate");
  unique(decisions.map((made) => made.decision));
  const goals = new Set(goalsOf(matter).map(({ goal }) => goal));
  for (const measure of measuresOf(matter)) {
    expect(decisions.some((made) => made.decision === measure.decision)).toBe(true);
    for (const goal of measure.goals) expect(goals).toContain(goal);
    if (measure.followUps.length > 0) expect(measure.startedOn).toBeDefined();
    unique(measure.followUps.map(({ followUp }) => followUp));
    if (measure.plan?.revisedOn !== undefined) {
      expect(measure.plan.revisedOn >= measure.plan.madeOn).toBe(true);
    }
  }
  if (matter.plan !== undefined) expect(investigation).toBeDefined();
  unique((matter.consents ?? []).map(({ consent }) => consent));
  unique((matter.instruments ?? []).map(({ result }) => result));
  unique((matter.letters ?? []).map(({ letter }) => letter));
  unique((matter.received ?? []).map(({ document }) => document));
  unique((matter.disclosures ?? []).map(({ disclosure }) => disclosure));
  for (const { handedOn, decided } of matter.disclosures ?? []) {
    if (handedOn !== undefined) expect(decided?.outcome).not.toBe("none");
    if (handedOn !== undefined) expect(decided).toBeDefined();
  }
  unique((matter.objections ?? []).map(({ objection }) => objection));
  for (const { alone, withChild } of [matter.talks]) expect(alone).toBeLessThanOrEqual(withChild);
}

function stateOf(chain: Chain): AktState {
  const { state } = chain;
  if (state === undefined) throw new Error("the akt is gone");
  return state;
}

test("every command is among those that are tried", () => {
  expect(Object.keys(answersOf).toSorted()).toEqual(Object.keys(definitions).toSorted());
});

test("whatever is tried in whatever order, the record stays sound and the log makes it again", () => {
  const { law, calendar } = readSpecForTests();
  const seen = new Set<string>();
  const done = new Set<string>();
  fc.assert(
    fc.property(moves, (tried) => {
      const chain = new Chain("2014-02-17");
      chain.must("akt.create", "2026-03-02T08:00", { ids: { person: child } });
      let count = chain.events.length;
      playMoves(chain, tried, ({ type, outcome }, before) => {
        if (outcome.ok) {
          done.add(type);
          for (const matter of Object.values(chain.state?.matters ?? {})) seen.add(phaseOf(matter));
        } else {
          expect(JSON.stringify(chain.state)).toBe(before);
          expect(chain.events).toHaveLength(count);
          expect(outcome.problems.length).toBeGreaterThan(0);
        }
        count = chain.events.length;
      });
      const state = stateOf(chain);
      expect(foldAkt(chain.events, id(50))).toEqual(state);
      const matters = Object.values(state.matters);
      expect(matters.filter(investigationRunning).length).toBeLessThanOrEqual(1);
      for (const matter of matters) {
        isSound(matter);
        for (const measure of measuresOf(matter)) {
          seen.add(measure.end === undefined ? "measure" : "measure-ended");
          if (measure.plan !== undefined) seen.add("measure-planned");
        }
        deriveNextSteps(state, matter.matter, chain.context(at("2026-12-31T12:00"), worker));
      }
      const clocks = clocksOf(state, law, calendar);
      unique(clocks.map((clock) => clock.id));
      for (const clock of clocks) {
        expect(clock.target <= clock.legalLatest && clock.nominal <= clock.legalLatest).toBe(true);
      }
      expect(JSON.stringify(state).length).toBeLessThan(64_000);
    }),
    { numRuns: 300, seed: 20261122 },
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
  const refusedAlways = Object.keys(answersOf).filter((type) => !done.has(type));
  expect(refusedAlways).toEqual(neverDone);
}, 60_000);
