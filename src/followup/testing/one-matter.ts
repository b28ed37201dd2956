import type { MatterState, ReportState } from "../../domain/akt-state.ts";
import { readSpecForTests } from "../../domain/testing/read-spec.ts";
import { deriveEnvOf } from "../derive/env.ts";
import { followupRows, type FollowupRow } from "../derive/rows.ts";
import type { Value } from "../value.ts";
import { shippedSettings } from "./read-settings.ts";
import { aktOf, matterOf, personOf, reportOf } from "./states.ts";

/** What derivations look up in the shipped pack. */
export const env = deriveEnvOf(readSpecForTests().pack, shippedSettings());
export const notAsked = { missing: "not_asked" };
export const notRelevant = { missing: "not_relevant" };

/** The rows of the first matter; the other matters only stand beside it. */
export function rowsOf(
  matters: readonly [MatterState, ...MatterState[]],
  child = personOf("alve", "2024-02-29", {}),
): readonly FollowupRow[] {
  const state = aktOf("alve", matters);
  return followupRows(state, matters[0].matter, { child, guardians: [] }, env);
}

/** The value of a variable of the first matter, on its first row that has it. */
export function valueOf(
  variable: string,
  matters: readonly [MatterState, ...MatterState[]],
): Value | undefined {
  return rowsOf(matters).find((row) => variable in row.values)?.values[variable];
}

/** A matter with one report of 10 March 2026. */
export function reported(
  report: Partial<ReportState>,
  matter: Partial<MatterState> = {},
): MatterState {
  const received = reportOf("report", "2026-03-10T09:00", { kind: "report" }, report);
  return matterOf("matter", "2026-03-10", { reports: [received], ...matter });
}
