import { randomBytes } from "node:crypto";
import { listBoards, type ListedBoard } from "../access/boards.ts";
import { INSTALLATION } from "../access/installation.ts";
import { isTestNumber } from "../access/test-numbers.ts";
import type { FollowupSettings } from "../followup/settings.ts";
import { followupProjector } from "../followup/writer/projector.ts";
import type { Store } from "../store/deps.ts";
import { inTenant } from "../store/in-tenant.ts";
import type { Connection } from "../store/postgres/connection.ts";
import { programStore } from "../store/program-store.ts";
import type { Words } from "../store/specification.ts";
import { EXIT, type CliOutput, type ExitCode } from "./command.ts";
import type { OpenProgram } from "./open-program.ts";
import { withProgram } from "./with-program.ts";

/** A board with what is needed to look at it. */
export interface OpenBoard {
  readonly board: ListedBoard;
  readonly store: Store;
  readonly connection: Connection;
  readonly settings: FollowupSettings;
  /** The words of follow-up. */
  readonly texts: Words;
}

/** What a command does with one board; true when everything was as it should. */
export type BoardCheck = (open: OpenBoard) => Promise<boolean>;

/**
 * Opens the installation, does something with every board of it or with the one of a number, and closes it
 * again. A number that no board has cannot be used.
 */
export async function withBoards(
  output: CliOutput,
  check: BoardCheck,
  only?: number,
): Promise<ExitCode> {
  return withProgram(output, (program) => checkAll(output, program, check, only));
}

async function checkAll(
  output: CliOutput,
  { specification, settings, pools, database, clock }: OpenProgram,
  check: BoardCheck,
  only: number | undefined,
): Promise<ExitCode> {
  const projectors = [followupProjector({ randomBytes, settings })];
  const store = programStore(pools, specification, { projectors, isTestNumber, clock });
  const all = await inTenant(pools.app, INSTALLATION, listBoards);
  const boards = all.filter(({ tenant }) => only === undefined || tenant === only);
  if (only !== undefined && boards.length === 0) {
    output.err(`There is no board ${only}.`);
    return EXIT.unusable;
  }
  if (boards.length === 0) output.err("There is no board yet.");
  let agreed = true;
  for (const board of boards) {
    const connection = database.connections.app;
    const held = await check({
      board,
      store,
      connection,
      settings,
      texts: specification.words.followup,
    });
    agreed = agreed && held;
  }
  return agreed ? EXIT.agreed : EXIT.differs;
}
