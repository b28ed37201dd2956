import type { Route } from "../route.ts";
import {
  endAccountSessions,
  inviteToAccount,
  liftAccountLock,
  makeStaffAccount,
  removeAccountFactors,
  setAccountEndsOn,
  setAccountOpen,
  setAccountSubject,
} from "./account-acts.ts";
import { listAccounts } from "./list-accounts.ts";
import { endRole, grantRole, listRoleHistory } from "./roles.ts";
import { setSignIn } from "./set-sign-in.ts";
import { addStaff, changeStaff } from "./staff.ts";
import { makeUnit, renameUnit } from "./units.ts";

/** Staff and accounts, for whoever runs them. */
export const accountRoutes: readonly Route[] = [
  listAccounts,
  addStaff,
  changeStaff,
  grantRole,
  endRole,
  listRoleHistory,
  makeUnit,
  renameUnit,
  makeStaffAccount,
  inviteToAccount,
  setAccountOpen,
  setAccountEndsOn,
  setAccountSubject,
  endAccountSessions,
  liftAccountLock,
  removeAccountFactors,
  setSignIn,
];
