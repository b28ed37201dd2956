import type { Client } from "pg";

/** An index of a table, or the key that makes it, as statements. */
interface Index {
  readonly drop: string;
  readonly make: string;
}

/**
 * Fills tables with their indexes away, and makes them afterwards: millions of rows at random places of an index take
 * many times what sorting them once does. What is promised of the tables holds again when it ends.
 */
export async function withoutIndexes(
  client: Client,
  tables: readonly string[],
  fill: () => Promise<void>,
): Promise<void> {
  // Nothing here has to outlive a power cut.
  await client.query("set synchronous_commit = off");
  await client.query("set maintenance_work_mem = '256MB'");
  const indexes = await indexesOf(client, tables);
  for (const { drop } of indexes) await client.query(drop);
  await fill();
  for (const { make } of indexes) await client.query(make);
}

async function indexesOf(client: Client, tables: readonly string[]): Promise<readonly Index[]> {
  const found = await client.query<Index>(
    `select
      case when c.oid is null then format('drop index %s', i.indexrelid::regclass)
        else format('alter table %s drop constraint %I', i.indrelid::regclass, c.conname) end as drop,
      case when c.oid is null then pg_get_indexdef(i.indexrelid)
        else format('alter table %s add constraint %I %s', i.indrelid::regclass, c.conname, pg_get_constraintdef(c.oid))
        end as make
     from pg_index i left join pg_constraint c on c.conindid = i.indexrelid
     where i.indrelid = any($1::regclass[])`,
    [tables],
  );
  return found.rows;
}
