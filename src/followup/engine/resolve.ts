import type { z } from "zod";

import type { tableQuery } from "../../contract/followup/make-table.ts";
import { parsePlainDate } from "../../kernel/plain-date.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Pack } from "../../spec/types.ts";
import { columnsOf, isSelectable, type Column } from "../columns.ts";
import type { RowKind } from "../derive/rows.ts";

export type TableQuery = z.infer<typeof tableQuery>;

/** A query whose variables have been found, all of one kind of row. */
export interface ResolvedQuery {
  readonly query: TableQuery;
  readonly kind: RowKind;
  readonly rows: Column;
  readonly columns?: Column;
  readonly filters: readonly ResolvedFilter[];
  /** What is counted: rows, or the guardians of rows. */
  readonly counts: "row" | "guardian";
}

export interface ResolvedFilter {
  readonly column: Column;
  readonly in: readonly string[];
}

/** Counted where only background is asked for: it stands on every row. */
const kindOfBackground: RowKind = "akt";

/**
 * Finds the variables of a query. Refuses `followup.unknown-variable`, `followup.not-selectable` (a
 * variable that may not be shown), `followup.different-grain` (variables of different rows) and
 * `followup.period` (it ends before it begins, or a day does not exist), with a pointer into the query.
 */
export function resolveQuery(query: TableQuery, pack: Pack): Result<ResolvedQuery> {
  const known = new Map(columnsOf(pack).map((column) => [column.id, column]));
  const asked = [
    { id: query.rows, pointer: "/rows" },
    ...(query.columns === undefined ? [] : [{ id: query.columns, pointer: "/columns" }]),
    ...query.filters.map((filter, at) => ({
      id: filter.variable,
      pointer: `/filters/${at}/variable`,
    })),
  ];
  const problems = asked.flatMap(({ id, pointer }) => refusal(known.get(id), id, pointer));
  for (const end of ["from", "to"] as const) {
    const day = query[end];
    if (day !== undefined && parsePlainDate(day) === undefined) {
      problems.push(problem("followup.period", { pointer: `/${end}` }));
    }
  }
  if (query.from !== undefined && query.to !== undefined && query.from > query.to) {
    problems.push(problem("followup.period", { pointer: "/to" }));
  }
  const kinds = new Set(asked.flatMap(({ id }) => ownKind(known.get(id))));
  if (kinds.size > 1) problems.push(problem("followup.different-grain"));
  const rows = known.get(query.rows);
  if (problems.length > 0 || rows === undefined) return fail(problems);
  const columns = query.columns === undefined ? undefined : known.get(query.columns);
  const [kind = kindOfBackground] = kinds;
  return ok({
    query,
    kind,
    rows,
    ...(columns === undefined ? {} : { columns }),
    filters: query.filters.flatMap((filter) => {
      const column = known.get(filter.variable);
      return column === undefined ? [] : [{ column, in: filter.in }];
    }),
    counts: [rows, columns].some((column) => column?.place === "guardian") ? "guardian" : "row",
  });
}

function refusal(column: Column | undefined, variable: string, pointer: string): Problem[] {
  const fields = { pointer, params: { variable } };
  if (column === undefined) return [problem("followup.unknown-variable", fields)];
  return isSelectable(column) ? [] : [problem("followup.not-selectable", fields)];
}

function ownKind(column: Column | undefined): readonly RowKind[] {
  return column === undefined || column.row === "background" ? [] : [column.row];
}
