import type { MatterState } from "./akt-state.ts";

/** Where a matter stands, derived from what has been recorded; never set by hand. */
export type Phase =
  | "received"
  | "protection-assessed"
  | "preliminary"
  | "not-opened"
  | "linked"
  | "investigating"
  | "basis-fixed"
  | "communicated"
  | "signed"
  | "decided"
  | "investigation-closed"
  | "follow-up-23"
  | "closed"
  | "running";

/** The phase of a matter, as a function of the record. */
export function phaseOf(matter: MatterState): Phase {
  if (matter.closedOn !== undefined) return "closed";
  const followUp = matter.followUp23;
  const investigation = matter.investigation;
  if (investigation === undefined) return intakePhase(matter);
  if (investigation.closedOn !== undefined) {
    return followUp !== undefined && followUp.endedOn === undefined
      ? "follow-up-23"
      : "investigation-closed";
  }
  const basis = matter.basis;
  if (basis === undefined) return "investigating";
  if (basis.status === "signed") return decidedSinceOpening(matter) ? "decided" : "signed";
  return basis.communicated.length > 0 ? "communicated" : "basis-fixed";
}

function intakePhase(matter: MatterState): Phase {
  const report = matter.reports.at(-1);
  if (report === undefined) return "running";
  if (report.outcome === "not-open") return "not-opened";
  if (report.outcome === "link") return "linked";
  if (report.protection === undefined) return "received";
  return matter.preliminary.length > 0 ? "preliminary" : "protection-assessed";
}

function decidedSinceOpening(matter: MatterState): boolean {
  const opened = matter.investigation?.openedOn;
  return opened !== undefined && matter.decisions.some((made) => made.on >= opened);
}
