import { alwaysFactorRoles, readBoardSignIn, setBoardSignIn } from "../../access/board-sign-in.ts";
import { setSignIn } from "../../contract/accounts/set-sign-in.ts";
import { problem } from "../../kernel/problem.ts";
import { fail } from "../../kernel/result.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { handle } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { administer } from "./administer.ts";

/**
 * From the next sign-in on. Passwords stay without a provider, or nobody would get in; and only somebody whom it has
 * signed in may close them, or that person might not get in again to open them. Who runs accounts or the machine of a
 * board of real persons has a second factor always.
 */
export const setSignInHandler = handle(setSignIn, async (ctx, { body }) => {
  const { localAccounts } = body;
  const factorRoles = [...new Set(body.factorRoles)].toSorted();
  const isReal = !ctx.organisation.board.synthetic;
  if (
    isReal &&
    !alwaysFactorRoles.every((role) => body.factorRoles.some((each) => each === role))
  ) {
    return fail(problem("sign-in.administration", { status: 409, pointer: "/factorRoles" }));
  }
  if (!localAccounts) {
    const { pools } = ctx.app.store;
    const { provider } = await inTenant(pools.app, ctx.tenant, readBoardSignIn);
    const pointer = "/localAccounts";
    if (!provider) return fail(problem("sign-in.no-provider", { status: 409, pointer }));
    if (ctx.session?.via !== "provider") {
      return fail(problem("sign-in.locks-out", { status: 409, pointer }));
    }
  }
  const command = { type: "sign-in.set", ids: {}, data: { localAccounts, factorRoles } } as const;
  const act = { route: setSignIn, commandId: uuidOf(body.commandId), command };
  return administer(ctx, act, async (tx) => {
    await setBoardSignIn(tx, { localAccounts, factorRoles });
    return {};
  });
});
