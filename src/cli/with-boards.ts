import { randomBytes } from "node:crypto";
import { listBoards, type ListedBoard } from "../access/boards.ts";
import { INSTALLATION } from "../access/installation.ts";
import { isTestNumber } from "../access/test-numbers.ts";
import { followupProjector } from "../followup/writer/projector.ts";
import type { Store } from "../store/deps.ts";
import { inTenant } from "../store/in-tenant.ts";
import type { Connection } from "../store/postgres/connection.ts";
import { programStore } from "../store/program-store.ts";
import { describe } from "./check-files.ts";
import { EXIT, type CliOutput, type ExitCode } from "./command.ts";
import { openProgram, type OpenProgram } from "./open-program.ts";

/** What a command does with one board; true when everything was as it should. */
export type BoardCheck = (
  board: ListedBoard,
  store: Store,
  connection: Connection,
) => Promise<boolean>;

/** Opens the installation, does something with every board of it, and closes it again. */
export async function withBoards(output: CliOutput, check: BoardCheck): Promise<ExitCode> {
  const log = (line: string) => output.err(line);
  const opened = await openProgram({ env: process.env, log, migrates: false });
  if (!opened.ok) {
    for (const problem of opened.problems) output.err(describe(problem));
    return EXIT.unusable;
  }
  try {
    return await checkAll(output, opened.value, check);
  } finally {
    await opened.value.close();
  }
}

async function checkAll(
  output: CliOutput,
  { specification, settings, pools, database, clock }: OpenProgram,
  check: BoardCheck,
): Promise<ExitCode> {
  const projectors = [followupProjector({ randomBytes, settings })];
  const store = programStore(pools, specification, { projectors, isTestNumber, clock });
  const boards = await inTenant(pools.app, INSTALLATION, listBoards);
  if (boards.length === 0) output.err("There is no board yet.");
  let agreed = true;
  for (const board of boards) {
    const held = await check(board, store, database.connections.app);
    agreed = agreed && held;
  }
  return agreed ? EXIT.agreed : EXIT.differs;
}
