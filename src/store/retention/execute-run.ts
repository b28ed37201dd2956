import type { Uuid } from "../../kernel/ids.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { logAccess } from "../access-log.ts";
import { boardTime, loadOrganisation } from "../commands/organisation.ts";
import type { Store } from "../deps.ts";
import { inTenant, type Tx } from "../in-tenant.ts";
import { statement } from "../statement.ts";
import type { Tenant } from "../tenant.ts";
import { destroyMatter, type Running } from "./destroy-matter.ts";
import { destroyPersons } from "./destroy-persons.ts";
import type { DueRows, FollowupPart } from "./followup-part.ts";
import { addPersons, moveOn, nextItems, settleItem, type RunItem } from "./items.ts";
import { writeProtocol } from "./protocol.ts";
import { findCurrentRun, isSetBack } from "./runs.ts";

/** What a run is carried out with; `afterStep` is told of each step that is committed. */
export interface Execution {
  readonly followup: FollowupPart;
  readonly afterStep?: (step: string) => void;
}

const LOCK = statement(
  "retention_run_lock",
  `select 1 from retention_run where tenant = $1 and run = $2 and state = 'approved' for update`,
);

/** Persons are looked for in all that remains: many at once, since each look reads the whole log. */
const PERSONS_AT_ONCE = 5000;

/**
 * Carries out the approved run of a board from where it stands: keeps counts, destroys rows of follow-up, matters
 * (one a transaction, as mp_retention) and persons nobody refers to any more, and writes the protocol. Stopped
 * anywhere and started again it goes on and ends the same. Gives the run that was finished, or undefined where
 * none is approved. Refuses `retention.clock-back` and what the keeping of counts refuses.
 */
export async function executeRun(
  store: Store,
  tenant: Tenant,
  { followup, afterStep = () => undefined }: Execution,
): Promise<Result<Uuid | undefined>> {
  const found = await inTenant(store.pools.app, tenant, async (tx) => {
    const current = await findCurrentRun(tx);
    const { board } = await loadOrganisation(store, tx);
    const time = boardTime(store, board);
    return { current, time, back: await isSetBack(tx, time.today) };
  });
  const { current, time, back } = found;
  if (current?.state !== "approved" || current.approvedBy === null) return ok(undefined);
  if (back) return fail(problem("retention.clock-back", { status: 409 }));
  const running = { run: current.run, approvedBy: current.approvedBy, time };
  const step = steps(store, tenant, running, afterStep);
  const frozen = await freezeAll(store, tenant, running, followup);
  if (!frozen.ok) return frozen;
  afterStep("frozen");
  await step("rows", 1, (tx, items) => destroyRows(tx, running, items, followup));
  await step("matter", 1, (tx, items) => destroyListed(store, tx, running, items, followup));
  await step("person", PERSONS_AT_ONCE, (tx, items) => destroyNamed(store, tx, running, items));
  await inTenant(store.pools.retention, tenant, async (tx) => {
    if (await locked(tx, running)) await writeProtocol(tx, running.run, time);
  });
  afterStep("protocol");
  return ok(current.run);
}

type Work = (tx: Tx, items: readonly RunItem[]) => Promise<void>;

/** Takes what waits of a kind in turn, so many a transaction, until nothing does. */
function steps(
  store: Store,
  tenant: Tenant,
  running: Running,
  afterStep: (step: string) => void,
): (kind: RunItem["kind"], atOnce: number, work: Work) => Promise<void> {
  return async (kind, atOnce, work) => {
    for (;;) {
      const more = await inTenant(store.pools.retention, tenant, async (tx) => {
        // Whoever else carries it out waits here, and then finds the next thing.
        if (!(await locked(tx, running))) return false;
        const items = await nextItems(tx, running.run, kind, atOnce);
        if (items.length > 0) await work(tx, items);
        return items.length > 0;
      });
      if (!more) return;
      afterStep(kind);
    }
  };
}

async function locked(tx: Tx, { run }: Running): Promise<boolean> {
  return (await tx.rows(LOCK, [tx.tenant, run])).length > 0;
}

async function freezeAll(
  store: Store,
  tenant: Tenant,
  { run, approvedBy }: Running,
  followup: FollowupPart,
): Promise<Result<void>> {
  const waiting = await inTenant(store.pools.app, tenant, (tx) => nextItems(tx, run, "rows", 1000));
  for (const item of waiting) {
    const frozen = await followup.freeze(tenant, run, parseScope(item), approvedBy);
    if (!frozen.ok) return frozen;
  }
  return ok(undefined);
}

async function destroyRows(
  tx: Tx,
  { run, time }: Running,
  items: readonly RunItem[],
  followup: FollowupPart,
): Promise<void> {
  for (const item of items) {
    const rows = await followup.destroy(tx, run, parseScope(item), time.today);
    await settleItem(tx, run, item.item, { counts: { rows }, at: time.now });
  }
}

async function destroyListed(
  store: Store,
  tx: Tx,
  running: Running,
  items: readonly RunItem[],
  followup: FollowupPart,
): Promise<void> {
  const { run, time, approvedBy } = running;
  for (const { item, akt, matter, seq, rule, section } of items) {
    if (akt === null || matter === null || seq === null) continue;
    const outcome = await destroyMatter(store, tx, running, { akt, matter, seq }, followup);
    if ("left" in outcome) {
      await settleItem(tx, run, item, { left: outcome.left, at: time.now });
      continue;
    }
    await settleItem(tx, run, item, { counts: { ...outcome.counts }, at: time.now });
    if (outcome.seq !== undefined) await moveOn(tx, run, akt, outcome.seq);
    await addPersons(tx, run, outcome.persons, { rule, section });
    const did = { staff: approvedBy, action: "retention.run", persons: [] };
    logAccess(tx, "command", { ...did, purpose: "administration" }, time.now);
  }
}

async function destroyNamed(
  store: Store,
  tx: Tx,
  { run, time }: Running,
  items: readonly RunItem[],
): Promise<void> {
  const persons = items.flatMap(({ person }) => person ?? []);
  const gone = await destroyPersons(store, tx, run, persons, time.today);
  for (const { item, person } of items) {
    const left = person !== null && gone.has(person) ? {} : { left: "named" };
    await settleItem(tx, run, item, { ...left, at: time.now });
  }
}

/** The scope of a list of rows, as it was written when the list was frozen. */
function parseScope({ scope }: RunItem): DueRows {
  return scope as unknown as DueRows;
}
