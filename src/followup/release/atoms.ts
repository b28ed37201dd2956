import type { Tx } from "../../store/in-tenant.ts";
import type { CodeBook } from "../code-book.ts";
import type { Atom, AtomPlaces } from "../disclosure/numbers.ts";
import type { ResolvedQuery } from "../engine/resolve.ts";
import { atomsSql, type AtomsSql } from "./atoms-sql.ts";
import type { ToldNumbers } from "./past.ts";

/** A table whose rows are looked at: its question, and which periods it counts together. */
export interface AtomTable {
  readonly resolved: ResolvedQuery;
  readonly pools: ToldNumbers["pools"];
}

type AtomRow = Readonly<Record<string, boolean | number | string | null>>;

/** Reads the smallest groups of rows that the tables tell apart, in the order of the tables. */
export async function readAtoms(
  tx: Tx,
  tables: readonly [AtomTable, ...AtomTable[]],
  book: CodeBook,
): Promise<readonly Atom[]> {
  const [first, ...others] = tables;
  const sql = atomsSql(
    [first.resolved, ...others.map(({ resolved }) => resolved)],
    book,
    tx.tenant,
  );
  const rows = await tx.rows<AtomRow>({ text: sql.text }, sql.values);
  const pools = tables.map((table) => new Map(table.pools));
  return rows.map((row) => ({
    n: Number(row["n"]),
    attributes: sql.attributes.flatMap((name) =>
      valuesOf(row[name]).map((value) => `${name}=${value}`),
    ),
    tables: tables.map((table, at) => placesOf(row, sql, at, table, pools[at] ?? new Map())),
  }));
}

function placesOf(
  row: AtomRow,
  sql: AtomsSql,
  table: number,
  { resolved }: AtomTable,
  pools: ReadonlyMap<number, number>,
): AtomPlaces | undefined {
  if (row[sql.populations[table] ?? ""] !== true) return undefined;
  const values = (sql.axes[table] ?? []).map((name) => valuesOf(row[name]));
  return {
    places: values.map((each, at) =>
      resolved.axes[at]?.kind === "series"
        ? each.map((value) => String(pools.get(Number(value)) ?? value))
        : each,
    ),
    missing: values.some(
      (each, at) =>
        resolved.axes[at]?.kind === "variable" && each.some((value) => value.startsWith("-")),
    ),
  };
}

/** One value, or those of a set. */
function valuesOf(value: AtomRow[string] | undefined): readonly string[] {
  if (value === null || value === undefined) return [];
  return typeof value === "string" ? value.split(",") : [String(value)];
}
