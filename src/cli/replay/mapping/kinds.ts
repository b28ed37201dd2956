import { attemptKinds } from "./attempts.ts";
import { coordinationActs } from "./acts-coordination.ts";
import { intakeActs } from "./acts-intake.ts";
import { incidentActs } from "./acts-other.ts";
import { investigationActs } from "./acts-investigation.ts";
import { measureActs } from "./acts-measure.ts";
import { basisKinds } from "./basis.ts";
import { decisionKinds } from "./decision.ts";
import { contentKinds } from "./factors.ts";
import { followUpKinds } from "./follow-up.ts";
import { goalKinds } from "./goals.ts";
import { leftTo } from "./left.ts";
import { intakeKinds } from "./intake.ts";
import { investigationKinds } from "./investigation.ts";
import type { KindMapping } from "./mapping.ts";
import { measureKinds } from "./measures.ts";
import { noteKinds } from "./notes.ts";
import { planKinds } from "./investigation-plan.ts";
import { personKinds } from "./persons.ts";
import { registerKinds } from "./registers.ts";
import { recordKinds } from "./record.ts";

/** Every kind of event that becomes commands. */
export const coveredKinds: Readonly<Record<string, KindMapping>> = {
  ...intakeKinds,
  ...intakeActs,
  ...investigationKinds,
  ...planKinds,
  ...registerKinds,
  ...noteKinds,
  ...investigationActs,
  ...coordinationActs,
  ...contentKinds,
  ...basisKinds,
  ...decisionKinds,
  ...measureActs,
  ...measureKinds,
  ...goalKinds,
  ...followUpKinds,
  ...personKinds,
  ...recordKinds,
  ...incidentActs,
  ...attemptKinds,
};

const carePlan = leftTo("placement", "the care plan is not made");
const care = leftTo("care", "care under LVU is not made");
const sheltered = leftTo("placement", "placement in sheltered housing is not made");
const placement = leftTo("placement", "the duties of a placement are not made");
const oneBoard = "one board plays both municipalities; moving a matter has no command yet";

/** Kinds of the format that the program has nothing for yet, and why. */
export const uncoveredKinds: Readonly<Record<string, string>> = {
  "carePlan.made": carePlan,
  "carePlan.revised": carePlan,
  "placementInformation.given": placement,
  "home.investigated": placement,
  "registerExtract.received": placement,
  "agreement.signed": placement,
  "municipality.consulted": placement,
  "region.notified": placement,
  "worker.assigned": placement,
  "consideration.made": placement,
  "contactRestriction.decided": care,
  "contactRestriction.considered": care,
  "contactRestriction.ended": care,
  "lvu.urgentCareDecided": care,
  "lvu.urgentCareExecuted": care,
  "lvu.policeAssistanceRequested": care,
  "lvu.counselRequested": care,
  "lvu.submitted": care,
  "lvu.courtConfirmed": care,
  "lvu.lapsed": care,
  "lvu.followUpStarted": care,
  "lvu.applied": care,
  "lvu.hearing": care,
  "lvu.judgment": care,
  "lvu.judgmentFinal": care,
  "lvu.placementDecided": care,
  "lvu.partEnded": care,
  "lvu.ended": care,
  "lpbs.urgentDecided": sheltered,
  "lpbs.placementStarted": sheltered,
  "lpbs.secretAddressDecided": sheltered,
  "lpbs.submitted": sheltered,
  "lpbs.courtConfirmed": sheltered,
  "lpbs.applied": sheltered,
  "lpbs.hearing": sheltered,
  "lpbs.judgment": sheltered,
  "lpbs.judgmentFinal": sheltered,
  "lpbs.ended": sheltered,
  "delegation.reported": leftTo(
    "board",
    "meetings of the board, and reporting decisions to it, are not made",
  ),
  "ivo.applied": oneBoard,
  "ivo.decided": oneBoard,
  "record.open": "opening a record is no command; who may read is decided by the server",
  "akt.delete": "an akt cannot be deleted; there is no such command",
};

/** Kinds that are recorded without the law being asked, for the same reason. */
export const recordedOnly: Readonly<Record<string, string>> = {
  "placement.started": placement,
  "placement.ended": placement,
};

/** Why a kind has no command. */
export function reasonOfKind(kind: string): string {
  return uncoveredKinds[kind] ?? `${kind} has no command`;
}
