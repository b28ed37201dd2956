import type { beginConfirm, confirm } from "../../src/contract/session/confirm.ts";
import type {
  addPasskey,
  beginPasskey,
  beginTotp,
  confirmTotp,
  makeRecovery,
  removePasskey,
  removeTotp,
} from "../../src/contract/session/own-factors.ts";
import type {
  endOtherSessions,
  endSession,
  listSessions,
  seeNotices,
} from "../../src/contract/session/own-sign-ins.ts";
import type {
  beginPasskeySignIn,
  factorPasskey,
  passkeySignIn,
  secondFactor,
} from "../../src/contract/session/second-factor.ts";
import type {
  beginProvider,
  beginProviderConfirm,
  providerConfirm,
  providerSignIn,
} from "../../src/contract/session/provider.ts";
import type { useInvitation } from "../../src/contract/session/use-invitation.ts";
import { get, post } from "./endpoint.ts";

/** The routes of staff, accounts, second factors and one's own sign-ins. */
export const accountEndpoints = {
  secondFactor: post<typeof secondFactor>("/api/v1/session/second-factor"),
  factorPasskey: post<typeof factorPasskey>("/api/v1/session/factor-passkey"),
  beginPasskeySignIn: post<typeof beginPasskeySignIn>("/api/v1/session/begin-passkey-sign-in"),
  passkeySignIn: post<typeof passkeySignIn>("/api/v1/session/passkey-sign-in"),
  listSessions: get<typeof listSessions>("/api/v1/session/sign-ins"),
  endSession: post<typeof endSession>("/api/v1/session/end-session"),
  endOtherSessions: post<typeof endOtherSessions>("/api/v1/session/end-other-sessions"),
  seeNotices: post<typeof seeNotices>("/api/v1/session/see-notices"),
  beginTotp: post<typeof beginTotp>("/api/v1/session/begin-totp"),
  confirmTotp: post<typeof confirmTotp>("/api/v1/session/confirm-totp"),
  removeTotp: post<typeof removeTotp>("/api/v1/session/remove-totp"),
  makeRecovery: post<typeof makeRecovery>("/api/v1/session/make-recovery"),
  beginPasskey: post<typeof beginPasskey>("/api/v1/session/begin-passkey"),
  addPasskey: post<typeof addPasskey>("/api/v1/session/add-passkey"),
  removePasskey: post<typeof removePasskey>("/api/v1/session/remove-passkey"),
  beginConfirm: post<typeof beginConfirm>("/api/v1/session/begin-confirm"),
  confirm: post<typeof confirm>("/api/v1/session/confirm"),
  beginProvider: post<typeof beginProvider>("/api/v1/session/begin-provider"),
  providerSignIn: post<typeof providerSignIn>("/api/v1/session/provider-sign-in"),
  beginProviderConfirm: post<typeof beginProviderConfirm>("/api/v1/session/begin-provider-confirm"),
  providerConfirm: post<typeof providerConfirm>("/api/v1/session/provider-confirm"),
  acceptInvitation: post<typeof useInvitation>("/api/v1/session/use-invitation"),
} as const;
