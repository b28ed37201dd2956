import { rebuildCheck } from "../store/rebuild.ts";
import { EXIT, type RunCommand } from "./command.ts";
import { withBoards } from "./with-boards.ts";

/** Rebuilds everything derived beside the old and compares. Changes nothing, so `--check` must be said. */
export const rebuild: RunCommand = async (args, output) => {
  if (!args.check) {
    output.err("Say rebuild --check: the new is made beside the old and compared.");
    return EXIT.unusable;
  }
  return withBoards(output, async ({ tenant, name }, store, connection) => {
    const report = await rebuildCheck(store, connection, tenant);
    const { streams, notFolded, differences } = report;
    if (args.json) output.out(JSON.stringify({ board: tenant, ...report }));
    else {
      const said = differences.length === 0 ? "as stored" : `${differences.length} differences`;
      output.out(`${name}: ${streams} streams, ${notFolded} not folded, ${said}`);
      for (const difference of differences) output.out(`  ${JSON.stringify(difference)}`);
    }
    return differences.length === 0;
  });
};
