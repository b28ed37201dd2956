import type { BoundHandler } from "../http/handler.ts";
import {
  endOtherSessionsHandler,
  endSessionHandler,
  listSessionsHandler,
  seeNoticesHandler,
} from "./own-sign-ins.ts";
import { signInHandler } from "./sign-in.ts";
import { readMeHandler } from "./read-me.ts";
import { readCopyKeyHandler } from "./read-copy-key.ts";
import { readSetupHandler } from "./read-setup.ts";
import { makeBoardHandler } from "./make-board.ts";
import { makeDemoBoardHandler } from "./make-demo-board.ts";
import { changePasswordHandler } from "./change-password.ts";
import { signOutHandler } from "./sign-out.ts";
import { useInvitationHandler } from "./use-invitation.ts";
import { beginConfirmHandler, confirmHandler } from "./factors/confirm.ts";
import { ownFactorHandlers } from "./factors/own-factors.ts";
import { beginPasskeySignInHandler, passkeySignInHandler } from "./factors/passkey-sign-in.ts";
import { beginProviderConfirmHandler, beginProviderHandler } from "./provider/begin.ts";
import { providerConfirmHandler, providerSignInHandler } from "./provider/finish.ts";
import { providerLogoutHandler } from "./provider/logout.ts";
import { factorPasskeyHandler, secondFactorHandler } from "./factors/second-factor.ts";

/** The first start, signing in and out, passwords, second factors, passkeys, and one's own sign-ins. */
export const sessionHandlers: readonly BoundHandler[] = [
  secondFactorHandler,
  factorPasskeyHandler,
  beginPasskeySignInHandler,
  passkeySignInHandler,
  listSessionsHandler,
  endSessionHandler,
  endOtherSessionsHandler,
  seeNoticesHandler,
  ...ownFactorHandlers,
  beginConfirmHandler,
  confirmHandler,
  signInHandler,
  readMeHandler,
  readCopyKeyHandler,
  readSetupHandler,
  makeDemoBoardHandler,
  makeBoardHandler,
  changePasswordHandler,
  useInvitationHandler,
  signOutHandler,
  beginProviderHandler,
  providerSignInHandler,
  beginProviderConfirmHandler,
  providerConfirmHandler,
  providerLogoutHandler,
];
