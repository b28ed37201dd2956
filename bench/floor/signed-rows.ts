import type { RowsOfOne, WrittenRows } from "./floor-plan.ts";

/** Runs SQL as the administrator. */
type Admin = <R extends object>(sql: string) => Promise<R[]>;

/** The rows that signing a decision basis leaves, each table with what finds those of one signing `e`. */
const TABLES: readonly (readonly [table: string, where: string])[] = [
  ["public.event_head", "t.stream = e.stream and t.seq = e.seq"],
  ["public.event", "t.stream = e.stream and t.seq = e.seq"],
  ["public.stream_state", "t.stream = e.stream"],
  ["public.matter", "t.matter = e.matter"],
  ["public.chronology", "t.akt = e.stream and t.seq = e.seq"],
  ["public.document", "t.akt = e.stream and t.seq = e.seq"],
  ["public.command", "t.command_id = e.command_id"],
  ["public.access_log", "t.akt = e.stream and t.action = 'basis.sign-basis'"],
  ["public.followup_key", "t.matter = e.matter and t.kind = 'utr'"],
  ["followup.utr", ofKey("t.row_key = k.row_key")],
  ["followup.choice", ofKey("t.row_key = k.row_key")],
  ["followup.guardian", ofKey("t.row_key = k.row_key and t.row_kind = k.kind")],
];

function ofKey(same: string): string {
  return `exists (select from followup_key k
    where k.tenant = e.tenant and k.matter = e.matter and k.kind = 'utr' and ${same})`;
}

/** What the database numbers itself. */
const NUMBERED = "no";

/**
 * The rows of some signings, as they stand, and empty tables of the same shape, keys and indexes in the schema
 * `floor` to write them to: without row-level security, triggers or anything that has to be looked up.
 */
export async function signedRows(admin: Admin, most: number): Promise<readonly RowsOfOne[]> {
  const found = new Map<string, WrittenRows[]>();
  for (const [table, where] of TABLES) {
    const [schema = "", name = ""] = table.split(".");
    const copy = `floor.${schema}_${name}`;
    await admin(`create table if not exists ${copy} (like ${table} including all)`);
    await admin(`truncate ${copy}; grant insert on ${copy} to mp_app`);
    const rows = await admin<{ stream: string; row: Record<string, unknown> }>(`
      with e as (select * from event where type = 'basis.signed' order by stream limit ${most})
      select e.stream, to_jsonb(t) as row from e join ${table} t on t.tenant = e.tenant and ${where}`);
    for (const [stream, own] of Map.groupBy(rows, (each) => each.stream)) {
      const columns = Object.keys(own[0]?.row ?? {}).filter((column) => column !== NUMBERED);
      const values = own.map(({ row }) => columns.map((column) => textOf(row[column])));
      found.set(stream, [...(found.get(stream) ?? []), { table: copy, columns, values }]);
    }
  }
  return [...found.values()].map((tables) => ({ tables, ids: idsIn(tables) }));
}

/** As the driver takes it: an array as it is, an object as its JSON. */
function textOf(value: unknown): unknown {
  if (Array.isArray(value) || typeof value !== "object" || value === null) return value;
  return JSON.stringify(value);
}

const UNIQUE: ReadonlySet<string> = new Set([
  "akt",
  "stream",
  "matter",
  "number",
  "document",
  "command_id",
  "subject",
  "row_key",
]);

/** The values that make the rows these and no others: a transaction that writes them again takes others. */
function idsIn(tables: readonly WrittenRows[]): readonly (string | number)[] {
  const ids = tables.flatMap(({ columns, values }) =>
    columns.flatMap((column, at) => (UNIQUE.has(column) ? values.map((row) => row[at]) : [])),
  );
  return [...new Set(ids)].filter((id) => typeof id === "string" || typeof id === "number");
}
