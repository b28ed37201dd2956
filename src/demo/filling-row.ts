import type { Instant } from "../kernel/instant.ts";
import type { Tx } from "../store/in-tenant.ts";
import { statement } from "../store/statement.ts";

/** An invented municipality on its way: what it is drawn from, and which families are there. */
export interface FillingRow {
  readonly size: string;
  readonly seed: string;
  /** When its board was made. */
  readonly madeAt: Instant;
  /** Of all its commands; of what its families are invented for as long as there are none. */
  readonly digest: string;
  /** How many there are to be; 0 before they are invented. */
  readonly families: number;
  readonly done: readonly string[];
}

const BEGIN = statement(
  "demo_filling_begin",
  `insert into demo_filling (tenant, size, seed, made_at, digest, families)
   values ($1, $2, $3, $4, $5, 0)`,
);
const PLAN = statement(
  "demo_filling_plan",
  "update demo_filling set digest = $2, families = $3 where tenant = $1",
);
const DONE = statement(
  "demo_filling_done",
  "update demo_filling set done = array_append(done, $2) where tenant = $1",
);
const END = statement("demo_filling_end", "delete from demo_filling where tenant = $1");
const FIND = statement(
  "demo_filling_find",
  `select size, seed, made_at as "madeAt", digest, families, done
   from demo_filling where tenant = $1`,
);
/** Only fillings are locked by this number; the board is the second. */
const LOCK = statement(
  "demo_filling_lock",
  "select pg_try_advisory_xact_lock(7301002, $1::int) as locked",
);

/** Notes that the board of the transaction is to be filled. */
export async function beginFilling(
  tx: Tx,
  row: Omit<FillingRow, "done" | "families">,
): Promise<void> {
  await tx.run(BEGIN, [tx.tenant, row.size, row.seed, row.madeAt, row.digest]);
}

/** Notes which families are to be made. */
export async function planFilling(
  tx: Tx,
  { digest, families }: Pick<FillingRow, "digest" | "families">,
): Promise<void> {
  await tx.run(PLAN, [tx.tenant, digest, families]);
}

/** Notes that a family is there. */
export async function noteFamily(tx: Tx, family: string): Promise<void> {
  await tx.run(DONE, [tx.tenant, family]);
}

/** Every family is there: nothing is left to fill. */
export async function endFilling(tx: Tx): Promise<void> {
  await tx.run(END, [tx.tenant]);
}

/** What the board of the transaction is being filled with; undefined where it is whole, or no invented municipality. */
export async function findFilling(tx: Tx): Promise<FillingRow | undefined> {
  const [row] = await tx.rows<FillingRow & { [column: string]: unknown }>(FIND, [tx.tenant]);
  return row;
}

/** Keeps others from filling the same board until the transaction ends; false when somebody is at it. */
export async function lockFilling(tx: Tx): Promise<boolean> {
  const [row] = await tx.rows<{ readonly locked: boolean }>(LOCK, [tx.tenant]);
  return row?.locked === true;
}
