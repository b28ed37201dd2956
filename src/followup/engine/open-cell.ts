import { problem, type Problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { AxisEntry } from "./axis.ts";
import {
  axisSql,
  chosenSql,
  rowConditions,
  createValues,
  sources,
  type Building,
  type BuiltSql,
} from "./build-sql.ts";
import type { EngineDeps, Scope } from "./deps.ts";
import { askTable, type AskedTable } from "./make-table.ts";
import type { TableQuery } from "./resolve.ts";

/** A cell of a table by the codes of its places; a place that is left out is all of it. */
export interface CellPlace {
  readonly row?: string | undefined;
  readonly column?: string | undefined;
  readonly layer?: string | undefined;
}

/**
 * The keys of the rows that a cell counts, at most `most` of them: random numbers that say nothing by themselves
 * and that only case handling can tell of whom they are. Refuses what a table refuses, and `followup.no-cell`.
 */
export async function rowKeysOf(
  deps: EngineDeps,
  scope: Scope,
  query: TableQuery,
  place: CellPlace,
  most: number,
): Promise<Result<readonly string[], Problem[]>> {
  let keys: readonly string[] | undefined;
  const asked = await askTable(deps, scope, query, async (tx, found) => {
    const numbers = numbersOf(found, place);
    if (numbers === undefined) return;
    const { text, values } = keysSql(found, scope, numbers, most);
    const rows = await tx.rows<{ row_key: string }>({ text }, values);
    keys = rows.map((row) => row.row_key);
  });
  if (!asked.ok) return asked;
  return keys === undefined ? fail(problem("followup.no-cell")) : ok(keys);
}

/** The numbers a cell has along each place, undefined for all of it; or undefined where there is no such cell. */
function numbersOf(
  { resolved, table }: AskedTable,
  { row, column, layer }: CellPlace,
): readonly (readonly number[] | undefined)[] | undefined {
  const entries: readonly (readonly AxisEntry[])[] = [table.rows, table.columns, table.layers];
  const found = [row, column, layer].map((code, at) => {
    if (code === undefined) return { known: true, numbers: undefined };
    const entry = entries[at]?.find((each) => each.code === code);
    if (entry === undefined || resolved.axes[at] === undefined) return { known: false };
    const pooled =
      resolved.axes[at]?.kind === "series"
        ? [...table.pools].filter(([, first]) => first === entry.number).map(([number]) => number)
        : [];
    return { known: true, numbers: pooled.length === 0 ? [entry.number] : pooled };
  });
  return found.every((each) => each.known) ? found.map((each) => each.numbers) : undefined;
}

function keysSql(
  { resolved, book }: AskedTable,
  scope: Scope,
  numbers: readonly (readonly number[] | undefined)[],
  most: number,
): BuiltSql {
  const { values, add } = createValues();
  const building: Building = { resolved, book, tenant: add(scope.tenant), add };
  const places = resolved.axes.flatMap((axis, at) => {
    const wanted = numbers[at];
    if (wanted === undefined) return [];
    const given = `any(${add(wanted)}::int[])`;
    return axis.kind === "variable" && axis.column.place === "choice"
      ? [chosenSql(building, axis.column, `f.code = ${given}`)]
      : [`${axisSql(building, axis, at)} = ${given}`];
  });
  const where = [rowConditions(building, scope.unit), ...places].join("\n    and ");
  return {
    text: `select distinct r.row_key::text as row_key
  from ${sources(building)}
  where ${where}
  limit ${add(most)}`,
    values,
  };
}
