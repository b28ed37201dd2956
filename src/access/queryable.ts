import type { QueryConfig, QueryResult, QueryResultRow } from "pg";

/** What the functions of this folder need of a transaction: named statements with parameters. */
export interface Queryable {
  query<R extends QueryResultRow>(config: QueryConfig): Promise<QueryResult<R>>;
}
