import type { CodeBook } from "../code-book.ts";
import type { Column } from "../columns.ts";
import {
  axisSql,
  rowConditions,
  createValues,
  filterSql,
  sources,
  valueSql,
  variableNumber,
  type Building,
  type BuiltSql,
} from "../engine/build-sql.ts";
import type { Axis, ResolvedQuery } from "../engine/resolve.ts";

/** What the statement says of a group of rows, column by column; `n` is how many they are. */
export interface AtomsSql extends BuiltSql {
  /** For each table the column that says whether the group is in its population. */
  readonly populations: readonly string[];
  /** For each table the columns of its places, in order. */
  readonly axes: readonly (readonly string[])[];
  /** Every column that a question may single out by. */
  readonly attributes: readonly string[];
}

/**
 * One statement that tells apart all rows that some tables or their filters tell apart, and counts those that
 * are alike. The tables are of one kind of row and count the same.
 */
export function atomsSql(
  tables: readonly [ResolvedQuery, ...ResolvedQuery[]],
  book: CodeBook,
  tenant: number,
): AtomsSql {
  const { values, add } = createValues();
  const board = add(tenant);
  const columns = new Map<string, string>();
  /** The same thing is selected once, whichever tables ask for it. */
  const column = (what: unknown, sql: () => string): string => {
    const key = JSON.stringify(what);
    const name = [...columns.keys()].indexOf(key);
    if (name >= 0) return `v${name}`;
    columns.set(key, sql());
    return `v${columns.size - 1}`;
  };
  const buildingOf = (resolved: ResolvedQuery): Building => ({
    resolved,
    book,
    tenant: board,
    add,
  });
  const populations = tables.map((table) =>
    column(
      ["population", populationOf(table)],
      () => `(${rowConditions(buildingOf(table), undefined)})`,
    ),
  );
  const axes = tables.map((table) =>
    table.axes.map((axis) => column(axisName(axis), () => placeSql(buildingOf(table), axis))),
  );
  const filters = tables.flatMap((table) =>
    table.filters.map((filter) =>
      filter.column.place === "guardian" && table.counts === "row"
        ? column(["filter", filter.column.id, filter.in], () =>
            filterSql(buildingOf(table), filter),
          )
        : column(axisName({ kind: "variable", column: filter.column }), () =>
            placeSql(buildingOf(table), { kind: "variable", column: filter.column }),
          ),
    ),
  );
  const asksUnits = tables.some((table) => table.query.units !== undefined);
  const units = asksUnits ? [column(axisName({ kind: "units" }), () => "r.unit::int")] : [];
  const selected = [...columns.values()].map((sql, at) => `${sql} as v${at}`);
  const names = selected.map((_, at) => `v${at}`);
  const inner = `select ${selected.join(",\n    ")}
    from ${sources(buildingOf(tables[0]))}
    where r.tenant = ${board}`;
  const text = `select ${names.join(", ")}, count(*)::int as n
  from (${inner}) as s
  where ${[...new Set(populations)].join(" or ")}
  group by ${names.join(", ")}`;
  const attributes = [...new Set([...populations, ...axes.flat(), ...filters, ...units])];
  return { text, values, populations, axes, attributes };
}

/** What makes two populations the same, as text. */
export function populationOf({ query, filters }: ResolvedQuery): string {
  const { from, to, units, compare } = query;
  const chosen = filters.map((each) => JSON.stringify([each.column.id, each.in.toSorted(inOrder)]));
  return JSON.stringify([
    from ?? null,
    to ?? null,
    units?.toSorted(inOrder) ?? null,
    periodOf(compare),
    chosen.toSorted(inOrder),
  ]);
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function periodOf(compare: ResolvedQuery["query"]["compare"]): unknown {
  return compare?.by === "periods" ? [compare.from, compare.to] : null;
}

/** What makes two places the same. */
export function axisName(axis: Axis): unknown {
  switch (axis.kind) {
    case "variable":
      return ["variable", axis.column.id];
    case "series":
      return ["series", axis.step];
    case "periods":
      return ["periods", axis.first.from, axis.first.to, axis.second.from, axis.second.to];
    case "units":
      return ["units"];
  }
}

/** The place of a row: one number, or of a set its numbers as text. */
function placeSql(building: Building, axis: Axis): string {
  if (axis.kind !== "variable") return `(${axisSql(building, axis, 0)})::int`;
  const { column } = axis;
  if (column.place === "choice") return chosenSql(building, column);
  return `(${valueSql(column, column.place === "guardian" ? "g" : "r")})::int`;
}

function chosenSql(building: Building, column: Column): string {
  return `(select string_agg(f.code::text, ',' order by f.code) from followup.choice f
    where f.tenant = ${building.tenant} and f.variable = ${variableNumber(building, column)}
      and f.row_key = r.row_key)`;
}
