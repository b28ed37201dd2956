import type { Instant } from "../kernel/instant.ts";
import { fail, type Result } from "../kernel/result.ts";
import { runAkt } from "./commands/execute-akt.ts";
import { runIntake } from "./commands/execute-intake.ts";
import { runPerson, type PersonAnswer, type PersonRequest } from "./commands/execute-person.ts";
import { runUnit, type UnitAnswer, type UnitRequest } from "./commands/execute-unit.ts";
import type { IntakeAnswer, IntakeRequest } from "./commands/intake-request.ts";
import { NotTogether, openAkter } from "./commands/open-akter.ts";
import type { AktAnswer, AktRequest } from "./commands/request.ts";
import { logRefusal } from "./commands/transact-command.ts";
import type { Store } from "./deps.ts";
import { runWriteDraft, type DraftAnswer, type DraftRequest } from "./drafts/write-draft.ts";
import {
  batchInTenant,
  constraintOf,
  inTenant,
  isPassing,
  withSavepoint,
  type Tx,
} from "./in-tenant.ts";
import { problemsOf } from "./refusal.ts";
import type { Tenant } from "./tenant.ts";

/** A command of a batch. `at` stands in for the clock, for demo and replay. */
export type BatchCommand = { readonly at?: Instant } & (
  | { readonly kind: "akt"; readonly request: AktRequest }
  | { readonly kind: "intake"; readonly request: IntakeRequest }
  | { readonly kind: "person"; readonly request: PersonRequest }
  | { readonly kind: "unit"; readonly request: UnitRequest }
  | { readonly kind: "draft"; readonly request: DraftRequest }
);

export type BatchAnswer = AktAnswer | IntakeAnswer | PersonAnswer | UnitAnswer | DraftAnswer;

/** A command, or what makes it of the results so far: the akt of a child is known when the report is received. */
export type BatchStep = BatchCommand | ((done: readonly Result<BatchAnswer>[]) => BatchCommand);

/** Most commands of one transaction. */
export const BATCH_LIMIT = 100;

/**
 * Runs commands of one board in their order, up to a hundred a transaction: the same code as one at a time, and a
 * refused command undoes itself only. What commands on an akt read and write of it is read and written once for those
 * that follow one another; where the database refuses what they wrote, their transaction is done anew by {@link oneByOne}.
 * Gives the results in the order of the commands. A step that makes its command may be asked more than once, and must
 * keep nothing. Throws on a command of another board.
 */
export function batch(
  store: Store,
  tenant: Tenant,
  steps: readonly BatchStep[],
): Promise<Result<BatchAnswer>[]> {
  return inParts(tenant, steps, async (part, before) => {
    try {
      return await batchInTenant(store.pools.app, tenant, (tx) =>
        runTogether(store, tx, part, before),
      );
    } catch (error) {
      if (!isOfOne(error)) throw error;
      return inTenant(store.pools.app, tenant, (tx) => runAll(store, tx, part, before));
    }
  });
}

/** As {@link batch}, each command behind a savepoint: it reads what the one before has written. */
export function oneByOne(
  store: Store,
  tenant: Tenant,
  steps: readonly BatchStep[],
): Promise<Result<BatchAnswer>[]> {
  return inParts(tenant, steps, (part, before) =>
    inTenant(store.pools.app, tenant, (tx) => runAll(store, tx, part, before)),
  );
}

type Results = Result<BatchAnswer>[];

async function inParts(
  tenant: Tenant,
  steps: readonly BatchStep[],
  run: (part: readonly BatchStep[], before: Results) => Promise<Results>,
): Promise<Results> {
  if (steps.some((step) => typeof step !== "function" && step.request.tenant !== tenant)) {
    throw new Error(OTHER_BOARD);
  }
  let results: Results = [];
  for (let from = 0; from < steps.length; from += BATCH_LIMIT) {
    results = await run(steps.slice(from, from + BATCH_LIMIT), results);
  }
  return results;
}

/** Whether a fault is of one command, or of somebody else's who was there at the same time; not of the database. */
function isOfOne(error: unknown): boolean {
  return error instanceof NotTogether || isPassing(error) || constraintOf(error) !== undefined;
}

const OTHER_BOARD = "A batch works in one board";

async function runTogether(
  store: Store,
  tx: Tx,
  steps: readonly BatchStep[],
  before: readonly Result<BatchAnswer>[],
): Promise<Results> {
  const akter = openAkter(store, tx);
  const results = [...before];
  for (const step of steps) {
    const command = commandOf(tx, step, results);
    const together =
      command.kind === "akt" ? await akter.run(command.request, command.at) : undefined;
    if (together?.ok !== true) await akter.write();
    const result = together ?? (await runBehindSavepoint(store, tx, command));
    if (!result.ok) await logRefusal(store, tx, command.request, result.problems);
    results.push(result);
  }
  await akter.write();
  return results;
}

function commandOf(tx: Tx, step: BatchStep, results: Results): BatchCommand {
  const command = typeof step === "function" ? step(results) : step;
  if (command.request.tenant !== tx.tenant) throw new Error(OTHER_BOARD);
  return command;
}

async function runAll(
  store: Store,
  tx: Tx,
  steps: readonly BatchStep[],
  before: readonly Result<BatchAnswer>[],
): Promise<Result<BatchAnswer>[]> {
  const results = [...before];
  for (const step of steps) {
    const command = commandOf(tx, step, results);
    const result = await runBehindSavepoint(store, tx, command);
    if (!result.ok) await logRefusal(store, tx, command.request, result.problems);
    results.push(result);
  }
  return results;
}

async function runBehindSavepoint(
  store: Store,
  tx: Tx,
  command: BatchCommand,
): Promise<Result<BatchAnswer>> {
  try {
    return await withSavepoint(
      tx,
      (part) => runCommand(store, part, command),
      (result) => result.ok,
    );
  } catch (error) {
    const problems = problemsOf(error);
    if (problems === undefined) throw error;
    return fail(problems);
  }
}

/** One command of a batch in a transaction that is open already. */
export function runCommand(
  store: Store,
  tx: Tx,
  command: BatchCommand,
): Promise<Result<BatchAnswer>> {
  switch (command.kind) {
    case "akt":
      return runAkt(store, tx, command.request, command.at);
    case "intake":
      return runIntake(store, tx, command.request, command.at);
    case "person":
      return runPerson(store, tx, command.request, command.at);
    case "unit":
      return runUnit(store, tx, command.request, command.at);
    case "draft":
      return runWriteDraft(store, tx, command.request, command.at);
  }
}
