import { expect, test } from "vitest";
import { plainDate } from "../../kernel/plain-date.ts";
import type { MatterState } from "../akt-state.ts";
import { decideAkt } from "../decide.ts";
import { at, type Chain, id, manager, reportData, worker } from "../testing/chain.ts";
import { assessed, opened, received } from "../testing/story.ts";
import { earlierContacts } from "./came-back.ts";

function matterOf(chain: Chain): MatterState {
  const matter = chain.state?.matters[id(1)];
  if (matter === undefined) throw new Error("There is no matter");
  return matter;
}

/** The matter of another report, which ended with an investigation on a day. */
function ended(on: string): MatterState {
  const matter = matterOf(opened());
  const day = plainDate(on);
  const { investigation } = matter;
  if (investigation === undefined) throw new Error("There is no investigation");
  return {
    ...matter,
    matter: id(2),
    reports: matter.reports.map((each) => ({
      ...each,
      report: id(99),
      arrivedOn: plainDate("2024-09-01"),
      receivedAt: "2024-09-01T08:00:00.000Z" as typeof each.receivedAt,
      outcome: "open" as const,
    })),
    investigation: { ...investigation, closedOn: day, result: "no-measure" },
  };
}

test.each([
  ["2025-03-02", [["investigation", "2025-03-02", "no-measure"]]],
  ["2025-03-01", []],
])(
  "an investigation that ended %s is linked within twelve months, the first day included",
  (on, linked) => {
    const matter = matterOf(received());
    const [report] = matter.reports;
    if (report === undefined) throw new Error("There is no report");
    const found = earlierContacts(report, [matter, ended(on)], 12);
    expect(found.map(({ kind, on: day, code }) => [kind, day, code])).toEqual(linked);
  },
);

test("a report is linked to earlier ones, never to itself or to later ones", () => {
  const chain = received();
  chain.must("report.receive", "2026-03-05T10:05", {
    ids: { report: id(77) },
    data: { ...reportData, arrivedAt: "2026-03-05T10:00" },
  });
  const matter = matterOf(chain);
  const [first, second] = matter.reports;
  if (first === undefined || second === undefined) throw new Error("There are not two reports");
  expect(earlierContacts(first, [matter], 12)).toEqual([]);
  expect(earlierContacts(second, [matter], 12)).toEqual([
    { matter: id(1), kind: "report", on: "2026-03-02" },
  ]);
});

test("an investigation that runs in another akt about the child is told, and no second one is opened", () => {
  const [here, there] = [assessed(), opened()];
  const [report] = matterOf(here).reports;
  const elsewhere = { ...matterOf(there), matter: id(2), reports: [] };
  if (report === undefined || there.state === undefined) throw new Error("There is no report");
  expect(earlierContacts(report, [matterOf(here), elsewhere], 12)).toEqual([
    { matter: id(2), kind: "running", on: "2026-03-09" },
  ]);
  expect(earlierContacts(report, [matterOf(here)], 12)).toEqual([]);
  const now = at("2026-03-09T09:00");
  const open = (linked: readonly (typeof there.state)[]) =>
    decideAkt(
      here.state,
      {
        type: "investigation.open",
        matter: id(1),
        ids: { report: report.report, investigation: id(60), investigator: worker.staff },
        data: { outcome: "open", decidedAt: "2026-03-09T09:00", reason: "Frånvaron." },
        occurredAt: now,
      },
      { ...here.context(now, manager), linked: linked.flatMap((state) => state ?? []) },
    );
  expect(open([there.state])).toMatchObject({ problems: [{ id: "investigation.open-in-linked" }] });
  expect(open([]).ok).toBe(true);
});
