import type { Many, Statement } from "./statement.ts";

const PARAMETER = /\$(\d+)/g;
const ROW = /values \((\$1(?:, \$\d+)*)\)$/u;
const GUARDED_ROW = /select ((?:[^()])*) from log_guard$/u;

/** A text with its parameters numbered on. */
export function numberedOn(text: string, by: number): string {
  return by === 0 ? text : text.replace(PARAMETER, (_, n: string) => `$${Number(n) + by}`);
}

/** An insert of one row, `values ($1, ...)`, that can be one of many rows. Throws for any other statement. */
export function manyRows(one: Statement): Statement {
  const row = ROW.exec(one.text)?.[1];
  if (row === undefined) throw new Error(`${one.name ?? one.text} does not insert one row`);
  const head = one.text.slice(0, one.text.length - row.length - 2);
  return { ...one, many: { text: (count) => `${head}${rowsOf(row, count)}` } };
}

/** An insert of one row under the guard of the log, `select $1, ... from log_guard`, that can be one of many rows. */
export function manyGuardedRows(one: Statement): Statement {
  const row = GUARDED_ROW.exec(one.text)?.[1];
  if (row === undefined) throw new Error(`${one.name ?? one.text} does not insert one guarded row`);
  const head = one.text.slice(0, one.text.lastIndexOf("select "));
  return {
    ...one,
    many: {
      text: (count) => `${head}select v.* from log_guard, (values ${rowsOf(row, count)}) as v`,
    },
  };
}

/** A column of rows that are changed together, with its type in the database. */
export type TypedColumn = readonly [name: string, type: string];

/** How rows of a table are changed that their `keys` find, each to values of its own: keys first. */
export function manyUpdates(
  table: string,
  keys: readonly TypedColumn[],
  changed: readonly TypedColumn[],
): Many {
  const all = [...keys, ...changed];
  const names = all.map(([name]) => name).join(", ");
  const set = changed.map(([name]) => `${name} = v.${name}`).join(", ");
  const same = keys.map(([name]) => `t.${name} = v.${name}`).join(" and ");
  return {
    text: (count) =>
      `update ${table} t set ${set} from (values ${valuesOf(all, count)}) as v (${names}) where ${same}`,
  };
}

/** `($1::int, $2::uuid), ($3::int, $4::uuid)`: as many rows as asked for. */
export function valuesOf(columns: readonly TypedColumn[], count: number, from = 0): string {
  const row = columns.map(([, type], at) => `$${at + 1 + from}::${type}`).join(", ");
  return rowsOf(row, count, columns.length);
}

function rowsOf(row: string, count: number, width = widthOf(row)): string {
  const rows = Array.from({ length: count }, (_, at) => `(${numberedOn(row, at * width)})`);
  return rows.join(", ");
}

function widthOf(row: string): number {
  return row.match(PARAMETER)?.length ?? 0;
}

/** A delete of what belongs to one thing, `$2` of the board `$1`, made one of what belongs to many. */
export function manyDeletes(table: string, column: string, type = "uuid"): Many {
  return {
    text: () => `delete from ${table} where tenant = $1 and ${column} = any($2::${type}[])`,
    values: (sets) => [sets[0]?.[0], sets.map((set) => set[1])],
  };
}
