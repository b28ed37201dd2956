import { matterNumber } from "../../domain/matter/matter-number.ts";
import type { Store } from "../deps.ts";
import type { Tx } from "../in-tenant.ts";
import { statement } from "../statement.ts";

const LOCK = statement(
  "matter_counter_lock",
  `insert into matter_counter as c (tenant, year, last) values ($1, $2, 0)
   on conflict (tenant, year) do update set last = c.last
   returning last`,
);

const KEEP = statement(
  "matter_counter_keep",
  "update matter_counter set last = $3 where tenant = $1 and year = $2",
);

/** Numbers for matters that a command starts, should it be carried out. */
export interface DrawnNumbers {
  readonly numbers: readonly string[];
  /** They are used. Without this the next command gets them. */
  readonly keep: () => void;
}

/**
 * The next matter numbers of the board of a year, one for each that is wanted. The counter is locked until
 * the transaction ends: nobody else draws meanwhile, and what is rolled back leaves no gap. None where the
 * specification says of no number how it is written.
 */
export async function drawNumbers(
  store: Store,
  tx: Tx,
  year: number,
  wanted: number,
): Promise<DrawnNumbers> {
  const form = store.packs.current(tx.tenant).pack.manifest.matterNumber;
  if (form === undefined || wanted === 0) return { numbers: [], keep: () => undefined };
  const [row] = await tx.rows<{ last: number }>(LOCK, [tx.tenant, year]);
  const last = row?.last ?? 0;
  return {
    numbers: Array.from({ length: wanted }, (_, at) => matterNumber(form, year, last + at + 1)),
    keep: () => tx.write(KEEP, [tx.tenant, year, last + wanted]),
  };
}

const TAKE = statement(
  "matter_counter_take",
  `insert into matter_counter as c (tenant, year, last) values ($1, $2, $3)
   on conflict (tenant, year) do update set last = greatest(c.last, excluded.last)`,
);

/**
 * The first numbers of a year, for a board that is made with its matters: what is drawn comes after them. Taken again
 * they are the same.
 */
export async function takeNumbers(
  store: Store,
  tx: Tx,
  year: number,
  wanted: number,
): Promise<readonly string[]> {
  const form = store.packs.current(tx.tenant).pack.manifest.matterNumber;
  if (form === undefined) return [];
  await tx.run(TAKE, [tx.tenant, year, wanted]);
  return Array.from({ length: wanted }, (_, at) => matterNumber(form, year, at + 1));
}
