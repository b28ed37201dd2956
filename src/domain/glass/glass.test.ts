import { expect, test } from "vitest";
import type { AktState } from "../akt-state.ts";
import type { Command, StaffFacts } from "../command.ts";
import { applyAkt } from "../apply.ts";
import { decideAkt } from "../decide.ts";
import { at, Chain, id, manager, personBorn, worker } from "../testing/chain.ts";
import { plainDate } from "../../kernel/plain-date.ts";

const opening = id(700);
const now = at("2026-03-02T22:00");
const open: Command = {
  type: "glass.open",
  ids: { opening },
  data: { kind: "acute", reason: "Polisen ringer om barnet." },
  computed: { until: at("2026-03-03T02:00"), neverFor: ["fictitious"] },
};
const review: Command = { type: "glass.review", ids: { opening }, data: { outcome: "justified" } };

/** Decides and folds on an akt that has nothing else. */
function give(state: AktState, command: Command, actor: StaffFacts, level = "none") {
  const from = plainDate("2014-02-17");
  const born = personBorn(from);
  const fields = { ...born.fields, protectionLevel: [{ validFrom: from, value: level }] };
  const ctx = { ...new Chain(from).context(now, actor), child: { ...born, fields } };
  const decided = decideAkt(state, command, ctx);
  if (!decided.ok) return { problems: decided.problems.map((found) => found.id), state };
  const after = decided.events.reduce(
    (known, event, nth) => applyAkt(known, { ...event, seq: 2 + nth }, state.akt),
    state,
  );
  return { problems: [], state: after };
}

const day = plainDate("2026-03-01");
const akt: AktState = {
  akt: id(1),
  person: id(100),
  createdOn: day,
  lastEntryOn: day,
  matters: {},
};

test("an opening is kept with its end, and followed up once, by somebody else", () => {
  const opened = give(akt, open, worker).state;
  expect(opened.glass).toMatchObject([{ opening, by: worker.staff, kind: "acute" }]);
  expect(JSON.stringify(opened)).not.toContain("Polisen");
  expect(opened.lastEntryOn).toBe(day);
  expect(give(opened, open, worker).problems).toEqual(["command.id-taken"]);
  expect(give(opened, review, worker).problems).toEqual(["glass.own"]);
  const followed = give(opened, review, manager).state;
  expect(followed.glass?.[0]?.review).toMatchObject({ by: manager.staff, outcome: "justified" });
  expect(give(followed, review, manager).problems).toEqual(["glass.reviewed"]);
  expect(give(akt, review, manager).problems).toEqual(["glass.unknown"]);
});

test("a child with other protection is opened so, one with a fictitious identity never", () => {
  expect(give(akt, open, worker, "secrecy-mark").problems).toEqual([]);
  expect(give(akt, open, worker, "fictitious").problems).toEqual(["glass.not-this-way"]);
});
