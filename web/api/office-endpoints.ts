import type { liftHold, setHold } from "../../src/contract/retention/change-hold.ts";
import type {
  approveRun,
  proposeRun,
  withdrawRun,
} from "../../src/contract/retention/change-run.ts";
import type { readProtocol } from "../../src/contract/retention/read-protocol.ts";
import type { readRetention } from "../../src/contract/retention/read-retention.ts";
import type { setMunicipality } from "../../src/contract/retention/set-municipality.ts";
import type {
  endAccountSessions,
  inviteToAccount,
  liftAccountLock,
  makeStaffAccount,
  removeAccountFactors,
  setAccountEndsOn,
  setAccountOpen,
  setAccountSubject,
} from "../../src/contract/accounts/account-acts.ts";
import type { listAccounts } from "../../src/contract/accounts/list-accounts.ts";
import type { endRole, grantRole, listRoleHistory } from "../../src/contract/accounts/roles.ts";
import type { setSignIn } from "../../src/contract/accounts/set-sign-in.ts";
import type { addStaff, changeStaff } from "../../src/contract/accounts/staff.ts";
import type { makeUnit, renameUnit } from "../../src/contract/accounts/units.ts";
import type {
  listIncidents,
  noteIncident,
  recordStep,
} from "../../src/contract/incidents/incident-routes.ts";
import type {
  decideDisclosure,
  handOverDisclosure,
  listDisclosures,
  makeDisclosureCopy,
  noteRequest,
  readMaterial,
} from "../../src/contract/disclosure/disclosure-routes.ts";
import type { tightenLog } from "../../src/contract/log-review/change-review.ts";
import type * as assignments from "../../src/contract/assignments/assignment-routes.ts";
import type * as reach from "../../src/contract/reach/reach-routes.ts";
import { get, post } from "./endpoint.ts";

/** Routes of what an office does beside its matters: accounts, incidents, handing out documents. */
export const officeEndpoints = {
  readRetention: get<typeof readRetention>("/api/v1/retention"),
  readProtocol: get<typeof readProtocol>("/api/v1/retention/runs/:run"),
  setMunicipality: post<typeof setMunicipality>("/api/v1/retention/set-municipality"),
  setHold: post<typeof setHold>("/api/v1/retention/set-hold"),
  liftHold: post<typeof liftHold>("/api/v1/retention/lift-hold"),
  proposeRun: post<typeof proposeRun>("/api/v1/retention/propose-run"),
  approveRun: post<typeof approveRun>("/api/v1/retention/approve-run"),
  withdrawRun: post<typeof withdrawRun>("/api/v1/retention/withdraw-run"),
  lendAccess: post<typeof reach.lendAccess>("/api/v1/reach/lend-access"),
  endLoan: post<typeof reach.endLoan>("/api/v1/reach/end-loan"),
  appointProvider: post<typeof reach.appointProvider>("/api/v1/reach/appoint-provider"),
  endAppointment: post<typeof reach.endAppointment>("/api/v1/reach/end-appointment"),
  listAssignments: get<typeof assignments.listAssignments>("/api/v1/assignments"),
  readAssignment: get<typeof assignments.readAssignment>("/api/v1/akt/:akt/assignments/:measure"),
  writeReport: post<typeof assignments.writeReport>("/api/v1/assignments/write-report"),
  tightenLog: post<typeof tightenLog>("/api/v1/log-review/tighten-log"),
  barAccess: post<typeof reach.barAccess>("/api/v1/reach/bar-access"),
  liftBar: post<typeof reach.liftBar>("/api/v1/reach/lift-bar"),
  readReach: get<typeof reach.readReach>("/api/v1/akt/:akt/reach"),
  listOpened: get<typeof reach.listOpened>("/api/v1/opened-for-me"),
  listAccounts: get<typeof listAccounts>("/api/v1/accounts"),
  makeUnit: post<typeof makeUnit>("/api/v1/accounts/make-unit"),
  renameUnit: post<typeof renameUnit>("/api/v1/accounts/rename-unit"),
  addStaff: post<typeof addStaff>("/api/v1/accounts/add-staff"),
  changeStaff: post<typeof changeStaff>("/api/v1/accounts/change-staff"),
  grantRole: post<typeof grantRole>("/api/v1/accounts/grant-role"),
  endRole: post<typeof endRole>("/api/v1/accounts/end-role"),
  listRoleHistory: get<typeof listRoleHistory>("/api/v1/accounts/staff/:staff/roles"),
  makeAccount: post<typeof makeStaffAccount>("/api/v1/accounts/make-account"),
  invite: post<typeof inviteToAccount>("/api/v1/accounts/invite"),
  setAccountOpen: post<typeof setAccountOpen>("/api/v1/accounts/set-open"),
  setAccountEnd: post<typeof setAccountEndsOn>("/api/v1/accounts/set-end"),
  setAccountSubject: post<typeof setAccountSubject>("/api/v1/accounts/set-subject"),
  endSessions: post<typeof endAccountSessions>("/api/v1/accounts/end-sessions"),
  liftLock: post<typeof liftAccountLock>("/api/v1/accounts/lift-lock"),
  removeFactors: post<typeof removeAccountFactors>("/api/v1/accounts/remove-factors"),
  setSignIn: post<typeof setSignIn>("/api/v1/accounts/set-sign-in"),
  noteIncident: post<typeof noteIncident>("/api/v1/incidents/note-incident"),
  recordStep: post<typeof recordStep>("/api/v1/incidents/record-step"),
  listIncidents: get<typeof listIncidents>("/api/v1/incidents"),
  noteRequest: post<typeof noteRequest>("/api/v1/disclosure/note-request"),
  decideDisclosure: post<typeof decideDisclosure>("/api/v1/disclosure/decide-disclosure"),
  handOverDisclosure: post<typeof handOverDisclosure>("/api/v1/disclosure/hand-over-disclosure"),
  listDisclosures: get<typeof listDisclosures>("/api/v1/akt/:akt/disclosures"),
  readMaterial: get<typeof readMaterial>("/api/v1/akt/:akt/disclosures/:disclosure"),
  makeDisclosureCopy: post<typeof makeDisclosureCopy>("/api/v1/disclosure/make-copy"),
} as const;
