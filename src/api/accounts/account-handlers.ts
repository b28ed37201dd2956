import type { BoundHandler } from "../http/handler.ts";
import {
  endAccountSessionsHandler,
  inviteToAccountHandler,
  liftAccountLockHandler,
  removeAccountFactorsHandler,
  setAccountEndsOnHandler,
  setAccountOpenHandler,
  setAccountSubjectHandler,
} from "./account-acts.ts";
import { listAccountsHandler } from "./list-accounts.ts";
import { makeStaffAccountHandler } from "./make-account.ts";
import { endRoleHandler, grantRoleHandler, listRoleHistoryHandler } from "./roles.ts";
import { setSignInHandler } from "./set-sign-in.ts";
import { addStaffHandler, changeStaffHandler } from "./staff.ts";
import { makeUnitHandler, renameUnitHandler } from "./units.ts";

/** Staff and accounts, for whoever runs them. */
export const accountHandlers: readonly BoundHandler[] = [
  listAccountsHandler,
  addStaffHandler,
  changeStaffHandler,
  grantRoleHandler,
  endRoleHandler,
  listRoleHistoryHandler,
  makeUnitHandler,
  renameUnitHandler,
  makeStaffAccountHandler,
  inviteToAccountHandler,
  setAccountOpenHandler,
  setAccountEndsOnHandler,
  setAccountSubjectHandler,
  endAccountSessionsHandler,
  liftAccountLockHandler,
  removeAccountFactorsHandler,
  setSignInHandler,
];
