import type { Route } from "../route.ts";
import { beginConfirm, confirm } from "./confirm.ts";
import {
  addPasskey,
  beginPasskey,
  beginTotp,
  confirmTotp,
  makeRecovery,
  removePasskey,
  removeTotp,
} from "./own-factors.ts";
import {
  beginProvider,
  beginProviderConfirm,
  providerConfirm,
  providerLogout,
  providerSignIn,
} from "./provider.ts";
import { endOtherSessions, endSession, listSessions, seeNotices } from "./own-sign-ins.ts";
import { beginPasskeySignIn, factorPasskey, passkeySignIn, secondFactor } from "./second-factor.ts";

/** Second factors, passkeys, and one's own sign-ins. */
export const factorRoutes: readonly Route[] = [
  secondFactor,
  factorPasskey,
  beginPasskeySignIn,
  passkeySignIn,
  listSessions,
  endSession,
  endOtherSessions,
  seeNotices,
  beginTotp,
  confirmTotp,
  removeTotp,
  makeRecovery,
  beginPasskey,
  addPasskey,
  removePasskey,
  beginConfirm,
  confirm,
  beginProvider,
  providerSignIn,
  beginProviderConfirm,
  providerConfirm,
  providerLogout,
];
