import { inTenant } from "../store/in-tenant.ts";
import { verifySeals } from "../store/seal.ts";
import { verifyLog } from "../store/verify.ts";
import type { RunCommand } from "./command.ts";
import { withBoards } from "./with-boards.ts";

/** Recomputes every chain, seal and anchor of every board and says where one does not hold. */
export const verify: RunCommand = (args, output) =>
  withBoards(output, async ({ board: { tenant, name }, store }) => {
    const [log, seals] = await inTenant(store.pools.app, tenant, async (tx) => {
      await tx.run({ text: "set transaction isolation level repeatable read" });
      return [await verifyLog(tx), await verifySeals(tx)] as const;
    });
    const { brokenSeal, brokenAnchor } = seals;
    const holds = log.broken.length === 0 && brokenSeal === undefined && brokenAnchor === undefined;
    if (args.json) output.out(JSON.stringify({ board: tenant, holds, log, seals }));
    else {
      output.out(
        `${tenant} ${name}: ${log.streams} streams, ${log.events} events, ${seals.seals} seals ${holds ? "hold" : "DO NOT HOLD"}`,
      );
      for (const { stream, seq, reason } of log.broken) output.out(`  ${stream} ${seq}: ${reason}`);
      if (brokenSeal !== undefined) output.out(`  seal ${brokenSeal.source} ${brokenSeal.seal}`);
      if (brokenAnchor !== undefined) output.out(`  anchor of ${brokenAnchor}`);
    }
    return holds;
  });
