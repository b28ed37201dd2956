import { expect, test } from "vitest";
import type { Pack } from "../../src/spec/types.ts";
import { thingName } from "./thing-name.ts";

const pack = { codelists: {} } as unknown as Pack;
const names = new Map([
  ["m", "Petra"],
  ["f", "Jonas"],
]);
const words = { pack, names, lang: "sv" as const };

function report(id: string, data: object, at = "2026-03-02T09:00:00.000Z") {
  const base = { moreChildren: false, protection: null, outcome: null, outcomeOn: null };
  return { ...base, report: id, arrivedOn: at.slice(0, 10), receivedAt: at, data: { ...data } };
}

const decisions = [
  { decision: "d1", type: "open-measure", on: "2026-05-20" },
  { decision: "d2", type: "open-measure", on: "2026-06-20" },
];
const consent = { withdrawnOn: null, until: null, form: null, kind: "contacts", on: "2026-03-04" };
const consents = [
  { ...consent, consent: "c1", by: ["m"], bodies: ["school"] },
  { ...consent, consent: "c2", by: ["f"], bodies: ["dental-care"] },
];

function named(ids: Record<string, string>, reports: readonly object[] = []): string | undefined {
  const matter = { reports, decisions, consents, measures: [] } as unknown as Parameters<
    typeof thingName
  >[1];
  return thingName(ids, matter, words);
}

test("decisions and consents of a matter are told apart by day, person and what they are about", () => {
  expect(named({ decision: "d1" })).not.toBe(named({ decision: "d2" }));
  expect(named({ consent: "c1" })).toContain("school, Petra, 4 mars 2026");
  expect(named({ consent: "c2" })).toContain("dental-care, Jonas");
  expect(named({ measure: "x" })).toBeUndefined();
});

test("reports of the same day are told apart by the hour", () => {
  const reports = [
    report("r1", { kind: "report", reporterKind: "school" }),
    report("r2", { kind: "report", reporterKind: "school" }, "2026-03-02T13:30:00.000Z"),
  ];
  expect(named({ report: "r1" }, reports)).toContain("school");
  expect(named({ report: "r1" }, reports)).not.toBe(named({ report: "r2" }, reports));
});

test("nothing of a shielded reporter is in the name, whatever the report says of them", () => {
  const data = { reporterShielded: true, reporterKind: "neighbour", reporterName: "Sune" };
  const name = named({ report: "r1" }, [report("r1", { kind: "report", ...data })]);
  expect(name).toContain("2 mars 2026");
  expect(name).not.toMatch(/neighbour|Sune/u);
});
