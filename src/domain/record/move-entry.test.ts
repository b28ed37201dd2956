import { describe, expect, test } from "vitest";
import type { Uuid } from "../../kernel/ids.ts";
import { foldAkt } from "../apply.ts";
import type { RecordedEvent } from "../event.ts";
import { withCitedSecrecy } from "../received/citations.ts";
import { at, Chain, child, id, mother, reportData, worker } from "../testing/chain.ts";
import { assessed, opened, talked } from "../testing/story.ts";
import { isSealed, markOf } from "./apply-mark.ts";
import { decideMovedHere } from "./move-entry.ts";

const ids = (outcome: ReturnType<Chain["give"]>) => outcome.problems.map((found) => found.id);
const matterOf = (chain: Chain) => chain.state?.matters[id(1)];
const seqOf = (chain: Chain, type: string) =>
  chain.events.findLast((event) => event.type === type)?.seq ?? 0;
const other = id(777);

function move(chain: Chain, entry: number, more: object = {}) {
  const data = { entry, movedReason: "Skrevs i fel akt." };
  return chain.give("record.move", "2026-05-06T10:00", { data, ...more });
}

describe("a report in the wrong akt", () => {
  test("is moved with its assessment and what was noted of it; both akter are counted anew", () => {
    const chain = assessed();
    const report = seqOf(chain, "report.received");
    const assessment = seqOf(chain, "protection.assessed");
    expect(ids(move(chain, report))).toEqual([]);
    expect(matterOf(chain)).toMatchObject({ reports: [], facts: [] });
    for (const entry of [report, assessment]) {
      expect(markOf(matterOf(chain), entry)?.kind).toBe("moved");
      expect(isSealed(matterOf(chain), entry)).toBe(true);
    }
    expect(chain.state).toEqual(foldAkt(chain.events, id(50)));
    const there = new Chain("2014-02-17");
    there.must("akt.create", "2026-05-01T10:00", { ids: { person: child } });
    const [entry, along] = [report, assessment].map((seq) => chain.events[seq - 1]);
    if (entry === undefined || along === undefined) throw new Error("no report");
    const moving = { entry, others: [along], reason: "Fel.", from: other, changed: {} };
    const ctx = there.context(at("2026-05-06T10:00"), worker);
    const decided = decideMovedHere(there.state, { ...moving, matter: id(2) }, ctx);
    const events = decided.ok ? decided.events : [];
    expect(events.map(({ type }) => type)).toEqual(["report.received", "protection.assessed"]);
    expect(new Set(events.map(({ body }) => body.ids["report"])).size).toBe(1);
    expect(events[0]?.body.ids["report"]).not.toBe(entry.body.ids["report"]);
    const folded = foldAkt(
      [...there.events, ...events.map((event, at) => ({ ...event, seq: at + 2 }))],
      id(51),
    );
    expect(folded?.matters[id(2)]).toMatchObject({
      startedOn: "2026-03-02",
      reports: [{ arrivedOn: "2026-03-02", protection: { assessedOn: "2026-03-02" } }],
    });
    const alone = { ...moving, entry: along, others: [], matter: id(2) };
    expect(decideMovedHere(folded, alone, ctx)).toMatchObject({
      problems: [{ id: "record.no-report-there" }],
    });
  });

  test("stays where something was decided on it; one that only joined what ran does not", () => {
    const chain = opened();
    expect(ids(move(chain, seqOf(chain, "report.received")))).toEqual(["record.report-decided"]);
    chain.must("report.receive", "2026-03-12T10:00", {
      ids: { report: id(30) },
      data: { ...reportData, arrivedAt: "2026-03-12T10:00" },
    });
    chain.must("report.link", "2026-03-12T11:00", {
      ids: { report: id(30), investigation: id(11) },
      data: { outcome: "link", decidedAt: "2026-03-12T11:00", reason: "Samma frånvaro." },
    });
    const linked = seqOf(chain, "report.linked");
    expect(ids(move(chain, seqOf(chain, "report.received")))).toEqual([]);
    expect(matterOf(chain)?.reports).toHaveLength(1);
    expect(markOf(matterOf(chain), linked)?.kind).toBe("moved");
  });
});

describe("an application in the wrong akt", () => {
  const born = "2010-05-15";
  function applied(applicants: readonly Uuid[]): Chain {
    const chain = new Chain(born);
    chain.must("akt.create", "2026-03-02T10:05", { ids: { person: child } });
    const data = {
      arrivedAt: "2026-03-02T10:00",
      channel: "visit",
      applicants: [...applicants],
      parts: [{ id: id(900), audience: "common", text: "Någon att prata med." }],
    };
    chain.must("application.receive", "2026-03-02T10:05", { ids: { report: id(10) }, data });
    return chain;
  }
  function there(entry: RecordedEvent, parties: readonly Uuid[], from: Uuid) {
    const chain = new Chain(born, parties);
    chain.must("akt.create", "2026-05-01T10:00", { ids: { person: child } });
    const moving = { entry, reason: "Fel.", from, changed: {}, matter: id(2) };
    return decideMovedHere(chain.state, moving, chain.context(at("2026-05-06T10:00"), worker));
  }

  test("is the other child's own there, and begins a matter of it", () => {
    const chain = applied([child, mother]);
    const seq = seqOf(chain, "application.received");
    const entry = chain.events[seq - 1]!;
    expect(ids(move(chain, seq))).toEqual([]);
    expect(matterOf(chain)).toMatchObject({ reports: [], facts: [] });
    const written = { ...entry, body: { ...entry.body, data: withChild(entry, other) } };
    const decided = there(written, [mother], other);
    expect(decided.ok && decided.events).toMatchObject([
      {
        type: "application.received",
        matter: id(2),
        body: { data: { applicants: [child, mother] } },
      },
    ]);
  });

  test("stays where it was opened, and is none of a child whose guardian has not applied", () => {
    const chain = applied([child, mother]);
    const entry = chain.events[seqOf(chain, "application.received") - 1]!;
    expect(there(entry, [id(888)], other)).toMatchObject({
      problems: [{ id: "application.applicant-no-party", pointer: "/to" }],
    });
    chain.must("investigation.open", "2026-03-02T10:30", {
      ids: { report: id(10), investigation: id(11) },
      data: { outcome: "open", decidedAt: "2026-03-02T10:30", reason: "Ansökan." },
    });
    expect(ids(move(chain, entry.seq))).toEqual(["record.report-decided"]);
  });

  function withChild({ body }: RecordedEvent, instead: Uuid) {
    const applicants = [instead, mother];
    return { ...body.data, applicants };
  }
});

describe("an entry moved out of the wrong akt", () => {
  test("counts no more there, and stays in the log as it was", () => {
    const chain = talked();
    const before = opened();
    before.must("party.inform", "2026-03-09T15:00", {
      data: { who: [mother, id(102), child], childInformed: "oral", childUnderstood: "yes" },
    });
    const talk = seqOf(chain, "talk.signed");
    const first = JSON.stringify(chain.events);
    expect(ids(move(chain, talk))).toEqual([]);
    expect(matterOf(chain)?.talks).toEqual(matterOf(before)?.talks);
    expect(JSON.stringify(chain.events.slice(0, -1))).toBe(first);
    expect(markOf(matterOf(chain), talk)).toMatchObject({ kind: "moved", by: worker.staff });
    expect(chain.state).toEqual(foldAkt(chain.events, id(50)));
  });

  test("is sealed, with every correction of it", () => {
    const chain = talked();
    const talk = seqOf(chain, "talk.signed");
    chain.must("record.correct", "2026-05-05T10:00", {
      data: { entry: talk, correctionReason: "Hörfel.", summary: "Något annat." },
    });
    const correction = seqOf(chain, "record.corrected");
    expect(isSealed(matterOf(chain), correction)).toBe(false);
    expect(ids(move(chain, talk))).toEqual([]);
    expect(isSealed(matterOf(chain), talk)).toBe(true);
    expect(isSealed(matterOf(chain), correction)).toBe(true);
    expect(isSealed(matterOf(chain), seqOf(chain, "report.received"))).toBe(false);
  });

  test("is not moved, corrected or undone again", () => {
    const chain = talked();
    const talk = seqOf(chain, "talk.signed");
    move(chain, talk);
    expect(ids(move(chain, talk))).toEqual(["record.already-moved"]);
    const data = { entry: talk, correctionReason: "Fel.", summary: "Annat." };
    expect(ids(chain.give("record.correct", "2026-05-06T11:00", { data }))).toEqual([
      "record.already-moved",
    ]);
    expect(ids(chain.give("record.undo", "2026-05-06T11:00", { data: { entry: talk } }))).toContain(
      "record.already-moved",
    );
  });

  test("needs a reason, and has no legal effect", () => {
    const chain = talked();
    const talk = seqOf(chain, "talk.signed");
    const silent = chain.give("record.move", "2026-05-06T10:00", { data: { entry: talk } });
    expect(silent.problems.map(({ pointer }) => pointer)).toEqual(["/data/movedReason"]);
    for (const type of ["investigation.opened", "party.informed"]) {
      expect(ids(move(chain, seqOf(chain, type))), type).toEqual(["record.not-movable"]);
    }
  });

  test("belongs to nothing else of the akt", () => {
    const chain = opened();
    const data = { kind: "meeting.held", text: "Möte." };
    chain.must("act.record", "2026-05-05T09:00", { ids: { act: id(60), report: id(10) }, data });
    expect(ids(move(chain, seqOf(chain, "act.recorded")))).toEqual(["record.bound-here"]);
  });
});

describe("an entry moved to the right akt", () => {
  const ctx = opened().context(at("2026-05-06T10:00"), worker);

  test("stands on its true day, about its child, with its origin", () => {
    const target = opened();
    const entry = talked().events.find(({ type }) => type === "talk.signed");
    if (entry === undefined) throw new Error("There is no talk");
    const wrong = {
      ...entry,
      body: { ...entry.body, data: { ...entry.body.data, withPersons: [other, mother] } },
    };
    const moving = { matter: id(1), entry: wrong, reason: "Fel akt.", from: other, changed: {} };
    const decided = decideMovedHere(target.state, moving, ctx);
    if (!decided.ok) throw new Error("refused");
    expect(decided.events).toMatchObject([
      {
        type: "talk.signed",
        occurredAt: entry.occurredAt,
        recordedAt: ctx.now,
        body: {
          data: { withPersons: [child, mother] },
          origin: { recordedAt: entry.recordedAt, actor: entry.actor, reason: "Fel akt." },
        },
      },
    ]);
    const events = decided.events.map((event, index) => ({
      ...event,
      seq: target.events.length + 1 + index,
    }));
    const after = foldAkt([...target.events, ...events], id(50))?.matters[id(1)];
    expect(after?.talks.withChild).toBe(1);
    expect(after?.marks).toMatchObject([{ kind: "moved-here", entry: events[0]?.seq }]);
    expect(markOf(after, events[0]?.seq ?? 0)).toBeUndefined();
  });

  test("did not happen before the child was born, nor in a matter that is not there", () => {
    const entry = talked().events.find(({ type }) => type === "talk.signed");
    if (entry === undefined) throw new Error("There is no talk");
    const moving = { matter: id(1), entry, reason: "Fel.", from: other, changed: {} };
    const early = { ...moving, entry: { ...entry, occurredAt: at("2014-02-16T09:00") } };
    expect(decideMovedHere(opened().state, early, ctx)).toMatchObject({
      problems: [{ id: "command.time-before-birth" }],
    });
    expect(decideMovedHere(opened().state, { ...moving, matter: id(2) }, ctx)).toMatchObject({
      problems: [{ id: "matter.not-found" }],
    });
  });
});

test("what cites a document that was about another child is hidden from everybody outside", () => {
  const chain = opened();
  const received = id(70);
  chain.must("document.receive", "2026-05-05T09:00", {
    ids: { received },
    data: {
      foundOn: "2026-05-05",
      arrivalWay: "handed-over",
      sender: "school",
      kind: "letter",
      about: "Brev",
      text: "Brevets text.",
    },
  });
  const content = { statements: [{ id: id(71), text: "Ur brevet.", sourceDocument: received }] };
  const matter = matterOf(chain);
  if (matter === undefined) throw new Error("There is no matter");
  expect(withCitedSecrecy(content, matter)["statements"]).toEqual(content.statements);
  expect(ids(move(chain, seqOf(chain, "document.received"), { ids: { received } }))).toEqual([]);
  const after = matterOf(chain) ?? matter;
  expect(withCitedSecrecy(content, after)["statements"]).toMatchObject([
    { hiddenFrom: ["everybody"] },
  ]);
});
