import { createHash } from "node:crypto";

import { rowKinds, type RowKind } from "../derive/rows.ts";
import { dayColumn, missingDays, missingNumbers } from "../schema.ts";
import { statement, type Statement } from "../../store/statement.ts";

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
export const removeSql = statement(
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
);

/** A column as the database has it. */
export interface TableColumn {
  readonly table_name: string;
  readonly column_name: string;
  readonly type: string;
  /** Not asked where nothing is given: a variable that the pack in use does not have. */
  readonly has_default: boolean;
}

/**
 * Writes rows of one kind (`$2`, with the keys in `$3`) and their keys, and takes away their choices and
 * guardians, which {@link partsSql} then writes anew. What is taken away is looked up by an array of keys:
 * joined with the rows given, whose number the server does not know, every guardian there is was read.
 */
export function rowsSql(kind: RowKind, columns: readonly TableColumn[]): Statement {
  const names = columns.map((column) => column.column_name);
  const changes = names
    .filter((name) => name !== "tenant" && name !== "row_key")
    .map((name) => `${name} = excluded.${name}`);
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
     choices as (
       delete from followup.choice where tenant = $1 and row_key = any($3::bigint[])),
     guardians as (
       delete from followup.guardian
       where tenant = $1 and row_kind = '${kind}' and row_key = any($3::bigint[]))
     insert into followup.${kind} (${names.join(", ")})
     select ${given(columns)}
     from jsonb_populate_recordset(null::followup.${kind}, $2::jsonb)
     order by ${dayColumn[kind]}
     on conflict (tenant, row_key) do update set ${changes.join(", ")}`,
  );
}

/** Writes the choices and the guardians of rows that have just been written. */
export function partsSql(guardianColumns: readonly TableColumn[]): Statement {
  const names = guardianColumns.map((column) => column.column_name).join(", ");
  return named(
    "followup-parts",
    `with choices as (
       insert into followup.choice (tenant, variable, row_key, code, place)
       select $1, variable, row_key, code, place
       from jsonb_to_recordset($2::jsonb) as c (
         variable smallint, row_key bigint, code smallint, place smallint))
     insert into followup.guardian (${names})
     select ${given(guardianColumns)}
     from jsonb_populate_recordset(null::followup.guardian, $3::jsonb)`,
  );
}

const DIGITS_OF_TEXT = 12;

/**
 * A prepared statement whose text depends on the columns of a database: planning a row of sixty columns
 * costs more than writing it. A part of the text's own digest keeps the names of different texts apart.
 */
function named(name: string, text: string): Statement {
  const digest = createHash("sha256").update(text).digest("hex").slice(0, DIGITS_OF_TEXT);
  return statement(`${name}-${digest}`, text);
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
