import { listBoards, type ListedBoard } from "../access/boards.ts";
import { INSTALLATION } from "../access/installation.ts";
import { isTestNumber } from "../access/test-numbers.ts";
import { tableQuery, type TableAnswer, type TableQuery } from "../contract/followup/make-table.ts";
import { makeTable } from "../followup/engine/make-table.ts";
import type { Result } from "../kernel/result.ts";
import { boardTime, loadOrganisation } from "../store/commands/organisation.ts";
import { inTenant } from "../store/in-tenant.ts";
import { programStore } from "../store/program-store.ts";
import type { CliArguments } from "./arguments.ts";
import { EXIT, type RunCommand } from "./command.ts";
import { tableLines } from "./followup-table-lines.ts";
import type { OpenProgram } from "./open-program.ts";
import { readJsonFile, whyMisshaped } from "./read-json-file.ts";
import { told, withProgram } from "./with-program.ts";

interface Wanted {
  readonly query: TableQuery;
  readonly board: number | undefined;
}

/** Counts a table of follow-up by a question in JSON, as the page shows it under each answer: exact, inside the unit. */
export const followupTable: RunCommand = async (args, output) => {
  const wanted = await readWanted(args);
  if (typeof wanted === "string") {
    output.err(wanted);
    return EXIT.unusable;
  }
  return withProgram(output, async (program) => {
    const board = await findBoard(program, wanted.board);
    if (typeof board === "string") {
      output.err(board);
      return EXIT.unusable;
    }
    const table = await count(program, board, wanted.query);
    if (!table.ok) return told(table.problems, output, program.specification.problemTexts);
    if (args.json) output.out(JSON.stringify(table.value));
    else for (const line of tableLines(table.value)) output.out(line);
    return EXIT.agreed;
  });
};

/** The question, or what is wrong with it. */
async function readWanted({ words, board }: CliArguments): Promise<Wanted | string> {
  const [path, ...others] = words;
  if (path === undefined || others.length > 0) return "Name one file with the question as JSON.";
  const read = await readJsonFile(path);
  if (read === undefined) return `${path} cannot be read.`;
  if (read.json === undefined) return `${path} is not JSON.`;
  const query = tableQuery.strict().safeParse(read.json);
  if (query.success) return { query: query.data, board };
  return `${path} is no question: ${whyMisshaped(query.error)}`;
}

/** The board of a number, or the only one there is. */
async function findBoard(
  { pools }: OpenProgram,
  wanted: number | undefined,
): Promise<ListedBoard | string> {
  const boards = await inTenant(pools.app, INSTALLATION, listBoards);
  if (wanted === undefined && boards.length > 1) return "There are several boards: give --board N.";
  const board = boards.find(({ tenant }) => wanted === undefined || tenant === wanted);
  return (
    board ?? (wanted === undefined ? "There is no board yet." : `There is no board ${wanted}.`)
  );
}

async function count(
  { pools, specification, settings, clock }: OpenProgram,
  { tenant }: ListedBoard,
  query: TableQuery,
): Promise<Result<TableAnswer>> {
  const store = programStore(pools, specification, { projectors: [], isTestNumber, clock });
  const { board, state } = await inTenant(pools.app, tenant, (tx) => loadOrganisation(store, tx));
  const { units } = state;
  const { today } = boardTime(store, board);
  const texts = specification.words.followup;
  const engine = { pool: pools.followup, clock, packs: store.packs, settings, texts };
  return makeTable(engine, { tenant, units, today }, query);
}
