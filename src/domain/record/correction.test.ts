import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldAkt } from "../apply.ts";
import type { Answers } from "../event.ts";
import { assistant, type Chain, child, id, mother, worker } from "../testing/chain.ts";
import { communicated, opened, talked } from "../testing/story.ts";
import { markOf } from "./apply-mark.ts";

const ids = (outcome: ReturnType<Chain["give"]>) => outcome.problems.map((found) => found.id);
const matterOf = (chain: Chain) => chain.state?.matters[id(1)];
const seqOf = (chain: Chain, type: string) =>
  chain.events.findLast((event) => event.type === type)?.seq ?? 0;

function correct(chain: Chain, entry: number, data: Answers, time = "2026-05-06T10:00") {
  return chain.give("record.correct", time, {
    data: { entry, correctionReason: "Fel person angavs.", ...data },
  });
}

describe("a correction", () => {
  test("counts as if the corrected data had been given from the beginning, and leaves the first text", () => {
    const chain = talked();
    const talk = seqOf(chain, "talk.signed");
    const first = JSON.stringify(chain.events);
    expect(matterOf(chain)?.talks).toMatchObject({ withChild: 1, alone: 1, adults: [] });
    expect(correct(chain, talk, { withPersons: [mother], alone: false }).ok).toBe(true);
    expect(matterOf(chain)?.talks).toMatchObject({
      withChild: 0,
      alone: 0,
      adults: [{ person: mother, talks: 1 }],
    });
    expect(JSON.stringify(chain.events.slice(0, -1))).toBe(first);
    expect(markOf(matterOf(chain), talk)).toMatchObject({ kind: "corrected", by: worker.staff });
  });

  test("of the day recomputes what is counted from it", () => {
    const chain = talked();
    const talk = seqOf(chain, "talk.signed");
    expect(correct(chain, talk, { occurredAt: "2026-03-18T09:00" }).ok).toBe(true);
    expect(matterOf(chain)?.talks.lastOn).toBe("2026-03-18");
  });

  test("needs a reason and a change, and a day that has been", () => {
    const chain = talked();
    const entry = seqOf(chain, "talk.signed");
    const silent = chain.give("record.correct", "2026-05-06T10:00", {
      data: { entry, summary: "Annat." },
    });
    expect(silent.problems.map(({ pointer }) => pointer)).toEqual(["/data/correctionReason"]);
    expect(ids(correct(chain, entry, {}))).toEqual(["record.nothing-corrected"]);
    const later = correct(chain, entry, { occurredAt: "2026-12-01T09:00" });
    expect(ids(later)).toContain("command.time-later-than-now");
    expect(correct(chain, entry, { summary: "" }).ok).toBe(false);
  });

  test("is refused for what has legal effect: only a new decision changes that", () => {
    const chain = communicated();
    for (const type of [
      "investigation.opened",
      "protection.assessed",
      "party.informed",
      "basis.fixed",
    ]) {
      const outcome = correct(chain, seqOf(chain, type), { reason: "Annat." });
      expect(ids(outcome), type).toEqual(["record.only-new-decision"]);
    }
  });
});

function note(chain: Chain, time = "2026-05-06T09:00", by = worker) {
  chain.must("note.sign", time, {
    by,
    data: { text: "Fel akt.", childParticipation: "guardian-refused" },
  });
  return seqOf(chain, "note.signed");
}

function undo(chain: Chain, entry: number, time = "2026-05-06T23:59", by = worker) {
  return chain.give("record.undo", time, { by, data: { entry } });
}

describe("undoing", () => {
  test("leaves the state as it was before, and the line in the log", () => {
    const chain = opened();
    const before = matterOf(chain);
    chain.must("talk.sign", "2026-05-06T09:00", {
      data: { withPersons: [child], alone: true, summary: "Talat." },
    });
    const talk = seqOf(chain, "talk.signed");
    expect(undo(chain, talk).ok).toBe(true);
    expect({ ...matterOf(chain), marks: undefined }).toEqual({ ...before, marks: undefined });
    expect(chain.events.map(({ type }) => type).slice(-2)).toEqual([
      "talk.signed",
      "record.undone",
    ]);
  });

  test("is for the same person, the same day in Stockholm, once", () => {
    const chain = opened();
    const entry = note(chain);
    expect(ids(undo(chain, entry, "2026-05-06T12:00", assistant))).toEqual([
      "record.undo-not-yours",
    ]);
    expect(ids(undo(chain, entry, "2026-05-07T00:00"))).toEqual(["record.undo-too-late"]);
    expect(undo(chain, entry, "2026-05-06T23:59").ok).toBe(true);
    expect(ids(undo(chain, entry))).toEqual(["record.already-undone"]);
    expect(ids(correct(chain, entry, { text: "Nytt." }))).toEqual(["record.already-undone"]);
  });

  test("is refused for what has legal effect", () => {
    const chain = opened();
    expect(ids(undo(chain, seqOf(chain, "investigation.opened")))).toEqual([
      "record.only-new-decision",
    ]);
  });
});

test("whatever is written, corrected and undone in any order, a fold of the log agrees", () => {
  const step = fc.record({
    what: fc.constantFrom("note", "talk", "correct", "undo"),
    entry: fc.integer({ min: 1, max: 14 }),
    alone: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const chain = talked();
      for (const { what, entry, alone } of steps) {
        if (what === "note") note(chain);
        if (what === "undo") undo(chain, entry);
        if (what === "correct") correct(chain, entry, { alone, text: `Rättat ${entry}.` });
        if (what === "talk") {
          chain.must("talk.sign", "2026-05-06T09:00", {
            data: { withPersons: [child], alone, summary: "Talat." },
          });
        }
      }
      expect(chain.state).toEqual(foldAkt(chain.events, id(50)));
      const talks = chain.events.filter(({ type }) => type === "talk.signed");
      const undone = talks.filter(({ seq }) => markOf(matterOf(chain), seq)?.kind === "undone");
      expect(matterOf(chain)?.talks.withChild).toBe(talks.length - undone.length);
    }),
  );
});
