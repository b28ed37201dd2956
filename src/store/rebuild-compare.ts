import type { Tx } from "./in-tenant.ts";

/** A row that is not as the log says. `missing` = the log says there is one; `extra` = it does not. */
export interface Difference {
  readonly table: string;
  readonly key: string;
  readonly how: "missing" | "extra" | "different";
}

/** The projections and their keys after the board. */
const TABLES: Readonly<Record<string, readonly string[]>> = {
  akt: ["akt"],
  matter: ["matter"],
  clock: ["akt", "clock"],
  chronology: ["akt", "seq"],
  document: ["document", "version"],
  access_exception: ["akt", "exception"],
  glass_opening: ["opening"],
  person: ["person"],
  person_identity: ["number"],
  person_name: ["family", "given", "person"],
  person_name_word: ["word"],
  person_named: ["person", "staff"],
  relation: ["relation"],
  unit: ["unit"],
  staff: ["staff"],
};

/** Words of names nobody has any more stay until lawful destruction sweeps them. */
const MAY_HAVE_MORE: ReadonlySet<string> = new Set(["person_name_word"]);

const MOST_DIFFERENCES = 1_000;

/**
 * Makes an empty table of the same name and shape beside each projection. It belongs to the connection,
 * whose own tables are looked in first, so the statements that write projections write here now.
 */
export async function makeShadowTables(tx: Tx): Promise<void> {
  for (const table of Object.keys(TABLES)) {
    await tx.run({
      text: `create temporary table ${table}
        (like public.${table} including defaults including indexes) on commit drop`,
    });
  }
}

/** Compares each projection with the table made beside it. */
export async function compareTables(tx: Tx): Promise<Difference[]> {
  const differences: Difference[] = [];
  for (const [table, keys] of Object.entries(TABLES)) {
    const rows = await tx.rows<{ key: string; how: Difference["how"] }>({
      text: comparison(table, keys),
    });
    differences.push(
      ...rows
        .filter(({ how }) => how !== "extra" || !MAY_HAVE_MORE.has(table))
        .map((row) => ({ table, ...row })),
    );
  }
  return differences;
}

/** Rows of one side only, or with another content. Columns are compared by name, in any order. */
function comparison(table: string, keys: readonly string[]): string {
  const key = keys.map((name) => `coalesce(old.${name}, new.${name})::text`).join(` || ' ' || `);
  const on = ["tenant", ...keys].map((name) => `old.${name} = new.${name}`).join(" and ");
  return `select ${key} as key,
      case when old.tenant is null then 'missing' when new.tenant is null then 'extra'
        else 'different' end as how
    from public.${table} old
    full join pg_temp.${table} new on ${on}
    where old.tenant is null or new.tenant is null or to_jsonb(old) <> to_jsonb(new)
    order by 1 limit ${MOST_DIFFERENCES}`;
}
