import type { TableAnswer } from "../../contract/followup/make-table.ts";
import type { Text } from "../../spec/types.ts";
import type { Tx } from "../../store/in-tenant.ts";
import { statement } from "../../store/statement.ts";
import type { ResolvedQuery } from "./resolve.ts";
import { fill, nounOf } from "./words.ts";

/** Rows of a year that were lawfully destroyed. */
export interface DestroyedRows {
  readonly year: number;
  readonly rows: number;
}

const LIST = statement(
  "followup_destroyed",
  `select extract(year from first_day)::int as year, sum(row_count)::int as rows
   from followup.destroyed
   where tenant = $1 and kind = $2 and last_day >= $3 and first_day <= $4
   group by 1 order by 1`,
);

/** What has been destroyed of the rows that a question is about, year by year. */
export function listDestroyed(
  tx: Tx,
  { kind, query }: ResolvedQuery,
): Promise<readonly DestroyedRows[]> {
  const { compare } = query;
  const other = compare?.by === "periods" ? compare : undefined;
  const from = [query.from, other?.from].filter((day) => day !== undefined).toSorted()[0];
  const to = [query.to, other?.to]
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1);
  const days = [
    query.from === undefined ? undefined : from,
    query.to === undefined ? undefined : to,
  ];
  return tx.rows<{ year: number; rows: number }>(LIST, [
    tx.tenant,
    kind,
    days[0] ?? "0001-01-01",
    days[1] ?? "9999-12-31",
  ]);
}

/** Says that the basis of a table is destroyed, and of which years. */
export function destroyedNotes(
  texts: Readonly<Record<string, Text>>,
  resolved: ResolvedQuery,
  destroyed: readonly DestroyedRows[],
): TableAnswer["notes"] {
  if (destroyed.length === 0) return [];
  const years = destroyed.map(({ year }) => year).join(", ");
  const rows = destroyed.reduce((sum, each) => sum + each.rows, 0);
  return [fill(texts, "note.destroyed", { years, rows, noun: nounOf(resolved, texts) })];
}
