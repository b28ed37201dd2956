import { createHash } from "node:crypto";
import { canonicalJson, type Json } from "../../kernel/canonical-json.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { addDays } from "../../kernel/plain-date.ts";
import type { BoardTime } from "../commands/organisation.ts";
import type { Tx } from "../in-tenant.ts";
import { statement } from "../statement.ts";
import { listItems } from "./items.ts";
import { findRun } from "./runs.ts";

/** Backups are kept at most so long: then the last one with what was destroyed is gone. */
export const BACKUP_DAYS = 35;

const FROZEN = statement(
  "retention_frozen_of_run",
  `select kind, year, question, release, refused from retention_frozen
   where tenant = $1 and run = $2 order by kind, year, question`,
);
const FINISH = statement(
  "retention_run_finish",
  `update retention_run set state = 'done', finished_at = $3, finished_on = $4, backups_gone_on = $5,
     protocol = $6, protocol_hash = $7
   where tenant = $1 and run = $2 and state = 'approved'`,
);

const PAGE = 500;

/**
 * Writes the protocol of a run whose list is done, with its hash: what went by which rule in numbers, what was left
 * and why, who proposed and approved it, and when the last backup with it is gone. It names matters by their
 * numbers, and no person but those two.
 */
export async function writeProtocol(tx: Tx, run: Uuid, time: BoardTime): Promise<void> {
  const found = await findRun(tx, run);
  if (found === undefined) throw new Error("The run is not there");
  const backupsGoneOn = addDays(time.today, BACKUP_DAYS);
  const frozen = await tx.rows<Record<string, Json>>(FROZEN, [tx.tenant, run]);
  const text = canonicalJson({
    run,
    board: tx.tenant,
    asOf: found.asOf,
    listHash: found.listHash,
    proposed: { by: found.proposedBy, at: found.proposedAt },
    approved: { by: found.approvedBy, at: found.approvedAt },
    finishedOn: time.today,
    backupsGoneOn,
    frozen,
    ...(await itemsOf(tx, run)),
  });
  const hash = createHash("sha256").update(text).digest();
  await tx.run(FINISH, [tx.tenant, run, time.now, time.today, backupsGoneOn, text, hash]);
}

async function itemsOf(tx: Tx, run: Uuid): Promise<Record<string, Json>> {
  const [matters, rows]: [Json[], Json[]] = [[], []];
  const persons = { destroyed: 0, named: 0 };
  let after = 0;
  for (;;) {
    const page = await listItems(tx, run, after, PAGE);
    for (const { item, kind, number, rule, section, state, leftWhy, counts, scope } of page) {
      after = item;
      const what = { rule, section, state, leftWhy, counts: { ...counts } };
      if (kind === "matter") matters.push({ number, ...what });
      else if (kind === "rows") rows.push({ ...what, scope: parseJson(scope) });
      else persons[state === "done" ? "destroyed" : "named"] += 1;
    }
    if (page.length < PAGE) return { matters, rows, persons };
  }
}

function parseJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
