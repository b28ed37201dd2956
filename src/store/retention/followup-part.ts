import type { Uuid } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Problem } from "../../kernel/problem.ts";
import type { Result } from "../../kernel/result.ts";
import type { Tx } from "../in-tenant.ts";
import type { Tenant } from "../tenant.ts";

/** Rows of follow-up of one kind and the year they are about, whose own time of storage is over. */
export interface DueRows {
  readonly [name: string]: string | number;
  readonly kind: string;
  readonly year: number;
  readonly rows: number;
  /** No row of them ended later. */
  readonly endedBy: PlainDate;
}

/**
 * What destruction asks of systematic follow-up, whose rows have a time of storage of their own and whose counts
 * are kept before they go. Given to the store, which knows no variable.
 */
export interface FollowupPart {
  /** What ended on that day or before and is not kept for research or held back. */
  listDue(tx: Tx, endedBy: PlainDate): Promise<readonly DueRows[]>;
  /** Keeps what may be told of a kind and year, once; again it does nothing. */
  freeze(tenant: Tenant, run: Uuid, rows: DueRows, by: Uuid): Promise<Result<void, Problem[]>>;
  /** Destroys the rows with their keys; gives how many. */
  destroy(tx: Tx, run: Uuid, rows: DueRows, on: PlainDate): Promise<number>;
  /** Destroys every row of a matter, whatever its day; gives how many. */
  destroyOfMatter(tx: Tx, akt: Uuid, matter: Uuid): Promise<number>;
}
