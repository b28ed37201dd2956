import { coordinationActs } from "./acts-coordination.ts";
import { intakeActs } from "./acts-intake.ts";
import { investigationActs } from "./acts-investigation.ts";
import { measureActs } from "./acts-measure.ts";
import { basisKinds } from "./basis.ts";
import { decisionKinds } from "./decision.ts";
import { contentKinds } from "./factors.ts";
import { followUpKinds } from "./follow-up.ts";
import { goalKinds } from "./goals.ts";
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
};

const laterDocument = "has no document or command yet";
const care = "care under LVU has no command yet";
const sheltered = "placement in sheltered housing has no command yet";
const placement = "the duties of a placement have no command yet";
const oneBoard = "one board plays both municipalities; moving a matter has no command yet";
const outputs = "letters, calendar and files out are not made yet";
const levels = "levels per area belong to variables no document of the specification gives";

/** Kinds of the format that the program has nothing for yet, and why. */
export const uncoveredKinds: Readonly<Record<string, string>> = {
  "area.assessed": levels,
  "carePlan.made": laterDocument,
  "carePlan.revised": laterDocument,
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
  "delegation.reported": "reporting decisions to the board has no command yet",
  "record.corrected": "moving a note to another akt has no command yet",
  "incident.reported": "incidents have no command yet",
  "transfer.requested": oneBoard,
  "transfer.answered": oneBoard,
  "transfer.completed": oneBoard,
  "ivo.applied": oneBoard,
  "ivo.decided": oneBoard,
  "guardian.requested": "asking for a guardian has no command yet",
  "record.open": "opening a record is no command; who may read is decided by the server",
  "document.print": outputs,
  "document.send": outputs,
  "document.disclose": outputs,
  "message.send": outputs,
  "calendar.invite": outputs,
  "akt.create": "an akt is made by the first report; nobody can make a second one for a person",
  "akt.delete": "an akt cannot be deleted; there is no such command",
};
