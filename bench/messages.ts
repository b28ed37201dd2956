// Messages between the processes of the benches. Both ends are ours and of one version: each `parse*` only gives
// the type back that is lost on the way.
import type { FloorPlan, FloorReport } from "./floor/floor-plan.ts";
import type { LoadPlan, LoadReport } from "./load/load-plan.ts";
import type { SavePlan, SaveReport } from "./load/save-plan.ts";

export function parsePlan(message: unknown): LoadPlan {
  return message as LoadPlan;
}

export function parseReport(message: unknown): LoadReport {
  return message as LoadReport;
}

export function parseFloorPlan(message: unknown): FloorPlan {
  return message as FloorPlan;
}

export function parseFloorReport(message: unknown): FloorReport {
  return message as FloorReport;
}

export function parseSavePlan(message: unknown): SavePlan {
  return message as SavePlan;
}

export function parseSaveReport(message: unknown): SaveReport {
  return message as SaveReport;
}
