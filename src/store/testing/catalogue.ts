import type { Client } from "pg";

/** A named exception from the rules of the catalogue, with its reason. */
export type Exceptions = Readonly<Record<string, string>>;

export interface CatalogueExceptions {
  /** Tables that hold nothing of any board: `schema.table` and why. */
  readonly withoutTenant: Exceptions;
  /** Tables of a board without row-level security: `schema.table` and why. */
  readonly withoutRowSecurity: Exceptions;
  /** Unique indexes, foreign keys and exclusion constraints that do not begin with the board: name and why. */
  readonly withoutLeadingTenant: Exceptions;
}

interface TableRow {
  readonly name: string;
  readonly hasTenant: boolean;
  readonly hasPrimaryKey: boolean;
  readonly rowSecurity: boolean;
  readonly forced: boolean;
}

interface KeyRow {
  readonly table: string;
  readonly name: string;
  readonly kind: string;
  readonly first: string | null;
  readonly firstReferenced: string | null;
  readonly referencedHasTenant: boolean;
}

/**
 * What in the catalogue would keep the database from being cut up by board, or let a query see another
 * board's rows. One sentence for each fault, none when all is well. An exception that is no longer
 * needed is a fault too.
 */
export async function catalogueFaults(
  client: Client,
  exceptions: CatalogueExceptions,
): Promise<string[]> {
  const tables = await client.query<TableRow>(TABLES);
  const keys = await client.query<KeyRow>(KEYS);
  const used = new Set<string>();
  const excused = (list: Exceptions, name: string): boolean => {
    if (!(name in list)) return false;
    used.add(name);
    return true;
  };
  const faults = [
    ...tables.rows.flatMap((table) => tableFaults(table, exceptions, excused)),
    ...keys.rows.flatMap((key) => keyFaults(key, exceptions, excused)),
  ];
  const unused = Object.values(exceptions)
    .flatMap((list) => Object.keys(list))
    .filter((name) => !used.has(name))
    .map((name) => `${name}: this exception is not needed`);
  return [...faults, ...unused].toSorted();
}

type Excused = (list: Exceptions, name: string) => boolean;

function tableFaults(table: TableRow, exceptions: CatalogueExceptions, excused: Excused): string[] {
  const { name } = table;
  if (!table.hasTenant) {
    return excused(exceptions.withoutTenant, name) ? [] : [`${name}: has no column tenant`];
  }
  const faults = table.hasPrimaryKey ? [] : [`${name}: has no primary key`];
  if (table.rowSecurity && table.forced) return faults;
  if (excused(exceptions.withoutRowSecurity, name)) return faults;
  return [
    ...faults,
    ...(table.rowSecurity ? [] : [`${name}: row-level security is off`]),
    ...(table.forced ? [] : [`${name}: row-level security is not forced`]),
  ];
}

function keyFaults(key: KeyRow, exceptions: CatalogueExceptions, excused: Excused): string[] {
  // A reference to a table without boards (a code list) can't carry one.
  if (key.kind === "foreign key" && !key.referencedHasTenant) return [];
  const leads =
    key.first === "tenant" && (key.kind !== "foreign key" || key.firstReferenced === "tenant");
  if (leads || excused(exceptions.withoutLeadingTenant, key.name)) return [];
  return [`${key.table}: ${key.kind} ${key.name} does not begin with tenant`];
}

const OWN_SCHEMAS = `n.nspname not in ('pg_catalog', 'information_schema')
    and n.nspname !~ '^pg_(toast|temp)'`;

/** Tables of our own, ordinary and partitioned; what an extension brought is not ours. */
const OWN_TABLES = `
  select c.oid, n.nspname || '.' || c.relname as name, c.relrowsecurity, c.relforcerowsecurity,
         exists (select from pg_attribute a
                  where a.attrelid = c.oid and a.attname = 'tenant' and not a.attisdropped) as has_tenant
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where c.relkind in ('r', 'p') and ${OWN_SCHEMAS}
     and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`;

const TABLES = `
  select name, has_tenant as "hasTenant", relrowsecurity as "rowSecurity", relforcerowsecurity as forced,
         exists (select from pg_constraint k where k.conrelid = t.oid and k.contype = 'p') as "hasPrimaryKey"
    from (${OWN_TABLES}) t order by name`;

/** Unique indexes (also those behind a key), exclusion constraints and foreign keys of tables of a board. */
const KEYS = `
  with own as (${OWN_TABLES})
  select t.name as "table", i.relname as name,
         case when x.indisprimary then 'primary key' when x.indisexclusion then 'exclusion constraint'
              else 'unique index' end as kind,
         (select a.attname::text from pg_attribute a
           where a.attrelid = t.oid and a.attnum = x.indkey[0] and a.attnum > 0) as first,
         null as "firstReferenced", false as "referencedHasTenant"
    from own t join pg_index x on x.indrelid = t.oid join pg_class i on i.oid = x.indexrelid
   where t.has_tenant and (x.indisunique or x.indisexclusion)
  union all
  select t.name, k.conname, 'foreign key',
         (select a.attname::text from pg_attribute a where a.attrelid = t.oid and a.attnum = k.conkey[1]),
         (select a.attname::text from pg_attribute a where a.attrelid = k.confrelid and a.attnum = k.confkey[1]),
         r.has_tenant
    from own t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f' join own r on r.oid = k.confrelid
   where t.has_tenant and k.conparentid = 0
   order by 1, 2`;
