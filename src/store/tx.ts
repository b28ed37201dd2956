import type { QueryResultRow } from "pg";

import type { Statement } from "./statement.ts";
import type { Tenant } from "./tenant.ts";

/** An open transaction in one board. Statements started together are sent together, in that order. */
export interface Tx {
  readonly tenant: Tenant;
  /** The rows of a statement. */
  rows<R extends QueryResultRow>(statement: Statement, values?: readonly unknown[]): Promise<R[]>;
  /** Runs a statement; gives the number of rows it changed. */
  run(statement: Statement, values?: readonly unknown[]): Promise<number>;
  /**
   * Changes rows by an insert, update or delete that depends on no other statement started with it:
   * those are merged into one, sent after the others of the moment, and see what was before all of them.
   */
  write(statement: Statement, values: readonly unknown[]): Promise<void>;
  /**
   * Changes rows last of all, in one piece with the commit: whoever reads waits once for both. When it fails
   * nothing is committed and the whole transaction fails.
   */
  atEnd(statement: Statement, values: readonly unknown[]): void;
}
