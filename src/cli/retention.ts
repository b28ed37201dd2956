import { followupPart } from "../followup/retention/followup-part.ts";
import { boardTime, loadOrganisation } from "../store/commands/organisation.ts";
import { inTenant } from "../store/in-tenant.ts";
import { executeRun } from "../store/retention/execute-run.ts";
import { listDueToday } from "../store/retention/due-list.ts";
import { findCurrentRun, findRun, type RunRow } from "../store/retention/runs.ts";
import type { Store } from "../store/deps.ts";
import type { FollowupPart } from "../store/retention/followup-part.ts";
import type { RetainedMatter } from "../store/retention/retained-akter.ts";
import type { Tenant } from "../store/tenant.ts";
import { describe } from "./check-files.ts";
import type { CliArguments } from "./arguments.ts";
import { EXIT, type CliOutput, type RunCommand } from "./command.ts";
import { withBoards, type OpenBoard } from "./with-boards.ts";

/**
 * `retention`: what is to be destroyed today, by which rule, and what is held back; changes nothing.
 * `retention run`: carries out the run that two persons have agreed on, from where it stands.
 */
export const retention: RunCommand = async (args, output) => {
  const [word, ...others] = args.words;
  if (others.length > 0 || (word !== undefined && word !== "run")) {
    output.err("Say retention to list, or retention run to carry out what was approved.");
    return EXIT.unusable;
  }
  const work = word === "run" ? carryOut : list;
  return withBoards(output, (open) => work(open, args, output), args.board);
};

async function list(open: OpenBoard, args: CliArguments, output: CliOutput): Promise<boolean> {
  const { store, board } = open;
  const due = await inTenant(store.pools.app, board.tenant, async (tx) => {
    const { today } = boardTime(store, (await loadOrganisation(store, tx)).board);
    const found = await listDueToday(tx, store.law.law, today, partOf(open));
    return { today, ...found, run: await findCurrentRun(tx) };
  });
  const { today, run, rows } = due;
  const [matters, held] = [due.matters.map(told), due.held.map(told)];
  if (args.json) {
    output.out(
      JSON.stringify({ board: board.tenant, today, matters, held, rows, run: run?.state }),
    );
    return true;
  }
  output.out(`${board.tenant} ${board.name}: ${matters.length} matters are due ${today}`);
  for (const { number, rule, earliest } of matters) output.out(`  ${number} ${rule} ${earliest}`);
  for (const { number, rule } of held) output.out(`  held ${number} ${rule}`);
  for (const each of rows) output.out(`  follow-up ${each.kind} ${each.year}: ${each.rows} rows`);
  if (run !== undefined) output.out(`  a run is ${run.state}`);
  return true;
}

function told({ number, retention: { rule, earliest, latest } }: RetainedMatter) {
  const { id = "", cited = "" } = rule?.row ?? {};
  return { number: number ?? "", rule: id, section: cited, earliest, latest };
}

async function carryOut(open: OpenBoard, args: CliArguments, output: CliOutput): Promise<boolean> {
  const { store, board } = open;
  const { tenant, name } = board;
  const done = await executeRun(store, tenant, { followup: partOf(open) });
  if (!done.ok) {
    for (const each of done.problems) output.err(`${tenant} ${name}: ${describe(each)}`);
    return false;
  }
  const run = done.value === undefined ? undefined : await runOf(store, tenant, done.value);
  const said = run === undefined ? "no run is approved" : `done, protocol ${run.protocolHash}`;
  if (args.json) output.out(JSON.stringify({ board: tenant, run: run ?? null }));
  else output.out(`${tenant} ${name}: ${said}`);
  return true;
}

function runOf(store: Store, tenant: Tenant, run: RunRow["run"]): Promise<RunRow | undefined> {
  return inTenant(store.pools.app, tenant, (tx) => findRun(tx, run));
}

function partOf({ store, settings, texts }: OpenBoard): FollowupPart {
  const { pools, clock, packs, ids } = store;
  const engine = { pool: pools.followup, clock, packs, settings, texts };
  const nextId = () => ids.next();
  return followupPart({ ...engine, app: pools.app, law: store.law.law, nextId });
}
