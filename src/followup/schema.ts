import { columnsOfRow, isSelectable, type Column } from "./columns.ts";
import { rowKinds, type RowKind } from "./derive/rows.ts";

/** Name of the day column of each kind of row: what a period is asked of. */
export const dayColumn: Readonly<Record<RowKind, string>> = {
  akt: "arrived_on",
  utr: "opened_on",
  bes: "decided_on",
  gen: "granted_on",
  fol: "held_on",
  avs: "ended_on",
  goal: "rated_on",
};

/**
 * No column is ever null: why a value is missing is a number below zero, or one of the first days of
 * year 1. A row without nulls is also read faster.
 */
export const missingNumbers = {
  not_asked: -1,
  unknown: -2,
  declined: -3,
  not_relevant: -4,
} as const;

/** Why a day is missing, as a day that nothing happened on. */
export const missingDays = {
  not_asked: "0001-01-01",
  unknown: "0001-01-02",
  declined: "0001-01-03",
  not_relevant: "0001-01-04",
} as const;

/** The day of what has not ended. */
export const notEnded = "infinity";

const tableComments: Readonly<Record<RowKind, string>> = {
  akt: "Follow-up: a row for each report or application and child.",
  utr: "Follow-up: a row for each investigation.",
  bes: "Follow-up: a row for each decision, and for each closing without a decision.",
  gen: "Follow-up: a row for each measure.",
  fol: "Follow-up: a row for each follow-up of a measure.",
  avs: "Follow-up: a row for each ended measure, and for each closed matter without one.",
  goal: "Follow-up: a row for each goal and follow-up.",
};

/** A file of SQL below `sql/`. */
export interface Migration {
  readonly file: string;
  readonly sql: string;
}

/** The kinds of row about what comes in and is decided, and those about what is done then: a file each. */
const caseKinds: readonly RowKind[] = ["akt", "utr", "bes"];
const measureKinds: readonly RowKind[] = rowKinds.filter((kind) => !caseKinds.includes(kind));

/**
 * The SQL of the follow-up tables for the columns of a pack. Written to migrations by
 * `scripts/followup-schema.ts` and compared by a test, so a change of the pack shows as a change of SQL.
 */
export function followupMigrations(
  columns: readonly Column[],
  packName: string,
): readonly Migration[] {
  const start = `-- run as mp_migrator\n${heading(packName)}`;
  const tablesOf = (kinds: readonly RowKind[]) =>
    kinds.map((kind) => rowTableSql(kind, columnsOfRow(columns, kind)));
  const readableOf = (kinds: readonly RowKind[]) =>
    kinds.map((kind) => `${readableSql(kind, columnsOfRow(columns, kind))}\n`).join("");
  const guardian = guardianTableSql(columns.filter((column) => column.place === "guardian"));
  return [
    {
      file: "0303-create-followup-tables.sql",
      sql: [
        start,
        codeTableSql,
        ...tablesOf(caseKinds),
        guardian,
        choiceTableSql,
        grantsSql([...caseKinds, "guardian", "choice"]),
        codeGrantsSql + readableOf(caseKinds),
      ].join("\n"),
    },
    {
      file: "0304-create-followup-measure-tables.sql",
      sql: [
        start,
        ...tablesOf(measureKinds),
        grantsSql(measureKinds),
        unreadable + readableOf(measureKinds),
      ].join("\n"),
    },
  ];
}

/**
 * The SQL that adds what a later pack has and the tables lack; safe to run again. `known` are the columns
 * of the packs before it.
 */
export function followupAdditionsSql(
  columns: readonly Column[],
  known: readonly Column[],
  packName: string,
): string {
  const names = new Set(known.map((column) => column.name));
  const added = columns.filter((column) => !names.has(column.name));
  const lines = [
    ...rowKinds.flatMap((kind) =>
      columnsOfRow(added, kind)
        .filter((column) => column.place === "row")
        .map((column) => ({ table: kind, column })),
    ),
    ...added
      .filter((column) => column.place === "guardian")
      .map((column) => ({ table: "guardian", column })),
  ].map(({ table, column }) => additionSql(table, column));
  return `-- run as mp_migrator\n-- Follow-up columns that ${packName} adds.\n${lines.join("")}`;
}

function additionSql(table: string, column: Column): string {
  const grant = isSelectable(column)
    ? `grant select (${column.name}) on followup.${table} to mp_followup;\n`
    : "";
  return `alter table followup.${table} add column if not exists ${columnSql(column)};\n${grant}`;
}

function heading(packName: string): string {
  return `-- The typed columns of follow-up, made from the variables of ${packName}: do not edit, change the
-- variables and run \`node scripts/followup-schema.ts\`.
--
-- No column is ever null. A code is kept as its number in followup.code, yes as 1 and no as 0. A value that
-- is missing is below zero: ${Object.entries(missingNumbers)
    .map(([code, number]) => `${number} ${code}`)
    .join(", ")}; a day that is
-- missing is one of the first four days of year 1, in the same order. No row holds a name, a number or an
-- id of a person; what it is about stands in public.followup_key. What is asked for most stands first,
-- since a row is read from its beginning.
`;
}

const codeTableSql = `create table followup.code (
  tenant int not null,
  codelist text not null,
  number smallint not null check (number > 0),
  code text not null,
  primary key (tenant, codelist, number),
  unique (tenant, codelist, code)
);
comment on table followup.code is
  'The number each code is kept as. Never changed and never reused; unit, spec and variable are codelists here too.';
${guardSql("code")}`;

function rowTableSql(kind: RowKind, columns: readonly Column[]): string {
  const own = columns.filter((column) => column.place === "row");
  const lines = [
    "tenant int not null",
    `${dayColumn[kind]} date not null`,
    "unit smallint not null",
    ...own.filter(isSmall).toSorted(starterFirst).map(columnSql),
    "spec smallint not null",
    "row_key bigint not null",
    ...own.filter((column) => !isSmall(column)).map(columnSql),
    ...(kind === "utr" ? [`closed_on date not null default '${notEnded}'`] : []),
    `circumstances_ended_on date not null default '${notEnded}'`,
    "primary key (tenant, row_key)",
  ];
  return `create table followup.${kind} (
${lines.map((line) => `  ${line}`).join(",\n")}
);
comment on table followup.${kind} is '${tableComments[kind]}';
comment on column followup.${kind}.row_key is 'Random; only followup_key knows what it stands for.';
comment on column followup.${kind}.circumstances_ended_on is
  'Five years after this day the row is destroyed; infinity while they last.';
create index ${kind}_by_day on followup.${kind} (tenant, ${dayColumn[kind]});
create index ${kind}_by_end on followup.${kind} (tenant, circumstances_ended_on)
  where circumstances_ended_on < '${notEnded}';
${guardSql(kind)}`;
}

function guardianTableSql(columns: readonly Column[]): string {
  const lines = [
    "tenant int not null",
    "guardian smallint not null check (guardian > 0)",
    ...columns.filter(isSmall).map(columnSql),
    "row_key bigint not null",
    ...columns.filter((column) => !isSmall(column)).map(columnSql),
    `row_kind text not null check (row_kind in (${rowKinds.map((kind) => `'${kind}'`).join(", ")}))`,
    "primary key (tenant, row_kind, row_key, guardian)",
  ];
  return `create table followup.guardian (
${lines.map((line) => `  ${line}`).join(",\n")}
);
comment on table followup.guardian is
  'Follow-up: a row for each row and guardian of the child on the day of the row. A column of another kind of row is not relevant.';
${guardSql("guardian")}`;
}

const choiceTableSql = `create table followup.choice (
  tenant int not null,
  variable smallint not null,
  row_key bigint not null,
  code smallint not null check (code <> 0),
  place smallint not null check (place > 0),
  primary key (tenant, variable, row_key, code)
);
comment on table followup.choice is
  'Follow-up: a row for each chosen code of a set, in the order chosen. A set that is missing has one row, whose code says why.';
comment on column followup.choice.variable is 'The number of the variable in followup.code, codelist variable.';
-- Whole, so that a row's choices are read from it alone and in this order.
create index choice_by_row on followup.choice (tenant, row_key, variable, code);
${guardSql("choice")}`;

/** Everything but days and moments: two bytes. */
function isSmall(column: Column): boolean {
  return column.type !== "date" && column.type !== "datetime";
}

function starterFirst(a: Column, b: Column): number {
  return Number(b.variable.starter) - Number(a.variable.starter);
}

function columnSql(column: Column): string {
  if (isSmall(column))
    return `${column.name} smallint not null default ${missingNumbers.not_asked}`;
  const type = column.type === "date" ? "date" : "timestamp(0)";
  return `${column.name} ${type} not null default '${missingDays.not_asked}'`;
}

/** Rows of one board only. The setting is read once a statement, not once a row. */
function guardSql(table: string): string {
  return `alter table followup.${table} enable row level security;
alter table followup.${table} force row level security;
create policy ${table}_of_board on followup.${table}
  using (tenant = (select nullif(current_setting('app.tenant', true), '')::int));
`;
}

function grantsSql(tables: readonly string[]): string {
  const named = tables.map((table) => `followup.${table}`).join(", ");
  return `grant select, insert, update, delete on ${named} to mp_app;
grant select, delete on ${named} to mp_retention;
`;
}

const unreadable = "-- Follow-up may not read the level of protection, in no kind of row.\n";

const codeGrantsSql = `grant select, insert on followup.code to mp_app;
grant select, delete on followup.code to mp_retention;
${unreadable}grant select on followup.code, followup.guardian, followup.choice to mp_followup;
`;

function readableSql(kind: RowKind, columns: readonly Column[]): string {
  const readable = columns.filter((column) => column.place === "row" && isSelectable(column));
  const names = [
    "tenant",
    dayColumn[kind],
    "row_key",
    "spec",
    "unit",
    ...readable.map((column) => column.name),
    ...(kind === "utr" ? ["closed_on"] : []),
  ];
  return `grant select (${names.join(", ")})\n  on followup.${kind} to mp_followup;`;
}
