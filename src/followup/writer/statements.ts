import { createHash } from "node:crypto";

import { rowKinds, type RowKind } from "../derive/rows.ts";
import { dayColumn, missingDays, missingNumbers } from "../schema.ts";
import { statement, type Statement } from "../../store/statement.ts";
import type { Tenant } from "../../store/tenant.ts";

/** The rows an akt has, with what they held when last written. */
export const keysSql = statement(
  "followup-keys",
  `select row_key, kind, subject, content_hash from followup_key where tenant = $1 and akt = $2`,
);

/** The columns the tables have: those of the packs that were installed, which a newer pack may pass. */
export const tableColumnsSql: Statement = {
  text: `select c.relname as table_name, a.attname as column_name,
      format_type(a.atttypid, null) as type, a.atthasdef as has_default
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'followup' and c.relname = any($1) and a.attnum > 0 and not a.attisdropped
    order by a.attnum`,
};

/** Takes away rows that no longer follow from the state, with everything of theirs. */
export const removeSql: Statement = {
  ...statement(
    "followup-remove",
    `with keys as (
     delete from followup_key where tenant = $1 and row_key = any($2::bigint[])
     returning tenant, row_key),
   choices as (delete from followup.choice where tenant = $1 and row_key = any($2)),
   guardians as (
     delete from followup.guardian
     where tenant = $1 and row_kind in (${rowKinds.map((kind) => `'${kind}'`).join(", ")})
       and row_key = any($2)),
   ${rowKinds
     .map(
       (kind) => `${kind}_rows as (
     delete from followup.${kind} where tenant = $1 and row_key = any($2))`,
     )
     .join(",\n   ")}
   select row_key from keys`,
  ),
  alone: true,
};

/** A column as the database has it. */
export interface TableColumn {
  readonly table_name: string;
  readonly column_name: string;
  readonly type: string;
  /** Not asked where nothing is given: a variable that the pack in use does not have. */
  readonly has_default: boolean;
}

/** What {@link rowsSql} is given, in the order of its parameters after the board. */
export interface RowsWritten {
  /** JSON of the rows with their keys. */
  readonly rows: string;
  readonly keys: readonly number[];
  readonly choices: readonly {
    readonly row_key: number;
    readonly variable: number;
    readonly code: number;
    readonly place: number;
  }[];
  /** JSON of the guardians. */
  readonly guardians: string;
}

/** The parameters of {@link rowsSql}. */
export function rowsValues(tenant: Tenant, written: RowsWritten): readonly unknown[] {
  const { rows, keys, choices, guardians } = written;
  return [
    tenant,
    rows,
    keys,
    choices.map((choice) => choice.row_key),
    choices.map((choice) => choice.variable),
    choices.map((choice) => choice.code),
    choices.map((choice) => choice.place),
    guardians,
  ];
}

/**
 * Writes rows of one kind with their keys, choices and guardians, and takes away the choices and guardians
 * they no longer have. What they had is looked up by an array of keys: joined with the rows given, whose
 * number the server does not know, every guardian there is was read.
 */
export function rowsSql(
  kind: RowKind,
  columns: readonly TableColumn[],
  guardianColumns: readonly TableColumn[],
): Statement {
  return named(
    `followup-rows-${kind}`,
    `with given as (
       select row_key, akt, matter, subject, decode(content_hash, 'hex') as content_hash
       from jsonb_to_recordset($2::jsonb) as r (
         row_key bigint, akt uuid, matter uuid, subject uuid, content_hash text)),
     keys as (
       insert into followup_key (tenant, row_key, akt, matter, kind, subject, content_hash)
       select $1, row_key, akt, matter, '${kind}', subject, content_hash from given
       on conflict (tenant, row_key) do update
         set matter = excluded.matter, content_hash = excluded.content_hash),
     chosen as materialized (
       select * from unnest($4::bigint[], $5::smallint[], $6::smallint[], $7::smallint[])
         as n (row_key, variable, code, place)),
     left_choices as (
       delete from followup.choice c where c.tenant = $1 and c.row_key = any($3::bigint[])
         and not exists (select from chosen n
           where n.row_key = c.row_key and n.variable = c.variable and n.code = c.code)),
     choices as (
       insert into followup.choice (tenant, variable, row_key, code, place)
       select $1, variable, row_key, code, place from chosen n
       where not exists (select from followup.choice c
         where c.tenant = $1 and c.row_key = any($3::bigint[]) and c.row_key = n.row_key
           and c.variable = n.variable and c.code = n.code and c.place = n.place)
       on conflict (tenant, variable, row_key, code) do update set place = excluded.place),
     left_guardians as (
       delete from followup.guardian g
       where g.tenant = $1 and g.row_kind = '${kind}' and g.row_key = any($3::bigint[])
         and not exists (select from jsonb_to_recordset($8::jsonb) as n (row_key bigint, guardian int)
           where n.row_key = g.row_key and n.guardian = g.guardian)),
     guardians as (
       ${upsert("guardian", guardianColumns, "$8", ["tenant", "row_kind", "row_key", "guardian"])})
     ${upsert(kind, columns, "$2", ["tenant", "row_key"], dayColumn[kind])}`,
  );
}

/** Inserts the rows of a JSON parameter into a table, or changes those there with the same key. */
function upsert(
  table: RowKind | "guardian",
  columns: readonly TableColumn[],
  parameter: string,
  key: readonly string[],
  order?: string,
): string {
  const names = columns.map((column) => column.column_name);
  const changes = names
    .filter((name) => !key.includes(name))
    .map((name) => `${name} = excluded.${name}`);
  return `insert into followup.${table} (${names.join(", ")})
     select ${given(columns)}
     from jsonb_populate_recordset(null::followup.${table}, ${parameter}::jsonb)
     ${order === undefined ? "" : `order by ${order}`}
     on conflict (${key.join(", ")}) do update set ${changes.join(", ")}`;
}

const DIGITS_OF_TEXT = 12;

/**
 * A prepared statement whose text depends on the columns of a database: planning a row of sixty columns
 * costs more than writing it. A part of the text's own digest keeps the names of different texts apart.
 */
function named(name: string, text: string): Statement {
  const digest = createHash("sha256").update(text).digest("hex").slice(0, DIGITS_OF_TEXT);
  return { ...statement(`${name}-${digest}`, text), alone: true };
}

/** What is given for each column; what the pack in use lacks counts as not asked. */
function given(columns: readonly TableColumn[]): string {
  return columns
    .map(({ column_name: name, type, has_default }) => {
      if (name === "tenant") return "$1";
      if (!has_default) return name;
      const otherwise =
        type === "smallint" ? missingNumbers.not_asked : `'${missingDays.not_asked}'`;
      return `coalesce(${name}, ${otherwise})`;
    })
    .join(", ");
}
