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
import { withoutIndexes } from "./without-indexes.ts";

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
  const tables = ["followup.utr", "followup.guardian", "followup.choice"];
  await withClient(server, async (client) => {
    await client.query("select setseed(0.5)");
    await withoutIndexes(client, tables, async () => {
      await client.query(`insert into followup.utr (tenant, opened_on, unit, row_key, spec, ${rows.names})
        select ${extractTenant}, date '2025-01-01' + (n % 365)::int, 1, ${keyOf("n")}, 1, ${rows.sql}
        from generate_series(1, ${count}) as n`);
      await client.query(`insert into followup.guardian (tenant, row_kind, row_key, guardian, ${guardians.names})
        select ${extractTenant}, 'utr', ${keyOf("n")}, g, ${guardians.sql}
        from generate_series(1, ${count}) as n, generate_series(1, 2) as g`);
      await client.query(choicesSql(sets, book, count));
    });
    await client.query("vacuum analyze");
  });
}

/** Spread as by chance over a large span, and each its own: odd times n, modulo a power of two. */
function keyOf(n: string): string {
  return `(1 + ${n}::bigint * 2654435769 % 1099511627776)`;
}

/** As they are written: the choices of a row beside each other, in each set one to three codes. */
function choicesSql(sets: readonly Column[], book: CodeBook, count: number): string {
  const numbers = sets.map((set) => book.numberOf(ownLists.variable, set.id) ?? 0);
  const most = sets.map((set) => codesOfColumn(set, extractPack).length);
  return `insert into followup.choice (tenant, variable, row_key, code, place)
    select ${extractTenant}, s.variable, ${keyOf("n")}, 1 + (n * 7 + k) % s.most, k
    from generate_series(1, ${count}) as n,
      unnest(array[${numbers.join(", ")}], array[${most.join(", ")}]) as s (variable, most),
      generate_series(1, least(1 + n % 3, s.most)) as k`;
}

function valuesOf(own: readonly Column[], place: Column["place"], book: CodeBook) {
  const kept = own.filter((column) => column.place === place);
  return {
    names: kept.map(({ name }) => name).join(", "),
    sql: kept.map((column) => randomSql(column, book)).join(", "),
  };
}
