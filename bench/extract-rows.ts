import { readSpecForTests } from "../src/domain/testing/read-spec.ts";
import {
  addCodes,
  codesOfPack,
  loadCodeBook,
  ownLists,
  type CodeBook,
} from "../src/followup/code-book.ts";
import { codesOfColumn, columnsOf, columnsOfRow, type Column } from "../src/followup/columns.ts";
import { inTenant } from "../src/store/in-tenant.ts";
import type { Pools } from "../src/store/pools.ts";
import { withClient, type Connection } from "../src/store/postgres/connection.ts";
import { tenantOf } from "../src/store/tenant.ts";
import { randomSql } from "./followup.ts";

export const { pack: extractPack } = readSpecForTests();
export const extractTenant = tenantOf(7);
const columns = columnsOf(extractPack);

/** Investigations of a year by chance, each with guardians and up to three codes of every set. */
export async function fillExtractRows(
  server: Connection,
  pools: Pools,
  count: number,
): Promise<void> {
  const names = [...codesOfPack(columns, extractPack), { codelist: ownLists.spec, code: "bench" }];
  await inTenant(pools.app, extractTenant, (tx) => addCodes(tx, names));
  const book = await inTenant(pools.app, extractTenant, loadCodeBook);
  const own = columnsOfRow(columns, "utr");
  const rows = valuesOf(own, "row", book);
  const guardians = valuesOf(own, "guardian", book);
  const sets = own.filter(({ place }) => place === "choice");
  await withClient(server, async (client) => {
    await client.query("select setseed(0.5)");
    await client.query(`insert into followup.utr (tenant, opened_on, unit, row_key, spec, ${rows.names})
      select ${extractTenant}, date '2025-01-01' + (n % 365)::int, 1, n::bigint * 7919 % 1000003, 1, ${rows.sql}
      from generate_series(1, ${count}) as n`);
    await client.query(`insert into followup.guardian (tenant, row_kind, row_key, guardian, ${guardians.names})
      select ${extractTenant}, 'utr', row_key, g, ${guardians.sql}
      from followup.utr, generate_series(1, 2) as g`);
    for (const set of sets) {
      const variable = book.numberOf(ownLists.variable, set.id) ?? 0;
      const most = codesOfColumn(set, extractPack).length;
      await client.query(`insert into followup.choice (tenant, variable, row_key, code, place)
        select ${extractTenant}, ${variable}, row_key, 1 + (row_key * 7 + k * 3) % ${most}, k
        from followup.utr, generate_series(1, 1 + (row_key % 3)::int) as k
        on conflict do nothing`);
    }
    await client.query("vacuum analyze");
  });
}

function valuesOf(own: readonly Column[], place: Column["place"], book: CodeBook) {
  const kept = own.filter((column) => column.place === place);
  return {
    names: kept.map(({ name }) => name).join(", "),
    sql: kept.map((column) => randomSql(column, book)).join(", "),
  };
}
