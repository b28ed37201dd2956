import type { PlainDate } from "../kernel/plain-date.ts";
import type { AppealRow, DeadlineRow, Law, SectionReference, Validity } from "./types.ts";

/** True where the entry is in force on the day. */
export function inForce(entry: Validity, on: PlainDate): boolean {
  return entry.validFrom <= on && (entry.validTo === null || on <= entry.validTo);
}

/**
 * The version of a deadline rule for what begins on a day: the row in force then, else a later row
 * that also covers what was already running. Undefined where the duty did not exist.
 */
export function ruleOn(law: Law, ruleId: string, on: PlainDate): DeadlineRow | undefined {
  const rows = law.deadlines.get(ruleId) ?? [];
  return (
    rows.find((row) => inForce(row, on)) ??
    rows.find((row) => row.appliesToRunning === true && row.validFrom > on)
  );
}

/** Where a rule stands on a day: among deadlines, guards and ceilings, in that order. */
export function sectionOn(law: Law, ruleId: string, on: PlainDate): SectionReference | undefined {
  const found =
    (law.deadlines.get(ruleId) ?? []).find((row) => inForce(row, on)) ??
    findIn(law.guards, ruleId, on) ??
    findIn(law.ceilings, ruleId, on);
  if (found === undefined) return undefined;
  const { act, section, short, cited } = found;
  return { act, section, short, cited };
}

/**
 * Whether and how a kind of decision can be appealed on a day. A kind narrowed by a form
 * (`care-outside-home.family-home`) follows the kind itself where the form has no row.
 */
export function appealOn(law: Law, decision: string, on: PlainDate): AppealRow | undefined {
  return kindsOf(decision)
    .flatMap((kind) => law.appeals.get(kind) ?? [])
    .find((row) => inForce(row, on));
}

/** A kind of decision and the wider kind it narrows. */
export function kindsOf(decision: string): readonly string[] {
  const [wider = decision] = decision.split(".");
  return wider === decision ? [decision] : [decision, wider];
}

type Entry = SectionReference & Validity & { readonly id: string };

function findIn(
  index: ReadonlyMap<string, readonly Entry[]>,
  ruleId: string,
  on: PlainDate,
): Entry | undefined {
  return index
    .values()
    .flatMap((rows) => rows)
    .find((row) => row.id === ruleId && inForce(row, on));
}
