import { setBoardSignIn } from "../../access/board-sign-in.ts";
import { setSignIn } from "../../contract/accounts/set-sign-in.ts";
import { problem } from "../../kernel/problem.ts";
import { fail } from "../../kernel/result.ts";
import { handle } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { administer } from "./administer.ts";

/** From the next sign-in on. Without a provider the passwords stay, or nobody would get in. */
export const setSignInHandler = handle(setSignIn, async (ctx, { body }) => {
  const { localAccounts } = body;
  const factorRoles = [...new Set(body.factorRoles)].toSorted();
  if (!localAccounts) {
    return fail(problem("sign-in.no-provider", { status: 409, pointer: "/localAccounts" }));
  }
  const command = { type: "sign-in.set", ids: {}, data: { localAccounts, factorRoles } } as const;
  const act = { route: setSignIn, commandId: uuidOf(body.commandId), command };
  return administer(ctx, act, async (tx) => {
    await setBoardSignIn(tx, { localAccounts, factorRoles });
    return {};
  });
});
