import { createHash } from "node:crypto";
import { canonicalJson, type Json } from "../../kernel/canonical-json.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { followupRetention } from "../../rules/retention.ts";
import type { Law } from "../../rules/types.ts";
import type { Tx } from "../in-tenant.ts";
import { manyRows } from "../many-rows.ts";
import { statement } from "../statement.ts";
import { listDueToday } from "./due-list.ts";
import type { DueRows, FollowupPart } from "./followup-part.ts";
import { findMunicipality, type RetainedMatter } from "./retained-akter.ts";

export type RunState = "proposed" | "approved" | "withdrawn" | "done";

/** A run as its row has it. */
export interface RunRow {
  readonly run: Uuid;
  readonly asOf: PlainDate;
  readonly state: RunState;
  /** Hex. */
  readonly listHash: string;
  readonly proposedBy: Uuid;
  readonly proposedAt: Instant;
  readonly approvedBy: Uuid | null;
  readonly approvedAt: Instant | null;
  readonly finishedOn: PlainDate | null;
  readonly backupsGoneOn: PlainDate | null;
  /** Canonical JSON; its SHA-256 in hex beside it. */
  readonly protocol: string | null;
  readonly protocolHash: string | null;
}

/** Who does something to a run, and when. */
export interface By {
  readonly staff: Uuid;
  readonly at: Instant;
  readonly today: PlainDate;
}

const COLUMNS = `run, as_of as "asOf", state, encode(list_hash, 'hex') as "listHash",
    proposed_by as "proposedBy", proposed_at as "proposedAt", approved_by as "approvedBy",
    approved_at as "approvedAt", finished_on as "finishedOn", backups_gone_on as "backupsGoneOn",
    protocol, encode(protocol_hash, 'hex') as "protocolHash"`;

const ALL = statement(
  "retention_runs",
  `select ${COLUMNS} from retention_run where tenant = $1 order by run desc limit 50`,
);
const ONE = statement(
  "retention_run_one",
  `select ${COLUMNS} from retention_run where tenant = $1 and run = $2`,
);
const CURRENT = statement(
  "retention_run_current",
  `select ${COLUMNS} from retention_run where tenant = $1 and state in ('proposed', 'approved')`,
);
const INSERT = statement(
  "retention_run_insert",
  `insert into retention_run (tenant, run, as_of, state, list_hash, law_digest, proposed_by,
     proposed_at)
   values ($1, $2, $3, 'proposed', $4, $5, $6, $7)
   on conflict do nothing`,
);
const APPROVE = statement(
  "retention_run_approve",
  `update retention_run set state = 'approved', approved_by = $3, approved_at = $4
   where tenant = $1 and run = $2 and state = 'proposed' and proposed_by <> $3`,
);
const WITHDRAW = statement(
  "retention_run_withdraw",
  `update retention_run set state = 'withdrawn', withdrawn_by = $3, withdrawn_at = $4
   where tenant = $1 and run = $2 and state = 'proposed'`,
);
const INSERT_ITEM = manyRows(
  statement(
    "retention_item_insert",
    `insert into retention_item (tenant, run, item, kind, akt, matter, number, rule, section,
     earliest, latest, seq, scope)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
  ),
);
/** Events until this number are known of: of those a list of years need not be read again. */
const THROUGH = statement(
  "retention_list_knows",
  "select through_no::text as no from retention_list where tenant = $1",
);
/** The last day anything happened on this board: of an earlier day nothing is destroyed. The list knows most of it. */
const LATEST = statement(
  "retention_latest_day",
  `select greatest(
     (select latest_on from retention_list where tenant = $1),
     (select max(recorded_on) from event_head where tenant = $1 and no > $2),
     (select max(greatest(as_of, finished_on)) from retention_run
        where tenant = $1 and state in ('approved', 'done'))) as day`,
);

/** The runs of a board, newest first. */
export function listRuns(tx: Tx): Promise<RunRow[]> {
  return tx.rows<RunRow>(ALL, [tx.tenant]);
}

/** A run; undefined where there is none of that id. */
export async function findRun(tx: Tx, run: Uuid): Promise<RunRow | undefined> {
  const [row] = await tx.rows<RunRow>(ONE, [tx.tenant, run]);
  return row;
}

/** The run that is proposed or carried out now. */
export async function findCurrentRun(tx: Tx): Promise<RunRow | undefined> {
  const [row] = await tx.rows<RunRow>(CURRENT, [tx.tenant]);
  return row;
}

/** Whether the clock stands before something that has happened already: then nothing is destroyed. */
export async function isSetBack(tx: Tx, today: PlainDate): Promise<boolean> {
  const [list] = await tx.rows<{ no: string }>(THROUGH, [tx.tenant]);
  const [row] = await tx.rows<{ day: PlainDate | null }>(LATEST, [tx.tenant, list?.no ?? "0"]);
  return row !== undefined && row.day !== null && today < row.day;
}

/** What one can read before approving it, and is carried out within hours. */
const MOST_OF_A_RUN = 5000;

/**
 * Proposes a run: the list of today is frozen. Refuses without a municipality (`retention.no-municipality`), with an
 * earlier clock (`retention.clock-back`), while another run is under way (`retention.run-open`) and where nothing is
 * due (`retention.nothing-due`), and an id that another run has (`command.id-taken`); the same proposal sent again is
 * the one that was made. Of more than {@link MOST_OF_A_RUN} matters the rest is for the next run.
 */
export async function proposeRun(
  tx: Tx,
  law: { readonly law: Law; readonly digest: string },
  run: Uuid,
  by: By,
  followup: FollowupPart,
): Promise<Result<RunRow>> {
  const earlier = await madeBefore(tx, run, by);
  if (earlier !== undefined) return earlier;
  const refused = await refusal(tx, by.today);
  if (refused !== undefined) return fail(problem(refused, { status: 409 }));
  const due = await listDueToday(tx, law.law, by.today, followup, MOST_OF_A_RUN);
  const items = [
    ...due.rows.map((rows) => rowsItem(law.law, by.today, rows)),
    ...due.matters.map(matterItem),
  ];
  if (items.length === 0) return fail(problem("retention.nothing-due", { status: 409 }));
  const hash = createHash("sha256").update(canonicalJson(items)).digest();
  const made = await tx.run(INSERT, [tx.tenant, run, by.today, hash, law.digest, by.staff, by.at]);
  if (made === 0) {
    // Proposed at the same moment: this one sent twice, or another.
    const other = await madeBefore(tx, run, by);
    return other ?? fail(problem("retention.run-open", { status: 409 }));
  }
  items.forEach((item, at) => {
    const { kind, akt, matter, number, rule, section, earliest, latest, seq, scope } = item;
    const values = [kind, akt, matter, number, rule, section, earliest, latest, seq];
    tx.write(INSERT_ITEM, [tx.tenant, run, at + 1, ...values, JSON.stringify(scope)]);
  });
  await tx.flush();
  const found = await findRun(tx, run);
  if (found === undefined) throw new Error("The run that was made is not there");
  return ok(found);
}

async function madeBefore(tx: Tx, run: Uuid, by: By): Promise<Result<RunRow> | undefined> {
  const found = await findRun(tx, run);
  if (found === undefined) return undefined;
  const same = found.proposedBy === by.staff && found.state === "proposed";
  return same ? ok(found) : fail(problem("command.id-taken", { status: 409 }));
}

async function refusal(tx: Tx, today: PlainDate): Promise<string | undefined> {
  if ((await findMunicipality(tx)) === undefined) return "retention.no-municipality";
  if (await isSetBack(tx, today)) return "retention.clock-back";
  return (await findCurrentRun(tx)) === undefined ? undefined : "retention.run-open";
}

interface NewItem {
  readonly [name: string]: Json;
  readonly kind: "matter" | "rows";
  readonly akt: string | null;
  readonly matter: string | null;
  readonly number: string | null;
  readonly rule: string;
  readonly section: string;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly seq: number | null;
  readonly scope: Json;
}

function matterItem({ akt, matter, number, seq, retention }: RetainedMatter): NewItem {
  const { rule, earliest, latest } = retention;
  return {
    kind: "matter",
    akt,
    matter,
    number: number ?? null,
    rule: rule?.row.id ?? "",
    section: rule?.row.cited ?? "",
    earliest: earliest ?? null,
    latest: latest ?? null,
    seq,
    scope: {},
  };
}

function rowsItem(law: Law, today: PlainDate, due: DueRows): NewItem {
  const rule = followupRetention(law, today, due.endedBy);
  return {
    kind: "rows",
    akt: null,
    matter: null,
    number: null,
    rule: rule?.row.id ?? "",
    section: rule?.row.cited ?? "",
    earliest: null,
    latest: null,
    seq: null,
    scope: { ...due },
  };
}

/**
 * Approves a run that somebody else proposed, with the list as it was shown. Refuses `retention.no-run`,
 * `retention.same-person` and `retention.list-changed`.
 */
export async function approveRun(
  tx: Tx,
  run: Uuid,
  listHash: string,
  by: By,
): Promise<Result<RunRow>> {
  const found = await findRun(tx, run);
  if (found === undefined || found.state !== "proposed") {
    return fail(problem("retention.no-run", { status: 409 }));
  }
  if (found.proposedBy === by.staff) return fail(problem("retention.same-person", { status: 403 }));
  if (found.listHash !== listHash) return fail(problem("retention.list-changed", { status: 409 }));
  if (await isSetBack(tx, by.today)) return fail(problem("retention.clock-back", { status: 409 }));
  return changed(tx, run, await tx.run(APPROVE, [tx.tenant, run, by.staff, by.at]));
}

/** Takes a proposal back; anybody who may propose may. Refuses `retention.no-run`. */
export async function withdrawRun(tx: Tx, run: Uuid, by: By): Promise<Result<RunRow>> {
  return changed(tx, run, await tx.run(WITHDRAW, [tx.tenant, run, by.staff, by.at]));
}

async function changed(tx: Tx, run: Uuid, rows: number): Promise<Result<RunRow>> {
  const found = rows === 0 ? undefined : await findRun(tx, run);
  return found === undefined ? fail(problem("retention.no-run", { status: 409 })) : ok(found);
}
