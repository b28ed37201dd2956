import type { ClientBase } from "pg";

/** A table as the catalogue has it: what is copied, in which order. */
export interface Table {
  /** `schema.name`. */
  readonly name: string;
  /** Without those the database computes. */
  readonly columns: readonly string[];
  readonly key: readonly string[];
  /** False for what all boards share. */
  readonly ofBoard: boolean;
  /** Tables that rows of this one point at. */
  readonly pointsAt: readonly string[];
}

/** Numbers the database gives: the sequence and the column of the table. */
export interface Numbering {
  readonly name: string;
  readonly last: string | null;
}

/** Written by the migrations themselves; a backup names them in its head. */
const MIGRATIONS = "public.schema_migration";

const TABLES = `
  select n.nspname || '.' || c.relname as name,
         array(select a.attname::text from pg_attribute a
                where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                order by a.attnum) as columns,
         array(select a.attname::text from pg_index i
                 cross join unnest(i.indkey::int2[]) with ordinality as k(attnum, place)
                 join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
                where i.indrelid = c.oid and i.indisprimary order by k.place) as key,
         exists (select from pg_attribute a
                  where a.attrelid = c.oid and a.attname = 'tenant' and not a.attisdropped) as "ofBoard",
         array(select distinct rn.nspname || '.' || r.relname from pg_constraint k
                 join pg_class r on r.oid = k.confrelid join pg_namespace rn on rn.oid = r.relnamespace
                where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as "pointsAt"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema')
     and n.nspname !~ '^pg_(toast|temp)'
   order by 1`;

const NUMBERINGS = `
  select schemaname || '.' || sequencename as name, last_value::text as last
    from pg_sequences order by 1`;

/**
 * Every table of the program but the list of migrations, from the catalogue, each after those it points at. A
 * table somebody adds is there by itself.
 */
export async function readTables(client: ClientBase): Promise<readonly Table[]> {
  const found = await client.query<Table>(TABLES);
  const waiting = found.rows.filter(({ name }) => name !== MIGRATIONS);
  const ordered: Table[] = [];
  while (waiting.length > 0) {
    const next = waiting.findIndex(({ pointsAt }) =>
      pointsAt.every((name) => !waiting.some((each) => each.name === name)),
    );
    // Tables that point at each other in a ring can't be filled one after the other.
    if (next === -1) throw new Error(`Tables in a ring: ${waiting.map((t) => t.name).join(", ")}`);
    ordered.push(...waiting.splice(next, 1));
  }
  return ordered;
}

/** How far the numbers that the database gives have come. */
export async function readNumberings(client: ClientBase): Promise<readonly Numbering[]> {
  const found = await client.query<Numbering>(NUMBERINGS);
  return found.rows;
}

/** A migration as the database and the program know it. */
export interface KnownMigration {
  readonly number: number;
  readonly name: string;
  readonly sha256: string;
}

/** What the database has been made from. */
export async function readKnownMigrations(client: ClientBase): Promise<readonly KnownMigration[]> {
  const found = await client.query<KnownMigration>(
    `select number, name, sha256 from ${MIGRATIONS} order by number`,
  );
  return found.rows;
}

/** The same row is the same text on every server and version. */
export const SAME_TEXT = `
  set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
  set local bytea_output = 'hex'; set local extra_float_digits = 1; set local client_encoding = 'UTF8'`;

/** Reads the rows of a table, of one board or of all where it is shared, in the order of its key. */
export function copyOutSql(table: Table, tenant: number | undefined): string {
  const columns = table.columns.map(quote).join(", ");
  const where = tenant === undefined ? "" : ` where tenant = ${Math.trunc(tenant)}`;
  const order = table.key.map(quote).join(", ");
  return `copy (select ${columns} from ${nameOf(table)}${where} order by ${order}) to stdout`;
}

/** Takes rows in as {@link copyOutSql} gave them. */
export function copyInSql(table: Table): string {
  return `copy ${nameOf(table)} (${table.columns.map(quote).join(", ")}) from stdin`;
}

/** The quoted name of a table. */
export function nameOf({ name }: Pick<Table, "name">): string {
  return name.split(".").map(quote).join(".");
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
