import { inTenant } from "../store/in-tenant.ts";
import { setLocalCopy } from "../access/boards.ts";
import { EXIT, type RunCommand } from "./command.ts";
import { withBoards } from "./with-boards.ts";

/** Turns the sealed copies in browsers on or off for a board. What is kept already is erased at the next sign-in. */
export const localCopy: RunCommand = async (args, output) => {
  const wanted = args.words.at(-1);
  if ((wanted !== "on" && wanted !== "off") || args.board === undefined) {
    output.err("Say on or off, and the board: local-copy off --board 1");
    return EXIT.unusable;
  }
  return withBoards(
    output,
    async ({ board: { tenant, name }, store }) => {
      await inTenant(store.pools.app, tenant, (tx) => setLocalCopy(tx, wanted === "on"));
      output.out(`${tenant} ${name}: ${wanted}`);
      return true;
    },
    args.board,
  );
};
