import { checkRows } from "../followup/writer/check.ts";
import type { FollowupSettings } from "../followup/settings.ts";
import type { Store } from "../store/deps.ts";
import type { Connection } from "../store/postgres/connection.ts";
import { rebuildBoard } from "../store/rebuild-apply.ts";
import { rebuildCheck, type RowCheck } from "../store/rebuild.ts";
import type { ListedBoard } from "../access/boards.ts";
import type { CliArguments } from "./arguments.ts";
import { EXIT, type CliOutput, type RunCommand } from "./command.ts";
import { withBoards } from "./with-boards.ts";

/**
 * `rebuild --check`: everything derived is made anew beside the old and compared, rows of follow-up too; changes
 * nothing. `rebuild --board N`: states, projections, clocks and rows of follow-up of one board are written anew from
 * its log, while it is in use.
 */
export const rebuild: RunCommand = async (args, output) => {
  if (!args.check && args.board === undefined) {
    output.err("Say rebuild --check to compare, or rebuild --board N to write a board anew.");
    return EXIT.unusable;
  }
  return withBoards(
    output,
    ({ board, store, connection, settings }) =>
      args.check
        ? compare({ board, store, connection, settings }, args, output)
        : writeAnew(store, board, args, output),
    args.board,
  );
};

interface Compared {
  readonly board: ListedBoard;
  readonly store: Store;
  readonly connection: Connection;
  readonly settings: FollowupSettings;
}

async function compare(
  { board, store, connection, settings }: Compared,
  args: CliArguments,
  output: CliOutput,
): Promise<boolean> {
  const { tenant, name } = board;
  const rows = followupCheck(settings);
  const report = await rebuildCheck(store, connection, tenant, [rows]);
  const { streams, notFolded, differences } = report;
  if (args.json) output.out(JSON.stringify({ board: tenant, ...report }));
  else {
    const said = differences.length === 0 ? "as stored" : `${differences.length} differences`;
    output.out(`${tenant} ${name}: ${streams} streams, ${notFolded} not folded, ${said}`);
    for (const difference of differences) output.out(`  ${JSON.stringify(difference)}`);
  }
  return differences.length === 0;
}

/** Rows of follow-up by the thing they are about; none of their values is told. */
export function followupCheck(settings: FollowupSettings): RowCheck {
  return async (tx, change) => {
    const found = await checkRows(tx, change, settings);
    return found.map(({ kind, subject, how }) => ({
      table: `followup.${kind}`,
      key: subject,
      how,
    }));
  };
}

async function writeAnew(
  store: Store,
  { tenant, name }: ListedBoard,
  args: CliArguments,
  output: CliOutput,
): Promise<boolean> {
  const written = await rebuildBoard(store, tenant);
  if (args.json) output.out(JSON.stringify({ board: tenant, written }));
  else output.out(`${tenant} ${name}: ${written} streams written anew`);
  return true;
}
