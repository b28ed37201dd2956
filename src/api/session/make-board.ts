import { foundRealBoard } from "../../access/found-board.ts";
import { makeBoard } from "../../contract/session/make-board.ts";
import { problem } from "../../kernel/problem.ts";
import { fail } from "../../kernel/result.ts";
import { handlePublic } from "../http/handler.ts";
import { withSetupCode } from "./with-setup-code.ts";

/** Nobody runs both accounts and the server: with both, one person could give themselves everything unseen. */
export const makeBoardHandler = handlePublic(makeBoard, async (ctx, { body }) => {
  const { code, userAdministrator, systemAdministrator, ...founding } = body;
  if (ctx.app.forTests) return fail(problem("setup.test-settings"));
  if (userAdministrator.username === systemAdministrator.username) {
    return fail(problem("setup.same-person", { pointer: "/systemAdministrator/username" }));
  }
  return withSetupCode(ctx, code, async () => {
    const { store, randomBytes } = ctx.app;
    const wanted = { ...founding, userAdministrator, systemAdministrator };
    const { accounts, until } = await foundRealBoard(store, wanted, randomBytes);
    return { board: founding.name, accounts: [...accounts], until };
  });
});
