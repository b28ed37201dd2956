import { hasAccounts } from "../../access/accounts.ts";
import { readBoardSignIn } from "../../access/board-sign-in.ts";
import { listBoards, type ListedBoard } from "../../access/boards.ts";
import { INSTALLATION } from "../../access/installation.ts";
import { readSetup } from "../../contract/session/read-setup.ts";
import { inTenant } from "../../store/in-tenant.ts";
import type { Pools } from "../../store/pools.ts";
import { handlePublic } from "../http/handler.ts";
import { fillingOf } from "./filling.ts";

export const readSetupHandler = handlePublic(readSetup, async (ctx) => {
  const { pools } = ctx.app.store;
  const boards = await usableBoards(pools);
  const ways = [];
  for (const { tenant, name } of boards) {
    ways.push({ tenant, name, ...(await inTenant(pools.app, tenant, readBoardSignIn)) });
  }
  return {
    ok: true,
    value: {
      needsSetup: boards.length === 0,
      filling: fillingOf(ctx.app) ?? null,
      providers: ways
        .filter(({ provider }) => provider)
        .map(({ tenant, name }) => ({ board: tenant, name })),
      localAccounts: ways.length === 0 || ways.some(({ localAccounts }) => localAccounts),
      boards: boards.map(({ name, synthetic }) => ({ name, synthetic })),
    },
  };
});

/** The boards that somebody can sign in to. One whose making was interrupted has no account yet. */
export async function usableBoards(pools: Pools): Promise<readonly ListedBoard[]> {
  const boards = await inTenant(pools.app, INSTALLATION, listBoards);
  const usable: ListedBoard[] = [];
  for (const board of boards) {
    if (await inTenant(pools.app, board.tenant, hasAccounts)) usable.push(board);
  }
  return usable;
}
