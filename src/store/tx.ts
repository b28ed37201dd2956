import type { QueryResultRow } from "pg";

import type { Statement } from "./statement.ts";
import type { Tenant } from "./tenant.ts";

/** An open transaction in one board. Statements are sent in the order they are started, those
 * started together in one piece. */
export interface Tx {
  readonly tenant: Tenant;
  /** The rows of a statement. */
  rows<R extends QueryResultRow>(statement: Statement, values?: readonly unknown[]): Promise<R[]>;
  /** Runs a statement; gives the number of rows it changed. */
  run(statement: Statement, values?: readonly unknown[]): Promise<number>;
  /**
   * Changes rows by an insert, update or delete whose answer nobody waits for: writes with no other statement
   * between them are merged into one and see what was before all of them, and the last go out in one piece
   * with the commit. What goes wrong is thrown by `flush`, or else by the end of the transaction.
   */
  write(statement: Statement, values: readonly unknown[]): void;
  /** Carries out the writes so far. Throws what went wrong with them. */
  flush(): Promise<void>;
}
