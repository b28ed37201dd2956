import { createHash } from "node:crypto";

import type { Json } from "../../kernel/canonical-json.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Write } from "../../store/merge-writes.ts";
import { statement, type Statement } from "../../store/statement.ts";
import type { Tenant } from "../../store/tenant.ts";
import { rowKinds, type RowKind } from "../derive/rows.ts";
import { missingDays, missingNumbers } from "../schema.ts";
import type { StoredRow } from "./encode.ts";
import { manyRowsSql, type RowShape } from "./many-rows-sql.ts";

/** The rows an akt has, with what they held when last written. */
export const keysSql = statement(
  "followup-keys",
  `select row_key, kind, subject, content_hash from followup_key where tenant = $1 and akt = $2`,
);

/** The same of several akter. */
export const keysOfSomeSql = statement(
  "followup-keys-of-some",
  `select akt, row_key, kind, subject, content_hash from followup_key
   where tenant = $1 and akt = any($2::uuid[])`,
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

/** What one row is written with. */
export interface RowWritten {
  readonly key: number;
  readonly akt: Uuid;
  /** The key is there already: the row and what belongs to it are changed. */
  readonly isKnown: boolean;
  readonly row: StoredRow;
}

/** The columns of the tables that rows of one kind are written to. */
export interface KindOfRow {
  readonly kind: RowKind;
  readonly columns: readonly TableColumn[];
  readonly guardianColumns: readonly TableColumn[];
  /** Made as they are needed: by the number of guardians, and whether the key is known. */
  readonly statements: Map<string, Statement>;
}

/** The statement that writes a row with its key, choices and guardians, and its parameters. */
export function rowWrite(of: KindOfRow, tenant: Tenant, written: RowWritten): Write {
  const { key, akt, isKnown, row } = written;
  const name = `${isKnown ? "known" : "new"}-${row.guardians.length}`;
  let made = of.statements.get(name);
  if (made === undefined) {
    made = rowSql(of, row.guardians.length, isKnown);
    of.statements.set(name, made);
  }
  const values: unknown[] = isKnown
    ? [tenant, key, row.matter, row.hash]
    : [tenant, key, row.matter, row.hash, akt, row.subject];
  for (const part of ["variable", "code", "place"] as const) {
    values.push(row.choices.map((choice) => choice[part]));
  }
  for (const column of valuesOf(of.columns)) values.push(given(column, row.columns));
  for (const guardian of row.guardians) {
    for (const column of valuesOf(of.guardianColumns)) values.push(given(column, guardian));
  }
  return { statement: made, values };
}

/** What the statement itself gives: whose row, and which guardian. */
const OF_STATEMENT: readonly string[] = ["tenant", "row_kind", "row_key", "guardian"];

function valuesOf(columns: readonly TableColumn[]): readonly TableColumn[] {
  return columns.filter((column) => !OF_STATEMENT.includes(column.column_name));
}

/** What is given for a column; what the pack in use lacks counts as not asked. */
function given(column: TableColumn, values: Readonly<Record<string, Json>>): Json {
  const value = values[column.column_name];
  if (value !== undefined || !column.has_default) return value ?? null;
  return column.type === "smallint" ? missingNumbers.not_asked : missingDays.not_asked;
}

/**
 * Every value is a parameter of its own: to take it out of JSON costs more than to write it. A row that is new
 * has nothing to be put beside; of a known one the choices and guardians it no longer has are taken away.
 */
function rowSql(of: KindOfRow, guardians: number, isKnown: boolean): Statement {
  const { kind, columns } = of;
  let used = isKnown ? 4 : 6;
  const next = () => `$${(used += 1)}`;
  const parts = [
    isKnown
      ? `keys as (update followup_key set matter = $3, content_hash = $4
           where tenant = $1 and row_key = $2)`
      : `keys as (insert into followup_key (tenant, row_key, matter, content_hash, akt, kind, subject)
           values ($1, $2, $3, $4, $5, '${kind}', $6))`,
    `chosen as materialized (
       select * from unnest(${next()}::smallint[], ${next()}::smallint[], ${next()}::smallint[])
         as n (variable, code, place))`,
    ...(isKnown ? CHANGED_CHOICES : [NEW_CHOICES]),
  ];
  const row = valuesOf(columns).map(({ column_name: name }) => ({ name, at: next() }));
  const known = row.map(({ name, at }) => `${name} = ${at}`).join(", ");
  const own = Array.from({ length: guardians }, (_, index) => {
    const values = valuesOf(of.guardianColumns).map(next);
    return `($1, '${kind}', $2, ${index + 1}, ${values.join(", ")})`;
  });
  parts.push(...guardianParts(of, own, isKnown));
  const change = isKnown
    ? `update followup.${kind} set ${known} where tenant = $1 and row_key = $2`
    : `insert into followup.${kind} (tenant, row_key, ${row.map(({ name }) => name).join(", ")})
       values ($1, $2, ${row.map(({ at }) => at).join(", ")})`;
  const text = `with ${parts.join(",\n     ")}\n     ${change}`;
  const shape: RowShape = {
    kind,
    isKnown,
    columns: valuesOf(columns),
    guardianColumns: valuesOf(of.guardianColumns),
    guardians,
  };
  const one = named(`followup-rows-${kind}-${isKnown ? "known" : "new"}-${guardians}`, text);
  return { ...one, many: { text: (count) => manyRowsSql(shape, count) } };
}

const NEW_CHOICES = `choices as (
       insert into followup.choice (tenant, variable, row_key, code, place)
       select $1, variable, $2, code, place from chosen)`;

const CHANGED_CHOICES: readonly string[] = [
  `left_choices as (
       delete from followup.choice c where c.tenant = $1 and c.row_key = $2
         and not exists (select from chosen n where n.variable = c.variable and n.code = c.code))`,
  `choices as (
       insert into followup.choice (tenant, variable, row_key, code, place)
       select $1, variable, $2, code, place from chosen n
       where not exists (select from followup.choice c
         where c.tenant = $1 and c.row_key = $2
           and c.variable = n.variable and c.code = n.code and c.place = n.place)
       on conflict (tenant, variable, row_key, code) do update set place = excluded.place)`,
];

function guardianParts(of: KindOfRow, own: readonly string[], isKnown: boolean): string[] {
  const names = valuesOf(of.guardianColumns).map((column) => column.column_name);
  const changes = names.map((name) => `${name} = excluded.${name}`).join(", ");
  const left = `left_guardians as (delete from followup.guardian
         where tenant = $1 and row_kind = '${of.kind}' and row_key = $2 and guardian > ${own.length})`;
  const written = `guardians as (
       insert into followup.guardian (tenant, row_kind, row_key, guardian, ${names.join(", ")})
       values ${own.join(", ")}
       ${isKnown ? `on conflict (tenant, row_kind, row_key, guardian) do update set ${changes}` : ""})`;
  return [...(isKnown ? [left] : []), ...(own.length === 0 ? [] : [written])];
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
